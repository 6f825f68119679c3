import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { day } from '../../src/domain/day.ts'
import { blankHousehold, type HouseholdFacts } from '../../src/domain/household.ts'
import { period } from '../../src/domain/period.ts'
import { nameSortKey, searchKey } from '../../src/domain/vietnamese.ts'
import { findCampaign, listGiftPackages } from '../../src/ledger/campaigns.ts'
import { all } from '../../src/ledger/connection.ts'
import { handoversOfHousehold, standingHandovers } from '../../src/ledger/handovers.ts'
import { LedgerProblem } from '../../src/ledger/ledger-problem.ts'
import { listBatches } from '../../src/ledger/lists/imports.ts'
import { monthRows } from '../../src/ledger/month-rows.ts'
import { numberRange } from '../../src/ledger/months.ts'
import { openLedger } from '../../src/ledger/open-ledger.ts'
import { copiesMade } from '../../src/ledger/printings.ts'
import { findReceipt, receiptPapers } from '../../src/ledger/receipts.ts'
import { areKeysDue, fillDerivedKeys } from '../../src/ledger/registry/derived-keys.ts'
import { derivedKeys } from '../../src/ledger/registry/household-record.ts'
import { historyOfHousehold } from '../../src/ledger/registry/household-revisions.ts'
import { searchHouseholds } from '../../src/ledger/registry/household-search.ts'
import { findHousehold } from '../../src/ledger/registry/households.ts'
import { findRepair } from '../../src/ledger/repairs/repair-lines.ts'
import { standingRepairPapers } from '../../src/ledger/repairs/repair-papers.ts'
import { worksOf } from '../../src/ledger/repairs/repair-work.ts'
import { stepsOfRepair, unfinishedRepairs } from '../../src/ledger/repairs/repairs.ts'
import { MIGRATIONS, openTestLedger, RECORDED_AT, registryOf, takeIn, tamper } from '../support/ledger.ts'
import { temporaryFolder } from '../support/office-place.ts'
import { inventedRows } from '../support/people.ts'

interface Entry {
  idx: number
  version: string
  when: number
  tag: string
  breakpoints: boolean
}

const journalOf = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')) as { entries: Entry[] }

/** The shipped migrations and one more, as a later version of this program has them. */
function laterVersion(sql: string): string {
  const folder = temporaryFolder()
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  cpSync(MIGRATIONS, folder, { recursive: true })
  const journal = journalOf(folder)
  const last = journal.entries.at(-1)
  const entry = {
    idx: journal.entries.length,
    version: '6',
    when: (last?.when ?? 0) + 1,
    tag: 'next',
    breakpoints: true,
  }
  writeFileSync(join(folder, 'next.sql'), sql)
  writeFileSync(
    join(folder, 'meta', '_journal.json'),
    JSON.stringify({ ...journal, entries: [...journal.entries, entry] }),
  )
  return folder
}

function problemOf(work: () => void): LedgerProblem {
  try {
    work()
  } catch (error) {
    if (error instanceof LedgerProblem) return error
    throw error
  }
  throw new Error('Nothing was refused')
}

const ADD_COLUMN = "ALTER TABLE households ADD COLUMN consent text DEFAULT 'unknown' NOT NULL;"

test('rows from before a migration are there after it, and a verified copy of them is laid aside', () => {
  using opened = openTestLedger()
  const { ledger, folder } = opened
  takeIn(ledger, inventedRows(40))
  const before = registryOf(ledger)
  ledger.close()

  const later = openLedger({ folder, migrationsFolder: laterVersion(ADD_COLUMN) })
  expect(registryOf(later, ['consent'])).toEqual(before)
  expect(registryOf(later).map((row) => row.consent)).toEqual(before.map(() => 'unknown'))
  expect(later.reader.statement('PRAGMA foreign_keys').get()).toEqual({ foreign_keys: 1 })
  later.close()

  const [copyName, ...others] = readdirSync(join(folder, 'backups'))
  expect(others).toEqual([])
  const copy = new BetterSqlite3(join(folder, 'backups', copyName ?? ''), { readonly: true })
  expect(copy.prepare('SELECT * FROM households ORDER BY row_number').all()).toEqual(before)
  expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
  copy.close()
})

