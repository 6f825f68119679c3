/** Counts what was tried and what was lost, and says each loss in a line. */

export interface Tally {
  tried: number
  lost: string[]
  /** Figures worth knowing that are no loss. */
  notes: string[]
}

export function newTally(): Tally {
  return { tried: 0, lost: [], notes: [] }
}

/** "ledger.damaged 12, identical 3": how often each outcome was seen. */
export function outcomesOf(outcomes: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const outcome of outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  return [...counts].map(([outcome, count]) => `${outcome} ${count}`).join(', ')
}
