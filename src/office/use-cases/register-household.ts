/** Registers a household by hand. A citizen ID stands for one household only. */

import { withWholeCommune } from '../../domain/household.ts'
import { refreshPairs } from '../../ledger/registry/duplicates.ts'
import { addHousehold } from '../../ledger/registry/households.ts'
import { type CommandHandler, done, refused } from '../handler.ts'
import { refuseTakenCitizenId } from '../household-to-change.ts'

export const registerHousehold: CommandHandler<'households.register'> = (commanding, facts) => {
  const { reader, writer, now, newIdentity } = commanding
  const taken = refuseTakenCitizenId(reader, facts.citizenId, null)
  if (taken) return refused(taken)
  const householdId = newIdentity()
  addHousehold(writer, householdId, withWholeCommune(facts), now)
  refreshPairs(writer, [householdId])
  return done({ householdId }, householdId)
}
