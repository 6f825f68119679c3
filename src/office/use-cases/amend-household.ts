/** Writes what a form changed over what is known; refuses when somebody else changed it since the form was opened. */

import { type HouseholdFacts, withWholeCommune } from '../../domain/household.ts'
import { refreshPairs } from '../../ledger/registry/duplicates.ts'
import { factsOf } from '../../ledger/registry/household-record.ts'
import { changeHousehold } from '../../ledger/registry/households.ts'
import { type CommandHandler, done, refused } from '../handler.ts'
import { householdToChange, refuseTakenCitizenId } from '../household-to-change.ts'
import { byOf } from '../session.ts'

export const amendHousehold: CommandHandler<'households.amend'> = (commanding, input) => {
  const { reader, writer } = commanding
  const seen = householdToChange(reader, input)
  if ('refusal' in seen) return seen
  const { household } = seen
  const { householdId } = household
  const changed = Object.fromEntries(Object.entries(input.facts).filter(([, value]) => value !== undefined))
  const facts: HouseholdFacts = withWholeCommune({ ...factsOf(household), ...changed })
  const taken = refuseTakenCitizenId(reader, facts.citizenId, householdId)
  if (taken) return refused(taken)
  const revision = changeHousehold(writer, household, facts, byOf(commanding, 'households.amend'))
  refreshPairs(writer, [householdId])
  return done({ revision }, householdId)
}
