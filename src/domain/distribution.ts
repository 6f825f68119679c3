/**
 * A distribution (đợt phát): papers are printed in advance with their numbers, signed on the day, and every one of them
 * is accounted for afterwards: printed = signed + void + spare + missing.
 */

import { assertNever } from './brand.ts'
import { type Refusal, refusal } from './refusal.ts'
import { searchKey } from './vietnamese.ts'

/** Somebody who works at a distribution or sees it. */
export interface Attendant {
  fullName: string
  title: string | null
}

/**
 * What became of a printed receipt: `open` is not accounted for yet; `signed` was handed over; `spare` came back blank;
 * `missing` is lost, and somebody said how.
 */
export const SHEET_FATES = ['open', 'signed', 'void', 'spare', 'missing'] as const
export type SheetFate = (typeof SHEET_FATES)[number]

/** What a person may say of a paper that was neither signed nor voided; `found` takes an earlier `missing` back. */
export const SHEET_FINDINGS = ['spare', 'missing', 'found'] as const
export type SheetFinding = (typeof SHEET_FINDINGS)[number]

export const VOID_KINDS = ['mistake', 'notCollected', 'substituted', 'spoiled', 'carriedOver'] as const
export type VoidKind = (typeof VOID_KINDS)[number]

/** A void outweighs everything; a lost paper is missing though its gift was handed over. */
export function sheetFate(facts: {
  isVoided: boolean
  isHandedOver: boolean
  finding: SheetFinding | null
}): SheetFate {
  if (facts.isVoided) return 'void'
  if (facts.finding === 'missing') return 'missing'
  if (facts.isHandedOver) return 'signed'
  return facts.finding === 'spare' ? 'spare' : 'open'
}

/** Papers of a distribution by what became of them. */
export type SheetBalance = Record<'printed' | SheetFate, number>

export function sheetBalance(fates: Iterable<SheetFate>): SheetBalance {
  const balance: SheetBalance = { printed: 0, open: 0, signed: 0, void: 0, spare: 0, missing: 0 }
  for (const fate of fates) {
    balance.printed += 1
    balance[fate] += 1
  }
  return balance
}

/** printed = signed + void + spare + missing. */
export function isBalanced({ printed, signed, void: voided, spare, missing }: SheetBalance): boolean {
  return printed === signed + voided + spare + missing
}

/** The most papers one distribution has. */
export const MOST_SHEETS = 9999

export type SheetRange = { ok: true; positions: number[] } | { ok: false; at: string }

const EXCEPT = /(?:ngoai tru|tru|except|but)/
const RANGE = /^(\d{1,4})(?:\s*(?:-|–|—|den|to|\.\.)\s*(\d{1,4}))?$/

/**
 * Reads "31-78 đã nhận, trừ 45" or "1-30, 35, 40–42 trừ 7, 9-11" as the positions meant, ascending, each once. Words
 * such as "đã nhận" and "phiếu" are passed over. Answers what could not be read, a range that runs backwards included.
 */
export function readSheetRange(text: string): SheetRange {
  const [taken = '', ...excepted] = searchKeyOfRange(text).split(EXCEPT)
  const positions = new Set<number>()
  for (const [part, add] of [[taken, true] as const, ...excepted.map((one) => [one, false] as const)]) {
    for (const piece of part.split(/[,;+&]|\bva\b/).map((one) => one.trim())) {
      if (piece === '') continue
      const [, first = '', last = first] = RANGE.exec(piece) ?? []
      if (first === '' || Number(last) < Number(first) || Number(first) < 1) return { ok: false, at: piece }
      for (let position = Number(first); position <= Number(last); position += 1) {
        if (add) positions.add(position)
        else positions.delete(position)
      }
    }
  }
  return positions.size > 0 ? { ok: true, positions: [...positions].sort((a, b) => a - b) } : { ok: false, at: text }
}

/** Folded, with the words people write beside the numbers taken out. */
function searchKeyOfRange(text: string): string {
  const folded = text
    .split(/([-–—,;+&]|\.\.)/)
    .map((part, index) => (index % 2 === 0 ? searchKey(part) : part))
    .join(' ')
  return folded.replace(/\b(?:da nhan|da ky|phieu|so|tu|stt|received|signed|sheets?)\b/g, ' ').replace(/\s+/g, ' ')
}

/** What may be entered for a paper; `notTaken` is a void of a gift that nobody took, so not of a signed paper. */
export type SheetEntry = 'signed' | 'void' | 'notTaken' | SheetFinding

/** A signed paper is voided for a mistake; who did not come, was replaced or comes elsewhere has signed nothing. */
export function voidEntry(kind: VoidKind): SheetEntry {
  switch (kind) {
    case 'notCollected':
    case 'carriedOver':
    case 'substituted':
      return 'notTaken'
    case 'mistake':
    case 'spoiled':
      return 'void'
    default:
      return assertNever(kind)
  }
}

/** Whether something may be entered for a paper: it is of this distribution and not accounted for otherwise. */
export function refuseSheetEntry(
  sheet: { documentNumber: string; position: number | null; fate: SheetFate; isBlank: boolean },
  entry: SheetEntry,
): Refusal | null {
  const { documentNumber, position, fate, isBlank } = sheet
  const told = { documentNumber, position, fate }
  if (entry === 'found') return fate === 'missing' ? null : refusal('sheet.notMissing', told)
  if (fate === 'void' || (fate === 'signed' && entry !== 'missing' && entry !== 'void')) {
    return refusal('sheet.accounted', told)
  }
  if (fate === entry) return refusal('sheet.accounted', told)
  if (entry === 'spare' && !isBlank) return refusal('sheet.notSpare', told)
  if (entry === 'signed' && isBlank) return refusal('sheet.blank', told)
  return null
}
