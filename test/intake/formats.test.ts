import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { utils, type WorkSheet, write } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { isDateCode } from '../../src/intake/formats/number-formats.ts'
import { openTable } from '../../src/intake/formats/open-table.ts'
import { openPasted } from '../../src/intake/formats/pasted-source.ts'
import { workbookParts, zipParts } from '../support/workbook.ts'
import { type ReadSheet, readTable, rowsOf } from './tables.ts'

/** Made of list.fods by LibreOffice: one list, in every format it writes. */
const fileBytes = (name: string) => readFile(fileURLToPath(new URL(`files/${name}`, import.meta.url)))

const day = (text: string) => ({ day: text })

/** What the list holds; formats differ in what they know of hours, errors and fonts. */
const LIST = {
  1: ['DANH SÁCH HỘ NGHÈO'],
  4: ['STT', 'Họ và tên', 'Số CCCD', 'Ngày sinh', 'Thôn', 'Ghi chú'],
  5: [1, 'TrÇn ThÞ H\u00ad¬ng', '001150000001', day('1950-03-02'), 'Thôn Đông', 'Dòng một\ndòng hai'],
  6: [2, 'Lª V¨n D\u00adìng', 1150000002, day('1951-12-31'), null, 'Xong'],
  7: [3, 'NguyÔn V¨n Èn', 1.5, day('1952-01-01'), null, 2],
}
const LAST_ROW = [4, 'Ph¹m ThÞ Hµ', 0.5, 1.25, true, '#N/A']
const MERGED = [{ firstRowNumber: 5, lastRowNumber: 7, column: 4 }]

describe('one list in every format', () => {
  const formats: [file: string, format: string, isHiddenKnown: boolean, lastRow: ReadSheet['rows'][number]][] = [
    ['list.xlsx', 'xlsx', true, LAST_ROW],
    ['list-97.xls', 'xls', true, LAST_ROW],
    ['list.ods', 'ods', true, LAST_ROW.with(3, '30:00')],
    ['list.xml', 'xml2003', false, LAST_ROW.with(3, '1899-12-31T30:00:00.000')],
  ]
  test.each(formats)('%s', async (file, format, isHiddenKnown, lastRow) => {
    const table = await openTable(await fileBytes(file))
    expect(table.format).toBe(format)
    const [list, hidden, repeated, ...others] = await readTable(table)
    // LibreOffice leaves a text that a formula would have to an old workbook's next calculation.
    const row6 = format === 'xls' ? LIST[6].with(5, 0) : LIST[6]
    expect(list).toMatchObject({ name: 'Thôn Đông', isHidden: false, merged: MERGED, hidden: [7] })
    expect(list?.rows).toEqual({ ...LIST, 6: row6, 8: lastRow })
    expect(list?.fonts[1]).toBe('.VnTime')
    expect(list?.fonts[0]).toBe(format === 'xml2003' ? null : 'Times New Roman')
    expect(hidden).toMatchObject({ name: 'Ẩn', isHidden: isHiddenKnown, rows: { 1: ['Không ai thấy'] } })
    expect(repeated).toMatchObject({ name: 'Thôn Đoài', rows: { 1: ['ba lần', 'ba lần', 'ba lần'] } })
    expect(others).toEqual([])
  })

  test('a web page, which shows everything as text and no hidden row', async () => {
    const table = await openTable(await fileBytes('list.html'))
    expect(table).toMatchObject({ format: 'html', textEncoding: 'utf-8' })
    const [list] = await readTable(table)
    expect(list?.rows).toEqual({
      1: LIST[1],
      4: LIST[4],
      5: ['1', LIST[5][1], '001150000001', '02/03/1950', 'Thôn Đông', 'lời nhắc Dòng một\ndòng hai'],
      6: ['2', LIST[6][1], '1150000002', 'ngày 31 tháng 12 năm 1951', null, 'Xong'],
      7: ['4', LAST_ROW[1], '50.00%', '30:00', null, 'TRUE', '#N/A'],
    })
    expect(list).toMatchObject({ merged: MERGED, fonts: [null, '.VnTime', null] })
  })

  test('a sheet is read again from its beginning, also when it was left in the middle', async () => {
    for (const file of ['list.xlsx', 'list-97.xls', 'list.ods', 'list.xml', 'list.html']) {
      const table = await openTable(await fileBytes(file))
      for await (const { rowNumber } of table.sheets[0]?.rows() ?? []) if (rowNumber === 4) break
      const [first] = await readTable(table)
      const [again] = await readTable(table)
      expect(again).toEqual(first)
    }
  })
})