/** The migrations as the first version of this program had them. */
function firstVersion(): string {
  const folder = temporaryFolder()
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  cpSync(MIGRATIONS, folder, { recursive: true })
  const { entries, ...journal } = journalOf(folder)
  const [first, ...later] = entries
  for (const { tag } of later) rmSync(join(folder, `${tag}.sql`))
  writeFileSync(join(folder, 'meta', '_journal.json'), JSON.stringify({ ...journal, entries: [first] }))
  return folder
}

interface FirstHousehold {
  rowNumber: number
  id: string
  name: string
  category: string | null
  decision: string | null
  note: string | null
}

const FIRST_HOUSEHOLDS: FirstHousehold[] = [
  { rowNumber: 3, id: 'h-lan', name: 'Nguyễn Thị Lan', category: 'HN', decision: '12/QĐ-UBND', note: null },
  { rowNumber: 5, id: 'h-dat', name: 'Trần Văn Đạt', category: 'NKT', decision: null, note: 'Ở một mình' },
  { rowNumber: 8, id: 'h-son', name: 'Lò Văn Sơn', category: null, decision: '7/QĐ', note: 'Nhà cuối bản' },
  { rowNumber: 9, id: 'h-yen', name: 'Lò Thị Yến', category: null, decision: null, note: null },
]

/** One certified, one certified and voided, one voided, one that waits; the third number is its reading in MΩ. */
const FIRST_REPAIRS = `
    INSERT INTO repairs VALUES ('r1', 'h-lan', 'c', '2026-11-10', 'Dây cũ', 'Tổ 1', 'Quỹ', 43500, 50, 24, 1, 1, '${RECORDED_AT}', 'p');
    INSERT INTO repairs VALUES ('r2', 'h-dat', NULL, '2026-11-11', 'Cháy ổ cắm', 'Tổ 1', NULL, 0, 20, NULL, 1, 1, '${RECORDED_AT}', 'p');
    INSERT INTO repairs VALUES ('r3', 'h-son', NULL, '2026-11-12', 'Ghi nhầm', 'Tổ 2', NULL, 0, 20, NULL, 1, 1, '${RECORDED_AT}', 'p');
    INSERT INTO repairs VALUES ('r4', 'h-yen', NULL, '2026-11-13', 'Chưa có chống rò', 'Tổ 2', NULL, 0, 0.5, NULL, 0, 1, '${RECORDED_AT}', 'p');
    INSERT INTO repair_items VALUES ('r1', 1, 'Dây', 'm', 1.45, 30000);
    INSERT INTO certificates VALUES ('r1', 2026, 1, '22345678901234', '2026-11-14', '{"says":"r1"}', '${RECORDED_AT}', 'p');
    INSERT INTO certificates VALUES ('r2', 2026, 2, '22345678901235', '2026-11-15', '{"says":"r2"}', '${RECORDED_AT}', 'p');
    INSERT INTO repair_voids VALUES ('r2', '2026-11-16', 'Cấp nhầm', '${RECORDED_AT}', 'p');
    INSERT INTO repair_voids VALUES ('r3', '2026-11-17', 'Ghi nhầm', '${RECORDED_AT}', 'p');
    INSERT INTO printings VALUES ('repairCertificate', 'r1', 1, '${RECORDED_AT}', 'p')`

