/** Double entry: whatever is done in whatever order, what lies anywhere is the sum of what moved, and never less than nothing. */

import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../../src/contract/client.ts'
import type { Reply } from '../../src/contract/failure.ts'
import { type Day, day, dayAfter } from '../../src/domain/day.ts'
import { ADJUSTMENT_PLACE_ID, HOUSEHOLDS_PLACE_ID } from '../../src/domain/stock.ts'
import { asPerson } from '../support/gifts.ts'
import { granted, openWorkingOffice, refusedWith, type TestOffice } from '../support/office.ts'
import { campaignFrom, furnish, slip } from '../support/stock.ts'
import { giftFor, registerHousehold } from '../support/trade.ts'

// The same office for all runs; each has places, things and a campaign of its own.
let opened: TestOffice
let households: string[] = []
/** Windows at which one person each does the next thing. */
let ports: Client[] = []
let runs = 0

beforeAll(async () => {
  opened = await openWorkingOffice()
  ports = [
    opened.client,
    await asPerson(opened, 'Lê Văn Thư', 'administrator'),
    await asPerson(opened, 'Phạm Thị Hoa', 'supervisor'),
  ]
  for (const name of ['Nguyễn Thị Lan', 'Trần Văn Đạt', 'Lò Thị Yến']) {
    households.push(await registerHousehold(opened.client, name))
  }
})
afterAll(async () => {
  await opened[Symbol.asyncDispose]()
  households = []
})

const FIRST_DAY = day('2026-11-26')
const DAYS: Day[] = [FIRST_DAY]
// One of them is still to come.
while (DAYS.length < 7) DAYS.push(dayAfter(DAYS.at(-1) ?? FIRST_DAY))

const at = fc.constantFrom(...DAYS)
const index = fc.nat(5)
const quantity = fc.integer({ min: 1, max: 6000 }).map((thousandths) => thousandths / 1000)
const lines = fc.array(fc.tuple(fc.nat(1), quantity), { minLength: 1, maxLength: 3 })
const deed = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('takeIn' as const), to: fc.nat(1), on: at, lines }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('move' as const), from: index, to: index, on: at, lines }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('handOver' as const), who: fc.nat(2), on: at }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('void' as const), which: fc.nat(9), on: at }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('correct' as const), which: fc.nat(9), on: at }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('count' as const),
      place: index,
      on: at,
      counted: fc.tuple(quantity, quantity),
    }),
  },
)
type Deed = typeof deed extends fc.Arbitrary<infer One> ? One : never

interface Moved {
  on: Day
  item: string
  from: string
  to: string
  thousandths: number
}

/** A second bookkeeper, who writes every movement down and adds up what is asked. */
function bookkeeper() {
  const moved: Moved[] = []
  const lies = (place: string, item: string, on: Day): number =>
    moved
      .filter((one) => one.item === item && one.on <= on)
      .reduce(
        (sum, { from, to, thousandths }) => sum + (to === place ? thousandths : 0) - (from === place ? thousandths : 0),
        0,
      )
  return {
    lies,
    write: (movements: readonly Moved[]) => void moved.push(...movements),
    /** Whether the movements would leave a counted place with less than nothing on any day. */
    wouldLack(movements: readonly Moved[], counted: readonly string[]): boolean {
      return movements.some(({ from, item, on }) => {
        const taken = movements.filter((one) => one.from === from && one.item === item)
        const wanted = taken.reduce((sum, { thousandths }) => sum + thousandths, 0)
        return counted.includes(from) && DAYS.filter((one) => one >= on).some((one) => lies(from, item, one) < wanted)
      })
    },
  }
}

/** A place and a thing of one run, and the slips and receipts it has so far. */
async function scene(client: Client) {
  runs += 1
  const mark = ` ${runs}`
  const { supplier, store, point, noodles, rice } = await furnish(client, mark)
  return {
    store,
    rice,
    items: [noodles, rice],
    counted: [store, point],
    places: [store, point, supplier, ADJUSTMENT_PLACE_ID, HOUSEHOLDS_PLACE_ID, store],
    campaign: await campaignFrom(client, store, mark),
    gift: [
      { item: rice, thousandths: 2000 },
      { item: noodles, thousandths: 1500 },
    ],
  }
}

const turned = (movements: readonly Moved[], on: Day): Moved[] =>
  movements.map(({ from, to, ...rest }) => ({ ...rest, on, from: to, to: from }))

