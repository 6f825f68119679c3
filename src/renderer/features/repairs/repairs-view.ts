/** What the screen of repairs shows, as it stands in the address. */

import { REPAIR_STATES, type RepairState } from '../../../domain/repair.ts'

export interface RepairsView {
  /** Absent: all of them. */
  state?: RepairState | undefined
  /** The repair that is looked at. */
  repairId?: string | undefined
}

export function readRepairsView(search: Record<string, unknown>): RepairsView {
  const { state, repairId } = search
  return {
    state: REPAIR_STATES.find((known) => known === state),
    repairId: typeof repairId === 'string' && repairId !== '' ? repairId : undefined,
  }
}
