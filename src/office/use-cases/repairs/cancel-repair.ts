/** Gives a repair up; papers of it that stand are voided with the same reason. */

import { refuseMaterialsOut } from '../../../domain/repair-cost.ts'
import { crewMaterialsOf } from '../../../ledger/repairs/repair-work.ts'
import { type CommandHandler, done, refused } from '../../handler.ts'
import { takeStep, voidStandingPapers } from '../../repairing.ts'

export const cancelRepair: CommandHandler<'repairs.cancel'> = (commanding, { repairId, on, reason }) => {
  const taken = takeStep(commanding, { repairId, event: 'cancel', on, reason }, () =>
    refuseMaterialsOut(crewMaterialsOf(commanding.reader, repairId)),
  )
  if ('refusal' in taken) return refused(taken.refusal)
  voidStandingPapers(commanding, repairId, { kinds: ['workOrder', 'acceptanceRecord'], on, reason })
  return done({ state: taken.state }, taken.repair.household.householdId)
}
