/** Papers on the screen: one preview window with Chromium's own PDF viewer; Ctrl+P prints, Esc goes back. */

import { basename } from 'node:path'
import { BrowserWindow, shell } from 'electron'
import { paperAddress, paperPath } from './papers-folder.ts'
import { stayAtHome } from './window.ts'

let preview: BrowserWindow | null = null
/** The paper that shall be in the preview: a clerk may ask for the next, or leave, before the last has come. */
let wanted: string | null = null

/** Shows a PDF of the papers folder; refuses any other file. Without a viewer the system's own program opens it. */
export async function openPaper(file: string, papersFolder: string): Promise<void> {
  const path = paperPath(file, papersFolder)
  preview ??= createPreview()
  const window = preview
  wanted = path
  const isLeft = () => preview !== window || wanted !== path
  window.webContents.session.once('will-download', (event) => {
    event.preventDefault()
    leave(window)
    void shell.openPath(path)
  })
  try {
    await window.loadURL(paperAddress(path))
  } catch (error) {
    if (isLeft()) return
    throw error
  }
  if (isLeft()) return
  window.setTitle(basename(path))
  window.show()
}

/** A window that closes is still there for a while; from here on nobody uses it. */
function leave(window: BrowserWindow): void {
  if (preview === window) preview = null
  if (!window.isDestroyed()) window.close()
}

function createPreview(): BrowserWindow {
  const window = new BrowserWindow({
    width: 900,
    height: 760,
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, plugins: true, devTools: false },
  })
  stayAtHome(window)
  const forget = () => {
    if (preview === window) preview = null
  }
  window.on('close', forget)
  window.on('closed', forget)
  window.webContents.on('before-input-event', (event, input) => {
    if (input.type !== 'keyDown' || input.key !== 'Escape') return
    event.preventDefault()
    leave(window)
  })
  return window
}
