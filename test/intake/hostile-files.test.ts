import { deflateRawSync } from 'node:zlib'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { readHouseholdList } from '../../src/intake/read-household-list.ts'
import { workbookParts, zipParts } from '../support/workbook.ts'
import { freshFile, listOf, readBytes, refusalCodeOf, TODAY } from './list-files.ts'

const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
const HEADER = `<row>${cell('STT')}${cell('Họ tên')}${cell('CCCD')}</row>`
const HOUSEHOLD = `<row><c><v>1</v></c>${cell('Trần Thị An')}${cell('001150000001')}</row>`

const sheetWith = (rows: string) => zipParts(workbookParts(`<sheetData>${rows}</sheetData>`))

async function refusalOfSheet(rows: string) {
  return refusalCodeOf(await readBytes(await sheetWith(rows)))
}

test('the hand-made workbook of these tests is a good one', async () => {
  const list = listOf(await readBytes(await sheetWith(HEADER + HOUSEHOLD)))
  expect(list.rows[0]?.facts).toMatchObject({ headOfHousehold: 'Trần Thị An', citizenId: '001150000001' })
})

describe('files that are no workbook', () => {
  const files: [what: string, bytes: Uint8Array | string, fileName: string][] = [
    ['an empty file', '', 'danh-sach.xlsx'],
    ['an empty CSV', '', 'danh-sach.csv'],
    ['a program', Buffer.from(`MZ\x90\0\x03${'\0'.repeat(60)}`, 'latin1'), 'danh-sach.xlsx'],
    ['a program named CSV', Buffer.from(`MZ\x90\0\x03${'\0'.repeat(60)}`, 'latin1'), 'danh-sach.csv'],
    ['a picture', Buffer.from('ffd8ffe000104a46494600', 'hex'), 'danh-sach.xlsx'],
    ['a web page without a table', '<!DOCTYPE html><html><p>Họ tên</p></html>', 'danh-sach.xlsx'],
    ['other XML', '<?xml version="1.0"?><svg/>', 'danh-sach.xls'],
    ['a PDF', Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\nxref', 'latin1'), 'danh-sach.csv'],
    ['a letter in RTF', '{\\rtf1 Họ tên}', 'danh-sach.csv'],
  ]
  test.each(files)('%s', async (_what, bytes, fileName) => {
    const reading = await readBytes(bytes, fileName)
    expect(reading).toEqual({ ok: false, refusal: { code: 'workbook.notAWorkbook', parameters: { fileName } } })
  })

  test('a zip of something else, a Word document', async () => {
    const word = workbookParts('')['_rels/.rels']?.replace('xl/workbook.xml', 'word/document.xml') ?? ''
    for (const parts of [{ 'a.txt': 'a' }, { '_rels/.rels': word, 'word/document.xml': '<document/>' }]) {
      expect(refusalCodeOf(await readBytes(await zipParts(parts)))).toBe('workbook.notAWorkbook')
    }
  })
})

describe('files that cannot be opened', () => {
  test('one that is not there, and a folder', async () => {
    const file = await freshFile('không có.xlsx')
    for (const path of [file, file.replace(/[^/\\]*$/, '')]) {
      expect(refusalCodeOf(await readHouseholdList({ file: path }, { today: TODAY }))).toBe('file.missing')
    }
  })

  test('a workbook with a password', async () => {
    const rows = [
      ['STT', 'Họ tên'],
      [1, 'An'],
    ]
    const locked = await writeXlsx({
      sheets: [{ name: 'DS', rows }],
      encryption: { password: 'bí mật', spinCount: 10 },
    })
    expect(refusalCodeOf(await readBytes(locked))).toBe('workbook.encrypted')
  })

  test('one larger than any list', async () => {
    const reading = await readBytes(Buffer.alloc(65 * 2 ** 20), 'to.xlsx')
    expect(reading).toMatchObject({ refusal: { parameters: { megabytes: 65, largestMegabytes: 64 } } })
  })

  test('text in a code page of old', async () => {
    const bytes = Buffer.concat([Buffer.from('STT;Họ tên\n1;'), Buffer.from([0xc3, 0x28, 0xff])])
    expect(refusalCodeOf(await readBytes(bytes, 'danh-sach.csv'))).toBe('workbook.broken')
  })

  test('a quotation that never ends', async () => {
    expect(refusalCodeOf(await readBytes('STT;Họ tên\n1;"An\n2;Bình', 'danh-sach.csv'))).toBe('workbook.broken')
  })
})

describe('workbooks without a list', () => {
  test('no header, no rows, no sheet that is shown', async () => {
    expect(await refusalOfSheet(`<row>${cell('Xin chào')}</row>`)).toBe('workbook.noHeader')
    expect(await refusalOfSheet('')).toBe('workbook.noHeader')
    expect(await refusalOfSheet(HEADER)).toBe('import.nothingUsable')
    const parts = workbookParts(`<sheetData>${HEADER}${HOUSEHOLD}</sheetData>`)
    const hidden = parts['xl/workbook.xml']?.replace('<sheet name', '<sheet state="hidden" name') ?? ''
    expect(refusalCodeOf(await readBytes(await zipParts({ ...parts, 'xl/workbook.xml': hidden })))).toBe(
      'workbook.noHeader',
    )
  })

  test('a header and no household below it', async () => {
    const reading = await readBytes('STT;Họ tên;CCCD\n', 'danh-sach.csv')
    expect(refusalCodeOf(reading)).toBe('import.nothingUsable')
  })
})

describe('damaged workbooks are refused, whatever is damaged', () => {
  test('cut short at any of many places', async () => {
    const bytes = await sheetWith(HEADER + HOUSEHOLD.repeat(200))
    for (let length = 5; length < bytes.length; length += Math.ceil(bytes.length / 60)) {
      expect(refusalCodeOf(await readBytes(bytes.subarray(0, length)))).toBe('workbook.broken')
    }
  })

  test('one flipped bit in the sheet never changes what is read', async () => {
    const rows = Array.from({ length: 40 }, (_, index) =>
      HOUSEHOLD.replace('0001<', `${String(index).padStart(4, '0')}<`),
    )
    const bytes = await sheetWith(HEADER + rows.join(''))
    const whole = listOf(await readBytes(bytes)).rows
    const outcomes = { refused: 0, same: 0 }
    for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 150)) {
      const flipped = Buffer.from(bytes)
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8))
      const reading = await readBytes(flipped)
      if (reading.ok) expect(reading.list.rows).toEqual(whole)
      outcomes[reading.ok ? 'same' : 'refused'] += 1
    }
    expect(outcomes.refused).toBeGreaterThan(20)
  })

  const sheets: [what: string, rows: string][] = [
    ['rows that go backwards', `${HEADER}<row r="9"/><row r="3">${cell('An')}</row>`],
    ['a row beyond the last', `${HEADER}<row r="99999999">${cell('An')}</row>`],
    ['a row that is no number', `${HEADER}<row r="x">${cell('An')}</row>`],
    ['a cell beyond the last column', `${HEADER}<row><c r="ZZZ2"><v>1</v></c></row>`],
    ['a shared text that is not there', `${HEADER}<row><c t="s"><v>7</v></c></row>`],
    ['tags that are not closed', `${HEADER}<row><c><v>1`],
    ['bytes that are not UTF-8', ''],
  ]
  test.each(sheets)('%s', async (_what, rows) => {
    const parts: Record<string, string | Buffer> = workbookParts(`<sheetData>${rows}</sheetData>`)
    if (!rows) parts['xl/worksheets/sheet1.xml'] = Buffer.from('<worksheet>\xff\xfe</worksheet>', 'latin1')
    expect(refusalCodeOf(await readBytes(await zipParts(parts)))).toBe('workbook.broken')
  })

  test('a sheet that the workbook names and the file lacks', async () => {
    const { 'xl/worksheets/sheet1.xml': _sheet, ...parts } = workbookParts('')
    expect(refusalCodeOf(await readBytes(await zipParts(parts)))).toBe('workbook.broken')
  })
})

