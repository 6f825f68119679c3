/**
 * Indicators of service (chỉ tiêu dịch vụ): what an office counts each month of how it served its customers, each a
 * numerator, a denominator where it has one, and a target. Definitions are data: a changed one is a new version from a
 * month on, so that closed months keep theirs.
 */

import type { Day } from './day.ts'
import { formatFigure } from './figure.ts'
import { type Period, periodStart } from './period.ts'
import { type Refusal, refusal } from './refusal.ts'
import { quantityOf, thousandthsOf } from './stock.ts'

/** A share of cases in percent (of 40 complaints 38 in time), an average (minutes a customer), a count. */
export const INDICATOR_KINDS = ['share', 'average', 'count'] as const
export type IndicatorKind = (typeof INDICATOR_KINDS)[number]

export const TARGET_DIRECTIONS = ['atLeast', 'atMost'] as const
export type TargetDirection = (typeof TARGET_DIRECTIONS)[number]

/** What follows from what was entered. Where there was no case at all, 0 of 0, nothing arose to be judged. */
export const INDICATOR_VERDICTS = ['met', 'notMet', 'noTarget', 'nothingArose', 'notEntered'] as const
export type IndicatorVerdict = (typeof INDICATOR_VERDICTS)[number]

/** Letters, digits and underscores: what names an indicator through all its versions and in every office. */
export const INDICATOR_CODE = '[A-Z][A-Z0-9_]{1,19}'

/** Far above the customers of any company times the minutes of a month, and exact in thousandths. */
export const LARGEST_INDICATOR_FIGURE = 1_000_000_000_000

/** What must be reached, in the indicator's unit (percent of a share). */
export interface IndicatorTarget {
  target: number | null
  /** Null where there is no target. */
  targetDirection: TargetDirection | null
}

export interface IndicatorDefinition extends IndicatorTarget {
  code: string
  name: string
  /** The same in every version: another kind is another indicator. */
  kind: IndicatorKind
  unitOfMeasure: string
  numeratorName: string
  /** Null for a count, which has none. */
  denominatorName: string | null
  /** The first month it is asked for. */
  inForceFrom: Period
  /** The last one; null while it goes on. */
  inForceTo: Period | null
}

/** What was entered, in units counted to the thousandth; both null where nothing was, or where it was taken back. */
export interface IndicatorEntry {
  numerator: number | null
  /** Null for a count. */
  denominator: number | null
}

export const INDICATOR_PROBLEMS = [
  'notAFigure',
  'negative',
  'tooBig',
  'notWhole',
  'numeratorMissing',
  'denominatorMissing',
  'denominatorZero',
  'denominatorTooMuch',
  'numeratorOver',
] as const
export type IndicatorProblem = (typeof INDICATOR_PROBLEMS)[number]

/** What is wrong with one figure: cases are whole, other figures count to the thousandth. */
function figureProblem(kind: IndicatorKind, figure: number): IndicatorProblem | null {
  if (!Number.isFinite(figure)) return 'notAFigure'
  if (figure < 0) return 'negative'
  if (figure > LARGEST_INDICATOR_FIGURE) return 'tooBig'
  if (kind === 'average') return quantityOf(thousandthsOf(figure)) === figure ? null : 'notAFigure'
  return Number.isInteger(figure) ? null : 'notWhole'
}

/** Why an entry cannot be; null where it can. Nothing entered can be, 0 of 0 too; a share is never above the whole. */
export function indicatorProblem(
  kind: IndicatorKind,
  { numerator, denominator }: IndicatorEntry,
): IndicatorProblem | null {
  for (const figure of [numerator, denominator]) {
    const problem = figure === null ? null : figureProblem(kind, figure)
    if (problem) return problem
  }
  if (kind === 'count') return denominator === null ? null : 'denominatorTooMuch'
  if (numerator === null) return denominator === null ? null : 'numeratorMissing'
  if (denominator === null) return 'denominatorMissing'
  if (denominator === 0) return numerator === 0 ? null : 'denominatorZero'
  if (kind === 'share' && numerator > denominator) return 'numeratorOver'
  return numerator / denominator > LARGEST_INDICATOR_FIGURE ? 'tooBig' : null
}

/**
 * A value as an exact ratio of whole numbers, in thousandths of the indicator's unit; null where there is none: nothing
 * was entered, or nothing arose. Of an entry without a problem.
 */
function ratioOf(
  kind: IndicatorKind,
  { numerator, denominator }: IndicatorEntry,
): { over: bigint; under: bigint } | null {
  if (numerator === null) return null
  const over = BigInt(thousandthsOf(numerator))
  if (kind === 'count') return { over, under: 1n }
  const under = BigInt(thousandthsOf(denominator ?? 0))
  if (under === 0n) return null
  return { over: over * (kind === 'share' ? 100_000n : 1000n), under }
}

