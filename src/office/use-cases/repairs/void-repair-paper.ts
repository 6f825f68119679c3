/** Voids the acceptance record or the certificate that stands; the next one gets a new number. */

import { refuseVoid } from '../../../domain/document.ts'
import { refusal } from '../../../domain/refusal.ts'
import { officeOf } from '../../../ledger/office-record.ts'
import { findRepairPaper } from '../../../ledger/repairs/repair-papers.ts'
import { repairNumber } from '../../document-numbers.ts'
import { type CommandHandler, done, refused } from '../../handler.ts'
import { takeStep, voidStandingPapers } from '../../repairing.ts'

export const voidRepairPaper: CommandHandler<'repairs.voidPaper'> = (commanding, { paperId, on, reason }) => {
  const { reader } = commanding
  const paper = findRepairPaper(reader, paperId)
  if (!paper) return refused(refusal('paper.unknown', { text: paperId }))
  const { repairId, kind, issuedOn, voidedOn } = paper
  const documentNumber = repairNumber(officeOf(reader), kind, paper) ?? ''
  const refusedBecause = refuseVoid({ documentNumber, issuedOn, voidedOn }, on)
  if (refusedBecause) return refused(refusedBecause)
  if (kind === 'workOrder') return refused(refusal('repair.orderStays', { documentNumber }))
  const event = kind === 'repairCertificate' ? 'voidCertificate' : 'voidAcceptance'
  const taken = takeStep(commanding, { repairId, event, on, reason })
  if ('refusal' in taken) return refused(taken.refusal)
  voidStandingPapers(commanding, repairId, { kinds: [kind], on, reason })
  return done({ state: taken.state, documentNumber }, paper.householdId)
}
