/** Draws up the list of a campaign, or the next supplement: frozen with its hash, granting nothing until approved. */

import type { ParsedInput } from '../../contract/contract.ts'
import { dayWithin } from '../../domain/gift.ts'
import { lastWords } from '../../domain/gift-list.ts'
import { refusal } from '../../domain/refusal.ts'
import { findCampaign, listGiftPackages } from '../../ledger/campaigns.ts'
import type { Reader } from '../../ledger/connection.ts'
import { addGiftList, holdersOfGrant, nextListNumber, waitingGiftList } from '../../ledger/gift-lists.ts'
import { frozenGiftList, giftListHash } from '../gift-list-paper.ts'
import { refuseChange, refuseTogether } from '../gift-list-rules.ts'
import { type CommandHandler, done, refused } from '../handler.ts'
import { personOf } from '../session.ts'

type Entry = ParsedInput<'giftLists.drawUp'>['entries'][number]

export const drawUpGiftList: CommandHandler<'giftLists.drawUp'> = (commanding, { campaignId, title, entries }) => {
  const { reader, writer, now, today, newIdentity } = commanding
  const campaign = findCampaign(reader, campaignId)
  if (!campaign) return refused(refusal('campaign.unknown', {}))
  const { name: campaignName } = campaign
  const waiting = waitingGiftList(reader, campaignId)
  if (waiting) {
    const { listNumber, drawnUpBy } = waiting
    return refused(refusal('giftList.waiting', { campaignName, listNumber, drawnUpBy }))
  }
  const changes = lastWords(lastWords(entries).flatMap((entry) => changesOf(reader, campaignId, entry)))
  if (changes.length === 0) return refused(refusal('giftList.empty', { campaignName }))
  const packageIds = new Set(listGiftPackages(reader, campaignId).map(({ giftPackageId }) => giftPackageId))
  const asked = { campaign, packageIds, on: dayWithin(campaign, today) }
  for (const change of changes) {
    const refusedBecause = refuseChange(reader, asked, change)
    if (refusedBecause) return refused(refusedBecause)
  }
  const together = refuseTogether(reader, campaign, changes)
  if (together) return refused(together)
  const listNumber = nextListNumber(reader, campaignId)
  const paper = JSON.stringify(frozenGiftList(commanding, campaign, { listNumber, title, entries: changes }))
  const sha256 = giftListHash({ campaignId, listNumber, title, entries: changes, paper })
  const listId = newIdentity()
  const { personId } = personOf(commanding)
  addGiftList(writer, { listId, campaignId, listNumber, title, paper, sha256, drawnUpAt: now, personId }, changes)
  return done({ listId, listNumber, sha256 }, campaignId)
}

/** What an entry changes: nothing where it is granted already, and a grant goes where the lists have named it. */
function changesOf(reader: Reader, campaignId: string, entry: Entry): Entry[] {
  const holders = holdersOfGrant(reader, { campaignId, ...entry })
  if (entry.action === 'grant') return holders.length === 0 ? [entry] : []
  return holders.map((householdId) => ({ ...entry, householdId }))
}
