import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, parseDay } from '../../src/domain/day.ts'
import {
  formatPeriod,
  isPeriod,
  nextPeriod,
  parsePeriod,
  period,
  periodEnd,
  periodOf,
  periodStart,
  previousPeriod,
} from '../../src/domain/period.ts'

const anyPeriod = fc
  .tuple(fc.integer({ min: 1901, max: 2198 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => period(`${year}-${String(month).padStart(2, '0')}`))

describe('a month', () => {
  test.each(['2026-13', '2026-00', '2026-1', '11/2026', '1899-12', '2026-11-01', ''])('is not "%s"', (text) => {
    expect(parsePeriod(text)).toBeNull()
    expect(isPeriod(text)).toBe(false)
    expect(() => period(text)).toThrow(RangeError)
  })

  test('begins the day after the month before it ends', () => {
    fc.assert(
      fc.property(anyPeriod, (value) => {
        const dayAfter = new Date(Date.parse(periodEnd(previousPeriod(value))) + 86_400_000).toISOString().slice(0, 10)
        expect(dayAfter).toBe(periodStart(value))
        expect(parseDay(periodEnd(value))).toBe(periodEnd(value))
        expect([periodOf(periodStart(value)), periodOf(periodEnd(value))]).toEqual([value, value])
      }),
    )
  })

  test('comes back from the next and the previous one, and months order as texts', () => {
    fc.assert(
      fc.property(anyPeriod, (value) => {
        expect(previousPeriod(nextPeriod(value))).toBe(value)
        expect(nextPeriod(previousPeriod(value))).toBe(value)
        expect(previousPeriod(value) < value && value < nextPeriod(value)).toBe(true)
      }),
    )
  })

  test('crosses a year', () => {
    expect(nextPeriod(period('2026-12'))).toBe('2027-01')
    expect(previousPeriod(period('2026-01'))).toBe('2025-12')
    expect(periodOf(day('2024-02-29'))).toBe('2024-02')
    expect(periodEnd(period('2024-02'))).toBe('2024-02-29')
  })

  test('is written as clerks write it', () => {
    expect(formatPeriod(period('2026-11'))).toBe('11/2026')
  })
})
