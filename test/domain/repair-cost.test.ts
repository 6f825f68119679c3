/** What a repair takes: its lines add up, its materials neither appear nor vanish, its cost stays within the money. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dong } from '../../src/domain/money.ts'
import {
  type CrewMaterial,
  refuseMaterialsOut,
  refuseMoreThanDrawn,
  refuseOverBudget,
  repairCostDong,
  withCrew,
} from '../../src/domain/repair-cost.ts'

const line = fc.record({
  quantity: fc.integer({ min: 1, max: 500_000 }).map((thousandths) => thousandths / 1000),
  unitPriceDong: fc.integer({ min: 0, max: 5_000_000 }),
})

describe('the cost', () => {
  test('is the sum of the lines, metres of wire by the decimetre', () => {
    const wire = { quantity: 12.3, unitPriceDong: 15_750 }
    expect(repairCostDong([wire, { quantity: 1, unitPriceDong: 85_000 }])).toBe(193_725 + 85_000)
    expect(repairCostDong([])).toBe(0)
  })

  test('of two lists is the cost of both together, in whole đồng', () => {
    fc.assert(
      fc.property(fc.array(line), fc.array(line), (some, others) => {
        const cost = repairCostDong([...some, ...others])
        expect(cost).toBe(repairCostDong(some) + repairCostDong(others))
        expect(Number.isInteger(cost)).toBe(true)
      }),
    )
  })
})

const wire: CrewMaterial = {
  itemId: 'k1',
  itemName: 'Dây đồng 2 × 2,5 mm²',
  unitOfMeasure: 'm',
  drawn: 25,
  used: 12.3,
  returned: 2.7,
}
const lamps: CrewMaterial = { itemId: 'k2', itemName: 'Đèn LED', unitOfMeasure: 'bộ', drawn: 2, used: 2, returned: 0 }
const taken = (itemId: string | null, quantity: number) => ({
  itemId,
  name: 'Dây đồng 2 × 2,5 mm²',
  unitOfMeasure: 'm',
  quantity,
})

describe('materials of a crew', () => {
  test('are what was drawn, less what was used and what went back', () => {
    expect(withCrew(wire)).toBe(10)
    expect(withCrew(lamps)).toBe(0)
  })

  test('are enough for what they are enough for, several lines of one item together', () => {
    expect(refuseMoreThanDrawn([wire, lamps], [taken('k1', 4), taken('k1', 6)])).toBeNull()
    expect(refuseMoreThanDrawn([wire, lamps], [taken('k1', 4), taken('k1', 6.001)])).toEqual({
      code: 'repair.moreThanDrawn',
      parameters: {
        items: [{ itemName: 'Dây đồng 2 × 2,5 mm²', unitOfMeasure: 'm', available: 10, wanted: 10.001 }],
      },
    })
  })

  test('that were never drawn are not there; what was bought is not asked for', () => {
    expect(refuseMoreThanDrawn([], [taken('k9', 1)])?.code).toBe('repair.moreThanDrawn')
    expect(refuseMoreThanDrawn([], [taken(null, 100)])).toBeNull()
  })

  test('are all used or brought back before the repair is accepted', () => {
    expect(refuseMaterialsOut([lamps])).toBeNull()
    expect(refuseMaterialsOut([wire, lamps])).toEqual({
      code: 'repair.materialsOut',
      parameters: { items: [{ itemName: 'Dây đồng 2 × 2,5 mm²', unitOfMeasure: 'm', quantity: 10 }] },
    })
  })

  test('conserve: whatever is drawn, used and brought back with leave, nothing is with the crew that did not come', () => {
    const quantity = fc.integer({ min: 1, max: 20_000 }).map((thousandths) => thousandths / 1000)
    const move = fc.record({ kind: fc.constantFrom('drawn', 'used', 'returned'), quantity })
    fc.assert(
      fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
        let material: CrewMaterial = { ...wire, drawn: 0, used: 0, returned: 0 }
        const sums = { drawn: 0, used: 0, returned: 0 }
        for (const { kind, quantity: moved } of moves) {
          if (kind !== 'drawn' && refuseMoreThanDrawn([material], [taken('k1', moved)])) continue
          sums[kind] += Math.round(moved * 1000)
          material = { ...material, [kind]: sums[kind] / 1000 }
          expect(withCrew(material)).toBeGreaterThanOrEqual(0)
          expect(sums.used + sums.returned + Math.round(withCrew(material) * 1000)).toBe(sums.drawn)
        }
        expect(refuseMaterialsOut([material]) === null).toBe(sums.used + sums.returned === sums.drawn)
      }),
    )
  })
})

describe('the money', () => {
  const facts = {
    headOfHousehold: 'Y Bhăm Niê',
    campaignName: 'Tri ân 2026',
    costDong: 900_000,
    perHouseholdDong: 1_500_000,
    householdOtherDong: 600_000,
    campaignDong: 10_000_000,
    campaignOtherDong: 9_100_000,
  }

  test('is kept to the last đồng, for the household and for the campaign', () => {
    expect(refuseOverBudget(facts)).toBeNull()
    expect(refuseOverBudget({ ...facts, costDong: 900_001 })).toEqual({
      code: 'repair.overHouseholdBudget',
      parameters: { headOfHousehold: 'Y Bhăm Niê', budgetDong: 1_500_000, wantedDong: 1_500_001 },
    })
    expect(refuseOverBudget({ ...facts, campaignOtherDong: 9_100_001 })).toEqual({
      code: 'repair.overCampaignBudget',
      parameters: { campaignName: 'Tri ân 2026', budgetDong: 10_000_000, wantedDong: 10_000_001 },
    })
  })

  test('is not watched where no budget was set', () => {
    const unwatched = { ...facts, perHouseholdDong: null, campaignDong: null, costDong: dong(900_000_000) }
    expect(refuseOverBudget(unwatched)).toBeNull()
    expect(refuseOverBudget({ ...unwatched, campaignDong: 1 })?.code).toBe('repair.overCampaignBudget')
  })

  test('is never passed by what is let through', () => {
    const amount = fc.integer({ min: 0, max: 3_000_000 })
    const budget = fc.option(amount, { nil: null })
    const some = fc.record({
      costDong: amount,
      perHouseholdDong: budget,
      householdOtherDong: amount,
      campaignDong: budget,
      campaignOtherDong: amount,
    })
    fc.assert(
      fc.property(some, (money) => {
        const { costDong, perHouseholdDong, householdOtherDong, campaignDong, campaignOtherDong } = money
        const isWithin =
          costDong + householdOtherDong <= (perHouseholdDong ?? Number.POSITIVE_INFINITY) &&
          costDong + campaignOtherDong <= (campaignDong ?? Number.POSITIVE_INFINITY)
        expect(refuseOverBudget({ ...facts, ...money }) === null).toBe(isWithin)
      }),
    )
  })
})
