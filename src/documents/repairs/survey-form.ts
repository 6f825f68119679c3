/** Phiếu khảo sát: the checklist that is filled in by hand at a household, on one page, and typed in by its code. */

import { SURVEY_CONDITIONS, SURVEY_POINTS } from '../../domain/wiring-survey.ts'
import {
  blocks,
  type Column,
  emptyRows,
  factsLine,
  paragraph,
  ruledTable,
  signatures,
  tickBox,
  writingLine,
  writingLines,
} from '../layout.ts'
import { FULL_HEAD, letterhead, titleRow } from '../letterhead.ts'
import {
  A4_UPRIGHT,
  type Block,
  type Cell,
  contentWidthPt,
  type Line,
  MM,
  type PageDefinition,
  type Scale,
} from '../page.ts'
import type { Printing } from '../paper-data.ts'
import { heading, householdLines, type RepairPaperData, SURVEY_POINT_NAMES, withoutFullStop } from './repair-paper.ts'

/** `issuedOn` is the day the repair was opened; the day of the survey is written in by hand. */
export interface SurveyFormData extends RepairPaperData {
  phone: string | null
  /** What was said to be wrong when the repair was asked for. */
  need: string | null
}

/** From roomy to tight; `rowHeight` is the room to write in. Long names and addresses leave less for the hand. */
const SCALES: readonly (Scale & { rowHeight: number })[] = [
  { body: 12, table: 11, gap: 4, signing: 24 * MM, rowHeight: 6.2 * MM },
  { body: 12, table: 11, gap: 3, signing: 22 * MM, rowHeight: 5.8 * MM },
  { body: 11, table: 10, gap: 2, signing: 20 * MM, rowHeight: 5.5 * MM },
  { body: 10, table: 9, gap: 2, signing: 18 * MM, rowHeight: 5.2 * MM },
]
const WIDTH = contentWidthPt(A4_UPRIGHT)
const BOX = 3.6 * MM

/** The form on one A4 page. */
export function surveyForm(data: SurveyFormData, printing: Printing): PageDefinition {
  return {
    ...A4_UPRIGHT,
    title: `${data.documentNumber} ${data.household.headOfHousehold}`,
    layouts: SCALES.map((scale) => () => page(data, printing, scale)),
    fitsOnPages: 1,
    practiceMarks: data.isPractice ? 1 : 0,
  }
}

function page(data: SurveyFormData, printing: Printing, scale: (typeof SCALES)[number]): Block[] {
  const { office, documentNumber, code, household, phone, need, campaign } = data
  const under = campaign ? `\nchương trình “${campaign.name}”` : ''
  const look = { widthPt: WIDTH, scale }
  return blocks(
    letterhead({ office, documentNumber, issuedOn: null, widthPt: WIDTH }, FULL_HEAD),
    titleRow(
      { title: 'PHIẾU KHẢO SÁT', subject: `Hệ thống điện sau công tơ của hộ gia đình${under}`, code, printing },
      FULL_HEAD,
    ),
    paragraph([{ text: 'Chủ hộ: ' }, { text: household.headOfHousehold, bold: true }], scale, {
      margin: [0, 0, 0, scale.gap / 2],
    }),
    ...householdLines(household, phone, scale),
    factsLine([['Nội dung đề nghị', need && withoutFullStop(need)]], scale),
    heading('1. Hiện trạng (đánh dấu vào một ô của mỗi dòng):', scale),
    checklist(scale),
    writingLine('Nhận xét chung', look),
    writingLine('Việc cần làm', look),
    { ...writingLines(1, WIDTH, scale.rowHeight * 0.8), margin: [0, 0, 0, scale.gap] },
    materialsAndSketch(scale),
    signatures(
      [
        {
          role: 'Chủ hộ',
          manner: 'signatureOrThumbprint',
          fullName: household.headOfHousehold,
          mark: 'recipientSignature',
        },
        { role: 'Trưởng thôn', manner: 'signature', fullName: null },
        { role: 'Người khảo sát', manner: 'signature', fullName: null },
      ],
      scale,
    ),
  )
}

function checklist({ table: fontSize, rowHeight }: (typeof SCALES)[number]): Block {
  const toTick = (head: string): Column => ({ head, width: fontSize * 4.8, alignment: 'center' })
  const columns: readonly Column[] = [
    { head: 'Hạng mục', width: fontSize * 9.5, alignment: 'left' },
    toTick('Tốt'),
    toTick('Cũ, hỏng'),
    toTick('Nguy hiểm'),
    toTick('Không có'),
    { head: 'Ghi chú (vị trí, số lượng)', width: '*', alignment: 'left' },
  ]
  const rows = SURVEY_POINTS.map((point) =>
    columns.map((_, index): Cell => {
      if (index === 0) return { text: SURVEY_POINT_NAMES[point], margin: [0, (rowHeight - fontSize * 1.15) / 2, 0, 0] }
      const isToTick = index <= SURVEY_CONDITIONS.length
      return isToTick
        ? { ...tickBox(BOX), alignment: 'center', margin: [0, (rowHeight - BOX) / 2, 0, 0] }
        : { text: '' }
    }),
  )
  const { table, ...look } = ruledTable(columns, rows, { fontSize })
  return { ...look, table: { ...table, heights: rowHeight } }
}

const EMPTY_ROWS = 6
/** Of the sketch. */
const SQUARES_ACROSS = 12
const SQUARE = 5 * MM

/** Side by side: what it will take, and room to draw where. */
function materialsAndSketch(scale: (typeof SCALES)[number]): Block {
  const { table: fontSize, rowHeight } = scale
  const columns: readonly Column[] = [
    { head: 'Vật tư, công việc', width: '*', alignment: 'left' },
    { head: 'ĐVT', width: fontSize * 2.6, alignment: 'center' },
    { head: 'SL', width: fontSize * 2.4, alignment: 'right' },
    { head: 'Đơn giá', width: fontSize * 4.6, alignment: 'right' },
  ]
  const { table, ...look } = ruledTable(columns, emptyRows(columns, EMPTY_ROWS), { fontSize })
  const height = (EMPTY_ROWS + 1) * (rowHeight + PADDING + RULE) + RULE
  const squaresDown = Math.round(height / SQUARE)
  const side = height / squaresDown
  const width = side * SQUARES_ACROSS
  return {
    columns: [
      {
        width: '*',
        stack: [heading('2. Vật tư, nhân công dự kiến:', scale), { ...look, table: { ...table, heights: rowHeight } }],
      },
      { width, stack: [heading('3. Sơ đồ, chỗ cần sửa:', scale), squares(SQUARES_ACROSS, squaresDown, side)] },
    ],
    columnGap: 4 * MM,
  }
}

/** Of a ruled table: the line between its rows, and the room above and below what stands in one. */
const RULE = 0.5
const PADDING = 3

/** A frame with faint squares, so that a plan of rooms comes out straight. */
function squares(across: number, down: number, side: number): Block {
  const [width, height] = [across * side, down * side]
  const look = (step: number, last: number) =>
    step === 0 || step === last ? { lineWidth: RULE } : { lineWidth: 0.25, dash: { length: 1 } }
  const upright = Array.from({ length: across + 1 }, (_, step): Line => {
    return { type: 'line', x1: step * side, x2: step * side, y1: 0, y2: height, ...look(step, across) }
  })
  const level = Array.from({ length: down + 1 }, (_, step): Line => {
    return { type: 'line', x1: 0, x2: width, y1: step * side, y2: step * side, ...look(step, down) }
  })
  return { canvas: [...upright, ...level] }
}
