/** Checks a package's corrections: entered in its month, about an earlier one, with the totals its document states. */

import { cellOf, TABLES, tableFile } from '../domain/package-tables.ts'
import { isPeriod } from '../domain/period.ts'
import { CLOSING_FILE, type ClosingDocument } from './closing-document.ts'
import type { FaultList } from './fault-list.ts'

const cell = (field: string) => cellOf(TABLES.corrections, field)
const CELLS = {
  year: cell('document_year'),
  number: cell('document_number'),
  enteredOn: cell('entered_on'),
  correctedPeriod: cell('corrected_period'),
  countIncrease: cell('count_increase'),
  countDecrease: cell('count_decrease'),
  amountIncrease: cell('amount_increase_dong'),
  amountDecrease: cell('amount_decrease_dong'),
}

/** Takes the rows of the table that fit its schema; a package of a format without it has no totals of it. */
export function correctionsCheck(closing: ClosingDocument | null, faults: FaultList) {
  const numbers = new Set<string>()
  let increaseDong = 0
  let decreaseDong = 0
  const wrong = (code: 'table.malformed' | 'table.key', row: number, detail: string) =>
    faults.add(code, tableFile('corrections'), `row ${row}: ${detail}`)

  function row(cells: readonly string[], at: number): void {
    const increase = Number(CELLS.amountIncrease(cells))
    const decrease = Number(CELLS.amountDecrease(cells))
    increaseDong += increase
    decreaseDong += decrease
    const enteredOn = CELLS.enteredOn(cells)
    const correctedPeriod = CELLS.correctedPeriod(cells)
    const number = `${CELLS.number(cells)}/${CELLS.year(cells)}`
    if (numbers.has(number)) wrong('table.key', at, `repeats the number ${number}`)
    numbers.add(number)
    if (CELLS.year(cells) !== enteredOn.slice(0, 4)) wrong('table.malformed', at, `${number} is not of ${enteredOn}`)
    if ((increase > 0 && decrease > 0) || (CELLS.countIncrease(cells) !== '0' && CELLS.countDecrease(cells) !== '0')) {
      wrong('table.malformed', at, 'both adds and takes away')
    }
    if (!isPeriod(correctedPeriod)) wrong('table.malformed', at, `${correctedPeriod} is no month`)
    if (!closing) return
    if (enteredOn < closing.periodStart || enteredOn > closing.periodEnd) {
      wrong('table.malformed', at, `${enteredOn} is not in the month`)
    }
    if (correctedPeriod >= closing.period) {
      wrong('table.malformed', at, `${correctedPeriod} is not before ${closing.period}`)
    }
  }

  function end(): void {
    const { correctionIncreaseDong, correctionDecreaseDong } = closing?.totals ?? {}
    const found = { correctionIncreaseDong: increaseDong, correctionDecreaseDong: decreaseDong }
    const stated = { correctionIncreaseDong, correctionDecreaseDong }
    for (const name of ['correctionIncreaseDong', 'correctionDecreaseDong'] as const) {
      if (stated[name] === undefined || stated[name] === found[name]) continue
      faults.add('totals.wrong', CLOSING_FILE, `${name} is ${stated[name]}, the table comes to ${found[name]}`)
    }
  }
  return { row, end }
}
