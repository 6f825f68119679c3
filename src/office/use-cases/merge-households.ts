/** Keeps one household under another. Both entries are as they were when the clerk compared them. */

import { refuseToChange, withWholeCommune } from '../../domain/household.ts'
import { refusal } from '../../domain/refusal.ts'
import { refreshPairs } from '../../ledger/registry/duplicates.ts'
import { factsAfterMerge, mergeHouseholds } from '../../ledger/registry/household-merges.ts'
import { findHousehold } from '../../ledger/registry/households.ts'
import { type CommandHandler, done, refused } from '../handler.ts'
import { byOf } from '../session.ts'

export const mergeTwoHouseholds: CommandHandler<'households.merge'> = (commanding, input) => {
  const { reader, writer, today, newIdentity } = commanding
  const { keptId, keptRevision, mergedId, mergedRevision, takes } = input
  const kept = findHousehold(reader, keptId)
  const merged = findHousehold(reader, mergedId)
  if (!kept || !merged) return refused(refusal('household.unknown', {}))
  if (keptId === mergedId) return refused(refusal('merge.withItself', { headOfHousehold: kept.headOfHousehold }))
  const gone = refuseToChange(kept) ?? refuseToChange(merged)
  if (gone) return refused(gone)
  const changed = [kept.revision !== keptRevision && kept, merged.revision !== mergedRevision && merged].find(Boolean)
  if (changed) {
    const { headOfHousehold } = changed
    return refused(refusal('household.changedMeanwhile', { headOfHousehold }))
  }
  const facts = withWholeCommune(factsAfterMerge(kept, merged, takes))
  const mergeId = newIdentity()
  mergeHouseholds(writer, { mergeId, kept, merged, facts }, { ...byOf(commanding, 'households.merge'), today })
  refreshPairs(writer, [keptId, mergedId])
  return done({ mergeId }, keptId)
}
