/** Ledgers that lost a file or a part of one: never taken for an empty ledger, never read with rows missing. */

import { rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import { ledgerFile } from '../../src/ledger/open-ledger.ts'
import { breakSeal, sealFile } from '../../src/ledger/seal.ts'
import { copyLedger, isLoss, outcomeOf, readContent } from './flips.ts'
import { newTally, type Tally } from './tally.ts'

/** As a kill leaves it: marked open, with a write-ahead log, without a seal. */
function asKilled(folder: string): void {
  writeFileSync(`${ledgerFile(folder)}-wal`, '')
  breakSeal(ledgerFile(folder))
}

const PAGE_BYTES = 4096
const cutTo = (bytes: (size: number, random: () => number) => number) => (folder: string, random: () => number) =>
  truncateSync(ledgerFile(folder), bytes(statSync(ledgerFile(folder)).size, random))
const somewhere = cutTo((size, random) => Math.floor(random() * size))
const atPage = cutTo((size, random) => PAGE_BYTES * (1 + Math.floor(random() * (size / PAGE_BYTES - 1))))
const emptied = cutTo(() => 0)
const killedAnd = (tear: (folder: string, random: () => number) => void) => (folder: string, random: () => number) => {
  asKilled(folder)
  tear(folder, random)
}

/** A file made of noise, with a seal that was never laid on it. */
function noise(folder: string, random: () => number): void {
  writeFileSync(ledgerFile(folder), Buffer.from(Array.from({ length: 10_000 }, () => Math.floor(random() * 256))))
  rmSync(sealFile(ledgerFile(folder)))
}

/** A page of somebody else's database in the middle of ours. */
function foreignDatabase(folder: string): void {
  rmSync(ledgerFile(folder))
  rmSync(sealFile(ledgerFile(folder)))
  const foreign = new BetterSqlite3(ledgerFile(folder))
  foreign.exec('CREATE TABLE songs (title TEXT)')
  foreign.close()
}

const TEARS: readonly { what: string; times: number; tear: (folder: string, random: () => number) => void }[] = [
  { what: 'cut short anywhere', times: 5, tear: somewhere },
  { what: 'cut short at a page', times: 5, tear: atPage },
  { what: 'emptied', times: 1, tear: emptied },
  { what: 'killed, then cut short anywhere', times: 5, tear: killedAnd(somewhere) },
  { what: 'killed, then cut short at a page', times: 5, tear: killedAnd(atPage) },
  { what: 'killed, then emptied', times: 1, tear: killedAnd(emptied) },
  {
    what: 'killed, then its write-ahead log lost',
    times: 1,
    tear: killedAnd((folder) => rmSync(`${ledgerFile(folder)}-wal`)),
  },
  { what: 'killed, then its file lost', times: 1, tear: killedAnd((folder) => rmSync(ledgerFile(folder))) },
  { what: 'a seal without a file', times: 1, tear: (folder) => rmSync(ledgerFile(folder)) },
  { what: 'a file without its seal', times: 1, tear: (folder) => rmSync(sealFile(ledgerFile(folder))) },
  { what: 'an empty seal', times: 1, tear: (folder) => truncateSync(sealFile(ledgerFile(folder)), 0) },
  { what: 'noise', times: 1, tear: noise },
  { what: 'a database of somebody else', times: 1, tear: foreignDatabase },
]

export function tearFiles(folder: string, random: () => number): Tally {
  const tally = newTally()
  const content = readContent(folder)
  for (const { what, times, tear } of TEARS) {
    const outcomes = new Set<string>()
    for (let time = 0; time < times; time++) {
      const copy = copyLedger(folder)
      tear(copy, random)
      const outcome = outcomeOf(copy, content)
      if (isLoss(outcome)) tally.lost.push(`${what}: ${outcome}`)
      outcomes.add(outcome)
      tally.tried += 1
      rmSync(copy, { recursive: true, force: true })
    }
    tally.notes.push(`${what}: ${[...outcomes].join(', ')}`)
  }
  return tally
}
