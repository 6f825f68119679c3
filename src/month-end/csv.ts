/**
 * The package's CSV (RFC 4180): UTF-8 without BOM, a comma between fields, CRLF after every record, quotes only around
 * a field that holds a comma, a quote, a CR or an LF. Reading is strict, so that one table has one way to be written.
 */

import { isAscii, isUtf8 } from 'node:buffer'

const LINE_FEED = 0x0a
/** A record longer than this is no row of ours; the reader holds at most one of them beside the chunk it works on. */
const LONGEST_RECORD = 1 << 20

/** Line breaks apart, which end records or stand in quotes. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const CONTROL = /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/

export type CsvCell = string | number | null

/** One record with its CRLF; null becomes the empty field. */
export function csvRecord(cells: readonly CsvCell[]): string {
  let line = ''
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index]
    if (index > 0) line += ','
    if (typeof cell === 'string') line += needsQuotes(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
    else if (typeof cell === 'number') line += cell
  }
  return `${line}\r\n`
}

function needsQuotes(text: string): boolean {
  return text.includes(',') || text.includes('"') || hasLineBreak(text)
}

/** What is wrong with a CSV's bytes; `record` counts from 1, the header included. */
export class CsvError extends Error {
  readonly record: number
  constructor(record: number, message: string) {
    super(message)
    this.record = record
  }
}

export interface CsvPiece {
  records: string[][]
  /** Whether all of it is NFC and without control characters, so that nobody need look at each cell for that. */
  isPlain: boolean
}

/**
 * Reads CSV piece by piece: push() answers the records a piece of bytes completes, end() checks that nothing is left
 * over. Both throw a CsvError for bytes that are not UTF-8 and for records not written as above.
 */
export class CsvReader {
  /** Bytes behind the last line feed, which may end in the middle of a letter. */
  #bytes: Uint8Array = new Uint8Array()
  /** A record that holds a line feed in quotes and does not end yet. */
  #rest = ''
  #records = 0
  #isPlain = true

  push(piece: Uint8Array): CsvPiece {
    const end = piece.lastIndexOf(LINE_FEED) + 1
    if (end === 0) {
      this.#keep(Buffer.concat([this.#bytes, piece]))
      return { records: [], isPlain: true }
    }
    const head = piece.subarray(0, end)
    const text = this.#rest + this.#decode(this.#bytes.length > 0 ? Buffer.concat([this.#bytes, head]) : head)
    this.#keep(piece.subarray(end))
    this.#isPlain = !CONTROL.test(text) && text === text.normalize('NFC')
    return { records: this.#take(text), isPlain: this.#isPlain }
  }

  end(): void {
    if (this.#rest !== '' || this.#bytes.length > 0) throw this.#error('the last record does not end in CRLF')
  }

  #keep(bytes: Uint8Array): void {
    this.#boundRecord(bytes.length)
    this.#bytes = bytes
  }

  #error(message: string): CsvError {
    return new CsvError(this.#records + 1, message)
  }

  /** Buffer decodes several times as fast as a TextDecoder does, but forgives: so the bytes are checked before. */
  #decode(bytes: Uint8Array): string {
    if (!isUtf8(bytes)) throw this.#error('is not UTF-8')
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString(isAscii(bytes) ? 'latin1' : 'utf8')
  }

  #take(text: string): string[][] {
    const rows: string[][] = []
    let start = 0
    let quote = text.indexOf('"')
    for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n', start)) {
      if (quote >= 0 && quote < end) {
        const row = this.#quotedRecord(text, start)
        if (!row) break
        this.#boundRecord(row.next - start)
        rows.push(row.cells)
        start = row.next
        quote = text.indexOf('"', start)
      } else {
        this.#boundRecord(end - start)
        const line = text.slice(start, end)
        if (hasLineBreak(line)) throw this.#error('a field without quotes holds a line break')
        rows.push(line.split(','))
        start = end + 2
      }
      this.#records++
    }
    this.#rest = text.slice(start)
    this.#boundRecord(this.#rest.length)
    return rows
  }

  #boundRecord(length: number): void {
    if (length > LONGEST_RECORD) throw this.#error('a record is too long')
  }

  /** A record with quotes in it, or null where the text ends before the record does. */
  #quotedRecord(text: string, start: number): { cells: string[]; next: number } | null {
    const cells: string[] = []
    for (let at = start; ; at++) {
      const field = text[at] === '"' ? this.#quotedField(text, at) : this.#plainField(text, at)
      if (!field) return null
      cells.push(field.cell)
      at = field.next
      if (text.startsWith('\r\n', at)) return { cells, next: at + 2 }
      if (at >= text.length || (text[at] === '\r' && at + 1 === text.length)) return null
      if (text[at] !== ',') throw this.#error('a quoted field is followed by other text')
    }
  }

  #quotedField(text: string, start: number): { cell: string; next: number } | null {
    let quote = text.indexOf('"', start + 1)
    while (quote >= 0 && text[quote + 1] === '"') quote = text.indexOf('"', quote + 2)
    if (quote < 0 || quote + 1 >= text.length) return null
    const cell = text.slice(start + 1, quote).replaceAll('""', '"')
    if (!needsQuotes(cell)) throw this.#error('a field is quoted without need')
    if (hasLineBreak(cell)) this.#isPlain = false
    return { cell, next: quote + 1 }
  }

  #plainField(text: string, start: number): { cell: string; next: number } | null {
    const comma = text.indexOf(',', start)
    const end = text.indexOf('\r\n', start)
    const next = comma >= 0 && (end < 0 || comma < end) ? comma : end
    if (next < 0) return null
    const cell = text.slice(start, next)
    if (needsQuotes(cell)) throw this.#error('a field without quotes holds a quote or a line break')
    return { cell, next }
  }
}

function hasLineBreak(text: string): boolean {
  return text.includes('\n') || text.includes('\r')
}
