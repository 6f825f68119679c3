/**
 * An office that works as fast as it can until it is killed: reads its order from standard input, opens the ledger and
 * sends a random mix of commands, a few at a time. A command is told on standard output before it is sent and again
 * when its answer is there, so whoever killed this process knows what was promised.
 */

import { createHash } from 'node:crypto'
import { readFileSync, writeSync } from 'node:fs'
import { v7 } from 'uuid'
import { type Client, createClient } from '../../src/contract/client.ts'
import type { CommandName, Input, JobName, Output } from '../../src/contract/contract.ts'
import type { Reply } from '../../src/contract/failure.ts'
import { ALL_HOUSEHOLDS } from '../../src/contract/households.ts'
import { ACCEPT_AS_FOUND } from '../../src/contract/imports.ts'
import { type Day, dayInVietnam } from '../../src/domain/day.ts'
import { NO_CHOICES } from '../../src/domain/household-list.ts'
import { dong } from '../../src/domain/money.ts'
import { periodOf, previousPeriod } from '../../src/domain/period.ts'
import { openOffice } from '../../src/office/open-office.ts'
import { directChannel } from '../../src/office/ports.ts'
import { officePlace, PROFILE } from '../support/office-place.ts'
import { inventedHousehold, pick, seededRandom } from '../support/people.ts'
import { ACCEPTANCE, ALL_REPAIRS, CHECKS, JOB, SURVEY, WORK } from '../support/repair-inputs.ts'
import { EXPLAINED } from '../support/trade.ts'
import type { Asked, Order, Told } from './protocol.ts'

const tell = (told: Told) => writeSync(1, `${JSON.stringify(told)}\n`)

tell({ told: 'ready' })
const order = JSON.parse(readFileSync(0, 'utf8')) as Order
const { ledgerFolder, now, seed, listFile } = order
const random = seededRandom(seed)
const today = dayInVietnam(now)
const office = openOffice(officePlace(ledgerFolder, { clock: () => now }))
function portOfOffice(): Client {
  const { near, far } = directChannel()
  office.serve(far)
  return createClient(near, v7)
}

const client = portOfOffice()
/** Where the second person sits, who certifies and draws closings up. */
const second = portOfOffice()

async function send({ call, input, commandId }: Asked): Promise<unknown> {
  tell({ told: 'asked', call, input, commandId })
  const port = call === 'repairs.certify' || call === 'months.propose' ? second : client
  const reply = (await (call === 'imports.run'
    ? port.job(call, input as never, { commandId })
    : port.command(call as CommandName, input as never, commandId))) as Reply<unknown>
  if (reply.ok) {
    tell({ told: 'answered', commandId, answer: { ok: true, value: reply.value } })
    return reply.value
  }
  const { failure } = reply
  if (failure.family === 'refused') {
    tell({ told: 'answered', commandId, answer: { ok: false, code: failure.refusal.code } })
  } else tell({ told: 'defect', what: `${call}: ${JSON.stringify(failure)}` })
  return null
}

async function ask<Name extends CommandName | JobName>(call: Name, input: Input<Name>): Promise<Output<Name> | null> {
  return (await send({ call, input, commandId: v7() })) as Output<Name> | null
}

async function startSession(): Promise<void> {
  const described = await client.query('office.describe', {})
  if (!described.ok) return tell({ told: 'defect', what: JSON.stringify(described.failure) }) as never
  if (described.value.ledgerFailure) tell({ told: 'defect', what: JSON.stringify(described.value.ledgerFailure) })
  let personId = described.value.people[0]?.personId
  if (!described.value.office) {
    const person = { fullName: 'Trần Thị Thu', role: 'administrator' as const }
    personId = (await ask('office.setUp', { ...PROFILE, person }))?.personId
  }
  await client.query('session.start', { personId: personId ?? '' })
  const certifier =
    described.value.people[1]?.personId ??
    (await ask('people.add', { fullName: 'Nguyễn Văn Duyệt', role: 'supervisor' }))?.personId
  await second.query('session.start', { personId: certifier ?? '' })
}

const work = {
  households: [] as string[],
  receipts: [] as string[],
  repairs: [] as string[],
  batches: [] as string[],
  merges: [] as string[],
}
let campaign: { campaignId: string; giftPackageId: string } | null = null

