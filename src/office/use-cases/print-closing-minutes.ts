/** The minutes of closing a month, as they were stored when it was closed. */

import { refusal } from '../../domain/refusal.ts'
import { findClosing } from '../../ledger/closings.ts'
import { type JobHandler, refused } from '../handler.ts'
import { printOne } from '../printing.ts'

export const printClosingMinutes: JobHandler<'papers.closingMinutes'> = async (working, { period }) => {
  const closing = findClosing(working.reader, period)
  if (!closing) return refused(refusal('month.notClosed', { period }))
  const paper = { form: 'monthEndReport', data: closing.report } as const
  return printOne(working, paper, `bien ban khoa so ${period} r${closing.revision}`, closing.closingId)
}
