/**
 * A text file of separated values as a table source, in any encoding that Excel, Notepad and older programs wrote it
 * in. Values stay texts; what they mean is read with the column they stand in.
 */

import { separatedRows, textSheet } from './separated-values.ts'
import type { TableRow, TableSource, TextEncoding } from './table-source.ts'
import { decodedPieces } from './text-encoding.ts'

const DELIMITERS = [',', ';', '\t']

/** A first line of Excel's that says no more than which delimiter follows. */
const STATED_DELIMITER = /^"?sep=([^\r\n"])"?(?:\r\n|\r|\n)/i

/**
 * The delimiter that the first line states, or else that occurs most in the first lines, quoted texts left out: titles
 * have few, headers and rows many.
 */
export function delimiterOf(text: string): string {
  const stated = STATED_DELIMITER.exec(text)?.[1]
  if (stated) return stated
  const lines = text.slice(0, 20_000).replace(/"[^"]*"/g, '')
  const count = (delimiter: string) => lines.split(delimiter).length
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best))
}

async function* rows(bytes: Buffer, encoding: TextEncoding): AsyncGenerator<TableRow> {
  const first = decodedPieces(bytes, encoding).next().value ?? ''
  const stated = STATED_DELIMITER.exec(first)?.[0] ?? ''
  function* table() {
    let isFirst = true
    for (const piece of decodedPieces(bytes, encoding)) {
      yield isFirst ? piece.slice(stated.length) : piece
      isFirst = false
    }
  }
  yield* separatedRows(table(), delimiterOf(first), stated ? 1 : 0)
}

/** Reads a text file in memory. Its rows throw a `TableFault` where a letter is damaged or a quotation never ends. */
export function openCsv(bytes: Buffer, encoding: TextEncoding): TableSource {
  return { format: 'csv', textEncoding: encoding, sheets: [textSheet('CSV', () => rows(bytes, encoding))] }
}