/** The value in the indicator's unit to the thousandth, half a thousandth rounded up; null where there is none. */
export function indicatorValue(kind: IndicatorKind, entry: IndicatorEntry): number | null {
  const ratio = ratioOf(kind, entry)
  return ratio && quantityOf(Number((2n * ratio.over + ratio.under) / (2n * ratio.under)))
}

/** What an entry comes to against the target: the exact value is compared, not the rounded one. */
export function indicatorVerdict(
  { kind, target, targetDirection }: IndicatorTarget & { kind: IndicatorKind },
  entry: IndicatorEntry,
): IndicatorVerdict {
  if (entry.numerator === null) return 'notEntered'
  const ratio = ratioOf(kind, entry)
  if (!ratio) return 'nothingArose'
  if (target === null) return 'noTarget'
  const wanted = BigInt(thousandthsOf(target)) * ratio.under
  const isMet = targetDirection === 'atMost' ? ratio.over <= wanted : ratio.over >= wanted
  return isMet ? 'met' : 'notMet'
}

/** As papers and workbooks word it, in Vietnamese whatever language the window speaks. */
export const VERDICT_NAMES: Record<IndicatorVerdict, string> = {
  met: 'Đạt',
  notMet: 'Không đạt',
  noTarget: 'Chưa giao mục tiêu',
  nothingArose: 'Không phát sinh',
  notEntered: 'Chưa nhập',
}

/** "≥ 95" or "≤ 12,5", in the indicator's unit; empty where there is no target. */
export function targetText({ target, targetDirection }: IndicatorTarget): string {
  if (target === null) return ''
  return `${targetDirection === 'atMost' ? '≤' : '≥'} ${formatFigure(target)}`
}

/** Whether an indicator is asked for in a month. */
export function isInForce(
  { inForceFrom, inForceTo }: Pick<IndicatorDefinition, 'inForceFrom' | 'inForceTo'>,
  of: Period,
): boolean {
  return inForceFrom <= of && (inForceTo === null || of <= inForceTo)
}

/** What stands against entering figures of a month: it has begun and is open, and each figure can be. */
export function refuseIndicatorEntries(facts: {
  period: Period
  today: Day
  closedThrough: Period | null
  entries: readonly (IndicatorEntry & { name: string; kind: IndicatorKind })[]
}): Refusal | null {
  const { period, today, closedThrough, entries } = facts
  if (closedThrough && period <= closedThrough) return refusal('indicator.monthClosed', { period })
  if (today < periodStart(period)) return refusal('indicator.monthNotBegun', { period })
  const items = entries.flatMap(({ name, kind, ...entry }) => {
    const problem = indicatorProblem(kind, entry)
    return problem ? [{ name, problem }] : []
  })
  return items.length > 0 ? refusal('indicator.badFigures', { items }) : null
}

export const DEFINITION_PROBLEMS = [
  'kindChanged',
  'denominatorMissing',
  'denominatorTooMuch',
  'targetHalfTold',
  'targetNotAFigure',
  'targetOverHundred',
  'endsBeforeItBegins',
] as const
export type DefinitionProblem = (typeof DEFINITION_PROBLEMS)[number]

/** What stands against a definition, new or a new version; what the version before says is null for a new one. */
export function refuseDefinition(
  definition: IndicatorDefinition,
  {
    kindBefore,
    fromBefore,
    closedThrough,
  }: { kindBefore: IndicatorKind | null; fromBefore: Period | null; closedThrough: Period | null },
): Refusal | null {
  const { name, inForceFrom } = definition
  if (closedThrough && inForceFrom <= closedThrough) return refusal('indicator.monthClosed', { period: inForceFrom })
  // The latest version that has begun speaks: an earlier beginning would silently undo one that is planned.
  if (fromBefore && inForceFrom < fromBefore) return refusal('indicator.laterVersion', { name, from: fromBefore })
  const problem = definitionProblem(definition, kindBefore)
  return problem && refusal('indicator.badDefinition', { name, problem })
}

function definitionProblem(
  definition: IndicatorDefinition,
  kindBefore: IndicatorKind | null,
): DefinitionProblem | null {
  const { kind, denominatorName, target, targetDirection, inForceFrom, inForceTo } = definition
  if (kindBefore !== null && kindBefore !== kind) return 'kindChanged'
  if (kind === 'count' && denominatorName !== null) return 'denominatorTooMuch'
  if (kind !== 'count' && denominatorName === null) return 'denominatorMissing'
  if ((target === null) !== (targetDirection === null)) return 'targetHalfTold'
  if (target !== null && figureProblem('average', target)) return 'targetNotAFigure'
  if (kind === 'share' && target !== null && target > 100) return 'targetOverHundred'
  return inForceTo !== null && inForceTo < inForceFrom ? 'endsBeforeItBegins' : null
}
