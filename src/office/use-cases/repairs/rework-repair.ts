/** Sends the crew back to a job that did not pass; its materials may be drawn anew. */

import { refuseUnderAcceptance } from '../../../domain/repair.ts'
import { type CommandHandler, done, refused } from '../../handler.ts'
import { takeStep } from '../../repairing.ts'

export const reworkRepair: CommandHandler<'repairs.rework'> = (commanding, { repairId, on, reason }) => {
  const taken = takeStep(commanding, { repairId, event: 'rework', on, reason }, refuseUnderAcceptance)
  if ('refusal' in taken) return refused(taken.refusal)
  return done({ state: taken.state }, taken.repair.household.householdId)
}
