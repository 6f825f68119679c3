/** Real offices and ledgers in fresh folders, filled with invented people, for benchmarks to work on. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { v7 } from 'uuid'
import { type Client, createClient } from '../../src/contract/client.ts'
import type { Reply } from '../../src/contract/failure.ts'
import { day } from '../../src/domain/day.ts'
import { dong } from '../../src/domain/money.ts'
import { type Batch, type Taking, writeBatch } from '../../src/ledger/lists/imports.ts'
import { type Ledger, openLedger } from '../../src/ledger/open-ledger.ts'
import { openKeyStore } from '../../src/office/key-store.ts'
import { newIdentity } from '../../src/office/new-identity.ts'
import { type Office, openOffice } from '../../src/office/open-office.ts'
import { keysFolder } from '../../src/office/place.ts'
import { nodePort } from '../../src/office/ports.ts'
import { inventedRows } from '../support/people.ts'

export const REPOSITORY = new URL('../..', import.meta.url).pathname
export const RESOURCES = join(REPOSITORY, 'resources')
/** 1 December 2026, 08:30 in Vietnam. */
const NOW = Date.UTC(2026, 11, 1, 1, 30)

export interface BenchFolder extends Disposable {
  path: string
}

export function benchFolder(): BenchFolder {
  const path = mkdtempSync(join(tmpdir(), 'so-tri-an-bench-'))
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) }
}

export function ledgerIn(folder: string): Ledger {
  return openLedger({ folder, migrationsFolder: join(RESOURCES, 'migrations') })
}

export function officeIn(
  folder: string,
  workerFile = join(REPOSITORY, 'src/office/worker.ts'),
): { office: Office; client: Client } {
  const office = openOffice({
    ledgerFolder: folder,
    resourcesFolder: RESOURCES,
    workerFile,
    appVersion: '0.1.0-bench',
    clock: () => NOW,
    checksAnswers: false,
    keyStore: openKeyStore(keysFolder({ ledgerFolder: folder }), null),
  })
  const { port1, port2 } = new MessageChannel()
  office.serve(nodePort(port1))
  return { office, client: createClient(nodePort(port2), v7) }
}

export function granted<Value>(reply: Reply<Value>): Value {
  if (!reply.ok) throw new Error(`Expected a yes, got ${JSON.stringify(reply.failure)}`)
  return reply.value
}

/** An office set up, with its administrator, a campaign and a package of four gifts. */
export async function foundOffice(folder: string) {
  const { office, client } = officeIn(folder)
  const profile = {
    officeCode: 'PC042',
    officeName: 'Đội Quản lý Điện lực khu vực Mẫu',
    parentOrganisation: 'Công ty Điện lực Mẫu',
    place: 'Mẫu',
    signerTitle: 'Đội trưởng',
    signerName: 'Nguyễn Văn Hùng',
    isPractice: false,
  }
  const person = { fullName: 'Trần Thị Thu', role: 'administrator' as const }
  const { personId } = granted(await client.command('office.setUp', { ...profile, person }))
  granted(await client.query('session.start', { personId }))
  const { campaignId, giftPackageIds } = granted(
    await client.command('campaigns.open', {
      name: 'Tri ân khách hàng 2026',
      decisionNumbers: ['125/QĐ-PCM'],
      funds: [{ name: 'Quỹ phúc lợi', amountDong: null }],
      budgetDong: null,
      repairBudgetDong: null,
      repairBudgetPerHouseholdDong: null,
      targetHouseholds: null,
      grantedBy: 'categories',
      from: day('2026-11-01'),
      to: day('2027-01-31'),
      eligibleCategories: [],
      eligibleCommunes: [],
      giftsPerHousehold: 1,
      storeId: null,
      giftPackages: [{ name: 'Suất quà Tết', lines: GIFTS }],
    }),
  )
  await office.close()
  return { personId, campaignId, giftPackageId: giftPackageIds[0] ?? '' }
}

const GIFTS = [
  { name: 'Gạo tẻ', unitOfMeasure: 'kg', quantity: 10, unitPriceDong: dong(18_000) },
  { name: 'Mì ăn liền', unitOfMeasure: 'thùng', quantity: 2, unitPriceDong: dong(95_000) },
  { name: 'Dầu ăn 1 lít', unitOfMeasure: 'chai', quantity: 1, unitPriceDong: dong(45_000) },
]

/** What a batch of a list is told beside its rows. */
export function batchOf(personId: string, fileName: string): Batch {
  const importedAt = new Date(NOW).toISOString()
  return { batchId: v7(), fileName, fileSha256: '0'.repeat(64), importedAt, personId, blocked: 0 }
}

const NO_PLACE = { communeCode: null, communeVersion: null }

/** A list as it is taken in where the clerk changes nothing. */
export const TAKING: Taking = {
  acceptance: { accept: { new: true, changed: true, gone: false }, exceptRowNumbers: [], exceptHouseholdIds: [] },
  on: day('2026-12-01'),
  newIdentity,
  placeOf: () => NO_PLACE,
}

/** Adds invented households to a closed ledger, 100,000 at a time at most, without asking whether they are known. */
export function addHouseholds(folder: string, count: number, personId: string): void {
  const ledger = ledgerIn(folder)
  for (let first = 1; first <= count; first += 100_000) {
    const invented = inventedRows(Math.min(100_000, count - first + 1), { seed: first, first })
    const list = { rows: invented.map((facts, index) => ({ rowNumber: index + 2, facts })), blockedRows: [] }
    const effects = invented.map(() => ({ effect: 'new' as const, householdId: null, resembles: [] }))
    const batch = batchOf(personId, `list-${first}.xlsx`)
    ledger.transact((writer) => writeBatch(writer, batch, list, { effects, gone: [], categories: [] }, TAKING))
  }
  ledger.close()
}
