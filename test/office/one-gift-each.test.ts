/** Whatever is asked, in whatever order, from however many ports, once or again: a household has one gift of a kind. */

import fc from 'fast-check'
import { v7 } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import type { Client } from '../../src/contract/client.ts'
import type { Handover } from '../../src/contract/gifts.ts'
import { day } from '../../src/domain/day.ts'
import { dong } from '../../src/domain/money.ts'
import { canonicalJson } from '../../src/ledger/canonical-json.ts'
import { addPlace, asPerson, distributionWithKit, sheetsOf } from '../support/gifts.ts'
import { granted, openWorkingOffice, type TestOffice } from '../support/office.ts'
import { CAMPAIGN, giftFor, registerHousehold } from '../support/trade.ts'

const TODAY = day('2026-12-01')
const HOUSEHOLD_COUNT = 3
const GIFTS_PER_HOUSEHOLD = 2
const RICE = { name: 'Gạo tẻ', unitOfMeasure: 'kg', quantity: 10, unitPriceDong: dong(20_000) }
const PACKAGES = ['Gạo', 'Chăn', 'Đèn'].map((name) => ({ name, lines: [RICE] }))

type Step = { port: number; again: number | null } & (
  | { kind: 'give'; household: number; giftPackage: number; isAtEvent: boolean; isOverruled: boolean }
  | { kind: 'sign'; position: number }
  | { kind: 'void'; which: number }
)

const port = fc.nat(2)
/** Another port the same command is sent from at the same time; null where it is sent once. */
const again = fc.option(port, { nil: null, freq: 3 })
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('give' as const),
      ...{ port, again, household: fc.nat(HOUSEHOLD_COUNT - 1), giftPackage: fc.nat(2) },
      ...{ isAtEvent: fc.boolean(), isOverruled: fc.boolean() },
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('sign' as const), port, again, position: fc.nat(3) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('void' as const), port, again, which: fc.nat(20) }) },
)
/** Groups of steps: those of one group are asked at the same time. */
const groups = fc.array(fc.array(step, { minLength: 1, maxLength: 5 }), { minLength: 2, maxLength: 8 })

let opened: TestOffice
let ports: Client[]
let households: string[]
let placeId: string

beforeAll(async () => {
  opened = await openWorkingOffice()
  const { client } = opened
  const clerk = await asPerson(opened, 'Lê Văn Lâm', 'clerk')
  ports = [client, clerk, await asPerson(opened, 'Phạm Thị Hoa', 'supervisor')]
  const names = ['Nguyễn Thị Lan', 'Trần Văn Đạt', 'Lò Thị Yến']
  households = await Promise.all(names.map((name) => registerHousehold(client, name)))
  placeId = await addPlace(client, 'distributionPoint', 'Nhà văn hoá thôn Đông')
  return () => opened[Symbol.asyncDispose]()
})

interface World {
  campaignId: string
  giftPackageIds: string[]
  eventId: string
}

/** A campaign of three kinds of gifts with a distribution at which two households are expected for the first. */
async function openWorld(): Promise<World> {
  const { client } = opened
  const terms = { ...CAMPAIGN, name: `Đợt ${v7()}`, giftPackages: PACKAGES, giftsPerHousehold: GIFTS_PER_HOUSEHOLD }
  const { campaignId, giftPackageIds } = granted(await client.command('campaigns.open', terms))
  const giftPackageId = giftPackageIds[0] ?? ''
  const expected = households.slice(0, 2).map((householdId) => ({ householdId, giftPackageId }))
  const eventId = await distributionWithKit(client, { campaignId, placeId, expected, heldOn: TODAY, spareCount: 1 })
  return { campaignId, giftPackageIds, eventId }
}

const listOf = async ({ campaignId }: World) =>
  granted(await opened.client.query('gifts.list', { campaignId, eventId: null, limit: 500 })).handovers

async function ask(world: World, step: Step, known: readonly Handover[]) {
  const { campaignId, giftPackageIds, eventId } = world
  const commandId = v7()
  const nothing = v7()
  const send = (client: Client) => {
    if (step.kind === 'sign') {
      const fate = { kind: 'signed' as const, handedOverOn: TODAY }
      const entry = { eventId, positions: [step.position + 1], fate }
      return client.command('distributions.enterSheets', entry, commandId)
    }
    if (step.kind === 'void') {
      const receiptId = known[step.which]?.receiptId ?? nothing
      const voided = { receiptId, kind: 'mistake' as const, voidedOn: TODAY, reason: 'Nhầm' }
      return client.command('gifts.void', voided, commandId)
    }
    const giftPackageId = giftPackageIds[step.giftPackage] ?? ''
    const gift = {
      ...giftFor({ campaignId, giftPackageId }, households[step.household] ?? ''),
      handedOverOn: TODAY,
      eventId: step.isAtEvent ? eventId : null,
      overruledBecause: step.isOverruled ? 'Bị hỏng' : null,
    }
    return client.command('gifts.handOver', gift, commandId)
  }
  const senders = [step.port, ...(step.again === null ? [] : [step.again])].map((index) => ports[index])
  const replies = await Promise.all(senders.flatMap((client) => (client ? [send(client)] : [])))
  for (const reply of replies) expect(reply.ok || reply.failure.family, JSON.stringify(reply)).not.toBe('defect')
  const answers = replies.flatMap((reply) => (reply.ok ? [canonicalJson(reply.value)] : []))
  expect(new Set(answers).size).toBeLessThanOrEqual(1)
}

/** What must be true of a campaign's handovers at any time. */
function expectOneEach(handovers: readonly Handover[]): void {
  const live = handovers.filter(({ voidedOn }) => voidedOn === null)
  const byKind = Map.groupBy(live, ({ householdId, giftPackageName }) => `${householdId} ${giftPackageName}`)
  for (const [kind, gifts] of byKind) {
    const [first, ...later] = gifts.toReversed()
    expect(
      later.filter(({ overruledBecause }) => overruledBecause === null),
      `${kind} after ${first?.code}`,
    ).toEqual([])
  }
  for (const gifts of Map.groupBy(live, ({ householdId }) => householdId).values()) {
    const withinRule = gifts.filter(({ overruledBecause }) => overruledBecause === null)
    expect(withinRule.length).toBeLessThanOrEqual(GIFTS_PER_HOUSEHOLD)
  }
  expect(new Set(handovers.map(({ receiptId }) => receiptId)).size).toBe(handovers.length)
}

test('no two live gifts of one kind per household and campaign, but by a reason', async () => {
  await fc.assert(
    fc.asyncProperty(groups, async (asked) => {
      const world = await openWorld()
      for (const group of asked) {
        const known = await listOf(world)
        await Promise.all(group.map((one) => ask(world, one, known)))
        expectOneEach(await listOf(world))
      }
    }),
    { numRuns: 40 },
  )
  const { client } = opened
  const everything = granted(await client.query('journal.verify', {}))
  expect(everything.firstBroken).toBeNull()
})

test('numbers run on without a gap through all of it', async () => {
  const world = await openWorld()
  const sheets = await sheetsOf(opened.client, world.eventId)
  const last = Number(sheets.at(-1)?.documentNumber.split('/')[0])
  const found = await Promise.all(
    Array.from({ length: last + 1 }, (_, index) =>
      opened.client.query('gifts.receipt', { text: String(index + 1) }).then((reply) => granted(reply).receipt),
    ),
  )
  expect(found.indexOf(null)).toBe(last)
})