/** A ledger of the first version: households, a batch that made one and changed another, a gift that was handed over. */
function firstLedger(folder: string): void {
  openLedger({ folder, migrationsFolder: firstVersion() }).close()
  rmSync(join(folder, 'ledger.sqlite.seal'))
  const database = new BetterSqlite3(join(folder, 'ledger.sqlite'))
  database.pragma('foreign_keys = ON')
  const household = database.prepare(`INSERT INTO households (row_number, household_id, head_of_household, birth_year,
    citizen_id, customer_code, hamlet, commune_name, category, category_decision, note, status, sort_key, match_key,
    revision, recorded_at) VALUES (?, ?, ?, 1951, ?, 'PS0000000001', 'Thôn Đoài', 'Xã Mẫu', ?, ?, ?, 'active', ?, ?, 2, ?)`)
  const words = database.prepare('INSERT INTO household_search (rowid, words) VALUES (?, ?)')
  for (const { rowNumber, id, name, category, decision, note } of FIRST_HOUSEHOLDS) {
    const citizenId = `00115100000${rowNumber}`
    household.run(rowNumber, id, name, citizenId, category, decision, note, nameSortKey(name), name, RECORDED_AT)
    words.run(rowNumber, searchKey(name))
  }
  const before = {
    headOfHousehold: 'Nguyễn Thị Lan',
    birthYear: 1951,
    category: 'HCN',
    categoryDecision: '9/QĐ',
    note: null,
  }
  const plain = { ...before, category: null, categoryDecision: null }
  database.exec(`INSERT INTO people VALUES ('p', 'Trần Thị Thu', 'clerk', 1);
    INSERT INTO import_batches VALUES ('b', 'a.xlsx', 'sha', '${RECORDED_AT}', 'p', 1, 2, 0, 0);
    INSERT INTO import_rows VALUES ('b', 'h-lan', '${JSON.stringify(before)}', 2);
    INSERT INTO import_rows VALUES ('b', 'h-dat', '${JSON.stringify(plain)}', 2);
    INSERT INTO import_rows VALUES ('b', 'h-son', NULL, 1);
    INSERT INTO campaigns VALUES ('c', 'Tri ân', '12/QĐ', 'Quỹ phúc lợi', '2026-11-01', '2026-12-31', '["HN"]');
    INSERT INTO campaigns VALUES ('d', 'Tết', NULL, NULL, '2026-12-01', '2027-01-31', '[]');
    INSERT INTO gift_packages VALUES ('g', 'c', 1, 'Quà');
    INSERT INTO gift_package_lines VALUES ('g', 1, 'Gạo', 'kg', 10, 100);
    INSERT INTO handovers VALUES ('v', 'c', 'g', 'h-lan', 2026, 1, '12345678901234', '2026-11-20', 'headOfHousehold',
      'Nguyễn Thị Lan', NULL, NULL, 1000, '{"says":"v"}', '${RECORDED_AT}', 'p');
    INSERT INTO handovers VALUES ('w', 'c', 'g', 'h-dat', 2026, 2, '12345678901235', '2026-11-21', 'proxy',
      'Lê Văn Lâm', 'con', 'CCCD', 1000, '{"says":"w"}', '${RECORDED_AT}', 'p');
    INSERT INTO handover_voids VALUES ('w', '2026-11-22', 'Phát nhầm', '${RECORDED_AT}', 'p');
    INSERT INTO printings VALUES ('handoverReceipt', 'v', 1, '${RECORDED_AT}', 'p');
    ${FIRST_REPAIRS}`)
  database.close()
}

test('households of the first version keep every fact, and are found, listed and compared as new ones are', () => {
  const folder = temporaryFolder()
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  firstLedger(folder)
  const ledger = openLedger({ folder, migrationsFolder: MIGRATIONS })
  onTestFinished(() => ledger.close())
  const today = day('2026-12-01')
  expect(areKeysDue(ledger.reader, today)).toBe(true)
  expect(ledger.transact((writer) => fillDerivedKeys(writer, today))).toBe(4)
  const granted = { validFrom: null, validTo: null }
  const expected = [
    { categories: [{ category: 'HN', decisionNumber: '12/QĐ-UBND', ...granted }], note: null },
    { categories: [{ category: 'NKT', decisionNumber: null, ...granted }], note: 'Ở một mình' },
    { categories: [], note: 'Nhà cuối bản; 7/QĐ' },
    { categories: [], note: null },
  ]
  FIRST_HOUSEHOLDS.forEach(({ id, name, rowNumber }, index) => {
    const household = findHousehold(ledger.reader, id)
    const facts = {
      ...blankHousehold(name),
      birthYear: 1951,
      citizenId: `00115100000${rowNumber}`,
      customerCode: 'PS0000000001',
      hamlet: 'Thôn Đoài',
      communeName: 'Xã Mẫu',
      ...expected[index],
    } as HouseholdFacts
    expect(household).toEqual({
      ...facts,
      ...derivedKeys(facts, today),
      rowNumber,
      householdId: id,
      status: 'active',
      statusOn: null,
      statusReason: null,
      mergedInto: null,
      revision: 2,
      recordedAt: RECORDED_AT,
    })
  })
  expect(searchHouseholds(ledger.reader, 'tran van dat', 5).map(({ householdId }) => householdId)).toEqual(['h-dat'])
})

