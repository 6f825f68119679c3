/** What the list of repairs shows, as it stands in the address. */

const STATES = ['recorded', 'certified', 'voided'] as const
export type RepairStateName = (typeof STATES)[number]

export interface RepairsView {
  /** Absent: all of them. */
  state?: RepairStateName | undefined
}

export function readRepairsView(search: Record<string, unknown>): RepairsView {
  return { state: STATES.find((state) => state === search['state']) }
}
