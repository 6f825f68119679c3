/** When a month may be closed (khoá sổ), opened again, and locked for good; and what stands on its checklist. */

import type { Day } from './day.ts'
import { withCheckDigit } from './digits.ts'
import { type Period, periodEnd } from './period.ts'
import { type Refusal, refusal, type UnfinishedItem } from './refusal.ts'

/** What must be finished first, in the order of the checklist. */
export const MONTH_BLOCKS = ['repairNotCertified', 'sheetsUnaccounted', 'listWaiting'] as const
export type MonthBlock = (typeof MONTH_BLOCKS)[number]

/** Worth a look before closing: does not stand in the way, but asks for a word that goes into the package. */
export const MONTH_WARNINGS = [
  'noEntries',
  'campaignEndsWithoutHandovers',
  'missingCitizenIds',
  'voidsInMonth',
  'sheetsMissing',
  'receiptsNotBack',
  'certificatesNotBack',
  'stockNotCounted',
  'indicatorsNotEntered',
  'noBackup',
] as const
export type MonthWarning = (typeof MONTH_WARNINGS)[number]

/** What somebody says to one warning. */
export interface WarningExplanation {
  code: MonthWarning
  words: string
}

/** What stands against closing a month: null, or the first reason. Months close in order, from their last day on. */
export function refuseClosing(facts: {
  period: Period
  today: Day
  closedThrough: Period | null
  /** The earliest month after the last closed one that has entries. */
  earliestWithEntries: Period | null
  unfinished: readonly UnfinishedItem[]
}): Refusal | null {
  const { period, today, closedThrough, earliestWithEntries, unfinished } = facts
  if (closedThrough && period <= closedThrough) return refusal('month.closed', { period, on: periodEnd(period) })
  if (today < periodEnd(period)) return refusal('month.notOver', { period, lastDay: periodEnd(period) })
  if (earliestWithEntries && earliestWithEntries < period) {
    return refusal('month.earlierOpen', { period, earlier: earliestWithEntries })
  }
  if (unfinished.length > 0) return refusal('month.unfinished', { period, items: [...unfinished] })
  return null
}

/** Each warning has a word of explanation: null, or the warnings that have none. */
export function refuseUnexplained(
  warnings: readonly MonthWarning[],
  explanations: readonly WarningExplanation[],
): Refusal | null {
  const codes = warnings.filter((code) => !explanations.some((one) => one.code === code && one.words.trim() !== ''))
  return codes.length > 0 ? refusal('month.unexplained', { codes }) : null
}

/**
 * Two people close a month where the office has two: one draws it up, another approves. Null, or why the person may not
 * approve; where nobody else could draw it up one person does both.
 */
export function refuseApproval(facts: {
  period: Period
  personId: string
  proposal: { personId: string; proposedBy: string } | null
  /** Somebody else of the office has the right to draw up a closing. */
  hasSecondPerson: boolean
}): Refusal | null {
  const { period, personId, proposal, hasSecondPerson } = facts
  if (!hasSecondPerson) return null
  if (!proposal) return refusal('month.notProposed', { period })
  return proposal.personId === personId ? refusal('month.sameHand', { proposedBy: proposal.proposedBy }) : null
}

/**
 * Whether a closed month may be opened again: only the last one, only after its package was made (so that the numbers
 * of packages have no gap), and only until head office has accepted it.
 */
export function refuseReopening(facts: {
  period: Period
  isClosed: boolean
  laterClosed: Period | null
  isPackaged: boolean
  acceptedOn: Day | null
}): Refusal | null {
  const { period, isClosed, laterClosed, isPackaged, acceptedOn } = facts
  if (!isClosed) return refusal('month.notClosed', { period })
  if (acceptedOn) return refusal('month.accepted', { period, acceptedOn })
  if (laterClosed) return refusal('month.laterClosed', { period, later: laterClosed })
  return isPackaged ? null : refusal('month.notPackaged', { period })
}

/** A correction stands in an open month and names a closed one: null, or the reason against it. */
export function refuseCorrection(corrected: Period, closedThrough: Period | null): Refusal | null {
  return closedThrough && corrected <= closedThrough ? null : refusal('month.stillOpen', { period: corrected })
}

/** A late paper came in after its month was closed; a correction puts a figure of it right. */
export const CORRECTION_KINDS = ['latePaper', 'correction'] as const
export type CorrectionKind = (typeof CORRECTION_KINDS)[number]

/** What a correction is about. */
export const CORRECTED_FIGURES = ['gifts', 'repairs'] as const
export type CorrectedFigure = (typeof CORRECTED_FIGURES)[number]

/** How far a closed month's package has come: told by people and by head office's acknowledgements. */
export const DELIVERY_STATES = ['notSent', 'sent', 'accepted', 'rejected'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/**
 * Nine digits, the last a check digit, that stand for a closing on the telephone: "428 190 337". Taken from the last
 * hash of the journal (64 hexadecimal digits), which covers every entry of the month, and from the revision.
 */
export function closingCheckCode(closingHead: string, revision: number): string {
  const number = (Number.parseInt(closingHead.slice(0, 12), 16) + revision) % 100_000_000
  return withCheckDigit(String(number).padStart(8, '0'))
}

/** Groups of three, as it is printed and read out. */
export function spokenCheckCode(code: string): string {
  return code.replace(/(\d{3})(?=\d)/g, '$1 ')
}
