/** Making the papers of a kit, whole or from a number on, and showing them to be printed. */

import { useState } from 'react'
import type { Failure } from '../../../../contract/failure.ts'
import type { PrintedPapers } from '../../../../contract/papers.ts'
import type { Progress } from '../../../../contract/protocol.ts'
import { type Pausing, useOfficeJob } from '../../../office-port/asking.ts'

export const KIT_PARTS = ['signOffList', 'receipts', 'pickList', 'blanks'] as const
export type KitPart = (typeof KIT_PARTS)[number]

export const KIT_LAYOUTS = ['A5TwoUp', 'A4'] as const
export type KitLayout = (typeof KIT_LAYOUTS)[number]

export interface KitPrinting {
  isRunning: boolean
  progress: Progress | null
  failure: Failure | null
  cancel: () => void
  pausing: Pausing
  /** What has been made and waits to be printed. */
  printed: PrintedPapers | null
  close: () => void
  makeKit: (eventId: string, layout: KitLayout, parts: KitPart[]) => Promise<void>
  /** The receipts between two numbers again, where a printer jammed. */
  makeAgain: (
    event: { campaignId: string; eventId: string },
    layout: KitLayout,
    fromNumber: number,
    toNumber: number | null,
  ) => Promise<void>
}

export function useKitPrinting(): KitPrinting {
  const kit = useOfficeJob('papers.kit')
  const receipts = useOfficeJob('papers.receipts')
  const [made, setMade] = useState<PrintedPapers | null>(null)
  const job = receipts.isRunning || (receipts.failure && !kit.isRunning) ? receipts : kit

  function show(printed: PrintedPapers | null): void {
    if (printed) setMade(printed)
  }
  return {
    isRunning: job.isRunning,
    progress: job.progress,
    failure: job.failure,
    cancel: job.cancel,
    pausing: job.pausing,
    printed: made,
    close: () => setMade(null),
    async makeKit(eventId, layout, parts) {
      receipts.clearFailure()
      show(await kit.run({ eventId, layout, parts }))
    },
    async makeAgain({ campaignId, eventId }, layout, fromNumber, toNumber) {
      const wanted = { campaignId, eventId, receiptIds: null, fromNumber, toNumber, layout }
      show(await receipts.run(wanted))
    },
  }
}
