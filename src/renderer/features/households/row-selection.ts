/** Which households of a list are picked: some of them, or all that its filter finds but some. */

import type { HouseholdFilter, HouseholdSelection } from '../../../contract/households.ts'

export type RowSelection = { kind: 'some'; ids: ReadonlySet<string> } | { kind: 'all'; exceptIds: ReadonlySet<string> }

/** As many as the office takes one by one. */
export const MOST_PICKED = 100_000

export const NOTHING_SELECTED: RowSelection = { kind: 'some', ids: new Set() }
export const ALL_SELECTED: RowSelection = { kind: 'all', exceptIds: new Set() }

export function isSelected(selection: RowSelection, householdId: string): boolean {
  return selection.kind === 'some' ? selection.ids.has(householdId) : !selection.exceptIds.has(householdId)
}

export function toggled(selection: RowSelection, householdId: string): RowSelection {
  const flip = (ids: ReadonlySet<string>) => {
    const next = new Set(ids)
    if (!next.delete(householdId)) next.add(householdId)
    return next
  }
  return selection.kind === 'some'
    ? { kind: 'some', ids: flip(selection.ids) }
    : { kind: 'all', exceptIds: flip(selection.exceptIds) }
}

/** The selection with these picked, too. */
export function withPicked(selection: RowSelection, householdIds: readonly string[]): RowSelection {
  if (selection.kind === 'some') return { kind: 'some', ids: new Set([...selection.ids, ...householdIds]) }
  const picked = new Set(householdIds)
  return { kind: 'all', exceptIds: new Set([...selection.exceptIds].filter((id) => !picked.has(id))) }
}

/** How many are picked of a list of `count`. */
export function selectedCount(selection: RowSelection, count: number): number {
  return selection.kind === 'some' ? selection.ids.size : Math.max(0, count - selection.exceptIds.size)
}

/** The selection as the office is asked about it. */
export function askedSelection(selection: RowSelection, filter: HouseholdFilter): HouseholdSelection {
  return selection.kind === 'some'
    ? { kind: 'some', householdIds: [...selection.ids] }
    : { kind: 'all', filter, exceptIds: [...selection.exceptIds] }
}
