/** Which gift is given on which paper, by what the clerk chose and what lies on the desk. */

import type { Output } from '../../../contract/contract.ts'
import type { CardGift } from '../../../contract/gifts.ts'

export type ScannedReceipt = NonNullable<Output<'gifts.receipt'>['receipt']>

/** The gift the clerk chose, else the one a receipt at hand was printed for, else the first that may be given. */
export function giftToGive(
  gifts: readonly CardGift[],
  receipt: ScannedReceipt | null,
  chosenId: string | undefined,
): CardGift | undefined {
  const chosen = gifts.find(({ giftPackageId }) => giftPackageId === chosenId)
  const printed = gifts.find(({ giftPackageId }) => giftPackageId === receipt?.giftPackageId)
  return chosen ?? printed ?? gifts[0]
}

/** The receipt at hand where it is one for this gift and not used yet: a spare, or the one printed for it. */
export function receiptFor(gift: CardGift, receipt: ScannedReceipt | null): string | null {
  if (!receipt || (receipt.fate !== 'open' && receipt.fate !== 'spare')) return null
  return receipt.household === null || receipt.giftPackageId === gift.giftPackageId ? receipt.receiptId : null
}
