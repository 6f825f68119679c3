/** A small month of one office, what its ledger would say of it, and a key for tests: plain data, for any process. */

import { createHash, createPrivateKey } from 'node:crypto'
import { day } from '../../src/domain/day.ts'
import { GENESIS_HASH, journalLink } from '../../src/domain/journal-chain.ts'
import { documentCode } from '../../src/domain/numbering.ts'
import { PACKAGE_FORMAT } from '../../src/domain/package-format.ts'
import type { Row, TableName } from '../../src/domain/package-tables.ts'
import { period } from '../../src/domain/period.ts'
import type { ClosingDocument } from '../../src/month-end/closing-document.ts'
import { type SigningKey, signingKey } from '../../src/month-end/signing-key.ts'
import type { PackageContent } from '../../src/month-end/write-package.ts'

/** A key of a fixed seed, so that signatures are the same in every run. */
export function keyOfSeed(seed: number): SigningKey {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, seed)])
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  return signingKey(key.export({ type: 'pkcs8', format: 'pem' }).toString())
}

export const testKey: SigningKey = keyOfSeed(7)

export type Month = { [Name in TableName]: Row<Name>[] }

export const OFFICE = 'PC042'
const HEADS = ['Nguyễn Thị Ánh', 'Trần Văn Đức', 'Lê "Ba" Hòa', 'Phạm Văn Tám, Thị Ửng']

function identity(kind: string, index: number): string {
  return `0193${kind.padEnd(4, '0')}-0000-7000-8000-${String(index).padStart(12, '0')}`
}

function household(index: number): Row<'households'> {
  return {
    household_id: identity('a', index),
    head_of_household: HEADS[index % HEADS.length] ?? '',
    birth_year: 1950 + (index % 40),
    citizen_id: `0011${String(index).padStart(8, '0')}`,
    old_id_number: null,
    customer_code: `PD0${String(index).padStart(9, '0')}`,
    meter_number: null,
    phone: '0912345678',
    hamlet: 'Thôn Đông',
    commune_name: 'Xã Mẫu',
    address_text: null,
    member_count: 4,
    category: index % 2 === 0 ? 'HN' : 'NCC_TB',
    category_decision: '12/QĐ-UBND',
    status: 'active',
  }
}

function handover(index: number): Row<'gift-handovers'> {
  const byProxy = index % 5 === 0
  return {
    handover_id: identity('c', index),
    campaign_id: identity('b', 1),
    household_id: identity('a', index),
    gift_package_name: 'Suất quà Tri ân',
    document_year: 2026,
    document_number: index,
    code: documentCode({ kind: 'handoverReceipt', year: 2026, number: index }, OFFICE),
    handed_over_on: `2026-11-${String(1 + (index % 28)).padStart(2, '0')}`,
    recipient_kind: byProxy ? 'proxy' : 'headOfHousehold',
    recipient_name: byProxy ? 'Hoàng Văn Út' : (HEADS[index % HEADS.length] ?? ''),
    recipient_relation: byProxy ? 'Con' : null,
    value_dong: 500_000,
    recorded_at: '2026-11-28T03:04:05.006Z',
    recorded_by: 'Đỗ Thị Thủ Kho',
  }
}

function giftLines(index: number): Row<'gift-lines'>[] {
  const line = { handover_id: identity('c', index), amount_dong: 250_000 }
  return [
    { ...line, line_number: 1, name: 'Gạo', unit_of_measure: 'kg', quantity: 12.5, unit_price_dong: 20_000 },
    { ...line, line_number: 2, name: 'Đèn LED', unit_of_measure: 'cái', quantity: 2, unit_price_dong: 125_000 },
  ]
}

