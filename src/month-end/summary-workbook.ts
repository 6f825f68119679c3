/**
 * data/summary.xlsx, for people: the month's figures, its handovers, repairs, corrections and indicators, in
 * Vietnamese, in typed cells, with masked citizen IDs. The same tables give the same bytes.
 */

import { buffer } from 'node:stream/consumers'
import { type CellValue, writeXlsx } from 'hucre'
import { fromBufferPromise } from 'yauzl'
import { ZipFile } from 'yazl'
import { maskCitizenId } from '../domain/citizen-id.ts'
import { type Day, dayParts } from '../domain/day.ts'
import { CATEGORY_NAMES } from '../domain/household-category.ts'
import { targetText, VERDICT_NAMES } from '../domain/indicator.ts'
import { formatDocumentNumber } from '../domain/numbering.ts'
import { packageForm } from '../domain/package-format.ts'
import type { Row } from '../domain/package-tables.ts'
import { formatPeriod, type Period } from '../domain/period.ts'
import { type ClosingDocument, closingDay } from './closing-document.ts'

const DONG = '#,##0'
const FIGURE = '#,##0.###'
const DAY = 'dd/mm/yyyy'

interface Column {
  header: string
  width: number
  numFmt?: string
}

const HANDOVER_COLUMNS: readonly Column[] = [
  { header: 'Số biên bản', width: 22 },
  { header: 'Ngày trao', width: 12, numFmt: DAY },
  { header: 'Chủ hộ', width: 26 },
  { header: 'Số định danh', width: 16 },
  { header: 'Diện', width: 22 },
  { header: 'Thôn, xã', width: 30 },
  { header: 'Đợt', width: 34 },
  { header: 'Suất quà', width: 30 },
  { header: 'Trị giá (đồng)', width: 16, numFmt: DONG },
  { header: 'Người nhận thay', width: 26 },
  { header: 'Đã hủy', width: 9 },
]

const REPAIR_COLUMNS: readonly Column[] = [
  { header: 'Số giấy xác nhận', width: 22 },
  { header: 'Ngày sửa', width: 12, numFmt: DAY },
  { header: 'Ngày xác nhận', width: 14, numFmt: DAY },
  { header: 'Chủ hộ', width: 26 },
  { header: 'Số định danh', width: 16 },
  { header: 'Diện', width: 22 },
  { header: 'Thôn, xã', width: 30 },
  { header: 'Tổ sửa', width: 26 },
  { header: 'Nguồn kinh phí', width: 26 },
  { header: 'Chi phí (đồng)', width: 16, numFmt: DONG },
  { header: 'Đã hủy', width: 9 },
]

const CORRECTION_COLUMNS: readonly Column[] = [
  { header: 'Số bút toán', width: 22 },
  { header: 'Ngày ghi', width: 12, numFmt: DAY },
  { header: 'Thuộc tháng', width: 12 },
  { header: 'Loại', width: 16 },
  { header: 'Số liệu', width: 12 },
  { header: 'Số chứng từ', width: 22 },
  { header: 'Tăng, giảm (số)', width: 16, numFmt: DONG },
  { header: 'Tăng, giảm (đồng)', width: 18, numFmt: DONG },
  { header: 'Lý do', width: 50 },
]

const INDICATOR_COLUMNS: readonly Column[] = [
  { header: 'Mã', width: 16 },
  { header: 'Chỉ tiêu', width: 56 },
  { header: 'Tử số', width: 14, numFmt: FIGURE },
  { header: 'Mẫu số', width: 14, numFmt: FIGURE },
  { header: 'Giá trị', width: 12, numFmt: FIGURE },
  { header: 'Đơn vị tính', width: 14 },
  { header: 'Mục tiêu', width: 14 },
  { header: 'Kết quả', width: 20 },
]

const CORRECTION_KIND_NAMES = { latePaper: 'Chứng từ muộn', correction: 'Điều chỉnh' }
const FIGURE_NAMES = { gifts: 'Quà tặng', repairs: 'Sửa điện' }

