/** A household as the ledger keeps it, and the keys that are made of it. */

import type { HouseholdFacts, HouseholdStatus } from '../domain/household.ts'
import { placeOf } from '../domain/household.ts'
import { nameSortKey, searchKey, unifyTonePlacement } from '../domain/vietnamese.ts'

export interface HouseholdRecord extends HouseholdFacts {
  rowNumber: number
  householdId: string
  status: HouseholdStatus
  sortKey: string
  matchKey: string
  revision: number
  recordedAt: string
}

/** What a list shows of a household, and where the list goes on. */
export type HouseholdLineRecord = Pick<
  HouseholdRecord,
  | 'rowNumber'
  | 'householdId'
  | 'headOfHousehold'
  | 'birthYear'
  | 'citizenId'
  | 'customerCode'
  | 'phone'
  | 'hamlet'
  | 'communeName'
  | 'memberCount'
  | 'category'
  | 'status'
  | 'sortKey'
>

export const HOUSEHOLD_LINE_COLUMNS = `row_number AS rowNumber, household_id AS householdId,
  head_of_household AS headOfHousehold, birth_year AS birthYear, citizen_id AS citizenId,
  customer_code AS customerCode, phone, hamlet, commune_name AS communeName, member_count AS memberCount,
  category, status, sort_key AS sortKey`

/**
 * Two rows without numbers are taken for one household only when name (with its tones), birth year, hamlet and commune
 * are the same: a merge of two people is worse than a household kept twice.
 */
export function matchKey(facts: HouseholdFacts): string {
  const name = unifyTonePlacement(facts.headOfHousehold.toLowerCase())
  return [name, facts.birthYear ?? '', searchKey(placeOf(facts))].join('|')
}

export function derivedKeys(facts: HouseholdFacts): { sortKey: string; matchKey: string } {
  return { sortKey: nameSortKey(facts.headOfHousehold), matchKey: matchKey(facts) }
}

/** The facts alone, without what the ledger adds to them. */
export function factsOf(household: HouseholdRecord): HouseholdFacts {
  const { rowNumber, householdId, status, sortKey, matchKey: _match, revision, recordedAt, ...facts } = household
  return facts
}
