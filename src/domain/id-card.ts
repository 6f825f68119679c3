/**
 * What a scanner or a picture says: the QR code of a Vietnamese chip card, a bare citizen ID, a code of our own papers.
 * The card's code holds seven fields between bars, `id|old id|full name|ddMMyyyy|Nam or Nữ|residence|ddMMyyyy`; cards
 * since 2024 carry more after them.
 *
 * A scanner types like a keyboard, and an active Unikey garbles what it types: letters become others, and with VNI
 * digits inside words become marks. So of a scanner only numbers and days are believed, by their shape and by what they
 * say of each other; names and addresses are taken from a picture alone.
 */

import { citizenIdFacts, isCitizenId } from './citizen-id.ts'
import { type Day, dayOf, dayParts } from './day.ts'
import { type DocumentIdentity, readPageCode } from './numbering.ts'
import { forbiddenText, tidyName, tidyText } from './vietnamese.ts'

/** `keyboard`: typed by a scanner. `image`: read off a picture, letter by letter as the card has them. */
export type CardSource = 'keyboard' | 'image'

export interface IdCard {
  citizenId: string
  /** The CMND of nine digits (or an earlier number of twelve), where the card names one. */
  oldIdNumber: string | null
  /** Always known: the citizen ID carries it. */
  birthYear: number
  /** Null where the card knows no more than the year. */
  birthDay: Day | null
  issuedOn: Day | null
  /** Tidied and NFC; null from a keyboard. */
  fullName: string | null
  /** Tidied and NFC; null from a keyboard. */
  residence: string | null
}

/**
 * `contradiction`: it is laid out like a card, but its parts do not belong together (the day of birth is of another
 * year than the citizen ID, the sex another, the card older than its holder), so none of it is believed.
 */
export type IdCardReading = { kind: 'card'; card: IdCard } | { kind: 'contradiction' } | { kind: 'none' }

/** What scanners put before a code: control characters, or the symbology as AIM writes it (]Q1, with Telex ưQ1). */
const PREFIX = /^(?:\P{N}?[A-Za-z]\d(?=\d{12}))?[^\p{L}\p{N}]*/u

/** The first fields in digits: citizen ID and old number, with whatever the keyboard made of the bars. */
const NUMBERS = /^(\d{12})(?:[^\p{L}\p{N}]{0,2}(\d{12}|\d{9}))?(?!\d)/u

const withoutPrefix = (text: string) => text.replace(PREFIX, '')

/**
 * Reads the code of a card. Bars may have become other signs, or nothing, on a foreign keyboard; fields may be more or
 * fewer than seven, as long as a citizen ID and a day or year of birth that belongs to it are there.
 */
export function readIdCard(text: string, source: CardSource): IdCardReading {
  const content = withoutPrefix(text.normalize('NFC'))
  const [numbers, citizenId = '', oldIdNumber = null] = NUMBERS.exec(content) ?? []
  const facts = citizenIdFacts(citizenId)
  if (!numbers || !facts) return { kind: 'none' }
  const rest = content.slice(numbers.length)
  const dates = datesIn(rest, facts.birthYear)
  if (dates === null) return { kind: 'none' }
  const isOfOther = dates === 'contradiction' || (sexIn(rest) ?? facts.sex) !== facts.sex
  if (isOfOther) return { kind: 'contradiction' }
  const { fullName, residence } = source === 'image' ? textsIn(content) : { fullName: null, residence: null }
  return {
    kind: 'card',
    card: { citizenId, oldIdNumber, birthYear: facts.birthYear, ...dates, fullName, residence },
  }
}

/** ddMMyyyy; null where the calendar has no such day. */
function cardDay(digits: string): Day | null {
  return dayOf(Number(digits.slice(4)), Number(digits.slice(2, 4)), Number(digits.slice(0, 2)))
}

