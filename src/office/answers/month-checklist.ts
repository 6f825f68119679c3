/** The checklist of a month before it is closed: what must be finished, and what asks for a word of explanation. */

import type { MonthCheck } from '../../contract/months.ts'
import { type Day, dayInVietnam } from '../../domain/day.ts'
import {
  MONTH_BLOCKS,
  type MonthBlock,
  type MonthWarning,
  refuseApproval,
  refuseClosing,
} from '../../domain/month-close.ts'
import { type Period, periodEnd, periodStart } from '../../domain/period.ts'
import type { Refusal, UnfinishedItem } from '../../domain/refusal.ts'
import { hasRight } from '../../domain/role.ts'
import { lastBackupAt } from '../../ledger/backups.ts'
import { findProposal } from '../../ledger/closings.ts'
import type { Reader } from '../../ledger/connection.ts'
import { listsWaiting } from '../../ledger/gift-lists.ts'
import { indicatorsNotEntered } from '../../ledger/indicators.ts'
import {
  campaignsEndedUnused,
  closedThrough,
  listPeriods,
  monthFigures,
  papersNotBack,
  servedWithoutCitizenId,
  sheetsFoundMissing,
} from '../../ledger/months.ts'
import { listPeople } from '../../ledger/office-record.ts'
import { unfinishedRepairs } from '../../ledger/repairs/repairs.ts'
import { unaccountedSheets } from '../../ledger/sheets.ts'
import { storesNotCounted } from '../../ledger/stock.ts'

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
  const lists = listsWaiting(reader, periodEnd(period)).map(
    (list): UnfinishedItem => ({ kind: 'listWaiting', ...list }),
  )
  return [...repairs, ...sheets, ...lists]
}

/** How many of each line that stands in the way; 0 where it is done. */
export function blocksOfMonth(reader: Reader, period: Period): { code: MonthBlock; count: number }[] {
  const items = unfinishedItems(reader, period)
  return MONTH_BLOCKS.map((code) => ({ code, count: items.filter(({ kind }) => kind === code).length }))
}

/** Why a month may not be closed today; null where it may. The checklist and the commands ask the same. */
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

/** Whether a person may approve a month's closing; where nobody else could draw one up, one person is enough. */
export function refuseToApprove(reader: Reader, period: Period, personId: string): Refusal | null {
  const others = listPeople(reader).filter((person) => person.isActive && person.personId !== personId)
  return refuseApproval({
    period,
    personId,
    proposal: findProposal(reader, period),
    hasSecondPerson: others.some(({ role }) => hasRight(role, 'month.propose')),
  })
}

/** What is worth a look before a month is closed, and asks for a word. */
export function warningsOfMonth(reader: Reader, period: Period): MonthCheck['warnings'] {
  const figures = monthFigures(reader, period)
  const notBack = papersNotBack(reader, period)
  const backup = lastBackupAt(reader)
  const isBackupAfter = backup !== null && dayInVietnam(Date.parse(backup)) >= periodEnd(period)
  const found: Record<MonthWarning, number> = {
    noEntries: figures.handoverCount + figures.repairCount + figures.voidCount === 0 ? 1 : 0,
    campaignEndsWithoutHandovers: campaignsEndedUnused(reader, period),
    missingCitizenIds: servedWithoutCitizenId(reader, period),
    voidsInMonth: figures.voidCount,
    sheetsMissing: sheetsFoundMissing(reader, period),
    receiptsNotBack: notBack.handoverReceipt,
    certificatesNotBack: notBack.repairCertificate,
    stockNotCounted: storesNotCounted(reader, periodStart(period), periodEnd(period)),
    indicatorsNotEntered: indicatorsNotEntered(reader, period),
    noBackup: isBackupAfter ? 0 : 1,
  }
  return (Object.entries(found) as [MonthWarning, number][])
    .filter(([, count]) => count > 0)
    .map(([code, count]) => ({ code, count }))
}
