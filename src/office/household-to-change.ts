/** The household that a command is about to change, as the clerk saw it; and whose number a citizen ID may be. */

import { refuseToChange } from '../domain/household.ts'
import { type Refusal, refusal } from '../domain/refusal.ts'
import type { Reader } from '../ledger/connection.ts'
import type { HouseholdRecord } from '../ledger/registry/household-record.ts'
import { findByCitizenId, findHousehold } from '../ledger/registry/households.ts'

/** Refuses household.unknown, household.notActive of one that does not stand, and household.changedMeanwhile. */
export function householdToChange(
  reader: Reader,
  { householdId, revision }: { householdId: string; revision: number },
): { household: HouseholdRecord } | { refusal: Refusal } {
  const household = findHousehold(reader, householdId)
  if (!household) return { refusal: refusal('household.unknown', {}) }
  const { headOfHousehold } = household
  const gone = refuseToChange(household)
  if (gone) return { refusal: gone }
  const isAsSeen = household.revision === revision
  return isAsSeen ? { household } : { refusal: refusal('household.changedMeanwhile', { headOfHousehold }) }
}

/** Refuses a citizen ID that stands for another household than this one; null for one that is still to be added. */
export function refuseTakenCitizenId(
  reader: Reader,
  citizenId: string | null,
  ownHouseholdId: string | null,
): Refusal | null {
  const holder = citizenId === null ? null : findByCitizenId(reader, citizenId)
  if (!holder || holder.householdId === ownHouseholdId) return null
  const { headOfHousehold, householdId } = holder
  return refusal('household.citizenIdTaken', { headOfHousehold, householdId })
}
