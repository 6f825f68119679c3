/** Keeps one household under another. Both entries are as they were when the clerk compared them. */

import { withWholeCommune } from '../../domain/household.ts'
import { refusal } from '../../domain/refusal.ts'
import { refreshPairs } from '../../ledger/registry/duplicates.ts'
import { factsAfterMerge, mergeHouseholds } from '../../ledger/registry/household-merges.ts'
import { type CommandHandler, done, refused } from '../handler.ts'
import { householdToChange } from '../household-to-change.ts'
import { byOf } from '../session.ts'

export const mergeTwoHouseholds: CommandHandler<'households.merge'> = (commanding, input) => {
  const { reader, writer, today, newIdentity } = commanding
  const { keptId, keptRevision, mergedId, mergedRevision, takes } = input
  const one = householdToChange(reader, { householdId: keptId, revision: keptRevision })
  if ('refusal' in one) return one
  const other = householdToChange(reader, { householdId: mergedId, revision: mergedRevision })
  if ('refusal' in other) return other
  const [kept, merged] = [one.household, other.household]
  if (keptId === mergedId) return refused(refusal('merge.withItself', { headOfHousehold: kept.headOfHousehold }))
  const facts = withWholeCommune(factsAfterMerge(kept, merged, takes))
  const mergeId = newIdentity()
  mergeHouseholds(writer, { mergeId, kept, merged, facts }, { ...byOf(commanding, 'households.merge'), today })
  refreshPairs(writer, [keptId, mergedId])
  return done({ mergeId }, keptId)
}
