/** What the steps of a repair hold: survey, plan, work, checks, acceptance, and the lines of work and material. */

import type { Day } from '../../domain/day.ts'
import type { Dong } from '../../domain/money.ts'
import type { CheckLimits, RepairCheckRecord } from '../../domain/repair-check.ts'
import { USUAL_CHECK_LIMITS } from '../../domain/repair-check.ts'
import type { CrewMaterial, RepairItem } from '../../domain/repair-cost.ts'
import { quantityOf } from '../../domain/stock.ts'
import { SURVEY_POINTS, type SurveyFinding } from '../../domain/wiring-survey.ts'
import { addRow, all, first, type Reader, type Writer } from '../connection.ts'
import {
  checkLimits,
  repairAcceptances,
  repairChecks,
  repairItems,
  repairPlans,
  repairSlips,
  repairSurveys,
  repairWorks,
  surveyFindings,
} from '../schema/repair-work.ts'

export interface Survey {
  surveyor: string
  conditionFound: string
  neededWork: string | null
  findings: readonly SurveyFinding[]
  items: readonly RepairItem[]
}

export interface Plan {
  crew: string
  plannedFor: Day
  instructions: string | null
  items: readonly RepairItem[]
}

export interface Work {
  crew: string
  workDone: string
  hours: number | null
  items: readonly RepairItem[]
}

export interface Acceptance {
  supervisor: string
  householdRepresentative: string
  householdRelation: string | null
  communeRepresentative: string | null
  remark: string | null
}

function addItems(writer: Writer, stepId: string, items: readonly RepairItem[]): void {
  items.forEach((item, index) => {
    addRow(writer, repairItems, { stepId, lineNumber: index + 1, ...item })
  })
}

/** The details of a step are added right after it; a trigger refuses them once another step followed. */
export function addSurvey(writer: Writer, stepId: string, { findings, items, ...survey }: Survey): void {
  addRow(writer, repairSurveys, { stepId, ...survey })
  for (const finding of findings) addRow(writer, surveyFindings, { stepId, ...finding })
  addItems(writer, stepId, items)
}

export function addPlan(writer: Writer, stepId: string, { items, ...plan }: Plan): void {
  addRow(writer, repairPlans, { stepId, ...plan })
  addItems(writer, stepId, items)
}

export function addWork(writer: Writer, stepId: string, { items, ...work }: Work): void {
  addRow(writer, repairWorks, { stepId, ...work })
  addItems(writer, stepId, items)
}

/** The day of the checks is that of their step. */
export function addChecks(writer: Writer, stepId: string, { limits, ...checks }: RepairCheckRecord): void {
  const { continuityOhm: continuityLimitOhm, earthingOhm: earthingLimitOhm } = limits
  addRow(writer, repairChecks, { stepId, ...checks, continuityLimitOhm, earthingLimitOhm })
}

export function addAcceptance(writer: Writer, stepId: string, acceptance: Acceptance): void {
  addRow(writer, repairAcceptances, { stepId, ...acceptance })
}

export function itemsOfStep(reader: Reader, stepId: string): RepairItem[] {
  const sql = `SELECT kind, item_id AS itemId, name, unit_of_measure AS unitOfMeasure, quantity,
    unit_price_dong AS unitPriceDong FROM repair_items WHERE step_id = ? ORDER BY line_number`
  return all<RepairItem & { unitPriceDong: Dong }>(reader, sql, stepId)
}

/** Details of the latest step of a repair that has such, with the step and its day. */
const latestWith = (details: string, columns: string) =>
  `SELECT step_id AS stepId, happened_on AS happenedOn, ${columns} FROM repair_steps JOIN ${details} USING (step_id)
   WHERE repair_id = ? ORDER BY ordinal DESC LIMIT 1`

interface OfStep {
  stepId: string
  happenedOn: Day
}

/** The latest survey; findings in the order a surveyor walks. */
export function surveyOf(reader: Reader, repairId: string): (Survey & OfStep) | null {
  const columns = 'surveyor, condition_found AS conditionFound, needed_work AS neededWork'
  const survey = first<Omit<Survey, 'findings' | 'items'> & OfStep>(
    reader,
    latestWith('repair_surveys', columns),
    repairId,
  )
  if (!survey) return null
  const { stepId } = survey
  const findings = all<SurveyFinding>(
    reader,
    'SELECT point, condition, note FROM survey_findings WHERE step_id = ?',
    stepId,
  ).sort((one, other) => SURVEY_POINTS.indexOf(one.point) - SURVEY_POINTS.indexOf(other.point))
  return { ...survey, findings, items: itemsOfStep(reader, stepId) }
}

/** The latest plan. */
export function planOf(reader: Reader, repairId: string): (Plan & OfStep) | null {
  const columns = 'crew, planned_for AS plannedFor, instructions'
  const plan = first<Omit<Plan, 'items'> & OfStep>(reader, latestWith('repair_plans', columns), repairId)
  return plan ? { ...plan, items: itemsOfStep(reader, plan.stepId) } : null
}