/** Does what is asked at the office and in the books alike, and holds the office's answers against the books. */
function clerk({ store, items, counted, campaign, gift }: Awaited<ReturnType<typeof scene>>) {
  const books = bookkeeper()
  let turn = 0
  const port = () => ports[turn++ % ports.length] ?? opened.client
  const slips: { slipId: string; movements: Moved[] }[] = []
  const gifts: { receiptId: string; movements: Moved[] }[] = []

  /** That something lacks the office says exactly when the books do; and it says nothing but yes or a rule. */
  function judge<Value>(reply: Reply<Value>, movements: readonly Moved[]): Value | null {
    const lacks = books.wouldLack(movements, counted)
    if (reply.ok) {
      expect(lacks).toBe(false)
      books.write(movements)
      return reply.value
    }
    expect(reply.failure.family).toBe('refused')
    if (refusedWith(reply) === 'stock.short') expect(lacks).toBe(true)
    return null
  }
  return {
    books,
    async move(from: string, to: string, on: Day, moving: readonly (readonly [number, number])[]): Promise<void> {
      const wanted = moving.map(([item, units]) => [items[item] ?? '', units] as const)
      const movements = wanted.map(([item, units]) => ({ on, item, from, to, thousandths: Math.round(units * 1000) }))
      const booked = judge(await port().command('stock.move', slip(from, to, on, wanted)), movements)
      if (booked) slips.push({ slipId: booked.slipId, movements })
    },
    async handOver(householdId: string, on: Day): Promise<void> {
      const movements = gift.map((line) => ({ ...line, on, from: store, to: HOUSEHOLDS_PLACE_ID }))
      const handover = { ...giftFor(campaign, householdId), handedOverOn: on }
      const given = judge(await port().command('gifts.handOver', handover), movements)
      if (given) gifts.push({ receiptId: given.receiptId, movements })
    },
    async voidGift(which: number, on: Day): Promise<void> {
      const { receiptId, movements } = gifts[which % gifts.length] ?? {}
      if (!receiptId || !movements) return
      const voided = { receiptId, kind: 'mistake', voidedOn: on, reason: 'Nhầm hộ' } as const
      judge(await port().command('gifts.void', voided), turned(movements, on))
    },
    async correct(which: number, on: Day): Promise<void> {
      const { slipId, movements } = slips[which % slips.length] ?? {}
      if (!slipId || !movements) return
      const back = turned(movements, on)
      const correcting = { slipId, movedOn: on, reason: 'Ghi nhầm' }
      const booked = judge(await port().command('stock.correct', correcting), back)
      if (booked) slips.push({ slipId: booked.slipId, movements: back })
    },
    async count(placeId: string, on: Day, figures: readonly number[]): Promise<void> {
      const found = items.map((itemId, at) => ({ itemId, counted: figures[at] ?? 0 }))
      const movements = found.flatMap(({ itemId: item, counted: units }): Moved[] => {
        const over = Math.round(units * 1000) - books.lies(placeId, item, on)
        const [from, to] = over > 0 ? [ADJUSTMENT_PLACE_ID, placeId] : [placeId, ADJUSTMENT_PLACE_ID]
        return over === 0 ? [] : [{ on, item, from, to, thousandths: Math.abs(over) }]
      })
      const counting = { placeId, countedOn: on, reason: null, lines: found }
      const booked = judge(await port().command('stock.count', counting), movements)
      if (!booked) return
      const parts = [true, false]
        .map((isOver) => movements.filter(({ to }) => (to === placeId) === isOver))
        .filter((part) => part.length > 0)
      expect(booked.slips).toHaveLength(parts.length)
      for (const [at, part] of parts.entries()) slips.push({ slipId: booked.slips[at]?.slipId ?? '', movements: part })
    },
  }
}

test('under any order of commands no place is below nothing on any day, and what lies there is the sum of what moved', async () => {
  const { client } = opened

  async function work(deeds: readonly Deed[]): Promise<void> {
    const set = await scene(client)
    const { places, counted, items, store, rice } = set
    const { books, move, handOver, voidGift, correct, count } = clerk(set)
    const place = (which: number) => places[which] ?? ''
    for (const one of deeds) {
      if (one.does === 'takeIn') await move(place(2), place(one.to), one.on, one.lines)
      if (one.does === 'move') await move(place(one.from), place(one.to), one.on, one.lines)
      if (one.does === 'handOver') await handOver(households[one.who] ?? '', one.on)
      if (one.does === 'count') await count(place(one.place), one.on, one.counted)
      if (one.does === 'void') await voidGift(one.which, one.on)
      if (one.does === 'correct') await correct(one.which, one.on)
    }
    for (const on of DAYS) {
      const { onHand: told } = granted(await client.query('stock.onHand', { on }))
      for (const [placeId, itemId] of counted.flatMap((at) => items.map((item) => [at, item] as const))) {
        const found = told.find((line) => line.placeId === placeId && line.item.itemId === itemId)?.quantity ?? 0
        expect(found).toBeGreaterThanOrEqual(0)
        expect(Math.round(found * 1000)).toBe(books.lies(placeId, itemId, on))
      }
    }
    const to = DAYS.at(-1) ?? FIRST_DAY
    const card = granted(await client.query('stock.card', { placeId: store, itemId: rice, from: FIRST_DAY, to }))
    expect(Math.round(card.closing * 1000)).toBe(books.lies(store, rice, to))
    for (const { balance } of card.movements) expect(balance).toBeGreaterThanOrEqual(0)
  }
  const deeds = fc.array(deed, { minLength: 5, maxLength: 40, size: 'max' })
  await fc.assert(fc.asyncProperty(deeds, work), { numRuns: 40 })
})
