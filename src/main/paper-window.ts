/** Papers on the screen: one preview window with Chromium's own PDF viewer; Ctrl+P prints, Esc goes back. */

import { basename, dirname, extname, resolve } from 'node:path'
import { BrowserWindow, shell } from 'electron'
import { PAPERS_ORIGIN } from './app-protocol.ts'
import { stayAtHome } from './window.ts'

let preview: BrowserWindow | null = null

/** Shows a PDF of the papers folder; refuses any other file. Without a viewer the system's own program opens it. */
export async function openPaper(file: string, papersFolder: string): Promise<void> {
  const path = resolve(file)
  if (dirname(path) !== resolve(papersFolder) || extname(path) !== '.pdf')
    throw new Error('Not a paper of this ledger.')
  preview ??= createPreview()
  const window = preview
  window.webContents.session.once('will-download', (event) => {
    event.preventDefault()
    window.close()
    void shell.openPath(path)
  })
  try {
    await window.loadURL(`${PAPERS_ORIGIN}/${encodeURIComponent(basename(path))}`)
  } catch (error) {
    // Left by Esc, or sent on to the next paper, before this one was there: nothing is wrong.
    if (window.isDestroyed() || window.webContents.isLoading()) return
    throw error
  }
  if (window.isDestroyed()) return
  window.setTitle(basename(path))
  window.show()
}

function createPreview(): BrowserWindow {
  const window = new BrowserWindow({
    width: 900,
    height: 760,
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, plugins: true, devTools: false },
  })
  stayAtHome(window)
  window.on('closed', () => {
    preview = null
  })
  // The title stays the file's name, which tells papers apart in the task bar.
  window.on('page-title-updated', (event) => event.preventDefault())
  window.webContents.on('before-input-event', (event, input) => {
    if (input.type !== 'keyDown' || input.key !== 'Escape') return
    event.preventDefault()
    window.close()
  })
  return window
}
