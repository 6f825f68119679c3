/** Draws up the list of a campaign, or the next supplement: frozen with its hash, granting nothing until approved. */

import { createHash } from 'node:crypto'
import type { ParsedInput } from '../../contract/contract.ts'
import { refuseEligibility } from '../../domain/gift.ts'
import { giftListText, lastWords } from '../../domain/gift-list.ts'
import { type Refusal, refusal } from '../../domain/refusal.ts'
import { type CampaignRecord, findCampaign, type GiftPackageRecord, listGiftPackages } from '../../ledger/campaigns.ts'
import type { Reader } from '../../ledger/connection.ts'
import { addGiftList, approvedDong, holdersOfGrant, nextListNumber, waitingGiftList } from '../../ledger/gift-lists.ts'
import { findHousehold, householdThatStandsFor } from '../../ledger/registry/households.ts'
import { earlierGifts } from '../giving.ts'
import { type CommandHandler, done, refused } from '../handler.ts'
import { personOf } from '../session.ts'

type Entry = ParsedInput<'giftLists.drawUp'>['entries'][number]

/** The lower-case hex SHA-256 of a list's text. */
export function giftListHash(list: Parameters<typeof giftListText>[0]): string {
  return createHash('sha256').update(giftListText(list)).digest('hex')
}

export const drawUpGiftList: CommandHandler<'giftLists.drawUp'> = (commanding, { campaignId, title, entries }) => {
  const { reader, writer, now, newIdentity } = commanding
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
  const packages = new Map(listGiftPackages(reader, campaignId).map((one) => [one.giftPackageId, one]))
  for (const change of changes) {
    const refusedBecause = refuseChange(reader, campaign, packages, change)
    if (refusedBecause) return refused(refusedBecause)
  }
  const overBudget = refuseOverBudget(reader, campaign, packages, changes)
  if (overBudget) return refused(overBudget)
  const listNumber = nextListNumber(reader, campaignId)
  const sha256 = giftListHash({ campaignId, listNumber, entries: changes })
  const listId = newIdentity()
  const { personId } = personOf(commanding)
  addGiftList(writer, { listId, campaignId, listNumber, title, sha256, drawnUpAt: now, personId }, changes)
  return done({ listId, listNumber, sha256 }, campaignId)
}

/** What an entry changes: nothing where it is granted already, and a grant goes where the lists have named it. */
function changesOf(reader: Reader, campaignId: string, entry: Entry): Entry[] {
  const holders = holdersOfGrant(reader, { campaignId, ...entry })
  if (entry.action === 'grant') return holders.length === 0 ? [entry] : []
  return holders.map((householdId) => ({ ...entry, householdId }))
}

type Packages = ReadonlyMap<string, GiftPackageRecord>

function refuseChange(reader: Reader, campaign: CampaignRecord, packages: Packages, entry: Entry): Refusal | null {
  const { householdId, giftPackageId, action } = entry
  const household = findHousehold(reader, householdId)
  if (!household) return refusal('household.unknown', {})
  if (!packages.has(giftPackageId)) return refusal('giftPackage.unknown', {})
  const { headOfHousehold } = household
  if (action === 'grant') return refuseEligibility({ household, campaign, on: campaign.from })
  const gifts = earlierGifts(reader, campaign.campaignId, householdThatStandsFor(reader, householdId))
  const given = gifts.find((gift) => gift.giftPackageId === giftPackageId)
  return given ? refusal('giftList.given', { headOfHousehold, documentNumber: given.documentNumber }) : null
}

/** The budget holds for what the approved lists and this one grant together. */
function refuseOverBudget(
  reader: Reader,
  { campaignId, name: campaignName, budgetDong }: CampaignRecord,
  packages: Packages,
  entries: readonly Entry[],
): Refusal | null {
  if (budgetDong === null) return null
  const addedDong = entries.reduce((sum, { action, giftPackageId }) => {
    const valueDong = packages.get(giftPackageId)?.valueDong ?? 0
    return action === 'grant' ? sum + valueDong : sum - valueDong
  }, 0)
  const wantedDong = approvedDong(reader, campaignId) + addedDong
  return wantedDong > budgetDong ? refusal('campaign.overBudget', { campaignName, budgetDong, wantedDong }) : null
}
