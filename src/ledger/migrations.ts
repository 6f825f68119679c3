/**
 * Brings a ledger to the schema of this program, guarded: only a ledger whose history is the beginning of ours is
 * touched, a verified copy is laid aside first, and all of it happens in one transaction that ends with a check of the
 * references. So a ledger is either as it was or wholly migrated.
 */

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator'
import { LedgerProblem } from './ledger-problem.ts'

/** The table drizzle-kit's own tools look into. */
const HISTORY = '__drizzle_migrations'

function appliedHashes(database: BetterSqlite3.Database): string[] {
  const exists = database.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(HISTORY)
  if (!exists) return []
  return database.prepare<[], string>(`SELECT hash FROM ${HISTORY} ORDER BY created_at`).pluck().all()
}

/** Throws LedgerProblem where the ledger has migrations this program does not know, or other ones. */
function checkHistory(applied: readonly string[], shipped: readonly string[]): void {
  const differs = applied.findIndex((hash, index) => index < shipped.length && hash !== shipped[index])
  if (differs >= 0)
    throw new LedgerProblem('historyDiffers', `migration ${differs + 1} is not the one this program has`)
  if (applied.length > shipped.length) {
    throw new LedgerProblem('fromNewerVersion', `${applied.length} migrations applied, ${shipped.length} known`)
  }
}

function layCopyAside(database: BetterSqlite3.Database, backupsFolder: string, appliedCount: number): void {
  mkdirSync(backupsFolder, { recursive: true })
  const file = join(backupsFolder, `before-migration-${appliedCount + 1}-${Date.now()}.sqlite`)
  database.prepare('VACUUM INTO ?').run(file)
  const copy = new BetterSqlite3(file, { readonly: true })
  try {
    const verdict = copy.pragma('quick_check', { simple: true })
    if (verdict !== 'ok') throw new LedgerProblem('damaged', `the copy before migrating: ${String(verdict)}`)
  } finally {
    copy.close()
  }
}

function apply(database: BetterSqlite3.Database, due: readonly MigrationMeta[]): void {
  database.exec(`CREATE TABLE IF NOT EXISTS ${HISTORY} (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)`)
  for (const { sql, hash, folderMillis } of due) {
    for (const statement of sql) database.exec(statement)
    database.prepare(`INSERT INTO ${HISTORY} (hash, created_at) VALUES (?, ?)`).run(hash, folderMillis)
  }
  const violations = database.prepare('PRAGMA foreign_key_check').all().length
  if (violations > 0) throw new LedgerProblem('damaged', `${violations} references lead nowhere after migrating`)
}

/** Returns how many migrations were applied. The ledger is open, exclusively, and quick_check has passed. */
export function migrateLedger(
  database: BetterSqlite3.Database,
  folders: { migrationsFolder: string; backupsFolder: string },
): number {
  const { migrationsFolder, backupsFolder } = folders
  const shipped = readMigrationFiles({ migrationsFolder })
  const applied = appliedHashes(database)
  checkHistory(
    applied,
    shipped.map((migration) => migration.hash),
  )
  const due = shipped.slice(applied.length)
  if (due.length === 0) return 0

  if (applied.length > 0) layCopyAside(database, backupsFolder, applied.length)
  // Inside a transaction this pragma does nothing; a table rebuild needs it off.
  database.pragma('foreign_keys = OFF')
  database.transaction(() => apply(database, due)).immediate()
  database.pragma('foreign_keys = ON')
  return due.length
}