test('campaigns and gifts of the first version go on as they were: terms, papers, numbers, voids and copies', () => {
  const folder = temporaryFolder()
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  firstLedger(folder)
  const ledger = openLedger({ folder, migrationsFolder: MIGRATIONS })
  onTestFinished(() => ledger.close())
  const { reader } = ledger
  const terms = { grantedBy: 'categories', eligibleCommunes: [], giftsPerHousehold: 1 }
  const unsaid = { budgetDong: null, targetHouseholds: null, storeId: null }
  expect(findCampaign(reader, 'c')).toMatchObject({
    ...{ ...terms, ...unsaid },
    decisionNumbers: ['12/QĐ'],
    eligibleCategories: ['HN'],
    funds: [{ name: 'Quỹ phúc lợi', amountDong: null }],
  })
  expect(findCampaign(reader, 'd')).toMatchObject({ ...terms, ...unsaid, decisionNumbers: [], funds: [] })
  expect(listGiftPackages(reader, 'c')).toMatchObject([{ valueDong: 1000, lines: [{ name: 'Gạo', itemId: null }] }])

  const [given] = handoversOfHousehold(reader, 'h-lan')
  expect(given).toMatchObject({ handoverId: 'v', receiptId: 'v', ordinal: 1, overruledBecause: null, voidedOn: null })
  expect(standingHandovers(reader, 'c', 'h-lan').map(({ handoverId }) => handoverId)).toEqual(['v'])
  expect(standingHandovers(reader, 'c', 'h-dat')).toEqual([])
  expect(findReceipt(reader, 'v')).toMatchObject({ fate: 'signed', documentNumber: 1, issuedOn: '2026-11-20' })
  expect(findReceipt(reader, 'w')).toMatchObject({
    fate: 'void',
    recipientName: 'Lê Văn Lâm',
    voidKind: 'mistake',
    voidedOn: '2026-11-22',
    voidReason: 'Phát nhầm',
    voidedBy: 'Trần Thị Thu',
  })
  const wanted = { campaignId: 'c', eventId: null, fromNumber: null, toNumber: null }
  expect(receiptPapers(reader, wanted)).toMatchObject([{ documentId: 'v', paper: '{"says":"v"}' }])
  const made = (documentId: string) => copiesMade(reader, { documentKind: 'handoverReceipt', documentId })
  expect([made('v'), made('w')]).toEqual([1, 0])
  expect(numberRange(reader, 'handoverReceipt', period('2026-11'))).toEqual({
    ...{ year: 2026, first: 1, last: 2, issued: 2 },
    ...{ voided: [2], otherMonths: [], withoutHandover: [] },
  })

  const again = `INSERT INTO handovers SELECT 'x', receipt_id, campaign_id, gift_package_id, household_id, '2026-12-01',
    recipient_kind, recipient_name, NULL, NULL, 1, 1, NULL, recorded_at, person_id FROM handovers WHERE handover_id = ?`
  const give = (handoverId: string) => () => ledger.transact((writer) => writer.statement(again).run(handoverId))
  expect(give('v')).toThrow('more than the campaign gives a household')
  expect(give('w')).toThrow('receipt is voided')
})

