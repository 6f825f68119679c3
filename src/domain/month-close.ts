/** When a month may be closed (khoá sổ). */

import type { Day } from './day.ts'
import { type Period, periodEnd } from './period.ts'
import { type Refusal, refusal, type UnfinishedItem } from './refusal.ts'

/** What stands against closing a month: null, or the first reason. Months close in order, from their last day on. */
export function refuseClosing(facts: {
  period: Period
  today: Day
  closedThrough: Period | null
  /** The earliest month after the last closed one that has entries. */
  earliestWithEntries: Period | null
  unfinished: readonly UnfinishedItem[]
}): Refusal | null {
  const { period, today, closedThrough, earliestWithEntries, unfinished } = facts
  if (closedThrough && period <= closedThrough) return refusal('month.closed', { period, on: periodEnd(period) })
  if (today < periodEnd(period)) return refusal('month.notOver', { period, lastDay: periodEnd(period) })
  if (earliestWithEntries && earliestWithEntries < period) {
    return refusal('month.earlierOpen', { period, earlier: earliestWithEntries })
  }
  if (unfinished.length > 0) return refusal('month.unfinished', { period, items: [...unfinished] })
  return null
}
