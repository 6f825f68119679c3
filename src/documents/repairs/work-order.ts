/** Phiếu giao việc: what a crew is to do at a household, what it draws from the store, and how it stays safe. */

import { type Day, formatDay } from '../../domain/day.ts'
import type { RepairItem } from '../../domain/repair-cost.ts'
import type { SurveyPoint } from '../../domain/wiring-survey.ts'
import {
  blocks,
  type Column,
  emptyRows,
  factsLine,
  formatQuantity,
  paragraph,
  rowCells,
  ruledTable,
  signatures,
  tickBox,
} from '../layout.ts'
import { FULL_HEAD, letterhead, titleRow } from '../letterhead.ts'
import { A4_SCALES, A4_UPRIGHT, type Block, contentWidthPt, MM, type PageDefinition, type Scale } from '../page.ts'
import type { PaperPerson, Printing } from '../paper-data.ts'
import { heading, householdLines, type RepairPaperData, SURVEY_POINT_NAMES, withoutFullStop } from './repair-paper.ts'

export interface WorkOrderData extends RepairPaperData {
  phone: string | null
  crew: string
  plannedFor: Day
  /** As the survey has it; null where a repair was planned without one. */
  conditionFound: string | null
  dangerous: readonly SurveyPoint[]
  neededWork: string | null
  instructions: string | null
  /** The commune's list, or why a supervisor went on without it, in words; null where nothing was said. */
  confirmation: string | null
  items: readonly RepairItem[]
  givenBy: PaperPerson
}

/** The order on one A4 page; more material than fits in the smallest type runs on to a second one. */
export function workOrder(data: WorkOrderData, printing: Printing): PageDefinition {
  return {
    ...A4_UPRIGHT,
    title: `${data.documentNumber} ${data.household.headOfHousehold}`,
    layouts: A4_SCALES.map((scale) => () => page(data, printing, scale)),
    fitsOnPages: 1,
    practiceMarks: data.isPractice ? 1 : 0,
  }
}

function page(data: WorkOrderData, printing: Printing, scale: Scale): Block[] {
  const { office, documentNumber, issuedOn, code, items, givenBy } = data
  return blocks(
    letterhead({ office, documentNumber, issuedOn, widthPt: contentWidthPt(A4_UPRIGHT) }, FULL_HEAD),
    titleRow(
      {
        title: 'PHIẾU GIAO VIỆC',
        subject: 'Sửa chữa hệ thống điện sau công tơ cho hộ gia đình',
        code,
        printing,
      },
      FULL_HEAD,
    ),
    ...job(data, scale),
    ...workAndMaterials(items, scale),
    heading('Các bước an toàn (đánh dấu khi đã làm):', scale),
    safetySteps(scale),
    signatures(
      [
        { role: 'Người giao việc', manner: 'signature', fullName: givenBy.fullName },
        { role: 'Thủ kho', manner: 'signature', fullName: null },
        { role: 'Người nhận việc', manner: 'signature', fullName: null, mark: 'recipientSignature' },
      ],
      scale,
    ),
  )
}

function job(data: WorkOrderData, scale: Scale): Block[] {
  const { household, phone, crew, plannedFor, campaign, conditionFound, dangerous, neededWork, instructions } = data
  const named = dangerous.map((point) => SURVEY_POINT_NAMES[point].toLowerCase()).join(', ')
  return blocks(
    paragraph(
      [
        { text: 'Giao ' },
        { text: crew, bold: true },
        { text: ' sửa chữa hệ thống điện của hộ ' },
        { text: household.headOfHousehold, bold: true },
        { text: ', ngày ' },
        { text: formatDay(plannedFor), bold: true },
        { text: campaign ? `, theo chương trình “${campaign.name}”.` : '.' },
      ],
      scale,
    ),
    ...householdLines(household, phone, scale),
    factsLine([['Xác nhận của UBND xã', data.confirmation && withoutFullStop(data.confirmation)]], scale),
    factsLine([['Hiện trạng', conditionFound && withoutFullStop(conditionFound)]], scale),
    named ? paragraph(`Nguy hiểm: ${named}.`, scale, { bold: true, margin: [0, 0, 0, scale.gap / 2] }) : null,
    factsLine([['Việc cần làm', neededWork && withoutFullStop(neededWork)]], scale),
    factsLine([['Dặn thêm', instructions && withoutFullStop(instructions)]], scale),
  )
}

