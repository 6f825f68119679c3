/** Biên bản kiểm kê: what should lie at a place, with room to write down what does. */

import { type Day, formatDayInWords } from '../domain/day.ts'
import { type Column, formatQuantity, paragraph, rowCells, ruledTable, signatures } from './layout.ts'
import { FULL_HEAD, letterhead, titleRow } from './letterhead.ts'
import { A4_SCALES, A4_UPRIGHT, type Block, contentWidthPt, MM, type PageDefinition, type Scale } from './page.ts'
import type { PaperData, PaperPerson, Printing } from './paper-data.ts'

export interface CountSheetData extends PaperData {
  placeName: string
  countedOn: Day
  lines: readonly { name: string; unitOfMeasure: string; onHand: number }[]
  preparedBy: PaperPerson
}

/** The sheet on as many A4 pages as its goods take. */
export function countSheet(data: CountSheetData, printing: Printing): PageDefinition {
  const [scale] = A4_SCALES
  return {
    ...A4_UPRIGHT,
    title: `Biên bản kiểm kê ${data.placeName}`,
    layouts: scale ? [() => page(data, printing, scale)] : [],
    fitsOnPages: 1,
    practiceMarks: data.isPractice ? 1 : 0,
  }
}

const COLUMNS: readonly Column[] = [
  { head: 'STT', width: 24, alignment: 'center' },
  { head: 'Tên hàng', width: '*', alignment: 'left' },
  { head: 'ĐVT', width: 44, alignment: 'center' },
  { head: 'Theo sổ', width: 70, alignment: 'right' },
  { head: 'Thực tế', width: 70, alignment: 'right' },
  { head: 'Chênh lệch', width: 70, alignment: 'right' },
  { head: 'Ghi chú', width: 60, alignment: 'left' },
]
/** Room to write by hand. */
const ROW_HEIGHT = 9 * MM

function page(data: CountSheetData, printing: Printing, scale: Scale): Block[] {
  const { office, placeName, countedOn, lines, preparedBy } = data
  const rows = lines.map(({ name, unitOfMeasure, onHand }, index) =>
    rowCells(COLUMNS, [String(index + 1), name, unitOfMeasure, formatQuantity(onHand), '', '', '']),
  )
  const { table, ...look } = ruledTable(COLUMNS, rows, { fontSize: scale.table, margin: [0, 0, 0, scale.gap * 2] })
  return [
    letterhead({ office, documentNumber: null, issuedOn: countedOn, widthPt: contentWidthPt(A4_UPRIGHT) }, FULL_HEAD),
    titleRow({ title: 'BIÊN BẢN KIỂM KÊ', subject: placeName, code: null, printing }, FULL_HEAD),
    paragraph(`Tồn theo sổ đến hết ${formatDayInWords(countedOn)}:`, scale),
    { ...look, table: { ...table, heights: (row) => (row > 0 ? ROW_HEIGHT : 0) } },
    signatures(
      [
        { role: 'Người lập', manner: 'signature', fullName: preparedBy.fullName },
        { role: 'Thủ kho', manner: 'signature', fullName: null },
        { role: 'Kế toán', manner: 'signature', fullName: null },
        { role: office.signerTitle, manner: 'signature', fullName: office.signerName },
      ],
      scale,
    ),
  ]
}
