/** Closing cannot be taken back: only the month itself confirms it. */

import { describe, expect, test } from 'vitest'
import { period } from '../../src/domain/period.ts'
import { isMonthNumber } from '../../src/renderer/features/months/month-number.ts'

describe('a month is confirmed', () => {
  test.each(['9', '09', '9/2026', '09/2026', ' 09 '])('by “%s”', (typed) => {
    expect(isMonthNumber(typed, period('2026-09'))).toBe(true)
  })

  test.each(['', '10', '9/2025', '2026', 'tháng 9', '099', '9/'])('not by “%s”', (typed) => {
    expect(isMonthNumber(typed, period('2026-09'))).toBe(false)
  })
})
