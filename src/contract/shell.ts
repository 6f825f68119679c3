/** What the shell does for a window beside its port to the office; exposed by the preload script as `window.shell`. */

import type { ChosenPrinters, PaperSize, Printer, PrintPart, PrintReply } from './printing.ts'

/** Where the shell serves the papers of the open ledger to a window, each by its file's name. */
export const PAPERS_ORIGIN = 'app://papers'

/** Where it serves the pictures of signed papers, each by the hash of its content. */
export const SCANS_ORIGIN = 'app://scans'

/** Where it serves the photos of repairs, each by the hash of its content. */
export const PHOTOS_ORIGIN = 'app://photos'

export interface Shell {
  /** The window listens now: send it a port. */
  askForPort(): void
  /** The path of a file the clerk chose, or null. The folder is remembered per purpose. */
  chooseFile(
    purpose: 'list' | 'package' | 'identity' | 'acknowledgement' | 'key' | 'headOfficeKey' | 'idCard' | 'communes',
  ): Promise<string | null>
  /** Several files at once; none where the clerk thought better of it. */
  chooseFiles(purpose: 'scan' | 'photo' | 'package'): Promise<string[]>
  chooseFolder(purpose: 'package' | 'scan' | 'keys'): Promise<string | null>
  /** The path a new file shall have, or null; the name that is suggested decides what kind of file it is. */
  saveFile(purpose: 'list' | 'households', suggestedName: string): Promise<string | null>
  showInFolder(file: string): Promise<void>
  /** Shows a PDF of the ledger's papers folder in the preview window. */
  openPaper(file: string): Promise<void>
  /** Opens a paper with the system's own program for PDFs; answers what the system said where it could not. */
  openFile(file: string): Promise<string | null>
  listPrinters(): Promise<Printer[]>
  chosenPrinters(): Promise<ChosenPrinters>
  /** Remembers a printer for a size of paper; null forgets it. */
  choosePrinter(paperSize: PaperSize, printer: string | null): Promise<ChosenPrinters>
  /** Hands one part to the system's queue; parts that are asked for together go one after the other. */
  printPaper(part: PrintPart): Promise<PrintReply>
  /** Gives up the part on its way to the queue, which is then answered as cancelled. */
  stopPrinting(): Promise<void>
  /** The package somebody double-clicked, told once; `package:opened` says when there is another. */
  takeOpenedPackage(): Promise<string | null>
  /** The path of a file dropped on the window; empty where the page made the file up. */
  pathOfDropped(file: unknown): string
}
