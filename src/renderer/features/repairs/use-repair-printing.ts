/** Making the papers of repairs, and handing them on: a single one to the printer at once, a batch to its preview. */

import { useState } from 'react'
import type { Input } from '../../../contract/contract.ts'
import type { Failure } from '../../../contract/failure.ts'
import type { PrintedPapers } from '../../../contract/papers.ts'
import type { Progress } from '../../../contract/protocol.ts'
import { useQuietPrinting } from '../../components/printing/use-quiet-printing.ts'
import { type Pausing, useOfficeJob } from '../../office-port/asking.ts'
import type { NumberedKind } from './paper-of.ts'

export interface RepairPrinting {
  isRunning: boolean
  progress: Progress | null
  failure: Failure | null
  cancel: () => void
  pausing: Pausing
  /** A batch that has been made and waits to be printed. */
  printed: PrintedPapers | null
  close: () => void
  printOne: (kind: NumberedKind, repairId: string) => Promise<void>
  printMany: (wanted: Input<'papers.repairPapers'>) => Promise<void>
  surveyForms: (repairIds: string[]) => Promise<void>
  confirmationList: (listId: string) => Promise<void>
  slip: (slipId: string) => Promise<void>
}

export function useRepairPrinting(): RepairPrinting {
  const papers = useOfficeJob('papers.repairPapers')
  const forms = useOfficeJob('papers.surveyForms')
  const lists = useOfficeJob('papers.confirmationList')
  const slips = useOfficeJob('papers.stockSlip')
  const [printed, setPrinted] = useState<PrintedPapers | null>(null)
  const printQuietly = useQuietPrinting()
  const jobs = [papers, forms, lists, slips]
  const job = jobs.find(({ isRunning }) => isRunning) ?? jobs.find(({ failure }) => failure) ?? papers

  function begin(): void {
    for (const { clearFailure } of jobs) clearFailure()
  }
  async function hand(made: PrintedPapers | null): Promise<void> {
    if (made && made.paperCount > 1) setPrinted(made)
    else if (made) await printQuietly(made)
  }
  return {
    isRunning: job.isRunning,
    progress: job.progress,
    failure: job.failure,
    cancel: job.cancel,
    pausing: job.pausing,
    printed,
    close: () => setPrinted(null),
    async printOne(kind, repairId) {
      begin()
      const of = { kind, repairIds: [repairId], campaignId: null, fromNumber: null, toNumber: null }
      await hand(await papers.run(of))
    },
    async printMany(wanted) {
      begin()
      await hand(await papers.run(wanted))
    },
    async surveyForms(repairIds) {
      begin()
      await hand(await forms.run({ repairIds }))
    },
    async confirmationList(listId) {
      begin()
      await hand(await lists.run({ listId }))
    },
    async slip(slipId) {
      begin()
      await hand(await slips.run({ slipId }))
    },
  }
}
