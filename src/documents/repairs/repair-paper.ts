/** What the papers of a repair share: their facts, the tables of work and of checks, the words they agree on. */

import { assertNever } from '../../domain/brand.ts'
import { type Day, formatDay } from '../../domain/day.ts'
import { formatDong, lineAmountDong } from '../../domain/money.ts'
import type { CheckLine, CheckRequirement, CheckUnit, RepairCheck } from '../../domain/repair-check.ts'
import { type RepairItem, repairCostDong } from '../../domain/repair-cost.ts'
import type { SurveyPoint } from '../../domain/wiring-survey.ts'
import {
  type Column,
  factsLine,
  formatQuantity,
  ITEM_AMOUNT_COLUMN,
  itemColumns,
  paragraph,
  rowCells,
  ruledTable,
  totalCells,
} from '../layout.ts'
import { type Block, MM, type Scale } from '../page.ts'
import type { PaperCampaign, PaperData, PaperHousehold } from '../paper-data.ts'

/** What every paper of one repair begins with. */
export interface RepairPaperData extends PaperData {
  documentNumber: string
  /** 14 digits, the last one a check digit. */
  code: string
  issuedOn: Day
  campaign: PaperCampaign | null
  household: PaperHousehold
}

/** The checks after the work, judged by the limits of their day; null where the first version did not ask. */
export interface PaperChecks {
  lines: readonly CheckLine[]
  measured: { tester: string; instrument: string; calibratedUntil: Day; checkedOn: Day } | null
}

export const SURVEY_POINT_NAMES: Record<SurveyPoint, string> = {
  serviceCable: 'Dây dẫn sau công tơ',
  mainBreaker: 'Aptomat tổng',
  rcd: 'Thiết bị chống rò',
  switchboard: 'Bảng điện',
  wiring: 'Dây trong nhà',
  sockets: 'Ổ cắm',
  switches: 'Công tắc',
  lamps: 'Đèn',
  earthing: 'Nối đất',
}

/** "ông Lê Văn Bình. " and "ông Lê Văn Bình" go into a sentence alike. */
export function withoutFullStop(text: string): string {
  return text.trim().replace(/\.$/, '')
}

/**
 * The sizes of a page that a household keeps or signs: two tables and the words between them fill it, and one sheet is
 * what is carried, signed and scanned. An ordinary repair fits the first, so that a batch tries none in vain.
 */
export const REPAIR_SCALES: readonly Scale[] = [
  { body: 11, table: 9.5, gap: 1.5, signing: 25 * MM },
  { body: 10.5, table: 9, gap: 1, signing: 25 * MM },
  { body: 10, table: 9, gap: 1, signing: 22 * MM },
  { body: 9, table: 8, gap: 1, signing: 18 * MM },
]

/** The lines that say which household it is; `phone` null where a paper does not name it. */
export function householdLines(household: PaperHousehold, phone: string | null, scale: Scale): (Block | null)[] {
  return [
    factsLine(
      [
        ['Số định danh cá nhân', household.citizenIdMasked],
        ['diện', household.categoryName],
        ['mã khách hàng', household.customerCode],
      ],
      scale,
    ),
    factsLine(
      [
        ['Địa chỉ', household.addressText],
        ['số công tơ', household.meterNumber],
        ['điện thoại', phone],
      ],
      scale,
    ),
  ]
}

/** The bold line above a table. */
export function heading(text: string, scale: Scale): Block {
  return paragraph(text, scale, { bold: true, leadingIndent: 0, margin: [0, scale.gap / 2, 0, scale.gap / 2] })
}

/** Work done and material used, with what each line and all of them cost. */
export function itemTable(items: readonly RepairItem[], scale: Scale): Block {
  const columns = itemColumns('Công việc, vật tư đã dùng', scale.table).slice(0, ITEM_AMOUNT_COLUMN + 1)
  const rows = items.map(({ name, unitOfMeasure, quantity, unitPriceDong }, index) =>
    rowCells(columns, [
      String(index + 1),
      name,
      unitOfMeasure,
      formatQuantity(quantity),
      formatDong(unitPriceDong),
      formatDong(lineAmountDong(quantity, unitPriceDong)),
    ]),
  )
  const total = totalCells(columns, ITEM_AMOUNT_COLUMN, 'Tổng cộng', repairCostDong(items))
  return ruledTable(columns, [...rows, total], { fontSize: scale.table, margin: [0, scale.gap / 2, 0, 0] })
}

