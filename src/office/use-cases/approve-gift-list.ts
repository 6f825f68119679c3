/** The second person's word on a list: it grants from then on, or it is sent back with a reason. */

import { refuseApproval } from '../../domain/gift-list.ts'
import { type Refusal, refusal } from '../../domain/refusal.ts'
import { findCampaign } from '../../ledger/campaigns.ts'
import type { Reader } from '../../ledger/connection.ts'
import { addGiftListVerdict, entriesOfList, findGiftList, type GiftListLine } from '../../ledger/gift-lists.ts'
import { isListIntact } from '../gift-list-paper.ts'
import { refuseTogether, refuseWithdrawal } from '../gift-list-rules.ts'
import { type CommandHandler, type Commanding, done, refused } from '../handler.ts'
import { personOf } from '../session.ts'

function listToDecide(commanding: Commanding, listId: string): { list: GiftListLine } | { refusal: Refusal } {
  const list = findGiftList(commanding.reader, listId)
  if (!list) return { refusal: refusal('giftList.unknown', {}) }
  const refusedBecause = refuseApproval(list, personOf(commanding).personId)
  return refusedBecause ? { refusal: refusedBecause } : { list }
}

export const approveGiftList: CommandHandler<'giftLists.approve'> = (commanding, { listId, decisionNumber }) => {
  const found = listToDecide(commanding, listId)
  if ('refusal' in found) return refused(found.refusal)
  const changed = refuseChangedSince(commanding.reader, found.list)
  if (changed) return refused(changed)
  const { listNumber, sha256, campaignId } = found.list
  const { personId } = personOf(commanding)
  const verdict = { verdict: 'approved', decisionNumber, reason: null, decidedAt: commanding.now, personId }
  addGiftListVerdict(commanding.writer, { listId, ...verdict })
  return done({ listNumber, sha256 }, campaignId)
}

/** What may have come between: rows changed behind our back, gifts handed over, a budget cut. */
function refuseChangedSince(reader: Reader, list: GiftListLine): Refusal | null {
  const { listId, campaignId, campaignName } = list
  const campaign = findCampaign(reader, campaignId)
  if (!campaign) return refusal('campaign.unknown', {})
  if (!isListIntact(reader, list)) return refusal('giftList.altered', { campaignName })
  const entries = entriesOfList(reader, listId)
  for (const entry of entries) {
    const given = refuseWithdrawal(reader, campaign, entry)
    if (given) return given
  }
  return refuseTogether(reader, campaign, entries)
}

export const declineGiftList: CommandHandler<'giftLists.decline'> = (commanding, { listId, reason }) => {
  const found = listToDecide(commanding, listId)
  if ('refusal' in found) return refused(found.refusal)
  const { listNumber, campaignId } = found.list
  const { personId } = personOf(commanding)
  const verdict = { verdict: 'declined', decisionNumber: null, reason, decidedAt: commanding.now, personId }
  addGiftListVerdict(commanding.writer, { listId, ...verdict })
  return done({ listNumber }, campaignId)
}
