/**
 * Whether a row of a list speaks of a known household, and what it says beyond what is known. No two people become one:
 * a merge is worse than a household kept twice.
 */

import type { Day } from '../domain/day.ts'
import { fieldsThatDiffer, type HouseholdFacts, type HouseholdField, placeOf } from '../domain/household.ts'
import { withListedCategory } from '../domain/household-category.ts'
import { factsAfter, type ListedHousehold } from '../domain/household-list.ts'
import { isSameName, searchKey } from '../domain/vietnamese.ts'
import { factsOf } from './household-record.ts'
import type { Found } from './known-households.ts'

type PlainField = Exclude<keyof ListedHousehold, 'category' | 'categoryDecision'>
const PLAIN_FIELDS: readonly PlainField[] = [
  'headOfHousehold',
  'birthYear',
  'citizenId',
  'oldIdNumber',
  'customerCode',
  'meterNumber',
  'phone',
  'hamlet',
  'communeName',
  'addressText',
  'memberCount',
  'note',
]

/** Whether both sides have one of these and it differs; a merged entry's numbers are its household's, too. */
export function contradicts(
  { household, merged }: Found,
  listed: ListedHousehold,
  fields: readonly ('citizenId' | 'oldIdNumber' | 'customerCode' | 'birthYear')[],
): boolean {
  return fields.some((field) => {
    const known = [household[field], merged?.[field]].filter((value) => value !== null && value !== undefined)
    return listed[field] !== null && known.length > 0 && !known.includes(listed[field])
  })
}

/** Whether a row says exactly what a household is known by: what was taken in from a list is known by the same list. */
export function isAlike({ household, merged }: Found, listed: ListedHousehold): boolean {
  const known = merged ?? household
  const [primary] = known.categories
  const isSameCategory = (primary?.category ?? null) === listed.category
  const isSameDecision = listed.category === null || (primary?.decisionNumber ?? null) === listed.categoryDecision
  return isSameCategory && isSameDecision && PLAIN_FIELDS.every((field) => known[field] === listed[field])
}

/** Whether name, with its tones, and place are the same. */
export function isSameNameAndPlace({ household, merged }: Found, listed: ListedHousehold): boolean {
  const known = merged ?? household
  return (
    isSameName(known.headOfHousehold, listed.headOfHousehold) &&
    searchKey(placeOf(known)) === searchKey(placeOf(listed))
  )
}

/** What a row says that a merged entry did not say: a clerk has decided about the rest when merging. */
function beyond(merged: HouseholdFacts, household: HouseholdFacts, listed: ListedHousehold, on: Day): ListedHousehold {
  const stated: ListedHousehold = { ...listed, headOfHousehold: household.headOfHousehold }
  for (const field of PLAIN_FIELDS) {
    const isNew = listed[field] !== merged[field]
    Object.assign(stated, { [field]: isNew ? listed[field] : field === 'headOfHousehold' ? stated[field] : null })
  }
  const { category, categoryDecision: decisionNumber } = listed
  const isKnown = category && withListedCategory(merged.categories, { category, decisionNumber }, on)
  return isKnown === merged.categories ? { ...stated, category: null, categoryDecision: null } : stated
}

/**
 * What is known of a household after a row has spoken of it, and the fields in which that is new. The code of a commune
 * goes with its name: another name leaves it open.
 */
export function factsAfterRow(
  { household, merged }: Found,
  listed: ListedHousehold,
  on: Day,
): { facts: HouseholdFacts; changedFields: HouseholdField[] } {
  const stated = merged ? beyond(merged, household, listed, on) : listed
  const after = factsAfter(factsOf(household), stated, on)
  const isElsewhere = searchKey(after.communeName ?? '') !== searchKey(household.communeName ?? '')
  const facts = isElsewhere ? { ...after, communeCode: null, communeVersion: null } : after
  return { facts, changedFields: fieldsThatDiffer(household, facts) }
}
