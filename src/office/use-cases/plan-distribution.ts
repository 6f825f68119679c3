/** Plans a distribution: where, when, by whom, for whom; it may be changed until its papers are numbered. */

import type { ParsedInput } from '../../contract/contract.ts'
import type { Day } from '../../domain/day.ts'
import { refuseTooMany } from '../../domain/gift.ts'
import { type Refusal, refusal } from '../../domain/refusal.ts'
import { type CampaignRecord, findCampaign, findGiftPackage } from '../../ledger/campaigns.ts'
import type { Reader } from '../../ledger/connection.ts'
import {
  addDistribution,
  addExpected,
  changeDistribution,
  type Expected,
  expectedAt,
  findDistribution,
  heldGifts,
  plannedElsewhere,
  removeDistribution,
  setExpected,
} from '../../ledger/distributions.ts'
import { findHousehold } from '../../ledger/registry/households.ts'
import { findStockPlace } from '../../ledger/stock-movements.ts'
import { balanceOfEvent } from '../answers/distributions.ts'
import { refuseBeyondBudget } from '../gift-budget.ts'
import { refuseGift } from '../giving.ts'
import { type CommandHandler, done, refused } from '../handler.ts'
import { byOf } from '../session.ts'

type Plan = Pick<ParsedInput<'distributions.plan'>, 'placeId' | 'heldOn' | 'expected'>

export const planDistribution: CommandHandler<'distributions.plan'> = (commanding, { expected, ...plan }) => {
  const { reader, writer, newIdentity } = commanding
  const campaign = findCampaign(reader, plan.campaignId)
  if (!campaign) return refused(refusal('campaign.unknown', {}))
  const refusedBecause = refusePlan(reader, campaign, { ...plan, expected }, null)
  if (refusedBecause) return refused(refusedBecause)
  const eventId = newIdentity()
  const { recordedAt, personId } = byOf(commanding, 'distributions.plan')
  addDistribution(writer, eventId, plan, { recordedAt, personId })
  addExpected(writer, eventId, expected)
  return done({ eventId, householdCount: expected.length }, eventId)
}

export const amendDistribution: CommandHandler<'distributions.amend'> = (commanding, input) => {
  const { reader, writer } = commanding
  const { eventId, expected, ...plan } = input
  const event = findDistribution(reader, eventId)
  const campaign = event && findCampaign(reader, event.campaignId)
  if (!campaign) return refused(refusal('event.unknown', {}))
  if (event.kit) {
    const { placeName } = event
    return refused(refusal('event.kitIssued', { placeName, printed: balanceOfEvent(reader, eventId).printed }))
  }
  const refusedBecause = refusePlan(reader, campaign, { ...plan, expected }, eventId)
  if (refusedBecause) return refused(refusedBecause)
  changeDistribution(writer, eventId, { campaignId: event.campaignId, ...plan })
  setExpected(writer, eventId, expected)
  return done({ householdCount: expected.length }, eventId)
}

export const cancelDistribution: CommandHandler<'distributions.cancel'> = ({ reader, writer }, { eventId }) => {
  const event = findDistribution(reader, eventId)
  if (!event) return refused(refusal('event.unknown', {}))
  const { placeName } = event
  const { printed } = balanceOfEvent(reader, eventId)
  if (event.kit || printed > 0) return refused(refusal('event.inUse', { placeName, printed }))
  const householdCount = expectedAt(reader, event).length
  removeDistribution(writer, eventId)
  return done({ householdCount }, eventId)
}

function refusePlan(
  reader: Reader,
  campaign: CampaignRecord,
  { placeId, heldOn, expected }: Plan,
  eventId: string | null,
): Refusal | null {
  if (findStockPlace(reader, placeId)?.kind !== 'distributionPoint') return refusal('stock.placeUnknown', {})
  const { name: campaignName, from, to } = campaign
  if (heldOn < from || heldOn > to) return refusal('event.outsideCampaign', { campaignName, from, to })
  for (const one of expected) {
    const refusedBecause = refuseExpecting(reader, campaign, { expected: one, on: heldOn, eventId })
    if (refusedBecause) return refusedBecause
  }
  return refuseTogether(reader, campaign, expected, eventId)
}

/**
 * No household is printed more papers than it may sign, and without a list the budget holds for all of them: what was
 * handed over, what waits at other distributions, and what this one adds.
 */
function refuseTogether(
  reader: Reader,
  campaign: CampaignRecord,
  expected: readonly Expected[],
  eventId: string | null,
): Refusal | null {
  const held = heldGifts(reader, { campaignId: campaign.campaignId, eventId })
  for (const { householdId, giftPackageId } of expected) {
    const others = held.get(householdId) ?? []
    const gifts = others.includes(giftPackageId) ? others : [...others, giftPackageId]
    held.set(householdId, gifts)
    const headOfHousehold = findHousehold(reader, householdId)?.headOfHousehold ?? ''
    const tooMany = refuseTooMany(headOfHousehold, campaign, gifts)
    if (tooMany) return tooMany
  }
  return refuseBeyondBudget(reader, campaign, [...held.values()].flat())
}

/** Whether a household may be expected for a gift: on the day it would be given it, and it is expected nowhere else. */
export function refuseExpecting(
  reader: Reader,
  campaign: CampaignRecord,
  { expected, on, eventId }: { expected: Expected; on: Day; eventId: string | null },
): Refusal | null {
  const { householdId, giftPackageId } = expected
  const household = findHousehold(reader, householdId)
  if (!household) return refusal('household.unknown', {})
  const giftPackage = findGiftPackage(reader, giftPackageId)
  if (giftPackage?.campaignId !== campaign.campaignId) return refusal('giftPackage.unknown', {})
  const refusedBecause = refuseGift(reader, { campaign, household, giftPackage, on }, false)
  if (refusedBecause) return refusedBecause
  const elsewhere = plannedElsewhere(reader, { householdId, giftPackageId, eventId })
  return elsewhere ? refusal('event.planned', { headOfHousehold: household.headOfHousehold, ...elsewhere }) : null
}
