/** What repairs cost against the money there is: by campaign, by commune, by household. */

import { all, first, type Reader } from '../connection.ts'
import { standsFor } from '../registry/households.ts'
import { ITEMS_DONG, latest, WORK_DONG } from './repair-lines.ts'

/** The lines of a job that is planned and not finished. */
const PLANNED_DONG = `(SELECT ${ITEMS_DONG} FROM repair_items JOIN repair_steps USING (step_id)
  WHERE step_id = ${latest('plan')} AND ordinal > coalesce((SELECT max(ordinal) FROM repair_steps
    WHERE repair_id = r.repair_id AND event = 'finishWork'), 0))`

/** One repair's part of the sums; one that was cancelled has none. */
const COSTS = `SELECT r.repair_id AS repairId, r.campaign_id AS campaignId,
  ${standsFor('r.household_id')} AS householdId, s.state, iif(s.state = 'cancelled', 0, ${WORK_DONG}) AS spentDong,
  iif(s.state = 'inProgress', ${PLANNED_DONG}, 0) AS plannedDong
  FROM repairs r JOIN repair_states s ON s.repair_id = r.repair_id`

export interface RepairCost {
  repairId: string
  campaignId: string | null
  campaignName: string | null
  householdId: string
  headOfHousehold: string
  communeName: string | null
  isDone: boolean
  /** Of finished work, whole đồng. */
  spentDong: number
  /** Of planned work that is not finished. */
  plannedDong: number
}

/** Every repair of a campaign, or of all where none is named, with what it cost or will; by the household kept. */
export function repairCosts(reader: Reader, campaignId: string | null): RepairCost[] {
  const sql = `SELECT c.*, campaign.name AS campaignName, head_of_household AS headOfHousehold,
    commune_name AS communeName FROM (${COSTS} WHERE :campaignId IS NULL OR r.campaign_id = :campaignId) c
    JOIN households household ON household.household_id = c.householdId
    LEFT JOIN campaigns campaign ON campaign.campaign_id = c.campaignId`
  return all<Omit<RepairCost, 'isDone'> & { state: string }>(reader, sql, { campaignId }).map(({ state, ...cost }) => ({
    ...cost,
    isDone: state === 'done',
  }))
}

/** What the repairs of a campaign cost beside one of them: all together, and those of the same household. */
export function otherRepairsDong(
  reader: Reader,
  repair: { repairId: string; campaignId: string; householdId: string },
): { campaignDong: number; householdDong: number } {
  const sql = `SELECT coalesce(sum(spentDong + plannedDong), 0) AS campaignDong,
    coalesce(sum(iif(householdId = ${standsFor(':householdId')}, spentDong + plannedDong, 0)), 0) AS householdDong
    FROM (${COSTS} WHERE r.campaign_id = :campaignId AND r.repair_id <> :repairId)`
  return first(reader, sql, repair) ?? { campaignDong: 0, householdDong: 0 }
}
