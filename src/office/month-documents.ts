/** What a closed month says of itself: closing.json of its package, and the minutes of closing. */

import type { MonthEndReportData } from '../documents/month-end-report.ts'
import type { Day } from '../domain/day.ts'
import { dong, sumDong } from '../domain/money.ts'
import { closingCheckCode } from '../domain/month-close.ts'
import { formatDocumentNumber, GIVING_KINDS, type GivingKind } from '../domain/numbering.ts'
import { PACKAGE_FORMAT } from '../domain/package-format.ts'
import { type Period, periodEnd, periodOf, periodStart } from '../domain/period.ts'
import type { Reader } from '../ledger/connection.ts'
import { correctionsOfMonth } from '../ledger/corrections.ts'
import { indicatorsOfMonth } from '../ledger/indicators.ts'
import type { JournalHead } from '../ledger/journal.ts'
import type { MonthRows } from '../ledger/month-rows.ts'
import { monthFigures, numberRange } from '../ledger/months.ts'
import { type OfficeRecord, officeOf, type PersonRecord } from '../ledger/office-record.ts'
import type { ClosingDocument } from '../month-end/closing-document.ts'
import { paperOffice } from './papers.ts'

export interface ClosingFacts {
  period: Period
  sequence: number
  firstJournal: number
  openingHead: string
  head: JournalHead
  closedAt: string
  closedOn: Day
  revision: number
  /** Who approved, and who drew the closing up where that was another person. */
  person: PersonRecord
  drawnUpBy: string | null
  /** Each warning in words, and what the office said to it. */
  warnings: { code: string; words: string; explanation: string }[]
  appVersion: string
  signerKeyId: string
}

/** closing.json but for the identities of earlier packages, which are known when those have been written. */
export type StoredClosingDocument = Omit<ClosingDocument, 'previousPackage' | 'supersedes'>

function rangeOf(reader: Reader, kind: GivingKind, period: Period): ClosingDocument['documentNumbers'][GivingKind] {
  const range = numberRange(reader, kind, period)
  if (!range) return null
  const { first, last, voided, otherMonths, withoutHandover } = range
  return { first, last, voided, otherMonths, withoutHandover }
}

export function closingDocument(reader: Reader, rows: MonthRows, facts: ClosingFacts): StoredClosingDocument {
  const { period, sequence, revision, firstJournal, openingHead, head, closedAt, person, drawnUpBy, warnings } = facts
  const office = officeOf(reader)
  return {
    format: PACKAGE_FORMAT,
    appVersion: facts.appVersion,
    officeId: office.officeCode,
    officeName: office.officeName,
    companyId: null,
    ledgerId: office.ledgerId,
    period,
    periodStart: periodStart(period),
    periodEnd: periodEnd(period),
    timeZone: 'Asia/Ho_Chi_Minh',
    sequence,
    revision,
    profile: 'full',
    firstJournal,
    lastJournal: head.sequence,
    openingHead,
    closingHead: head.hash,
    counts: {
      households: rows.households.length,
      campaigns: rows.campaigns.length,
      'gift-handovers': rows['gift-handovers'].length,
      'gift-lines': rows['gift-lines'].length,
      voids: rows.voids.length,
      'stock-movements': rows['stock-movements'].length,
      repairs: rows.repairs.length,
      'repair-items': rows['repair-items'].length,
      'repair-checks': rows['repair-checks'].length,
      'signed-papers': rows['signed-papers'].length,
      corrections: rows.corrections.length,
      indicators: rows.indicators.length,
      journal: rows.journal.length,
    },
    totals: {
      giftsDong: sumDong(rows['gift-handovers'].map((row) => row.value_dong)),
      repairsDong: sumDong(rows.repairs.map((row) => row.cost_dong)),
      voidedDong: sumDong(rows.voids.map((row) => row.amount_dong)),
      correctionIncreaseDong: sumDong(rows.corrections.map((row) => row.amount_increase_dong)),
      correctionDecreaseDong: sumDong(rows.corrections.map((row) => row.amount_decrease_dong)),
    },
    documentNumbers: {
      handoverReceipt: rangeOf(reader, 'handoverReceipt', period),
      repairCertificate: rangeOf(reader, 'repairCertificate', period),
    },
    warnings: warnings.map(({ code, explanation }) => ({ code, explanation })),
    closedAt,
    closedBy: drawnUpBy ?? person.fullName,
    approvedBy: drawnUpBy === null ? null : person.fullName,
    signerKeyId: facts.signerKeyId,
  }
}

