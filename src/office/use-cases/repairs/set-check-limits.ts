/** Sets the limits that the standard leaves to the office; checks of before keep theirs. */

import { addCheckLimits } from '../../../ledger/repairs/repair-work.ts'
import { type CommandHandler, done } from '../../handler.ts'
import { personOf } from '../../session.ts'

export const setCheckLimits: CommandHandler<'repairs.setLimits'> = (commanding, limits) => {
  const { writer, now: recordedAt } = commanding
  addCheckLimits(writer, limits, { recordedAt, personId: personOf(commanding).personId })
  return done(limits)
}
