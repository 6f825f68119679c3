/** Cấp giấy xác nhận: a second person approves what was accepted, and the household gets its certificate. */

import { refuseCertificate } from '../../../domain/repair.ts'
import { repairCostDong } from '../../../domain/repair-cost.ts'
import { officeOf } from '../../../ledger/office-record.ts'
import { papersOfRepair } from '../../../ledger/repairs/repair-papers.ts'
import { repairNumber } from '../../document-numbers.ts'
import { type CommandHandler, done, refused } from '../../handler.ts'
import { repairCertificateData } from '../../repair-papers.ts'
import { factsOfRepair, issueRepairPaper, repairOnPaper, takeStep } from '../../repairing.ts'
import { personOf } from '../../session.ts'
import { workOnPaper } from '../../work-on-paper.ts'

export const certifyRepair: CommandHandler<'repairs.certify'> = (commanding, { repairId, on, recheckOn }) => {
  const { reader } = commanding
  const { personId } = personOf(commanding)
  const taken = takeStep(commanding, { repairId, event: 'certify', on, dueOn: recheckOn }, (repair) =>
    refuseCertificate(factsOfRepair(repair), personId),
  )
  if ('refusal' in taken) return refused(taken.refusal)
  const { repair } = taken
  const { checks } = repair
  if (!checks) throw new Error('A repair without checks was let through')
  const { hours: _hours, ...work } = workOnPaper(reader, repair)
  const record = papersOfRepair(reader, repairId).find(
    ({ kind, voidedOn }) => kind === 'acceptanceRecord' && voidedOn === null,
  )
  const costDong = repairCostDong(work.items)
  const issued = issueRepairPaper(commanding, taken, { kind: 'repairCertificate', on, costDong }, (issue) =>
    repairCertificateData(reader, repairOnPaper(reader, repair), issue, {
      ...work,
      checks,
      acceptanceNumber: record ? repairNumber(officeOf(reader), 'acceptanceRecord', record) : null,
      recheckOn,
    }),
  )
  return done({ state: taken.state, ...issued }, repair.household.householdId)
}