/** What the handover took from the store. */
function movement(index: number): Row<'stock-movements'> {
  return {
    movement_id: index,
    moved_on: handover(index).handed_over_on,
    item_name: 'Gạo',
    unit_of_measure: 'kg',
    quantity: 12.5,
    unit_price_dong: null,
    from_place_kind: 'store',
    from_place_name: 'Kho Đội',
    to_place_kind: 'household',
    to_place_name: 'Các hộ',
    slip_code: null,
    handover_id: identity('c', index),
  }
}

/** A picture as a scanner would give it, of so many bytes, and its name. */
export function scanOf(index: number, bytes = 600): { sha256: string; picture: Buffer } {
  const picture = Buffer.concat([
    Buffer.from('ffd8ffe0', 'hex'),
    Buffer.alloc(bytes, index),
    Buffer.from('ffd9', 'hex'),
  ])
  return { sha256: createHash('sha256').update(picture).digest('hex'), picture }
}

/** The handover's receipt, come back signed. */
export function signedPaper(index: number): Row<'signed-papers'> {
  return {
    page_id: identity('7', index),
    document_kind: 'handoverReceipt',
    document_id: identity('c', index),
    scan_sha256: scanOf(index).sha256,
    kept_at: '2026-11-29T04:00:00.000Z',
    kept_by: 'Đỗ Thị Thủ Kho',
  }
}

function repair(index: number): Row<'repairs'> {
  return {
    certificate_id: identity('e', index),
    repair_id: identity('f', index),
    campaign_id: identity('b', 1),
    household_id: identity('a', index),
    done_on: '2026-11-20',
    condition_found: 'Dây cũ, bong cách điện',
    crew: 'Tổ 1',
    funding_source: 'Quỹ phúc lợi',
    cost_dong: 800_000,
    certificate_year: 2026,
    certificate_number: index,
    code: documentCode({ kind: 'repairCertificate', year: 2026, number: index }, OFFICE),
    certified_on: '2026-11-21',
    recorded_at: '2026-11-21T08:00:00.000Z',
    recorded_by: 'Bùi Văn Điện',
  }
}

function repairItem(index: number): Row<'repair-items'> {
  const price = { quantity: 40, unit_price_dong: 20_000, amount_dong: 800_000 }
  return { certificate_id: identity('e', index), line_number: 1, name: 'Dây 2×2,5', unit_of_measure: 'm', ...price }
}

function repairChecks(index: number): Row<'repair-checks'>[] {
  const check = { certificate_id: identity('e', index), result: 'passed' } as const
  return [
    { ...check, check_kind: 'insulation', reading: 5.5, unit: 'megaohm' },
    { ...check, check_kind: 'polarity', reading: null, unit: null },
    { ...check, check_kind: 'poweredOn', reading: null, unit: null },
    { ...check, check_kind: 'rcdTrip', reading: 28, unit: 'ms' },
  ]
}

/** A receipt of October that came in late, and a repair of it that cost less than was written. */
function corrections(): Row<'corrections'>[] {
  const entry = { document_year: 2026, corrected_period: '2026-10', recorded_by: 'Đỗ Thị Thủ Kho' }
  const nothing = { count_increase: 0, count_decrease: 0, amount_increase_dong: 0, amount_decrease_dong: 0 }
  return [
    {
      ...entry,
      ...nothing,
      correction_id: identity('8', 1),
      kind: 'latePaper',
      document_number: 1,
      entered_on: '2026-11-05',
      corrected_document: '31/2026/BBBG-PC042',
      figure: 'gifts',
      count_increase: 1,
      amount_increase_dong: 500_000,
      reason: 'Biên bản đến muộn',
      recorded_at: '2026-11-05T03:00:00.000Z',
    },
    {
      ...entry,
      ...nothing,
      correction_id: identity('8', 2),
      kind: 'correction',
      document_number: 2,
      entered_on: '2026-11-06',
      corrected_document: '04/2026/GXN-PC042',
      figure: 'repairs',
      amount_decrease_dong: 120_000,
      reason: 'Ghi thừa 6 m dây',
      recorded_at: '2026-11-06T03:00:00.000Z',
    },
  ]
}

