/**
 * Takes a list of 100,000 households in, or does a part of that in a plain way, once:
 * node import-once.ts ours|insert|parse|excel WORKBOOK LEDGER PERSON COUNT. Answers its time and its most memory.
 */

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ACCEPT_AS_FOUND } from '../../src/contract/imports.ts'
import { day } from '../../src/domain/day.ts'
import { NO_CHOICES } from '../../src/domain/household-list.ts'
import { openTable } from '../../src/intake/formats/open-table.ts'
import {
  derivedKeys,
  FACT_COLUMNS,
  factValues,
  KEY_COLUMNS,
  keyValues,
} from '../../src/ledger/registry/household-record.ts'
import { searchWords } from '../../src/ledger/registry/household-search.ts'
import { newIdentity } from '../../src/office/new-identity.ts'
import { inventedHouseholds } from '../support/people.ts'
import { timed } from './measure.ts'
import { peakMegabytes } from './memory.ts'
import { granted, ledgerIn, officeIn } from './offices.ts'

const TODAY = day('2026-12-01')
const [way = '', workbook = '', folder = '', personId = '', count = ''] = process.argv.slice(2)

/** As the terminal does: read in a thread, compared, placed, written, its pairs found, and in the journal. */
async function ours(): Promise<number> {
  const { office, client } = officeIn(folder, join(import.meta.dirname, 'office-worker.mjs'))
  granted(await client.query('session.start', { personId }))
  const fileSha256 = createHash('sha256').update(readFileSync(workbook)).digest('hex')
  const list = { source: { file: workbook }, choices: NO_CHOICES, identities: [], fileSha256 }
  const ms = await timed(async () => granted(await client.job('imports.run', { ...list, ...ACCEPT_AS_FOUND })))
  await office.close()
  return ms
}

/** Rows with all their columns made before the clock starts: what is measured is SQLite taking them, and its disk. */
async function insert(): Promise<number> {
  const households = inventedHouseholds(Number(count))
  const recordedAt = '2026-12-01T01:30:00.000Z'
  const columns = ['household_id', ...FACT_COLUMNS, 'status', ...KEY_COLUMNS, 'revision', 'recorded_at']
  const rows = households.map((facts) => {
    const keys = keyValues(derivedKeys(facts, TODAY))
    return [newIdentity(), ...factValues(facts), 'active', ...keys, 1, recordedAt]
  })
  const words = JSON.stringify(households.map((household) => searchWords(household)))
  const ledger = ledgerIn(folder)
  const ms = await timed(() =>
    ledger.transact((writer) => {
      const marks = columns.map(() => '?').join(', ')
      const statement = writer.statement(`INSERT INTO households (${columns.join(', ')}) VALUES (${marks})`)
      for (const row of rows) statement.run(...row)
      writer.statement('INSERT INTO household_search (rowid, words) SELECT key + 1, value FROM json_each(?)').run(words)
    }),
  )
  ledger.close()
  return ms
}

function parse(): Promise<number> {
  return timed(async () => {
    const table = await openTable(await readFile(workbook))
    let cells = 0
    for await (const row of table.sheets[0]?.rows() ?? []) cells += row.cells.length
    if (cells === 0) throw new Error('Nothing was read')
  })
}

function excel(): Promise<number> {
  return timed(async () => {
    const { default: readXlsxFile } = await import('read-excel-file/node')
    const rows = await readXlsxFile(workbook)
    if (rows.length === 0) throw new Error('Nothing was read')
  })
}

const ways: Record<string, () => Promise<number>> = { ours, insert, parse, excel }
const ms = await ways[way]?.()
console.log(JSON.stringify({ ms, megabytes: peakMegabytes() }))
