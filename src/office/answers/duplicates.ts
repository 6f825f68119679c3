/** Answers about entries that may be one household. */

import type { PairSide } from '../../contract/duplicates.ts'
import { maskCitizenId } from '../../domain/citizen-id.ts'
import { resemblanceOf } from '../../domain/duplicate.ts'
import { fieldsThatDiffer } from '../../domain/household.ts'
import { refusal } from '../../domain/refusal.ts'
import type { Reader } from '../../ledger/connection.ts'
import { handoversOfHousehold } from '../../ledger/handovers.ts'
import { countPairs, householdsLike, listPairs } from '../../ledger/registry/duplicates.ts'
import { factsOf, type HouseholdRecord } from '../../ledger/registry/household-record.ts'
import { findHousehold } from '../../ledger/registry/households.ts'
import { repairsOfHousehold } from '../../ledger/repairs/repair-lines.ts'
import { done, type QueryHandler, refused } from '../handler.ts'
import { householdLineOf } from './household-line.ts'

/** Enough to choose from while typing. */
const MOST_ALIKE = 5

export const listOfPairs: QueryHandler<'duplicates.list'> = ({ reader }, { state, from, limit }) => {
  const pairs = listPairs(reader, state, from, limit).flatMap(({ oneId, otherId, score, reasons, settledAt }) => {
    const one = findHousehold(reader, oneId)
    const other = findHousehold(reader, otherId)
    if (!one || !other) return []
    return [{ one: householdLineOf(one), other: householdLineOf(other), score, reasons, settledAt }]
  })
  return done({ counts: countPairs(reader), pairs })
}

const standingGifts = (reader: Reader, householdId: string) =>
  handoversOfHousehold(reader, householdId).filter(({ voidedOn }) => voidedOn === null)
const standingRepairs = (reader: Reader, householdId: string) =>
  repairsOfHousehold(reader, householdId).filter(({ state }) => state !== 'cancelled')

function sideOf(reader: Reader, household: HouseholdRecord): PairSide {
  const { citizenId, oldIdNumber, members, categories, ...facts } = factsOf(household)
  const { householdId, revision } = household
  return {
    ...facts,
    members: [...members],
    categories: [...categories],
    line: householdLineOf(household),
    maskedCitizenId: citizenId && maskCitizenId(citizenId),
    maskedOldIdNumber: oldIdNumber && maskCitizenId(oldIdNumber),
    revision,
    giftCount: standingGifts(reader, householdId).length,
    repairCount: standingRepairs(reader, householdId).length,
  }
}

export const getPair: QueryHandler<'duplicates.get'> = ({ reader }, { oneId, otherId }) => {
  const one = findHousehold(reader, oneId)
  const other = findHousehold(reader, otherId)
  if (!one || !other) return refused(refusal('household.unknown', {}))
  const campaigns = standingGifts(reader, otherId).map(({ campaignName }) => campaignName)
  const bothGivenIn = standingGifts(reader, oneId)
    .map(({ campaignName }) => campaignName)
    .filter((name) => campaigns.includes(name))
  return done({
    one: sideOf(reader, one),
    other: sideOf(reader, other),
    ...resemblanceOf(one, other),
    differing: fieldsThatDiffer(one, other),
    bothGivenIn: [...new Set(bothGivenIn)],
  })
}

export const householdsAlike: QueryHandler<'duplicates.like'> = ({ reader }, { facts, exceptId }) => {
  const households = householdsLike(reader, facts, exceptId)
    .slice(0, MOST_ALIKE)
    .map(({ household, score, reasons }) => ({ household: householdLineOf(household), score, reasons }))
  return done({ households })
}