/**
 * The day of birth and the day of issue: the first two runs of eight digits. Old people's cards may know no more than a
 * year, written alone or after four zeros. Null where nothing is said of a birth at all.
 */
function datesIn(
  text: string,
  birthYear: number,
): { birthDay: Day | null; issuedOn: Day | null } | 'contradiction' | null {
  const runs = [...text.matchAll(/(?<!\d)\d{8}(?!\d)/g)].map(([digits]) => digits)
  const hasYearAlone = new RegExp(`(?<![\\p{L}\\p{N}])${birthYear}(?![\\p{L}\\p{N}])`, 'u').test(text)
  const [first = '', second = ''] = runs
  const isBornFirst = Number(first.slice(4)) === birthYear
  if (!isBornFirst && !hasYearAlone) return runs.length > 0 ? 'contradiction' : null
  if (!isBornFirst && second !== '') return 'contradiction'
  const birthDay = isBornFirst ? cardDay(first) : null
  const issuedOn = cardDay(isBornFirst ? second : first)
  if (issuedOn && dayParts(issuedOn).year < birthYear) return 'contradiction'
  return { birthDay, issuedOn }
}

/** Nam is never garbled, and whatever became of Nữ begins with N and some U; anything else says nothing. */
function sexIn(text: string): 'male' | 'female' | null {
  const field = /(?<!\d)\d{8}[^\p{L}\p{N}]{0,2}(\p{L}+)/u.exec(text)?.[1] ?? ''
  if (/^nam$/i.test(field)) return 'male'
  return /^n[uưũữứừửự]/i.test(field) ? 'female' : null
}

/** Name before the day of birth, residence between sex and day of issue. */
function textsIn(text: string): { fullName: string | null; residence: string | null } {
  const fields = text.split('|').map(tidyText)
  const isDate = (field: string) => /^\d{8}$/.test(field) || /^\d{4}$/.test(field)
  const birthAt = fields.findIndex(isDate)
  const name = fields.slice(1, birthAt).find((field) => /\p{L}/u.test(field))
  const issuedAt = fields.findIndex((field, at) => at > birthAt + 1 && isDate(field))
  const residence = issuedAt < 0 ? fields[birthAt + 2] : fields.slice(birthAt + 2, issuedAt).join(', ')
  return { fullName: believed(name, 120, tidyName), residence: believed(residence, 300, tidyText) }
}

/** A text that may enter the ledger; null where letters were lost on the way or it is none. */
function believed(text: string | undefined, longest: number, tidy: (text: string) => string): string | null {
  if (!text || text.length > longest || text.includes('\ufffd') || forbiddenText(text) !== null) return null
  return tidy(text)
}

export type ScanReading =
  | { kind: 'idCard'; card: IdCard }
  | { kind: 'citizenId'; citizenId: string }
  | { kind: 'paperCode'; code: string; paper: DocumentIdentity & { officeDigits: string } }
  /** Like an ID card, but nothing of it may be believed. */
  | { kind: 'garbledCard' }
  | { kind: 'unknown' }

/** A card has forty characters or more, before any are lost; a shorter text that begins with a number is none. */
const SHORTEST_CARD = 20

/** What a scanner that types has typed, or, from a picture, what a code on it says. */
export function readScan(text: string, source: CardSource = 'keyboard'): ScanReading {
  const content = withoutPrefix(text).replace(/[\s|~\\}]+$/, '')
  const page = readPageCode(content)
  if (page) return { kind: 'paperCode', code: page.code, paper: page.paper }
  if (isCitizenId(content)) return { kind: 'citizenId', citizenId: content }
  const reading = readIdCard(text, source)
  if (reading.kind === 'card') return { kind: 'idCard', card: reading.card }
  const isLikeCard = content.length >= SHORTEST_CARD && /^\d{9,24}(?!\d)/.test(content) && /\p{L}/u.test(content)
  return { kind: reading.kind === 'contradiction' || isLikeCard ? 'garbledCard' : 'unknown' }
}
