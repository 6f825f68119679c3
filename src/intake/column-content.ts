/**
 * What a column holds, by its values alone: for lists without a header, for headers that nobody knows, and to say how
 * far a header is borne out by what stands below it.
 */

import { isCitizenId, readCitizenId } from '../domain/citizen-id.ts'
import { type Day, dayParts } from '../domain/day.ts'
import { isCustomerCode } from '../domain/household.ts'
import { readCategory } from '../domain/household-category.ts'
import type { ListField } from '../domain/household-list.ts'
import { readPhone } from '../domain/phone.ts'
import { searchKey } from '../domain/vietnamese.ts'
import { communeIn, hamletHeading } from './place-in-text.ts'
import { looksLikePersonName } from './surnames.ts'

/** What a column may hold by its values; the running number is no field of a household. */
export interface ContentGuess {
  field: ListField | 'runningNumber'
  /** 0 to 1. */
  confidence: number
}

/** Guesses below this are not made. */
export const LEAST_CONFIDENCE = 0.55
/** So few values say less. */
const ENOUGH_VALUES = 3

const compact = (text: string) => text.replace(/[\s.'-]/g, '')

function isNewCitizenId(text: string): boolean {
  return isCitizenId(compact(text)) || readCitizenId(text).kind === 'mended'
}

/** "1950", "02/03/1950": the year of a text that is a year or a day; null for any other. */
function yearOf(text: string): number | null {
  const found = /^(?:\d{1,2}[/.-]\d{1,2}[/.-])?((?:19|20)\d\d)$/.exec(text)?.[1]
  return found ? Number(found) : null
}

/** "Số 5 đường Mẫu, Thôn Đông": several words, some of them of places, in more than one part. */
function isAddress(text: string): boolean {
  const key = searchKey(text)
  return (
    /[,;-]|\d/.test(text) &&
    key.split(' ').length >= 3 &&
    /\b(so|duong|ngo|thon|xom|ap|to|xa|phuong|khu|huyen|tinh)\b/.test(key)
  )
}

/** Whether one value is of a field, and how much a column full of such values says. */
const SIGNS: readonly { field: ListField; weight: number; isOne: (text: string) => boolean }[] = [
  { field: 'citizenId', weight: 0.95, isOne: isNewCitizenId },
  { field: 'customerCode', weight: 0.95, isOne: (text) => isCustomerCode(compact(text).toUpperCase()) },
  { field: 'phone', weight: 0.9, isOne: (text) => readPhone(text).kind !== 'strange' },
  { field: 'headOfHousehold', weight: 0.9, isOne: looksLikePersonName },
  { field: 'category', weight: 0.9, isOne: (text) => text.length <= 60 && readCategory(text) !== null },
  { field: 'hamlet', weight: 0.9, isOne: (text) => !text.includes(',') && hamletHeading(text) !== null },
  {
    field: 'communeName',
    weight: 0.9,
    isOne: (text) => /^(xã|phường|thị trấn|đặc khu)\s/iu.test(text) && communeIn(text) !== null,
  },
  { field: 'categoryDecision', weight: 0.85, isOne: (text) => /\d\s*[/-]?\s*(qđ|qd)\b|^(qđ|qd)\b/iu.test(text) },
  { field: 'birthYear', weight: 0.85, isOne: (text) => yearOf(text) !== null },
  { field: 'addressText', weight: 0.75, isOne: isAddress },
  { field: 'oldIdNumber', weight: 0.7, isOne: (text) => /^[0-3]\d{8}$/.test(compact(text)) },
  { field: 'memberCount', weight: 0.65, isOne: (text) => /^(1?\d|20)$/.test(text) && text !== '0' },
]

function isRunning(values: readonly string[]): boolean {
  const follows = values.filter((text, at) => text === '1' || Number(text) === Number(values[at - 1]) + 1)
  return values.length >= 2 && follows.length >= values.length * 0.8
}

/** Heads of households are grown up; a column of recent years is one of decisions. */
function areBirthYears(values: readonly string[], today: Day): boolean {
  const years = values.flatMap((text) => yearOf(text) ?? []).sort((one, other) => one - other)
  return (years[years.length >> 1] ?? 0) <= dayParts(today).year - 18
}

/** What the values of a column may be, the likeliest first; blanks are left out by the caller. */
export function guessesOf(values: readonly string[], today: Day): ContentGuess[] {
  if (values.length === 0) return []
  if (isRunning(values)) return [{ field: 'runningNumber', confidence: 0.9 }]
  const enough = Math.min(1, 0.7 + (values.length / (10 * ENOUGH_VALUES)) * 3)
  return SIGNS.map(({ field, weight, isOne }) => ({
    field,
    confidence: (weight * enough * values.filter(isOne).length) / values.length,
  }))
    .filter(({ field, confidence }) => {
      return confidence >= LEAST_CONFIDENCE && (field !== 'birthYear' || areBirthYears(values, today))
    })
    .sort((one, other) => other.confidence - one.confidence)
}

/** Whether a value can be what its header says; fields that hold any words are not asked. */
const FITS: Partial<Record<ListField, (text: string) => boolean>> = {
  headOfHousehold: (text) => /\p{L}{2}/u.test(text) && !/\d{4}/.test(text),
  citizenId: (text) => readCitizenId(text).kind !== 'strange',
  oldIdNumber: (text) => readCitizenId(text).kind !== 'strange',
  customerCode: (text) => isCustomerCode(compact(text).toUpperCase()),
  phone: (text) => /\d{9}/.test(compact(text)) && !isCitizenId(compact(text)),
  birthYear: (text) => /(19|20)\d\d|\d\d$/.test(text) && compact(text).length <= 20 && !isCitizenId(compact(text)),
  memberCount: (text) => /^\d{1,2}\b/.test(text),
  category: (text) => readCategory(text) !== null,
  hamlet: (text) => !/\d{6}/.test(text),
  communeName: (text) => !/\d{6}/.test(text),
  addressText: (text) => /\p{L}/u.test(text),
}

/** How sure a header is, by the share of its values that can be what it says: 1 where all can, 0.3 where none can. */
export function confidenceOfHeader(field: ListField, values: readonly string[]): number {
  const fits = FITS[field]
  if (!fits || values.length === 0) return 0.9
  return 0.3 + (0.7 * values.filter(fits).length) / values.length
}
