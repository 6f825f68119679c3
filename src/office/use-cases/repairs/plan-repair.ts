/** Giao việc: a job for a crew and a day, with its work order; within the money, or over it by who may. */

import type { ParsedInput } from '../../../contract/contract.ts'
import { formatDay } from '../../../domain/day.ts'
import { type Refusal, refusal } from '../../../domain/refusal.ts'
import { refusePlan } from '../../../domain/repair.ts'
import { refuseMaterialsOut, refuseOverBudget, repairCostDong } from '../../../domain/repair-cost.ts'
import { findCampaign } from '../../../ledger/campaigns.ts'
import { latestListOf } from '../../../ledger/repairs/confirmations.ts'
import { otherRepairsDong } from '../../../ledger/repairs/repair-costs.ts'
import type { RepairLine } from '../../../ledger/repairs/repair-lines.ts'
import { addPlan, crewMaterialsOf, surveyOf } from '../../../ledger/repairs/repair-work.ts'
import { stepsOfRepair } from '../../../ledger/repairs/repairs.ts'
import { type CommandHandler, type Commanding, done, refused } from '../../handler.ts'
import { workOrderData } from '../../repair-papers.ts'
import {
  factsOfRepair,
  issueRepairPaper,
  refuseUnknownItems,
  repairOnPaper,
  type StepTaken,
  takeStep,
  voidStandingPapers,
} from '../../repairing.ts'
import { personOf, refuseWithoutRight } from '../../session.ts'

type Planned = ParsedInput<'repairs.plan'>

const REPLACED = 'Thay bằng phiếu giao việc mới'

export const planRepair: CommandHandler<'repairs.plan'> = (commanding, input) => {
  const { repairId, on, overruledBecause, ...plan } = input
  let overBudget: Refusal | null = null
  const taken = takeStep(commanding, { repairId, event: 'plan', on, reason: overruledBecause }, (repair) => {
    overBudget = refuseCost(commanding, repair, repairCostDong(plan.items))
    return refuseToPlan(commanding, repair, input) ?? (overBudget && refuseOverruling(commanding, input, overBudget))
  })
  if ('refusal' in taken) return refused(taken.refusal)
  addPlan(commanding.writer, taken.stepId, plan)
  voidStandingPapers(commanding, repairId, { kinds: ['workOrder'], on, reason: REPLACED })
  const issued = issueOrder(commanding, taken, input)
  return done({ state: taken.state, ...issued }, taken.repair.household.householdId)
}

/** Materials stay with the crew that drew them: another crew gets the job when they have come back. */
function refuseToPlan({ reader }: Commanding, repair: RepairLine, { on, plannedFor, crew, items }: Planned) {
  const isAnotherCrew = repair.crew !== null && repair.crew !== crew
  return (
    refusePlan(factsOfRepair(repair)) ??
    (plannedFor < on ? refusal('repair.plannedBefore', { on, plannedFor }) : null) ??
    refuseUnknownItems(reader, items) ??
    (isAnotherCrew ? refuseMaterialsOut(crewMaterialsOf(reader, repair.repairId)) : null)
  )
}

/** What a repair cost so far and will by its plan, against what the campaign and the household have. */
function refuseCost({ reader }: Commanding, repair: RepairLine, plannedDong: number): Refusal | null {
  const { repairId, campaignId, household } = repair
  const campaign = campaignId === null ? null : findCampaign(reader, campaignId)
  if (!campaign) return null
  const { campaignDong, householdDong } = otherRepairsDong(reader, {
    repairId,
    campaignId: campaign.campaignId,
    householdId: household.householdId,
  })
  return refuseOverBudget({
    headOfHousehold: household.headOfHousehold,
    campaignName: campaign.name,
    costDong: repair.workDong + plannedDong,
    perHouseholdDong: campaign.repairBudgetPerHouseholdDong,
    householdOtherDong: householdDong,
    campaignDong: campaign.repairBudgetDong,
    campaignOtherDong: campaignDong,
  })
}

function refuseOverruling({ session }: Commanding, { overruledBecause }: Planned, overBudget: Refusal): Refusal | null {
  return overruledBecause === null ? overBudget : refuseWithoutRight(session, 'repair.overrule')
}

function issueOrder(commanding: Commanding, taken: StepTaken, { on, crew, plannedFor, instructions, items }: Planned) {
  const { reader } = commanding
  const { repair } = taken
  const survey = surveyOf(reader, repair.repairId)
  return issueRepairPaper(commanding, taken, { kind: 'workOrder', on, costDong: repairCostDong(items) }, (issue) =>
    workOrderData(reader, repairOnPaper(reader, repair), issue, {
      crew,
      plannedFor,
      instructions,
      items,
      conditionFound: survey?.conditionFound ?? repair.need,
      dangerous: repair.dangerous,
      neededWork: survey?.neededWork ?? null,
      confirmation: confirmationWords(commanding, repair.repairId),
      givenBy: { fullName: personOf(commanding).fullName, title: null },
    }),
  )
}

/** By what the commune confirmed, or why a supervisor went on without it. */
function confirmationWords({ reader }: Commanding, repairId: string): string | null {
  const last = stepsOfRepair(reader, repairId).findLast(({ event }) => event === 'confirm' || event === 'exempt')
  if (last?.event === 'exempt') return `không chờ UBND xã xác nhận: ${last.reason}`
  const list = latestListOf(reader, repairId)
  if (!last || !list?.confirmedOn) return null
  const number = list.confirmationNumber === null ? '' : `số ${list.confirmationNumber}, `
  return `UBND xã xác nhận ${number}ngày ${formatDay(list.confirmedOn)}`
}
