/** Complaints about repairs, and how each ended. */

import type { Day } from '../../domain/day.ts'
import { addRow, all, first, type Reader, type Writer } from '../connection.ts'
import { complaintSettlements, repairComplaints } from '../schema/repair-papers.ts'

export function addComplaint(writer: Writer, complaint: typeof repairComplaints.$inferInsert): void {
  addRow(writer, repairComplaints, complaint)
}

export function addComplaintSettlement(writer: Writer, settlement: typeof complaintSettlements.$inferInsert): void {
  addRow(writer, complaintSettlements, settlement)
}

export interface ComplaintLine {
  complaintId: string
  repairId: string
  receivedOn: Day
  complainant: string
  content: string
  settledOn: Day | null
  outcome: string | null
  followedByRepairId: string | null
}

const LINES = `SELECT c.complaint_id AS complaintId, c.repair_id AS repairId, received_on AS receivedOn, complainant,
  content, settled_on AS settledOn, outcome, s.repair_id AS followedByRepairId
  FROM repair_complaints c LEFT JOIN complaint_settlements s ON s.complaint_id = c.complaint_id`

export function findComplaint(reader: Reader, complaintId: string): ComplaintLine | null {
  return first<ComplaintLine>(reader, `${LINES} WHERE c.complaint_id = ?`, complaintId) ?? null
}

/** The earliest first. */
export function complaintsOf(reader: Reader, repairId: string): ComplaintLine[] {
  return all<ComplaintLine>(reader, `${LINES} WHERE c.repair_id = ? ORDER BY received_on, c.rowid`, repairId)
}
