/** Handing a gift over and, with F9, opening its receipt; what becomes of the paper changes nothing of the gift. */

import { notifications } from '@mantine/notifications'
import type { Input } from '../../../contract/contract.ts'
import { type Asking, type RunningJob, useOfficeCommand, useOfficeJob } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import { usePaperLayout } from './paper-layout.ts'

interface HandingOver {
  handOver: Asking<'gifts.handOver'>
  print: RunningJob<'papers.receipts'>
  isRunning: boolean
  give: (gift: Input<'gifts.handOver'>, headOfHousehold: string, isPrinted: boolean) => Promise<void>
}

export function useHandOver(onDone: () => void): HandingOver {
  const { counter } = useText()
  const handOver = useOfficeCommand('gifts.handOver')
  const print = useOfficeJob('papers.receipts')
  const [layout] = usePaperLayout()

  async function give(gift: Input<'gifts.handOver'>, headOfHousehold: string, isPrinted: boolean): Promise<void> {
    const given = await handOver.run(gift)
    if (!given) return
    notifications.show({ message: counter.done(given.documentNumber, headOfHousehold), color: 'teal' })
    if (isPrinted) {
      const { campaignId } = gift
      const printed = await print.run({ campaignId, handoverIds: [given.handoverId], layout })
      if (!printed) return
      await window.shell.openPaper(printed.file)
    }
    onDone()
  }
  return { handOver, print, isRunning: handOver.isRunning || print.isRunning, give }
}
