import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { openTable } from '../../src/intake/formats/open-table.ts'
import { zipParts } from '../support/workbook.ts'
import { faultOf, readTable, rowsOf } from './tables.ts'

const fileBytes = (name: string) => readFile(fileURLToPath(new URL(`files/${name}`, import.meta.url)))
const rowCountOf = async (bytes: Buffer | string) => Object.keys(await rowsOf(bytes)).length

const ODS = 'application/vnd.oasis.opendocument.spreadsheet'
const NAMESPACES = ['office', 'table', 'text'].map(
  (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
)

function odsParts(rows: string): Record<string, string> {
  const table = `<table:table table:name="DS">${rows}</table:table>`
  const body = `<office:body><office:spreadsheet>${table}</office:spreadsheet></office:body>`
  return {
    mimetype: ODS,
    'content.xml': `<office:document-content ${NAMESPACES.join(' ')}>${body}</office:document-content>`,
  }
}
const odsOf = async (rows: string) => zipParts(odsParts(rows))
const odsCell = (text: string, attributes = '') =>
  `<table:table-cell office:value-type="string" ${attributes}><text:p>${text}</text:p></table:table-cell>`
const odsRow = (cells: string, attributes = '') => `<table:table-row ${attributes}>${cells}</table:table-row>`

function xml2003(table: string): string {
  const workbook =
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
  return `<?xml version="1.0"?>${workbook}<Worksheet ss:Name="DS"><Table>${table}</Table></Worksheet></Workbook>`
}
const xmlRow = (text: string, attributes = '') =>
  `<Row ${attributes}><Cell><Data ss:Type="String">${text}</Data></Cell></Row>`

describe('cut short at any of many places', () => {
  test.each(['list-97.xls', 'long-texts.xls', 'list.ods', 'list.xml', 'list.xlsx'])('%s', async (file) => {
    const bytes = await fileBytes(file)
    for (let length = 8; length < bytes.length - 1; length += Math.ceil(bytes.length / 50)) {
      const fault = await faultOf(bytes.subarray(0, length))
      // A file that is cut before its first tag says what it is may be taken for another kind.
      expect(length < 2048 ? ['broken', 'notAWorkbook'] : ['broken', null]).toContain(fault)
      if (file !== 'list-97.xls' && file !== 'long-texts.xls') expect(fault).not.toBeNull()
    }
  })

  test('an old workbook without its last sectors is refused or whole, never shorter', async () => {
    for (const file of ['list-97.xls', 'long-texts.xls']) {
      const bytes = await fileBytes(file)
      const whole = await readTable(await openTable(bytes))
      for (let length = bytes.length - 512; length > 0; length -= 512) {
        const part = bytes.subarray(0, length)
        if ((await faultOf(part)) === null) expect(await readTable(await openTable(part))).toEqual(whole)
      }
    }
  })
})

test('flipped bits in old workbooks and XML end in a reading or a refusal, nothing else', async () => {
  for (const file of ['list-97.xls', 'list.ods', 'list.xml', 'list.html']) {
    const bytes = await fileBytes(file)
    for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 400)) {
      const flipped = Buffer.from(bytes)
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8))
      const fault = await faultOf(flipped)
      expect([null, 'broken', 'notAWorkbook', 'encrypted', 'tooLarge', 'tooManyRows']).toContain(fault)
    }
  }
})

describe('workbooks with a password', () => {
  test('of Excel 97: the stream says so in its first records', async () => {
    const bytes = await fileBytes('list-97.xls')
    const codePage = bytes.indexOf(Buffer.from('42000200', 'hex'))
    bytes.writeUInt16LE(0x2f, codePage)
    expect(await faultOf(bytes)).toBe('encrypted')
  })

  test('of LibreOffice: the manifest says so, or the whole is one part', async () => {
    const encryption = '<manifest:encryption-data manifest:checksum="x"/>'
    const manifest = `<manifest:manifest xmlns:manifest="m"><manifest:file-entry>${encryption}</manifest:file-entry></manifest:manifest>`
    const parts = { ...odsParts(''), 'content.xml': 'ÿ', 'META-INF/manifest.xml': manifest }
    expect(await faultOf(await zipParts(parts))).toBe('encrypted')
    expect(await faultOf(await zipParts({ mimetype: ODS, 'encrypted-package': 'ÿ' }))).toBe('encrypted')
  })
})

