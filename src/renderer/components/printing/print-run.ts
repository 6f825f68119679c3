/** Parts on their way to a printer: one after the other, held, stopped, and gone on with from where it stopped. */

import { createPause, type PauseSwitch, whilePaused } from '../../../contract/pause.ts'
import type { PrintPart } from '../../../contract/printing.ts'
import type { PaperTaking, TakingReply } from './paper-taking.ts'
import type { SizedPages } from './print-parts.ts'

export type PrintRun =
  | { state: 'sending'; parts: readonly SizedPages[]; sent: number; isPaused: boolean }
  | { state: 'sent'; parts: readonly SizedPages[] }
  /** `sent` parts are in the queue; the next one was refused, or the clerk said stop. */
  | { state: 'stopped'; parts: readonly SizedPages[]; sent: number; reply: Extract<TakingReply, { ok: false }> }

export interface PrintRunning {
  pause: PauseSwitch
  cancel: () => void
}

const STOPPED = { ok: false, reason: 'cancelled', detail: '' } as const

/** Sends parts, each as `partOf` says; `tell` hears of every step. `from` is the index of the first part to send. */
export function startPrinting(
  partOf: (pages: SizedPages) => PrintPart,
  { parts, from = 0 }: { parts: readonly SizedPages[]; from?: number },
  taking: Pick<PaperTaking, 'printPaper' | 'stopPrinting'>,
  tell: (run: PrintRun) => void,
): PrintRunning {
  const pause = createPause()
  const stop = new AbortController()
  let sent = from

  async function send(): Promise<void> {
    for (const pages of parts.slice(from)) {
      tellSending()
      await whilePaused(pause, stop.signal)
      const reply = stop.signal.aborted ? STOPPED : await taking.printPaper(partOf(pages))
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
      void taking.stopPrinting()
    },
  }
}
