/** Nghiệm thu: the work is accepted and its record issued, once the checks passed and no material is still out. */

import type { ParsedInput } from '../../../contract/contract.ts'
import type { Refusal } from '../../../domain/refusal.ts'
import { refuseAcceptance } from '../../../domain/repair.ts'
import type { RepairCheckRecord } from '../../../domain/repair-check.ts'
import { refuseMaterialsOut, repairCostDong } from '../../../domain/repair-cost.ts'
import type { Reader } from '../../../ledger/connection.ts'
import { officeOf } from '../../../ledger/office-record.ts'
import type { RepairLine } from '../../../ledger/repairs/repair-lines.ts'
import { papersOfRepair } from '../../../ledger/repairs/repair-papers.ts'
import { addAcceptance, crewMaterialsOf } from '../../../ledger/repairs/repair-work.ts'
import { repairNumber } from '../../document-numbers.ts'
import { type CommandHandler, type Commanding, done, refused } from '../../handler.ts'
import { acceptanceRecordData } from '../../repair-papers.ts'
import { factsOfRepair, issueRepairPaper, repairOnPaper, type StepTaken, takeStep } from '../../repairing.ts'
import { workOnPaper } from '../../work-on-paper.ts'

export const acceptRepair: CommandHandler<'repairs.accept'> = (commanding, input) => {
  const { repairId, on, ...acceptance } = input
  const refuse = (repair: RepairLine): Refusal | null =>
    refuseAcceptance(factsOfRepair(repair)) ?? refuseMaterialsOut(crewMaterialsOf(commanding.reader, repairId))
  const taken = takeStep(commanding, { repairId, event: 'accept', on }, refuse)
  if ('refusal' in taken) return refused(taken.refusal)
  addAcceptance(commanding.writer, taken.stepId, acceptance)
  const { checks, household } = taken.repair
  if (!checks) throw new Error('A repair without checks was let through')
  return done({ state: taken.state, ...issueRecord(commanding, taken, input, checks) }, household.householdId)
}

function issueRecord(
  commanding: Commanding,
  taken: StepTaken,
  { repairId: _, on, ...acceptance }: ParsedInput<'repairs.accept'>,
  checks: RepairCheckRecord,
) {
  const { reader } = commanding
  const { repair } = taken
  const work = workOnPaper(reader, repair)
  const costDong = repairCostDong(work.items)
  return issueRepairPaper(commanding, taken, { kind: 'acceptanceRecord', on, costDong }, (issue) =>
    acceptanceRecordData(reader, repairOnPaper(reader, repair), issue, {
      ...work,
      ...acceptance,
      checks,
      workOrderNumber: workOrderNumber(reader, repair.repairId),
    }),
  )
}

/** Of the order that stands. */
function workOrderNumber(reader: Reader, repairId: string): string | null {
  const order = papersOfRepair(reader, repairId).find(({ kind, voidedOn }) => kind === 'workOrder' && voidedOn === null)
  return order ? repairNumber(officeOf(reader), 'workOrder', order) : null
}
