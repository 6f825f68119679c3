/**
 * The rows of a month on their way from the office, which alone reads the ledger, to the thread that writes the
 * package: page by page and only when the next is asked for, so that neither holds a whole table and a search comes in
 * between.
 */

import type { MessagePort } from 'node:worker_threads'
import { type Row, TABLE_NAMES, type TableName, type TableRows } from '../domain/package-tables.ts'

const PAGE_ROWS = 1000

type AnyRow = Row<TableName>

interface PageWanted {
  name: TableName
  after: AnyRow | null
  limit: number
}

type PageAnswer = { rows: AnyRow[] } | { error: string }

/** Answers whoever asks at the other end until the port is closed. */
export function servePages(port: MessagePort, pageOf: (wanted: PageWanted) => AnyRow[]): void {
  port.on('message', (wanted: PageWanted) => port.postMessage(answerOf(wanted, pageOf)))
}

function answerOf(wanted: PageWanted, pageOf: (wanted: PageWanted) => AnyRow[]): PageAnswer {
  try {
    return { rows: pageOf(wanted) }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}

/** The tables as they come through the port; one is read at a time. */
export function tablesThrough(port: MessagePort): TableRows {
  const page = (wanted: PageWanted) =>
    new Promise<AnyRow[]>((resolve, reject) => {
      port.once('message', (answer: PageAnswer) =>
        'rows' in answer ? resolve(answer.rows) : reject(new Error(answer.error)),
      )
      port.postMessage(wanted)
    })
  async function* rows(name: TableName): AsyncGenerator<AnyRow> {
    let after: AnyRow | null = null
    while (true) {
      const found: AnyRow[] = await page({ name, after, limit: PAGE_ROWS })
      yield* found
      after = found.at(-1) ?? null
      if (found.length < PAGE_ROWS) return
    }
  }
  return Object.fromEntries(TABLE_NAMES.map((name) => [name, rows(name)])) as unknown as TableRows
}
