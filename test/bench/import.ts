/**
 * A list of 100,000 households × 15 columns, from the workbook to the durable ledger, against the bare insert loop plus
 * the reader's bare parse, and against read-excel-file.
 */

import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { fieldsThatDiffer, HOUSEHOLD_FIELDS } from '../../src/domain/household.ts'
import { all } from '../../src/ledger/connection.ts'
import { HOUSEHOLD_COLUMNS, recordOf, type StoredHousehold } from '../../src/ledger/registry/household-record.ts'
import { inventedHouseholds } from '../support/people.ts'
import { bundled } from './child.ts'
import { amount, type BenchOptions, type Figure, inTurns, median, ratio } from './measure.ts'
import { benchFolder, foundOffice, ledgerIn } from './offices.ts'

interface Taken {
  ms: number
  megabytes: number
}

const COUNT = 100_000
const ROUNDS = 5

/** Counts cells of the ledger that are not what the list was made of. */
function wrongCells(folder: string): number {
  const ledger = ledgerIn(folder)
  const kept = all<StoredHousehold>(ledger.reader, `SELECT ${HOUSEHOLD_COLUMNS} FROM households ORDER BY row_number`)
  ledger.close()
  const wrong = inventedHouseholds(COUNT).map((facts, index) => {
    const household = kept[index]
    return household ? fieldsThatDiffer(recordOf(household), facts) : HOUSEHOLD_FIELDS
  })
  return wrong.flat().length + Math.abs(kept.length - COUNT) * HOUSEHOLD_FIELDS.length
}

export async function bench(_options: BenchOptions): Promise<Figure[]> {
  using folder = benchFolder()
  const founded = join(folder.path, 'founded')
  const workbook = join(folder.path, 'list.xlsx')
  const { personId } = await foundOffice(founded)
  await (await bundled('make-list')).run(workbook, String(COUNT))
  const script = await bundled('import-once')
  await bundled('office-worker')
  const once = (way: string) => async (round: number) => {
    const ledger = join(folder.path, `${way}-${round}`)
    cpSync(founded, ledger, { recursive: true })
    return script.run<Taken>(way, workbook, ledger, personId, String(COUNT))
  }
  const ways = { ours: once('ours'), insert: once('insert'), parse: once('parse'), excel: once('excel') }
  const taken = await inTurns(ROUNDS, ways)
  const ms = (way: keyof typeof taken) => taken[way].map((one) => one.ms)
  const megabytes = (way: keyof typeof taken) => taken[way].map((one) => one.megabytes)
  const both = (one: keyof typeof taken, other: keyof typeof taken) =>
    ms(one).map((value, round) => value + (ms(other)[round] ?? Number.NaN))
  const middle = (way: keyof typeof taken) => Math.round(median(ms(way)))
  return [
    ratio(ms('ours'), both('insert', 'parse'), {
      name: '100,000 rows, list to durable ledger',
      note: `of bare inserts, ${middle('insert')} ms, and the reader's bare parse, ${middle('parse')} ms`,
      goal: 1.6,
    }),
    ratio(ms('ours'), both('insert', 'excel'), {
      name: '100,000 rows, list to durable ledger',
      note: `of bare inserts and read-excel-file, ${middle('excel')} ms`,
      goal: 1 / 1.5,
    }),
    amount(megabytes('ours'), 'MB', { name: 'peak memory', note: 'of the office with its threads', goal: 256 }),
    amount(megabytes('excel'), 'MB', { name: "read-excel-file's peak memory", note: 'without a ledger' }),
    amount([wrongCells(join(folder.path, 'ours-0'))], 'wrong', { name: 'cells', note: 'of 1,700,000', goal: 0 }),
  ]
}
