/** Names of places as papers write them: with their kind in full, shortened or not at all, with marks or without. */

import { searchKey, tidyText, unifyTonePlacement } from '../vietnamese.ts'

export type PlaceLevel = 'commune' | 'district' | 'province'

/** A name as a text has it: folded and without its kind, which is null where none is written. */
export interface PlaceName {
  kind: string | null
  key: string
  text: string
  /** How many words of the text are its kind. */
  kindWords: number
}

/** Kinds by how they are written, folded; the longer ones first. */
const KINDS: Record<PlaceLevel, readonly (readonly [written: string, kind: string])[]> = {
  commune: [
    ['thi tran', 'thi tran'],
    ['dac khu', 'dac khu'],
    ['phuong', 'phuong'],
    ['xa', 'xa'],
    ['tt', 'thi tran'],
    ['dk', 'dac khu'],
    ['p', 'phuong'],
    ['x', 'xa'],
  ],
  district: [
    ['thanh pho', 'thanh pho'],
    ['thi xa', 'thi xa'],
    ['huyen', 'huyen'],
    ['quan', 'quan'],
    ['tp', 'thanh pho'],
    ['tx', 'thi xa'],
    ['h', 'huyen'],
    ['q', 'quan'],
  ],
  province: [
    ['thanh pho', 'thanh pho'],
    ['tinh', 'tinh'],
    ['tp', 'thanh pho'],
    ['t', 'tinh'],
  ],
}

/** Other spellings of provinces that papers have, folded. */
const PROVINCE_ALIASES = new Map([
  ['hcm', 'ho chi minh'],
  ['tphcm', 'ho chi minh'],
  ['hn', 'ha noi'],
  ['thua thien hue', 'hue'],
  ['tt hue', 'hue'],
  ['brvt', 'ba ria vung tau'],
  ['bac can', 'bac kan'],
  ['dac lac', 'dak lak'],
  ['dac nong', 'dak nong'],
  ['kontum', 'kon tum'],
])

/** "P12" as "P 12", "Phường 01" as "Phường 1". */
function plainNumbers(text: string): string {
  if (!/\d/.test(text)) return text
  return text.replace(/^(p|q)(?=\d)/i, '$1 ').replace(/(?<!\d)0+(?=\d)/g, '')
}

/** What a text may name at a level: first the name behind its kind, then the whole text as a name without one. */
export function placesIn(level: PlaceLevel, text: string): PlaceName[] {
  const whole = searchKey(plainNumbers(text))
  if (whole === '') return []
  const found = KINDS[level].find(([written]) => whole.startsWith(`${written} `))
  const names: PlaceName[] = [{ kind: null, key: whole, text, kindWords: 0 }]
  if (found) {
    const [written, kind] = found
    names.unshift({ kind, key: whole.slice(written.length + 1), text, kindWords: written.split(' ').length })
  }
  if (level !== 'province') return names
  return names.map((name) => ({ ...name, key: PROVINCE_ALIASES.get(name.key) ?? name.key }))
}

/** A name as a table prints it, always with its kind. `fold` may remember the words that recur in a table. */
export function printedPlace(level: PlaceLevel, text: string, fold: (text: string) => string = searchKey): PlaceName {
  const whole = fold(text)
  const found = KINDS[level].find(([written]) => whole.startsWith(`${written} `))
  if (!found) return { kind: null, key: whole, text, kindWords: 0 }
  const [written, kind] = found
  return { kind, key: plainNumbers(whole.slice(written.length + 1)), text, kindWords: written.split(' ').length }
}

/** Few names recur in a list by the thousand: each is spelled out once. */
const SPELLINGS = new Map<string, string>()

/** A name with its marks and without its kind, whatever the habits of capitals, hyphens and tone placement. */
export function spelling({ text, kindWords }: PlaceName): string {
  const key = `${kindWords} ${text}`
  const known = SPELLINGS.get(key)
  if (known !== undefined) return known
  const words = unifyTonePlacement(tidyText(plainNumbers(text)).toLowerCase()).split(/[^\p{L}\p{N}]+/u)
  const spelled = words.filter(Boolean).slice(kindWords).join(' ')
  if (SPELLINGS.size < 2000) SPELLINGS.set(key, spelled)
  return spelled
}

/** Whether a text has Vietnamese marks, so that its spelling tells Thanh An from Thạnh An. */
export function hasMarks(text: string): boolean {
  return /[\p{M}đĐ]/u.test(text.normalize('NFD'))
}

/** Whether a commune's name is being written with its marks, not looked for without: "xã mẫu", but not "xã mau". */
export function isSpelledOut(communeName: string): boolean {
  const [name] = placesIn('commune', communeName)
  return name !== undefined && hasMarks(spelling(name))
}

/** A kind in full and with its marks, behind other words: an address may have no commas. */
const KIND_AHEAD = /\s+(?=(?:thị trấn|đặc khu|phường|(?<!thị\s)xã|thành phố|thị xã|huyện|quận|tỉnh)\s)/giu

/**
 * An address cut into its places, from the smallest to the largest: at commas; at hyphens between spaces, too; before
 * each kind; or at all of these. Names with hyphens of their own are whole in some of the ways.
 */
export function* waysToCut(address: string): Generator<string[]> {
  const text = tidyText(address.replace(/[\n\r;]/g, ','))
  const cut = (pattern: RegExp, parts: readonly string[]) =>
    parts.flatMap((part) => part.split(pattern).map((piece) => piece.trim().replace(/\.$/, ''))).filter(Boolean)
  const atCommas = cut(/,/, [text])
  yield atCommas
  const atHyphens = cut(/\s[-–—]\s?|[–—]/, atCommas)
  if (atHyphens.length > atCommas.length) yield atHyphens
  const beforeKinds = cut(KIND_AHEAD, atCommas)
  if (beforeKinds.length > atCommas.length) yield beforeKinds
  if (atHyphens.length > atCommas.length) yield cut(KIND_AHEAD, atHyphens)
}
