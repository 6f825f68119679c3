/** The one folder whose files the shell shows, prints and opens: the papers of the open ledger. */

import { basename, dirname, extname, resolve } from 'node:path'
import { PAPERS_ORIGIN } from '../contract/shell.ts'

/** The path of a PDF of the papers folder; throws for any other file. */
export function paperPath(file: string, papersFolder: string): string {
  const path = resolve(file)
  if (dirname(path) !== resolve(papersFolder) || extname(path) !== '.pdf')
    throw new Error('Not a paper of this ledger.')
  return path
}

/** Where windows find it. */
export function paperAddress(path: string): string {
  return `${PAPERS_ORIGIN}/${encodeURIComponent(basename(path))}`
}
