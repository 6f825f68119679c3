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
    householdOtherDong: householdBudget?.otherDong ?? 0,
    campaignDong: campaignBudget?.budgetDong ?? null,
    campaignOtherDong: campaignBudget?.otherDong ?? 0,
  })
  return over && { family: 'refused', refusal: over }
}
