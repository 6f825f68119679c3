/** Opens the last closed month again, with a reason; closing it once more makes a new revision of its package. */

import { dayInVietnam } from '../../domain/day.ts'
import { addReopening, findClosing } from '../../ledger/closings.ts'
import { refuseToReopen } from '../answers/months.ts'
import { type CommandHandler, done, refused } from '../handler.ts'
import { personOf } from '../session.ts'

export const reopenMonth: CommandHandler<'months.reopen'> = (commanding, { period, reason }) => {
  const { reader, writer, now } = commanding
  const refusedBecause = refuseToReopen(reader, period)
  const closing = findClosing(reader, period)
  if (refusedBecause || !closing) return refused(refusedBecause ?? { code: 'month.notClosed', parameters: { period } })
  const { closingId, revision } = closing
  const reopenedOn = dayInVietnam(Date.parse(now))
  addReopening(writer, { closingId, reopenedOn, reason, recordedAt: now, personId: personOf(commanding).personId })
  return done({ revision: revision + 1 }, closingId)
}
