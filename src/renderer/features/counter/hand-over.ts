/**
 * Handing a gift over and, where its receipt is not printed yet, printing it. The next household need not wait for the
 * paper: what becomes of it changes nothing of the gift.
 */

import { notifications } from '@mantine/notifications'
import type { Input } from '../../../contract/contract.ts'
import { type Asking, useOfficeCommand } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import type { ReceiptPrinting } from './receipt-printing.ts'

export interface Giving {
  handOver: Asking<'gifts.handOver'>
  /** Answers whether it was given. */
  give: (gift: Input<'gifts.handOver'>, headOfHousehold: string, isToPrint: boolean) => Promise<boolean>
}

export function useGiving({ print }: ReceiptPrinting, onGiven: () => void): Giving {
  const { counter } = useText()
  const handOver = useOfficeCommand('gifts.handOver')

  async function give(gift: Input<'gifts.handOver'>, headOfHousehold: string, isToPrint: boolean): Promise<boolean> {
    const given = await handOver.run(gift)
    if (!given) return false
    notifications.show({ message: counter.done(given.documentNumber, headOfHousehold), color: 'teal' })
    if (isToPrint && !given.isPrinted) print(gift.campaignId, given.receiptId)
    onGiven()
    return true
  }
  return { handOver, give }
}
