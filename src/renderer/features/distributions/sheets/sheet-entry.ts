/** What a clerk says of papers of a kit: which ones, read as they are typed, and what became of them. */

import type { Input } from '../../../../contract/contract.ts'
import type { Sheet } from '../../../../contract/distributions.ts'
import type { Day } from '../../../../domain/day.ts'
import { readSheetRange, refuseSheetEntry, type SheetEntry, voidEntry } from '../../../../domain/distribution.ts'
import { type Refusal, refusal } from '../../../../domain/refusal.ts'
import { type Right, rolesWith } from '../../../../domain/role.ts'

type Fate = Input<'distributions.enterSheets'>['fate']

/** What may be said, in the order of the buttons, each with its key. */
export const SHEET_CHOICES = ['signed', 'notCollected', 'spare', 'spoiled', 'missing', 'found'] as const
export type SheetChoice = (typeof SHEET_CHOICES)[number]

export const CHOICE_KEYS: Record<SheetChoice, string | null> = {
  signed: 'F9',
  notCollected: 'F8',
  spare: 'F7',
  spoiled: 'F6',
  missing: 'F4',
  found: 'Shift+F4',
}

export function needsDay(choice: SheetChoice): boolean {
  return choice === 'signed' || isVoiding(choice)
}

export function needsReason(choice: SheetChoice): boolean {
  return choice === 'missing' || isVoiding(choice)
}

/** Whether it takes the number of a paper out of use for good. */
function isVoiding(choice: SheetChoice): choice is 'notCollected' | 'spoiled' {
  return choice === 'notCollected' || choice === 'spoiled'
}

export interface EntryValues {
  choice: SheetChoice
  /** The day as typed; the office says where it is none. */
  on: string
  reason: string
}

/** A paper that was entered as signed is not spoilt but voided as a mistake: a gift was booked with it. */
export function fateOf({ choice, on, reason }: EntryValues, sheets: readonly Sheet[]): Fate {
  if (choice === 'signed') return { kind: 'signed', handedOverOn: on as Day }
  if (choice === 'missing') return { kind: 'missing', explanation: reason }
  if (!isVoiding(choice)) return { kind: choice }
  const isMistake = choice === 'spoiled' && sheets.some(({ fate }) => fate === 'signed')
  return { kind: 'void', voidKind: isMistake ? 'mistake' : choice, voidedOn: on as Day, reason }
}

/**
 * What is said of one paper as domain/distribution asks for it; null where nothing stands against it. To void one that
 * a gift was booked with is a right of its own.
 */
export function refuseChoice(sheet: Sheet, choice: SheetChoice, rights: readonly Right[]): Refusal | null {
  const isBlank = sheet.household === null
  const refused = refuseSheetEntry({ ...sheet, isBlank }, entryOf(choice))
  if (refused || !isVoiding(choice) || sheet.fate !== 'signed' || rights.includes('gift.void')) return refused
  return refusal('right.missing', { right: 'gift.void', roles: rolesWith('gift.void') })
}

function entryOf(choice: SheetChoice): SheetEntry {
  return isVoiding(choice) ? voidEntry(choice) : choice
}

/** Whether something can still be handed over on a paper. */
export function isUnused({ fate }: Sheet): boolean {
  return fate === 'open' || fate === 'spare'
}

/** A blank is entered as received for itself: whose it was is asked. */
export function isOneBlank(reading: EntryReading, choice: SheetChoice): boolean {
  if (reading.state !== 'read' || choice !== 'signed') return false
  const [only, ...others] = reading.sheets
  return only?.household === null && isUnused(only) && others.length === 0 && reading.unknown.length === 0
}

/** Whether a key in the list is enough: nothing more need be known of the paper. */
export function isEnteredAtOnce(sheet: Sheet, choice: SheetChoice): boolean {
  return !needsReason(choice) && !(choice === 'signed' && sheet.household === null)
}

export type EntryReading =
  | { state: 'empty' }
  | { state: 'unreadable'; at: string }
  | { state: 'read'; sheets: Sheet[]; unknown: number[]; refused: { sheet: Sheet; refusal: Refusal }[] }

const PRINTED_NUMBER = /^0*(\d+)\/(\d{4})(?:\/|$)/

/** Number and year of what is printed on a paper, "118/2026" of "118/2026/BBBG-PC042"; null where it is none. */
function printedNumber(text: string): string | null {
  const [, number, year] = PRINTED_NUMBER.exec(text.trim()) ?? []
  return number && year ? `${number}/${year}` : null
}

/**
 * What the text typed means for the papers of a distribution, in their order: places in its kit, and among the commas
 * numbers as they are printed, for papers issued at the counter have no place.
 */
export function readEntry(
  typed: string,
  sheets: readonly Sheet[],
  choice: SheetChoice,
  rights: readonly Right[],
): EntryReading {
  if (typed.trim() === '') return { state: 'empty' }
  const pieces = typed.split(/[,;]/).filter((piece) => piece.trim() !== '')
  const printed = pieces.filter((piece) => piece.includes('/'))
  const places = pieces.filter((piece) => !piece.includes('/')).join(',')
  const range = places === '' ? { ok: true as const, positions: [] } : readSheetRange(places)
  if (!range.ok) return { state: 'unreadable', at: range.at }
  const byNumber = new Map(sheets.map((sheet) => [printedNumber(sheet.documentNumber), sheet.receiptId]))
  const ids = new Set<string>()
  for (const piece of printed) {
    const number = printedNumber(piece)
    const receiptId = number === null ? undefined : byNumber.get(number)
    if (receiptId === undefined) return { state: 'unreadable', at: piece.trim() }
    ids.add(receiptId)
  }
  const wanted = new Set<number | null>(range.positions)
  const found = sheets.filter(({ position, receiptId }) => wanted.delete(position) || ids.has(receiptId))
  const refused = found.flatMap((sheet) => {
    const refusal = refuseChoice(sheet, choice, rights)
    return refusal ? [{ sheet, refusal }] : []
  })
  return { state: 'read', sheets: found, unknown: range.positions.filter((position) => wanted.has(position)), refused }
}

/** Positions as people write them: "31-44, 46". They come in ascending. */
export function writeSheetRange(positions: readonly number[]): string {
  const runs: [first: number, last: number][] = []
  for (const position of positions) {
    const run = runs.at(-1)
    if (run && run[1] === position - 1) run[1] = position
    else runs.push([position, position])
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(', ')
}

/** Papers as they are typed: places as ranges, then the numbers of those that have none. */
export function writeSheets(sheets: readonly Sheet[]): string {
  const places = writeSheetRange(sheets.flatMap(({ position }) => position ?? []))
  const numbers = sheets.flatMap(({ position, documentNumber }) => (position === null ? documentNumber : []))
  return [places, ...numbers].filter((part) => part !== '').join(', ')
}
