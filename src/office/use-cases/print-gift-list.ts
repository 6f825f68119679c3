/** The list of a campaign as a paper: everybody in it, its hash, and the two people who answer for it. */

import type { GiftListPaperData } from '../../documents/gift-list-paper.ts'
import { dayInVietnam } from '../../domain/day.ts'
import { dong } from '../../domain/money.ts'
import { refusal } from '../../domain/refusal.ts'
import { findCampaign, findGiftPackage } from '../../ledger/campaigns.ts'
import { entriesOfList, findGiftList } from '../../ledger/gift-lists.ts'
import { officeOf } from '../../ledger/office-record.ts'
import { findHousehold } from '../../ledger/registry/households.ts'
import { type JobHandler, refused } from '../handler.ts'
import { paperCampaign, paperHousehold, paperOffice } from '../papers.ts'
import { printOne } from '../printing.ts'

export const printGiftList: JobHandler<'papers.giftList'> = async (working, { listId }) => {
  const { reader } = working
  const list = findGiftList(reader, listId)
  const campaign = list && findCampaign(reader, list.campaignId)
  if (!campaign) return refused(refusal('giftList.unknown', {}))
  const office = officeOf(reader)
  const listedOn = dayInVietnam(Date.parse(list.drawnUpAt))
  const { listNumber, title, sha256, drawnUpBy, decidedBy, decisionNumber, state } = list
  const data: GiftListPaperData = {
    office: paperOffice(office),
    isPractice: office.isPractice,
    campaign: paperCampaign(campaign),
    listNumber,
    title,
    listedOn,
    sha256,
    rows: entriesOfList(reader, listId).flatMap(({ householdId, giftPackageId, action, reason }) => {
      const household = findHousehold(reader, householdId)
      const giftPackage = findGiftPackage(reader, giftPackageId)
      if (!household || !giftPackage) return []
      const amountDong = dong(giftPackage.valueDong)
      return [
        { household: paperHousehold(household, listedOn), giftName: giftPackage.name, amountDong, action, reason },
      ]
    }),
    drawnUpBy: { fullName: drawnUpBy, title: null },
    approvedBy: state === 'approved' && decidedBy !== null ? { fullName: decidedBy, title: null } : null,
    decisionNumber,
  }
  return printOne(working, { form: 'giftList', data: JSON.stringify(data) }, `danh sach ${campaign.name}`, listId)
}
