/** Hands a gift over at the counter: every rule is asked, then the paper is the kit's, a spare, or a new one. */

import type { Refusal } from '../../domain/refusal.ts'
import { findCampaign } from '../../ledger/campaigns.ts'
import type { Reader } from '../../ledger/connection.ts'
import { heldGifts } from '../../ledger/distributions.ts'
import { refuseBeyondBudget } from '../gift-budget.ts'
import { type Gift, give, kitReceiptFor } from '../giving.ts'
import { type CommandHandler, done, refused } from '../handler.ts'

/**
 * A gift that no paper waits for adds to what the campaign costs. Signed papers are entered whatever they come to: what
 * was handed over was handed over, and their distribution was held to the budget when it was planned.
 */
function refuseMoreMoney(reader: Reader, gift: Gift): Refusal | null {
  const campaign = findCampaign(reader, gift.campaignId)
  if (!campaign || campaign.budgetDong === null || kitReceiptFor(reader, gift)) return null
  const held = heldGifts(reader, { campaignId: gift.campaignId, eventId: null })
  return refuseBeyondBudget(reader, campaign, [...[...held.values()].flat(), gift.giftPackageId])
}

export const handOverGift: CommandHandler<'gifts.handOver'> = (commanding, gift) => {
  const tooMuch = refuseMoreMoney(commanding.reader, gift)
  const outcome = give(commanding, gift)
  if ('refusal' in outcome) return refused(outcome.refusal)
  return tooMuch ? refused(tooMuch) : done(outcome.given, gift.householdId)
}
