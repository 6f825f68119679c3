import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import readXlsxFile from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { findingsHeader } from '../../src/contract/wording/vi/list-findings.ts'
import type { ListSource } from '../../src/domain/household-list.ts'
import { annotateList } from '../../src/intake/annotate-list.ts'
import { openTable } from '../../src/intake/formats/open-table.ts'
import { openZip } from '../../src/intake/formats/zip-archive.ts'
import { readHouseholdList } from '../../src/intake/read-household-list.ts'
import { workbookParts, writeWorkbook, zipParts } from '../support/workbook.ts'
import { freshFile, listOf, TODAY } from './list-files.ts'

const HEADER = 'Cần xem lại'

async function annotated(source: ListSource) {
  const list = listOf(await readHouseholdList(source, { today: TODAY }))
  const wordsOf = ({ code, value }: { code: string; value: string }) => `${code}: ${value}`
  const answered = await annotateList(source, list, { wordsOf, header: HEADER })
  if (!answered.ok) throw new Error(answered.refusal.code)
  return { list, ...answered.result }
}

async function cellsOf(bytes: Buffer, sheet = 0) {
  const table = await openTable(bytes)
  const rows: Record<number, readonly unknown[]> = {}
  for await (const { rowNumber, cells } of table.sheets[sheet]?.rows() ?? []) rows[rowNumber] = cells
  return rows
}

async function partsOf(bytes: Buffer): Promise<Record<string, string>> {
  const zip = await openZip(bytes)
  const parts: Record<string, string> = {}
  for (const partName of zip.partNames()) {
    const chunks: Uint8Array[] = []
    for await (const chunk of zip.read(partName)) chunks.push(chunk)
    parts[partName] = Buffer.concat(chunks).toString()
  }
  return parts
}

const ROWS = [
  ['DANH SÁCH HỘ NGHÈO', null, null],
  ['STT', 'Họ tên', 'CCCD'],
  [1, 'Trần Thị An', '12'],
  [2, 'Lê Văn Bình', '001150000002'],
  [3, null, '=HYPERLINK("x")'],
]

test("the sender's workbook comes back with a column of findings and all else as it was", async () => {
  const file = await freshFile('xã mẫu.xlsx')
  const merges = [{ startRow: 0, startCol: 0, endRow: 0, endCol: 4 }]
  await writeWorkbook(file, [
    { name: 'Danh sách', rows: ROWS, merges, columns: [{ width: 5 }, { width: 30 }, { width: 16 }] },
    {
      name: 'Khác',
      rows: [
        ['Họ tên', 'CCCD'],
        ['Chi', '3'],
      ],
    },
  ])
  const { bytes, extension, rowCount } = await annotated({ file })
  expect([extension, rowCount]).toEqual(['xlsx', 2])
  const before = await partsOf(await readFile(file))
  const after = await partsOf(bytes)
  expect(Object.keys(after)).toEqual(Object.keys(before))
  const changed = Object.keys(after).filter((name) => after[name] !== before[name])
  expect(changed.map((name) => basename(name))).toEqual(['sheet1.xml'])
  expect(await cellsOf(bytes)).toEqual({
    1: ['DANH SÁCH HỘ NGHÈO'],
    2: ['STT', 'Họ tên', 'CCCD', null, null, HEADER],
    3: [1, 'Trần Thị An', '12', null, null, 'citizenIdStrange: 12'],
    4: [2, 'Lê Văn Bình', '001150000002'],
    5: [3, null, '=HYPERLINK("x")', null, null, expect.stringContaining('nameMissing')],
  })
  const [read] = await readXlsxFile(bytes)
  expect(read?.data[4]?.slice(0, 3)).toEqual([3, null, '=HYPERLINK("x")'])
  expect(read?.data[1]?.at(-1)).toBe(HEADER)
})

test('rows, cells and sheets written in other ways are annotated, too', async () => {
  const inline = (text: string) => `<x:c t="inlineStr"><x:is><x:t>${text}</x:t></x:is></x:c>`
  const rows = [
    `<x:row>${inline('Họ tên')}${inline('CCCD')}</x:row>`,
    `<x:row spans="1:3">${inline('An &amp; B')}${inline('12')}<x:c r="C2" s="0"/><x:c r="D2"/></x:row>`,
  ]
  const sheet = `<x:dimension ref="A1"/><x:sheetData>${rows.join('')}</x:sheetData>`
  const parts = workbookParts(sheet.replaceAll('x:', ''))
  const named = 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
  const file = await freshFile('khác.xlsx')
  await writeFile(
    file,
    await zipParts({ ...parts, 'xl/worksheets/sheet1.xml': `<x:worksheet ${named}>${sheet}</x:worksheet>` }),
  )
  const { bytes } = await annotated({ file })
  const written = (await partsOf(bytes))['xl/worksheets/sheet1.xml'] ?? ''
  expect(written).toContain('<x:dimension ref="A1:C1"/>')
  expect(written).toContain('<x:cols><x:col min="3" max="3" width="60" customWidth="1"/></x:cols><x:sheetData>')
  expect(written).not.toContain('spans')
  expect(written.match(/r="C2"/g)).toHaveLength(1)
  expect(await cellsOf(bytes)).toEqual({
    1: ['Họ tên', 'CCCD', HEADER],
    2: ['An & B', '12', 'citizenIdStrange: 12'],
  })
})

