/** Repairs: opened with the number of their survey form, and moved on by steps that are only ever added. */

import type { Day } from '../../domain/day.ts'
import type { RepairEvent, RepairOrigin, RepairState } from '../../domain/repair.ts'
import { addRow, all, first, type Reader, type Writer } from '../connection.ts'
import { GROUP } from '../registry/households.ts'
import { repairSteps, repairs } from '../schema/repairs.ts'

/** Opens a repair; a trigger puts it in the state `new`. */
export function addRepair(writer: Writer, repair: typeof repairs.$inferInsert & { origin: RepairOrigin }): void {
  addRow(writer, repairs, repair)
}

/** The number the next survey form of a year gets; only inside the transaction that opens the repair. */
export function nextSurveyFormNumber(writer: Writer, year: number): number {
  const sql = 'SELECT coalesce(max(document_number), 0) + 1 AS next FROM repairs WHERE document_year = ?'
  return first<{ next: number }>(writer, sql, year)?.next ?? 1
}

/** Adds what happened to a repair; triggers refuse one out of order or dated before the last, and derive the state. */
export function addRepairStep(
  writer: Writer,
  step: typeof repairSteps.$inferInsert & { event: RepairEvent; state: RepairState },
): void {
  addRow(writer, repairSteps, step)
}

export interface RepairStepLine {
  stepId: string
  ordinal: number
  event: RepairEvent
  state: RepairState
  happenedOn: Day
  reason: string | null
  dueOn: Day | null
  recordedBy: string
  recordedAt: string
}

/** All steps of a repair, the earliest first. */
export function stepsOfRepair(reader: Reader, repairId: string): RepairStepLine[] {
  const sql = `SELECT step_id AS stepId, ordinal, event, state, happened_on AS happenedOn, reason, due_on AS dueOn,
    full_name AS recordedBy, recorded_at AS recordedAt FROM repair_steps JOIN people USING (person_id)
    WHERE repair_id = ? ORDER BY ordinal`
  return all<RepairStepLine>(reader, sql, repairId)
}

/** The repair of a campaign, or of none, that is still open for a household or one kept under it; or null. */
export function openRepairOf(
  reader: Reader,
  wanted: { householdId: string; campaignId: string | null },
): { repairId: string; documentYear: number; documentNumber: number; state: RepairState } | null {
  const sql = `${GROUP} SELECT repair_id AS repairId, document_year AS documentYear, document_number AS documentNumber,
    state FROM repairs JOIN repair_states USING (repair_id)
    WHERE household_id IN kept_together AND campaign_id IS :campaignId AND origin <> 'earlier'
      AND state NOT IN ('done', 'cancelled') ORDER BY opened_on LIMIT 1`
  return first(reader, sql, wanted) ?? null
}

/** Work finished by a day that waits to be accepted and certified: a month cannot be closed over it. */
export function unfinishedRepairs(
  reader: Reader,
  to: Day,
): { repairId: string; headOfHousehold: string; doneOn: Day }[] {
  const sql = `SELECT repair_id AS repairId, head_of_household AS headOfHousehold, max(happened_on) AS doneOn
    FROM repair_states s JOIN repair_steps USING (repair_id) JOIN repairs USING (repair_id)
    JOIN households USING (household_id)
    WHERE s.state = 'awaitingAcceptance' AND event = 'finishWork'
    GROUP BY repair_id HAVING max(happened_on) <= ? ORDER BY doneOn, repair_id`
  return all(reader, sql, to)
}
