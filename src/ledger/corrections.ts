/** Late papers and corrections of closed months, each a numbered entry of the month that was open. */

import type { Day } from '../domain/day.ts'
import type { CorrectedFigure, CorrectionKind } from '../domain/month-close.ts'
import { type Period, periodEnd, periodStart } from '../domain/period.ts'
import { addRow, all, first, type Reader, type Writer } from './connection.ts'
import { corrections } from './schema/months.ts'

export interface CorrectionLine {
  correctionId: string
  kind: CorrectionKind
  documentYear: number
  documentNumber: number
  enteredOn: Day
  correctedPeriod: Period
  correctedDocument: string
  figure: CorrectedFigure
  countDelta: number
  amountDeltaDong: number
  reason: string
  recordedBy: string
}

/** The number the next correction of a year gets; only inside the transaction that enters it. */
export function nextCorrectionNumber(writer: Writer, year: number): number {
  const sql = 'SELECT coalesce(max(document_number), 0) + 1 AS next FROM corrections WHERE document_year = ?'
  return first<{ next: number }>(writer, sql, year)?.next ?? 1
}

export function addCorrection(writer: Writer, correction: typeof corrections.$inferInsert): void {
  addRow(writer, corrections, correction)
}

/** Entered in a month, or about it; by number. */
export function correctionsOfMonth(reader: Reader, period: Period): CorrectionLine[] {
  const sql = `SELECT correction_id AS correctionId, kind, document_year AS documentYear,
      document_number AS documentNumber, entered_on AS enteredOn, corrected_period AS correctedPeriod,
      corrected_document AS correctedDocument, figure, count_delta AS countDelta,
      amount_delta_dong AS amountDeltaDong, reason, full_name AS recordedBy
    FROM corrections JOIN people USING (person_id)
    WHERE entered_on BETWEEN :from AND :to OR corrected_period = :period ORDER BY document_year, document_number`
  return all<CorrectionLine>(reader, sql, { from: periodStart(period), to: periodEnd(period), period })
}
