/** Whatever is asked in whatever order: what must hold of repairs holds after every one of it. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Client } from '../../../src/contract/client.ts'
import type { RepairDetail } from '../../../src/contract/repairs.ts'
import { day } from '../../../src/domain/day.ts'
import { REPAIR_TRANSITIONS, type RepairState } from '../../../src/domain/repair.ts'
import { asPerson } from '../../support/gifts.ts'
import { granted, openWorkingOffice } from '../../support/office.ts'
import { ACCEPTANCE, BAD_READINGS, CHECKS, JOB, SURVEY, WIRE, WORK } from '../../support/repair-inputs.ts'
import { openRepair, storeWithWire } from '../../support/repairs.ts'
import { openCampaign, registerHousehold } from '../../support/trade.ts'

const DAYS = [day('2026-11-20'), day('2026-11-21'), day('2026-11-22')] as const
const LATER = day('2027-06-01')

const EVENTS = [
  ...['survey', 'exempt', 'plan', 'draw', 'finish', 'check', 'accept', 'certify', 'bringBack', 'badCheck', 'rework'],
  ...['certifyAlone', 'unsafe', 'recheck', 'badRecheck', 'cancel', 'voidPaper', 'otherCrew', 'confirm', 'correct'],
] as const
type Event = (typeof EVENTS)[number]

interface Command {
  /** `advance` is what a clerk would do next; without it hardly any repair would come to its end by chance. */
  event: Event | 'advance'
  /** Which of the repairs. */
  at: number
  /** Which of the days. */
  on: number
  metres: number
}

const anyEvent = fc.constantFrom(...EVENTS.filter((event) => event !== 'cancel'), ...EVENTS)

const command: fc.Arbitrary<Command> = fc.record({
  event: fc.oneof({ weight: 3, arbitrary: fc.constant('advance' as const) }, { weight: 2, arbitrary: anyEvent }),
  at: fc.nat({ max: 2 }),
  on: fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 1),
  metres: fc.integer({ min: 1, max: 12_500 }).map((thousandths) => thousandths / 1000),
})

interface Bench {
  client: Client
  second: Client
  repairIds: string[]
  storeId: string
  itemId: string
  /** Whether each check of a repair that was recorded passed, in their order. */
  passed: Map<string, boolean[]>
  slips: string[]
}

async function setUp(client: Client, second: Client): Promise<Bench> {
  const { campaignId } = await openCampaign(client)
  const repairIds = await Promise.all(
    ['Nguyễn Thị Lan', 'Trần Văn Đạt', 'Lê Văn An'].map(async (name) =>
      openRepair(client, await registerHousehold(client, name), { campaignId, openedOn: DAYS[0] }),
    ),
  )
  return { client, second, repairIds, ...(await storeWithWire(client)), passed: new Map(), slips: [] }
}

/** The step that a repair waits for. */
function nextOf({ state, materials, checks, isAccepted, failedChecks }: RepairDetail): Event {
  const held = materials.some(({ withCrew }) => withCrew > 0)
  switch (state) {
    case 'new':
      return 'survey'
    case 'surveyed':
      return 'exempt'
    case 'confirmed':
    case 'unsafe':
      return 'plan'
    case 'inProgress':
      return held ? 'finish' : 'draw'
    case 'awaitingAcceptance':
      if (!checks) return 'check'
      if (failedChecks.length > 0) return 'rework'
      if (held) return 'bringBack'
      return isAccepted ? 'certify' : 'accept'
    case 'done':
      return 'recheck'
    case 'cancelled':
      return 'survey'
  }
}

/** Asks for one step; a rule may refuse it, nothing else may go wrong. */
async function take(bench: Bench, { event: asked, at, on: dayIndex, metres: some }: Command): Promise<void> {
  const { client, second, storeId, itemId, slips } = bench
  const repairId = bench.repairIds[at] ?? ''
  const detail = granted(await client.query('repairs.get', { repairId }))
  const isNext = asked === 'advance'
  const event = isNext ? nextOf(detail) : asked
  const lastOn = detail.steps.at(-1)?.happenedOn ?? DAYS[0]
  const on = isNext ? lastOn : (DAYS[dayIndex] ?? DAYS[0])
  // Leftovers go back whole, and no more than what was drawn is used.
  const held = detail.materials[0]?.withCrew ?? 0
  const metres = isNext && held > 0 ? (event === 'finish' ? Math.min(held, some) : held) : some
  const step = { repairId, on }
  const reason = 'Thử'
  const wire = { ...WIRE, itemId, quantity: metres }
  const moved = { ...step, storeId, lines: [{ itemId, quantity: metres }] }
  const check = async (readings: typeof CHECKS.readings) => {
    const reply = await client.command('repairs.check', { ...step, ...CHECKS, readings })
    if (reply.ok) {
      const before = bench.passed.get(repairId) ?? []
      bench.passed.set(repairId, [...before, reply.value.failedChecks.length === 0])
    }
    return reply
  }
  const recheck = (readings: typeof CHECKS.readings) =>
    client.command('repairs.recheck', { ...step, ...CHECKS, readings, remark: null, nextOn: LATER })
  const draw = async () => {
    const reply = await client.command('repairs.drawMaterials', moved)
    if (reply.ok) slips.push(reply.value.slipId)
    return reply
  }
  const job = { ...step, ...JOB, plannedFor: LATER, items: [wire] }
  const steps: Record<Event, () => Promise<{ ok: boolean; failure?: { family: string } }>> = {
    survey: () => client.command('repairs.survey', { ...step, ...SURVEY }),
    exempt: () => client.command('repairs.exempt', { ...step, reason }),
    confirm: () => client.command('confirmations.drawUp', { repairIds: [repairId], drawnUpOn: on }),
    plan: () => client.command('repairs.plan', job),
    otherCrew: () => client.command('repairs.plan', { ...job, crew: 'Tổ 3' }),
    draw,
    bringBack: () => client.command('repairs.returnMaterials', moved),
    correct: () =>
      client.command('stock.correct', { slipId: slips.at(-1) ?? repairId, movedOn: on, reason: 'Xuất nhầm' }),
    finish: () => client.command('repairs.finishWork', { ...step, ...WORK, items: [wire] }),
    check: () => check(CHECKS.readings),
    badCheck: () => check(BAD_READINGS),
    rework: () => client.command('repairs.rework', { ...step, reason }),
    accept: () => client.command('repairs.accept', { ...step, ...ACCEPTANCE }),
    certify: () => second.command('repairs.certify', { ...step, recheckOn: LATER }),
    certifyAlone: () => client.command('repairs.certify', { ...step, recheckOn: null }),
    unsafe: () => client.command('repairs.declareUnsafe', { ...step, reason, followUpOn: LATER }),
    recheck: () => recheck(CHECKS.readings),
    badRecheck: () => recheck(BAD_READINGS),
    cancel: () => client.command('repairs.cancel', { ...step, reason }),
    voidPaper: async () => {
      const paperId = detail.papers.at(-1)?.paperId ?? repairId
      return client.command('repairs.voidPaper', { paperId, on, reason })
    },
  }
  const reply = await steps[event]()
  if (!reply.ok) expect(reply.failure?.family, `${event}: ${JSON.stringify(reply.failure)}`).toBe('refused')
}