/** The month's figures for each commune its papers name. */
function communeFigures(rows: MonthRows): MonthEndReportData['communes'] {
  const communeOf = new Map(rows.households.map((row) => [row.household_id, row.commune_name ?? '']))
  const communes = new Map<
    string,
    { handoverCount: number; giftsDong: number; repairCount: number; repairsDong: number }
  >()
  const figuresOf = (householdId: string) => {
    const communeName = communeOf.get(householdId) ?? ''
    const figures = communes.get(communeName) ?? { handoverCount: 0, giftsDong: 0, repairCount: 0, repairsDong: 0 }
    communes.set(communeName, figures)
    return figures
  }
  for (const handover of rows['gift-handovers']) {
    const figures = figuresOf(handover.household_id)
    figures.handoverCount += 1
    figures.giftsDong += handover.value_dong
  }
  for (const repair of rows.repairs) {
    const figures = figuresOf(repair.household_id)
    figures.repairCount += 1
    figures.repairsDong += repair.cost_dong
  }
  return [...communes]
    .sort(([one], [other]) => one.localeCompare(other, 'vi'))
    .map(([communeName, { handoverCount, giftsDong, repairCount, repairsDong }]) => ({
      communeName: communeName || '(không ghi)',
      handoverCount,
      giftsDong: dong(giftsDong),
      repairCount,
      repairsDong: dong(repairsDong),
    }))
}

function voidsOf(rows: MonthRows, office: OfficeRecord, kind: GivingKind) {
  return rows.voids
    .filter((row) => row.document_kind === kind)
    .map((row) => {
      const [number, year] = (row.document_number_text ?? '').split('/').map(Number)
      const documentNumber = formatDocumentNumber({ kind, year: year ?? 0, number: number ?? 0 }, office.officeCode)
      return { documentNumber, voidedOn: row.voided_on as Day, reason: row.reason }
    })
}

function indicatorLines(reader: Reader, period: Period): NonNullable<MonthEndReportData['indicators']> {
  return indicatorsOfMonth(reader, period).map((indicator) => {
    const { name, unitOfMeasure, numerator, denominator, value, target, targetDirection, verdict } = indicator
    return { name, unitOfMeasure, numerator, denominator, value, target, targetDirection, verdict }
  })
}

/** What was entered in the month about closed ones. */
function correctionLines(reader: Reader, office: OfficeRecord, period: Period): MonthEndReportData['corrections'] {
  return correctionsOfMonth(reader, period)
    .filter(({ enteredOn }) => periodOf(enteredOn) === period)
    .map(
      ({ documentYear, documentNumber, correctedPeriod, correctedDocument, countDelta, amountDeltaDong, reason }) => {
        const identity = { kind: 'correction', year: documentYear, number: documentNumber } as const
        const number = formatDocumentNumber(identity, office.officeCode)
        return { documentNumber: number, correctedPeriod, correctedDocument, countDelta, amountDeltaDong, reason }
      },
    )
}

/** The minutes of closing, in words ready to print; kept with the closing, so that they never change. */
export function monthEndReportData(reader: Reader, rows: MonthRows, facts: ClosingFacts): MonthEndReportData {
  const { period, closedOn, person, drawnUpBy, sequence, revision, warnings, head } = facts
  const office = officeOf(reader)
  const { handoverCount, giftsDong, repairCount, repairsDong } = monthFigures(reader, period)
  return {
    office: paperOffice(office),
    isPractice: office.isPractice,
    period,
    closedOn,
    closedBy: { fullName: drawnUpBy ?? person.fullName, title: null },
    approvedBy: drawnUpBy === null ? null : { fullName: person.fullName, title: null },
    sequence,
    revision,
    figures: { handoverCount, giftsDong: dong(giftsDong), repairCount, repairsDong: dong(repairsDong) },
    communes: communeFigures(rows),
    documentNumbers: GIVING_KINDS.map((kind) => {
      const range = numberRange(reader, kind, period)
      const text = (number: number) =>
        range && formatDocumentNumber({ kind, year: range.year, number }, office.officeCode)
      return {
        kind,
        first: range && text(range.first),
        last: range && text(range.last),
        issuedCount: range?.issued ?? 0,
        voids: voidsOf(rows, office, kind),
      }
    }),
    warnings: warnings.map(({ words, explanation }) => ({ words, explanation })),
    indicators: indicatorLines(reader, period),
    corrections: correctionLines(reader, office, period),
    closingHead: head.hash,
    checkCode: closingCheckCode(head.hash, revision),
  }
}
