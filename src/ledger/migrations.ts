/**
 * Brings a ledger to the schema of this program, guarded: only a ledger whose history is the beginning of ours is
 * touched, a verified copy is laid aside first, and its references are checked before it is used.
 */

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { LedgerProblem } from './ledger-problem.ts'

interface Applied {
  hash: string
}

function appliedHashes(database: BetterSqlite3.Database): string[] {
  const exists = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = '__drizzle_migrations'").get()
  if (!exists) return []
  return database
    .prepare<[], Applied>('SELECT hash FROM __drizzle_migrations ORDER BY created_at')
    .all()
    .map((row) => row.hash)
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

/** Returns how many migrations were applied. The ledger is open, exclusively, and quick_check has passed. */
export function migrateLedger(
  database: BetterSqlite3.Database,
  folders: { migrationsFolder: string; backupsFolder: string },
): number {
  const { migrationsFolder, backupsFolder } = folders
  const shipped = readMigrationFiles({ migrationsFolder }).map((migration) => migration.hash)
  const applied = appliedHashes(database)
  checkHistory(applied, shipped)
  const due = shipped.length - applied.length
  if (due === 0) return 0

  if (applied.length > 0) layCopyAside(database, backupsFolder, applied.length)
  // drizzle migrates inside BEGIN, where this pragma does nothing; a table rebuild needs it off.
  database.pragma('foreign_keys = OFF')
  migrate(drizzle({ client: database }), { migrationsFolder })
  const violations = database.pragma('foreign_key_check')
  if (Array.isArray(violations) && violations.length > 0) {
    throw new LedgerProblem('damaged', `${violations.length} references lead nowhere after migrating`)
  }
  database.pragma('foreign_keys = ON')
  return due
}
