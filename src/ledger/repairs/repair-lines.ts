/** Repairs as lists and the board show them: where each stands, what it costs, what waits. */

import type { Day } from '../../domain/day.ts'
import { formatDocumentNumber } from '../../domain/numbering.ts'
import type { RepairOrigin, RepairState } from '../../domain/repair.ts'
import type { RepairCheckRecord } from '../../domain/repair-check.ts'
import { searchKey } from '../../domain/vietnamese.ts'
import type { SurveyPoint } from '../../domain/wiring-survey.ts'
import { all, first, type Reader } from '../connection.ts'
import { HOUSEHOLD_LINE_COLUMNS, type HouseholdLineRecord } from '../registry/household-record.ts'
import { GROUP } from '../registry/households.ts'

interface StoredLine extends HouseholdLineRecord {
  repairId: string
  campaignId: string | null
  campaignName: string | null
  documentYear: number | null
  documentNumber: number | null
  code: string | null
  openedOn: Day
  origin: RepairOrigin
  need: string | null
  followsRepairId: string | null
  fundingSource: string | null
  state: RepairState
  since: Day
  /** Its latest step; null before the first. */
  stepId: string | null
  ordinal: number
  /** Of its latest step, or the day it was opened. */
  lastOn: Day
  dueOn: Day | null
  isConfirmed: 0 | 1
  crew: string | null
  plannedFor: Day | null
  doneOn: Day | null
  estimateDong: number
  plannedDong: number
  workDong: number
  /** JSON list. */
  dangerous: string
  /** JSON of the checks after the last work; null where there are none. */
  checks: string | null
  acceptedById: string | null
  acceptedBy: string | null
  acceptedOn: Day | null
  certificateYear: number | null
  certificateNumber: number | null
  /** Of the list that waits for the commune's answer. */
  listYear: number | null
  listNumber: number | null
  openComplaints: number
}

export interface RepairLine
  extends Omit<StoredLine, 'isConfirmed' | 'dangerous' | 'checks' | keyof HouseholdLineRecord> {
  household: HouseholdLineRecord
  isConfirmed: boolean
  dangerous: SurveyPoint[]
  checks: RepairCheckRecord | null
  /** Of the work where some is done, else of the plan, else of the survey; whole đồng. */
  costDong: number
}

/** What lines of repair_items cost: each rounded to whole đồng as domain/money.ts rounds it. */
export const ITEMS_DONG = 'coalesce(sum((CAST(round(quantity * 1000) AS INTEGER) * unit_price_dong + 500) / 1000), 0)'

/** The latest step of an event of repair `r`. */
export const latest = (event: string) =>
  `(SELECT step_id FROM repair_steps WHERE repair_id = r.repair_id AND event = '${event}'
    ORDER BY ordinal DESC LIMIT 1)`
const dongOf = (step: string) => `(SELECT ${ITEMS_DONG} FROM repair_items WHERE step_id = ${step})`

/** What all finished work of repair `r` cost: after a rework there is a second one. */
export const WORK_DONG = `(SELECT ${ITEMS_DONG} FROM repair_steps JOIN repair_items USING (step_id)
  WHERE repair_id = r.repair_id AND event = 'finishWork')`

/** The cost of repair `r` as RepairLine tells it. */
export const COST_DONG = `CASE WHEN ${latest('finishWork')} IS NOT NULL THEN ${WORK_DONG}
  WHEN ${latest('plan')} IS NOT NULL THEN ${dongOf(latest('plan'))} ELSE ${dongOf(latest('survey'))} END`

/** The checks of repair `r` that were made after its last work, the latest of them. */
const CHECKS = `(SELECT json_object('tester', tester, 'instrument', instrument, 'calibratedUntil', calibrated_until,
    'insulationMegaohm', insulation_megaohm, 'continuityOhm', continuity_ohm,
    'rcdTripMilliseconds', rcd_trip_milliseconds,
    'rcdTestButtonWorks', json(CASE rcd_test_button_works WHEN 1 THEN 'true' WHEN 0 THEN 'false' ELSE 'null' END),
    'polarityCorrect', json(iif(polarity_correct, 'true', 'false')), 'earthingOhm', earthing_ohm,
    'poweredOn', json(iif(powered_on, 'true', 'false')), 'checkedOn', happened_on,
    'limits', json_object('continuityOhm', continuity_limit_ohm, 'earthingOhm', earthing_limit_ohm))
  FROM repair_steps JOIN repair_checks USING (step_id) WHERE repair_id = r.repair_id
    AND ordinal > coalesce((SELECT max(ordinal) FROM repair_steps
      WHERE repair_id = r.repair_id AND event = 'finishWork'), 0)
  ORDER BY ordinal DESC LIMIT 1)`

