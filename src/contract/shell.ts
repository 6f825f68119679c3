/** What the shell does for a window beside its port to the office; exposed by the preload script as `window.shell`. */

export interface Shell {
  /** The window listens now: send it a port. */
  askForPort(): void
  /** The path of a file the clerk chose, or null. The folder is remembered per purpose. */
  chooseFile(purpose: 'list' | 'package' | 'idCard' | 'communes'): Promise<string | null>
  chooseFolder(purpose: 'package'): Promise<string | null>
  /** The path a new file shall have, or null; the name that is suggested decides what kind of file it is. */
  saveFile(purpose: 'list' | 'households', suggestedName: string): Promise<string | null>
  showInFolder(file: string): Promise<void>
  /** Shows a PDF of the ledger's papers folder in the preview window. */
  openPaper(file: string): Promise<void>
  /** The path of a file dropped on the window; empty where the page made the file up. */
  pathOfDropped(file: unknown): string
}
