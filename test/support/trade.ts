/** Work of the trade, asked of an office as a clerk would: small inputs that are right, to be bent by tests. */

import type { Client } from '../../src/contract/client.ts'
import type { Input, Output } from '../../src/contract/contract.ts'
import type { Reply } from '../../src/contract/failure.ts'
import { day } from '../../src/domain/day.ts'
import { blankHousehold } from '../../src/domain/household.ts'
import { dong } from '../../src/domain/money.ts'
import { MONTH_WARNINGS } from '../../src/domain/month-close.ts'
import type { Period } from '../../src/domain/period.ts'
import { hasRight } from '../../src/domain/role.ts'
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

/** A word to every warning there may be; those that do not apply are passed over. */
export const EXPLAINED = MONTH_WARNINGS.map((code) => ({ code, words: 'Đã xem, không có gì phải sửa' }))

/** Closes a month: where the office has a second person that one draws it up, and whoever is at the port approves. */
export async function closeMonth(client: Client, month: Period): Promise<Reply<Output<'months.close'>>> {
  const closing = { period: month, explanations: EXPLAINED }
  const { person, people } = granted(await client.query('office.describe', {}))
  const second = people.find(
    ({ personId, role, isActive }) => isActive && personId !== person?.personId && hasRight(role, 'month.propose'),
  )
  if (second) {
    granted(await client.query('session.start', { personId: second.personId }))
    // What stands against drawing it up stands against closing, too, and is answered there.
    await client.command('months.propose', closing)
    granted(await client.query('session.start', { personId: person?.personId ?? '' }))
  }
  return client.command('months.close', closing)
}
