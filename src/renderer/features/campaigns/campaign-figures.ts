/** How far a campaign is, and its days and money in few words. */

import type { Campaign } from '../../../contract/campaigns.ts'
import { type Day, formatDay } from '../../../domain/day.ts'
import { showAmount } from '../../components/formats.ts'
import type { Text } from '../../text/texts.ts'

export interface CampaignFigures {
  /** Gifts that lists grant; without lists the households of the target, null where nobody set one. */
  expected: number | null
  /** Of these, what is still to come: gifts by list, else households. */
  left: number | null
  /** What was granted or handed over beyond the budget; 0 within it, or without one. */
  overBudgetDong: number
  /** Of the budget that was handed over, whole per cent; null without a budget. */
  usedPercent: number | null
}

export function figuresOf(campaign: Campaign): CampaignFigures {
  const { grantedBy, grantedCount, targetHouseholds, handedOverCount, handedOverDong, budgetDong } = campaign
  const byList = grantedBy === 'list'
  const expected = byList ? grantedCount : targetHouseholds
  const done = byList ? handedOverCount : campaign.handedOverHouseholds
  return {
    expected,
    left: expected === null ? null : Math.max(0, expected - done),
    overBudgetDong: Math.max(0, budgetDong === null ? 0 : Math.max(handedOverDong, campaign.grantedDong) - budgetDong),
    usedPercent: budgetDong ? Math.floor((handedOverDong / budgetDong) * 100) : null,
  }
}

/** "01/10 – 31/12/2026": the year is said once where both days have it. */
export function tellDays(from: Day, to: Day, { campaigns }: Pick<Text, 'campaigns'>): string {
  const isOneYear = from.slice(0, 4) === to.slice(0, 4)
  return campaigns.days(isOneYear ? formatDay(from).slice(0, 5) : formatDay(from), formatDay(to))
}

/** "12.500.000 ₫ (25%)". */
export function tellUsed(campaign: Campaign, { campaigns }: Pick<Text, 'campaigns'>): string {
  const { usedPercent } = figuresOf(campaign)
  return campaigns.used(showAmount(campaign.handedOverDong), usedPercent === null ? null : `${usedPercent}%`)
}