/** Each time work was finished, the earliest first: together they are what the repair took. */
export function worksOf(reader: Reader, repairId: string): (Work & OfStep)[] {
  const sql = `SELECT step_id AS stepId, happened_on AS happenedOn, crew, work_done AS workDone, hours
    FROM repair_steps JOIN repair_works USING (step_id) WHERE repair_id = ? ORDER BY ordinal`
  return all<Omit<Work, 'items'> & OfStep>(reader, sql, repairId).map((work) => ({
    ...work,
    items: itemsOfStep(reader, work.stepId),
  }))
}

/** The latest acceptance, voided or not. */
export function acceptanceOf(reader: Reader, repairId: string): (Acceptance & OfStep) | null {
  const columns = `supervisor, household_representative AS householdRepresentative,
    household_relation AS householdRelation, commune_representative AS communeRepresentative, remark`
  return first<Acceptance & OfStep>(reader, latestWith('repair_acceptances', columns), repairId) ?? null
}

/** The limits in force where the standard leaves them to the office. */
export function checkLimitsOf(reader: Reader): CheckLimits {
  const sql = `SELECT continuity_ohm AS continuityOhm, earthing_ohm AS earthingOhm FROM check_limits
    ORDER BY ordinal DESC LIMIT 1`
  return first<CheckLimits>(reader, sql) ?? USUAL_CHECK_LIMITS
}

export function addCheckLimits(
  writer: Writer,
  limits: CheckLimits,
  by: { recordedAt: string; personId: string },
): void {
  const sql = 'SELECT coalesce(max(ordinal), 0) + 1 AS ordinal FROM check_limits'
  const ordinal = first<{ ordinal: number }>(writer, sql)?.ordinal ?? 1
  addRow(writer, checkLimits, { ordinal, ...limits, ...by })
}

/** Says that a slip drew materials for a repair, or brought leftovers of it back. */
export function addRepairSlip(writer: Writer, slip: { slipId: string; repairId: string }): void {
  addRow(writer, repairSlips, slip)
}

/** The repair that a slip moved materials for; null where it moved them for none. */
export function repairOfSlip(reader: Reader, slipId: string): string | null {
  const sql = 'SELECT repair_id AS repairId FROM repair_slips WHERE slip_id = ?'
  return first<{ repairId: string }>(reader, sql, slipId)?.repairId ?? null
}

/**
 * What a crew holds for a repair, item by item: drawn and returned by its slips and by those that correct them, used by
 * its finished work.
 */
const CREW_MATERIALS = `WITH slips AS (
    SELECT slip_id FROM repair_slips WHERE repair_id = :repairId UNION
    SELECT slip_id FROM stock_slips WHERE corrects IN (SELECT slip_id FROM repair_slips WHERE repair_id = :repairId)),
  moved AS (
    SELECT item_id, iif(target.kind = 'crew', thousandths, 0) AS drawn, 0 AS used,
      iif(origin.kind = 'crew', thousandths, 0) AS returned
    FROM stock_movements JOIN stock_places origin ON origin.place_id = from_place_id
    JOIN stock_places target ON target.place_id = to_place_id WHERE slip_id IN (SELECT slip_id FROM slips)
    UNION ALL
    SELECT item_id, 0, thousandths, 0 FROM stock_movements
    WHERE repair_step_id IN (SELECT step_id FROM repair_steps WHERE repair_id = :repairId))
  SELECT item_id AS itemId, name AS itemName, unit_of_measure AS unitOfMeasure, sum(drawn) AS drawn, sum(used) AS used,
    sum(returned) AS returned FROM moved JOIN stock_items USING (item_id) GROUP BY item_id ORDER BY name`

/** Materials of a repair that were drawn for it, in units. */
export function crewMaterialsOf(reader: Reader, repairId: string): CrewMaterial[] {
  return all<CrewMaterial>(reader, CREW_MATERIALS, { repairId }).map(({ drawn, used, returned, ...item }) => ({
    ...item,
    drawn: quantityOf(drawn),
    used: quantityOf(used),
    returned: quantityOf(returned),
  }))
}

/** Crews, surveyors and instruments of before, the latest first. */
export function knownHands(reader: Reader): {
  crews: string[]
  surveyors: string[]
  instruments: { instrument: string; tester: string; calibratedUntil: Day }[]
} {
  const names = (table: string, column: string) =>
    all<{ name: string }>(
      reader,
      `SELECT ${column} AS name FROM ${table} JOIN repair_steps USING (step_id) GROUP BY ${column}
       ORDER BY max(recorded_at) DESC LIMIT 50`,
    ).map(({ name }) => name)
  return {
    crews: names('repair_plans', 'crew'),
    surveyors: names('repair_surveys', 'surveyor'),
    instruments: all(
      reader,
      `SELECT instrument, tester, calibrated_until AS calibratedUntil FROM repair_checks
       WHERE step_id IN (SELECT step_id FROM repair_steps JOIN repair_checks USING (step_id)
         JOIN repairs USING (repair_id) WHERE origin <> 'earlier' GROUP BY instrument
         HAVING repair_steps.recorded_at = max(repair_steps.recorded_at)
         ORDER BY repair_steps.recorded_at DESC LIMIT 50)`,
    ),
  }
}
