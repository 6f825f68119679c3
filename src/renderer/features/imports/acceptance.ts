/** What of a list the clerk takes in: a group at once, and rows that are excepted from what is said of their group. */

import { ACCEPT_AS_FOUND, type ImportPreview, type ImportRow } from '../../../contract/imports.ts'

/** The groups that do something to the registry. */
export const GROUPS = ['new', 'changed', 'gone'] as const
export type Group = (typeof GROUPS)[number]

export interface Acceptance {
  groups: Readonly<Record<Group, boolean>>
  /** Rows by their number, each with its group. */
  exceptRows: ReadonlyMap<number, 'new' | 'changed'>
  /** Households that are gone from the list, by their identity. */
  exceptHouseholds: ReadonlySet<string>
}

export const FIRST_ACCEPTANCE: Acceptance = {
  groups: ACCEPT_AS_FOUND.accept,
  exceptRows: new Map(),
  exceptHouseholds: new Set(),
}

/** What a row is known by across readings. */
export type RowIdentity = Pick<ImportRow, 'effect' | 'rowNumber' | 'household'>

/** Whether a row is taken in; null where there is nothing to decide. */
export function isAccepted(acceptance: Acceptance, { effect, rowNumber, household }: RowIdentity): boolean | null {
  if (effect === 'new' || effect === 'changed')
    return rowNumber === null ? null : acceptance.groups[effect] !== acceptance.exceptRows.has(rowNumber)
  if (effect === 'gone')
    return household === null ? null : acceptance.groups.gone !== acceptance.exceptHouseholds.has(household.householdId)
  return null
}

/** Says the other thing of one row. */
export function withRowToggled(acceptance: Acceptance, { effect, rowNumber, household }: RowIdentity): Acceptance {
  if ((effect === 'new' || effect === 'changed') && rowNumber !== null) {
    const exceptRows = new Map(acceptance.exceptRows)
    if (!exceptRows.delete(rowNumber)) exceptRows.set(rowNumber, effect)
    return { ...acceptance, exceptRows }
  }
  if (effect === 'gone' && household !== null) {
    const exceptHouseholds = new Set(acceptance.exceptHouseholds)
    if (!exceptHouseholds.delete(household.householdId)) exceptHouseholds.add(household.householdId)
    return { ...acceptance, exceptHouseholds }
  }
  return acceptance
}

/** What is said of a group holds for all of it: its exceptions are over. */
export function withGroup(acceptance: Acceptance, group: Group, isTaken: boolean): Acceptance {
  const { exceptRows, exceptHouseholds } = acceptance
  return {
    groups: { ...acceptance.groups, [group]: isTaken },
    exceptRows: new Map([...exceptRows].filter(([, effect]) => effect !== group)),
    exceptHouseholds: group === 'gone' ? new Set() : exceptHouseholds,
  }
}

/** How many of each group are taken in. */
export function takenIn(acceptance: Acceptance, effects: ImportPreview['effects']): Record<Group, number> {
  const rowsOf = (group: Group) => [...acceptance.exceptRows.values()].filter((effect) => effect === group).length
  const countOf = (group: Group, exceptions: number) =>
    acceptance.groups[group] ? Math.max(0, effects[group] - exceptions) : Math.min(exceptions, effects[group])
  return {
    new: countOf('new', rowsOf('new')),
    changed: countOf('changed', rowsOf('changed')),
    gone: countOf('gone', acceptance.exceptHouseholds.size),
  }
}
