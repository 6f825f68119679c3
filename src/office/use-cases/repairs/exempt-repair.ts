/** Lets a repair go on without the commune's word: a supervisor answers for it, with a reason. */

import { type CommandHandler, done, refused } from '../../handler.ts'
import { takeStep } from '../../repairing.ts'

export const exemptRepair: CommandHandler<'repairs.exempt'> = (commanding, { repairId, on, reason }) => {
  const taken = takeStep(commanding, { repairId, event: 'exempt', on, reason })
  if ('refusal' in taken) return refused(taken.refusal)
  return done({ state: taken.state }, taken.repair.household.householdId)
}