test('repairs of the first version go on as they were: each with its steps, its certificate and its number', () => {
  const folder = temporaryFolder()
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  firstLedger(folder)
  const ledger = openLedger({ folder, migrationsFolder: MIGRATIONS })
  onTestFinished(() => ledger.close())
  const { reader } = ledger
  const eventsOf = (repairId: string) => stepsOfRepair(reader, repairId).map(({ event, state }) => `${event} ${state}`)
  const worked = ['finishWork awaitingAcceptance', 'check awaitingAcceptance']
  expect(eventsOf('r1')).toEqual([...worked, 'certify done'])
  expect(eventsOf('r2')).toEqual([
    ...[...worked, 'certify done'],
    ...['voidCertificate awaitingAcceptance', 'cancel cancelled'],
  ])
  expect(eventsOf('r3')).toEqual([...worked, 'cancel cancelled'])
  expect(eventsOf('r4')).toEqual(worked)

  expect(findRepair(reader, 'r1')).toMatchObject({
    ...{ state: 'done', since: '2026-11-14', lastOn: '2026-11-14', doneOn: '2026-11-10', crew: 'Tổ 1' },
    ...{ origin: 'earlier', need: 'Dây cũ', documentNumber: null, fundingSource: 'Quỹ', costDong: 43_500 },
    ...{ certificateYear: 2026, certificateNumber: 1, campaignName: 'Tri ân' },
  })
  expect(findRepair(reader, 'r2')).toMatchObject({ state: 'cancelled', since: '2026-11-16', certificateNumber: null })
  expect(findRepair(reader, 'r4')?.checks).toMatchObject({
    ...{ insulationMegaohm: 0.5, rcdTripMilliseconds: null, polarityCorrect: false, poweredOn: true },
    ...{ continuityOhm: null, rcdTestButtonWorks: null, earthingOhm: null, checkedOn: '2026-11-13' },
    limits: { continuityOhm: 1, earthingOhm: 10 },
  })
  expect(worksOf(reader, 'r1')).toMatchObject([
    { crew: 'Tổ 1', hours: null, items: [{ kind: 'material', itemId: null, name: 'Dây', quantity: 1.45 }] },
  ])
  const all = {
    kind: 'repairCertificate',
    repairIds: null,
    campaignId: null,
    fromNumber: null,
    toNumber: null,
  } as const
  expect(standingRepairPapers(reader, all)).toEqual([
    { kind: 'repairCertificate', documentId: 'r1', documentNumber: 1, paper: '{"says":"r1"}' },
  ])
  expect(copiesMade(reader, { documentKind: 'repairCertificate', documentId: 'r1' })).toBe(1)
  expect(numberRange(reader, 'repairCertificate', period('2026-11'))).toEqual({
    ...{ year: 2026, first: 1, last: 2, issued: 2 },
    ...{ voided: [2], otherMonths: [], withoutHandover: [] },
  })
  expect(unfinishedRepairs(reader, day('2026-11-30'))).toEqual([
    { repairId: 'r4', headOfHousehold: 'Lò Thị Yến', doneOn: '2026-11-13' },
  ])
  const range = { period: period('2026-11'), firstJournal: 1, lastJournal: 1, keptAfter: '', keptThrough: '' }
  expect(monthRows(reader, range, [])).toMatchObject({
    repairs: [
      { certificate_id: 'r1', repair_id: 'r1', condition_found: 'Dây cũ', cost_dong: 43_500, done_on: '2026-11-10' },
      { certificate_id: 'r2', condition_found: 'Cháy ổ cắm' },
    ],
    'repair-items': [{ certificate_id: 'r1', amount_dong: 43_500 }],
    'repair-checks': [
      { certificate_id: 'r1', check_kind: 'insulation', reading: 50, unit: 'megaohm', result: 'passed' },
      { certificate_id: 'r1', check_kind: 'polarity', result: 'passed' },
      { certificate_id: 'r1', check_kind: 'poweredOn', result: 'passed' },
      { certificate_id: 'r1', check_kind: 'rcdTrip', reading: 24, unit: 'ms', result: 'passed' },
      { certificate_id: 'r2', check_kind: 'insulation' },
      { certificate_id: 'r2', check_kind: 'polarity' },
      { certificate_id: 'r2', check_kind: 'poweredOn' },
      { certificate_id: 'r2', check_kind: 'rcdTrip', reading: null, unit: null, result: 'notPresent' },
    ],
    voids: [{ document_id: 'r2', document_number_text: '2/2026', reason: 'Cấp nhầm' }, { document_id: 'w' }],
  })
})

test('a batch of the first version is told and taken back in the new form', () => {
  const folder = temporaryFolder()
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  firstLedger(folder)
  const ledger = openLedger({ folder, migrationsFolder: MIGRATIONS })
  onTestFinished(() => ledger.close())
  const rows = all<{ id: string; before: string | null }>(
    ledger.reader,
    'SELECT household_id AS id, before FROM import_rows ORDER BY household_id',
  )
  const lists = { communeCode: null, communeVersion: null, members: [], legalBasis: null }
  const said = { headOfHousehold: 'Nguyễn Thị Lan', birthYear: 1951, note: null, ...lists }
  const nearPoor = { category: 'HCN', decisionNumber: '9/QĐ', validFrom: null, validTo: null }
  expect(rows.map(({ before }) => before && (JSON.parse(before) as unknown))).toEqual([
    { ...said, categories: [] },
    { ...said, categories: [nearPoor] },
    null,
  ])
  expect(listBatches(ledger.reader)).toMatchObject([{ batchId: 'b', inserted: 1, changed: 2, declined: 0, ended: 0 }])
  expect(historyOfHousehold(ledger.reader, 'h-dat')).toEqual([
    { recordedAt: RECORDED_AT, personName: 'Trần Thị Thu', command: 'imports.run', changes: {} },
  ])
  expect(() => ledger.transact((writer) => writer.statement('UPDATE import_rows SET before = NULL').run())).toThrow(
    'issued: import_rows is not changed',
  )
})

