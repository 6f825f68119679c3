/**
 * What a person would write in the place of a cell that cannot be read, to be taken with one key. A mend is proposed,
 * never made: it is a text which, standing in the cell, would be read without this finding.
 */

import { distance } from 'fastest-levenshtein'
import { citizenIdFacts, isCitizenId, readCitizenId } from '../domain/citizen-id.ts'
import { type Day, dayParts, parseTypedDay } from '../domain/day.ts'
import { isCustomerCode } from '../domain/household.ts'
import { CATEGORY_NAMES, type HouseholdCategory } from '../domain/household-category.ts'
import type { ListedHousehold } from '../domain/household-list.ts'
import type { ListFinding } from '../domain/list-finding.ts'
import { readPhone } from '../domain/phone.ts'
import { forbiddenText, searchKey, tidyName, tidyText } from '../domain/vietnamese.ts'
import { looksLikePersonName } from './surnames.ts'

/** Letters that are typed, or seen by a scanning program, for digits. */
const LOOKALIKES: Record<string, string> = {
  o: '0',
  q: '0',
  d: '0',
  l: '1',
  i: '1',
  '|': '1',
  '!': '1',
  z: '2',
  s: '5',
  b: '8',
}

function digitsOf(text: string): string {
  return text.replace(/[oqdli|!zsb]/gi, (letter) => LOOKALIKES[letter.toLowerCase()] ?? letter).replace(/\D/g, '')
}

/** Words are no number in disguise, unless each of their letters may stand for a digit. */
function isMostlyDigits(text: string): boolean {
  const letters = text.replace(/[oqdli|!zsb]/gi, '').match(/\p{L}/gu) ?? []
  return (text.match(/\d/g) ?? []).length > letters.length
}

function onlyOne<Item>(candidates: Iterable<Item>): Item | null {
  const [first, ...others] = new Set(candidates)
  return first !== undefined && others.length === 0 ? first : null
}

/** The number with one more zero beside each of its zeros, or with one digit of each pair left out. */
function oneDigitApart(digits: string): string[] {
  const places = Array.from(digits, (_, at) => at)
  if (digits.length === 11) {
    return places.filter((at) => digits[at] === '0').map((at) => `${digits.slice(0, at)}0${digits.slice(at)}`)
  }
  if (digits.length !== 13) return []
  const doubled = places.filter((at) => digits[at] === digits[at + 1])
  return doubled.map((at) => digits.slice(0, at) + digits.slice(at + 1))
}

/** The citizen ID that was meant: letters read as digits; a zero lost or doubled where only one place fits the year. */
function citizenIdFor(text: string, birthYear: number | null): string | null {
  if (!isMostlyDigits(text) || /\de\+?\d/i.test(text)) return null
  const digits = digitsOf(text)
  const reading = readCitizenId(digits)
  if (reading.kind === 'valid' || reading.kind === 'mended') return reading.citizenId
  const fitting = oneDigitApart(digits).filter((candidate) => {
    const yearOfId = isCitizenId(candidate) ? citizenIdFacts(candidate)?.birthYear : undefined
    return yearOfId !== undefined && (birthYear === null || yearOfId === birthYear)
  })
  return onlyOne(fitting)
}

function oldIdNumberFor(text: string): string | null {
  const reading = readCitizenId(digitsOf(text))
  if (!isMostlyDigits(text) || reading.kind === 'strange') return null
  return reading.kind === 'oldNumber' ? reading.oldIdNumber : reading.citizenId
}

/** The first phone number among words, remarks and other numbers. */
function phoneFor(text: string): string | null {
  const hasWords = /[^\d\s.,+()/ol-]/i.test(text)
  const written = hasWords ? text : text.replace(/[ol]/gi, (letter) => LOOKALIKES[letter.toLowerCase()] ?? letter)
  const numbers = written.match(/(?:\+?84|0)(?:[\s.-]*\d){8,10}/g) ?? []
  for (const number of [...numbers, written]) {
    for (const candidate of [number, number.replace(/\D/g, '').slice(0, 10)]) {
      const reading = readPhone(candidate)
      if (reading.kind !== 'strange') return reading.phone
    }
  }
  return null
}

/** The only year between 1900 and now that has these digits, letters standing for one that is not known. */
function yearLike(pattern: string, thisYear: number): number | null {
  if (!/^[\da-z]{4}$/i.test(pattern)) return null
  const years = Array.from({ length: thisYear - 1899 }, (_, index) => 1900 + index)
  return onlyOne(
    years.filter((year) =>
      [...String(year)].every((digit, at) => !/\d/.test(pattern[at] ?? '') || pattern[at] === digit),
    ),
  )
}

/** Days between the first day of Excel and a day; a year that was typed into a cell of dates became such a day. */
function serialOf(shown: Day): number {
  return Math.round((Date.parse(shown) - Date.UTC(1899, 11, 30)) / 86_400_000)
}

/** The year that was meant, by its digits or, where they leave it open, as the citizen ID carries it. */
function birthYearFor(text: string, facts: ListedHousehold, today: Day): string | null {
  const thisYear = dayParts(today).year
  const yearOfId = facts.citizenId ? (citizenIdFacts(facts.citizenId)?.birthYear ?? null) : null
  const shown = parseTypedDay(text)
  const years = new Set((text.match(/\d{4}/g) ?? []).map(Number))
  const compact = text.replace(/[\s.,?~]/g, '')
  const twoDigits = /^\d{2}$/.test(compact) ? Number(compact) : null
  const lastCentury = twoDigits !== null && twoDigits > thisYear % 100 ? 1900 + twoDigits : null
  const isOneOf = (candidates: Set<number>) =>
    yearOfId !== null && candidates.has(yearOfId) ? yearOfId : onlyOne(candidates)
  const meant = [
    shown?.startsWith('1905') ? serialOf(shown) : null,
    isOneOf(years),
    /^\d{4}$/.test(digitsOf(compact)) ? Number(digitsOf(compact)) : null,
    yearLike(compact, thisYear),
    lastCentury,
    years.size > 1 ? null : yearOfId,
  ].find((year) => year !== null && year >= 1900 && year <= thisYear)
  return meant ? String(meant) : null
}

