/**
 * Takes a list of 100,000 households in, or does a part of that in a plain way, once:
 * node import-once.ts ours|insert|parse|excel WORKBOOK LEDGER PERSON COUNT. Answers its time and its most memory.
 */

import { readFile } from 'node:fs/promises'
import { day } from '../../src/domain/day.ts'
import { HOUSEHOLD_FIELDS, type HouseholdFacts } from '../../src/domain/household.ts'
import { openTable } from '../../src/intake/open-table.ts'
import { readHouseholdList } from '../../src/intake/read-household-list.ts'
import { derivedKeys } from '../../src/ledger/household-record.ts'
import { searchWords } from '../../src/ledger/household-search.ts'
import { writeBatch } from '../../src/ledger/imports.ts'
import { newIdentity } from '../../src/office/new-identity.ts'
import { inventedHouseholds } from '../support/people.ts'
import { timed } from './measure.ts'
import { peakMegabytes } from './memory.ts'
import { batchOf, ledgerIn } from './offices.ts'

const [way = '', workbook = '', folder = '', personId = '', count = ''] = process.argv.slice(2)

async function ours(): Promise<number> {
  const ledger = ledgerIn(folder)
  const ms = await timed(async () => {
    const read = await readHouseholdList(workbook, { today: day('2026-12-01') })
    if (!read.ok) throw new Error(JSON.stringify(read.refusal))
    const rows = read.list.rows.map(({ facts }) => facts)
    ledger.transact((writer) => writeBatch(writer, batchOf(personId, 'list.xlsx'), rows, newIdentity))
  })
  ledger.close()
  return ms
}

/** Rows with all their columns made before the clock starts: what is measured is SQLite taking them, and its disk. */
async function insert(): Promise<number> {
  const households = inventedHouseholds(Number(count))
  const recordedAt = '2026-12-01T01:30:00.000Z'
  const valuesOf = (facts: HouseholdFacts) => {
    const { sortKey, matchKey } = derivedKeys(facts)
    return [newIdentity(), ...HOUSEHOLD_FIELDS.map((field) => facts[field]), 'active', sortKey, matchKey, 1, recordedAt]
  }
  const rows = households.map(valuesOf)
  const words = JSON.stringify(households.map(searchWords))
  const ledger = ledgerIn(folder)
  const marks = rows[0]?.map(() => '?').join(', ')
  const ms = await timed(() =>
    ledger.transact((writer) => {
      const statement = writer.statement(
        `INSERT INTO households (household_id, head_of_household, birth_year, citizen_id, old_id_number, customer_code,
         meter_number, phone, hamlet, commune_name, address_text, member_count, category, category_decision, note, status,
         sort_key, match_key, revision, recorded_at) VALUES (${marks})`,
      )
      for (const row of rows) statement.run(...row)
      writer.statement('INSERT INTO household_search (rowid, words) SELECT key + 1, value FROM json_each(?)').run(words)
    }),
  )
  ledger.close()
  return ms
}

function parse(): Promise<number> {
  return timed(async () => {
    const table = await openTable(await readFile(workbook), workbook)
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
