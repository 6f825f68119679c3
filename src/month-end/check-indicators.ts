/** Recomputes what a package says of its indicators of service: each value, and whether the target was met. */

import {
  type IndicatorEntry,
  type IndicatorKind,
  type IndicatorTarget,
  indicatorProblem,
  indicatorValue,
  indicatorVerdict,
} from '../domain/indicator.ts'
import { cellOf, TABLES, tableFile } from '../domain/package-tables.ts'
import type { FaultList } from './fault-list.ts'

const cell = (field: string) => cellOf(TABLES.indicators, field)
const CELLS = {
  kind: cell('kind'),
  numerator: cell('numerator'),
  denominator: cell('denominator'),
  value: cell('value'),
  target: cell('target'),
  targetDirection: cell('target_direction'),
  result: cell('result'),
  recordedAt: cell('recorded_at'),
}

const figure = (text: string) => (text === '' ? null : Number(text))

/** Takes the rows of the table that fit its schema. */
export function indicatorCheck(faults: FaultList): (cells: readonly string[], row: number) => void {
  return (cells, row) => {
    const problem = rowProblem(cells)
    if (problem) faults.add(problem.code, tableFile('indicators'), `row ${row}: ${problem.detail}`)
  }
}

function rowProblem(cells: readonly string[]): { code: 'table.malformed' | 'totals.wrong'; detail: string } | null {
  const kind = CELLS.kind(cells) as IndicatorKind
  const targetDirection = (CELLS.targetDirection(cells) || null) as IndicatorTarget['targetDirection']
  const target = figure(CELLS.target(cells))
  const entry: IndicatorEntry = {
    numerator: figure(CELLS.numerator(cells)),
    denominator: figure(CELLS.denominator(cells)),
  }
  const problem = indicatorProblem(kind, entry)
  if (problem) return { code: 'table.malformed', detail: `its figures cannot be: ${problem}` }
  if ((target === null) !== (targetDirection === null)) {
    return { code: 'table.malformed', detail: 'target and target_direction stand together or not at all' }
  }
  if ((entry.numerator === null) !== (CELLS.recordedAt(cells) === '')) {
    return { code: 'table.malformed', detail: 'recorded_at is not that of an entry' }
  }
  const value = indicatorValue(kind, entry)
  if (value !== figure(CELLS.value(cells))) {
    return { code: 'totals.wrong', detail: `value is ${CELLS.value(cells)}, its figures come to ${value}` }
  }
  const result = indicatorVerdict({ kind, target, targetDirection }, entry)
  if (result === CELLS.result(cells)) return null
  return { code: 'totals.wrong', detail: `result is ${CELLS.result(cells)}, its figures come to ${result}` }
}
