/** The sheet of a month's indicators while it is typed: figures as clerks write them, cells as Excel copies them. */

import { describe, expect, test } from 'vitest'
import type { MonthIndicator } from '../../src/contract/indicators.ts'
import { period } from '../../src/domain/period.ts'
import {
  definitionOf,
  definitionValues,
  monthsFrom,
  withKind,
} from '../../src/renderer/features/months/indicators/definition-values.ts'
import {
  cellText,
  changedEntries,
  nextLine,
  readCell,
  reckon,
  type TypedCells,
  withPastedCells,
  withTyped,
} from '../../src/renderer/features/months/indicators/sheet-cells.ts'

const NOVEMBER = period('2026-11')

function line(code: string, bent: Partial<MonthIndicator> = {}): MonthIndicator {
  return {
    code,
    version: 1,
    name: code,
    kind: 'share',
    unitOfMeasure: '%',
    numeratorName: 'Đúng hạn',
    denominatorName: 'Đến hạn',
    target: 95,
    targetDirection: 'atLeast',
    inForceFrom: period('2020-01'),
    inForceTo: null,
    numerator: null,
    denominator: null,
    value: null,
    verdict: 'notEntered',
    recordedAt: null,
    recordedBy: null,
    valueMonthBefore: null,
    valueYearBefore: null,
    ...bent,
  }
}

const SAIDI = line('SAIDI', {
  kind: 'average',
  target: 7.5,
  targetDirection: 'atMost',
  numerator: 1234.5,
  denominator: 200,
})
const COUNT = line('HOI_NGHI', { kind: 'count', denominatorName: null, target: null, targetDirection: null })
const COMPLAINTS = line('KHIEU_NAI')
const LINES = [SAIDI, COUNT, COMPLAINTS]

const typedInto = (code: string, numerator: string, denominator: string): TypedCells => ({
  [code]: { numerator, denominator },
})

describe('a cell', () => {
  test.each([
    ['average', '1.234,5', 1234.5],
    ['average', '1,234', 1.234],
    ['share', '1,234', 1234],
    ['count', '1.234', 1234],
    ['share', ' 38 ', 38],
    ['share', '-3', -3],
    ['share', '', null],
    ['share', 'ba', Number.NaN],
  ] as const)('of a %s with “%s” is %s', (kind, text, figure) => expect(readCell(kind, text)).toBe(figure))

  test('nobody touched shows what stands entered, as it is written in Vietnamese', () => {
    expect(cellText({}, SAIDI, 'numerator')).toBe('1.234,5')
    expect(cellText(withTyped({}, 'SAIDI', 'numerator', ''), SAIDI, 'numerator')).toBe('')
  })
})

describe('a line', () => {
  test.each([
    ['38', '40', { value: 95, verdict: 'met', problem: null }],
    ['37', '40', { value: 92.5, verdict: 'notMet', problem: null }],
    ['41', '40', { value: null, problem: 'numeratorOver' }],
    ['38', '', { problem: 'denominatorMissing' }],
    ['38', 'x', { problem: 'notAFigure' }],
    ['-3', '40', { problem: 'negative' }],
    ['0', '0', { value: null, verdict: 'nothingArose', problem: null }],
    ['', '', { verdict: 'notEntered', problem: null }],
  ] as const)('of %s and %s comes to it at once', (numerator, denominator, reckoned) => {
    expect(reckon(typedInto('KHIEU_NAI', numerator, denominator), COMPLAINTS)).toMatchObject(reckoned)
  })

  test('is sent only where it says something else, and an emptied one takes back', () => {
    expect(changedEntries({}, LINES)).toEqual([])
    expect(changedEntries(typedInto('SAIDI', '1234,5', '200'), LINES)).toEqual([])
    expect(changedEntries({ ...typedInto('SAIDI', '', ''), HOI_NGHI: { numerator: '2' } }, LINES)).toEqual([
      { code: 'SAIDI', numerator: null, denominator: null },
      { code: 'HOI_NGHI', numerator: 2, denominator: null },
    ])
  })
})

describe('cells of Excel', () => {
  test('are laid over the lines from the one on, a count leaving its second cell out', () => {
    const typed = withPastedCells({}, LINES, { at: 0, field: 'numerator' }, '10\t20\r\n3\t4\r\n38\t40\r\n9\t9\r\n')
    expect(typed).toEqual({
      SAIDI: { numerator: '10', denominator: '20' },
      HOI_NGHI: { numerator: '3' },
      KHIEU_NAI: { numerator: '38', denominator: '40' },
    })
  })

  test('of one column go into the column they were pasted in', () => {
    const typed = withPastedCells({}, LINES, { at: 1, field: 'denominator' }, '4\n40')
    expect(typed).toEqual({ KHIEU_NAI: { denominator: '40' } })
  })

  test('of a single cell are left to the field', () => {
    expect(withPastedCells({}, LINES, { at: 0, field: 'numerator' }, '10')).toBeNull()
  })
})

test('Enter passes a line that has no such cell, and stops at either end', () => {
  expect(nextLine(LINES, { at: 0, field: 'denominator' }, 1)).toBe(2)
  expect(nextLine(LINES, { at: 0, field: 'numerator' }, 1)).toBe(1)
  expect(nextLine(LINES, { at: 2, field: 'denominator' }, -1)).toBe(0)
  expect([
    nextLine(LINES, { at: 2, field: 'numerator' }, 1),
    nextLine(LINES, { at: 0, field: 'numerator' }, -1),
  ]).toEqual([null, null])
})

describe('a definition that is typed', () => {
  test('goes as it was where nothing was changed, from the month looked at', () => {
    const { code, name, kind, target, targetDirection, numeratorName, denominatorName } = SAIDI
    expect(definitionOf(definitionValues(SAIDI, NOVEMBER))).toMatchObject({
      ...{ code, name, kind, target, targetDirection, numeratorName, denominatorName },
      inForceFrom: NOVEMBER,
    })
  })

  test('has neither target nor direction where the target is empty, and no denominator where it counts', () => {
    const values = withKind({ ...definitionValues(null, NOVEMBER), target: ' ' }, 'count')
    expect(definitionOf(values)).toMatchObject({ target: null, targetDirection: null, denominatorName: null })
    expect([values.unitOfMeasure, withKind(values, 'share').unitOfMeasure]).toEqual(['', '%'])
    expect(definitionOf({ ...values, target: '1.250,5' }).target).toBe(1250.5)
  })

  test('may end in any month from its first on, and in the one it had', () => {
    expect(monthsFrom(NOVEMBER, 3)).toEqual(['2026-11', '2026-12', '2027-01'])
    expect(monthsFrom(NOVEMBER, 2, period('2030-05')).at(-1)).toBe('2030-05')
  })
})
