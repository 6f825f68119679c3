/**
 * Which households a list should name: the active ones of its hamlets that have one of its categories. Where a list
 * names no hamlets it covers its communes; a list without a commune covers nobody.
 */

import type { Day } from '../../domain/day.ts'
import { type HouseholdCategory, isInForce } from '../../domain/household-category.ts'
import type { HouseholdListRow } from '../../domain/household-list.ts'
import { searchKey } from '../../domain/vietnamese.ts'
import type { HouseholdRecord } from '../registry/household-record.ts'
import type { RegistryEntry } from './known-households.ts'

export interface Coverage {
  /** All categories that the list states. */
  categories: readonly HouseholdCategory[]
  covers(entry: RegistryEntry): boolean
}

export function coverageOf(rows: readonly HouseholdListRow[]): Coverage {
  const categories = new Set<HouseholdCategory>()
  /** Folded hamlets by folded commune. */
  const hamletsOf = new Map<string, Set<string>>()
  const keyOf = remembered(searchKey)
  for (const { facts } of rows) {
    if (facts.category) categories.add(facts.category)
    if (!facts.communeName) continue
    const commune = keyOf(facts.communeName)
    const hamlets = hamletsOf.get(commune) ?? new Set()
    hamletsOf.set(commune, hamlets)
    if (facts.hamlet) hamlets.add(keyOf(facts.hamlet))
  }
  const codes = [...categories].map((category) => ` ${category} `)
  return {
    categories: [...categories],
    covers({ status, communeName, hamletKey, categoryCodes }) {
      if (status !== 'active' || communeName === null) return false
      const hamlets = hamletsOf.get(keyOf(communeName))
      if (!hamlets || (hamlets.size > 0 && !hamlets.has(hamletKey))) return false
      return codes.some((code) => categoryCodes.includes(code))
    },
  }
}

/** Whether one of the list's categories holds on this day, so that it could be ended. */
export function hasCategoryToEnd(
  { categories }: Pick<HouseholdRecord, 'categories'>,
  listed: readonly HouseholdCategory[],
  on: Day,
): boolean {
  return categories.some((granted) => listed.includes(granted.category) && isInForce(granted, on))
}

/** A function that is asked for the same few texts again and again. */
function remembered(make: (text: string) => string): (text: string) => string {
  const made = new Map<string, string>()
  return (text) => {
    const known = made.get(text)
    if (known !== undefined) return known
    const result = make(text)
    made.set(text, result)
    return result
  }
}
