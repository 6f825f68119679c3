/**
 * The seal: while a ledger is closed, the SHA-256 of its file lies beside it. SQLite has no checksums of pages, so this
 * is what finds a byte that a failing disk or a hand changed. While a ledger is open, a mark lies there instead: as
 * long as it does, the write-ahead log belongs to the file, and without it the last commands would be missing.
 */

import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readFileSync, readSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { syncFolder, writeDurably } from './durable-file.ts'

const CHUNK_BYTES = 1 << 20

export function sealFile(ledgerFile: string): string {
  return `${ledgerFile}.seal`
}

function openMark(ledgerFile: string): string {
  return `${ledgerFile}.open`
}

function writeAheadLog(ledgerFile: string): string {
  return `${ledgerFile}-wal`
}

/**
 * SHA-256 of a file, lower-case hex, read in pieces. Only while SQLite does not hold the file: closing it drops locks.
 */
export function fileSha256(file: string): string {
  const hash = createHash('sha256')
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES)
  const descriptor = openSync(file, 'r')
  try {
    for (let read = readSync(descriptor, chunk); read > 0; read = readSync(descriptor, chunk)) {
      hash.update(chunk.subarray(0, read))
    }
  } finally {
    closeSync(descriptor)
  }
  return hash.digest('hex')
}

export function checkSeal(ledgerFile: string): 'intact' | 'broken' | 'absent' {
  if (!existsSync(sealFile(ledgerFile))) return 'absent'
  return readFileSync(sealFile(ledgerFile), 'utf8').trim() === fileSha256(ledgerFile) ? 'intact' : 'broken'
}

/**
 * What of a ledger is gone, or null: SQLite itself would make an empty ledger where the file is missing or empty, and
 * would go on without the commands that stood in a lost write-ahead log. Nothing is gone where nothing was.
 */
export function missingPart(ledgerFile: string): string | null {
  const hasLog = existsSync(writeAheadLog(ledgerFile))
  const isMarkedOpen = existsSync(openMark(ledgerFile))
  const hadContent = isMarkedOpen || existsSync(sealFile(ledgerFile))
  if (!existsSync(ledgerFile)) return hadContent || hasLog ? 'the file of the ledger is missing' : null
  if (statSync(ledgerFile).size === 0) return hadContent ? 'the file of the ledger is empty' : null
  return isMarkedOpen && !hasLog ? 'the write-ahead log of the ledger is missing' : null
}

/** The ledger is open from now on; its write-ahead log is already there, and made durable with the mark. */
export function breakSeal(ledgerFile: string): void {
  closeSync(openSync(openMark(ledgerFile), 'w'))
  rmSync(sealFile(ledgerFile), { force: true })
  syncFolder(dirname(ledgerFile))
}

/** The write-ahead log has been emptied into the file and may go. */
export function takeMarkOff(ledgerFile: string): void {
  rmSync(openMark(ledgerFile), { force: true })
  syncFolder(dirname(ledgerFile))
}

/** SQLite has let go of the file. One whose write-ahead log could not be emptied, on a full disk, stays marked open. */
export function layOnSeal(ledgerFile: string): void {
  if (existsSync(writeAheadLog(ledgerFile))) return
  takeMarkOff(ledgerFile)
  writeDurably(sealFile(ledgerFile), `${fileSha256(ledgerFile)}\n`)
}