test('a ledger from a newer version is refused and left as it is', () => {
  using opened = openTestLedger()
  opened.ledger.close()
  openLedger({ folder: opened.folder, migrationsFolder: laterVersion(ADD_COLUMN) }).close()
  const file = join(opened.folder, 'ledger.sqlite')
  const before = readFileSync(file)
  const problem = problemOf(() => openLedger({ folder: opened.folder, migrationsFolder: MIGRATIONS }))
  expect(problem.code).toBe('fromNewerVersion')
  expect(readFileSync(file)).toEqual(before)
})

test('a ledger with another history is refused', () => {
  using opened = openTestLedger()
  opened.ledger.close()
  rmSync(join(opened.folder, 'ledger.sqlite.seal'))
  tamper(opened.folder, (database) => database.exec("UPDATE __drizzle_migrations SET hash = 'another'"))
  const problem = problemOf(() => openLedger({ folder: opened.folder, migrationsFolder: MIGRATIONS }))
  expect(problem.code).toBe('historyDiffers')
})

test.each([
  ['whose statement fails', `${ADD_COLUMN}\n--> statement-breakpoint\nINSERT INTO nowhere VALUES (1);`],
  ['that leaves a reference to nowhere', `${ADD_COLUMN}\n--> statement-breakpoint\nDELETE FROM people;`],
])('a migration %s leaves the ledger as it was, each time it is tried', (_what, sql) => {
  using opened = openTestLedger()
  const { ledger, folder } = opened
  takeIn(ledger, inventedRows(5))
  const before = registryOf(ledger)
  ledger.close()
  const migrationsFolder = laterVersion(sql)
  expect(() => openLedger({ folder, migrationsFolder })).toThrow()
  expect(() => openLedger({ folder, migrationsFolder })).toThrow()
  const again = openLedger({ folder, migrationsFolder: MIGRATIONS })
  expect(registryOf(again)).toEqual(before)
  again.close()
})

test('a copy that cannot be laid aside keeps the ledger from being migrated', () => {
  using opened = openTestLedger()
  opened.ledger.close()
  writeFileSync(join(opened.folder, 'backups'), 'a file in the way')
  expect(() => openLedger({ folder: opened.folder, migrationsFolder: laterVersion(ADD_COLUMN) })).toThrow()
  const again = openLedger({ folder: opened.folder, migrationsFolder: MIGRATIONS })
  again.close()
})

const schemaOf = () => {
  using opened = openTestLedger()
  return opened.ledger.reader
    .statement("SELECT type, name, tbl_name AS tableName, coalesce(sql, '') AS sql FROM sqlite_schema ORDER BY name")
    .all() as { type: string; name: string; tableName: string; sql: string }[]
}

const TABLES = [
  'acknowledgements',
  'backups',
  'campaign_funds',
  'campaigns',
  'check_limits',
  'closing_households',
  'closing_proposals',
  'closings',
  'commune_tables',
  'complaint_settlements',
  'confirmation_answers',
  'confirmation_entries',
  'confirmation_lists',
  'corrections',
  'distribution_events',
  'duplicate_pairs',
  'duplicate_settlements',
  'event_households',
  'event_kits',
  'gift_claims',
  'gift_grants',
  'gift_list_entries',
  'gift_list_verdicts',
  'gift_lists',
  'gift_package_lines',
  'gift_packages',
  'handovers',
  'household_merge_undos',
  'household_merges',
  'household_revisions',
  'households',
  'import_batches',
  'import_rows',
  'import_undos',
  'indicator_definitions',
  'indicator_values',
  'journal',
  'list_layouts',
  'office',
  'package_dispatches',
  'packages',
  'paper_file_papers',
  'paper_files',
  'people',
  'printings',
  'receipt_findings',
  'receipt_voids',
  'receipts',
  'received_packages',
  'received_people',
  'received_rows',
  'reopenings',
  'repair_acceptances',
  'repair_checks',
  'repair_complaints',
  'repair_items',
  'repair_paper_voids',
  'repair_papers',
  'repair_photos',
  'repair_plans',
  'repair_slips',
  'repair_states',
  'repair_steps',
  'repair_surveys',
  'repair_works',
  'repairs',
  'returned_papers',
  'saved_filters',
  'scan_decisions',
  'scanned_pages',
  'stock_days',
  'stock_items',
  'stock_movements',
  'stock_places',
  'stock_slips',
  'survey_findings',
  'unreadable_scans',
]

