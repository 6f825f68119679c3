import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { LedgerProblem } from '../../src/ledger/ledger-problem.ts'
import { openLedger } from '../../src/ledger/open-ledger.ts'
import { MIGRATIONS, openTestLedger, registryOf, takeIn, tamper } from '../support/ledger.ts'
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
  'campaigns',
  'certificates',
  'closing_households',
  'closings',
  'gift_claims',
  'gift_package_lines',
  'gift_packages',
  'handover_voids',
  'handovers',
  'households',
  'import_batches',
  'import_rows',
  'import_undos',
  'journal',
  'office',
  'packages',
  'people',
  'printings',
  'repair_items',
  'repair_voids',
  'repairs',
]

test('after all migrations every table of ours is there, and strict', () => {
  const tables = schemaOf().filter(({ type, name }) => type === 'table' && !/^(household_search|__|sqlite_)/.test(name))
  expect(tables.map(({ name }) => name)).toEqual(TABLES)
  expect(tables.filter(({ sql }) => !/\)\s*STRICT\s*$/.test(sql)).map(({ name }) => name)).toEqual([])
})

test('after all migrations every trigger is there', () => {
  const ISSUED = TABLES.filter((table) => !['gift_claims', 'households', 'office', 'people'].includes(table))
  const expected = [
    ...ISSUED.flatMap((table) => [`${table}_is_not_changed`, `${table}_is_not_deleted`]),
    ...['handovers', 'handover_voids', 'repairs', 'certificates', 'repair_voids'].map(
      (table) => `${table}_month_is_open`,
    ),
    'certificates_follow_the_work',
    'certificates_number_is_next',
    'closings_follow_each_other',
    'gift_claims_end_with_a_void',
    'gift_claims_is_not_changed',
    'handover_voids_follow_the_issue',
    'handover_voids_give_the_claim_back',
    'handovers_claim_the_gift',
    'handovers_number_is_next',
    'handovers_package_is_of_the_campaign',
    'journal_is_a_chain',
    'repair_voids_follow_the_issue',
    'office_is_not_deleted',
  ]
  const triggers = schemaOf().filter(({ type }) => type === 'trigger')
  expect(triggers.map(({ name }) => name).sort()).toEqual(expected.sort())
})

test('after all migrations every index is there', () => {
  const indexes = schemaOf().filter(({ type, name }) => type === 'index' && !name.startsWith('sqlite_autoindex'))
  expect(indexes.map(({ name }) => name)).toEqual([
    'campaigns_name_unique',
    'certificates_code_unique',
    'certificates_day',
    'certificates_number',
    'closing_households_household',
    'closings_period_unique',
    'closings_sequence_unique',
    'gift_packages_position',
    'handover_voids_day',
    'handovers_campaign',
    'handovers_code_unique',
    'handovers_day',
    'handovers_household',
    'handovers_number',
    'households_category_sort',
    'households_citizen_id',
    'households_household_id_unique',
    'households_match',
    'households_sort',
    'journal_command_id_unique',
    'journal_hash_unique',
    'journal_previous_hash_unique',
    'journal_subject',
    'packages_identity_unique',
    'people_full_name_unique',
    'repair_voids_day',
    'repairs_day',
    'repairs_household',
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
