/**
 * Whether a row of a list speaks of a known household, and what it says beyond what is known. No two people become one:
 * a merge is worse than a household kept twice.
 */

import type { Day } from '../../domain/day.ts'
import { isNamedAlike } from '../../domain/duplicate.ts'
import { fieldsThatDiffer, type HouseholdFacts, type HouseholdField, placeOf } from '../../domain/household.ts'
import { withListedCategory } from '../../domain/household-category.ts'
import { factsAfter, type ListedHousehold, PLAIN_LIST_FIELDS } from '../../domain/household-list.ts'
import { isSameName, searchKey } from '../../domain/vietnamese.ts'
import { factsOf, type HouseholdRecord } from '../registry/household-record.ts'
import type { Found } from './known-households.ts'

type Identifying = 'citizenId' | 'oldIdNumber' | 'customerCode' | 'birthYear'

/** Whether both sides have one of these and it differs; a merged entry's numbers are its household's, too. */
export function contradicts(found: Found, listed: ListedHousehold, fields: readonly Identifying[]): boolean {
  return fields.some((field) => {
    const known = entriesOf(found).flatMap((entry) => entry[field] ?? [])
    return listed[field] !== null && known.length > 0 && !known.includes(listed[field])
  })
}

function entriesOf({ household, merged }: Found): readonly HouseholdRecord[] {
  return [household, ...merged]
}

/** Whether a row says exactly what a household is known by: what was taken in from a list is known by the same list. */
export function isAlike(found: Found, listed: ListedHousehold): boolean {
  return entriesOf(found).some((entry) => {
    const [primary] = entry.categories
    const isSameCategory = (primary?.category ?? null) === listed.category
    const isSameDecision = listed.category === null || (primary?.decisionNumber ?? null) === listed.categoryDecision
    return isSameCategory && isSameDecision && PLAIN_LIST_FIELDS.every((field) => entry[field] === listed[field])
  })
}

/** Whether the name is the same, tones and all. */
export function isNamed(found: Found, listed: ListedHousehold): boolean {
  return entriesOf(found).some((entry) => isSameName(entry.headOfHousehold, listed.headOfHousehold))
}

/** Whether the name is the same or nearly so, tones aside: a name that was mended, not another person's. */
export function isNamedNearly(found: Found, listed: ListedHousehold): boolean {
  const key = searchKey(listed.headOfHousehold)
  return entriesOf(found).some((entry) => isNamedAlike(searchKey(entry.headOfHousehold), key))
}

/** Whether name, with its tones, and place are the same. */
export function isSameNameAndPlace(found: Found, listed: ListedHousehold): boolean {
  const place = searchKey(placeOf(listed))
  return entriesOf(found).some(
    (entry) => isSameName(entry.headOfHousehold, listed.headOfHousehold) && searchKey(placeOf(entry)) === place,
  )
}

/** What a row says that no merged entry said: about that a clerk has decided when merging. */
function beyond({ household, merged }: Found, listed: ListedHousehold, on: Day): ListedHousehold {
  if (merged.length === 0) return listed
  const known = PLAIN_LIST_FIELDS.filter((field) => merged.some((entry) => entry[field] === listed[field]))
  const stated = Object.fromEntries(known.map((field) => [field, household[field]]))
  const { category, categoryDecision: decisionNumber } = listed
  const isKnown = merged.some(
    ({ categories }) => category && withListedCategory(categories, { category, decisionNumber }, on) === categories,
  )
  return { ...listed, ...stated, ...(isKnown ? { category: null, categoryDecision: null } : {}) }
}

/**
 * What is known of a household after a row has spoken of it, and the fields in which that is new. The code of a commune
 * goes with its name: another name leaves it open.
 */
export function factsAfterRow(
  found: Found,
  listed: ListedHousehold,
  on: Day,
): { facts: HouseholdFacts; changedFields: HouseholdField[] } {
  const { household } = found
  const after = factsAfter(factsOf(household), beyond(found, listed, on), on)
  const isElsewhere = searchKey(after.communeName ?? '') !== searchKey(household.communeName ?? '')
  const facts = isElsewhere ? { ...after, communeCode: null, communeVersion: null } : after
  return { facts, changedFields: fieldsThatDiffer(household, facts) }
}
