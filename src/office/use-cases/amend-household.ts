/** Writes what a form changed over what is known; refuses when somebody else changed it since the form was opened. */

import type { HouseholdFacts } from '../../domain/household.ts'
import { refusal } from '../../domain/refusal.ts'
import { factsOf } from '../../ledger/household-record.ts'
import { changeHousehold, findByCitizenId, findHousehold } from '../../ledger/households.ts'
import { type CommandHandler, done, refused } from '../handler.ts'

export const amendHousehold: CommandHandler<'households.amend'> = ({ reader, writer }, input) => {
  const household = findHousehold(reader, input.householdId)
  if (!household) return refused(refusal('household.unknown', {}))
  const { headOfHousehold } = household
  if (household.revision !== input.revision) return refused(refusal('household.changedMeanwhile', { headOfHousehold }))
  const changed = Object.fromEntries(Object.entries(input.facts).filter(([, value]) => value !== undefined))
  const facts: HouseholdFacts = { ...factsOf(household), ...changed }
  const holder = facts.citizenId ? findByCitizenId(reader, facts.citizenId) : null
  if (holder && holder.householdId !== household.householdId) {
    const { householdId } = holder
    return refused(refusal('household.citizenIdTaken', { headOfHousehold: holder.headOfHousehold, householdId }))
  }
  const revision = changeHousehold(writer, household, facts)
  return done({ revision }, household.householdId)
}
