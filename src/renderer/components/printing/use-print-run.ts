/** One file on its way to a printer: what was chosen, how far it is, and sending it. */

import { useEffect, useMemo, useRef, useState } from 'react'
import type { PaperSize } from '../../../contract/printing.ts'
import type { PrintChoices } from './PrintOptions.tsx'
import { type PageRange, type PaperMark, printParts } from './print-parts.ts'
import { type PrintRun, type PrintRunning, startPrinting } from './print-run.ts'
import { type Printers, printerFor } from './use-printers.ts'

interface FileToPrint {
  file: string
  pageCount: number
  papers: readonly PaperMark[]
}

export function usePrintRun(
  { file, pageCount, papers }: FileToPrint,
  paperSize: PaperSize,
  found: Printers,
  onBusy: (isBusy: boolean) => void,
) {
  const [run, setRun] = useState<PrintRun | null>(null)
  const running = useRef<PrintRunning | null>(null)
  const [choices, setChoices] = useState<PrintChoices>({
    printer: null,
    paperSize,
    copies: 1,
    duplex: 'simplex',
    pages: { from: 1, to: pageCount },
  })
  const { printers, chosen, choose } = found
  const partCount = useMemo(() => partsOf(choices, papers).length, [choices, papers])

  useEffect(() => {
    const printer = printerFor({ printers, chosen }, paperSize)
    setChoices((before) => ({ ...before, printer }))
  }, [printers, chosen, paperSize])
  useEffect(() => () => running.current?.cancel(), [])

  function change(changed: Partial<PrintChoices>): void {
    setChoices((before) => ({ ...before, ...changed }))
    const size = changed.paperSize ?? choices.paperSize
    if (changed.printer !== undefined) void choose(size, changed.printer)
  }
  function send(parts: readonly PageRange[], from: number): void {
    const { printer, copies, duplex } = choices
    onBusy(true)
    running.current = startPrinting(
      { file, printer, paperSize: choices.paperSize, copies, duplex },
      { parts, from },
      window.shell,
      (next) => {
        setRun(next)
        onBusy(next.state === 'sending')
      },
    )
  }
  function print(pages: PageRange): void {
    setChoices((before) => ({ ...before, pages }))
    send(partsOf({ ...choices, pages }, papers), 0)
  }
  /** The parts that are in the queue stay there; a system's dialog is asked once for the rest. */
  function goOn(): void {
    if (run?.state !== 'stopped') return
    const { parts, sent } = run
    const rest = parts.slice(sent)
    const [next] = rest
    const end = rest.at(-1)
    if (choices.printer !== null || !next || !end) send(parts, sent)
    else send([...parts.slice(0, sent), { from: next.from, to: end.to }], sent)
  }
  return { run, running, choices, change, partCount, print, goOn, leave: () => setRun(null) }
}

/** A system's dialog is asked once, for all of it. */
function partsOf({ printer, pages }: PrintChoices, papers: readonly PaperMark[]): PageRange[] {
  return printer === null ? [pages] : printParts(pages, papers)
}
