/** What a clerk says of papers of a kit: which ones, read as they are typed, and what became of them. */

import type { Input } from '../../../../contract/contract.ts'
import type { Sheet } from '../../../../contract/distributions.ts'
import type { Day } from '../../../../domain/day.ts'
import { readSheetRange, refuseSheetEntry } from '../../../../domain/distribution.ts'
import type { Refusal } from '../../../../domain/refusal.ts'

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
  found: null,
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

/** What is said of one paper as domain/distribution asks for it; null where nothing stands against it. */
export function refuseChoice(sheet: Sheet, choice: SheetChoice): Refusal | null {
  const isBlank = sheet.household === null
  return refuseSheetEntry({ ...sheet, isBlank }, isVoiding(choice) ? 'void' : choice)
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
  return sheet.position !== null && !needsReason(choice) && !(choice === 'signed' && sheet.household === null)
}

export type EntryReading =
  | { state: 'empty' }
  | { state: 'unreadable'; at: string }
  | { state: 'read'; sheets: Sheet[]; unknown: number[]; refused: { sheet: Sheet; refusal: Refusal }[] }

/** What the text typed means for the papers of a kit, in their order. */
export function readEntry(typed: string, sheets: readonly Sheet[], choice: SheetChoice): EntryReading {
  if (typed.trim() === '') return { state: 'empty' }
  const range = readSheetRange(typed)
  if (!range.ok) return { state: 'unreadable', at: range.at }
  const wanted = new Set(range.positions)
  const found = sheets.filter(({ position }) => position !== null && wanted.delete(position))
  const refused = found.flatMap((sheet) => {
    const refusal = refuseChoice(sheet, choice)
    return refusal ? [{ sheet, refusal }] : []
  })
  return { state: 'read', sheets: found, unknown: [...wanted], refused }
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

/** The same papers without some of them, in one range. */
export function withoutPositions(sheets: readonly Sheet[], left: ReadonlySet<number>): string {
  return writeSheetRange(sheets.flatMap(({ position }) => (position === null || left.has(position) ? [] : [position])))
}
