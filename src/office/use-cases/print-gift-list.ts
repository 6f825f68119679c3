/** The list of a campaign as a paper: what was frozen, its hash, and the two people who answer for it. */

import type { FrozenGiftList, GiftListPaperData } from '../../documents/gift-list-paper.ts'
import { refusal } from '../../domain/refusal.ts'
import { findGiftList, paperOfList } from '../../ledger/gift-lists.ts'
import { type JobHandler, refused } from '../handler.ts'
import { printOne } from '../printing.ts'

export const printGiftList: JobHandler<'papers.giftList'> = async (working, { listId }) => {
  const { reader } = working
  const list = findGiftList(reader, listId)
  const paper = paperOfList(reader, listId)
  if (!list || paper === null) return refused(refusal('giftList.unknown', {}))
  const { sha256, decidedBy, decisionNumber, state, campaignName } = list
  const data: GiftListPaperData = {
    ...(JSON.parse(paper) as FrozenGiftList),
    sha256,
    approvedBy: state === 'approved' && decidedBy !== null ? { fullName: decidedBy, title: null } : null,
    decisionNumber,
  }
  return printOne(working, { form: 'giftList', data: JSON.stringify(data) }, `danh sach ${campaignName}`, listId)
}
