import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../../src/contract/client.ts'
import { ACCEPT_AS_FOUND } from '../../src/contract/imports.ts'
import { day } from '../../src/domain/day.ts'
import { NO_CHOICES } from '../../src/domain/household-list.ts'
import { period } from '../../src/domain/period.ts'
import { ledgerFile } from '../../src/ledger/open-ledger.ts'
import { addPlace, approvedList, asPerson, distributionWithKit, grantOf, takePapers } from '../support/gifts.ts'
import { granted, openWorkingOffice, type TestOffice } from '../support/office.ts'
import { ACCEPTANCE, CHECKS, JOB, WIRE, WORK } from '../support/repair-inputs.ts'
import { certify, repairAt, storeWithWire } from '../support/repairs.ts'
import { closeMonth, giftFor, NOVEMBER_20, openCampaign, registerHousehold } from '../support/trade.ts'

const DECEMBER_1 = day('2026-12-01')

let opened: TestOffice
let database: BetterSqlite3.Database

/** Two entries that were put off, then merged, then parted. */
async function mergeAndPart(client: Client): Promise<void> {
  const keptId = await registerHousehold(client, 'Lò Thị Yến')
  const mergedId = await registerHousehold(client, 'Lò Thị Yến')
  granted(await client.command('duplicates.settle', { oneId: keptId, otherId: mergedId, verdict: 'later' }))
  const pair = { keptId, keptRevision: 1, mergedId, mergedRevision: 1, takes: [] }
  const { mergeId } = granted(await client.command('households.merge', pair))
  granted(await client.command('households.undoMerge', { mergeId }))
}

/** A list that two people answer for, goods in the store, and a distribution whose one blank came back. */
async function distribute(office: TestOffice, householdId: string): Promise<void> {
  const { client } = office
  const clerk = await asPerson(office, 'Lê Văn Lâm', 'clerk')
  const { campaignId, giftPackageId } = await openCampaign(client, { name: 'Tri ân và Tết', grantedBy: 'list' })
  await approvedList(clerk, client, campaignId, [grantOf(householdId, giftPackageId)])
  const [supplier, store, placeId] = [
    await addPlace(client, 'supplier', 'Công ty Lương thực'),
    await addPlace(client, 'store', 'Kho đội'),
    await addPlace(client, 'distributionPoint', 'Nhà văn hoá thôn Đông'),
  ]
  const { items } = granted(await client.query('stock.places', {}))
  const lines = [{ itemId: items[0]?.itemId ?? '', quantity: 5, unitPriceDong: null }]
  const move = { fromPlaceId: supplier, toPlaceId: store, movedOn: DECEMBER_1, counterpart: null, reason: null, lines }
  granted(await client.command('stock.move', move))
  const expected = [{ householdId, giftPackageId }]
  const plan = { campaignId, placeId, expected, heldOn: DECEMBER_1, spareCount: 1 }
  const eventId = await distributionWithKit(client, plan)
  const spare = { eventId, positions: [2], fate: { kind: 'spare' as const } }
  granted(await client.command('distributions.enterSheets', spare))
}

/** A job that was given up, one that was confirmed, drawn for, certified, voided, certified again and complained of. */
async function repairHomes({ client }: TestOffice, lan: string, dat: string): Promise<void> {
  const on = NOVEMBER_20
  const reason = 'Ghi nhầm'
  const cancelled = await repairAt(client, lan, 'planned')
  granted(await client.command('repairs.cancel', { repairId: cancelled, on, reason }))
  const repairId = await repairAt(client, dat, 'surveyed')
  const at = { repairId, on }
  const { listId } = granted(await client.command('confirmations.drawUp', { repairIds: [repairId], drawnUpOn: on }))
  const answer = { listId, confirmedOn: on, confirmationNumber: '15/UBND', signedBy: null, declined: [] }
  granted(await client.command('confirmations.answer', answer))
  granted(await client.command('repairs.plan', { ...at, ...JOB, plannedFor: on }))
  const { storeId, itemId } = await storeWithWire(client)
  const lines = [{ itemId, quantity: 5 }]
  granted(await client.command('repairs.drawMaterials', { ...at, storeId, lines }))
  granted(await client.command('repairs.finishWork', { ...at, ...WORK, items: [{ ...WIRE, itemId, quantity: 5 }] }))
  granted(await client.command('repairs.setLimits', { continuityOhm: 0.5, earthingOhm: 4 }))
  granted(await client.command('repairs.check', { ...at, ...CHECKS }))
  granted(await client.command('repairs.accept', { ...at, ...ACCEPTANCE }))
  const { paperId } = await certify(client, repairId, on)
  granted(await client.command('repairs.voidPaper', { paperId, on, reason }))
  await certify(client, repairId, on)
  const complaint = { ...at, complainant: 'Trần Văn Đạt', content: 'Đèn không sáng' }
  const { complaintId } = granted(await client.command('repairs.complain', complaint))
  granted(await client.command('repairs.settleComplaint', { complaintId, on, outcome: 'Đã thay', opensRepair: false }))
  const all = { repairIds: null, campaignId: null, fromNumber: null, toNumber: null }
  await takePapers(client, granted(await client.job('papers.repairPapers', { kind: 'repairCertificate', ...all })))
}

