/** "Không an toàn, chưa sửa": an outcome of its own; the household waits, with a day to look again. */

import { refuseUnderAcceptance } from '../../../domain/repair.ts'
import { refuseMaterialsOut } from '../../../domain/repair-cost.ts'
import { crewMaterialsOf } from '../../../ledger/repairs/repair-work.ts'
import { type CommandHandler, done, refused } from '../../handler.ts'
import { takeStep } from '../../repairing.ts'

export const declareUnsafe: CommandHandler<'repairs.declareUnsafe'> = (commanding, input) => {
  const { repairId, on, reason, followUpOn: dueOn } = input
  const taken = takeStep(
    commanding,
    { repairId, event: 'declareUnsafe', on, reason, dueOn },
    (repair) => refuseUnderAcceptance(repair) ?? refuseMaterialsOut(crewMaterialsOf(commanding.reader, repairId)),
  )
  if ('refusal' in taken) return refused(taken.refusal)
  return done({ state: taken.state }, taken.repair.household.householdId)
}
