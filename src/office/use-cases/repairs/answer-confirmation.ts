/** Records what a commune answered to its list: everybody but those declined is confirmed. */

import { refusePaperDay } from '../../../domain/document.ts'
import { refusal } from '../../../domain/refusal.ts'
import { closedThrough } from '../../../ledger/months.ts'
import { officeOf } from '../../../ledger/office-record.ts'
import {
  addConfirmationAnswer,
  entriesOfConfirmation,
  findConfirmationList,
} from '../../../ledger/repairs/confirmations.ts'
import { findRepair } from '../../../ledger/repairs/repair-lines.ts'
import { repairNumber } from '../../document-numbers.ts'
import { type CommandHandler, done, refused } from '../../handler.ts'
import { takeStep } from '../../repairing.ts'
import { personOf } from '../../session.ts'

export const answerConfirmation: CommandHandler<'confirmations.answer'> = (commanding, input) => {
  const { reader, writer, now: recordedAt, today } = commanding
  const { listId, confirmedOn, confirmationNumber, signedBy, declined } = input
  const list = findConfirmationList(reader, listId)
  if (!list) return refused(refusal('confirmation.unknown', {}))
  if (list.confirmedOn !== null) {
    const documentNumber = repairNumber(officeOf(reader), 'confirmationList', list) ?? ''
    return refused(refusal('confirmation.answered', { documentNumber, confirmedOn: list.confirmedOn }))
  }
  if (confirmedOn < list.drawnUpOn) return refused(refusal('confirmation.beforeList', { drawnUpOn: list.drawnUpOn }))
  const refusedBecause = refusePaperDay(confirmedOn, today, closedThrough(reader))
  if (refusedBecause) return refused(refusedBecause)
  const entries = entriesOfConfirmation(reader, listId).map(({ repairId }) => repairId)
  const reasons = new Map(declined.map(({ repairId, reason }) => [repairId, reason]))
  if ([...reasons.keys()].some((repairId) => !entries.includes(repairId))) {
    return refused(refusal('confirmation.notOnList', {}))
  }
  const { personId } = personOf(commanding)
  addConfirmationAnswer(writer, { listId, confirmedOn, confirmationNumber, signedBy, recordedAt, personId })
  let confirmedCount = 0
  for (const repairId of entries) {
    const reason = reasons.get(repairId) ?? null
    // What was cancelled, exempted or found unsafe meanwhile stays as it is, unless the commune declines it by name.
    if (reason === null && findRepair(reader, repairId)?.state !== 'surveyed') continue
    const event = reason === null ? 'confirm' : 'decline'
    const step = { repairId, event, on: confirmedOn, reason, confirmationListId: listId } as const
    const taken = takeStep(commanding, step)
    if ('refusal' in taken) return refused(taken.refusal)
    if (event === 'confirm') confirmedCount += 1
  }
  return done({ confirmedCount, declinedCount: reasons.size }, listId)
}
