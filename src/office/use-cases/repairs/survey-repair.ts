/** Khảo sát: the condition of the installation point by point, the work that is needed, and what it will cost. */

import { type Refusal, refusal } from '../../../domain/refusal.ts'
import { repairCostDong } from '../../../domain/repair-cost.ts'
import { officeOf } from '../../../ledger/office-record.ts'
import type { RepairLine } from '../../../ledger/repairs/repair-lines.ts'
import { addSurvey } from '../../../ledger/repairs/repair-work.ts'
import { repairNumber } from '../../document-numbers.ts'
import { type CommandHandler, type Commanding, done, refused } from '../../handler.ts'
import { refuseUnknownItems, takeStep } from '../../repairing.ts'

export const surveyRepair: CommandHandler<'repairs.survey'> = (commanding, { repairId, on, ...survey }) => {
  const taken = takeStep(
    commanding,
    { repairId, event: 'survey', on },
    (repair) => refuseOnList(commanding, repair) ?? refuseUnknownItems(commanding.reader, survey.items),
  )
  if ('refusal' in taken) return refused(taken.refusal)
  addSurvey(commanding.writer, taken.stepId, survey)
  return done({ state: taken.state, costDong: repairCostDong(survey.items) }, taken.repair.household.householdId)
}

/** What waits on a commune's list stays as it was printed there. */
export function refuseOnList(
  { reader }: Pick<Commanding, 'reader'>,
  { household, listYear: documentYear, listNumber: documentNumber }: RepairLine,
): Refusal | null {
  const number = repairNumber(officeOf(reader), 'confirmationList', { documentYear, documentNumber })
  if (number === null) return null
  return refusal('repair.onList', { headOfHousehold: household.headOfHousehold, documentNumber: number })
}
