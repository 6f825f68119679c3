/** Whether a job fits the money, told while it is being planned. The office decides by the same rule. */

import type { Failure } from '../../../../../contract/failure.ts'
import type { RepairDetail } from '../../../../../contract/repairs.ts'
import { refuseOverBudget } from '../../../../../domain/repair-cost.ts'

export function overBudget(repair: RepairDetail, costDong: number): Failure | null {
  const { household, campaignName, householdBudget, campaignBudget } = repair
  const over = refuseOverBudget({
    headOfHousehold: household.headOfHousehold,
    campaignName: campaignName ?? '',
    costDong,
    perHouseholdDong: householdBudget?.budgetDong ?? null,
    householdOtherDong: otherDong(householdBudget, repair),
    campaignDong: campaignBudget?.budgetDong ?? null,
    campaignOtherDong: otherDong(campaignBudget, repair),
  })
  return over && { family: 'refused', refusal: over }
}

/** What the money is spent on or planned for beside this repair, whose own cost so far is in it. */
function otherDong(budget: RepairDetail['campaignBudget'], { costDong }: RepairDetail): number {
  return budget ? Math.max(0, budget.spentDong + budget.plannedDong - costDong) : 0
}
