/** While 300 receipts are printed as a job, searches among 100,000 households through the same office. */

import type { Client } from '../../src/contract/client.ts'
import { day } from '../../src/domain/day.ts'
import { all } from '../../src/ledger/connection.ts'
import { amount, type BenchOptions, type Figure, percentile } from './measure.ts'
import { addHouseholds, benchFolder, foundOffice, granted, ledgerIn, officeIn } from './offices.ts'

const RECEIPTS = 300
const SEARCHES = 2000
const ROUNDS = 5
const TEXTS = [
  'nguyen van an',
  'binh',
  '012345',
  'thon dong',
  'tran thi',
  'nva',
  'khong co ai',
  'Lê Thị Mận',
  'PS00000',
]

async function handOver(client: Client, founded: Awaited<ReturnType<typeof foundOffice>>, householdIds: string[]) {
  const { campaignId, giftPackageId } = founded
  const recipient = { kind: 'headOfHousehold' as const }
  const receiptIds: string[] = []
  const atTheCounter = { eventId: null, receiptId: null, overruledBecause: null }
  for (const householdId of householdIds) {
    const handedOverOn = day('2026-11-20')
    const gift = { campaignId, giftPackageId, householdId, handedOverOn, recipient, ...atTheCounter }
    receiptIds.push(granted(await client.command('gifts.handOver', gift)).receiptId)
  }
  return receiptIds
}

async function searches(client: Client): Promise<number[]> {
  const times: number[] = []
  for (let index = 0; index < SEARCHES; index++) {
    const startedAt = performance.now()
    granted(await client.query('households.search', { text: TEXTS[index % TEXTS.length] ?? '', limit: 20 }))
    times.push(performance.now() - startedAt)
  }
  return times
}

/** Searches while receipts are printed, one batch after the other until all searches are answered. */
async function whilePrinting(client: Client, campaignId: string): Promise<number[]> {
  let isSearching = true
  const printing = (async () => {
    while (isSearching)
      granted(
        await client.job('papers.receipts', {
          campaignId,
          eventId: null,
          receiptIds: null,
          fromNumber: null,
          toNumber: null,
          layout: 'A4',
        }),
      )
  })()
  const times = await searches(client)
  isSearching = false
  await printing
  return times
}

export async function bench(_options: BenchOptions): Promise<Figure[]> {
  using folder = benchFolder()
  const founded = await foundOffice(folder.path)
  addHouseholds(folder.path, 100_000, founded.personId)
  const ledger = ledgerIn(folder.path)
  const sql = `SELECT household_id AS householdId FROM households LIMIT ${RECEIPTS}`
  const householdIds = all<{ householdId: string }>(ledger.reader, sql).map(({ householdId }) => householdId)
  ledger.close()
  const { office, client } = officeIn(folder.path)
  granted(await client.query('session.start', { personId: founded.personId }))
  const { campaignId } = founded
  const receiptIds = await handOver(client, founded, householdIds)
  const single: number[] = []
  for (const receiptId of receiptIds.slice(0, 21)) {
    const startedAt = performance.now()
    const wanted = { campaignId, eventId: null, receiptIds: [receiptId], fromNumber: null, toNumber: null }
    granted(await client.job('papers.receipts', { ...wanted, layout: 'A4' }))
    single.push(performance.now() - startedAt)
  }
  const rounds: number[][] = []
  for (let round = 0; round < ROUNDS; round++) rounds.push(await whilePrinting(client, campaignId))
  await office.close()
  const note = `${SEARCHES} searches while ${RECEIPTS} receipts are printed`
  const at = (part: number) => rounds.map((times) => percentile(times, part))
  return [
    amount(at(0.99), 'ms', { name: 'search while printing, 99th percentile', note, goal: 50 }),
    amount(at(0.5), 'ms', { name: 'search while printing, median', note }),
    amount(at(1), 'ms', { name: 'search while printing, longest', note }),
    amount(single.slice(1), 'ms', { name: 'one receipt, command to file', note: 'after the first', goal: 150 }),
  ]
}
