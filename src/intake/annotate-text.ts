/** Adds a column of texts to a text file of separated values, in its own encoding and with its own delimiter. */

import { asSpreadsheetText } from '../domain/vietnamese.ts'
import { delimiterOf } from './formats/csv-source.ts'
import type { TextEncoding } from './formats/table-source.ts'
import { decodedPieces, encodeText } from './formats/text-encoding.ts'

interface TextLine {
  /** What stands in the file, without the line's end. */
  text: string
  end: string
  fieldCount: number
}

/** The lines of a text, a quoted line break being part of its line: they are counted as the reader of lists does. */
function* linesOf(text: string, delimiter: string): Generator<TextLine> {
  let start = 0
  let fieldCount = 1
  let isFieldStart = true
  let isQuoted = false
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (isQuoted) {
      if (character !== '"') continue
      if (text[at + 1] === '"') at += 1
      else if (/^(?:[\r\n]|$)/.test(text[at + 1] ?? '') || text[at + 1] === delimiter) isQuoted = false
    } else if (character === '"' && isFieldStart) {
      isQuoted = true
      isFieldStart = false
    } else if (character === delimiter) {
      fieldCount += 1
      isFieldStart = true
    } else if (character === '\n' || character === '\r') {
      const end = character === '\r' && text[at + 1] === '\n' ? '\r\n' : character
      yield { text: text.slice(start, at), end, fieldCount }
      at += end.length - 1
      start = at + 1
      fieldCount = 1
      isFieldStart = true
    } else {
      isFieldStart = false
    }
  }
  if (start < text.length) yield { text: text.slice(start), end: '', fieldCount }
}

/** A cell in quotes; one that a spreadsheet would take for a formula begins with an apostrophe. */
function quoted(text: string): string {
  return `"${asSpreadsheetText(text).replaceAll('"', '""')}"`
}

/** Answers the file with the texts behind the widest of its lines; all else stays as it is, a mark at its start too. */
export function annotateText(bytes: Buffer, encoding: TextEncoding, texts: ReadonlyMap<number, string>): Buffer {
  const mark = /^(efbbbf|fffe|feff)/.test(bytes.toString('hex', 0, 3)) ? '\ufeff' : ''
  const text = [...decodedPieces(bytes, encoding)].join('')
  const delimiter = delimiterOf(text)
  const lines = [...linesOf(text, delimiter)]
  const width = lines.reduce((widest, { fieldCount }) => Math.max(widest, fieldCount), 0)
  const written = lines.map((line, index) => {
    const added = texts.get(index + 1)
    if (added === undefined) return line.text + line.end
    return line.text + delimiter.repeat(width - line.fieldCount + 1) + quoted(added) + line.end
  })
  return encodeText(mark + written.join(''), encoding)
}
