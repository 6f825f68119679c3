/**
 * Writes real workbooks for tests: by a library as people's programs do, and part by part where they are to be
 * broken.
 */

import { writeFile } from 'node:fs/promises'
import { type CellStyle, type CellValue, type MergeRange, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { ZipFile } from 'yazl'

export type { CellStyle, CellValue, MergeRange, WriteSheet }

/** Writes a workbook of whole sheets. */
export async function writeWorkbook(file: string, sheets: WriteSheet[], stringMode: 'shared' | 'inline' = 'shared') {
  await writeFile(file, await writeXlsx({ sheets, stringMode }))
}

/** Writes a workbook of one sheet of bare rows. */
export async function writeRows(file: string, rows: CellValue[][], name = 'Danh sách') {
  await writeWorkbook(file, [{ name, rows }])
}

const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

function relationships(entries: string): string {
  return `<Relationships xmlns="${PACKAGE}/relationships">${entries}</Relationships>`
}

/** The parts of a smallest workbook, whose one sheet has this XML as its content. */
export function workbookParts(sheetContent: string): Record<string, string> {
  return {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"/>`,
    '_rels/.rels': relationships(
      `<Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/>`,
    ),
    'xl/workbook.xml': [
      `<workbook xmlns="${SPREADSHEET}" xmlns:r="${RELATIONSHIPS}"><sheets>`,
      '<sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ].join(''),
    'xl/_rels/workbook.xml.rels': relationships(
      `<Relationship Id="rId1" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet1.xml"/>`,
    ),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${SPREADSHEET}">${sheetContent}</worksheet>`,
  }
}

/** Zips parts as they are given: well formed or not. */
export async function zipParts(parts: Record<string, string | Buffer>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}