const TEXT = 'Ghi ở đây\r\nHọ tên;CCCD\r\n"Trần Thị\r\n""An""";12\r\n\r\nLê Văn Bình;001150000002;a\r\n-;3'
const written: [kind: string, bytes: Buffer][] = [
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 with its mark', Buffer.from(`\ufeff${TEXT}`)],
  ['UTF-16 LE', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
  ['UTF-16 BE', Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16()],
]
test.each(written)('separated values in %s stay what they were, one column wider', async (_kind, original) => {
  const file = await freshFile('danh sách.TXT')
  await writeFile(file, original)
  const { bytes, extension } = await annotated({ file })
  expect(extension).toBe('txt')
  const marked = original.toString('latin1').slice(0, 2)
  expect(bytes.toString('latin1').slice(0, 2)).toBe(marked)
  expect(await cellsOf(bytes)).toEqual({
    1: ['Ghi ở đây'],
    2: ['Họ tên', 'CCCD', null, HEADER],
    3: ['Trần Thị\r\n"An"', '12', null, 'citizenIdStrange: 12'],
    5: ['Lê Văn Bình', '001150000002', 'a'],
    6: ['-', '3', null, expect.stringContaining('nameMissing')],
  })
})

describe('lists of the corpus come back as they can be read again, with the same households', () => {
  const lists: [fileName: string, extension: string, column: number][] = [
    ['windows-1258.csv', 'csv', 6],
    ['tcvn3-without-font.csv', 'csv', 6],
    ['utf-16-le.txt', 'txt', 6],
    ['separator-line.csv', 'csv', 6],
    ['quoted-line-breaks.csv', 'csv', 3],
    ['tcvn3.xlsx', 'xlsx', 6],
    ['merged-headers.xlsx', 'xlsx', 8],
    ['excel-97-tcvn3.xls', 'xlsx', 6],
    ['open-document.ods', 'xlsx', 6],
    ['web-page.xls', 'xlsx', 6],
    ['xml-of-2003.xls', 'xlsx', 6],
  ]
  test.each(lists)('%s as .%s', async (fileName, extension, column) => {
    const source = { file: fileURLToPath(new URL(`corpus/${fileName}`, import.meta.url)) }
    const list = listOf(await readHouseholdList(source, { today: TODAY }))
    const findings = list.rows.map(({ rowNumber }) => ({
      ...({ rowNumber, field: 'note', severity: 'warning', code: 'nameMissing', value: '' } as const),
      ...{ mended: null, proposed: null, other: null },
    }))
    const wordsOf = () => 'Đã xem lại; ổn “cả”.'
    const answered = await annotateList(source, { ...list, findings }, { wordsOf, header: findingsHeader })
    if (!answered.ok) throw new Error(answered.refusal.code)
    expect(answered.result).toMatchObject({ extension, rowCount: list.rows.length })
    const file = await freshFile(`trả lại.${extension}`)
    await writeFile(file, answered.result.bytes)
    const again = listOf(await readHouseholdList({ file }, { today: TODAY }))
    expect(again.textEncoding).toBe(extension === 'xlsx' ? null : list.textEncoding)
    expect(again.rows).toEqual(list.rows)
    expect(again.headerSignature).toBe(list.headerSignature)
    const added = { columnNumber: column + 1, header: expect.stringContaining(findingsHeader), field: null }
    expect(again.columns.at(-1)).toMatchObject(added)
    expect(new Set(again.columns.at(-1)?.samples)).toEqual(new Set([wordsOf()]))
  })
})

test('what was pasted becomes a workbook of its values', async () => {
  const { bytes, extension } = await annotated({
    pasted: 'Họ tên\tCCCD\tGhi chú\nTrần Thị An\t12\t\nLê Văn Bình\t\t=1+1\n',
  })
  expect(extension).toBe('xlsx')
  expect(await cellsOf(bytes)).toEqual({
    1: ['Họ tên', 'CCCD', 'Ghi chú', HEADER],
    2: ['Trần Thị An', '12', null, 'citizenIdStrange: 12'],
    3: ['Lê Văn Bình', null, '=1+1', 'forbiddenText: =1+1'],
  })
})

test('a finding that would be a formula is none, in a text file as in a workbook', async () => {
  const list = listOf(await readHouseholdList({ pasted: 'Họ tên\tCCCD\nTrần Thị An\t12' }, { today: TODAY }))
  const annotation = { wordsOf: () => '=1+1', header: '@x' }
  const file = await freshFile('a.csv')
  await writeFile(file, 'Họ tên,CCCD\nTrần Thị An,12')
  const text = await annotateList({ file }, list, annotation)
  expect(text.ok && text.result.bytes.toString()).toBe(`Họ tên,CCCD,"'@x"\nTrần Thị An,12,"'=1+1"`)
  const workbook = await annotateList({ pasted: 'Họ tên\tCCCD\nTrần Thị An\t12' }, list, annotation)
  const sheet = workbook.ok ? (await partsOf(workbook.result.bytes))['xl/worksheets/sheet1.xml'] : ''
  expect(sheet).not.toContain('<f>')
})
