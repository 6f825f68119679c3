/** Lists in words. */

import type { GiftList } from '../../../../contract/campaigns.ts'
import { showAmount, showCount, showInstant } from '../../../components/formats.ts'
import type { Text } from '../../../text/texts.ts'

/** "Danh sách" or "Bổ sung số 2", with its title where it has one; the first list goes by its title alone. */
export function tellList({ listNumber, title }: Pick<GiftList, 'listNumber' | 'title'>, { giftLists }: Text): string {
  if (listNumber === 0) return title ?? giftLists.list
  return [giftLists.supplement(listNumber), title].filter(Boolean).join(': ')
}

/** "214 suất, rút 3 · 107.000.000 ₫". */
export function tellCounts({ grantCount, withdrawCount, valueDong }: GiftList, { giftLists }: Text): string {
  const counts = giftLists.counts(showCount(grantCount), withdrawCount > 0 ? showCount(withdrawCount) : null)
  return `${counts} · ${showAmount(valueDong)}`
}

/** Who drew it up, and who decided what of it. */
export function tellHands(list: GiftList, { giftLists }: Text): string[] {
  const { drawnUpBy, drawnUpAt, state, decidedBy, decidedAt, decisionNumber, reason } = list
  const hands = [giftLists.drawnUp(drawnUpBy, showInstant(drawnUpAt))]
  if (state === 'drawnUp' || !decidedBy || !decidedAt) return hands
  hands.push(giftLists[state](decidedBy, showInstant(decidedAt)))
  if (decisionNumber) hands.push(giftLists.decision(decisionNumber))
  if (reason) hands.push(reason)
  return hands
}