interface CheckWords {
  name: string
  /** For checks that are a plain yes or no. */
  yes: string
  no: string
}

const measured = (name: string): CheckWords => ({ name, yes: '', no: '' })

const CHECK_WORDS: Record<RepairCheck, CheckWords> = {
  insulation: measured('Điện trở cách điện (đo ở 500 V một chiều)'),
  continuity: measured('Điện trở thông mạch dây bảo vệ'),
  rcdTrip: measured('Thời gian tác động của thiết bị chống rò'),
  rcdTestButton: { name: 'Nút thử của thiết bị chống rò', yes: 'Tác động', no: 'Không tác động' },
  polarity: { name: 'Đấu đúng dây pha và dây trung tính', yes: 'Đúng', no: 'Sai' },
  earthing: measured('Điện trở nối đất'),
  poweredOn: { name: 'Đóng điện sau sửa chữa', yes: 'Có điện', no: 'Mất điện' },
}

const UNITS: Record<CheckUnit, string> = { megaohm: 'MΩ', ohm: 'Ω', ms: 'ms' }

function requirementText(requirement: CheckRequirement, { yes }: CheckWords): string {
  switch (requirement.kind) {
    case 'atLeast':
      return `từ ${formatQuantity(requirement.value)} ${UNITS[requirement.unit]}`
    case 'atMost':
      return `đến ${formatQuantity(requirement.value)} ${UNITS[requirement.unit]}`
    case 'yes':
      return yes
    default:
      return assertNever(requirement)
  }
}

function readingText({ reading, requirement }: CheckLine, { yes, no }: CheckWords): string {
  if (reading === null) return ''
  if (requirement.kind === 'yes') return reading === true ? yes : no
  return `${formatQuantity(Number(reading))} ${UNITS[requirement.unit]}`
}

const RESULTS: Record<CheckLine['result'], string> = { passed: 'Đạt', failed: 'Không đạt', notPresent: 'Không có' }

/** Every check with what it is held to, its reading and its result. */
export function checkTable({ lines }: PaperChecks, scale: Scale): Block {
  const wide = (ems: number) => ems * scale.table
  const columns: Column[] = [
    { head: 'Kiểm tra sau sửa chữa', width: '*', alignment: 'left' },
    { head: 'Yêu cầu', width: wide(6), alignment: 'center' },
    { head: 'Kết quả', width: wide(7), alignment: 'center' },
    { head: 'Kết luận', width: wide(5), alignment: 'center' },
  ]
  const rows = lines.map((line) => {
    const words = CHECK_WORDS[line.check]
    return rowCells(columns, [
      words.name,
      requirementText(line.requirement, words),
      readingText(line, words),
      RESULTS[line.result],
    ])
  })
  return ruledTable(columns, rows, { fontSize: scale.table, margin: [0, 0, 0, scale.gap / 2] })
}

/** Where the limits come from (domain/repair-check.ts), and who measured with what where that was asked. */
export function checkNotes({ lines, measured: measuring }: PaperChecks, scale: Scale): Block[] {
  const size = { fontSize: scale.body - 1 }
  const isOfOffice = lines.some(({ check }) => check === 'continuity' || check === 'earthing')
  const sources =
    'Yêu cầu theo TCVN 7447-6 (IEC 60364-6), TCVN 6950-1 (IEC 61008-1)' +
    (isOfOffice ? '; mức thông mạch, nối đất do đơn vị quy định.' : '.')
  const told = measuring
    ? `${measuring.tester} đo ngày ${formatDay(measuring.checkedOn)} bằng ${measuring.instrument}, ` +
      `hiệu chuẩn đến ngày ${formatDay(measuring.calibratedUntil)}. `
    : ''
  return [paragraph(`${told}${sources}`, scale, { ...size, leadingIndent: 0, italics: true })]
}

/** The advice on safe use that goes with every repair. */
export function safetyAdvice(scale: Scale): Block {
  return paragraph(
    'Dùng điện an toàn: chọn dây đúng tiết diện; đặt aptomat, ổ cắm nơi khô ráo, cao từ 1,4 m; chỉ sửa khi đã cắt ' +
      'nguồn; nối đất vỏ máy; lắp chống rò ở nơi ẩm; ngập nước thì cắt điện ngay.',
    scale,
    { italics: true },
  )
}
