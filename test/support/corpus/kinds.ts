/** Lists of the corpus in other kinds of files, and files that are no list. */

import { writeXlsx } from 'hucre/xlsx'
import type { CellValue } from '../workbook.ts'
import { workbookParts, zipParts } from '../workbook.ts'
import { byHand, HEADER, inlineRow, LIST, type Maker, type Rows, rowsOf, sheet, utf8 } from './builders.ts'

const html = (rows: Rows) =>
  rows.map((row) => `<tr>${row.map((cell) => `<td class="x">${cell ?? '&nbsp;'}</td>`).join('')}</tr>`).join('\n')

function xml2003(rows: Rows): string {
  const cell = (value: CellValue) =>
    `<Cell><Data ss:Type="${typeof value === 'number' ? 'Number' : 'String'}">${value ?? ''}</Data></Cell>`
  return [
    '<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Excel.Sheet"?>',
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">',
    '<Worksheet ss:Name="Danh sách"><Table>',
    ...rows.map((row) => `<Row>${row.map(cell).join('')}</Row>`),
    '</Table></Worksheet></Workbook>',
  ].join('\n')
}

export const KINDS: Readonly<Record<string, Maker>> = {
  'web-page.xls': utf8(
    `<html><head><meta charset="utf-8"></head><body><table border="1">\n${html(LIST)}\n</table></body></html>`,
  ),
  'xml-of-2003.xls': utf8(xml2003(LIST)),
  'workbook-named-csv.csv': rowsOf(LIST),
  'inline-texts.xlsx': byHand(`${inlineRow('Họ tên', 'CCCD')}${inlineRow('Trần Thị An', '001150000001')}`),
  'renamed-program.xlsx': () =>
    Buffer.from(`MZ\x90\0\x03\0\0\0\x04${'\0'.repeat(400)}This program cannot be run`, 'latin1'),
  'word-document.xlsx': () =>
    zipParts({
      '_rels/.rels': (workbookParts('')['_rels/.rels'] ?? '').replace('xl/workbook.xml', 'word/document.xml'),
      'word/document.xml': '<document/>',
    }),
  'billion-laughs.xlsx': () => {
    const lol = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('')
    const parts = workbookParts(`<sheetData>${inlineRow('Họ tên', '&l9;')}</sheetData>`)
    const declared = `<!DOCTYPE x [<!ENTITY l0 "lol">${lol}]>`
    return zipParts({ ...parts, 'xl/worksheets/sheet1.xml': declared + (parts['xl/worksheets/sheet1.xml'] ?? '') })
  },
  'cut-short.xlsx': async () => {
    const whole = await writeXlsx({ sheets: [sheet(LIST)] })
    return whole.subarray(0, Math.floor(whole.length * 0.7))
  },
  'no-list.xlsx': rowsOf([['Kính gửi: Công ty Điện lực Mẫu'], ['Đề nghị quý công ty xem xét'], ['Trân trọng']]),
  'empty-form.xlsx': rowsOf([['DANH SÁCH HỘ NGHÈO'], HEADER]),
  'empty.csv': utf8(''),
}
