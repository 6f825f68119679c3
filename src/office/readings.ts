/**
 * Lists as they were read and compared, kept between looking at one and taking it in: the latest of each session. They
 * go with their session, and with the office.
 */

import type { ROWS_SHOWN } from '../contract/imports.ts'
import type { HouseholdList, HouseholdListRow } from '../domain/household-list.ts'
import type { ListFinding } from '../domain/list-finding.ts'
import type { Comparison, RowEffect } from '../ledger/lists/list-comparison.ts'
import type { Session } from './session.ts'

export type RowsShown = (typeof ROWS_SHOWN)[number]

export interface Reading {
  readingId: string
  /** What the clerk said of the list, as one text: the same list read otherwise is another reading. */
  saidOfIt: string
  list: HouseholdList
  comparison: Comparison
  /** The last row of the journal when the registry was compared: what came later may have changed it. */
  comparedAt: number
}

const readings = new WeakMap<Session, Reading>()

export function keepReading(session: Session, reading: Reading): void {
  readings.set(session, reading)
}

export function readingOf(session: Session): Reading | null {
  return readings.get(session) ?? null
}

export function forgetReading(session: Session): void {
  readings.delete(session)
}

/** What a page of a reading shows: a row that may enter, one that an error keeps out, or a household that is gone. */
export type ReadingEntry =
  | { kind: 'row'; row: HouseholdListRow; effect: RowEffect }
  | { kind: 'blocked'; row: HouseholdListRow }
  | { kind: 'gone'; householdId: string }

function rowEntries({ list, comparison }: Reading): ReadingEntry[] {
  const entries: Exclude<ReadingEntry, { kind: 'gone' }>[] = list.rows.flatMap((row, index) => {
    const effect = comparison.effects[index]
    return effect ? [{ kind: 'row', row, effect }] : []
  })
  entries.push(...list.blockedRows.map((row) => ({ kind: 'blocked' as const, row })))
  return entries.sort((one, other) => one.row.rowNumber - other.row.rowNumber)
}

/** The latest view of a reading, so that paging through 100,000 rows looks for them once. */
const views = new WeakMap<Reading, { show: RowsShown; entries: readonly ReadingEntry[] }>()

/** What a page of a reading is cut from: rows in the order of the file, then households that are gone. */
export function entriesOf(reading: Reading, show: RowsShown): readonly ReadingEntry[] {
  const latest = views.get(reading)
  if (latest?.show === show) return latest.entries
  const gone = reading.comparison.gone.map((householdId) => ({ kind: 'gone' as const, householdId }))
  const entries = [...(show === 'gone' ? [] : rowEntries(reading)), ...gone].filter(isShown(reading, show))
  views.set(reading, { show, entries })
  return entries
}

function isShown({ list }: Reading, show: RowsShown): (entry: ReadingEntry) => boolean {
  switch (show) {
    case 'all':
      return () => true
    case 'faulty': {
      const faulty = new Set(list.findings.map(({ rowNumber }) => rowNumber))
      return (entry) => entry.kind !== 'gone' && faulty.has(entry.row.rowNumber)
    }
    case 'resembling':
      return (entry) => entry.kind === 'row' && entry.effect.resembles.length > 0
    case 'blocked':
    case 'gone':
      return (entry) => entry.kind === show
    default:
      return (entry) => entry.kind === 'row' && entry.effect.effect === show
  }
}

/** The findings of a row. They stand in row order, so the first is found by halving. */
export function findingsOf({ list: { findings } }: Reading, rowNumber: number): ListFinding[] {
  let low = 0
  let high = findings.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((findings[middle]?.rowNumber ?? 0) < rowNumber) low = middle + 1
    else high = middle
  }
  let end = low
  while (findings[end]?.rowNumber === rowNumber) end += 1
  return findings.slice(low, end)
}
