/** Draws up the closing of a month, with a word to each warning, for another person to approve. */

import { refuseUnexplained } from '../../domain/month-close.ts'
import { addProposal } from '../../ledger/closings.ts'
import { refuseToClose, warningsOfMonth } from '../answers/month-checklist.ts'
import { type CommandHandler, done, refused } from '../handler.ts'
import { personOf } from '../session.ts'

export const proposeClosing: CommandHandler<'months.propose'> = (commanding, { period, explanations }) => {
  const { reader, writer, now, today, newIdentity } = commanding
  const warnings = warningsOfMonth(reader, period).map(({ code }) => code)
  const refusedBecause = refuseToClose(reader, period, today) ?? refuseUnexplained(warnings, explanations)
  if (refusedBecause) return refused(refusedBecause)
  const proposalId = newIdentity()
  const { personId } = personOf(commanding)
  const said = explanations.filter(({ code }) => warnings.includes(code))
  addProposal(writer, { proposalId, period, explanations: said, proposedAt: now, personId })
  return done({ proposalId }, proposalId)
}
