/** Every query of resources/help/consolidation.md, asked of PostgreSQL and of DuckDB, and held to the packages. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FIGURES } from '../../src/consolidation/figures.ts'
import { addUp, type Consolidated, inFolder, inPostgres, plainRows } from '../support/consolidated.ts'
import type { Row } from '../support/duckdb.ts'
import { type SentPackage, sendAll, sendMonth } from '../support/many-packages.ts'
import { freshFolder } from '../support/month-end.ts'
import { REPOSITORY } from '../support/office-place.ts'
import { mayUsePostgres, type Postgres, startPostgres } from '../support/postgres.ts'

const GUIDE = readFileSync(join(REPOSITORY, 'resources/help/consolidation.md'), 'utf8')
const QUERIES = [...GUIDE.matchAll(/^### (\w+)\n\n.+?\n\n```sql\n(.+?)\n```/gms)].map(
  ([, name = '', sql = '']) => [name, sql] as const,
)
const OFFICES = 3
const MONTHS = 3
const SIZE = { gifts: 10, repairs: 2 }

const root = freshFolder()
const usesPostgres = mayUsePostgres()
let server: Postgres | null = null
let sent: SentPackage[] = []
const places: { name: string; place: Consolidated; into: string }[] = []

beforeAll(async () => {
  // The package of the second month of office 2 never arrives.
  const all = await sendAll(join(root, 'packages'), OFFICES, MONTHS, SIZE)
  sent = all.filter(({ closing }) => closing.officeId !== 'PC002' || closing.period !== '2026-02')
  if (usesPostgres) server = startPostgres()
  const kinds: [string, Consolidated][] = [['DuckDB', inFolder(() => root)]]
  if (server) kinds.push(['PostgreSQL', inPostgres(() => server ?? startPostgres())])
  for (const [name, place] of kinds) {
    const into = await place.newPlace()
    await addUp(
      sent.map(({ file }) => file),
      into,
    )
    places.push({ name, place, into })
  }
}, 180_000)
afterAll(() => server?.[Symbol.dispose]())

/** The query of the guide in every place, which must be of one mind; answered as the first says it. */
async function figure(name: string): Promise<Row[]> {
  const sql = QUERIES.find(([query]) => query === name)?.[1] ?? ''
  const answers = await Promise.all(places.map(({ place, into }) => place.query(into, sql)))
  for (const answer of answers.slice(1)) expect(plainRows(answer)).toEqual(plainRows(answers[0] ?? []))
  return answers[0] ?? []
}

const sum = (rows: readonly Row[], column: string) => rows.reduce((total, row) => total + Number(row[column]), 0)
const total = (name: keyof SentPackage['closing']['totals']) =>
  sent.reduce((dong, { closing }) => dong + (closing.totals[name] ?? 0), 0)
const rows = (table: keyof SentPackage['closing']['counts']) =>
  sent.reduce((count, { closing }) => count + (closing.counts[table] ?? 0), 0)

/** How many gifts that stand each household has, counted from what was sent. */
function giftsOfHouseholds(): number[] {
  const receipts = new Map<string, string>()
  const voided = new Set<string>()
  for (const { closing } of sent) {
    const month = Number(closing.period.slice(5)) - 1
    for (let at = 1; at <= SIZE.gifts; at++) {
      receipts.set(`${closing.officeId} ${month * SIZE.gifts + at}`, `${closing.officeId} ${month + at}`)
    }
    voided.add(`${closing.officeId} ${month * SIZE.gifts + 2}`).add(`${closing.officeId} ${month * SIZE.gifts}`)
  }
  const standing = [...receipts].filter(([receipt]) => !voided.has(receipt)).map(([, household]) => household)
  return [...Map.groupBy(standing, (household) => household).values()].map((gifts) => gifts.length)
}

test('the guide has a query for each figure, and it is the view’s', () => {
  expect(QUERIES).toEqual(FIGURES.map(({ name, sql }) => [name, sql]))
})

test.each(FIGURES)('$name is a view of the same answer', async ({ name }) => {
  const answer = plainRows(await figure(name))
  for (const { place, into, name: of } of places) {
    expect(plainRows(await place.query(into, `select * from ${name}`)), of).toEqual(answer)
  }
})

