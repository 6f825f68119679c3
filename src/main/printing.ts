/**
 * Printing papers: on a printer by its name without a word, or by the system's dialog. Only PDFs of the papers folder
 * are printed. The printer chosen for each size of paper is remembered on this computer.
 */

import { type BrowserWindow, type PrinterInfo, shell, type WebContentsPrintOptions } from 'electron'
import {
  type ChosenPrinters,
  PAPER_SIZES,
  type Printer,
  type PrintPart,
  type PrintReply,
  paperSizeSchema,
  printPartSchema,
} from '../contract/printing.ts'
import { paperPath } from './papers-folder.ts'
import { createPrintWindow } from './print-window.ts'
import { rememberedTexts, rememberTexts } from './remembered.ts'
import { answerWindow } from './window.ts'

export function answerPrinting(options: { window: BrowserWindow; papersFolder: string; printersFile: string }): void {
  const { window, papersFolder, printersFile } = options
  const printWindow = createPrintWindow()
  let last: Promise<unknown> = Promise.resolve()
  // A hidden window would keep the program running when the clerk has left it.
  window.once('closed', printWindow.close)

  async function print(part: PrintPart): Promise<PrintReply> {
    const printers = await window.webContents.getPrintersAsync()
    if (printers.length === 0) return { ok: false, reason: 'noPrinter', detail: '' }
    if (part.printer && !printers.some(({ name }) => name === part.printer))
      return { ok: false, reason: 'noPrinter', detail: part.printer }
    return printWindow.print(paperPath(part.file, papersFolder), printOptions(part))
  }

  answerWindow(window, 'printing:listPrinters', async () =>
    (await window.webContents.getPrintersAsync()).map(printerOf),
  )
  answerWindow(window, 'printing:chosenPrinters', () => chosenPrinters(printersFile))
  answerWindow(window, 'printing:choosePrinter', (size, printer) => {
    const { [paperSizeSchema.parse(size)]: _before, ...others } = chosenPrinters(printersFile)
    const chosen = typeof printer === 'string' ? { ...others, [paperSizeSchema.parse(size)]: printer } : others
    rememberTexts(printersFile, chosen)
    return chosen
  })
  answerWindow(window, 'printing:printPaper', (sent) => {
    const part = printPartSchema.parse(sent)
    const printed = last.then(() => print(part))
    last = printed.catch(() => undefined)
    return printed
  })
  answerWindow(window, 'printing:stop', () => printWindow.close())
  answerWindow(window, 'printing:openFile', async (file) => {
    const trouble = await shell.openPath(paperPath(String(file), papersFolder))
    return trouble === '' ? null : trouble
  })
}

/** Electron tells which one is the system's default up to version 35. */
function printerOf(info: PrinterInfo): Printer {
  const { name, displayName } = info
  return { name, displayName: displayName || name, isDefault: 'isDefault' in info && info.isDefault === true }
}

function chosenPrinters(file: string): ChosenPrinters {
  const kept = rememberedTexts(file)
  return Object.fromEntries(PAPER_SIZES.flatMap((size) => (kept[size] ? [[size, kept[size]]] : [])))
}

/** The system's dialog asks for all but the pages. Pages are counted from 0 here. */
function printOptions({ printer, paperSize, copies, duplex, pages }: PrintPart): WebContentsPrintOptions {
  const range = pages ? { pageRanges: [{ from: pages.from - 1, to: pages.to - 1 }] } : {}
  if (printer === null) return { silent: false, ...range }
  return {
    silent: true,
    deviceName: printer,
    pageSize: 'A4',
    landscape: paperSize === 'A4Landscape',
    copies,
    duplexMode: duplex,
    ...range,
  }
}
