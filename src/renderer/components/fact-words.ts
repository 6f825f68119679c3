/** What the registry keeps of a household, in words: for details, for the journal of changes and for comparing two. */

import type { FieldChange } from '../../contract/households.ts'
import { formatDay, isDay } from '../../domain/day.ts'
import type { GrantedCategory } from '../../domain/household-category.ts'
import type { Text } from '../text/texts.ts'

/** "Hộ nghèo (QĐ 12/QĐ-UBND, 01/01/2026–31/12/2026)". */
export function tellCategory({ category, decisionNumber, validFrom, validTo }: GrantedCategory, text: Text): string {
  const dates = [validFrom, validTo].map((on) => (on ? formatDay(on) : ''))
  const span = validFrom || validTo ? dates.join('–') : null
  const more = [decisionNumber, span].filter(Boolean).join(', ')
  return text.trade.categories[category] + (more && ` (${more})`)
}

function tellMember(member: Record<string, unknown>): string {
  return [member.fullName, member.birthYear, member.relation].filter(Boolean).join(', ')
}

function tellOne(value: unknown, text: Text): string {
  if (typeof value !== 'object' || value === null) return String(value)
  return 'category' in value ? tellCategory(value as GrantedCategory, text) : tellMember({ ...value })
}

/** The value of a field as a person reads it; null where nothing is known. */
export function tellFact(field: FieldChange['field'], value: unknown, text: Text): string | null {
  if (value === null || value === undefined || value === '') return null
  if (Array.isArray(value)) return value.map((one) => tellOne(one, text)).join('; ') || null
  const words: Record<string, string> | null =
    field === 'legalBasis' ? text.trade.legalBases : field === 'status' ? text.trade.householdStatuses : null
  const said = String(value)
  if (words) return words[said] ?? said
  return isDay(said) ? formatDay(said) : said
}
