/**
 * Measures ways of doing the same thing against each other. The machine's speed drifts by minutes, so only figures of one
 * run count: the ways take turns, and each ratio is of two turns that followed each other.
 */

export interface Figure {
  name: string
  /** Of all rounds the one in the middle. */
  value: number
  /** Of all rounds the least and the greatest. */
  low: number
  high: number
  unit: '×' | 'ms' | 'MB' | 'wrong' | 'a second'
  /** What a ratio is of, and other things to know. */
  note: string
  /** At most this much; null where a figure is for information. */
  goal: number | null
}

export interface BenchOptions {
  /** More and larger than what a coffee lasts. */
  full: boolean
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

/** The value below which that part of all values lies: 0.99 for the 99th percentile. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

/** Runs each way once a round, in turns that change their order; answers what each way answered, round by round. */
export async function inTurns<Way extends string, Result>(
  rounds: number,
  ways: Record<Way, (round: number) => Result | Promise<Result>>,
): Promise<Record<Way, Result[]>> {
  const names = Object.keys(ways) as Way[]
  const results = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Way, Result[]>
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) results[name].push(await ways[name](round))
  }
  return results
}

/** Milliseconds that something takes. */
export async function timed(work: () => unknown): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

type Described = Pick<Figure, 'name' | 'note'> & { goal?: number }

function spread(values: readonly number[]): Pick<Figure, 'value' | 'low' | 'high'> {
  return { value: median(values), low: Math.min(...values), high: Math.max(...values) }
}

/** Rounds of ours against the same rounds of a baseline. */
export function ratio(ours: readonly number[], baseline: readonly number[], described: Described): Figure {
  const ratios = ours.map((value, round) => value / (baseline[round] ?? Number.NaN))
  return { goal: null, ...described, unit: '×', ...spread(ratios) }
}

export function amount(values: readonly number[], unit: Figure['unit'], described: Described): Figure {
  return { goal: null, ...described, unit, ...spread(values) }
}
