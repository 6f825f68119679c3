/** What was copied in Excel and pasted as a table source: cells between tabs, in quotes where they hold line breaks. */

import { separatedRows, textSheet } from './separated-values.ts'
import type { TableSource } from './table-source.ts'

const PIECE_CHARACTERS = 2 ** 17

/** The parser looks at a piece at a time, and other work at what comes between. */
function* pieces(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += PIECE_CHARACTERS) yield text.slice(at, at + PIECE_CHARACTERS)
}

/** Reads pasted text, its first row being row 1. Rows throw a `TableFault` where a quotation never ends. */
export function openPasted(text: string): TableSource {
  return { format: 'pasted', textEncoding: null, sheets: [textSheet('', () => separatedRows(pieces(text), '\t'))] }
}
