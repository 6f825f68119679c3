/** Answers about months and the journal. */

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { MonthCheck, MonthFigures, MonthWarning } from '../../contract/months.ts'
import type { Day } from '../../domain/day.ts'
import { dong } from '../../domain/money.ts'
import { refuseClosing } from '../../domain/month-close.ts'
import { formatDocumentNumber, GIVING_KINDS } from '../../domain/numbering.ts'
import { type Period, periodEnd } from '../../domain/period.ts'
import type { Refusal, UnfinishedItem } from '../../domain/refusal.ts'
import type { Reader } from '../../ledger/connection.ts'
import { journalHead, journalPage, verifyJournal } from '../../ledger/journal.ts'
import {
  campaignsEndedUnused,
  closedThrough,
  findClosing,
  findPackage,
  listPeriods,
  monthFigures,
  numberRange,
  servedWithoutCitizenId,
} from '../../ledger/months.ts'
import { findPerson, officeOf } from '../../ledger/office-record.ts'
import { unfinishedRepairs } from '../../ledger/repairs/repairs.ts'
import { unaccountedSheets } from '../../ledger/sheets.ts'
import { done, type QueryHandler } from '../handler.ts'
import { packagesFolder } from '../place.ts'

function figuresOf(reader: Reader, period: Period): MonthFigures {
  const figures = monthFigures(reader, period)
  const { giftsDong, repairsDong, voidedDong } = figures
  return { ...figures, giftsDong: dong(giftsDong), repairsDong: dong(repairsDong), voidedDong: dong(voidedDong) }
}

/** Months with entries, closed ones and the running one, newest first. */
export const listOfMonths: QueryHandler<'months.list'> = ({ reader, place, today }) => {
  const running = today.slice(0, 7) as Period
  const periods = [...new Set([running, ...listPeriods(reader)])].sort().reverse()
  return done({
    months: periods.map((period) => {
      const closing = findClosing(reader, period)
      const made = closing && findPackage(reader, closing.closingId)
      const packageFile = made && join(packagesFolder(place), made.fileName)
      return {
        period,
        state: closing ? ('closed' as const) : ('open' as const),
        figures: figuresOf(reader, period),
        closedOn: closing ? (closing.closedOn as Day) : null,
        closedBy: closing ? (findPerson(reader, closing.personId)?.fullName ?? null) : null,
        // It may have been written to a folder of the clerk's choice.
        packageFile: packageFile && existsSync(packageFile) ? packageFile : null,
        packageIdentity: made ? made.identity : null,
      }
    }),
  })
}

export function unfinishedItems(reader: Reader, period: Period): UnfinishedItem[] {
  const repairs = unfinishedRepairs(reader, periodEnd(period)).map(
    ({ repairId, headOfHousehold, doneOn }): UnfinishedItem => {
      return { kind: 'repairNotCertified', repairId, headOfHousehold, on: doneOn }
    },
  )
  const sheets = unaccountedSheets(reader, periodEnd(period)).map(
    ({ eventId, placeName, heldOn, count }): UnfinishedItem => {
      return { kind: 'sheetsUnaccounted', eventId, placeName, on: heldOn, count }
    },
  )
  return [...repairs, ...sheets]
}

/** Why a month may not be closed today; null where it may. The checklist and the command ask the same. */
export function refuseToClose(reader: Reader, period: Period, today: Day): Refusal | null {
  const closed = closedThrough(reader)
  const open = listPeriods(reader).filter((candidate) => !closed || candidate > closed)
  return refuseClosing({
    period,
    today,
    closedThrough: closed,
    earliestWithEntries: open.at(-1) ?? null,
    unfinished: unfinishedItems(reader, period),
  })
}

/** What is worth a look before a month is closed. */
export function monthWarnings(reader: Reader, period: Period): MonthCheck['warnings'] {
  const figures = monthFigures(reader, period)
  const found: Record<MonthWarning, number> = {
    noEntries: figures.handoverCount + figures.repairCount + figures.voidCount === 0 ? 1 : 0,
    campaignEndsWithoutHandovers: campaignsEndedUnused(reader, period),
    missingCitizenIds: servedWithoutCitizenId(reader, period),
    voidsInMonth: figures.voidCount,
  }
  return (Object.entries(found) as [MonthWarning, number][])
    .filter(([, count]) => count > 0)
    .map(([code, count]) => ({ code, count }))
}

export const checkOfMonth: QueryHandler<'months.check'> = ({ reader, today }, { period }) => {
  const { officeCode } = officeOf(reader)
  const documentNumbers = GIVING_KINDS.flatMap((kind) => {
    const range = numberRange(reader, kind, period)
    if (!range) return []
    const numberText = (number: number) => formatDocumentNumber({ kind, year: range.year, number }, officeCode)
    const { issued, voided } = range
    return [{ kind, first: numberText(range.first), last: numberText(range.last), issued, voided: voided.length }]
  })
  return done({
    period,
    refusal: refuseToClose(reader, period, today),
    warnings: monthWarnings(reader, period),
    figures: figuresOf(reader, period),
    documentNumbers,
  })
}

export const pageOfJournal: QueryHandler<'journal.page'> = ({ reader }, { before, limit }) =>
  done({ rows: journalPage(reader, before, limit), count: journalHead(reader).sequence })

export const verdictOfJournal: QueryHandler<'journal.verify'> = ({ reader }) => done(verifyJournal(reader))