/** Finds what an earlier life of this office left behind, or opens the first campaign. */
async function lookAround(): Promise<void> {
  const page = await client.query('households.page', { filter: ALL_HOUSEHOLDS, after: null, limit: 1000 })
  if (page.ok) work.households.push(...page.value.households.map(({ householdId }) => householdId))
  const campaigns = await client.query('campaigns.list', {})
  const [open] = campaigns.ok ? campaigns.value.campaigns : []
  if (open) campaign = { campaignId: open.campaignId, giftPackageId: open.giftPackages[0]?.giftPackageId ?? '' }
  else {
    const lines = [{ name: 'Gạo tẻ', unitOfMeasure: 'kg', quantity: 10, unitPriceDong: dong(20_000) }]
    const opened = await ask('campaigns.open', {
      name: 'Tri ân khách hàng',
      decisionNumbers: [],
      funds: [],
      budgetDong: null,
      repairBudgetDong: null,
      repairBudgetPerHouseholdDong: null,
      targetHouseholds: null,
      grantedBy: 'categories',
      from: '2026-01-01' as Day,
      to: '2099-12-31' as Day,
      eligibleCategories: [],
      eligibleCommunes: [],
      giftsPerHousehold: 1,
      storeId: null,
      giftPackages: [{ name: 'Suất quà', lines }],
    })
    if (opened) campaign = { campaignId: opened.campaignId, giftPackageId: opened.giftPackageIds[0] ?? '' }
  }
  const filter = { ...ALL_REPAIRS, states: ['awaitingAcceptance' as const] }
  const repairs = await client.query('repairs.list', { filter, limit: 100 })
  if (repairs.ok) work.repairs.push(...repairs.value.repairs.map(({ repairId }) => repairId))
}

const some = (items: string[]) => (items.length > 0 ? pick(random, items as [string, ...string[]]) : v7())
const facts = () => inventedHousehold(Math.floor(random() * 900_000), random)

async function register(): Promise<void> {
  const registered = await ask('households.register', facts())
  if (registered) work.households.push(registered.householdId)
}

async function amend(): Promise<void> {
  const householdId = some(work.households)
  const known = await client.query('households.get', { householdId })
  const { headOfHousehold, phone } = facts()
  if (!known.ok) return
  await ask('households.amend', { householdId, revision: known.value.revision, facts: { headOfHousehold, phone } })
}

async function setStatus(): Promise<void> {
  const known = await client.query('households.get', { householdId: some(work.households) })
  if (!known.ok) return
  const { householdId, revision, status } = known.value
  const next = status === 'active' ? 'moved' : 'active'
  await ask('households.setStatus', { householdId, revision, status: next, on: today, reason: 'Theo trưởng thôn' })
}

async function merge(): Promise<void> {
  const [kept, merged] = await Promise.all(
    [some(work.households), some(work.households)].map((householdId) =>
      client.query('households.get', { householdId }),
    ),
  )
  if (!kept?.ok || !merged?.ok) return
  const done = await ask('households.merge', {
    keptId: kept.value.householdId,
    keptRevision: kept.value.revision,
    mergedId: merged.value.householdId,
    mergedRevision: merged.value.revision,
    takes: ['phone', 'addressText'],
  })
  if (done) work.merges.push(done.mergeId)
}

async function part(): Promise<void> {
  await ask('households.undoMerge', { mergeId: some(work.merges) })
}

async function settle(): Promise<void> {
  const open = await client.query('duplicates.list', { state: 'open', from: 0, limit: 1 })
  const pair = open.ok ? open.value.pairs[0] : undefined
  if (!pair) return
  const [oneId, otherId] = [pair.one.householdId, pair.other.householdId]
  await ask('duplicates.settle', { oneId, otherId, verdict: random() < 0.5 ? 'different' : 'later' })
}

async function handOver(): Promise<void> {
  const householdId = some(work.households)
  const recipient = { kind: 'headOfHousehold' as const }
  if (!campaign) return
  const atTheCounter = { eventId: null, receiptId: null, overruledBecause: null }
  const gift = { ...campaign, householdId, handedOverOn: today, recipient, ...atTheCounter }
  const given = await ask('gifts.handOver', gift)
  if (given) work.receipts.push(given.receiptId)
}

async function voidGift(): Promise<void> {
  await ask('gifts.void', {
    receiptId: some(work.receipts),
    kind: 'mistake',
    voidedOn: today,
    reason: 'Phát nhầm hộ',
  })
}

