/** What the list of households shows, as it stands in the address. */

import type { HouseholdFilter } from '../../../contract/households.ts'
import { HOUSEHOLD_CATEGORIES, type HouseholdCategory } from '../../../domain/household-category.ts'

/** How many households are asked for at once. */
export const HOUSEHOLDS_PER_PAGE = 200

const MISSING = ['citizenId', 'customerCode', 'category'] as const

export interface HouseholdView {
  text?: string | undefined
  category?: HouseholdCategory | undefined
  missing?: (typeof MISSING)[number] | undefined
  /** The household whose details are open. */
  householdId?: string | undefined
  /** Opens the form of a new household. */
  register?: boolean | undefined
}

export function readHouseholdView(search: Record<string, unknown>): HouseholdView {
  const { text, category, missing, householdId, register } = search
  return {
    text: typeof text === 'string' && text ? text : undefined,
    category: HOUSEHOLD_CATEGORIES.find((known) => known === category),
    missing: MISSING.find((known) => known === missing),
    householdId: typeof householdId === 'string' ? householdId : undefined,
    register: register === true ? true : undefined,
  }
}

export function filterOf({ text, category, missing }: HouseholdView): HouseholdFilter {
  return { text: text ?? '', category: category ?? null, missing: missing ?? null }
}
