/** Parts two households that were merged. Facts of the kept one that were amended since stay as they were amended. */

import { refuseToChange, withWholeCommune } from '../../domain/household.ts'
import { type Refusal, refusal } from '../../domain/refusal.ts'
import type { Reader } from '../../ledger/connection.ts'
import { refreshPairs } from '../../ledger/registry/duplicates.ts'
import { factsAfterParting, findMerge, partHouseholds } from '../../ledger/registry/household-merges.ts'
import { findByCitizenId, findHousehold } from '../../ledger/registry/households.ts'
import { type CommandHandler, done, refused } from '../handler.ts'
import { byOf } from '../session.ts'

/** The citizen IDs that two households have after parting: each its own, and nobody else's. */
function refuseSharedNumbers(
  reader: Reader,
  after: { householdId: string; headOfHousehold: string; citizenId: string | null }[],
): Refusal | null {
  for (const { householdId, citizenId } of after) {
    if (!citizenId) continue
    const identities = after.map((one) => one.householdId)
    const holder = findByCitizenId(reader, citizenId)
    const other =
      after.find((one) => one.householdId !== householdId && one.citizenId === citizenId) ??
      (holder && !identities.includes(holder.householdId) ? holder : null)
    if (!other) continue
    const { headOfHousehold } = other
    return refusal('household.citizenIdTaken', { headOfHousehold, householdId: other.householdId })
  }
  return null
}

export const undoMerge: CommandHandler<'households.undoMerge'> = (commanding, { mergeId }) => {
  const { reader, writer } = commanding
  const merge = findMerge(reader, mergeId)
  if (!merge) return refused(refusal('merge.unknown', {}))
  const { keptId, mergedId } = merge
  const kept = findHousehold(reader, keptId)
  const merged = findHousehold(reader, mergedId)
  if (!kept || !merged) return refused(refusal('household.unknown', {}))
  if (merge.undoneAt) return refused(refusal('merge.alreadyUndone', { headOfHousehold: merged.headOfHousehold }))
  if (kept.status === 'merged') return refused(refusal('merge.laterMerge', { headOfHousehold: kept.headOfHousehold }))
  const gone = refuseToChange(kept)
  if (gone) return refused(gone)
  const facts = withWholeCommune(factsAfterParting(kept, merge))
  const { headOfHousehold, citizenId } = facts
  const shared = refuseSharedNumbers(reader, [{ householdId: keptId, headOfHousehold, citizenId }, merged])
  if (shared) return refused(shared)
  partHouseholds(writer, { merge, kept, merged, facts }, byOf(commanding, 'households.undoMerge'))
  refreshPairs(writer, [keptId, mergedId])
  return done({ keptId, mergedId }, keptId)
}