/** The only small number in the text: "04 khẩu (2 nữ)" leaves it open. */
function memberCountFor(text: string): string | null {
  if (/\d[.,]\d/.test(text)) return null
  const count = Number(onlyOne(text.match(/\d+/g) ?? []))
  return count >= 1 && count <= 50 ? String(count) : null
}

/** Words that lists shorten a category to, beside the codes and names of our own. */
const SHORT_WORDS: readonly (readonly [string, HouseholdCategory])[] = [
  ['ngheo', 'HN'],
  ['h ngheo', 'HN'],
  ['can ngheo', 'HCN'],
  ['ho cn', 'HCN'],
  ['cn', 'HCN'],
  ['thoat ngheo', 'HTN'],
  ['gia dinh liet si', 'NCC_LS'],
  ['tb', 'NCC_TB'],
  ['nhiem chat doc da cam', 'NCC_CDHH'],
  ['khuyet tat', 'NKT'],
  ['bao tro xa hoi', 'BTXH'],
  ['neo don', 'NCT_CD'],
  ['ho kho khan', 'KK'],
]

const CATEGORY_PHRASES: readonly (readonly [string, HouseholdCategory])[] = [
  ...(Object.entries(CATEGORY_NAMES) as [HouseholdCategory, string][]).map(
    ([category, name]) => [searchKey(name), category] as const,
  ),
  ...SHORT_WORDS,
]

/** The category whose words are nearest, where no more than every fourth letter differs and no other is as near. */
function categoryFor(text: string): string | null {
  const key = searchKey(text)
  if (/\b(khong|k|ko|chua)\b/.test(key)) return null
  const ranked = CATEGORY_PHRASES.map(([phrase, category]) => ({
    category,
    apart: distance(key, phrase),
    phrase,
  })).sort((one, other) => one.apart - other.apart)
  const [nearest] = ranked
  if (!nearest || nearest.apart > Math.floor(nearest.phrase.length / 4)) return null
  const category = onlyOne(ranked.filter(({ apart }) => apart === nearest.apart).map((near) => near.category))
  return category && CATEGORY_NAMES[category]
}

const HONORIFIC = /^(?:ông|bà|cụ|mẹ)\s*:?\s+(?=\S)/iu

/** A name with what does not belong to a name: digits, remarks in brackets or behind a dash, "Bà". */
export function hasRemark(name: string): boolean {
  return (
    /[\d()[\]:;,?*!/+=]| - /.test(name) || (HONORIFIC.test(name) && looksLikePersonName(name.replace(HONORIFIC, '')))
  )
}

function nameFor(text: string): string | null {
  const bare = text
    .replace(/[([][^)\]]*[)\]]?/g, ' ')
    .replace(/^\s*\d+\s*[.)-]?\s*/, '')
    .replace(HONORIFIC, (honorific) => (looksLikePersonName(text) ? honorific : ''))
    .replace(/[\d?*!+=]+/g, ' ')
    .split(/[:;,/]| - /)[0]
  const name = tidyName(bare ?? '')
  return looksLikePersonName(name) && !hasRemark(name) ? name : null
}

/** The text without what makes it a formula or shows another than it is; null where a letter is lost for good. */
function fitTextFor(text: string): string | null {
  if (text.includes('\ufffd')) return null
  const fit = tidyText(text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '').replace(/^[\s=+\-@]+/, ''))
  return fit && forbiddenText(fit) === null ? fit : null
}

function customerCodeFor(text: string): string | null {
  const code = text
    .toUpperCase()
    .replace(/Đ/g, 'D')
    .replace(/[^0-9A-Z]/g, '')
  return isCustomerCode(code) ? code : null
}

/**
 * The mend to propose for a finding, from the text that stands in the cell and what else the row says. Null where a
 * person would have to ask.
 */
export function proposedMend(
  { code, field, mended, other }: Omit<ListFinding, 'rowNumber' | 'proposed'>,
  text: string,
  facts: ListedHousehold,
  today: Day,
): string | null {
  switch (code) {
    case 'citizenIdMended':
    case 'oldIdNumberMended':
    case 'phoneMended':
    case 'bulletDropped':
      return mended
    case 'citizenIdStrange':
      return citizenIdFor(text, facts.birthYear)
    case 'oldIdNumberStrange':
      return oldIdNumberFor(text)
    case 'phoneStrange':
      return phoneFor(text)
    case 'birthYearStrange':
      return birthYearFor(text, facts, today)
    case 'birthYearDiffersFromCitizenId':
      return other
    case 'memberCountStrange':
      return memberCountFor(text)
    case 'categoryUnknown':
      return categoryFor(text)
    case 'categoryTwice':
      return other
    case 'customerCodeStrange':
      return customerCodeFor(text)
    case 'nameHasRemark':
      return nameFor(text)
    case 'forbiddenText':
      return field === 'headOfHousehold' ? nameFor(fitTextFor(text) ?? '') : fitTextFor(text)
    case 'nameMissing':
    case 'nameNotText':
    case 'formulaError':
    case 'citizenIdOldNumber':
    case 'citizenIdTwice':
    case 'householdTwice':
    case 'categoryDecisionAlone':
    case 'meterNumberStrange':
      return null
  }
}
