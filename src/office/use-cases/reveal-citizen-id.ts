/** Shows the whole numbers of a person. It is a command so that the journal keeps who looked. */

import { refusal } from '../../domain/refusal.ts'
import { findHousehold } from '../../ledger/registry/households.ts'
import { type CommandHandler, done, refused } from '../handler.ts'

export const revealCitizenId: CommandHandler<'households.revealCitizenId'> = ({ reader }, { householdId }) => {
  const household = findHousehold(reader, householdId)
  if (!household) return refused(refusal('household.unknown', {}))
  const { citizenId, oldIdNumber } = household
  return done({ citizenId, oldIdNumber }, householdId)
}
