/** Writes what a form changed over what is known; refuses when somebody else changed it since the form was opened. */

import { type HouseholdFacts, refuseToChange, withWholeCommune } from '../../domain/household.ts'
import { refusal } from '../../domain/refusal.ts'
import { refreshPairs } from '../../ledger/registry/duplicates.ts'
import { factsOf } from '../../ledger/registry/household-record.ts'
import { changeHousehold, findByCitizenId, findHousehold } from '../../ledger/registry/households.ts'
import { type CommandHandler, done, refused } from '../handler.ts'
import { byOf } from '../session.ts'

export const amendHousehold: CommandHandler<'households.amend'> = (commanding, input) => {
  const { reader, writer } = commanding
  const household = findHousehold(reader, input.householdId)
  if (!household) return refused(refusal('household.unknown', {}))
  const { headOfHousehold, householdId } = household
  const gone = refuseToChange(household)
  if (gone) return refused(gone)
  if (household.revision !== input.revision) return refused(refusal('household.changedMeanwhile', { headOfHousehold }))
  const changed = Object.fromEntries(Object.entries(input.facts).filter(([, value]) => value !== undefined))
  const facts: HouseholdFacts = withWholeCommune({ ...factsOf(household), ...changed })
  const holder = facts.citizenId ? findByCitizenId(reader, facts.citizenId) : null
  if (holder && holder.householdId !== householdId) {
    const taken = { headOfHousehold: holder.headOfHousehold, householdId: holder.householdId }
    return refused(refusal('household.citizenIdTaken', taken))
  }
  const revision = changeHousehold(writer, household, facts, byOf(commanding, 'households.amend'))
  refreshPairs(writer, [householdId])
  return done({ revision }, householdId)
}
