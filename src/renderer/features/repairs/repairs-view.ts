/** What the screen of repairs shows, as it stands in the address. */

export const REPAIR_STATES = ['recorded', 'certified', 'voided'] as const
export type RepairStateName = (typeof REPAIR_STATES)[number]

export interface RepairsView {
  /** Absent: all of them. */
  state?: RepairStateName | undefined
  /** The repair whose details are open. */
  repairId?: string | undefined
  /** A repair is being recorded: for this household, or (`new`) for one that is still to be chosen. */
  record?: string | undefined
}

export function readRepairsView(search: Record<string, unknown>): RepairsView {
  const { state, repairId, record } = search
  const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
  return {
    state: REPAIR_STATES.find((known) => known === state),
    repairId: textOf(repairId),
    record: textOf(record),
  }
}