describe('workbooks made to hurt', () => {
  test('a billion laughs: no part may declare entities', async () => {
    const parts = workbookParts('')
    const laughs = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    for (const name of ['xl/workbook.xml', 'xl/worksheets/sheet1.xml']) {
      const bytes = await zipParts({ ...parts, [name]: laughs + (parts[name] ?? '') })
      expect(refusalCodeOf(await readBytes(bytes))).toBe('workbook.broken')
    }
  })

  /** A zip of one part whose declared size is `declared`. */
  function lyingZip(content: Buffer, declared: number): Buffer {
    const name = Buffer.from('xl/worksheets/sheet1.xml')
    const data = deflateRawSync(content)
    const sizes = (header: Buffer, at: number) => {
      header.writeUInt32LE(data.length, at)
      header.writeUInt32LE(declared, at + 4)
      header.writeUInt16LE(name.length, at + 8)
      return header
    }
    const local = sizes(Buffer.concat([Buffer.from('504b030414000000080000000000', 'hex'), Buffer.alloc(16)]), 18)
    const central = sizes(Buffer.concat([Buffer.from('504b01021400140000000800', 'hex'), Buffer.alloc(34)]), 20)
    const end = Buffer.concat([Buffer.from('504b050600000000', 'hex'), Buffer.alloc(14)])
    end.writeUInt16LE(1, 8)
    end.writeUInt16LE(1, 10)
    end.writeUInt32LE(46 + name.length, 12)
    end.writeUInt32LE(30 + name.length + data.length, 16)
    return Buffer.concat([local, name, data, central, name, end])
  }

  test('a zip bomb is refused by its declared size, before anything is unpacked', async () => {
    const reading = await readBytes(lyingZip(Buffer.alloc(1000), 3_000_000_000))
    expect(reading).toMatchObject({ refusal: { code: 'file.tooLarge', parameters: { megabytes: 2862 } } })
  })

  test('a part that is larger than it declares is refused', async () => {
    const parts = workbookParts(`<sheetData>${HEADER}${HOUSEHOLD.repeat(5000)}</sheetData>`)
    const bytes = await zipParts(parts)
    const size = Buffer.byteLength(parts['xl/worksheets/sheet1.xml'] ?? '')
    const declared = Buffer.alloc(4)
    declared.writeUInt32LE(size)
    const at = bytes.lastIndexOf(declared)
    bytes.writeUInt32LE(1000, at)
    expect(refusalCodeOf(await readBytes(bytes))).toBe('workbook.broken')
  })

  test('hundreds of thousands of formatted rows that hold nothing are read past', async () => {
    const blank = '<row><c s="1"/><c s="1"/></row>'.repeat(300_000)
    const list = listOf(await readBytes(await sheetWith(HEADER + HOUSEHOLD + blank)))
    expect(list.rowCount).toBe(1)
  })

  test('ten million rows are more than a sheet can have', async () => {
    expect(await refusalOfSheet(HEADER + HOUSEHOLD + '<row/>'.repeat(10_000_000))).toBe('workbook.broken')
  })

  test('cells in the last column of every row cost nothing', async () => {
    const far = Array.from({ length: 100_000 }, (_, index) => `<row><c r="XFD${index + 3}"><v>1</v></c></row>`)
    const list = listOf(await readBytes(await sheetWith(HEADER + HOUSEHOLD + far.join(''))))
    expect(list.rowCount).toBe(1)
  })

  test('more households than any list has', async () => {
    const reading = await readBytes(`STT;Họ tên\n${'1;An\n'.repeat(200_001)}`, 'danh-sach.csv')
    expect(reading).toMatchObject({ refusal: { code: 'workbook.tooManyRows', parameters: { mostRows: 200_000 } } })
  })

  test('a line without end, and millions of blank ones', async () => {
    expect(refusalCodeOf(await readBytes(`STT;Họ tên\n1;"${'a'.repeat(3_000_000)}"`, 'a.csv'))).toBe('workbook.broken')
    const list = listOf(await readBytes(`STT;Họ tên\n${'\n'.repeat(5_000_000)}1;An`, 'b.csv'))
    expect(list.rows.map(({ rowNumber }) => rowNumber)).toEqual([5_000_002])
  })
})
