/** What a repair takes: lines of work and material, what it costs, and that materials neither appear nor vanish. */

import { type Dong, lineAmountDong, sumDong } from './money.ts'
import { type Refusal, refusal } from './refusal.ts'
import { quantityOf, type Taking, thousandthsOf } from './stock.ts'

/** A line is work, or material; of material from our own store `itemId` says which item of the stock it is. */
export const REPAIR_LINE_KINDS = ['material', 'work'] as const
export type RepairLineKind = (typeof REPAIR_LINE_KINDS)[number]

/** One line of an estimate, a plan or finished work. */
export interface RepairItem {
  kind: RepairLineKind
  /** Of the stock; null for work, and for material that was bought for the job. */
  itemId: string | null
  name: string
  unitOfMeasure: string
  quantity: number
  unitPriceDong: Dong
}

export function repairCostDong(items: readonly { quantity: number; unitPriceDong: number }[]): Dong {
  return sumDong(items.map((item) => lineAmountDong(item.quantity, item.unitPriceDong)))
}

/** What a crew holds of an item for one repair: drawn from a store less what was used and what went back; in units. */
export interface CrewMaterial {
  itemId: string
  itemName: string
  unitOfMeasure: string
  drawn: number
  used: number
  returned: number
}

/** What of a material is still with the crew: drawn − used − returned, never less than nothing. */
export function withCrew({ drawn, used, returned }: CrewMaterial): number {
  return quantityOf(thousandthsOf(drawn) - thousandthsOf(used) - thousandthsOf(returned))
}

/** Whether a crew may use or bring back materials: no more of an item of the stock than it holds for this repair. */
export function refuseMoreThanDrawn(
  materials: readonly CrewMaterial[],
  taken: readonly { itemId: string | null; name: string; unitOfMeasure: string; quantity: number }[],
): Refusal | null {
  const wanted = new Map<string, Taking>()
  for (const { itemId, name, unitOfMeasure, quantity } of taken) {
    if (itemId === null) continue
    const material = materials.find((one) => one.itemId === itemId)
    const before = wanted.get(itemId)?.wanted ?? 0
    wanted.set(itemId, {
      itemName: name,
      unitOfMeasure,
      available: material ? withCrew(material) : 0,
      wanted: quantityOf(thousandthsOf(before) + thousandthsOf(quantity)),
    })
  }
  const short = [...wanted.values()].filter((one) => thousandthsOf(one.available) < thousandthsOf(one.wanted))
  return short.length > 0 ? refusal('repair.moreThanDrawn', { items: short }) : null
}

/** Whether all materials of a repair are accounted for: what was drawn was used or brought back. */
export function refuseMaterialsOut(materials: readonly CrewMaterial[]): Refusal | null {
  const items = materials
    .filter((material) => withCrew(material) > 0)
    .map(({ itemName, unitOfMeasure, ...rest }) => ({
      itemName,
      unitOfMeasure,
      quantity: withCrew({ itemName, unitOfMeasure, ...rest }),
    }))
  return items.length > 0 ? refusal('repair.materialsOut', { items }) : null
}

/** Whether a repair's cost fits the money: per household first, then the campaign's; null budgets are not watched. */
export function refuseOverBudget(facts: {
  headOfHousehold: string
  campaignName: string
  costDong: number
  perHouseholdDong: number | null
  /** What the household's repairs of the campaign cost beside this one. */
  householdOtherDong: number
  campaignDong: number | null
  /** What the campaign's other repairs cost, or are planned to. */
  campaignOtherDong: number
}): Refusal | null {
  const { headOfHousehold, campaignName, costDong, perHouseholdDong, campaignDong } = facts
  const householdDong = costDong + facts.householdOtherDong
  if (perHouseholdDong !== null && householdDong > perHouseholdDong) {
    return refusal('repair.overHouseholdBudget', {
      headOfHousehold,
      budgetDong: perHouseholdDong,
      wantedDong: householdDong,
    })
  }
  const wantedDong = costDong + facts.campaignOtherDong
  if (campaignDong === null || wantedDong <= campaignDong) return null
  return refusal('repair.overCampaignBudget', { campaignName, budgetDong: campaignDong, wantedDong })
}
