/** Handing gifts over: the durable commit against appending as many bytes to a file and syncing it; the whole command. */

import { closeSync, fdatasyncSync, openSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { day } from '../../src/domain/day.ts'
import { all } from '../../src/ledger/connection.ts'
import { addHandover, type HandoverRecord } from '../../src/ledger/handovers.ts'
import { appendToJournal } from '../../src/ledger/journal.ts'
import { ledgerFile } from '../../src/ledger/open-ledger.ts'
import { addReceipt, nextReceiptNumber, type ReceiptRecord } from '../../src/ledger/receipts.ts'
import { handovers, receipts } from '../../src/ledger/schema/gifts.ts'
import { newIdentity } from '../../src/office/new-identity.ts'
import { amount, type BenchOptions, type Figure, median, ratio } from './measure.ts'
import { addHouseholds, benchFolder, foundOffice, granted, ledgerIn, officeIn } from './offices.ts'

const ROUNDS = 5
const COMMITS = 100
const HOUSEHOLDS = 10_000

type Founded = Awaited<ReturnType<typeof foundOffice>>

/** Milliseconds of each command, from the asking to the answer. */
async function commands(folder: string, founded: Founded, householdIds: readonly string[]): Promise<number[]> {
  const { office, client } = officeIn(folder)
  granted(await client.query('session.start', { personId: founded.personId }))
  const { campaignId, giftPackageId } = founded
  const recipient = { kind: 'headOfHousehold' as const }
  const times: number[] = []
  for (const householdId of householdIds) {
    const atTheCounter = { eventId: null, receiptId: null, overruledBecause: null }
    const handedOverOn = day('2026-11-20')
    const gift = { campaignId, giftPackageId, householdId, handedOverOn, recipient, ...atTheCounter }
    const startedAt = performance.now()
    granted(await client.command('gifts.handOver', gift))
    times.push(performance.now() - startedAt)
  }
  await office.close()
  return times
}

/** A handover and its receipt, to be made again for others. */
interface Made {
  handover: HandoverRecord
  receipt: ReceiptRecord
}

/** Medians of one round, in milliseconds: commits of a handover's rows, and appends of as many bytes, by turns. */
function commitsAndAppends(folder: string, made: Made, householdIds: readonly string[]) {
  const ledger = ledgerIn(folder)
  const log = `${ledgerFile(folder)}-wal`
  const appended = openSync(join(folder, 'appended'), 'a')
  const times = { commit: [] as number[], append: [] as number[] }
  const growths: number[] = []
  householdIds.forEach((householdId, index) => {
    const before = statSync(log).size
    let startedAt = performance.now()
    ledger.transact((writer) => {
      const { recordedAt, personId } = made.handover
      const documentNumber = nextReceiptNumber(writer, made.receipt.documentYear)
      const handoverId = newIdentity()
      const receiptId = newIdentity()
      addReceipt(writer, { ...made.receipt, receiptId, householdId, documentNumber, code: receiptId })
      addHandover(writer, { ...made.handover, handoverId, receiptId, householdId })
      const entry = { recordedAt, personId, command: 'gifts.handOver', commandId: newIdentity(), subject: householdId }
      appendToJournal(writer, { ...entry, input: { householdId }, output: { handoverId } })
    })
    times.commit.push(performance.now() - startedAt)
    // After a checkpoint the log is written over from its start and does not grow.
    const growth = statSync(log).size - before
    if (growth > 0) growths.push(growth)
    const content = Buffer.alloc(median(growths), index)
    startedAt = performance.now()
    writeSync(appended, content)
    fdatasyncSync(appended)
    times.append.push(performance.now() - startedAt)
  })
  closeSync(appended)
  ledger.close()
  return { commit: median(times.commit), append: median(times.append), bytes: median(growths) }
}

/** One row inserted into an empty table and committed, with the ledger's own pragmas; the median of a round. */
function bareInserts(folder: string): number {
  const file = join(folder, 'bare.sqlite')
  const database = new BetterSqlite3(file)
  for (const pragma of ['locking_mode = EXCLUSIVE', 'journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON']) {
    database.pragma(pragma)
  }
  database.exec('CREATE TABLE IF NOT EXISTS rows (id TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT')
  const insert = database.prepare('INSERT INTO rows VALUES (?, ?)')
  const content = 'x'.repeat(200)
  const times = Array.from({ length: COMMITS }, () => {
    const startedAt = performance.now()
    insert.run(newIdentity(), content)
    return performance.now() - startedAt
  })
  database.close()
  return median(times)
}

export async function bench(_options: BenchOptions): Promise<Figure[]> {
  using folder = benchFolder()
  const founded = await foundOffice(folder.path)
  addHouseholds(folder.path, HOUSEHOLDS, founded.personId)
  const ledger = ledgerIn(folder.path)
  const ids = all<{ householdId: string }>(ledger.reader, 'SELECT household_id AS householdId FROM households')
  ledger.close()
  const householdIds = ids.map(({ householdId }) => householdId)
  const chunk = (round: number) => householdIds.slice(round * COMMITS, (round + 1) * COMMITS)
  const whole: number[] = []
  const bare: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    whole.push(median(await commands(folder.path, founded, chunk(round))))
    bare.push(bareInserts(folder.path))
  }
  const reopened = ledgerIn(folder.path)
  const [handover] = reopened.reader.rows.select().from(handovers).limit(1).all()
  const [receipt] = reopened.reader.rows.select().from(receipts).limit(1).all()
  reopened.close()
  if (!handover || !receipt) throw new Error('No handover was made')
  const rounds = Array.from({ length: ROUNDS }, (_, round) =>
    commitsAndAppends(folder.path, { handover, receipt }, chunk(ROUNDS + round)),
  )
  const appends = rounds.map(({ append }) => append)
  const kilobytes = Math.round((rounds[0]?.bytes ?? 0) / 1024)
  const micros = Math.round(median(appends) * 1000)
  return [
    ratio(
      rounds.map(({ commit }) => commit),
      appends,
      {
        name: 'durable commit of a handover',
        note: `of appending ${kilobytes} KB and fdatasync, ${micros} µs`,
        goal: 1.5,
      },
    ),
    ratio(whole, bare, {
      name: 'counter command, over a port',
      note: `of one bare insert with the same pragmas, ${Math.round(median(bare) * 1000)} µs`,
    }),
    amount(whole, 'ms', { name: 'whole command, asked over a port', note: `median of ${COMMITS}` }),
  ]
}