/** What the sheets of papers say of a household: head, masked citizen ID, category, place. */
type HouseholdCells = readonly [string, string, string, string]

type WatchedTable = 'households' | 'campaigns' | 'gift-handovers' | 'voids' | 'repairs' | 'corrections' | 'indicators'

/** Is shown the rows of a table as they are written. */
export type RowWatch = {
  readonly [Name in WatchedTable]: (row: Row<Name>) => void
}

export interface SummaryCollector {
  watch: RowWatch
  /** The workbook of the rows seen. */
  workbook(): Promise<Uint8Array>
}

/** Keeps the month's papers, and of each household only the four cells its papers show. */
export function summaryCollector(closing: ClosingDocument): SummaryCollector {
  const households = new Map<string, HouseholdCells>()
  const campaigns = new Map<string, string>()
  const handovers: Row<'gift-handovers'>[] = []
  const repairs: Row<'repairs'>[] = []
  const corrections: Row<'corrections'>[] = []
  const indicators: Row<'indicators'>[] = []
  const voided = new Set<string>()
  const household = (id: string) => households.get(id) ?? ['', '', '', '']
  const voidMark = (id: string) => (voided.has(id) ? 'Hủy' : null)

  const handoverCells = (row: Row<'gift-handovers'>): CellValue[] => [
    formatDocumentNumber(
      { kind: 'handoverReceipt', year: row.document_year, number: row.document_number },
      closing.officeId,
    ),
    dateCell(row.handed_over_on),
    ...household(row.household_id),
    campaigns.get(row.campaign_id) ?? null,
    row.gift_package_name,
    row.value_dong,
    row.recipient_kind === 'proxy' ? row.recipient_name : null,
    voidMark(row.handover_id),
  ]
  const repairCells = (row: Row<'repairs'>): CellValue[] => [
    row.certificate_year && row.certificate_number
      ? formatDocumentNumber(
          { kind: 'repairCertificate', year: row.certificate_year, number: row.certificate_number },
          closing.officeId,
        )
      : null,
    dateCell(row.done_on),
    dateCell(row.certified_on),
    ...household(row.household_id),
    row.crew,
    row.funding_source,
    row.cost_dong,
    voidMark(row.certificate_id),
  ]
  return {
    watch: {
      households: (row) => households.set(row.household_id, householdCells(row)),
      campaigns: (row) => campaigns.set(row.campaign_id, row.name),
      'gift-handovers': (row) => handovers.push(row),
      voids: (row) => voided.add(row.document_id),
      repairs: (row) => repairs.push(row),
      corrections: (row) => corrections.push(row),
      indicators: (row) => indicators.push(row),
    },
    async workbook() {
      const bytes = await writeXlsx({
        sheets: [
          { name: 'Tổng hợp', columns: [{ width: 34 }, { width: 30 }], rows: figureRows(closing) },
          sheet('Quà đã trao', HANDOVER_COLUMNS, handovers.map(handoverCells)),
          sheet('Sửa điện', REPAIR_COLUMNS, repairs.map(repairCells)),
          ...laterSheets(closing, corrections, indicators),
        ],
        properties: { created: new Date(closing.closedAt), modified: new Date(closing.closedAt) },
      })
      return storeEntries(bytes, noonOf(closingDay(closing)))
    },
  }
}

/** Sheets that packages of the first format did not have. */
function laterSheets(
  { format, profile, officeId }: ClosingDocument,
  corrections: readonly Row<'corrections'>[],
  indicators: readonly Row<'indicators'>[],
) {
  if (!packageForm(format, profile).tables.has('indicators')) return []
  const correctionCells = (row: Row<'corrections'>): CellValue[] => [
    formatDocumentNumber({ kind: 'correction', year: row.document_year, number: row.document_number }, officeId),
    dateCell(row.entered_on),
    formatPeriod(row.corrected_period as Period),
    CORRECTION_KIND_NAMES[row.kind],
    FIGURE_NAMES[row.figure],
    row.corrected_document,
    row.count_increase - row.count_decrease,
    row.amount_increase_dong - row.amount_decrease_dong,
    row.reason,
  ]
  return [
    sheet('Điều chỉnh', CORRECTION_COLUMNS, corrections.map(correctionCells)),
    sheet('Chỉ tiêu', INDICATOR_COLUMNS, indicators.map(indicatorCells)),
  ]
}

