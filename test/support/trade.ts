/** Work of the trade, asked of an office as a clerk would: small inputs that are right, to be bent by tests. */

import type { Client } from '../../src/contract/client.ts'
import type { Input } from '../../src/contract/contract.ts'
import { day } from '../../src/domain/day.ts'
import { blankHousehold } from '../../src/domain/household.ts'
import { dong } from '../../src/domain/money.ts'
import { granted } from './office.ts'

export const NOVEMBER_20 = day('2026-11-20')

export const HOUSEHOLD: Input<'households.register'> = {
  ...blankHousehold('Nguyễn Thị Được'),
  birthYear: 1951,
  citizenId: '001151000001',
  customerCode: 'PS0000000001',
  hamlet: 'Thôn Đông',
  communeName: 'Xã Mẫu',
  members: [],
  categories: [{ category: 'HN', decisionNumber: '12/QĐ-UBND', validFrom: null, validTo: null }],
}

export const CAMPAIGN: Input<'campaigns.open'> = {
  name: 'Tri ân khách hàng 2026',
  decisionNumbers: ['1234/QĐ-PC'],
  funds: [],
  budgetDong: null,
  repairBudgetDong: null,
  repairBudgetPerHouseholdDong: null,
  targetHouseholds: null,
  grantedBy: 'categories',
  from: day('2026-11-01'),
  to: day('2027-01-31'),
  eligibleCategories: [],
  eligibleCommunes: [],
  giftsPerHousehold: 1,
  storeId: null,
  giftPackages: [
    {
      name: 'Suất quà Tết',
      lines: [
        { name: 'Gạo tẻ', unitOfMeasure: 'kg', quantity: 10, unitPriceDong: dong(20_000) },
        { name: 'Tiền mặt', unitOfMeasure: 'đồng', quantity: 1, unitPriceDong: dong(300_000) },
      ],
    },
  ],
}

export async function registerHousehold(client: Client, name: string, citizenId: string | null = null) {
  const facts = { ...HOUSEHOLD, headOfHousehold: name, citizenId }
  return granted(await client.command('households.register', facts)).householdId
}

export async function openCampaign(client: Client, bent: Partial<Input<'campaigns.open'>> = {}) {
  const { campaignId, giftPackageIds } = granted(await client.command('campaigns.open', { ...CAMPAIGN, ...bent }))
  return { campaignId, giftPackageId: giftPackageIds[0] ?? '' }
}

export type Gift = Input<'gifts.handOver'>

export function giftFor(campaign: { campaignId: string; giftPackageId: string }, householdId: string): Gift {
  const atTheCounter = { eventId: null, receiptId: null, overruledBecause: null }
  return {
    ...campaign,
    ...atTheCounter,
    householdId,
    handedOverOn: NOVEMBER_20,
    recipient: { kind: 'headOfHousehold' },
  }
}
