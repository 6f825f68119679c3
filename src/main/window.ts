/** The main window: sandboxed, going nowhere but home, as large as it was left. */

import { readFileSync, writeFileSync } from 'node:fs'
import { BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent, ipcMain, type Rectangle, screen } from 'electron'
import { WINDOW_ORIGIN } from './app-protocol.ts'

const FIRST_SIZE = { width: 1366, height: 768 }
const SMALLEST_SIZE = { minWidth: 960, minHeight: 540 }
const ZOOM_STEP = 0.5

/** Given by `electron-vite dev` alone. */
const developmentServer = process.env.ELECTRON_RENDERER_URL

export function openMainWindow(files: { preload: string; icon: string; stateFile: string }): BrowserWindow {
  const { preload, icon, stateFile } = files
  const state = rememberedState(stateFile)
  const window = new BrowserWindow({
    ...FIRST_SIZE,
    ...SMALLEST_SIZE,
    ...state?.bounds,
    show: false,
    icon,
    backgroundColor: '#f8f9fa',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
      devTools: developmentServer !== undefined,
    },
  })
  if (state?.isMaximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => {
    writeFileSync(stateFile, JSON.stringify({ bounds: window.getNormalBounds(), isMaximized: window.isMaximized() }))
  })
  stayAtHome(window)
  zoomByKeys(window)
  void window.loadURL(developmentServer ?? `${WINDOW_ORIGIN}/`)
  return window
}

/** Whether a message comes from the main window's own page, not from another window or a frame in it. */
export function isOurWindow(event: IpcMainEvent | IpcMainInvokeEvent, window: BrowserWindow): boolean {
  if (window.isDestroyed() || event.sender !== window.webContents) return false
  return event.senderFrame === window.webContents.mainFrame
}

/** Answers what the main window's own page asks, and refuses everybody else. What is sent may be anything. */
export function answerWindow(window: BrowserWindow, channel: string, act: (...sent: unknown[]) => unknown): void {
  ipcMain.handle(channel, (event, ...sent: unknown[]) => {
    if (!isOurWindow(event, window)) throw new Error('Refused.')
    return act(...sent)
  })
}

/** No page leads elsewhere, opens another, or gets a permission beyond copying text. */
export function stayAtHome(window: BrowserWindow): void {
  const { webContents } = window
  webContents.on('will-navigate', (event) => event.preventDefault())
  webContents.on('will-attach-webview', (event) => event.preventDefault())
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
  const mayCopy = (permission: string, url: string) =>
    permission === 'clipboard-sanitized-write' && url.startsWith(`${WINDOW_ORIGIN}/`)
  webContents.session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(mayCopy(permission, details.requestingUrl)),
  )
  webContents.session.setPermissionCheckHandler((_contents, permission, origin) => mayCopy(permission, `${origin}/`))
}

/** Ctrl with + − 0, on the main keys and on the number pad. Chromium keeps the zoom of an origin. */
function zoomByKeys(window: BrowserWindow): void {
  window.webContents.on('before-input-event', (event, input) => {
    if (input.type !== 'keyDown' || !input.control || input.alt) return
    const level = window.webContents.getZoomLevel()
    const zoomed = { '+': level + ZOOM_STEP, '=': level + ZOOM_STEP, '-': level - ZOOM_STEP, '0': 0 }[input.key]
    if (zoomed === undefined) return
    window.webContents.setZoomLevel(Math.max(-2, Math.min(4, zoomed)))
    event.preventDefault()
  })
}

interface WindowState {
  bounds: Rectangle
  isMaximized: boolean
}

/** The place the window was left at, if it still lies on a screen that is there. */
function rememberedState(stateFile: string): WindowState | null {
  try {
    const state = JSON.parse(readFileSync(stateFile, 'utf8')) as WindowState
    const { workArea } = screen.getDisplayMatching(state.bounds)
    const { x, y, width, height } = state.bounds
    const isVisible = x < workArea.x + workArea.width && y < workArea.y + workArea.height && x + width > workArea.x
    return isVisible && width > 0 && height > 0 ? state : null
  } catch {
    return null
  }
}
