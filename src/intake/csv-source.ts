/**
 * A text file of separated values as a table source: UTF-8 with or without its mark, or UTF-16 with it, as Excel's two
 * kinds of CSV and "Unicode text" are. Values stay texts; what they mean is read with the column they stand in.
 */

import { separatedRows, textSheet } from './separated-values.ts'
import { TableFault, type TableRow, type TableSource, type TextEncoding } from './table-source.ts'

const DELIMITERS = [',', ';', '\t']
const PIECE_BYTES = 2 ** 18

function encodingOf(bytes: Buffer): TextEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

/** The text in pieces; a decoder that is told of each piece keeps letters whole across their borders. */
function* decodedPieces(bytes: Buffer): Generator<string> {
  const decoder = new TextDecoder(encodingOf(bytes), { fatal: true })
  try {
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
      yield decoder.decode(bytes.subarray(at, at + PIECE_BYTES), { stream: true })
    }
    yield decoder.decode()
  } catch (cause) {
    throw new TableFault('broken', 'Not UTF-8 or UTF-16', { cause })
  }
}

/** The delimiter that occurs most in the first lines, quoted texts left out: titles have few, headers and rows many. */
export function delimiterOf(text: string): string {
  const lines = text.slice(0, 20_000).replace(/"[^"]*"/g, '')
  const count = (delimiter: string) => lines.split(delimiter).length
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best))
}

async function* rows(bytes: Buffer): AsyncGenerator<TableRow> {
  const first = decodedPieces(bytes).next().value ?? ''
  yield* separatedRows(decodedPieces(bytes), delimiterOf(first))
}

/** Reads a text file in memory. Its rows throw a `TableFault` where it is no text or a quotation never ends. */
export function openCsv(bytes: Buffer): TableSource {
  return { format: 'csv', textEncoding: encodingOf(bytes), sheets: [textSheet('CSV', () => rows(bytes))] }
}
