/** The office in a process of its own: each window gets a port to it; when it crashes it is started again. */

import { app, type BrowserWindow, ipcMain, MessageChannelMain, type UtilityProcess, utilityProcess } from 'electron'
import type { SealingKeyGiven, SealingKeyWanted } from '../contract/sealing.ts'
import { sealingKey } from './sealing-key.ts'
import { isOurWindow } from './window.ts'

export interface Office {
  /** Gives the window a port now, whenever it asks after a load, and again after the office was restarted. */
  serve(window: BrowserWindow): void
  /** Asks the office to close its ledger and waits for its end. */
  close(): Promise<void>
  hasEnded(): boolean
}

const RESTARTS_IN_A_ROW = 5
const CALM_MILLISECONDS = 60_000
/** For what is soon dropped: left alone, V8 takes 160 MB more while a list of 100,000 comes in, and is no faster. */
const SMALL_ROOM_FOR_THE_YOUNG = '--js-flags=--max-semi-space-size=4'
const PATIENCE_AT_QUIT_MILLISECONDS = 20_000

export function startOffice(options: { script: string; ledgerFolder: string; resourcesFolder: string }): Office {
  /** Those that have asked for a port, and get one whenever the office is ready. */
  const windows = new Set<BrowserWindow>()
  let running: UtilityProcess | null = null
  let isReady = false
  let isClosing = false
  let restarts = 0

  function start(): void {
    const startedAt = Date.now()
    const child = utilityProcess.fork(
      options.script,
      ['--ledger', options.ledgerFolder, '--resources', options.resourcesFolder, '--version', app.getVersion()],
      { serviceName: 'so-tri-an-office', execArgv: [SMALL_ROOM_FOR_THE_YOUNG] },
    )
    running = child
    child.on('message', (message: unknown) => {
      if (isSealingKeyWanted(message)) {
        const given: SealingKeyGiven = { type: 'sealingKey', sealingKey: sealingKey(message.wrapped) }
        child.postMessage(given)
      }
      if (!isReadyMessage(message)) return
      isReady = true
      for (const window of windows) connect(window)
    })
    child.once('exit', () => {
      running = null
      isReady = false
      if (isClosing) return
      for (const window of windows) window.webContents.send('office:lost')
      restarts = Date.now() - startedAt > CALM_MILLISECONDS ? 0 : restarts + 1
      if (restarts <= RESTARTS_IN_A_ROW) setTimeout(start, 300 * restarts)
    })
  }

  function connect(window: BrowserWindow): void {
    if (!isReady || window.isDestroyed()) return
    const { port1, port2 } = new MessageChannelMain()
    running?.postMessage({ type: 'port' }, [port1])
    window.webContents.postMessage('office:port', null, [port2])
  }

  start()
  return {
    serve(window) {
      ipcMain.on('office:port', (event) => {
        if (!isOurWindow(event, window)) return
        windows.add(window)
        connect(window)
      })
      window.once('closed', () => windows.delete(window))
    },
    close() {
      isClosing = true
      const child = running
      if (!child) return Promise.resolve()
      return new Promise((resolve) => {
        const impatience = setTimeout(() => child.kill(), PATIENCE_AT_QUIT_MILLISECONDS)
        child.once('exit', () => {
          clearTimeout(impatience)
          resolve()
        })
        child.postMessage({ type: 'close' })
      })
    },
    hasEnded: () => isClosing && running === null,
  }
}

function isSealingKeyWanted(message: unknown): message is SealingKeyWanted {
  return (
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    message.type === 'sealingKeyWanted' &&
    'wrapped' in message &&
    (message.wrapped === null || typeof message.wrapped === 'string')
  )
}

function isReadyMessage(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready'
}