describe('what the figures say is what the packages said', () => {
  test('the totals of every closing document are the sums of the rows', async () => {
    const compared = await figure('totals_compared')
    const stated = sent.flatMap(({ closing: { officeId, period, totals } }) =>
      Object.entries(totals).map(([name, dong]) => [officeId, period, name, dong, dong].join()),
    )
    const found = compared.map((row) =>
      [row.office_id, row.closing_period, row.total_name, Number(row.stated_dong), Number(row.counted_dong)].join(),
    )
    expect(found.sort()).toEqual(stated.sort())
  })

  test('gifts by campaign come to the handovers, their value and what was voided of them', async () => {
    const gifts = await figure('gifts_by_campaign')
    expect(sum(gifts, 'gift_count')).toBe(rows('gift-handovers'))
    expect(sum(gifts, 'value_dong')).toBe(total('giftsDong'))
    // The void in month 3 of office 2 takes back a gift of the month that did not arrive.
    expect(sum(gifts, 'voided_dong')).toBe(total('voidedDong') - 500_000)
    expect(gifts.map((row) => row.campaign_name)).toEqual(gifts.map(() => 'Tri ân 2026'))
  })

  test('gifts that stand are all but the voided ones, by category and by goods', async () => {
    const standing = total('giftsDong') - total('voidedDong') + 500_000
    expect(sum(await figure('gifts_by_category'), 'value_dong')).toBe(standing)
    const goods = await figure('goods_given')
    expect(sum(goods, 'amount_dong')).toBe(standing)
    const rice = goods.filter(({ name }) => name === 'Gạo')
    expect(sum(rice, 'quantity')).toBe((standing / 500_000) * 12.5)
  })

  test('households are counted once each, by how often they were helped', async () => {
    const helped = await figure('households_helped')
    const gifts = giftsOfHouseholds()
    expect(sum(helped, 'gift_count')).toBe(gifts.reduce((all, count) => all + count, 0))
    expect(sum(helped, 'helped_once_count')).toBe(gifts.filter((count) => count === 1).length)
    expect(sum(helped, 'helped_more_than_once_count')).toBe(gifts.filter((count) => count > 1).length)
  })

  test('a family that two offices help is found', async () => {
    expect(await figure('households_of_several_offices')).toMatchObject([
      { calendar_year: '2026', office_id: 'PC002', other_office_id: 'PC003' },
    ])
  })

  test('repairs come to the certificates and their cost', async () => {
    const repairs = await figure('repairs_by_month')
    expect(sum(repairs, 'certified_count')).toBe(rows('repairs'))
    expect(sum(repairs, 'cost_dong')).toBe(total('repairsDong'))
    expect(sum(repairs, 'voided_count')).toBe(0)
  })

  test('a certificate that was voided later is told in the month it was given', async () => {
    const sender = { office: 9, folder: join(root, 'voided'), size: SIZE, voidsRepairs: true }
    const january = await sendMonth(sender, 0, null)
    const february = await sendMonth(sender, 1, january)
    const place = inFolder(() => root)
    const into = await place.newPlace()
    await addUp([january.file, february.file], into)
    const months = await place.query(into, 'select * from repairs_by_month order by closing_period')
    expect(months.map((row) => [row.closing_period, Number(row.voided_count)])).toEqual([
      ['2026-01', 1],
      ['2026-02', 0],
    ])
    expect(sum(months, 'voided_dong')).toBe(
      (february.closing.totals.voidedDong ?? 0) - 2 * (january.closing.totals.voidedDong ?? 0),
    )
  })

  test('voids are told with their reasons, in the month they were made', async () => {
    const voids = await figure('voids_by_reason')
    expect(sum(voids, 'void_count')).toBe(rows('voids'))
    expect(sum(voids, 'amount_dong')).toBe(total('voidedDong'))
    expect(new Set(voids.map((row) => row.reason))).toEqual(new Set(['Ghi nhầm hộ', 'Hộ trả lại, "nhầm đợt"']))
  })

  test('corrections are told in the month they are about', async () => {
    const corrections = await figure('corrections_by_month')
    expect(sum(corrections, 'correction_count')).toBe(rows('corrections'))
    expect(sum(corrections, 'increase_dong')).toBe(total('correctionIncreaseDong'))
    expect(sum(corrections, 'decrease_dong')).toBe(total('correctionDecreaseDong'))
    const late = corrections.filter((row) => row.kind === 'latePaper' && row.corrected_period === '2026-01')
    // Entered in February by all but office 2, whose February did not arrive.
    expect(late.map((row) => [row.office_id, row.figure, Number(row.count_delta)]).sort()).toEqual([
      ['PC001', 'gifts', 1],
      ['PC003', 'gifts', 1],
    ])
  })

  test('indicators stand by office and month, and are added up by numerator and denominator', async () => {
    const [first] = (await figure('indicators_by_office')).filter(
      (row) => row.office_id === 'PC001' && row.closing_period === '2026-01' && row.indicator_code === 'SAIDI',
    )
    expect([Number(first?.value), Number(first?.target), first?.result]).toEqual([6.119, 7.5, 'met'])
    const january = (await figure('indicators_by_month')).filter((row) => row.closing_period === '2026-01')
    const complaints = january.filter((row) => row.indicator_code === 'KHIEU_NAI')
    expect([sum(complaints, 'numerator'), sum(complaints, 'denominator')]).toEqual([38 * OFFICES, 40 * OFFICES])
    expect(sum(complaints, 'not_met_count')).toBe(OFFICES)
    expect(sum(january, 'missing_count')).toBe(OFFICES)
  })

  test('the month and the sequence that did not arrive are missing, and nothing else', async () => {
    expect(await figure('missing_months')).toMatchObject([{ office_id: 'PC002', closing_period: '2026-02' }])
    const [hole, ...others] = await figure('missing_sequences')
    expect([hole?.office_id, Number(hole?.first_sequence), Number(hole?.last_sequence)]).toEqual(['PC002', 2, 2])
    expect(others).toEqual([])
    expect(await figure('offices_of_several_ledgers')).toEqual([])
  })
})
