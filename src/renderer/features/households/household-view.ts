/** What the list of households shows, as it stands in the address. */

import type { HouseholdFilter } from '../../../contract/households.ts'
import { HOUSEHOLD_STATUSES, type HouseholdStatus } from '../../../domain/household.ts'
import { HOUSEHOLD_CATEGORIES, type HouseholdCategory } from '../../../domain/household-category.ts'

/** How many households are asked for at once. */
export const HOUSEHOLDS_PER_PAGE = 200

export const MISSING_FACTS = ['citizenId', 'customerCode', 'category'] as const

export interface HouseholdView {
  text?: string | undefined
  category?: HouseholdCategory | undefined
  missing?: (typeof MISSING_FACTS)[number] | undefined
  status?: HouseholdStatus | undefined
  isDuplicate?: boolean | undefined
  /** The campaign of which the households were given nothing. */
  notReceivedIn?: string | undefined
  /** The household whose details are open. */
  householdId?: string | undefined
  /** Opens the form of a new household. */
  register?: boolean | undefined
}

const textOf = (value: unknown) => (typeof value === 'string' && value ? value : undefined)

export function readHouseholdView(search: Record<string, unknown>): HouseholdView {
  const { text, category, missing, status, isDuplicate, notReceivedIn, householdId, register } = search
  return {
    text: textOf(text),
    category: HOUSEHOLD_CATEGORIES.find((known) => known === category),
    missing: MISSING_FACTS.find((known) => known === missing),
    status: HOUSEHOLD_STATUSES.find((known) => known === status),
    isDuplicate: isDuplicate === true ? true : undefined,
    notReceivedIn: textOf(notReceivedIn),
    householdId: textOf(householdId),
    register: register === true ? true : undefined,
  }
}

export function filterOf({
  text,
  category,
  missing,
  status,
  isDuplicate,
  notReceivedIn,
}: HouseholdView): HouseholdFilter {
  return {
    text: text ?? '',
    category: category ?? null,
    missing: missing ?? null,
    status: status ?? null,
    isDuplicate: isDuplicate ?? false,
    notReceivedIn: notReceivedIn ?? null,
  }
}

/** The address of a filter, with nothing open. */
export function viewOf({
  text,
  category,
  missing,
  status,
  isDuplicate,
  notReceivedIn,
}: HouseholdFilter): HouseholdView {
  return {
    text: text || undefined,
    category: category ?? undefined,
    missing: missing ?? undefined,
    status: status ?? undefined,
    isDuplicate: isDuplicate || undefined,
    notReceivedIn: notReceivedIn ?? undefined,
  }
}

/** Whether two filters find the same, whatever words are sought beside. */
export function isSameButText(one: HouseholdFilter, other: HouseholdFilter): boolean {
  return (
    one.category === other.category &&
    one.missing === other.missing &&
    one.status === other.status &&
    one.isDuplicate === other.isDuplicate &&
    one.notReceivedIn === other.notReceivedIn
  )
}
