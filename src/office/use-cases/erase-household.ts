/**
 * Forgets a person on request: the household and those kept under it, for they are the same people. What stays is said
 * where it is done (ledger/registry/households.ts).
 */

import { refusal } from '../../domain/refusal.ts'
import { refreshPairs } from '../../ledger/registry/duplicates.ts'
import { eraseHousehold, householdsKeptUnder } from '../../ledger/registry/households.ts'
import { type CommandHandler, done, refused } from '../handler.ts'
import { householdToChange } from '../household-to-change.ts'
import { byOf } from '../session.ts'

export const eraseHouseholds: CommandHandler<'households.erase'> = (commanding, input) => {
  const { reader, writer, today } = commanding
  const { householdId, on, reason } = input
  const seen = householdToChange(reader, input)
  if ('refusal' in seen) return seen
  const { household } = seen
  if (on > today) return refused(refusal('document.inFuture', { on, today }))
  const by = byOf(commanding, 'households.erase')
  const kept = householdsKeptUnder(reader, householdId)
  for (const one of kept) eraseHousehold(writer, one, { on, reason }, by)
  const revision = eraseHousehold(writer, household, { on, reason }, by)
  refreshPairs(writer, [householdId, ...kept.map((one) => one.householdId)])
  return done({ revision }, householdId)
}
