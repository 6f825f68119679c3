/** Opening and closing a ledger. One process holds it at a time; a second one is told so. */

import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { createReader, type Reader, transact, type Writer } from './connection.ts'
import { LedgerProblem, ledgerProblemOf } from './ledger-problem.ts'
import { migrateLedger } from './migrations.ts'
import { breakSeal, checkSeal, layOnSeal, missingPart, takeMarkOff } from './seal.ts'

/** "STA1": says that an SQLite file is a ledger of ours. */
const APPLICATION_ID = 0x53544131

export interface LedgerPlace {
  folder: string
  migrationsFolder: string
}

export interface Ledger {
  readonly folder: string
  readonly reader: Reader
  /** One durable transaction. */
  transact<Result>(work: (writer: Writer) => Result): Result
  /** Empties the write-ahead log into the file, closes it and lays the seal on. */
  close(): void
}

export function ledgerFile(folder: string): string {
  return join(folder, 'ledger.sqlite')
}

/**
 * Opens the ledger of a folder, making an empty one where there is none. Throws LedgerProblem: in use by another
 * process, damaged, changed from outside while it was closed, of a newer version, not a ledger, disk full or not
 * writable.
 */
export function openLedger({ folder, migrationsFolder }: LedgerPlace): Ledger {
  try {
    mkdirSync(folder, { recursive: true })
    const file = ledgerFile(folder)
    const gone = missingPart(file)
    if (gone) throw new LedgerProblem('damaged', gone)
    const isNew = !existsSync(file)
    const seal = isNew ? 'absent' : checkSeal(file)
    const database = new BetterSqlite3(file, { timeout: 500 })
    try {
      hold(database)
      if (seal === 'broken') throw new LedgerProblem('sealBroken', quickCheck(database) ?? 'the structure is sound')
      if (seal === 'absent' && !isNew) refuseDamage(database)
      migrateLedger(database, { migrationsFolder, backupsFolder: join(folder, 'backups') })
      breakSeal(file)
    } catch (error) {
      database.close()
      throw error
    }
    return ledgerOf(folder, database)
  } catch (error) {
    throw ledgerProblemOf(error) ?? error
  }
}

function ledgerOf(folder: string, database: BetterSqlite3.Database): Ledger {
  const reader = createReader(database)
  return {
    folder,
    reader,
    transact: (work) => transact(database, reader, work),
    close() {
      if (!database.open) return
      if (isLogEmptied(database)) takeMarkOff(ledgerFile(folder))
      database.close()
      layOnSeal(ledgerFile(folder))
    },
  }
}

/** Empties the write-ahead log into the file, or says that it cannot: what is in it is durable there. */
function isLogEmptied(database: BetterSqlite3.Database): boolean {
  try {
    database.pragma('wal_checkpoint(TRUNCATE)')
    return true
  } catch (error) {
    if (ledgerProblemOf(error)) return false
    throw error
  }
}

/**
 * Takes the ledger for this process alone and sets what every connection must have (DESIGN: The ledger). A file that is
 * not ours is refused before anything of it is touched; one without tables may be a ledger whose making was cut short.
 */
function hold(database: BetterSqlite3.Database): void {
  database.pragma('locking_mode = EXCLUSIVE')
  const found = Number(database.pragma('application_id', { simple: true }))
  const tables = Number(database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get())
  const isBlank = found === 0 && tables === 0
  if (found !== APPLICATION_ID && !isBlank) throw new LedgerProblem('notALedger', `application id ${found}`)
  database.pragma('journal_mode = WAL')
  // In WAL a lock is taken with the first write only; this one changes nothing.
  database.exec('BEGIN IMMEDIATE; COMMIT')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  database.pragma('recursive_triggers = ON')
  database.pragma('trusted_schema = OFF')
  if (isBlank) database.pragma(`application_id = ${APPLICATION_ID}`)
}

function quickCheck(database: BetterSqlite3.Database): string | null {
  try {
    const verdict = String(database.pragma('quick_check', { simple: true }))
    return verdict === 'ok' ? null : verdict
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function refuseDamage(database: BetterSqlite3.Database): void {
  const damage = quickCheck(database)
  if (damage) throw new LedgerProblem('damaged', damage)
}
