import { describe, expect, test } from 'vitest'
import type { Campaign } from '../../src/contract/campaigns.ts'
import type { DistributionEvent } from '../../src/contract/distributions.ts'
import type { CardGift } from '../../src/contract/gifts.ts'
import { type Day, day } from '../../src/domain/day.ts'
import { dong } from '../../src/domain/money.ts'
import {
  campaignAt,
  dayToBeginWith,
  eventAt,
  expectedCount,
  NO_EVENT,
  readCounterView,
} from '../../src/renderer/features/counter/counter-view.ts'
import { giftToGive, receiptFor, type ScannedReceipt } from '../../src/renderer/features/counter/gift-to-give.ts'

const TODAY = day('2026-11-24')

function campaign(campaignId: string, from: string, to: string): Campaign {
  return {
    campaignId,
    name: campaignId,
    decisionNumbers: [],
    from: day(from),
    to: day(to),
    funds: [],
    budgetDong: null,
    repairBudgetDong: null,
    repairBudgetPerHouseholdDong: null,
    targetHouseholds: 80,
    grantedBy: 'list',
    eligibleCategories: [],
    eligibleCommunes: [],
    giftsPerHousehold: 1,
    storeId: null,
    storeName: null,
    giftPackages: [],
    isIssued: true,
    grantedCount: 100,
    grantedDong: dong(0),
    grantedHouseholds: 0,
    handedOverCount: 0,
    handedOverHouseholds: 0,
    handedOverDong: dong(0),
  }
}

function event(eventId: string, heldOn: Day): DistributionEvent {
  const balance = { printed: 55, signed: 0, void: 0, spare: 5, missing: 0, open: 50, isBalanced: false }
  return {
    eventId,
    campaignId: 'Tết',
    campaignName: 'Tết',
    placeId: 'place',
    heldOn,
    staff: [],
    witnesses: [],
    note: null,
    placeName: 'Nhà văn hoá',
    householdCount: 50,
    valueDong: dong(0),
    kit: null,
    balance,
    backCount: 0,
  }
}

const SPRING = campaign('Xuân', '2026-01-01', '2026-02-28')
const YEAR_END = campaign('Tết', '2026-11-01', '2026-12-31')

describe('where the counter stands', () => {
  test('is the campaign of today, unless another was chosen; after the last one it is the latest', () => {
    expect(campaignAt([SPRING, YEAR_END], TODAY)).toBe(YEAR_END)
    expect(campaignAt([SPRING, YEAR_END], TODAY, 'Xuân')).toBe(SPRING)
    expect(campaignAt([YEAR_END, SPRING], day('2027-03-01'))).toBe(YEAR_END)
    expect(campaignAt([], TODAY)).toBeUndefined()
  })

  test('is the only distribution of today; between two a person chooses, and may choose none', () => {
    const [here, there, tomorrow] = [event('a', TODAY), event('b', TODAY), event('c', day('2026-11-25'))]
    expect(eventAt([here, tomorrow], TODAY, undefined)).toBe(here)
    expect(eventAt([here, there], TODAY, undefined)).toBeNull()
    expect(eventAt([here, there], TODAY, 'b')).toBe(there)
    expect(eventAt([here], TODAY, NO_EVENT)).toBeNull()
    expect(eventAt([tomorrow], TODAY, undefined)).toBeNull()
  })

  test('dates gifts today, but not after the campaign or the day of the distribution', () => {
    expect(dayToBeginWith(YEAR_END, null, TODAY)).toBe(TODAY)
    expect(dayToBeginWith(SPRING, null, TODAY)).toBe('2026-02-28')
    expect(dayToBeginWith(YEAR_END, event('a', day('2026-11-20')), TODAY)).toBe('2026-11-20')
    expect(dayToBeginWith(YEAR_END, event('a', day('2026-11-30')), TODAY)).toBe(TODAY)
  })

  test('expects who is expected at the distribution, else whom the lists grant, else the target', () => {
    expect(expectedCount(YEAR_END, event('a', TODAY))).toBe(50)
    expect(expectedCount(YEAR_END, null)).toBe(100)
    expect(expectedCount({ ...YEAR_END, grantedBy: 'categories' }, null)).toBe(80)
    expect(expectedCount({ ...YEAR_END, grantedBy: 'categories', giftsPerHousehold: 2 }, null)).toBeNull()
  })

  test('is read from an address that anybody may have typed', () => {
    expect(readCounterView({ campaignId: '', eventId: 7, receipt: '31/2026/BBBG-PC042' })).toEqual({
      campaignId: undefined,
      eventId: undefined,
      householdId: undefined,
      receipt: '31/2026/BBBG-PC042',
    })
  })
})

describe('which gift is given on which paper', () => {
  const gift = (name: string): CardGift => ({
    giftPackageId: name,
    name,
    valueDong: dong(500_000),
    refusal: null,
    isOverrulable: false,
    receipt: null,
  })
  const [rice, money] = [gift('Gạo'), gift('Tiền')]
  const receipt: ScannedReceipt = {
    receiptId: 'receipt',
    documentNumber: '31/2026/BBBG-PC042',
    campaignId: 'Tết',
    eventId: 'a',
    position: 31,
    household: null,
    giftPackageId: null,
    giftPackageName: null,
    fate: 'open',
  }
  const household = { householdId: 'h', headOfHousehold: 'Lý Công An', hamlet: null, communeName: null } as const
  const printed: ScannedReceipt = {
    ...receipt,
    giftPackageId: 'Tiền',
    giftPackageName: 'Tiền',
    household: {
      ...household,
      birthYear: null,
      maskedCitizenId: null,
      customerCode: null,
      phone: null,
      category: null,
      memberCount: null,
      status: 'active',
    },
  }

  test('the one that was chosen, else the one the paper is printed for, else the first that may be given', () => {
    expect(giftToGive([rice, money], null, undefined)).toBe(rice)
    expect(giftToGive([rice, money], printed, undefined)).toBe(money)
    expect(giftToGive([rice, money], printed, 'Gạo')).toBe(rice)
    expect(giftToGive([], null, undefined)).toBeUndefined()
  })

  test('a spare takes any gift, a printed paper only its own, and a paper that is used up none', () => {
    expect(receiptFor(rice, receipt)).toBe('receipt')
    expect(receiptFor(money, printed)).toBe('receipt')
    expect(receiptFor(rice, printed)).toBeNull()
    expect(receiptFor(rice, { ...receipt, fate: 'void' })).toBeNull()
    expect(receiptFor(rice, null)).toBeNull()
  })
})
