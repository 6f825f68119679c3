/** Printing a file of papers: its look at the left, how it is printed at the right, then whether all came out. */

import { Stack } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { useText } from '../../text/language.ts'
import { Dialog } from '../Dialog.tsx'
import { AllPrinted } from './AllPrinted.tsx'
import { FileButtons } from './FileButtons.tsx'
import { NoPrinter } from './NoPrinter.tsx'
import { PaperPreview } from './PaperPreview.tsx'
import classes from './PrintDialog.module.css'
import { PrintOptions } from './PrintOptions.tsx'
import { PrintProgress } from './PrintProgress.tsx'
import { PrintStopped } from './PrintStopped.tsx'
import type { PaperMark } from './print-parts.ts'
import { usePrintRun } from './use-print-run.ts'
import { usePrinters } from './use-printers.ts'

/** What the office made: a file of the papers folder, and where its papers begin. */
export interface PapersToPrint {
  file: string
  paperCount: number
  pageCount: number
  papers: readonly PaperMark[]
}

interface PrintDialogProps {
  /** Null while there is nothing to print: the dialog is closed. */
  printed: PapersToPrint | null
  onClose: () => void
}

export function PrintDialog({ printed, onClose }: PrintDialogProps) {
  const { papers: text } = useText()
  const [isBusy, setBusy] = useState(false)
  return (
    <Dialog
      opened={printed !== null}
      // Half a batch is not left behind by Esc: it is stopped by its button.
      onClose={() => !isBusy && onClose()}
      title={printed ? text.title(printed.paperCount, printed.pageCount) : ''}
      size="min(1180px, 96vw)"
      padding="sm"
      closeOnClickOutside={false}
    >
      {printed && <Printing key={printed.file} printed={printed} onBusy={setBusy} onClose={onClose} />}
    </Dialog>
  )
}

interface PrintingProps {
  printed: PapersToPrint
  onBusy: (isBusy: boolean) => void
  onClose: () => void
}

function Printing({ printed, onBusy, onClose }: PrintingProps) {
  const { papers: text } = useText()
  const { file, papers, pageCount } = printed
  const found = usePrinters()
  const { run, choices, parts, change, choosePrinter, print, goOn, leave, running } = usePrintRun(
    printed,
    found,
    onBusy,
  )
  const [shownPage, setShownPage] = useState(1)
  const { printers } = found
  const next = run && run.state !== 'sent' ? run.parts[run.sent] : undefined
  const printer = next ? choices.printers[next.paperSize] : null
  const printerName = printers?.find(({ name }) => name === printer)?.displayName ?? text.systemDialog

  // What comes next has the keys as soon as it is there: the printers are told a moment after the dialog has opened.
  const side = useRef<HTMLDivElement>(null)
  const step = run?.state ?? (printers === null ? 'looking' : 'choosing')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the step is what moves the keys.
  useEffect(() => side.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), [step])

  function printAgain(fromPage: number): void {
    setShownPage(fromPage)
    print({ from: fromPage, to: choices.pages.to })
  }
  return (
    <div className={classes.columns}>
      <PaperPreview file={file} papers={papers} firstPage={shownPage} />
      <Stack ref={side} gap="sm" className={classes.side}>
        {printers?.length === 0 && <NoPrinter onLookAgain={found.lookAgain} />}
        {run?.state === 'sending' && (
          <PrintProgress
            run={run}
            printerName={printerName}
            onPause={(isOn) => running.current?.pause.turn(isOn)}
            onCancel={() => running.current?.cancel()}
          />
        )}
        {run?.state === 'stopped' && (
          <PrintStopped
            {...{ run, papers, printer }}
            printers={printers ?? []}
            onPrinter={(chosen) => next && choosePrinter(next.paperSize, chosen)}
            onGoOn={goOn}
            onLeave={leave}
          />
        )}
        {run?.state === 'sent' && (
          <AllPrinted papers={papers} pages={choices.pages} onAgain={printAgain} onDone={onClose} />
        )}
        {run === null && printers !== null && printers.length > 0 && (
          <>
            <PrintOptions {...{ choices, printers, pageCount, parts }} onChange={change} onPrinter={choosePrinter} />
            <CommandButton
              data-autofocus
              command={{ id: 'papers.print', keys: 'mod+P', label: text.print, run: () => print(choices.pages) }}
            />
          </>
        )}
        <FileButtons file={file} />
      </Stack>
    </div>
  )
}
