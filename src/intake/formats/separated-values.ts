/** Text of separated values as rows of cells: quotes may hold delimiters, line breaks and doubled quotes. */

import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { MOST_COLUMNS, TableFault, type TableRow, type TableSheet } from './table-source.ts'

const LONGEST_RECORD = 1_000_000

interface ParsedRecord {
  record: string[]
  info: { records: number; empty_lines: number }
}

/**
 * The rows of a text that comes in pieces; `rowsBefore` stood above it and count. Values stay texts. Throws a
 * `TableFault` where a quotation never ends or a line is longer than any row of a list.
 */
export async function* separatedRows(
  pieces: Iterable<string>,
  delimiter: string,
  rowsBefore = 0,
): AsyncGenerator<TableRow> {
  const parser = parse({
    delimiter,
    info: true,
    max_record_size: LONGEST_RECORD,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  })
  const text = Readable.from(pieces)
  text.on('error', (error) => parser.destroy(error)).pipe(parser)
  try {
    for await (const { record, info } of parser as AsyncIterable<ParsedRecord>) {
      const cells = record.slice(0, MOST_COLUMNS).map((text) => (text === '' ? null : text))
      yield { rowNumber: rowsBefore + info.records + info.empty_lines, cells }
    }
  } catch (cause) {
    if (cause instanceof CsvError) throw new TableFault('broken', cause.message, { cause })
    throw cause
  }
}

/** The one sheet of a text, which has no fonts, nothing merged and nothing hidden. */
export function textSheet(name: string, rows: TableSheet['rows']): TableSheet {
  return { name, isHidden: false, rows, mergedCells: () => [], hiddenRowNumbers: () => [], fontOf: () => null }
}