/** An office that issued at least one row of everything, and closed November. */
async function workAMonth(office: TestOffice): Promise<void> {
  const { client, folder } = office
  const lan = await registerHousehold(client, 'Nguyễn Thị Lan')
  const dat = await registerHousehold(client, 'Trần Văn Đạt')
  const campaign = await openCampaign(client)
  for (const householdId of [lan, dat]) granted(await client.command('gifts.handOver', giftFor(campaign, householdId)))
  const { handovers } = granted(
    await client.query('gifts.list', { campaignId: campaign.campaignId, eventId: null, limit: 5 }),
  )
  const [first] = handovers
  const voided = {
    receiptId: first?.receiptId ?? '',
    kind: 'mistake' as const,
    voidedOn: NOVEMBER_20,
    reason: 'Phát nhầm hộ',
  }
  granted(await client.command('gifts.void', voided))
  await repairHomes(office, lan, dat)
  for (const undo of [true, false]) {
    const file = join(folder, `danh-sach-${undo}.csv`)
    writeFileSync(file, `Họ và tên,Năm sinh,Thôn\nLê Văn Lâm,1950,Thôn ${undo}\n`)
    const fileSha256 = createHash('sha256').update(readFileSync(file)).digest('hex')
    const looked = { source: { file }, choices: NO_CHOICES, identities: [] }
    const { batchId } = granted(await client.job('imports.run', { ...looked, ...ACCEPT_AS_FOUND, fileSha256 }))
    if (undo) granted(await client.command('imports.undo', { batchId }))
  }
  await mergeAndPart(client)
  const entries = [{ code: 'SAIDI', numerator: 125_430.5, denominator: 20_500 }]
  granted(await client.command('indicators.enter', { period: period('2026-11'), entries }))
  granted(await closeMonth(client, period('2026-11')))
  granted(await client.job('months.package', { period: period('2026-11'), folder: null }))
  granted(
    await client.command('gifts.handOver', {
      ...giftFor(campaign, first?.householdId ?? ''),
      handedOverOn: DECEMBER_1,
    }),
  )
  await distribute(office, lan)
}

beforeAll(async () => {
  opened = await openWorkingOffice()
  await workAMonth(opened)
  await opened.office.close()
  database = new BetterSqlite3(ledgerFile(opened.folder))
  // Only the triggers are asked here, not the references.
  database.pragma('foreign_keys = OFF')
  database.pragma('recursive_triggers = ON')
  database.exec(
    `INSERT INTO commune_tables SELECT '2026-07-01', '{}', 'a', recorded_at, person_id FROM handovers LIMIT 1;
     INSERT INTO receipts SELECT 'blank', campaign_id, document_year, 6, 'b', '2026-12-01', NULL, NULL, household_id,
       gift_package_id, paper, recorded_at, person_id FROM receipts LIMIT 1;
     INSERT INTO repair_photos SELECT 'f', repair_id, 'after', 'a', 'image/jpeg', 'a.jpg', 1, 'b', recorded_at, person_id
       FROM repair_papers WHERE kind = 'repairCertificate' LIMIT 1;
     INSERT INTO scanned_pages SELECT 'p', 'a', 'a.pdf', 1, 'b', '[]', 90, 0, 0, 'signed', NULL, 'matched',
       'handoverReceipt', receipt_id, 1, recorded_at, person_id FROM receipts LIMIT 1;
     INSERT INTO scan_decisions SELECT 'd', 'p', 'kept', 'handoverReceipt', receipt_id, 1, 0, recorded_at, person_id
       FROM receipts LIMIT 1;
     INSERT INTO received_packages SELECT 'i', 'a', 'PC001', 'l', '2026-11', 1, 1, NULL, NULL, 'full', '{}', 'i.zip',
       recorded_at, person_id FROM receipts LIMIT 1;
     INSERT INTO received_rows VALUES ('i', 'households', 'h', '{}');
     INSERT INTO unreadable_scans SELECT 'a', 'a.pdf', recorded_at, person_id FROM receipts LIMIT 1`,
  )
})

