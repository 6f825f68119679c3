/**
 * The package's CSV (RFC 4180): UTF-8 without BOM, a comma between fields, CRLF after every record, quotes only around a
 * field that holds a comma, a quote, a CR or an LF. Reading is strict, so that one table has one way to be written.
 */

/** A record longer than this is no row of ours; the reader holds at most one of them beside the chunk it works on. */
const LONGEST_RECORD = 1 << 20

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
  return text.includes(',') || text.includes('"') || text.includes('\n') || text.includes('\r')
}

/** What is wrong with a CSV's bytes; `record` counts from 1, the header included. */
export class CsvError extends Error {
  readonly record: number
  constructor(record: number, message: string) {
    super(message)
    this.record = record
  }
}

/**
 * Reads CSV chunk by chunk: push() answers the records the chunk completes, end() checks that nothing is left over.
 * Both throw a CsvError for bytes that are not UTF-8 and for records not written as above.
 */
export class CsvReader {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  #rest = ''
  #records = 0

  push(chunk: Uint8Array): string[][] {
    return this.#take(this.#rest + this.#decode(chunk))
  }

  end(): void {
    const text = this.#rest + this.#decode()
    if (text !== '') throw new CsvError(this.#records + 1, 'the last record does not end in CRLF')
  }

  #decode(chunk?: Uint8Array): string {
    try {
      return chunk ? this.#decoder.decode(chunk, { stream: true }) : this.#decoder.decode()
    } catch {
      throw new CsvError(this.#records + 1, 'is not UTF-8')
    }
  }

  #take(text: string): string[][] {
    const rows: string[][] = []
    let start = 0
    let quote = text.indexOf('"')
    for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n', start)) {
      if (quote >= 0 && quote < end) {
        const row = this.#quotedRecord(text, start)
        if (!row) break
        rows.push(row.cells)
        start = row.next
        quote = text.indexOf('"', start)
      } else {
        rows.push(plainRecord(text.slice(start, end), this.#records + 1))
        start = end + 2
      }
      this.#records++
    }
    this.#rest = text.slice(start)
    if (this.#rest.length > LONGEST_RECORD) throw new CsvError(this.#records + 1, 'a record is too long')
    return rows
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
      if (text[at] !== ',') throw new CsvError(this.#records + 1, 'a quoted field is followed by other text')
    }
  }

  #quotedField(text: string, start: number): { cell: string; next: number } | null {
    let quote = text.indexOf('"', start + 1)
    while (quote >= 0 && text[quote + 1] === '"') quote = text.indexOf('"', quote + 2)
    if (quote < 0 || quote + 1 >= text.length) return null
    const cell = text.slice(start + 1, quote).replaceAll('""', '"')
    if (!needsQuotes(cell)) throw new CsvError(this.#records + 1, 'a field is quoted without need')
    return { cell, next: quote + 1 }
  }

  #plainField(text: string, start: number): { cell: string; next: number } | null {
    const comma = text.indexOf(',', start)
    const end = text.indexOf('\r\n', start)
    const next = comma >= 0 && (end < 0 || comma < end) ? comma : end
    if (next < 0) return null
    const cell = text.slice(start, next)
    if (needsQuotes(cell)) throw new CsvError(this.#records + 1, 'a field without quotes holds a quote or a line break')
    return { cell, next }
  }
}

function plainRecord(line: string, record: number): string[] {
  if (line.includes('\n') || line.includes('\r'))
    throw new CsvError(record, 'a field without quotes holds a line break')
  return line.split(',')
}
