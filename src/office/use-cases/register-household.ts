/** Registers a household by hand. A citizen ID stands for one household only. */

import { refusal } from '../../domain/refusal.ts'
import { addHousehold, findByCitizenId } from '../../ledger/households.ts'
import { type CommandHandler, done, refused } from '../handler.ts'

export const registerHousehold: CommandHandler<'households.register'> = (commanding, facts) => {
  const { reader, writer, now, newIdentity } = commanding
  const holder = facts.citizenId ? findByCitizenId(reader, facts.citizenId) : null
  if (holder) {
    const { headOfHousehold, householdId } = holder
    return refused(refusal('household.citizenIdTaken', { headOfHousehold, householdId }))
  }
  const householdId = newIdentity()
  addHousehold(writer, householdId, facts, now)
  return done({ householdId }, householdId)
}