/** Rooms left for what turns out to be needed at the place. */
const SPARE_ROWS = 2

function workAndMaterials(items: readonly RepairItem[], scale: Scale): Block[] {
  const wide = (ems: number) => ems * scale.table
  const work = items.filter(({ kind }) => kind === 'work')
  const materials = items.filter(({ kind }) => kind === 'material')
  const workColumns: readonly Column[] = [
    { head: 'STT', width: wide(2), alignment: 'center' },
    { head: 'Công việc', width: '*', alignment: 'left' },
    { head: 'ĐVT', width: wide(3.6), alignment: 'center' },
    { head: 'Số lượng', width: wide(4.4), alignment: 'right' },
    { head: 'Đã làm', width: wide(4.4), alignment: 'right' },
  ]
  const materialColumns: readonly Column[] = [
    { head: 'STT', width: wide(2), alignment: 'center' },
    { head: 'Vật tư', width: '*', alignment: 'left' },
    { head: 'ĐVT', width: wide(3.6), alignment: 'center' },
    { head: 'Nguồn', width: wide(4.4), alignment: 'center' },
    { head: 'Cần lĩnh', width: wide(4.4), alignment: 'right' },
    { head: 'Đã dùng', width: wide(4.4), alignment: 'right' },
    { head: 'Trả lại', width: wide(4.4), alignment: 'right' },
  ]
  const workRows = work.map(({ name, unitOfMeasure, quantity }, index) =>
    rowCells(workColumns, [String(index + 1), name, unitOfMeasure, formatQuantity(quantity), '']),
  )
  const materialRows = materials.map(({ name, unitOfMeasure, quantity, itemId }, index) =>
    rowCells(materialColumns, [
      String(index + 1),
      name,
      unitOfMeasure,
      itemId === null ? 'Mua ngoài' : 'Kho',
      formatQuantity(quantity),
      '',
      '',
    ]),
  )
  const look = { fontSize: scale.table, margin: [0, scale.gap / 2, 0, scale.gap] } as const
  return blocks(
    work.length > 0 ? ruledTable(workColumns, workRows, look) : null,
    ruledTable(materialColumns, [...materialRows, ...emptyRows(materialColumns, SPARE_ROWS)], look),
  )
}

/** What precedes touching a wire, in the order it is done; the last two after the work. */
const SAFETY_STEPS = [
  'Báo chủ hộ; kiểm tra dụng cụ, bút thử điện, găng, thang; làm từ hai người trở lên, không làm khi mưa giông.',
  'Cắt điện ở aptomat sau công tơ; cắt cả nguồn khác nếu có (máy phát, điện mặt trời, bộ lưu điện).',
  'Thử hết điện trên mọi dây ở chỗ làm việc; thử bút ở nơi có điện trước và sau đó.',
  'Khoá hoặc cử người giữ chỗ cắt điện, treo biển “Cấm đóng điện! Có người đang làm việc”.',
  'Nối đất, nối tắt phần dây làm việc nếu còn nguồn có thể đưa điện tới.',
  'Xong việc: tháo nối đất, kiểm đủ người và dụng cụ, đo cách điện trước khi đóng điện.',
  'Đóng điện, đo và thử theo biên bản nghiệm thu, hướng dẫn chủ hộ dùng điện an toàn.',
]

function safetySteps({ body, gap }: Scale): Block {
  const size = body - 1
  const box = Math.min(3.4 * MM, size)
  return {
    stack: SAFETY_STEPS.map((step, index) => ({
      columns: [
        { width: box, ...tickBox(box), margin: [0, size * 0.15, 0, 0] },
        { width: '*', text: `${index + 1}. ${step}` },
      ],
      columnGap: 5,
      fontSize: size,
      margin: [0, 0, 0, gap / 3],
    })),
  }
}