describe('workbooks of Excel 97 and 95', () => {
  function xlsOf(sheet: WorkSheet, bookType: 'biff8' | 'biff5'): Buffer {
    const book = utils.book_new()
    utils.book_append_sheet(book, sheet, 'DS')
    return write(book, { type: 'buffer', bookType }) as Buffer
  }

  test('another writer’s, with texts of formulas, errors, days in formats of their own', async () => {
    const names = Array.from({ length: 3000 }, (_, index) => `Hộ ${index % 2 ? 'số' : 'Ưỡn'} ${index}`)
    const sheet = utils.aoa_to_sheet([['Họ tên', 'Ghi chú'], ...names.map((name) => [name])])
    sheet.B2 = { t: 's', v: 'Xong', f: 'UPPER("xong")' }
    sheet.B3 = { t: 'n', v: 36526, z: 'dd\\/mm\\/yyyy' }
    sheet.B4 = { t: 'n', v: 36526.5, z: '[$-42A]dd mmmm yyyy' }
    sheet.B5 = { t: 'e', v: 42 }
    sheet.B6 = { t: 'b', v: false }
    sheet.B7 = { t: 'n', v: -12.25 }
    const rows = await rowsOf(xlsOf(sheet, 'biff8'))
    expect(Object.values(rows).map(([name]) => name)).toEqual(['Họ tên', ...names])
    const values = [2, 3, 4, 5, 6, 7].map((rowNumber) => rows[rowNumber]?.[1])
    expect(values).toEqual(['Xong', day('2000-01-01'), day('2000-01-01'), '#N/A', false, -12.25])
  })

  test('texts that are cut between records, in the middle of a word and where letters become wider', async () => {
    const wide = `${'x'.repeat(9000)}${'Nguyễn Thị Được '.repeat(600)}`.trim()
    const rows = await rowsOf(await fileBytes('long-texts.xls'))
    const isWhole = [wide, `Đ${'abc '.repeat(2500)}`.trim(), wide.slice(5)].map((text, at) => rows[1]?.[at] === text)
    expect(isWhole).toEqual([true, true, true])
  })

  /** A workbook of Excel 95 whose texts are these bytes; its writer knows ASCII alone. */
  function excel95(texts: readonly Buffer[], codePage: number): Buffer {
    const placeholder = (text: Buffer, at: number) => String.fromCharCode(0x61 + at).repeat(text.length)
    const bytes = xlsOf(utils.aoa_to_sheet(texts.map((text, at) => [placeholder(text, at)])), 'biff5')
    for (const [at, text] of texts.entries()) text.copy(bytes, bytes.indexOf(placeholder(text, at)))
    bytes.writeUInt16LE(codePage, bytes.indexOf(Buffer.from('42000200', 'hex')) + 4)
    return bytes
  }

  const western = ['NguyÔn ThÞ H\u00ad¬ng', 'Lª V¨n D\u00adìng', 'Céng hoµ x· héi'].map((text) =>
    Buffer.from(text, 'latin1'),
  )
  const vietnamese = [
    Buffer.from('Nguyê\u00den Thi\u00f2 Ð\u00fd\u00f5\u00f2c', 'latin1'),
    Buffer.from('Trâ\u00ccn Vãn Du\u00den', 'latin1'),
  ]
  const inVietnamese = ['Nguyễn Thị Được', 'Trần Văn Dũn']

  test('legacy letters keep their codes, on Windows of any language', async () => {
    for (const codePage of [1252, 1258]) {
      const rows = await rowsOf(excel95(western, codePage))
      expect(Object.values(rows).flat()).toEqual(western.map((text) => text.toString('latin1')))
    }
  })

  test('Vietnamese Windows wrote its own letters', async () => {
    const texts = Object.values(await rowsOf(excel95(vietnamese, 1258))).flat()
    expect(texts.map((text) => String(text).normalize('NFC'))).toEqual(inVietnamese)
  })
})

