/** One field of a household before and after, in words. */

import type { FieldChange } from '../../contract/households.ts'
import { formatDay, isDay } from '../../domain/day.ts'
import type { HouseholdMember } from '../../domain/household.ts'
import type { GrantedCategory } from '../../domain/household-category.ts'
import type { Text } from '../text/texts.ts'

type Value = FieldChange['before']

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** "Hộ nghèo, 12/QĐ-UBND, đến 31/12/2026" */
function tellCategory(granted: Partial<GrantedCategory>, { trade }: Text): string {
  const { category, decisionNumber, validFrom, validTo } = granted
  const days = [validFrom && formatDay(validFrom), validTo && `→ ${formatDay(validTo)}`].filter(Boolean).join(' ')
  return [category && trade.categories[category], decisionNumber, days].filter(Boolean).join(', ')
}

function tellPart(value: Value, text: Text): string {
  if (!isRecord(value)) return String(value ?? '')
  if ('category' in value) return tellCategory(value as Partial<GrantedCategory>, text)
  const { fullName, birthYear, relation } = value as unknown as Partial<HouseholdMember>
  return [fullName, birthYear, relation].filter(Boolean).join(', ')
}

/** A value as the registry keeps it, as a clerk reads it; '' where there is none. */
export function tellFieldValue(field: FieldChange['field'], value: Value, text: Text): string {
  if (value === null) return ''
  if (Array.isArray(value)) return value.map((part) => tellPart(part, text)).join('; ')
  if (typeof value !== 'string') return tellPart(value, text)
  const { householdStatuses, legalBases } = text.trade
  if (field === 'status' && value in householdStatuses)
    return householdStatuses[value as keyof typeof householdStatuses]
  if (field === 'legalBasis' && value in legalBases) return legalBases[value as keyof typeof legalBases]
  return isDay(value) ? formatDay(value) : value
}