/** The paper of a kind of repair `r` that stands, joined under the kind's name. */
const standing = (kind: string) => `LEFT JOIN repair_papers ${kind} ON ${kind}.repair_id = r.repair_id
  AND ${kind}.kind = '${kind}' AND ${kind}.paper_id NOT IN (SELECT paper_id FROM repair_paper_voids)`

const FACTS = `SELECT r.repair_id AS repairId, r.household_id AS ownerId, r.campaign_id AS campaignId,
  campaign.name AS campaignName, r.document_year AS documentYear, r.document_number AS documentNumber, r.code,
  r.opened_on AS openedOn, r.origin, r.need, r.follows_repair_id AS followsRepairId, r.funding_source AS fundingSource,
  s.state, s.since, s.step_id AS stepId, s.ordinal, coalesce(step.happened_on, r.opened_on) AS lastOn,
  s.due_on AS dueOn, coalesce(${latest('confirm')}, ${latest('exempt')}) IS NOT NULL AS isConfirmed,
  coalesce(plan.crew, (SELECT crew FROM repair_works WHERE step_id = ${latest('finishWork')})) AS crew,
  plan.planned_for AS plannedFor,
  (SELECT max(happened_on) FROM repair_steps WHERE repair_id = r.repair_id AND event = 'finishWork') AS doneOn,
  ${dongOf(latest('survey'))} AS estimateDong, ${dongOf('plan.step_id')} AS plannedDong, ${WORK_DONG} AS workDong,
  (SELECT json_group_array(point) FROM survey_findings WHERE step_id = ${latest('survey')} AND condition = 'dangerous')
    AS dangerous,
  ${CHECKS} AS checks, acceptanceRecord.person_id AS acceptedById, accepter.full_name AS acceptedBy,
  acceptanceRecord.issued_on AS acceptedOn, repairCertificate.document_year AS certificateYear,
  repairCertificate.document_number AS certificateNumber, list.document_year AS listYear,
  list.document_number AS listNumber,
  (SELECT count(*) FROM repair_complaints c WHERE c.repair_id = r.repair_id
    AND complaint_id NOT IN (SELECT complaint_id FROM complaint_settlements)) AS openComplaints
  FROM repairs r JOIN repair_states s ON s.repair_id = r.repair_id
  LEFT JOIN repair_steps step ON step.step_id = s.step_id
  LEFT JOIN campaigns campaign ON campaign.campaign_id = r.campaign_id
  LEFT JOIN repair_plans plan ON plan.step_id = ${latest('plan')}
  ${standing('acceptanceRecord')} ${standing('repairCertificate')}
  LEFT JOIN people accepter ON accepter.person_id = acceptanceRecord.person_id
  LEFT JOIN confirmation_lists list ON list.list_id = (SELECT list_id FROM confirmation_entries e
    WHERE e.repair_id = r.repair_id AND list_id NOT IN (SELECT list_id FROM confirmation_answers) LIMIT 1)`

const FACT_NAMES = `repairId, campaignId, campaignName, documentYear, documentNumber, code, openedOn, origin, need,
  followsRepairId, fundingSource, state, since, stepId, ordinal, lastOn, dueOn, isConfirmed, crew, plannedFor, doneOn,
  estimateDong, plannedDong, workDong, dangerous, checks, acceptedById, acceptedBy, acceptedOn, certificateYear,
  certificateNumber, listYear, listNumber, openComplaints`

/** Repairs `r` of a condition, with their households. */
const lines = (where: string) =>
  `SELECT ${HOUSEHOLD_LINE_COLUMNS}, ${FACT_NAMES}
   FROM (${FACTS} WHERE ${where}) JOIN households ON household_id = ownerId`

function lineOf(stored: StoredLine): RepairLine {
  const { rowNumber, householdId, headOfHousehold, birthYear, citizenId, customerCode, phone, hamlet, communeName } =
    stored
  const { memberCount, category, status, sortKey, isConfirmed, dangerous, checks, ...line } = stored
  const { doneOn, workDong, plannedFor, plannedDong, estimateDong } = line
  return {
    ...line,
    household: {
      ...{ rowNumber, householdId, headOfHousehold, birthYear, citizenId, customerCode, phone, hamlet, communeName },
      ...{ memberCount, category, status, sortKey },
    },
    isConfirmed: isConfirmed === 1,
    dangerous: JSON.parse(dangerous) as SurveyPoint[],
    checks: checks === null ? null : (JSON.parse(checks) as RepairCheckRecord),
    costDong: doneOn !== null ? workDong : plannedFor !== null ? plannedDong : estimateDong,
  }
}

export function findRepair(reader: Reader, repairId: string): RepairLine | null {
  const stored = first<StoredLine>(reader, lines('r.repair_id = ?'), repairId)
  return stored ? lineOf(stored) : null
}

