/** Answers about months and the journal. */

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { MonthFigures, MonthLine } from '../../contract/months.ts'
import { type Day, dayInVietnam } from '../../domain/day.ts'
import { dong } from '../../domain/money.ts'
import { closingCheckCode, refuseReopening } from '../../domain/month-close.ts'
import { formatDocumentNumber, GIVING_KINDS } from '../../domain/numbering.ts'
import type { Period } from '../../domain/period.ts'
import type { Refusal } from '../../domain/refusal.ts'
import {
  type ClosingRecord,
  findClosing,
  findPackage,
  findProposal,
  lastAcknowledgement,
  lastDispatch,
  latestRevision,
  reopeningsOf,
} from '../../ledger/closings.ts'
import type { Reader } from '../../ledger/connection.ts'
import { correctionsOfMonth } from '../../ledger/corrections.ts'
import { journalHead, journalPage, verifyJournal } from '../../ledger/journal.ts'
import { closedThrough, listPeriods, monthFigures, numberRange } from '../../ledger/months.ts'
import { findPerson, officeOf } from '../../ledger/office-record.ts'
import type { Acknowledgement } from '../../month-end/acknowledgement.ts'
import { done, type QueryHandler } from '../handler.ts'
import type { StoredClosingDocument } from '../month-documents.ts'
import { type OfficePlace, packagesFolder } from '../place.ts'
import { blocksOfMonth, refuseToApprove, refuseToClose, warningsOfMonth } from './month-checklist.ts'

function figuresOf(reader: Reader, period: Period): MonthFigures {
  const figures = monthFigures(reader, period)
  const { giftsDong, repairsDong, voidedDong } = figures
  return { ...figures, giftsDong: dong(giftsDong), repairsDong: dong(repairsDong), voidedDong: dong(voidedDong) }
}

/** Months with entries, closed ones and the running one, newest first. */
export const listOfMonths: QueryHandler<'months.list'> = ({ reader, place, today }) => {
  const running = today.slice(0, 7) as Period
  const periods = [...new Set([running, ...listPeriods(reader)])].sort().reverse()
  return done({ months: periods.map((period) => monthLine(reader, place, period)) })
}

function monthLine(reader: Reader, place: OfficePlace, period: Period): MonthLine {
  const closing = findClosing(reader, period)
  const reopenings = reopeningsOf(reader, period).map(({ revision, reopenedOn, reopenedBy, reason }) => {
    return { revision, reopenedOn, reopenedBy, reason }
  })
  const shared = { period, figures: figuresOf(reader, period), reopenings, ...deliveryOf(reader, closing) }
  if (closing) return { ...shared, ...closedLine(reader, place, closing) }
  const proposal = findProposal(reader, period)
  return {
    ...shared,
    state: proposal ? 'proposed' : 'open',
    proposal: proposal && {
      proposedBy: proposal.proposedBy,
      proposedAt: proposal.proposedAt,
      explanations: proposal.explanations,
    },
    revision: (latestRevision(reader, period)?.revision ?? 0) + 1,
    closedOn: null,
    closedBy: null,
    drawnUpBy: null,
    checkCode: null,
    reopenRefusal: null,
    packageFile: null,
    packageIdentity: null,
  }
}

type OfClosing = 'period' | 'figures' | 'reopenings' | 'delivery' | 'dispatch' | 'acknowledgement'

function closedLine(reader: Reader, place: OfficePlace, closing: ClosingRecord): Omit<MonthLine, OfClosing> {
  const { closingHead, revision, closedBy, approvedBy } = JSON.parse(closing.document) as StoredClosingDocument
  const made = findPackage(reader, closing.closingId)
  const packageFile = made && join(packagesFolder(place), made.fileName)
  return {
    state: 'closed',
    proposal: null,
    closedOn: closing.closedOn as Day,
    closedBy: findPerson(reader, closing.personId)?.fullName ?? null,
    drawnUpBy: approvedBy === null ? null : closedBy,
    revision,
    checkCode: closingCheckCode(closingHead, revision),
    reopenRefusal: refuseToReopen(reader, closing.period as Period),
    // It may have been written to a folder of the clerk's choice.
    packageFile: packageFile && existsSync(packageFile) ? packageFile : null,
    packageIdentity: made ? made.identity : null,
  }
}

/** Why a month may not be opened again; null where it may. The list and the command ask the same. */
export function refuseToReopen(reader: Reader, period: Period): Refusal | null {
  const closing = findClosing(reader, period)
  const closed = closedThrough(reader)
  const answer = closing && lastAcknowledgement(reader, closing.closingId)
  return refuseReopening({
    period,
    isClosed: closing !== null,
    laterClosed: closed && closed > period ? closed : null,
    isPackaged: closing !== null && findPackage(reader, closing.closingId) !== null,
    acceptedOn: answer?.verdict === 'accepted' ? dayInVietnam(Date.parse(answer.decidedAt)) : null,
  })
}

/** What of a month's package has left the office, and what head office said of it. */
function deliveryOf(
  reader: Reader,
  closing: ClosingRecord | null,
): Pick<MonthLine, 'delivery' | 'dispatch' | 'acknowledgement'> {
  if (!closing) return { delivery: 'notSent', dispatch: null, acknowledgement: null }
  const dispatch = lastDispatch(reader, closing.closingId)
  const answer = lastAcknowledgement(reader, closing.closingId)
  const document = answer && (JSON.parse(answer.document) as Acknowledgement)
  return {
    delivery: answer?.verdict ?? (dispatch ? 'sent' : 'notSent'),
    dispatch: dispatch && { way: dispatch.way, target: dispatch.target, sentAt: dispatch.sentAt },
    acknowledgement: document && {
      verdict: document.verdict,
      decidedAt: document.decidedAt,
      reasons: document.reasons,
      conflictCount: document.conflicts.length,
    },
  }
}

/** Late papers and corrections entered in a month, or about it. */
export const correctionsOf: QueryHandler<'months.corrections'> = ({ reader }, { period }) => {
  const { officeCode } = officeOf(reader)
  return done({
    corrections: correctionsOfMonth(reader, period).map(({ documentYear, documentNumber, ...line }) => {
      const identity = { kind: 'correction', year: documentYear, number: documentNumber } as const
      return { ...line, documentNumber: formatDocumentNumber(identity, officeCode) }
    }),
  })
}

export const checkOfMonth: QueryHandler<'months.check'> = ({ reader, today, session }, { period }) => {
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
    blocks: blocksOfMonth(reader, period),
    warnings: warningsOfMonth(reader, period),
    approvalRefusal: session.person && refuseToApprove(reader, period, session.person.personId),
    figures: figuresOf(reader, period),
    documentNumbers,
  })
}

export const pageOfJournal: QueryHandler<'journal.page'> = ({ reader }, { before, limit }) =>
  done({ rows: journalPage(reader, before, limit), count: journalHead(reader).sequence })

export const verdictOfJournal: QueryHandler<'journal.verify'> = ({ reader }) => done(verifyJournal(reader))
