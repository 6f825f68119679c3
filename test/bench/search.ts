/** Looking households up among 100,000 (a million with --full) against the bare prepared statement. */

import type { HouseholdFacts } from '../../src/domain/household.ts'
import { searchKey } from '../../src/domain/vietnamese.ts'
import type { Ledger } from '../../src/ledger/open-ledger.ts'
import { matchQuery, SEARCH_SQL, searchHouseholds } from '../../src/ledger/registry/household-search.ts'
import { inventedHouseholds, seededRandom } from '../support/people.ts'
import { amount, type BenchOptions, type Figure, median, percentile, ratio } from './measure.ts'
import { addHouseholds, type BenchFolder, benchFolder, foundOffice, ledgerIn, officeIn } from './offices.ts'

const ROUNDS = 7
const QUERIES = 400
/** As many as the search field asks for. */
const LIMIT = 20

/** What clerks type of a household, by turns: each line another habit. */
const HABITS: ((household: HouseholdFacts) => string)[] = [
  (household) => household.headOfHousehold,
  (household) => searchKey(household.headOfHousehold),
  (household) => lastWords(household.headOfHousehold, 2),
  (household) => `${lastWords(household.headOfHousehold, 1)} ${searchKey(household.hamlet ?? '')}`,
  (household) => searchKey(household.headOfHousehold).slice(0, 7),
  (household) => searchKey(household.headOfHousehold).replace(/(\p{L})\p{L}* ?/gu, '$1'),
  (household) => household.citizenId?.slice(-6) ?? '',
  (household) => household.phone?.slice(-4) ?? '',
  (household) => household.customerCode ?? '',
  (household) => household.hamlet ?? '',
  (household) => `${lastWords(household.headOfHousehold, 1)}x`,
  () => 'khong co ai',
]

function lastWords(name: string, count: number): string {
  return searchKey(name).split(' ').slice(-count).join(' ')
}

function queries(households: number): string[] {
  const people = inventedHouseholds(Math.min(households, 100_000))
  const random = seededRandom(7)
  return Array.from({ length: QUERIES }, (_, index) => {
    const household = people[Math.floor(random() * people.length)]
    const habit = HABITS[index % HABITS.length]
    return household && habit ? habit(household) : ''
  })
}

/** A ledger of so many households, closed. */
async function filledLedger(count: number): Promise<BenchFolder> {
  const folder = benchFolder()
  const { personId } = await foundOffice(folder.path)
  addHouseholds(folder.path, count, personId)
  return folder
}

/** Microseconds of each query in one round: ours and the bare statement right after each other, by turns first. */
function oneRound(ledger: Ledger, texts: readonly string[], round: number): { ours: number[]; bare: number[] } {
  const statement = ledger.reader.statement(SEARCH_SQL)
  const matches = texts.map(matchQuery)
  const times = { ours: [] as number[], bare: [] as number[] }
  const ways = {
    ours: (index: number) => searchHouseholds(ledger.reader, texts[index] ?? '', LIMIT),
    bare: (index: number) => statement.all(matches[index]),
  }
  const clock = (way: 'ours' | 'bare', index: number) => {
    const startedAt = performance.now()
    ways[way](index)
    times[way].push((performance.now() - startedAt) * 1000)
  }
  for (let index = 0; index < texts.length; index++) {
    const [first, second] = (index + round) % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const)
    clock(first, index)
    clock(second, index)
  }
  return times
}

function againstBare(ledger: Ledger, texts: readonly string[], label: string): { figures: Figure[]; medianOf: number } {
  oneRound(ledger, texts, 0)
  const rounds = Array.from({ length: ROUNDS }, (_, round) => oneRound(ledger, texts, round))
  const of = (way: 'ours' | 'bare', part: number) => rounds.map((round) => percentile(round[way], part))
  const micros = (values: number[]) => `${Math.round(median(values))} µs`
  const figures = [
    ratio(of('ours', 0.99), of('bare', 0.99), {
      name: `${label}, 99th percentile`,
      note: `of the bare prepared statement, ${micros(of('bare', 0.99))}`,
      goal: 1.5,
    }),
    ratio(of('ours', 0.5), of('bare', 0.5), {
      name: `${label}, median`,
      note: `of the bare prepared statement, ${micros(of('bare', 0.5))}`,
    }),
  ]
  return { figures, medianOf: median(of('ours', 0.5)) }
}

/** The same searches asked one after another over a port. */
async function overThePort(folder: string, texts: readonly string[]): Promise<Figure[]> {
  const { office, client } = officeIn(folder)
  const { people } = await describe(client)
  await client.query('session.start', { personId: people[0]?.personId ?? '' })
  const rounds: number[][] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const times: number[] = []
    for (const text of texts) {
      const startedAt = performance.now()
      await client.query('households.search', { text, limit: LIMIT })
      times.push(performance.now() - startedAt)
    }
    if (round > 0) rounds.push(times)
  }
  await office.close()
  const note = 'through the office, asked over a MessageChannel'
  return [
    amount(
      rounds.map((times) => percentile(times, 0.99)),
      'ms',
      { name: 'over the port, 99th percentile', note, goal: 50 },
    ),
    amount(
      rounds.map((times) => percentile(times, 0.5)),
      'ms',
      { name: 'over the port, median', note },
    ),
  ]
}

async function describe(client: ReturnType<typeof officeIn>['client']) {
  const reply = await client.query('office.describe', {})
  if (!reply.ok) throw new Error(JSON.stringify(reply.failure))
  return reply.value
}

export async function bench({ full }: BenchOptions): Promise<Figure[]> {
  const figures: Figure[] = []
  const medians = new Map<number, number>()
  for (const count of full ? [10_000, 100_000, 1_000_000] : [10_000, 100_000]) {
    using folder = await filledLedger(count)
    const texts = queries(count)
    const ledger = ledgerIn(folder.path)
    const measured = againstBare(ledger, texts, `${count.toLocaleString('en')} households`)
    ledger.close()
    medians.set(count, measured.medianOf)
    if (count > 10_000) figures.push(...measured.figures)
    if (count === 100_000) figures.push(...(await overThePort(folder.path, texts)))
  }
  const smallest = medians.get(10_000) ?? Number.NaN
  for (const [count, value] of [...medians].slice(1)) {
    const name = `median at ${count.toLocaleString('en')}`
    const note = `of the median at 10,000, ${Math.round(smallest)} µs`
    figures.push(ratio([value], [smallest], { name, note, goal: 4 }))
  }
  return figures
}
