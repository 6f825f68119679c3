/** What only the shell can do for a window: choose files and folders, show one, open a paper. Arguments are checked. */

import { basename, dirname, extname, isAbsolute, join } from 'node:path'
import { type BrowserWindow, dialog, shell } from 'electron'
import { openPaper } from './paper-window.ts'
import { rememberedTexts, rememberTexts } from './remembered.ts'
import { answerWindow } from './window.ts'

const FILE_PURPOSES: Record<string, Electron.FileFilter[]> = {
  list: [
    {
      name: 'Excel, LibreOffice, CSV',
      extensions: ['xlsx', 'xls', 'ods', 'csv', 'tsv', 'txt', 'xlsm', 'xml', 'htm', 'html'],
    },
  ],
  package: [{ name: 'ZIP, age', extensions: ['zip', 'age'] }],
  identity: [{ name: 'age', extensions: ['txt', 'key', 'age'] }],
  key: [{ name: 'PUB, JSON', extensions: ['pub', 'json'] }],
  acknowledgement: [{ name: 'JSON', extensions: ['json'] }],
  headOfficeKey: [{ name: 'JSON', extensions: ['json'] }],
  communes: [{ name: 'CSV', extensions: ['csv'] }],
  idCard: [{ name: 'JPG, PNG', extensions: ['jpg', 'jpeg', 'png'] }],
  photo: [{ name: 'JPG, PNG', extensions: ['jpg', 'jpeg', 'png'] }],
  scan: [{ name: 'PDF, TIFF, JPG, PNG', extensions: ['pdf', 'tif', 'tiff', 'jpg', 'jpeg', 'png'] }],
}
const FOLDER_PURPOSES = ['package', 'scan', 'keys']
const SAVE_PURPOSES = ['list', 'households']

export function answerDialogs(options: { window: BrowserWindow; papersFolder: string; foldersFile: string }): void {
  const { window, papersFolder, foldersFile } = options
  // Electron 43 and later forget the last folder, so each purpose remembers its own.
  const folders = rememberedTexts(foldersFile)

  async function chooseSome(purpose: string, choice: Electron.OpenDialogOptions): Promise<string[]> {
    const defaultPath = folders[purpose]
    const { filePaths } = await dialog.showOpenDialog(window, defaultPath ? { ...choice, defaultPath } : choice)
    const [path] = filePaths
    if (path !== undefined) remember(purpose, path)
    return filePaths
  }
  async function choose(purpose: string, choice: Electron.OpenDialogOptions): Promise<string | null> {
    const [path] = await chooseSome(purpose, choice)
    return path ?? null
  }
  /** What is suggested is a name alone; the clerk says where it goes. */
  async function chooseNew(purpose: string, suggestedName: string): Promise<string | null> {
    const name = basename(suggestedName)
    const filters = [{ name: extname(name).slice(1).toUpperCase(), extensions: [extname(name).slice(1)] }]
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      defaultPath: join(folders[purpose] ?? '', name),
      filters,
    })
    return canceled || !filePath ? null : remember(purpose, filePath)
  }
  function remember(purpose: string, path: string): string {
    folders[purpose] = dirname(path)
    rememberTexts(foldersFile, folders)
    return path
  }

  const answer = (channel: string, act: (argument: string, other: string) => unknown) =>
    answerWindow(window, channel, (argument, other = '') => {
      if (typeof argument !== 'string' || typeof other !== 'string') throw new Error('Refused.')
      return act(argument, other)
    })

  answer('dialogs:chooseFile', (purpose) => {
    const filters = Object.hasOwn(FILE_PURPOSES, purpose) ? FILE_PURPOSES[purpose] : undefined
    return filters ? choose(purpose, { properties: ['openFile'], filters }) : null
  })
  answer('dialogs:chooseFiles', (purpose) => {
    const filters = Object.hasOwn(FILE_PURPOSES, purpose) ? FILE_PURPOSES[purpose] : undefined
    return filters ? chooseSome(purpose, { properties: ['openFile', 'multiSelections'], filters }) : []
  })
  answer('dialogs:chooseFolder', (purpose) =>
    FOLDER_PURPOSES.includes(purpose) ? choose(purpose, { properties: ['openDirectory', 'createDirectory'] }) : null,
  )
  answer('dialogs:saveFile', (purpose, suggestedName) =>
    SAVE_PURPOSES.includes(purpose) ? chooseNew(purpose, suggestedName) : null,
  )
  answer('dialogs:showInFolder', (file) => {
    if (isAbsolute(file)) shell.showItemInFolder(file)
  })
  answer('dialogs:openPaper', (file) => openPaper(file, papersFolder))
}
