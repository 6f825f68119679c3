/** The printers of this computer, and the one chosen for each size of paper. */

import { useCallback, useEffect, useState } from 'react'
import type { ChosenPrinters, PaperSize, Printer } from '../../../contract/printing.ts'

export interface Printers {
  /** Null until the system has told them. */
  printers: readonly Printer[] | null
  chosen: ChosenPrinters
  /** Null forgets the choice: the system's dialog asks each time. */
  choose: (paperSize: PaperSize, printer: string | null) => Promise<void>
  /** Asks the system again: somebody has plugged one in. */
  lookAgain: () => void
}

export function usePrinters(): Printers {
  const [printers, setPrinters] = useState<readonly Printer[] | null>(null)
  const [chosen, setChosen] = useState<ChosenPrinters>({})
  const lookAgain = useCallback(() => {
    setPrinters(null)
    void Promise.all([window.shell.listPrinters(), window.shell.chosenPrinters()]).then(([listed, kept]) => {
      setChosen(kept)
      setPrinters(listed)
    })
  }, [])
  const choose = useCallback(async (paperSize: PaperSize, printer: string | null) => {
    setChosen(await window.shell.choosePrinter(paperSize, printer))
  }, [])
  useEffect(lookAgain, [lookAgain])
  return { printers, chosen, choose, lookAgain }
}

/** The printer chosen for a size where it is still there; else null, the system's dialog. */
export function printerFor({ printers, chosen }: Pick<Printers, 'printers' | 'chosen'>, size: PaperSize) {
  return printers?.find(({ name }) => name === chosen[size])?.name ?? null
}