/** Of a household and of those kept under it, the latest opened first. */
export function repairsOfHousehold(reader: Reader, householdId: string): RepairLine[] {
  const sql = `${GROUP} ${lines('r.household_id IN kept_together')} ORDER BY openedOn DESC, documentNumber DESC`
  return all<StoredLine>(reader, sql, { householdId }).map(lineOf)
}

/** What a list of repairs is narrowed to: every one that is not null holds; no state means any. */
export interface RepairFilter {
  states: readonly RepairState[]
  campaignId: string | null
  communeName: string | null
  hamlet: string | null
  crew: string | null
  /** Re-check or follow-up due by this day. */
  dueBy: Day | null
  /** Words of the head's name, the place, the crew or a number. */
  sought: string
}

const CONDITIONS = `(:campaignId IS NULL OR r.campaign_id = :campaignId)
  AND ((:communeName IS NULL AND :hamlet IS NULL) OR r.household_id IN (SELECT household_id FROM households
    WHERE (:communeName IS NULL OR commune_name = :communeName) AND (:hamlet IS NULL OR hamlet = :hamlet)))
  AND (:crew IS NULL OR (SELECT crew FROM repair_plans WHERE step_id = ${latest('plan')}) = :crew)
  AND (:dueBy IS NULL OR s.due_on <= :dueBy)
  AND (:repairIds IS NULL OR r.repair_id IN (SELECT value FROM json_each(:repairIds)))`
const STATES = `(json_array_length(:states) = 0 OR s.state IN (SELECT value FROM json_each(:states)))`

function parametersOf(reader: Reader, filter: RepairFilter, officeCode: string) {
  const { states: _states, sought, ...conditions } = filter
  const words = searchKey(sought).split(' ').filter(Boolean)
  const repairIds = words.length === 0 ? null : JSON.stringify(repairsWithWords(reader, words, officeCode))
  return { ...conditions, repairIds }
}

/** Every word stands in the head's name, the place, the crew or the number of one of the repair's papers. */
function repairsWithWords(reader: Reader, words: readonly string[], officeCode: string): string[] {
  const sql = `SELECT r.repair_id AS repairId, head_of_household AS headOfHousehold, hamlet,
    commune_name AS communeName, (SELECT crew FROM repair_plans WHERE step_id = ${latest('plan')}) AS crew,
    (SELECT json_group_array(json_object('kind', kind, 'year', document_year, 'number', document_number)) FROM (
        SELECT 'surveyForm' AS kind, r.document_year, r.document_number UNION ALL
        SELECT kind, document_year, document_number FROM repair_papers p WHERE p.repair_id = r.repair_id)
      WHERE document_number IS NOT NULL) AS papers
    FROM repairs r JOIN households USING (household_id)`
  return all<{
    repairId: string
    headOfHousehold: string
    hamlet: string | null
    communeName: string | null
    crew: string | null
    papers: string
  }>(reader, sql)
    .filter(({ headOfHousehold, hamlet, communeName, crew, papers }) => {
      const numbers = (JSON.parse(papers) as Parameters<typeof formatDocumentNumber>[0][]).map((paper) =>
        formatDocumentNumber(paper, officeCode),
      )
      const key = searchKey([headOfHousehold, hamlet, communeName, crew, ...numbers].join(' '))
      return words.every((word) => key.includes(word))
    })
    .map(({ repairId }) => repairId)
}

/** Newest first. `officeCode` is for numbers of papers among the words sought. */
export function listRepairs(reader: Reader, filter: RepairFilter, officeCode: string, limit: number): RepairLine[] {
  const parameters = { ...parametersOf(reader, filter, officeCode), states: JSON.stringify(filter.states), limit }
  const sql = `${lines(`${CONDITIONS} AND ${STATES}`)}
    ORDER BY openedOn DESC, documentYear DESC, documentNumber DESC, repairId LIMIT :limit`
  return all<StoredLine>(reader, sql, parameters).map(lineOf)
}

/** How many repairs of a filter are in each state, whatever states the filter names. */
export function countRepairStates(
  reader: Reader,
  filter: RepairFilter,
  officeCode: string,
): Partial<Record<RepairState, number>> {
  const sql = `SELECT s.state, count(*) AS count FROM repairs r JOIN repair_states s ON s.repair_id = r.repair_id
    WHERE ${CONDITIONS} GROUP BY s.state`
  const rows = all<{ state: RepairState; count: number }>(reader, sql, parametersOf(reader, filter, officeCode))
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}

/** The repairs named, by commune, hamlet and Vietnamese name. */
export function repairsInOrder(reader: Reader, repairIds: readonly string[]): RepairLine[] {
  const sql = `${lines('r.repair_id IN (SELECT value FROM json_each(?))')}
    ORDER BY commune_name, hamlet_key, sort_key, row_number`
  return all<StoredLine>(reader, sql, JSON.stringify(repairIds)).map(lineOf)
}
