/** The shell: one instance, one office, one window; at quit the office closes its ledger before anything ends. */

import { join, resolve } from 'node:path'
import { app, Menu } from 'electron'
import { allowAppScheme, serveApp } from './app-protocol.ts'
import { answerDialogs } from './dialogs.ts'
import { startOffice } from './office-process.ts'
import { packageIn } from './opened-package.ts'
import { answerPrinting } from './printing.ts'
import { answerWindow, openMainWindow } from './window.ts'

/** Where the ledger lies: `--ledger FOLDER`, or a folder of this user's own. */
function ledgerFolder(): string {
  const given = process.argv.indexOf('--ledger')
  const folder = given < 0 ? undefined : process.argv[given + 1]
  return folder ? resolve(folder) : join(app.getPath('userData'), 'so-tri-an')
}

async function open(): Promise<void> {
  const built = join(app.getAppPath(), 'out')
  const ledger = ledgerFolder()
  const papers = join(ledger, 'papers')
  await app.whenReady()
  serveApp({
    windowFolder: join(built, 'renderer'),
    papersFolder: papers,
    scansFolder: join(ledger, 'scans'),
    photosFolder: join(ledger, 'photos'),
  })
  const office = startOffice({
    script: join(built, 'main', 'office.cjs'),
    ledgerFolder: ledger,
    resourcesFolder: join(app.getAppPath(), 'resources'),
  })
  const window = openMainWindow({
    preload: join(built, 'preload', 'preload.cjs'),
    icon: join(app.getAppPath(), 'resources', 'icons', 'so-tri-an.png'),
    stateFile: join(app.getPath('userData'), 'window.json'),
  })
  answerDialogs({ window, papersFolder: papers, foldersFile: join(app.getPath('userData'), 'folders.json') })
  answerPrinting({ window, papersFolder: papers, printersFile: join(app.getPath('userData'), 'printers.json') })
  office.serve(window)
  let opened = packageIn(process.argv, process.cwd())
  answerWindow(window, 'package:take', () => {
    const taken = opened
    opened = null
    return taken
  })
  app.on('second-instance', (_event, commandLine, workingFolder) => {
    opened = packageIn(commandLine, workingFolder) ?? opened
    if (opened) window.webContents.send('package:opened')
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    if (office.hasEnded()) return
    event.preventDefault()
    void office.close().then(() => app.quit())
  })
}

if (app.requestSingleInstanceLock()) {
  Menu.setApplicationMenu(null)
  allowAppScheme()
  void open()
} else {
  app.quit()
}
