/** Single papers of the counter, printed one after the other in the order they were asked for. */

import { useCallback, useRef } from 'react'
import type { Failure } from '../../../contract/failure.ts'
import { useQuietPrinting } from '../../components/printing/use-quiet-printing.ts'
import { useOfficeJob } from '../../office-port/asking.ts'
import { usePaperLayout } from './paper-layout.ts'

export interface ReceiptPrinting {
  print: (campaignId: string, receiptId: string) => void
  printVoidSlip: (receiptId: string) => void
  failure: Failure | null
}

export function useReceiptPrinting(): ReceiptPrinting {
  const receipts = useOfficeJob('papers.receipts')
  const slips = useOfficeJob('papers.voidSlips')
  const printQuietly = useQuietPrinting()
  const [layout] = usePaperLayout()
  const before = useRef(Promise.resolve())
  const inTurn = useCallback((make: () => Promise<void>) => {
    before.current = before.current.then(make).catch(reportError)
  }, [])

  const print = (campaignId: string, receiptId: string) =>
    inTurn(async () => {
      const wanted = { campaignId, receiptIds: [receiptId], eventId: null, fromNumber: null, toNumber: null, layout }
      const printed = await receipts.run(wanted)
      if (printed) await printQuietly(printed)
    })
  const printVoidSlip = (receiptId: string) =>
    inTurn(async () => {
      const printed = await slips.run({ receiptIds: [receiptId] })
      if (printed) await printQuietly(printed)
    })
  return { print, printVoidSlip, failure: receipts.failure ?? slips.failure }
}
