/** Enters a late paper or a correction of a closed month into the open month, under a number of its own. */

import { dayParts } from '../../domain/day.ts'
import { refusePaperDay } from '../../domain/document.ts'
import { refuseCorrection } from '../../domain/month-close.ts'
import { formatDocumentNumber } from '../../domain/numbering.ts'
import { addCorrection, nextCorrectionNumber } from '../../ledger/corrections.ts'
import { closedThrough } from '../../ledger/months.ts'
import { officeOf } from '../../ledger/office-record.ts'
import { type CommandHandler, done, refused } from '../handler.ts'
import { personOf } from '../session.ts'

export const correctMonth: CommandHandler<'months.correct'> = (commanding, input) => {
  const { reader, writer, now, today, newIdentity } = commanding
  const closed = closedThrough(reader)
  const refusedBecause =
    refuseCorrection(input.correctedPeriod, closed) ?? refusePaperDay(input.enteredOn, today, closed)
  if (refusedBecause) return refused(refusedBecause)
  const { officeCode } = officeOf(reader)
  const { year } = dayParts(input.enteredOn)
  const identity = { kind: 'correction', year, number: nextCorrectionNumber(writer, year) } as const
  const correctionId = newIdentity()
  addCorrection(writer, {
    correctionId,
    ...input,
    documentYear: year,
    documentNumber: identity.number,
    recordedAt: now,
    personId: personOf(commanding).personId,
  })
  return done({ correctionId, documentNumber: formatDocumentNumber(identity, officeCode) }, correctionId)
}
