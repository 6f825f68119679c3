/** The bridge: hands the window its port to the office, and the few dialogs only the shell has. Nothing else. */

import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Shell } from '../contract/shell.ts'

ipcRenderer.on('office:port', (event) => window.postMessage('office:port', window.origin, event.ports))
ipcRenderer.on('office:lost', () => window.postMessage('office:lost', window.origin))
ipcRenderer.on('package:opened', () => window.postMessage('package:opened', window.origin))

/** Electron before 32 gave a dropped file its path as a property. */
function pathOfDropped(file: unknown): string {
  if (!(file instanceof File)) return ''
  if (typeof webUtils === 'object') return webUtils.getPathForFile(file)
  return 'path' in file && typeof file.path === 'string' ? file.path : ''
}

const shell: Shell = {
  askForPort: () => ipcRenderer.send('office:port'),
  chooseFile: (purpose) => ipcRenderer.invoke('dialogs:chooseFile', purpose),
  chooseFiles: (purpose) => ipcRenderer.invoke('dialogs:chooseFiles', purpose),
  chooseFolder: (purpose) => ipcRenderer.invoke('dialogs:chooseFolder', purpose),
  saveFile: (purpose, suggestedName) => ipcRenderer.invoke('dialogs:saveFile', purpose, suggestedName),
  showInFolder: (file) => ipcRenderer.invoke('dialogs:showInFolder', file),
  openPaper: (file) => ipcRenderer.invoke('dialogs:openPaper', file),
  openFile: (file) => ipcRenderer.invoke('printing:openFile', file),
  listPrinters: () => ipcRenderer.invoke('printing:listPrinters'),
  chosenPrinters: () => ipcRenderer.invoke('printing:chosenPrinters'),
  choosePrinter: (paperSize, printer) => ipcRenderer.invoke('printing:choosePrinter', paperSize, printer),
  printPaper: (part) => ipcRenderer.invoke('printing:printPaper', part),
  stopPrinting: () => ipcRenderer.invoke('printing:stop'),
  takeOpenedPackage: () => ipcRenderer.invoke('package:take'),
  pathOfDropped,
}

contextBridge.exposeInMainWorld('shell', shell)
