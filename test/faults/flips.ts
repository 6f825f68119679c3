/** Flips one bit in copies of a closed ledger: each copy is refused with its reason, or reads back the same to the byte. */

import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LedgerProblem } from '../../src/ledger/ledger-problem.ts'
import { ledgerFile, openLedger } from '../../src/ledger/open-ledger.ts'
import { sealFile } from '../../src/ledger/seal.ts'
import { RESOURCES, temporaryFolder } from '../support/office-place.ts'
import { contentOf } from './check-ledger.ts'
import { newTally, outcomesOf, type Tally } from './tally.ts'

/** Opens the ledger of a folder and says how it went: the code of the refusal, or whether it holds what it held. */
export function outcomeOf(folder: string, content: string): string {
  try {
    const ledger = openLedger({ folder, migrationsFolder: join(RESOURCES, 'migrations') })
    try {
      return contentOf(ledger.reader) === content ? 'identical' : 'CHANGED'
    } finally {
      ledger.close()
    }
  } catch (error) {
    return error instanceof LedgerProblem ? error.code : `DEFECT ${String(error)}`
  }
}

/** What the ledger of a folder holds; it is closed afterwards, with its seal. */
export function readContent(folder: string): string {
  const ledger = openLedger({ folder, migrationsFolder: join(RESOURCES, 'migrations') })
  try {
    return contentOf(ledger.reader)
  } finally {
    ledger.close()
  }
}

export function isLoss(outcome: string): boolean {
  return outcome === 'CHANGED' || outcome.startsWith('DEFECT')
}

export function copyLedger(from: string): string {
  const folder = temporaryFolder()
  copyFileSync(ledgerFile(from), ledgerFile(folder))
  if (existsSync(sealFile(ledgerFile(from)))) {
    copyFileSync(sealFile(ledgerFile(from)), sealFile(ledgerFile(folder)))
  }
  return folder
}

export function flipBits(folder: string, flips: number, random: () => number): Tally {
  const tally = newTally()
  const content = readContent(folder)
  const outcomes: string[] = []
  for (let flip = 0; flip < flips; flip++) {
    const copy = copyLedger(folder)
    const file = ledgerFile(copy)
    const bytes = readFileSync(file)
    const at = Math.floor(random() * bytes.length)
    const bit = Math.floor(random() * 8)
    bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at)
    writeFileSync(file, bytes)
    const outcome = outcomeOf(copy, content)
    if (isLoss(outcome)) tally.lost.push(`bit ${bit} of byte ${at}: ${outcome}`)
    if (!bytes.equals(readFileSync(file)) && outcome !== 'identical')
      tally.lost.push(`byte ${at}: refused, and written to`)
    outcomes.push(outcome)
    tally.tried += 1
    rmSync(copy, { recursive: true, force: true })
  }
  tally.notes.push(outcomesOf(outcomes))
  return tally
}
