/** One file on its way to a printer: what was chosen, how far it is, and sending it. */

import { useEffect, useMemo, useRef, useState } from 'react'
import type { PaperSize } from '../../../contract/printing.ts'
import type { PrintChoices } from './PrintOptions.tsx'
import { type PageRange, type PaperMark, printParts, type SizedPages, sizedPages } from './print-parts.ts'
import { type PrintRun, type PrintRunning, startPrinting } from './print-run.ts'
import { usePaperTaking } from './use-paper-taking.ts'
import { type Printers, printerFor } from './use-printers.ts'

interface FileToPrint {
  file: string
  pageCount: number
  papers: readonly PaperMark[]
}

export function usePrintRun(
  { file, pageCount, papers }: FileToPrint,
  found: Printers,
  onBusy: (isBusy: boolean) => void,
) {
  const taking = usePaperTaking()
  const [run, setRun] = useState<PrintRun | null>(null)
  const running = useRef<PrintRunning | null>(null)
  const [choices, setChoices] = useState<PrintChoices>({
    printers: { A4: null, A4Landscape: null },
    copies: 1,
    duplex: 'simplex',
    pages: { from: 1, to: pageCount },
  })
  const { printers, chosen, choose } = found
  const parts = useMemo(() => partsOf(choices, papers), [choices, papers])

  useEffect(() => {
    const printerOf = (size: PaperSize) => printerFor({ printers, chosen }, size)
    const known = { A4: printerOf('A4'), A4Landscape: printerOf('A4Landscape') }
    setChoices((before) => ({ ...before, printers: known }))
  }, [printers, chosen])
  useEffect(() => () => running.current?.cancel(), [])

  function change(changed: Partial<PrintChoices>): void {
    setChoices((before) => ({ ...before, ...changed }))
  }
  /** Kept for the size of paper on this computer. */
  function choosePrinter(size: PaperSize, printer: string | null): void {
    change({ printers: { ...choices.printers, [size]: printer } })
    void choose(size, printer)
  }
  function send(toSend: readonly SizedPages[], from: number): void {
    const { printers: printerOf, copies, duplex } = choices
    onBusy(true)
    running.current = startPrinting(
      ({ paperSize, ...pages }) => ({ file, printer: printerOf[paperSize], paperSize, copies, duplex, pages }),
      { parts: toSend, from },
      taking,
      (next) => {
        setRun(next)
        onBusy(next.state === 'sending')
      },
    )
  }
  function print(pages: PageRange): void {
    change({ pages })
    send(partsOf({ ...choices, pages }, papers), 0)
  }
  /** The parts that are in the queue stay there; the rest is parted again for the printers chosen now. */
  function goOn(): void {
    if (run?.state !== 'stopped') return
    const sent = run.parts.slice(0, run.sent)
    const next = run.parts[run.sent]
    const to = run.parts.at(-1)?.to
    if (!next || to === undefined) return
    send([...sent, ...partsOf({ ...choices, pages: { from: next.from, to } }, papers)], run.sent)
  }
  return { run, running, choices, parts, change, choosePrinter, print, goOn, leave: () => setRun(null) }
}

/** A system's dialog is asked once for all pages of a size that come together. */
function partsOf({ printers, pages }: PrintChoices, papers: readonly PaperMark[]): SizedPages[] {
  return sizedPages(pages, papers).flatMap((sized) =>
    printers[sized.paperSize] === null ? [sized] : printParts(sized, papers),
  )
}
