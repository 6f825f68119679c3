import { describe, expect, test } from 'vitest'
import type { Campaign } from '../../src/contract/campaigns.ts'
import { day } from '../../src/domain/day.ts'
import { dong } from '../../src/domain/money.ts'
import { figuresOf, tellDays } from '../../src/renderer/features/campaigns/campaign-figures.ts'
import {
  budgetOf,
  type CampaignValues,
  emptyCampaign,
  packagesOf,
  termsOf,
  typedPackageDong,
  valuesOf,
} from '../../src/renderer/features/campaigns/campaign-values.ts'
import { texts } from '../../src/renderer/text/texts.ts'

const EMPTY = emptyCampaign(day('2026-11-24'))
const RICE = { name: 'Gạo tẻ', unitOfMeasure: 'kg', quantity: 10, unitPriceDong: 20_000 }
const BLANK = { name: '', unitOfMeasure: '', quantity: 1, unitPriceDong: '' }
const typed = (part: Partial<CampaignValues>): CampaignValues => ({ ...EMPTY, ...part })

const CAMPAIGN: Campaign = {
  campaignId: '01981b2a-0000-7000-8000-000000000001',
  name: 'Tri ân khách hàng',
  decisionNumbers: ['12/QĐ-PC', '15/QĐ-EVNCPC'],
  from: day('2026-11-01'),
  to: day('2026-12-31'),
  funds: [
    { name: 'Quỹ phúc lợi', amountDong: dong(50_000_000) },
    { name: 'Người lao động góp', amountDong: null },
  ],
  budgetDong: dong(60_000_000),
  repairBudgetDong: dong(20_000_000),
  repairBudgetPerHouseholdDong: null,
  targetHouseholds: 120,
  grantedBy: 'list',
  eligibleCategories: ['HN', 'HCN'],
  eligibleCommunes: ['Xã Mẫu'],
  giftsPerHousehold: 1,
  storeId: null,
  storeName: null,
  giftPackages: [
    {
      giftPackageId: '01981b2a-0000-7000-8000-000000000002',
      name: 'Suất quà Tết',
      valueDong: dong(500_000),
      lines: [
        { name: 'Gạo tẻ', unitOfMeasure: 'kg', quantity: 10, unitPriceDong: dong(20_000) },
        { name: 'Tiền mặt', unitOfMeasure: 'đồng', quantity: 300_000, unitPriceDong: dong(1) },
      ],
    },
  ],
  isIssued: false,
  grantedCount: 100,
  grantedDong: dong(50_000_000),
  grantedHouseholds: 90,
  handedOverCount: 37,
  handedOverHouseholds: 30,
  handedOverDong: dong(18_500_000),
}

describe('a campaign as it is typed', () => {
  test('begins with the month, ends with the year and gives by approved list', () => {
    expect(EMPTY).toMatchObject({ from: '2026-11-01', to: '2026-12-31', grantedBy: 'list', giftsPerHousehold: 1 })
  })

  test('has as many decisions as are parted by semicolons', () => {
    expect(termsOf(typed({ decisions: '12/QĐ-PC;  15/QĐ-EVN, ngày 05/01 ;' })).decisionNumbers).toEqual([
      '12/QĐ-PC',
      '15/QĐ-EVN, ngày 05/01',
    ])
  })

  test('leaves blank funds at the end out, and keeps a blank one before another for its problem to be told', () => {
    const funds = [
      { name: '', amountDong: '' },
      { name: 'Quỹ phúc lợi', amountDong: '' },
      { name: ' ', amountDong: '' },
    ]
    expect(termsOf(typed({ funds })).funds).toEqual([
      { name: '', amountDong: null },
      { name: 'Quỹ phúc lợi', amountDong: null },
    ])
  })

  test('has the budget that is typed, else the sum of its funds where each says how much', () => {
    const funds = [
      { name: 'Quỹ phúc lợi', amountDong: 50_000_000 },
      { name: 'Công đoàn', amountDong: 5_000_000 },
      { name: '', amountDong: '' },
    ]
    expect(budgetOf({ budgetDong: '', funds })).toBe(55_000_000)
    expect(budgetOf({ budgetDong: 40_000_000, funds })).toBe(40_000_000)
    expect(budgetOf({ budgetDong: '', funds: [...funds, { name: 'Góp', amountDong: '' }] })).toBeNull()
    expect(budgetOf({ budgetDong: '', funds: [] })).toBeNull()
  })

  test('has its money behind its goods, as a line counted in đồng', () => {
    const giftPackages = [{ name: 'Suất quà Tết', cashDong: 300_000, lines: [RICE, BLANK] }]
    expect(packagesOf(typed({ giftPackages }))).toEqual([
      {
        name: 'Suất quà Tết',
        lines: [RICE, { name: 'Tiền mặt', unitOfMeasure: 'đồng', quantity: 300_000, unitPriceDong: 1 }],
      },
    ])
    expect(typedPackageDong({ name: '', cashDong: 300_000, lines: [RICE] })).toBe(500_000)
  })

  test('may hold nothing but money, and where it holds nothing its first line is what is told about', () => {
    const [money, nothing] = packagesOf(
      typed({
        giftPackages: [
          { name: 'Tiền', cashDong: 500_000, lines: [BLANK] },
          { name: 'Gì', cashDong: '', lines: [BLANK] },
        ],
      }),
    )
    expect(money?.lines).toEqual([{ name: 'Tiền mặt', unitOfMeasure: 'đồng', quantity: 500_000, unitPriceDong: 1 }])
    expect(nothing?.lines).toHaveLength(1)
  })

  test('is what it was where nothing is changed', () => {
    const values = valuesOf(CAMPAIGN)
    expect(values.giftPackages[0]).toMatchObject({ cashDong: 300_000, lines: [{ name: 'Gạo tẻ' }] })
    const { name, decisionNumbers, funds, budgetDong, targetHouseholds, eligibleCategories, from } = CAMPAIGN
    expect(termsOf(values)).toMatchObject({
      ...{ name, decisionNumbers, funds, budgetDong, targetHouseholds, eligibleCategories, from },
    })
    expect(packagesOf(values)[0]?.lines).toEqual(CAMPAIGN.giftPackages[0]?.lines)
  })
})

describe('how far a campaign is', () => {
  test('is told by what its lists grant, or by its target where it needs none', () => {
    expect(figuresOf(CAMPAIGN)).toEqual({ expected: 100, left: 63, overBudgetDong: 0, usedPercent: 30 })
    expect(figuresOf({ ...CAMPAIGN, grantedBy: 'categories' })).toMatchObject({ expected: 120, left: 90 })
    expect(figuresOf({ ...CAMPAIGN, handedOverDong: dong(100_000_000) }).overBudgetDong).toBeGreaterThan(0)
    expect(figuresOf({ ...CAMPAIGN, grantedBy: 'categories', targetHouseholds: null, budgetDong: null })).toEqual({
      expected: null,
      left: null,
      overBudgetDong: 0,
      usedPercent: null,
    })
  })

  test('is never less than nothing', () => {
    expect(figuresOf({ ...CAMPAIGN, handedOverCount: 101 }).left).toBe(0)
  })

  test('says a year that both days have once', () => {
    expect(tellDays(day('2026-11-01'), day('2026-12-31'), texts.vi)).toBe('01/11 – 31/12/2026')
    expect(tellDays(day('2026-12-15'), day('2027-01-31'), texts.vi)).toBe('15/12/2026 – 31/01/2027')
  })
})