afterAll(async () => {
  database.close()
  await opened[Symbol.asyncDispose]()
})

/** Runs a statement that must fail, and takes back what it did if it does not. */
function failureOf(sql: string, ...parameters: unknown[]): string {
  database.exec('BEGIN')
  try {
    const { changes } = database.prepare(sql).run(...parameters)
    return `${changes} rows`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    if (database.inTransaction) database.exec('ROLLBACK')
  }
}

const ISSUED = [
  'check_limits',
  'closing_households',
  'closings',
  'commune_tables',
  'complaint_settlements',
  'confirmation_answers',
  'confirmation_entries',
  'confirmation_lists',
  'distribution_events',
  'duplicate_settlements',
  'event_kits',
  'gift_list_entries',
  'gift_list_verdicts',
  'gift_lists',
  'gift_package_lines',
  'gift_packages',
  'handovers',
  'household_merge_undos',
  'household_merges',
  'household_revisions',
  'import_batches',
  'import_rows',
  'import_undos',
  'indicator_definitions',
  'indicator_values',
  'journal',
  'packages',
  'paper_file_papers',
  'paper_files',
  'printings',
  'receipt_findings',
  'receipt_voids',
  'receipts',
  'received_packages',
  'received_rows',
  'repair_acceptances',
  'repair_checks',
  'repair_complaints',
  'repair_items',
  'repair_paper_voids',
  'repair_papers',
  'repair_photos',
  'repair_plans',
  'repair_slips',
  'repair_steps',
  'repair_surveys',
  'repair_works',
  'repairs',
  'scan_decisions',
  'scanned_pages',
  'stock_movements',
  'stock_slips',
  'survey_findings',
]

