/** What an indicator comes to: exact ratios, targets met to the last thousandth, and figures that cannot be. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../src/domain/day.ts'
import {
  type IndicatorDefinition,
  indicatorProblem,
  indicatorValue,
  indicatorVerdict,
  isInForce,
  refuseDefinition,
  refuseIndicatorEntries,
  targetText,
} from '../../src/domain/indicator.ts'
import { nextPeriod, period } from '../../src/domain/period.ts'

const NOVEMBER = period('2026-11')

const COMPLAINTS: IndicatorDefinition = {
  code: 'KHIEU_NAI',
  name: 'Khiếu nại được giải quyết đúng hạn',
  kind: 'share',
  unitOfMeasure: '%',
  numeratorName: 'Đúng hạn',
  denominatorName: 'Đến hạn',
  target: 95,
  targetDirection: 'atLeast',
  inForceFrom: NOVEMBER,
  inForceTo: null,
}

const cases = fc.integer({ min: 1, max: 1_000_000 })
const figure = fc.integer({ min: 0, max: 1_000_000_000_000 }).map((thousandths) => thousandths / 1000)

describe('the value', () => {
  test.each([
    ['share', 38, 40, 95],
    ['share', 2, 3, 66.667],
    ['share', 1, 8, 12.5],
    ['average', 125_430.5, 20_500, 6.119],
    ['average', 1, 2000, 0.001],
    ['average', 1, 2001, 0],
    ['count', 2, null, 2],
    ['share', 0, 0, null],
    ['average', null, null, null],
  ] as const)('of a %s of %s and %s is %s', (kind, numerator, denominator, value) => {
    expect(indicatorValue(kind, { numerator, denominator })).toBe(value)
  })

  test('of a share lies between nothing and all, and all of all is 100', () => {
    fc.assert(
      fc.property(cases, cases, (one, other) => {
        const [numerator, denominator] = [Math.min(one, other), Math.max(one, other)]
        const value = indicatorValue('share', { numerator, denominator }) ?? Number.NaN
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(100)
        expect(indicatorValue('share', { numerator: denominator, denominator })).toBe(100)
      }),
    )
  })

  test('is within half a thousandth of the exact ratio', () => {
    fc.assert(
      fc.property(figure, cases, (numerator, denominator) => {
        const thousandths = BigInt(Math.round((indicatorValue('average', { numerator, denominator }) ?? 0) * 1000))
        const off = thousandths * BigInt(denominator) - BigInt(Math.round(numerator * 1000))
        expect((off < 0n ? -off : off) * 2n <= BigInt(denominator)).toBe(true)
      }),
    )
  })
})

describe('the target', () => {
  test('is met by the exact ratio, not by the rounded one', () => {
    const target = { target: 66.667, targetDirection: 'atLeast' } as const
    const twoThirds = { numerator: 2, denominator: 3 }
    expect(indicatorValue('share', twoThirds)).toBe(66.667)
    expect(indicatorVerdict({ kind: 'share', ...target }, twoThirds)).toBe('notMet')
    expect(indicatorVerdict({ kind: 'share', ...target, targetDirection: 'atMost' }, twoThirds)).toBe('met')
  })

  test('is met on the spot from either side, and missed by one case', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), cases, (target, hundreds) => {
        const denominator = hundreds * 100
        const numerator = target * hundreds
        const verdict = (targetDirection: 'atLeast' | 'atMost', cases: number) =>
          indicatorVerdict({ kind: 'share', target, targetDirection }, { numerator: cases, denominator })
        expect([verdict('atLeast', numerator), verdict('atMost', numerator)]).toEqual(['met', 'met'])
        expect([verdict('atLeast', numerator - 1), verdict('atMost', numerator - 1)]).toEqual(['notMet', 'met'])
      }),
    )
  })

  test('judges nothing where none is set, nothing was entered or nothing arose', () => {
    const none = { ...COMPLAINTS, target: null, targetDirection: null }
    expect(indicatorVerdict(none, { numerator: 1, denominator: 1 })).toBe('noTarget')
    expect(indicatorVerdict(COMPLAINTS, { numerator: null, denominator: null })).toBe('notEntered')
    expect(indicatorVerdict(COMPLAINTS, { numerator: 0, denominator: 0 })).toBe('nothingArose')
    expect([targetText(COMPLAINTS), targetText(none)]).toEqual(['≥ 95', ''])
    expect(targetText({ target: 7.5, targetDirection: 'atMost' })).toBe('≤ 7,5')
  })
})

describe('figures', () => {
  test.each([
    ['share', 41, 40, 'numeratorOver'],
    ['share', -1, 40, 'negative'],
    ['share', 1, 0, 'denominatorZero'],
    ['share', 38.5, 40, 'notWhole'],
    ['share', 38, null, 'denominatorMissing'],
    ['share', null, 40, 'numeratorMissing'],
    ['average', 1.0005, 3, 'notAFigure'],
    ['average', Number.NaN, 3, 'notAFigure'],
    ['average', 1e13, 3, 'tooBig'],
    ['average', 1e12, 0.001, 'tooBig'],
    ['count', 2, 3, 'denominatorTooMuch'],
    ['count', 2.5, null, 'notWhole'],
    ['share', 0, 0, null],
    ['share', null, null, null],
    ['average', 125_430.5, 3, null],
    ['average', 50, 3, null],
    ['count', 0, null, null],
  ] as const)('of a %s of %s and %s: %s', (kind, numerator, denominator, problem) => {
    expect(indicatorProblem(kind, { numerator, denominator })).toBe(problem)
  })

  test('of a month are entered from its first day until it is closed', () => {
    const entries = [{ ...COMPLAINTS, numerator: 41, denominator: 40 }]
    const refuse = (today: string, closedThrough: string | null, some = entries) =>
      refuseIndicatorEntries({
        period: NOVEMBER,
        today: day(today),
        closedThrough: closedThrough === null ? null : period(closedThrough),
        entries: some,
      })?.code
    expect(refuse('2026-10-31', null)).toBe('indicator.monthNotBegun')
    expect(refuse('2026-12-01', '2026-11')).toBe('indicator.monthClosed')
    expect(refuse('2026-11-01', '2026-10')).toBe('indicator.badFigures')
    expect(refuse('2026-11-01', '2026-10', [{ ...COMPLAINTS, numerator: 40, denominator: 40 }])).toBeUndefined()
  })
})

describe('a definition', () => {
  const OPEN = { kindBefore: null, closedThrough: period('2026-10'), fromBefore: null }

  test('holds from its first month to its last', () => {
    const ended = { inForceFrom: NOVEMBER, inForceTo: period('2027-01') }
    const months = ['2026-10', '2026-11', '2027-01', '2027-02'].map(period)
    expect(months.map((month) => isInForce(ended, month))).toEqual([false, true, true, false])
    expect(months.map((month) => isInForce({ ...ended, inForceTo: null }, month))).toEqual([false, true, true, true])
  })

  test.each([
    ['kindChanged', {}, 'average'],
    ['denominatorMissing', { denominatorName: null }, null],
    ['denominatorTooMuch', { kind: 'count' }, null],
    ['targetHalfTold', { targetDirection: null }, null],
    ['targetHalfTold', { target: null }, null],
    ['targetNotAFigure', { target: 99.9995 }, null],
    ['targetOverHundred', { target: 101 }, null],
    ['endsBeforeItBegins', { inForceTo: period('2026-10') }, null],
  ] as const)('with %s is refused', (problem, changes, kindBefore) => {
    const refusal = refuseDefinition({ ...COMPLAINTS, ...changes }, { ...OPEN, kindBefore })
    expect(refusal).toMatchObject({ code: 'indicator.badDefinition', parameters: { problem } })
  })

  test('begins in an open month', () => {
    expect(refuseDefinition(COMPLAINTS, OPEN)).toBeNull()
    expect(refuseDefinition(COMPLAINTS, { ...OPEN, kindBefore: 'share' })).toBeNull()
    expect(refuseDefinition(COMPLAINTS, { ...OPEN, closedThrough: NOVEMBER })?.code).toBe('indicator.monthClosed')
  })

  test('never begins before the version that it follows, which would be undone unsaid', () => {
    const { inForceFrom } = COMPLAINTS
    expect(refuseDefinition(COMPLAINTS, { ...OPEN, fromBefore: inForceFrom })).toBeNull()
    const planned = refuseDefinition(COMPLAINTS, { ...OPEN, fromBefore: nextPeriod(inForceFrom) })
    expect(planned).toMatchObject({ code: 'indicator.laterVersion', parameters: { from: nextPeriod(inForceFrom) } })
  })
})