test('after all migrations every table of ours is there, and strict', () => {
  const tables = schemaOf().filter(({ type, name }) => type === 'table' && !/^(household_search|__|sqlite_)/.test(name))
  expect(tables.map(({ name }) => name)).toEqual(TABLES)
  expect(tables.filter(({ sql }) => !/\)\s*STRICT\s*$/.test(sql)).map(({ name }) => name)).toEqual([])
})

/** What is no paper: it follows what is known, or what somebody likes. */
const CHANGING = [
  'campaign_funds',
  'duplicate_pairs',
  'event_households',
  'gift_claims',
  'gift_grants',
  'households',
  'list_layouts',
  'office',
  'people',
  'received_people',
  'repair_states',
  'returned_papers',
  'saved_filters',
  'stock_days',
  'stock_items',
  'stock_places',
]

const DATED = [
  'complaint_settlements',
  'confirmation_answers',
  'confirmation_lists',
  'corrections',
  'event_kits',
  'handovers',
  'indicator_definitions',
  'indicator_values',
  'receipt_findings',
  'receipt_voids',
  'receipts',
  'repair_complaints',
  'repair_paper_voids',
  'repair_papers',
  'repair_steps',
  'repairs',
  'stock_slips',
]

/** What a step holds. */
const OF_STEPS = [
  'repair_acceptances',
  'repair_checks',
  'repair_items',
  'repair_plans',
  'repair_surveys',
  'repair_works',
  'survey_findings',
]

test('after all migrations every trigger is there', () => {
  const ISSUED = TABLES.filter((table) => !CHANGING.includes(table))
  const expected = [
    ...ISSUED.flatMap((table) => [`${table}_is_not_changed`, `${table}_is_not_deleted`]),
    ...DATED.map((table) => `${table}_month_is_open`),
    ...['confirmation_lists', 'corrections', 'event_kits', 'receipts', 'repair_papers', 'repairs', 'stock_slips'].map(
      (table) => `${table}_number_is_next`,
    ),
    'confirmation_answers_follow_the_list',
    'acknowledgements_are_of_a_closing_in_force',
    'closings_are_a_second_persons',
    'closings_follow_each_other',
    'corrections_are_of_a_closed_month',
    'reopenings_are_of_the_last_month',
    'event_households_is_not_changed',
    'event_households_join_before_the_kit',
    'event_households_leave_before_the_kit',
    'gift_claims_end_with_a_void',
    'gift_claims_is_not_changed',
    'gift_list_verdicts_are_a_second_persons',
    'gift_list_verdicts_grant',
    'handovers_are_for_one_that_stands',
    'handovers_are_on_a_live_receipt',
    'handovers_claim_the_gift',
    'handovers_keep_the_limit',
    'handovers_package_is_of_the_campaign',
    'indicator_definitions_follow_each_other',
    'indicator_values_follow_each_other',
    'journal_is_a_chain',
    'receipt_voids_follow_the_issue',
    'receipt_voids_give_the_claim_back',
    ...OF_STEPS.map((table) => `${table}_come_with_the_step`),
    'repair_certificates_are_a_second_persons',
    'repair_paper_voids_follow_the_issue',
    'repair_papers_need_passed_checks',
    'repair_papers_stand_alone',
    'repair_steps_follow_each_other',
    'repair_steps_lead_to_a_state',
    'repairs_are_for_one_that_stands',
    'repairs_begin_as_new',
    'scan_decisions_return_the_paper',
    'stock_movements_are_summed',
    'stock_movements_leave_no_shortage',
    'office_is_not_deleted',
  ]
  const triggers = schemaOf().filter(({ type }) => type === 'trigger')
  expect(triggers.map(({ name }) => name).sort()).toEqual(expected.sort())
})

