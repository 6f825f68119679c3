/** A real ledger in a fresh folder, with one person to name in its rows. */

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { v7 } from 'uuid'
import { day } from '../../src/domain/day.ts'
import type { ListedHousehold } from '../../src/domain/household-list.ts'
import { canonicalJson } from '../../src/ledger/canonical-json.ts'
import { all } from '../../src/ledger/connection.ts'
import { type Acceptance, writeBatch } from '../../src/ledger/lists/imports.ts'
import { compareList, type RowIdentity } from '../../src/ledger/lists/list-comparison.ts'
import { addPerson } from '../../src/ledger/office-record.ts'
import { type Ledger, ledgerFile, openLedger } from '../../src/ledger/open-ledger.ts'
import type { By } from '../../src/ledger/registry/household-revisions.ts'
import { RESOURCES, temporaryFolder } from './office-place.ts'

export const MIGRATIONS = join(RESOURCES, 'migrations')
export const PERSON_ID = '01940000-0000-7000-8000-000000000001'
export const RECORDED_AT = '2026-12-01T01:30:00.000Z'

/** Who changes things in tests of the ledger. */
export const BY: By = { recordedAt: RECORDED_AT, personId: PERSON_ID, command: 'households.amend' }

export interface TestLedger extends Disposable {
  folder: string
  ledger: Ledger
}

export function openTestLedger(): TestLedger {
  const folder = temporaryFolder()
  const ledger = openLedger({ folder, migrationsFolder: MIGRATIONS })
  ledger.transact((writer) =>
    addPerson(writer, { personId: PERSON_ID, fullName: 'Trần Thị Thu', role: 'clerk', isActive: true }),
  )
  return {
    folder,
    ledger,
    [Symbol.dispose]() {
      ledger.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The day on which lists of tests are taken in. */
export const TAKEN_IN_ON = day('2026-12-01')

export interface TakenInHow {
  acceptance?: Acceptance
  identities?: readonly RowIdentity[]
  blockedRows?: readonly ListedHousehold[]
}

/** Rows as a list numbers them: below a header in its first row. */
export function listOf(rows: readonly ListedHousehold[], blockedRows: readonly ListedHousehold[] = []) {
  const numbered = [...rows, ...blockedRows].map((facts, index) => ({ rowNumber: index + 2, facts }))
  return { rows: numbered.slice(0, rows.length), blockedRows: numbered.slice(rows.length) }
}

export const ACCEPT_ALL: Acceptance = {
  accept: { new: true, changed: true, gone: false },
  exceptRowNumbers: [],
  exceptHouseholdIds: [],
}

const NO_PLACE = { communeCode: null, communeVersion: null }

/** Takes a list in as a batch of its own. */
export function takeIn(
  ledger: Ledger,
  rows: readonly ListedHousehold[],
  { acceptance = ACCEPT_ALL, identities = [], blockedRows = [] }: TakenInHow = {},
) {
  const list = listOf(rows, blockedRows)
  const comparison = compareList(ledger.reader, list, { identities, on: TAKEN_IN_ON })
  const batch = {
    batchId: v7(),
    fileName: 'a.xlsx',
    fileSha256: v7(),
    importedAt: RECORDED_AT,
    personId: PERSON_ID,
    blocked: list.blockedRows.length,
  }
  const taking = { acceptance, on: TAKEN_IN_ON, newIdentity: v7, placeOf: () => NO_PLACE }
  return ledger.transact((writer) => writeBatch(writer, batch, list, comparison, taking))
}

/** The registry row by row as SQLite has it, without the named columns. */
export function registryOf(ledger: Ledger, without: readonly string[] = []): Record<string, unknown>[] {
  const rows = all<Record<string, unknown>>(ledger.reader, 'SELECT * FROM households ORDER BY row_number')
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => !without.includes(column))))
}

/**
 * All that the registry says, in one canonical text: households by identity, who leads to whom in the search, pairs that
 * may be one. Row numbers and revisions are no part of what it says.
 */
export function registryDump(ledger: Ledger): string {
  const { reader } = ledger
  reader
    .statement(
      "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_terms USING fts5vocab('main', 'household_search', 'instance')",
    )
    .run()
  const households = registryOf(ledger, ['row_number', 'revision'])
  const words = all<{ term: string; householdId: string }>(
    reader,
    'SELECT term, household_id AS householdId FROM search_terms LEFT JOIN households ON row_number = doc',
  )
  const pairs = all(reader, 'SELECT * FROM duplicate_pairs')
  return [households, words, pairs]
    .map((rows) => rows.map((row) => canonicalJson(row)).sort())
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

/** Opens a closed ledger past everything that guards it: whoever tampers does so. */
export function tamper(folder: string, work: (database: BetterSqlite3.Database) => void): void {
  const database = new BetterSqlite3(ledgerFile(folder))
  try {
    const triggers = database.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all()
    for (const trigger of triggers) database.exec(`DROP TRIGGER ${trigger}`)
    database.pragma('foreign_keys = OFF')
    work(database)
    database.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    database.close()
  }
}
