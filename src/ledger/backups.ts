/** Copies of the ledger: made by SQLite itself while the office works, and checked before they count. */

import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { addRow, first, type Reader, type Writer } from './connection.ts'
import { syncFolder, writeDurably } from './durable-file.ts'
import { LedgerProblem } from './ledger-problem.ts'
import { backups } from './schema/office.ts'
import { fileSha256, sealFile } from './seal.ts'

export interface LedgerCopy {
  file: string
  sha256: string
  bytes: number
}

/**
 * Writes a consistent copy of the open ledger to a file, checks its structure and its references, and lays a seal
 * beside it, so that it opens as a ledger of its own. Outside a transaction. Throws LedgerProblem where the copy is not
 * whole; nothing of it is left then.
 */
export function copyLedger(reader: Reader, file: string): LedgerCopy {
  mkdirSync(dirname(file), { recursive: true })
  const temporary = join(dirname(file), `.${basename(file)}.new`)
  try {
    rmSync(temporary, { force: true })
    reader.statement('VACUUM INTO ?').run(temporary)
    checkCopy(temporary)
    const sha256 = fileSha256(temporary)
    renameSync(temporary, file)
    syncFolder(dirname(file))
    writeDurably(sealFile(file), `${sha256}\n`)
    return { file, sha256, bytes: statSync(file).size }
  } finally {
    rmSync(temporary, { force: true })
  }
}

function checkCopy(file: string): void {
  const copy = new BetterSqlite3(file, { readonly: true })
  try {
    const verdict = String(copy.pragma('integrity_check', { simple: true }))
    if (verdict !== 'ok') throw new LedgerProblem('damaged', `the copy: ${verdict}`)
    const broken = copy.prepare('PRAGMA foreign_key_check').all().length
    if (broken > 0) throw new LedgerProblem('damaged', `the copy: ${broken} references lead nowhere`)
  } finally {
    copy.close()
  }
}

export function addBackup(writer: Writer, backup: typeof backups.$inferInsert): void {
  addRow(writer, backups, backup)
}

/** When the last checked copy was made, ISO in UTC; null where none was. */
export function lastBackupAt(reader: Reader): string | null {
  return first<{ at: string | null }>(reader, 'SELECT max(made_at) AS at FROM backups')?.at ?? null
}