function indicatorCells(row: Row<'indicators'>): CellValue[] {
  const { target, target_direction: targetDirection } = row
  return [
    row.indicator_code,
    row.name,
    row.numerator,
    row.denominator,
    row.value,
    row.unit_of_measure,
    targetText({ target, targetDirection }),
    VERDICT_NAMES[row.result],
  ]
}

function householdCells(row: Row<'households'>): HouseholdCells {
  return [
    row.head_of_household,
    row.citizen_id ? maskCitizenId(row.citizen_id) : '',
    row.category ? CATEGORY_NAMES[row.category] : '',
    [row.hamlet, row.commune_name].filter(Boolean).join(', ') || (row.address_text ?? ''),
  ]
}

/** Workbook dates have no zone; the writer takes them from UTC. */
function dateCell(day: string | null): Date | null {
  return day === null ? null : new Date(`${day}T00:00:00Z`)
}

function sheet(name: string, columns: readonly Column[], rows: readonly CellValue[][]) {
  return {
    name,
    columns: columns.map(({ width, numFmt }) => (numFmt ? { width, numFmt } : { width })),
    rows: [columns.map((column) => column.header), ...rows],
    freezePane: { rows: 1 },
  }
}

function figureRows(closing: ClosingDocument): CellValue[][] {
  const { counts, totals } = closing
  return [
    ['Đơn vị', closing.officeName],
    ['Tháng', formatPeriod(closing.period)],
    ['Gói số', closing.sequence],
    ['Bản', closing.revision],
    ['Số hộ trong gói', counts.households],
    ['Số suất quà đã trao', counts['gift-handovers']],
    ['Trị giá quà (đồng)', totals.giftsDong],
    ['Số lần sửa điện', counts.repairs],
    ['Chi phí sửa điện (đồng)', totals.repairsDong],
    ['Số chứng từ bị hủy', counts.voids],
    ['Trị giá bị hủy (đồng)', totals.voidedDong],
    ...correctionRows(closing),
    ['Người khóa sổ', closing.closedBy],
    ...closing.warnings.map(({ code, explanation }) => [`Lưu ý: ${code}`, explanation]),
  ]
}

/** What corrections add to earlier months and take from them; packages of the first format knew none. */
function correctionRows({ counts, totals }: ClosingDocument): CellValue[][] {
  const { correctionIncreaseDong, correctionDecreaseDong } = totals
  if (correctionIncreaseDong === undefined) return []
  return [
    ['Số bút toán điều chỉnh tháng đã khóa', counts.corrections ?? 0],
    ['Điều chỉnh tăng (đồng)', correctionIncreaseDong],
    ['Điều chỉnh giảm (đồng)', correctionDecreaseDong ?? 0],
  ]
}

/**
 * A zip holds local time without a zone and yazl takes it from the machine: noon of the day, said in the machine's own
 * zone, is written as noon everywhere, and no zone changes its clocks at noon.
 */
function noonOf(on: Day): Date {
  const { year, month, dayOfMonth } = dayParts(on)
  return new Date(year, month - 1, dayOfMonth, 12, 0, 0)
}

/**
 * The same workbook with its parts stored, not deflated: deflate's output differs between builds of zlib, and the
 * workbook's bytes are part of the package's identity. The package's own zip deflates it all the same.
 */
async function storeEntries(workbook: Uint8Array, at: Date): Promise<Uint8Array> {
  const source = await fromBufferPromise(Buffer.from(workbook), { lazyEntries: true })
  const stored = new ZipFile()
  for await (const entry of source.eachEntry()) {
    const part = await buffer(await source.openReadStreamPromise(entry))
    stored.addBuffer(part, entry.fileName, { mtime: at, mode: 0o100644, compress: false, forceDosTimestamp: true })
  }
  stored.end()
  return buffer(stored.outputStream)
}