describe('containers that go in circles', () => {
  test('sectors, directories and lists of an old workbook', async () => {
    const bytes = await fileBytes('list-97.xls')
    const changes: [what: string, at: number, value: number][] = [
      ['the directory begins in the table of sectors', 48, 0],
      ['a list of tables that follows itself', 68, 0],
      ['a sector beyond the file', 48, 0x00fffff0],
      ['sectors of another size', 30, 3],
      ['a table in itself', 76, 5],
    ]
    for (const [what, at, value] of changes) {
      const changed = Buffer.from(bytes)
      if (at === 30) changed.writeUInt16LE(value, at)
      else changed.writeUInt32LE(value, at)
      if (at === 68) changed.writeUInt32LE(value, 1020)
      expect(['broken', 'notAWorkbook']).toContain((await faultOf(changed)) ?? what)
    }
    for (const next of [0, 1, 2, 3]) {
      const changed = Buffer.from(bytes)
      const table = 512 + changed.readUInt32LE(76) * 512
      for (let at = table; at < table + 512; at += 4) changed.writeUInt32LE(next, at)
      expect(await faultOf(changed)).not.toBe('encrypted')
    }
  })

  test('no workbook in the container, an embedded one alone', async () => {
    const bytes = await fileBytes('list-97.xls')
    const name = Buffer.from('Workbook', 'utf16le')
    Buffer.from('WordDocu', 'utf16le').copy(bytes, bytes.lastIndexOf(name))
    expect(await faultOf(bytes)).toBe('notAWorkbook')
    expect(await faultOf(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)]))).toBe('broken')
  })

  test('an old workbook that claims more rows and texts than there are', async () => {
    const bytes = await fileBytes('list-97.xls')
    const dimensions = bytes.indexOf(Buffer.from('00020e00', 'hex'))
    bytes.writeUInt32LE(0xffffffff, dimensions + 8)
    bytes.writeUInt16LE(0xffff, dimensions + 14)
    expect(await rowCountOf(bytes)).toBe(6)
  })
})

describe('OpenDocument made to hurt', () => {
  test('ten million blank rows, and columns, are nothing', async () => {
    const blank = `${odsRow('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="10000000"')}`
    const rows = await rowsOf(await odsOf(odsRow(odsCell('An')) + blank + odsRow(odsCell('Bình'))))
    expect(rows).toEqual({ 1: ['An'], 10000002: ['Bình'] })
  })

  test('ten million rows of a value are too many', async () => {
    const many = odsRow(odsCell('An'), 'table:number-rows-repeated="10000000"')
    expect(await faultOf(await odsOf(many))).toBe('tooManyRows')
    expect(await faultOf(await odsOf(odsRow(odsCell('An'), 'table:number-rows-repeated="100000"').repeat(5)))).toBe(
      'tooManyRows',
    )
  })

  test('a value in 16,384 columns fills as many as are looked at', async () => {
    const rows = await rowsOf(await odsOf(odsRow(odsCell('An', 'table:number-columns-repeated="16384"'))))
    expect(rows[1]).toHaveLength(200)
  })

  test('a billion spaces, counts that are none, entities and another document', async () => {
    const spaces = await rowsOf(await odsOf(odsRow(odsCell('a<text:s text:c="1000000000"/>b'))))
    expect(String(spaces[1]?.[0])).toHaveLength(102)
    for (const count of ['-1', '0', 'x', '1e99']) {
      expect(await faultOf(await odsOf(odsRow(odsCell('An'), `table:number-rows-repeated="${count}"`)))).toBe('broken')
    }
    const parts = odsParts('')
    const laughs = `<!DOCTYPE a [<!ENTITY a "ha">]>${parts['content.xml']}`
    expect(await faultOf(await zipParts({ ...parts, 'content.xml': laughs }))).toBe('broken')
    const letter = 'application/vnd.oasis.opendocument.text'
    expect(await faultOf(await zipParts({ ...parts, mimetype: letter }))).toBe('notAWorkbook')
  })
})

describe('XML and web pages made to hurt', () => {
  test('XML: a row far down, rows that go backwards, too many, entities', async () => {
    expect(await rowsOf(xml2003(xmlRow('An') + xmlRow('Bình', 'ss:Index="1048576"')))).toEqual({
      1: ['An'],
      1048576: ['Bình'],
    })
    expect(await faultOf(xml2003(xmlRow('An', 'ss:Index="9"') + xmlRow('Bình', 'ss:Index="3"')))).toBe('broken')
    expect(await faultOf(xml2003(xmlRow('An', 'ss:Index="10000000"')))).toBe('broken')
    expect(await faultOf(xml2003('').replace('<Workbook', '<!DOCTYPE a [<!ENTITY a "ha">]><Workbook'))).toBe('broken')
    const deep = xml2003(`${'<a>'.repeat(200_000)}${'</a>'.repeat(200_000)}${xmlRow('An')}`)
    expect(await rowsOf(deep)).toEqual({ 1: ['An'] })
  })

  test('web pages: tables deep in each other, spans without end, tags that never close', async () => {
    expect(await faultOf('<table><tr><td>'.repeat(100_000))).toBe('broken')
    const spans = '<table><tr><td rowspan="999999999" colspan="999999999">An</td><td>Bình</td></tr></table>'
    expect(await rowsOf(spans)).toEqual({ 1: ['An'] })
    expect(await rowsOf(`<table><tr><td>An${'<td "'.repeat(300_000)}`)).toEqual({ 1: ['An'] })
    expect(await rowsOf(`<table><tr><td>An${'<div>'.repeat(300_000)}Bình`)).toEqual({
      1: [expect.stringMatching(/^An/)],
    })
    expect(await faultOf(`<table>${'<tr><td>An'.repeat(400_001)}`)).toBe('tooManyRows')
    expect(await faultOf(`<table>${' '.repeat(33 * 2 ** 20)}`)).toBe('tooLarge')
  })
})