/** The state that a repair's own steps lead to, by the table alone. */
function folded(steps: RepairDetail['steps']): RepairState | undefined {
  return steps.reduce<RepairState | undefined>(
    (state, { event }) => (state === undefined ? state : REPAIR_TRANSITIONS[state][event]),
    'new',
  )
}

/** No acceptance and no certificate but after checks that passed, and no work after those. */
function checkedBefore(steps: RepairDetail['steps'], passed: readonly boolean[]): boolean {
  let checksSoFar = 0
  let isPassed = false
  return steps.every(({ event }) => {
    if (event === 'check') isPassed = passed[checksSoFar++] ?? false
    if (event === 'finishWork') isPassed = false
    return (event !== 'accept' && event !== 'certify') || isPassed
  })
}

function holdsOfOne(detail: RepairDetail, passed: readonly boolean[]): void {
  const { steps, state, works, materials, papers } = detail
  expect(folded(steps)).toBe(state)
  expect(steps.map(({ state: led }) => led).at(-1) ?? 'new').toBe(state)
  expect(checkedBefore(steps, passed)).toBe(true)
  for (const { drawn, used, returned, withCrew } of materials) {
    expect(withCrew).toBeGreaterThanOrEqual(0)
    expect(Math.round(withCrew * 1000)).toBe(Math.round(drawn * 1000) - Math.round((used + returned) * 1000))
  }
  if (works.length > 0) expect(detail.costDong).toBe(works.reduce((sum, { costDong }) => sum + costDong, 0))
  const standing = papers.filter(({ voidedOn }) => voidedOn === null).map(({ kind }) => kind)
  expect(new Set(standing).size).toBe(standing.length)
  expect(standing.includes('repairCertificate')).toBe(state === 'done')
}

async function holdsOfAll({ client, repairIds, passed, storeId }: Bench): Promise<void> {
  const details: RepairDetail[] = []
  for (const repairId of repairIds) {
    const detail = granted(await client.query('repairs.get', { repairId }))
    holdsOfOne(detail, passed.get(repairId) ?? [])
    details.push(detail)
  }
  const papers = Map.groupBy(
    details.flatMap((detail) => detail.papers),
    ({ kind }) => kind,
  )
  for (const [, ofKind] of papers) {
    const numbers = ofKind.map(({ documentNumber }) => Number(documentNumber.split('/')[0])).sort((a, b) => a - b)
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  }
  const thousandths = (quantity: number) => Math.round(quantity * 1000)
  const materials = details.flatMap((detail) => detail.materials)
  const sum = (of: (material: (typeof materials)[number]) => number) =>
    materials.reduce((total, material) => total + thousandths(of(material)), 0)
  const { onHand } = granted(await client.query('stock.onHand', { on: LATER }))
  const lying = (isStore: boolean) =>
    onHand
      .filter(({ placeId }) => (placeId === storeId) === isStore)
      .reduce((total, { quantity }) => total + thousandths(quantity), 0)
  expect(lying(true)).toBe(100_000 - sum(({ drawn, returned }) => drawn - returned))
  expect(lying(false)).toBe(sum(({ withCrew }) => withCrew))
  const { campaigns } = granted(await client.query('repairs.costs', { campaignId: null }))
  const spent = details.filter(({ state, works }) => state !== 'cancelled' && works.length > 0)
  expect(campaigns[0]?.spentDong).toBe(spent.reduce((total, { costDong }) => total + costDong, 0))
}

test('states, checks, numbers, materials and costs hold whatever is asked in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 40, maxLength: 90 }), async (commands) => {
      await using opened = await openWorkingOffice()
      const second = await asPerson(opened, 'Nguyễn Văn Duyệt', 'supervisor')
      const bench = await setUp(opened.client, second)
      for (const one of commands) await take(bench, one)
      await holdsOfAll(bench)
      expect(granted(await opened.client.query('journal.verify', {})).firstBroken).toBeNull()
    }),
    { numRuns: 12 },
  )
}, 240_000)