/** A distribution from its plan to its last sheet: the papers of many households in one transaction each. */
async function distribute(): Promise<void> {
  const place = { kind: 'distributionPoint' as const, name: v7(), addressText: null }
  const added = campaign && (await ask('stock.addPlace', place))
  if (!campaign || !added) return
  const { campaignId, giftPackageId } = campaign
  const waiting = await client.query('distributions.candidates', { campaignId, heldOn: today, eventId: null })
  const households = waiting.ok ? waiting.value.candidates.slice(0, 12) : []
  const expected = households.map(({ household }) => ({ householdId: household.householdId, giftPackageId }))
  const plan = { campaignId, placeId: added.placeId, heldOn: today, staff: [], witnesses: [], note: null, expected }
  const planned = await ask('distributions.plan', plan)
  if (!planned) return
  const { eventId } = planned
  if (!(await ask('distributions.issueKit', { eventId, spareCount: 3 }))) return
  const positions = expected.map((_, index) => index + 1)
  const [first, ...others] = positions
  if (first !== undefined) {
    await ask('distributions.enterSheets', {
      eventId,
      positions: [first],
      fate: { kind: 'missing', explanation: 'Rách' },
    })
  }
  if (others.length > 0) {
    await ask('distributions.enterSheets', {
      eventId,
      positions: others,
      fate: { kind: 'signed', handedOverOn: today },
    })
  }
  const spares = [1, 2, 3].map((spare) => positions.length + spare)
  await ask('distributions.enterSheets', { eventId, positions: spares, fate: { kind: 'spare' } })
}

/** From the opening to the acceptance, each step a command of its own. */
async function repair(): Promise<void> {
  const campaignId = campaign?.campaignId ?? null
  const opening = { campaignId, openedOn: today, origin: 'list', need: null, fundingSource: null } as const
  const opened = await ask('repairs.open', { ...opening, householdIds: [some(work.households)] })
  const [repairId] = opened?.repairIds ?? []
  if (!repairId) return
  const at = { repairId, on: today }
  if (!(await ask('repairs.survey', { ...at, ...SURVEY }))) return
  if (!(await ask('repairs.exempt', { ...at, reason: 'Nguy hiểm' }))) return
  if (!(await ask('repairs.plan', { ...at, ...JOB, plannedFor: today }))) return
  if (!(await ask('repairs.finishWork', { ...at, ...WORK }))) return
  await accept(repairId)
}

async function accept(repairId: string): Promise<void> {
  const at = { repairId, on: today }
  await ask('repairs.check', { ...at, ...CHECKS, calibratedUntil: today })
  await ask('repairs.accept', { ...at, ...ACCEPTANCE })
  work.repairs.push(repairId)
}

async function certify(): Promise<void> {
  const repairId = work.repairs.shift()
  if (repairId) await ask('repairs.certify', { repairId, on: today, recheckOn: null })
}

async function cancelRepair(): Promise<void> {
  const repairId = work.repairs.shift()
  if (repairId) await ask('repairs.cancel', { repairId, on: today, reason: 'Ghi nhầm hộ' })
}

async function takeListIn(): Promise<void> {
  const fileSha256 = createHash('sha256').update(readFileSync(listFile)).digest('hex')
  const batch = await ask('imports.run', {
    source: { file: listFile },
    choices: NO_CHOICES,
    identities: [],
    fileSha256,
    ...ACCEPT_AS_FOUND,
  })
  if (batch) work.batches.push(batch.batchId)
}

async function takeListBack(): Promise<void> {
  const batchId = work.batches.pop()
  if (batchId) await ask('imports.undo', { batchId })
}

async function close(): Promise<void> {
  while (work.repairs.length > 0) await certify()
  const closing = { period: previousPeriod(periodOf(today)), explanations: EXPLAINED }
  await ask('months.propose', closing)
  await ask('months.close', closing)
}

const MIX: readonly [() => Promise<void>, ...(() => Promise<void>)[]] = [
  ...[register, register, register, register, register, amend, amend, handOver, handOver, handOver, handOver],
  ...[
    setStatus,
    merge,
    merge,
    part,
    settle,
    handOver,
    voidGift,
    distribute,
    repair,
    repair,
    certify,
    certify,
    cancelRepair,
    takeListBack,
    close,
  ],
] as never

await startSession()
for (const unanswered of order.unanswered) await send(unanswered)
await lookAround()
const list = takeListIn()
for (;;) await Promise.all([pick(random, MIX)(), pick(random, MIX)(), random() < 0.02 ? list : null])
