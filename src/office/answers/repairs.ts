/** Answers about repairs. */

import type { Repair } from '../../contract/repairs.ts'
import { dong } from '../../domain/money.ts'
import { refusal } from '../../domain/refusal.ts'
import { failedChecks, type RepairState } from '../../domain/repair.ts'
import { findCampaign } from '../../ledger/campaigns.ts'
import { type OfficeRecord, officeOf } from '../../ledger/office-record.ts'
import { countRepairs, findRepair, itemsOfRepair, listRepairs, type RepairLine } from '../../ledger/repairs.ts'
import { certificateNumber } from '../document-numbers.ts'
import { done, type QueryHandler, refused } from '../handler.ts'

/** Where a repair stands in its life, as the rules see it. */
export function stateOfRepair(office: OfficeRecord, line: RepairLine): RepairState {
  if (line.voidedOn) return { state: 'voided', voidedOn: line.voidedOn }
  const documentNumber = certificateNumber(office, line)
  if (documentNumber && line.certifiedOn) return { state: 'certified', documentNumber, certifiedOn: line.certifiedOn }
  return { state: 'recorded' }
}

function repairOf(office: OfficeRecord, line: RepairLine): Repair {
  const { repairId, householdId, headOfHousehold, hamlet, communeName, doneOn, conditionFound, crew } = line
  return {
    repairId,
    householdId,
    headOfHousehold,
    hamlet,
    communeName,
    doneOn,
    conditionFound,
    crew,
    costDong: dong(line.costDong),
    failedChecks: failedChecks(line.readings),
    state: stateOfRepair(office, line).state,
    documentNumber: certificateNumber(office, line),
    certifiedOn: line.certifiedOn,
    voidedOn: line.voidedOn,
  }
}

export const listOfRepairs: QueryHandler<'repairs.list'> = ({ reader }, { state, limit }) => {
  const office = officeOf(reader)
  const repairs = listRepairs(reader, state, limit).map((line) => repairOf(office, line))
  return done({ repairs, count: countRepairs(reader, state) })
}

export const getRepair: QueryHandler<'repairs.get'> = ({ reader }, { repairId }) => {
  const line = findRepair(reader, repairId)
  if (!line) return refused(refusal('repair.unknown', {}))
  const { campaignId, fundingSource, readings } = line
  return done({
    ...repairOf(officeOf(reader), line),
    campaignName: campaignId ? (findCampaign(reader, campaignId)?.name ?? null) : null,
    fundingSource,
    items: itemsOfRepair(reader, repairId),
    readings,
  })
}