test.each(ISSUED)('an issued row of %s is neither changed nor deleted nor replaced', (table) => {
  const columns = database.prepare<[], string>(`SELECT name FROM pragma_table_info('${table}')`).pluck().all()
  expect(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBeGreaterThan(0)
  for (const column of columns) {
    expect(failureOf(`UPDATE ${table} SET ${column} = ${column}`)).toBe(`issued: ${table} is not changed`)
  }
  expect(failureOf(`DELETE FROM ${table}`)).toBe(`issued: ${table} is not deleted`)
  for (const row of database.prepare(`SELECT rowid FROM ${table}`).pluck().all()) {
    expect(failureOf(`INSERT OR REPLACE INTO ${table} SELECT * FROM ${table} WHERE rowid = ?`, row)).not.toMatch(
      /rows$/,
    )
  }
})

test('a campaign that something was issued for keeps its terms; its end, money and decisions may change', () => {
  for (const [column, value] of Object.entries({
    campaign_id: 'c',
    name: 'Khác',
    from_day: '2026-01-01',
    eligible_categories: '["HN"]',
    eligible_communes: '["Xã Mẫu"]',
    granted_by: 'x',
    gifts_per_household: 9,
  })) {
    expect(failureOf(`UPDATE campaigns SET ${column} = ?`, value), column).toBe('issued: campaigns is not changed')
  }
  const changes = "to_day = '2027-03-31', budget_dong = 1, target_households = 2, decision_numbers = '[]'"
  expect(failureOf(`UPDATE campaigns SET ${changes}`)).toBe('2 rows')
  const firstStore = "(SELECT place_id FROM stock_places WHERE kind = 'store')"
  expect(failureOf(`UPDATE campaigns SET store_id = ${firstStore} WHERE store_id IS NULL`)).toMatch(/rows?$/)
  expect(failureOf('DELETE FROM campaigns')).toBe('issued: campaigns is not deleted')
})

test('who is expected at a distribution stands once its papers are numbered', () => {
  const refused = 'issued: event_households is not changed'
  expect(failureOf('DELETE FROM event_households')).toBe(refused)
  expect(failureOf("UPDATE event_households SET household_id = 'h'")).toBe(refused)
  expect(copied('event_households', { household_id: 'h' })).toBe(refused)
})

test('a claim to a gift ends with a void and in no other way', () => {
  expect(failureOf('DELETE FROM gift_claims')).toBe('issued: gift_claims is not deleted')
  expect(failureOf('UPDATE gift_claims SET handover_id = handover_id')).toBe('issued: gift_claims is not changed')
  expect(failureOf('DELETE FROM office')).toBe('issued: office is not deleted')
})

/** A copy of a row with other values in some columns. */
function copied(table: string, values: Record<string, string | number>): string {
  const columns = database.prepare<[], string>(`SELECT name FROM pragma_table_info('${table}')`).pluck().all()
  const chosen = columns.map((column) => (column in values ? `'${values[column]}' AS ${column}` : column))
  return failureOf(`INSERT INTO ${table} SELECT ${chosen.join(', ')} FROM ${table} LIMIT 1`)
}

/** A further gift of the first handover's household, on a receipt of its campaign that nothing was handed over with. */
const GIVEN = { handover_id: 'h', receipt_id: 'blank', ordinal: 2, overruled_because: 'Bị hỏng' }

const DATED: [table: string, values: Record<string, string | number>, dayColumn: string][] = [
  ['receipts', { receipt_id: 'r', document_number: 7, code: 'x' }, 'issued_on'],
  ['handovers', GIVEN, 'handed_over_on'],
  ['receipt_voids', { receipt_id: 'r' }, 'voided_on'],
  ['receipt_findings', { finding_id: 'f' }, 'found_on'],
  ['event_kits', { event_id: 'e', document_number: 2, code: 'x' }, 'issued_on'],
  ['stock_slips', { slip_id: 's', document_number: 3, code: 'x' }, 'moved_on'],
  ['repairs', { repair_id: 'r', document_number: 3, code: 'x' }, 'opened_on'],
  ['confirmation_lists', { list_id: 'l', document_number: 2, code: 'x' }, 'drawn_up_on'],
  ['confirmation_answers', { list_id: 'l' }, 'confirmed_on'],
  ['repair_papers', { paper_id: 'p', document_number: 3, code: 'x' }, 'issued_on'],
  ['repair_paper_voids', { paper_id: 'p' }, 'voided_on'],
  ['repair_complaints', { complaint_id: 'c' }, 'received_on'],
  ['complaint_settlements', { complaint_id: 'c' }, 'settled_on'],
]

test.each(DATED)('no row of %s is dated in a closed month or before it', (table, values, dayColumn) => {
  for (const closed of ['2026-11-30', '2026-11-01', '2026-01-15']) {
    expect(copied(table, { ...values, [dayColumn]: closed })).toBe(`closed: month of ${table}`)
  }
  expect(copied(table, { ...values, [dayColumn]: '2026-12-01' })).toBe('1 rows')
})

test('no figure of service is of a closed month, and no definition holds from one on', () => {
  for (const [closed, entryNumber] of [
    ['2026-11', 2],
    ['2026-10', 1],
  ] as const) {
    const value = { entry_number: entryNumber, period: closed }
    expect(copied('indicator_values', value)).toBe('closed: month of indicator_values')
    const version = { version: 2, in_force_from: closed }
    expect(copied('indicator_definitions', version)).toBe('closed: month of indicator_definitions')
  }
  expect(copied('indicator_values', { entry_number: 1, period: '2026-12' })).toBe('1 rows')
  expect(copied('indicator_definitions', { version: 2, in_force_from: '2026-12' })).toBe('1 rows')
})

test('entries and versions of an indicator follow each other, and its kind stays', () => {
  const next = { version: 2, in_force_from: '2026-12' }
  expect(copied('indicator_values', { entry_number: 2, period: '2026-12' })).toMatch(/^number: not the next/)
  expect(copied('indicator_definitions', { ...next, version: 3 })).toMatch(/^definition: not the next version/)
  expect(copied('indicator_definitions', { ...next, kind: 'share' })).toMatch(/^definition: .* of another kind$/)
})

test('no step of a repair is dated in a closed month', () => {
  const { repair_id, ordinal } = database.prepare("SELECT * FROM repair_states WHERE state = 'done'").get() as {
    repair_id: string
    ordinal: number
  }
  const next = { step_id: 's', repair_id, ordinal: ordinal + 1 }
  expect(copied('repair_steps', { ...next, happened_on: '2026-11-30' })).toBe('closed: month of repair_steps')
  expect(copied('repair_steps', { ...next, happened_on: '2026-12-01' })).toBe('1 rows')
})

test('a paper of a repair is not voided before the day it was issued', () => {
  database.exec('BEGIN')
  const issue = `INSERT INTO repair_papers SELECT 'p', repair_id, step_id, kind, 2026, 3, 'x', '2026-12-10', cost_dong, paper,
    recorded_at, person_id FROM repair_papers LIMIT 1`
  database.exec(issue)
  const voided = (on: string) =>
    database.exec(`INSERT INTO repair_paper_voids SELECT 'p', '${on}', reason, recorded_at, person_id
      FROM repair_paper_voids LIMIT 1`)
  expect(() => voided('2026-12-09')).toThrow('void: before the issue')
  expect(() => voided('2026-12-10')).not.toThrow()
  database.exec('ROLLBACK')
})

test.each([
  ['receipts', { receipt_id: 'r', code: 'x', issued_on: '2026-12-01' }, 7],
  ['event_kits', { event_id: 'e', code: 'x', issued_on: '2026-12-01' }, 2],
  ['stock_slips', { slip_id: 's', code: 'x', moved_on: '2026-12-01' }, 3],
  ['repairs', { repair_id: 'r', code: 'x', opened_on: '2026-12-01' }, 3],
  ['confirmation_lists', { list_id: 'l', code: 'x', drawn_up_on: '2026-12-01' }, 2],
  ['repair_papers', { paper_id: 'p', code: 'x', issued_on: '2026-12-01' }, 3],
])('the numbers of %s have no gap', (table, values, next) => {
  for (const number of [next - 1, next + 1, 0, -1]) {
    expect(copied(table, { ...values, document_number: number })).not.toMatch(/rows$/)
  }
  expect(copied(table, { ...values, document_number: next })).toBe('1 rows')
  const day = '2027-01-02'
  const newYear = { document_year: 2027, issued_on: day, moved_on: day, opened_on: day, drawn_up_on: day }
  expect(copied(table, { ...values, ...newYear, document_number: next })).toBe(`number: not the next of ${table}`)
  expect(copied(table, { ...values, ...newYear, document_number: 1 })).toBe('1 rows')
})

test('a journal row that does not continue the chain is refused', () => {
  const last = Number(database.prepare('SELECT max(sequence) FROM journal').pluck().get())
  const head = String(database.prepare('SELECT hash FROM journal WHERE sequence = ?').pluck().get(last))
  const row = { sequence: last + 1, previous_hash: head, command_id: 'c', hash: 'h' }
  expect(copied('journal', row)).toBe('1 rows')
  expect(copied('journal', { ...row, sequence: last + 2 })).toBe('journal: not the next link')
  expect(copied('journal', { ...row, previous_hash: 'another' })).toBe('journal: not the next link')
})

test('months are closed one after another', () => {
  const closing = { closing_id: 'c', sequence: 2, period: '2026-12' }
  expect(copied('closings', closing)).toBe('1 rows')
  expect(copied('closings', { ...closing, sequence: 3 })).toBe('closing: not the next month or revision')
  expect(copied('closings', { ...closing, period: '2026-10' })).toBe('closing: not the next month or revision')
})

test('the schema itself refuses what no rule would let through', () => {
  const given = { ...GIVEN, handed_over_on: '2026-12-01' }
  expect(copied('handovers', { ...given, value_dong: -1 })).toMatch(/CHECK/)
  expect(copied('handovers', { ...given, recipient_kind: 'somebody' })).toMatch(/CHECK/)
  const issued = { receipt_id: 'r', code: 'x', issued_on: '2026-12-01' }
  expect(copied('receipts', { ...issued, document_year: 2025, document_number: 1 })).toMatch(/CHECK/)
  expect(copied('receipts', { ...issued, document_number: 7, position: 1 })).toMatch(/CHECK/)
  expect(copied('households', { row_number: 99, household_id: 'x', status: 'gone' })).toMatch(/CHECK/)
  expect(copied('households', { row_number: 99, household_id: 'x', revision: 'first' })).toMatch(/cannot store TEXT/)
})

test('what was said of a household is emptied when it was erased, and in no other way', () => {
  const household = String(database.prepare('SELECT kept_id FROM household_merges').pluck().get())
  const empty = (table: string, columns: string[], where: string) =>
    failureOf(`UPDATE ${table} SET ${columns.map((column) => `${column} = '{}'`).join(', ')} WHERE ${where}`)
  const merges = ['kept_before', 'kept_after', 'merged_before']
  const emptyAll = () => [
    empty('household_revisions', ['changes'], `household_id = '${household}'`),
    empty('household_merges', merges, `kept_id = '${household}'`),
    empty('import_rows', ['before'], `household_id = '${household}'`),
  ]
  database.exec(`INSERT INTO household_revisions SELECT household_id, 99, recorded_at, person_id, command, '{"note":[1,2]}'
    FROM household_revisions LIMIT 1`)
  expect(empty('household_revisions', ['changes'], 'revision = 99')).toBe('issued: household_revisions is not changed')
  expect(emptyAll()[1]).toBe('issued: household_merges is not changed')
  database.exec(`UPDATE households SET status = 'erased' WHERE household_id = '${household}'`)
  expect(emptyAll()[1]).toBe('1 rows')
  expect(empty('household_merges', ['kept_before'], `kept_id = '${household}'`)).toBe(
    'issued: household_merges is not changed',
  )
  expect(
    failureOf(`UPDATE household_merges SET kept_before = '{"a":1}', kept_after = '{}', merged_before = '{}'`),
  ).toBe('issued: household_merges is not changed')
})

test('a household has one gift of a kind, no more than the campaign gives, and on a paper that counts', () => {
  const { overruled_because: _reason, ...unexplained } = { ...GIVEN, handed_over_on: '2026-12-01' }
  expect(copied('handovers', unexplained)).toBe('handover: more than the campaign gives a household')
  expect(copied('handovers', { ...unexplained, household_id: 'another', ordinal: 2 })).toMatch(/handovers_ordinal/)
  expect(copied('handovers', { ...GIVEN, ordinal: 1, handed_over_on: '2026-12-01' })).toMatch(/UNIQUE/)
  const [voided] = database.prepare<[], string>('SELECT receipt_id FROM receipt_voids').pluck().all()
  const onVoided = { ...GIVEN, handed_over_on: '2026-12-01', receipt_id: voided ?? '' }
  expect(copied('handovers', onVoided)).toBe('handover: receipt is voided or of another year')
  expect(copied('handovers', { ...GIVEN, handed_over_on: '2027-01-02' })).toBe(
    'handover: receipt is voided or of another year',
  )
  const ofOther = database
    .prepare<[], string>('SELECT receipt_id FROM receipts WHERE event_id IS NOT NULL LIMIT 1')
    .pluck()
    .get()
  expect(copied('handovers', { ...GIVEN, handed_over_on: '2026-12-01', receipt_id: ofOther ?? '' })).toBe(
    'handover: package or receipt of another campaign',
  )
})

test('papers are for a household that stands', () => {
  const { household_id: id } = database.prepare('SELECT household_id FROM repairs LIMIT 1').get() as {
    household_id: string
  }
  const given = { ...GIVEN, handed_over_on: '2026-12-01' }
  for (const status of ['erased', 'merged']) {
    database.exec('BEGIN')
    const into = status === 'merged' ? ', merged_into = household_id' : ''
    database.prepare(`UPDATE households SET status = ?${into}`).run(status)
    const insert = (table: string, values: Record<string, string | number>) => {
      const columns = database.prepare<[], string>(`SELECT name FROM pragma_table_info('${table}')`).pluck().all()
      const chosen = columns.map((column) => (column in values ? `'${values[column]}' AS ${column}` : column))
      return () => database.exec(`INSERT INTO ${table} SELECT ${chosen.join(', ')} FROM ${table} LIMIT 1`)
    }
    expect(insert('handovers', { ...given, household_id: id })).toThrow('handover: household is merged or erased')
    expect(
      insert('repairs', { repair_id: 'r', household_id: id, document_number: 3, code: 'x', opened_on: '2026-12-01' }),
    ).toThrow('repair: household is merged or erased')
    database.exec('ROLLBACK')
  }
})