describe('.xlsx in all its ways', () => {
  async function rowsOfSheet(cells: string, changes: Record<string, string> = {}) {
    const parts = workbookParts(`<sheetData><row>${cells}</row></sheetData>`)
    return (await rowsOf(await zipParts({ ...parts, ...changes })))[1]
  }

  test('values: ISO dates, missing ones, errors, booleans, readings aloud, cached results of formulas', async () => {
    const cells = [
      '<c t="d"><v>2026-11-05T00:00:00</v></c>',
      '<c t="d"><v>08:30</v></c>',
      '<c><f>1+1</f></c>',
      '<c t="s"><v></v></c>',
      '<c t="e"><f>NA()</f><v>#N/A</v></c>',
      '<c t="b"><v>1</v></c>',
      '<c t="inlineStr"><is><r><t>Trần </t></r><r><t>An</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>',
      '<c t="str"><f t="shared" si="0"/><v>Xong</v></c>',
    ]
    expect(await rowsOfSheet(cells.join(''))).toEqual([
      day('2026-11-05'),
      '08:30',
      null,
      null,
      '#N/A',
      true,
      'Trần An',
      'Xong',
    ])
  })

  test('number formats that are days, and those that only look so', () => {
    for (const code of [
      'dd/mm/yyyy',
      'dd\\/mm\\/yyyy',
      '[$-42A]dd mmmm yyyy;@',
      'yyyy',
      '"ngày" d',
      '[$-1010000]d/m/yy',
    ]) {
      expect([code, isDateCode(code)]).toEqual([code, true])
    }
    for (const code of ['[h]:mm', 'General', '#,##0 "đồng"', '[Red]0', '0\\d', '_-* #,##0_-', 'h:mm:ss', '@']) {
      expect([code, isDateCode(code)]).toEqual([code, false])
    }
  })

  test('days from 1904 on, a workbook with macros', async () => {
    const parts = workbookParts('')
    const styles =
      '<styleSheet><fonts><font><name val=".VnTimeH"/></font></fonts><cellXfs><xf numFmtId="14" fontId="0"/></cellXfs></styleSheet>'
    const relationships = parts['xl/_rels/workbook.xml.rels'] ?? ''
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles'
    const sheet =
      '<worksheet><sheetData><row hidden="1"><c s="0"><v>0.5</v></c><c s="0"><v>36526</v></c><c t="str"><v>Èn</v></c></row></sheetData></worksheet>'
    const workbook = (parts['xl/workbook.xml'] ?? '').replace('<sheets>', '<workbookPr date1904="1"/><sheets>')
    const table = await openTable(
      await zipParts({
        ...parts,
        'xl/workbook.xml': workbook.replace('<sheet ', '<sheet state="veryHidden" '),
        'xl/_rels/workbook.xml.rels': relationships.replace(
          '</R',
          `<Relationship Id="s" Type="${type}" Target="styles.xml"/></R`,
        ),
        'xl/styles.xml': styles,
        'xl/worksheets/sheet1.xml': sheet,
        'xl/vbaProject.bin': Buffer.from('macro'),
      }),
    )
    expect(await readTable(table)).toEqual([
      {
        name: 'Sheet1',
        isHidden: true,
        rows: { 1: [day('1904-01-01'), day('2004-01-02'), 'Èn'] },
        merged: [],
        hidden: [1],
        fonts: [null, null, '.VnTimeH'],
      },
    ])
  })
})

test('what Excel puts on the clipboard', async () => {
  const text = 'STT\tHọ tên\tGhi chú\r\n1\t"Trần\nThị ""An"""\t\r\n\r\n2\tLê 5" Bình\t"x"\r\n'
  const table = openPasted(text)
  expect(table).toMatchObject({ format: 'pasted', textEncoding: null })
  const [sheet] = await readTable(table)
  expect(sheet?.rows).toEqual({
    1: ['STT', 'Họ tên', 'Ghi chú'],
    2: ['1', 'Trần\nThị "An"', null],
    4: ['2', 'Lê 5" Bình', 'x'],
  })
})

describe('web pages that call themselves .xls', () => {
  test('tags left open, spans, entities, exact numbers, hidden rows and fonts of classes', async () => {
    const page = `\ufeff<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>
      <style><!-- .xl65 { font-family:".VnTime", sans-serif; } --></style><script>if (1 < 2) "<table>"</script></head>
      <body><p>Báo cáo<TABLE border=1><tr><TH rowspan=2>STT<th colspan='2'>H&#7885; t&ecirc;n &amp; s&#x1ed1;
      <tr><td class=xl65>T&ecirc;n<td>CCCD <!-- <td>không --> <tr style="display:none"><td x:num="1">1<td class=xl65>An<br>
      <b>Bình</b><td x:num="1185000001">1,18E+09</td></tr></table>`
    const table = await openTable(Buffer.from(page))
    expect(await readTable(table)).toEqual([
      {
        name: 'HTML',
        isHidden: false,
        rows: { 1: ['STT', 'Họ tên & số'], 2: [null, 'Tên', 'CCCD'], 3: [1, 'An\nBình', 1185000001] },
        merged: [{ firstRowNumber: 1, lastRowNumber: 2, column: 0 }],
        hidden: [3],
        fonts: [null, '', ''].map((_, column) => (column === 1 ? '.VnTime' : null)),
      },
    ])
  })

  test('a table in a cell of another is a table of its own', async () => {
    const page = '<table><tr><td>Ngoài<table><tr><td>Trong</td></tr></table></td><td>Bên</td></tr></table>'
    const sheets = await readTable(await openTable(Buffer.from(page)))
    expect(sheets.map(({ name, rows }) => [name, rows])).toEqual([
      ['HTML 1', { 1: ['Ngoài', 'Bên'] }],
      ['HTML 2', { 1: ['Trong'] }],
    ])
  })
})
