/** Parts on their way to a printer: one after the other, held, stopped, and gone on with from where it stopped. */

import { createPause, type PauseSwitch, whilePaused } from '../../../contract/pause.ts'
import type { PrintPart, PrintReply } from '../../../contract/printing.ts'
import type { PageRange } from './print-parts.ts'

export type PrintRun =
  | { state: 'sending'; parts: readonly PageRange[]; sent: number; isPaused: boolean }
  | { state: 'sent'; parts: readonly PageRange[] }
  /** `sent` parts are in the queue; the next one was refused, or the clerk said stop. */
  | { state: 'stopped'; parts: readonly PageRange[]; sent: number; reply: Extract<PrintReply, { ok: false }> }

export interface PrintRunning {
  pause: PauseSwitch
  cancel: () => void
}

const STOPPED = { ok: false, reason: 'cancelled', detail: '' } as const

/** Sends parts through the shell; `tell` hears of every step. `from` is the index of the first part to send. */
export function startPrinting(
  part: Omit<PrintPart, 'pages'>,
  { parts, from = 0 }: { parts: readonly PageRange[]; from?: number },
  shell: { printPaper: (part: PrintPart) => Promise<PrintReply>; stopPrinting: () => Promise<void> },
  tell: (run: PrintRun) => void,
): PrintRunning {
  const pause = createPause()
  const stop = new AbortController()
  let sent = from

  async function send(): Promise<void> {
    for (const pages of parts.slice(from)) {
      tellSending()
      await whilePaused(pause, stop.signal)
      const reply = stop.signal.aborted ? STOPPED : await shell.printPaper({ ...part, pages })
      if (!reply.ok) return tell({ state: 'stopped', parts, sent, reply })
      sent += 1
    }
    tell({ state: 'sent', parts })
  }
  const tellSending = () => tell({ state: 'sending', parts, sent, isPaused: pause.isOn })
  pause.listen(tellSending)
  void send()
  return {
    pause,
    cancel() {
      stop.abort()
      void shell.stopPrinting()
    },
  }
}
