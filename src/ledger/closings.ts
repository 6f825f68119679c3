/** Closed months: what one person drew up and another approved, packages, and what head office answered. */

import { and, desc, eq, lt } from 'drizzle-orm'
import type { Day } from '../domain/day.ts'
import type { WarningExplanation } from '../domain/month-close.ts'
import type { HouseholdRow } from '../domain/package-tables.ts'
import type { Period } from '../domain/period.ts'
import { addRow, all, first, type Reader, type Writer } from './connection.ts'
import {
  acknowledgements,
  closingHouseholds,
  closingProposals,
  closings,
  packageDispatches,
  packages,
  reopenings,
} from './schema/months.ts'

export type ClosingRecord = typeof closings.$inferSelect
export type PackageRecord = typeof packages.$inferSelect

export interface ClosingProposal {
  proposalId: string
  explanations: WarningExplanation[]
  proposedAt: string
  personId: string
  proposedBy: string
}

export function addProposal(
  writer: Writer,
  proposal: Omit<typeof closingProposals.$inferInsert, 'explanations'> & { explanations: WarningExplanation[] },
): void {
  addRow(writer, closingProposals, { ...proposal, explanations: JSON.stringify(proposal.explanations) })
}

/** What was last drawn up for a month since it was last open; null where nothing was. */
export function findProposal(reader: Reader, period: Period): ClosingProposal | null {
  const sql = `SELECT proposal_id AS proposalId, explanations, proposed_at AS proposedAt, p.person_id AS personId,
      full_name AS proposedBy
    FROM closing_proposals p JOIN people USING (person_id) WHERE period = ?
      AND proposal_id NOT IN (SELECT proposal_id FROM closings WHERE proposal_id IS NOT NULL)
      AND proposed_at > coalesce((SELECT max(r.recorded_at) FROM reopenings r JOIN closings c USING (closing_id)
        WHERE c.period = p.period), '')
    ORDER BY proposed_at DESC, proposal_id DESC LIMIT 1`
  const row = first<Omit<ClosingProposal, 'explanations'> & { explanations: string }>(reader, sql, period)
  return row ? { ...row, explanations: JSON.parse(row.explanations) as WarningExplanation[] } : null
}

/** The closing of a month that is in force; null where the month is open. */
export function findClosing(reader: Reader, period: Period): ClosingRecord | null {
  const latest = latestRevision(reader, period)
  return latest && !findReopening(reader, latest.closingId) ? latest : null
}

/** The latest closing of a month, taken back or not. */
export function latestRevision(reader: Reader, period: Period): ClosingRecord | null {
  return (
    reader.rows.select().from(closings).where(eq(closings.period, period)).orderBy(desc(closings.revision)).get() ??
    null
  )
}

export function findRevision(reader: Reader, period: Period, revision: number): ClosingRecord | null {
  return (
    reader.rows
      .select()
      .from(closings)
      .where(and(eq(closings.period, period), eq(closings.revision, revision)))
      .get() ?? null
  )
}

/** The closing that came last of all, taken back or not: the next one goes on from its sequence and its journal. */
export function lastClosing(reader: Reader): ClosingRecord | null {
  return reader.rows.select().from(closings).orderBy(desc(closings.sequence)).limit(1).get() ?? null
}

export function findClosingBySequence(reader: Reader, sequence: number): ClosingRecord | null {
  return reader.rows.select().from(closings).where(eq(closings.sequence, sequence)).get() ?? null
}

/** The last closing of an earlier month: what came in behind it belongs to this one, whatever its revision. */
export function closingBefore(reader: Reader, period: Period): ClosingRecord | null {
  return (
    reader.rows.select().from(closings).where(lt(closings.period, period)).orderBy(desc(closings.sequence)).get() ??
    null
  )
}

/** Closes a month: its row, and the households it served as they are now, so that its package never changes. */
export function addClosing(writer: Writer, closing: ClosingRecord, households: readonly HouseholdRow[]): void {
  const { closingId } = closing
  addRow(writer, closings, closing)
  for (const household of households) {
    const content = { closingId, householdId: household.household_id, content: JSON.stringify(household) }
    addRow(writer, closingHouseholds, content)
  }
}

export interface Reopening {
  closingId: string
  revision: number
  reopenedOn: Day
  reason: string
  reopenedBy: string
}

const REOPENINGS = `SELECT closing_id AS closingId, c.revision, reopened_on AS reopenedOn, reason,
    full_name AS reopenedBy
  FROM reopenings r JOIN closings c USING (closing_id) JOIN people ON people.person_id = r.person_id`

export function findReopening(reader: Reader, closingId: string): Reopening | null {
  return first<Reopening>(reader, `${REOPENINGS} WHERE closing_id = ?`, closingId) ?? null
}

/** Every time a month was opened again, the first time first. */
export function reopeningsOf(reader: Reader, period: Period): Reopening[] {
  return all<Reopening>(reader, `${REOPENINGS} WHERE c.period = ? ORDER BY c.revision`, period)
}

/** Opens a month again; a trigger refuses it for another month than the last, and for one that was accepted. */
export function addReopening(writer: Writer, reopening: typeof reopenings.$inferInsert): void {
  addRow(writer, reopenings, reopening)
}

export function findPackage(reader: Reader, closingId: string): PackageRecord | null {
  return reader.rows.select().from(packages).where(eq(packages.closingId, closingId)).get() ?? null
}

/** The closing whose package has an identity; null where it is none of ours. */
export function closingOfPackage(reader: Reader, identity: string): ClosingRecord | null {
  const made = reader.rows.select().from(packages).where(eq(packages.identity, identity)).get()
  if (!made) return null
  return reader.rows.select().from(closings).where(eq(closings.closingId, made.closingId)).get() ?? null
}

export function addPackage(writer: Writer, made: PackageRecord): void {
  addRow(writer, packages, made)
}

export function addDispatch(writer: Writer, dispatch: typeof packageDispatches.$inferInsert): void {
  addRow(writer, packageDispatches, dispatch)
}

export interface Dispatch {
  way: 'copy' | 'mail'
  target: string | null
  sentAt: string
  sentBy: string
}

/** The latest time a closing's package left the office; null where it has not. */
export function lastDispatch(reader: Reader, closingId: string): Dispatch | null {
  const sql = `SELECT way, target, sent_at AS sentAt, full_name AS sentBy FROM package_dispatches
    JOIN people USING (person_id) WHERE closing_id = ? ORDER BY sent_at DESC, dispatch_id DESC LIMIT 1`
  return first<Dispatch>(reader, sql, closingId) ?? null
}

export interface AcknowledgementRecord {
  verdict: 'accepted' | 'rejected'
  decidedAt: string
  document: string
}

export function addAcknowledgement(writer: Writer, acknowledgement: typeof acknowledgements.$inferInsert): void {
  addRow(writer, acknowledgements, acknowledgement)
}

/** Head office's latest word on a closing: an acceptance is the last there is; null where none has come. */
export function lastAcknowledgement(reader: Reader, closingId: string): AcknowledgementRecord | null {
  const sql = `SELECT verdict, decided_at AS decidedAt, document FROM acknowledgements WHERE closing_id = ?
    ORDER BY decided_at DESC, recorded_at DESC LIMIT 1`
  return first<AcknowledgementRecord>(reader, sql, closingId) ?? null
}
