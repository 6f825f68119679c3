/** What a list says, put together when it is drawn up and stored with it, and the hash that freezes both. */

import { createHash } from 'node:crypto'
import type { FrozenGiftList } from '../documents/gift-list-paper.ts'
import { type GiftListEntry, giftListText } from '../domain/gift-list.ts'
import { type CampaignRecord, listGiftPackages } from '../ledger/campaigns.ts'
import type { Reader } from '../ledger/connection.ts'
import { entriesOfList, type GiftListLine, paperOfList } from '../ledger/gift-lists.ts'
import { officeOf } from '../ledger/office-record.ts'
import { findHousehold } from '../ledger/registry/households.ts'
import type { Commanding } from './handler.ts'
import { paperCampaign, paperHousehold, paperOffice } from './papers.ts'
import { personOf } from './session.ts'

/** The lower-case hex SHA-256 of a list's text. */
export function giftListHash(list: Parameters<typeof giftListText>[0]): string {
  return createHash('sha256').update(giftListText(list)).digest('hex')
}

/** Whether a list still is what it was when it was drawn up. */
export function isListIntact(reader: Reader, list: GiftListLine): boolean {
  const { listId, sha256 } = list
  const entries = entriesOfList(reader, listId)
  return giftListHash({ ...list, entries, paper: paperOfList(reader, listId) ?? '' }) === sha256
}

export function frozenGiftList(
  commanding: Pick<Commanding, 'reader' | 'session' | 'today'>,
  campaign: CampaignRecord,
  list: { listNumber: number; title: string | null; entries: readonly GiftListEntry[] },
): FrozenGiftList {
  const { reader, today } = commanding
  const { listNumber, title, entries } = list
  const office = officeOf(reader)
  const packages = new Map(listGiftPackages(reader, campaign.campaignId).map((one) => [one.giftPackageId, one]))
  return {
    office: paperOffice(office),
    isPractice: office.isPractice,
    campaign: paperCampaign(campaign),
    listNumber,
    title,
    listedOn: today,
    rows: entries.flatMap(({ householdId, giftPackageId, action, reason }) => {
      const household = findHousehold(reader, householdId)
      const giftPackage = packages.get(giftPackageId)
      if (!household || !giftPackage) return []
      const { name: giftName, valueDong: amountDong } = giftPackage
      return [{ household: paperHousehold(household, today), giftName, amountDong, action, reason }]
    }),
    drawnUpBy: { fullName: personOf(commanding).fullName, title: null },
  }
}