/** One of each result there is, but for a target that was not set. */
function indicators(): Row<'indicators'>[] {
  const share = { kind: 'share', unit_of_measure: '%', target: 100, target_direction: 'atLeast' } as const
  const cases = { ...share, numerator_name: 'Số việc đúng hạn', denominator_name: 'Số việc' }
  const recorded = { definition_version: 1, recorded_at: '2026-11-30T03:00:00.000Z', recorded_by: 'Đỗ Thị Thủ Kho' }
  const outage = { numerator: 125_430.5, denominator: 20_500, value: 6.119 }
  return [
    {
      ...recorded,
      indicator_code: 'HOI_NGHI',
      name: 'Hội nghị khách hàng đã tổ chức',
      kind: 'count',
      unit_of_measure: 'hội nghị',
      numerator_name: 'Số hội nghị',
      denominator_name: null,
      numerator: 2,
      denominator: null,
      value: 2,
      target: null,
      target_direction: null,
      result: 'noTarget',
    },
    {
      ...recorded,
      ...cases,
      indicator_code: 'KHIEU_NAI',
      name: 'Khiếu nại được giải quyết đúng hạn',
      numerator: 38,
      denominator: 40,
      value: 95,
      result: 'notMet',
    },
    {
      ...recorded,
      indicator_code: 'SAIDI',
      name: 'Thời gian mất điện trung bình (SAIDI)',
      kind: 'average',
      unit_of_measure: 'phút',
      numerator_name: 'Phút × khách hàng',
      denominator_name: 'Số khách hàng',
      ...outage,
      target: 7.5,
      target_direction: 'atMost',
      result: 'met',
    },
    {
      ...recorded,
      ...cases,
      indicator_code: 'TIEP_CAN',
      name: 'Tiếp cận điện trung áp đúng hạn',
      numerator: 0,
      denominator: 0,
      value: null,
      result: 'nothingArose',
    },
    {
      ...recorded,
      ...cases,
      indicator_code: 'TRA_LOI',
      name: 'Câu hỏi được trả lời đúng hạn',
      numerator: null,
      denominator: null,
      value: null,
      result: 'notEntered',
      recorded_at: null,
      recorded_by: null,
    },
  ]
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** A journal of so many commands, chained after `opening`. */
export function journalRows(count: number, first = 1, opening = GENESIS_HASH): Row<'journal'>[] {
  const rows: Row<'journal'>[] = []
  let previousHash = opening
  for (let sequence = first; sequence < first + count; sequence++) {
    const link = {
      sequence,
      recordedAt: '2026-11-28T03:04:05.006Z',
      personId: sequence === 1 ? null : identity('f', 1),
      command: 'gift.handOver',
      commandId: identity('d', sequence),
      subject: sequence === 1 ? null : identity('c', sequence),
      contentSha256: sha256(String(sequence)),
      previousHash,
    }
    const hash = sha256(journalLink(link))
    rows.push({
      sequence,
      recorded_at: link.recordedAt,
      person_id: link.personId,
      command: link.command,
      command_id: link.commandId,
      subject: link.subject,
      content_sha256: link.contentSha256,
      previous_hash: previousHash,
      hash,
    })
    previousHash = hash
  }
  return rows
}

/**
 * November 2026: each household handed one gift, `repairCount` of them repaired; the second receipt is voided, two
 * entries correct October.
 */
export function sampleMonth(householdCount = 12, repairCount = 3): Month {
  const indexes = Array.from({ length: householdCount }, (_, index) => index + 1)
  const repaired = indexes.slice(0, repairCount)
  const campaign = { campaign_id: identity('b', 1), name: 'Tri ân 2026', decision_number: '7/QĐ' }
  const voidedReceipt: Row<'voids'> = {
    void_id: identity('9', 1),
    document_kind: 'handoverReceipt',
    document_id: identity('c', 2),
    document_number_text: '02/2026/BBBG-PC042',
    voided_on: '2026-11-29',
    reason: 'Ghi nhầm hộ',
    amount_dong: 500_000,
    recorded_at: '2026-11-29T03:00:00.000Z',
    recorded_by: 'Đỗ Thị Thủ Kho',
  }
  return {
    households: indexes.map(household),
    campaigns: [{ ...campaign, from_day: '2026-11-01', to_day: '2026-12-31' }],
    'gift-handovers': indexes.map(handover),
    'gift-lines': indexes.flatMap(giftLines),
    voids: [voidedReceipt],
    'stock-movements': indexes.map(movement),
    repairs: repaired.map(repair),
    'repair-items': repaired.map(repairItem),
    'repair-checks': repaired.flatMap(repairChecks),
    'signed-papers': [],
    corrections: corrections(),
    indicators: indicators(),
    journal: journalRows(householdCount + repairCount + 1),
  }
}

/** What the ledger of that month would say of it. */
export function closingOf(month: Month, changes: Partial<ClosingDocument> = {}): ClosingDocument {
  const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)
  const numbers = (count: number, voided: number[]) =>
    count > 0 ? { first: 1, last: count, voided, otherMonths: [], withoutHandover: [] } : null
  return {
    format: PACKAGE_FORMAT,
    appVersion: '0.1.0',
    officeId: OFFICE,
    officeName: 'Đội Quản lý Điện lực khu vực Mẫu',
    companyId: 'PC04',
    ledgerId: '0193aaaa-0000-7000-8000-000000000001',
    period: period('2026-11'),
    periodStart: day('2026-11-01'),
    periodEnd: day('2026-11-30'),
    timeZone: 'Asia/Ho_Chi_Minh',
    sequence: 1,
    revision: 1,
    profile: 'full',
    supersedes: null,
    previousPackage: null,
    firstJournal: 1,
    lastJournal: month.journal.length,
    openingHead: GENESIS_HASH,
    closingHead: month.journal.at(-1)?.hash ?? GENESIS_HASH,
    counts: {
      households: month.households.length,
      campaigns: month.campaigns.length,
      'gift-handovers': month['gift-handovers'].length,
      'gift-lines': month['gift-lines'].length,
      voids: month.voids.length,
      'stock-movements': month['stock-movements'].length,
      repairs: month.repairs.length,
      'repair-items': month['repair-items'].length,
      'repair-checks': month['repair-checks'].length,
      'signed-papers': month['signed-papers'].length,
      corrections: month.corrections.length,
      indicators: month.indicators.length,
      journal: month.journal.length,
    },
    totals: {
      giftsDong: sum(month['gift-handovers'].map((row) => row.value_dong)),
      repairsDong: sum(month.repairs.map((row) => row.cost_dong)),
      voidedDong: sum(month.voids.map((row) => row.amount_dong)),
      correctionIncreaseDong: sum(month.corrections.map((row) => row.amount_increase_dong)),
      correctionDecreaseDong: sum(month.corrections.map((row) => row.amount_decrease_dong)),
    },
    documentNumbers: {
      handoverReceipt: numbers(month['gift-handovers'].length, [2]),
      repairCertificate: numbers(month.repairs.length, []),
    },
    warnings: [{ code: 'voidsInMonth', explanation: 'Một biên bản ghi nhầm hộ' }],
    closedAt: '2026-12-01T02:30:00.000Z',
    closedBy: 'Vũ Thị Trưởng',
    approvedBy: null,
    signerKeyId: testKey.keyId,
    ...changes,
  }
}

export function contentOf(month: Month, changes: Partial<ClosingDocument> = {}, scansFolder = ''): PackageContent {
  const report = Buffer.from('%PDF-1.7\nreport of tests\n')
  return { closing: closingOf(month, changes), tables: month, report, scansFolder }
}
