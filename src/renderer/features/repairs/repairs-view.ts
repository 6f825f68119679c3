/** What the list of repairs shows, as it stands in the address. */

export const REPAIR_STATES = ['recorded', 'certified', 'voided'] as const
export type RepairStateName = (typeof REPAIR_STATES)[number]

export interface RepairsView {
  /** Absent: all of them. */
  state?: RepairStateName | undefined
}

export function readRepairsView(search: Record<string, unknown>): RepairsView {
  return { state: REPAIR_STATES.find((state) => state === search['state']) }
}
