/**
 * One hidden window that holds the file being printed: Chromium prints what a window shows. It is kept from part to
 * part, and goes when it is idle, when a part is given up, or with the main window.
 */

import { setTimeout as wait } from 'node:timers/promises'
import { BrowserWindow, type WebContentsPrintOptions } from 'electron'
import type { PrintReply } from '../contract/printing.ts'
import { paperAddress } from './papers-folder.ts'
import { stayAtHome } from './window.ts'

/** What Chromium says when a person said no. */
const CANCELLED = 'Print job canceled'
/** Longer than a hundred pages take on a slow computer; a printing that is not answered at all ends here. */
const LONGEST_SPOOLING_MS = 180_000
const LONGEST_LOADING_MS = 5_000
const LOOK_EVERY_MS = 50
/** The window's own, the viewer's, and the file's in it. */
const FRAMES_OF_A_VIEWER = 3
/** From the viewer being there to its first page. */
const SETTLE_MS = 300
/** The window is kept that long for the next paper of a counter; afterwards its memory is given back. */
const KEPT_MS = 60_000

export interface PrintWindow {
  /** Sends what the options ask for to the queue. Never rejects. */
  print(path: string, options: WebContentsPrintOptions): Promise<PrintReply>
  /** Lets go of the file; a printing on its way is answered as cancelled. */
  close(): void
}

export function createPrintWindow(): PrintWindow {
  let window: BrowserWindow | null = null
  let shownPath: string | null = null
  let idle: NodeJS.Timeout | undefined

  function close(): void {
    clearTimeout(idle)
    const left = window
    window = null
    shownPath = null
    left?.destroy()
  }
  async function windowWith(path: string): Promise<BrowserWindow> {
    window ??= createHiddenWindow()
    const shown = window
    if (shownPath === path) return shown
    shownPath = null
    await shown.loadURL(paperAddress(path))
    await viewerIsThere(shown)
    shownPath = path
    return shown
  }
  return {
    async print(path, options) {
      clearTimeout(idle)
      try {
        const reply = await spool(await windowWith(path), options)
        if (reply.ok) idle = setTimeout(close, KEPT_MS)
        else close()
        return reply
      } catch (error) {
        const isGivenUp = window === null
        close()
        return { ok: false, reason: isGivenUp ? 'cancelled' : 'failed', detail: (error as Error).message }
      }
    },
    close,
  }
}

function createHiddenWindow(): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, plugins: true, devTools: false },
  })
  stayAtHome(window)
  return window
}

/** The viewer draws the file in a frame of its own inside; before that frame is there, blank paper would come out. */
async function viewerIsThere(window: BrowserWindow): Promise<void> {
  const { mainFrame } = window.webContents
  for (let waitedMs = 0; waitedMs < LONGEST_LOADING_MS; waitedMs += LOOK_EVERY_MS) {
    if (mainFrame.framesInSubtree.length >= FRAMES_OF_A_VIEWER) break
    await wait(LOOK_EVERY_MS)
  }
  await wait(SETTLE_MS)
}

/** A system's dialog waits for a person as long as it takes. */
function spool(window: BrowserWindow, options: WebContentsPrintOptions): Promise<PrintReply> {
  return new Promise((resolve) => {
    const end = (reply: PrintReply) => {
      clearTimeout(impatience)
      window.off('closed', giveUp)
      resolve(reply)
    }
    const giveUp = () => end({ ok: false, reason: 'cancelled', detail: '' })
    const fail = () => end({ ok: false, reason: 'failed', detail: 'The system did not answer.' })
    const impatience = options.silent ? setTimeout(fail, LONGEST_SPOOLING_MS) : undefined
    window.once('closed', giveUp)
    window.webContents.print(options, (isDone, why) => {
      if (isDone) end({ ok: true })
      else end({ ok: false, reason: why === CANCELLED ? 'cancelled' : 'failed', detail: why })
    })
  })
}
