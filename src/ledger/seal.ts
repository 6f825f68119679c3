/**
 * The seal: while a ledger is closed, the SHA-256 of its file lies beside it. SQLite has no checksums of pages, so this is
 * what finds a byte that a failing disk or a hand changed. An open ledger, or one whose office was killed, has no seal.
 */

import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'

const CHUNK_BYTES = 1 << 20

export function sealFile(ledgerFile: string): string {
  return `${ledgerFile}.seal`
}

/** SHA-256 of a file, lower-case hex, read in pieces. Only while SQLite does not hold the file: closing it drops locks. */
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

export function breakSeal(ledgerFile: string): void {
  rmSync(sealFile(ledgerFile), { force: true })
  syncFolder(dirname(ledgerFile))
}

export function layOnSeal(ledgerFile: string): void {
  const temporary = `${sealFile(ledgerFile)}.new`
  const descriptor = openSync(temporary, 'w')
  try {
    writeSync(descriptor, `${fileSha256(ledgerFile)}\n`)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  renameSync(temporary, sealFile(ledgerFile))
  syncFolder(dirname(ledgerFile))
}

/** Makes names in a folder durable. Windows has no such call and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
