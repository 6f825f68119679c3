/**
 * Records a finished repair with its work, its cost and its readings. Failed readings are told; they bar the
 * certificate.
 */

import { refusePaperDay } from '../../domain/document.ts'
import { refusal } from '../../domain/refusal.ts'
import { failedChecks, repairCostDong } from '../../domain/repair.ts'
import { findCampaign } from '../../ledger/campaigns.ts'
import { closedThrough } from '../../ledger/months.ts'
import { findHousehold } from '../../ledger/registry/households.ts'
import { addRepair } from '../../ledger/repairs.ts'
import { type CommandHandler, done, refused } from '../handler.ts'
import { personOf } from '../session.ts'

export const recordRepair: CommandHandler<'repairs.record'> = (commanding, input) => {
  const { reader, writer, now, today, newIdentity } = commanding
  const { householdId, campaignId, doneOn, conditionFound, crew, fundingSource, items, readings } = input
  const household = findHousehold(reader, householdId)
  if (!household) return refused(refusal('household.unknown', {}))
  if (campaignId && !findCampaign(reader, campaignId)) return refused(refusal('campaign.unknown', {}))
  const { headOfHousehold, status } = household
  if (status !== 'active') return refused(refusal('household.notActive', { headOfHousehold, status }))
  const refusedBecause = refusePaperDay(doneOn, today, closedThrough(reader))
  if (refusedBecause) return refused(refusedBecause)

  const repairId = newIdentity()
  const costDong = repairCostDong(items)
  const { personId } = personOf(commanding)
  addRepair(
    writer,
    {
      repairId,
      householdId,
      campaignId,
      doneOn,
      conditionFound,
      crew,
      fundingSource,
      costDong,
      ...readings,
      recordedAt: now,
      personId,
    },
    items,
  )
  return done({ repairId, costDong, failedChecks: failedChecks(readings) }, householdId)
}
