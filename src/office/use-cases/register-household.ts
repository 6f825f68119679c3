/** Registers a household by hand. A citizen ID stands for one household only. */

import { withWholeCommune } from '../../domain/household.ts'
import { refusal } from '../../domain/refusal.ts'
import { refreshPairs } from '../../ledger/registry/duplicates.ts'
import { addHousehold, findByCitizenId } from '../../ledger/registry/households.ts'
import { type CommandHandler, done, refused } from '../handler.ts'

export const registerHousehold: CommandHandler<'households.register'> = (commanding, facts) => {
  const { reader, writer, now, newIdentity } = commanding
  const holder = facts.citizenId ? findByCitizenId(reader, facts.citizenId) : null
  if (holder) {
    const { headOfHousehold, householdId } = holder
    return refused(refusal('household.citizenIdTaken', { headOfHousehold, householdId }))
  }
  const householdId = newIdentity()
  addHousehold(writer, householdId, withWholeCommune(facts), now)
  refreshPairs(writer, [householdId])
  return done({ householdId }, householdId)
}