test('after all migrations every index is there', () => {
  const indexes = schemaOf().filter(({ type, name }) => type === 'index' && !name.startsWith('sqlite_autoindex'))
  expect(indexes.map(({ name }) => name)).toEqual([
    'acknowledgements_closing',
    'campaigns_name_unique',
    'closing_households_household',
    'closing_proposals_period',
    'closings_revision',
    'closings_sequence_unique',
    'confirmation_entries_once',
    'confirmation_entries_position',
    'confirmation_entries_repair',
    'confirmation_lists_code_unique',
    'confirmation_lists_number',
    'corrections_day',
    'corrections_number',
    'distribution_events_campaign',
    'duplicate_pairs_other',
    'duplicate_pairs_score',
    'duplicate_settlements_pair',
    'event_households_household',
    'event_kits_code_unique',
    'gift_claims_handover',
    'gift_grants_household',
    'gift_list_entries_household',
    'gift_list_entries_once',
    'gift_lists_campaign',
    'gift_packages_position',
    'handovers_campaign',
    'handovers_day',
    'handovers_household',
    'handovers_receipt_id_unique',
    'household_merges_kept',
    'household_merges_merged',
    'households_category_until',
    'households_citizen_id',
    'households_household_id_unique',
    'households_merged',
    'households_name',
    'households_sort',
    'journal_command_id_unique',
    'journal_hash_unique',
    'journal_previous_hash_unique',
    'journal_subject',
    'package_dispatches_closing',
    'packages_identity_unique',
    'paper_file_papers_document',
    'people_full_name_unique',
    'receipt_findings_receipt',
    'receipt_voids_day',
    'receipts_campaign',
    'receipts_code_unique',
    'receipts_household',
    'receipts_number',
    'receipts_position',
    'received_packages_period',
    'received_packages_revision',
    'received_packages_sequence',
    'received_people_hmac',
    'received_rows_household',
    'received_rows_voided',
    'repair_complaints_repair',
    'repair_paper_voids_day',
    'repair_papers_code_unique',
    'repair_papers_day',
    'repair_papers_number',
    'repair_papers_repair',
    'repair_photos_once',
    'repair_states_due',
    'repair_states_state',
    'repair_steps_day',
    'repair_steps_ordinal',
    'repairs_campaign',
    'repairs_code_unique',
    'repairs_household',
    'repairs_number',
    'returned_papers_page_id_unique',
    'saved_filters_name_unique',
    'scan_decisions_page',
    'scanned_pages_document',
    'scanned_pages_source',
    'stock_items_name',
    'stock_movements_handover',
    'stock_movements_item',
    'stock_movements_repair',
    'stock_movements_slip',
    'stock_places_name',
    'stock_slips_code_unique',
    'stock_slips_corrects_unique',
    'stock_slips_day',
    'stock_slips_number',
  ])
})

test('every reference restricts, and no migration says cascade', () => {
  using opened = openTestLedger()
  const references = TABLES.flatMap(
    (table) =>
      opened.ledger.reader.statement(`PRAGMA foreign_key_list(${table})`).all() as {
        on_update: string
        on_delete: string
      }[],
  )
  expect(references.length).toBeGreaterThan(20)
  expect(new Set(references.flatMap((one) => [one.on_update, one.on_delete]))).toEqual(new Set(['RESTRICT']))
  for (const name of readdirSync(MIGRATIONS).filter((file) => file.endsWith('.sql'))) {
    expect(readFileSync(join(MIGRATIONS, name), 'utf8')).not.toMatch(/\bcascade\b/i)
  }
})

test('migrations follow each other in time and in number, each with its file', () => {
  const { entries } = journalOf(MIGRATIONS)
  entries.forEach((entry, index) => {
    expect(entry.idx).toBe(index)
    expect(entry.when).toBeGreaterThan(entries[index - 1]?.when ?? 0)
  })
  const files = readdirSync(MIGRATIONS).filter((name) => name.endsWith('.sql'))
  expect(files).toEqual(entries.map(({ tag }) => `${tag}.sql`))
})
