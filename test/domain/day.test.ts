import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  day,
  dayAfter,
  dayBefore,
  dayInVietnam,
  dayOf,
  dayParts,
  daysOfMonth,
  formatDay,
  formatDayInWords,
  isDay,
  parseDay,
  parseTypedDay,
} from '../../src/domain/day.ts'

const anyDay = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)))

describe('a day', () => {
  test('exists exactly where the calendar has it', () => {
    const part = fc.integer({ min: -1, max: 33 })
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2199 }), part, part, (year, month, dayOfMonth) => {
        const date = new Date(Date.UTC(year, month - 1, dayOfMonth))
        const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth
        expect(dayOf(year, month, dayOfMonth)).toBe(exists ? date.toISOString().slice(0, 10) : null)
      }),
    )
  })

  test.each([
    '31/02',
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '1899-12-31',
    '2200-01-01',
    '2026-1-5',
    ' 2026-01-05',
    '',
  ])('is not "%s"', (text) => {
    expect(parseDay(text)).toBeNull()
    expect(isDay(text)).toBe(false)
    expect(() => day(text)).toThrow(RangeError)
  })

  test('is no fraction', () => {
    expect(dayOf(2026, 1.5, 1)).toBeNull()
    expect(dayOf(2026, 1, 1.5)).toBeNull()
    expect(dayOf(2026.5, 1, 1)).toBeNull()
  })

  test('knows leap years, centuries too', () => {
    expect([2024, 2026, 1900, 2000, 2100].map((year) => daysOfMonth(year, 2))).toEqual([29, 28, 28, 29, 28])
    expect(daysOfMonth(2026, 0)).toBe(0)
    expect(daysOfMonth(2026, 13)).toBe(0)
  })

  test('is made of its parts again', () => {
    fc.assert(
      fc.property(anyDay, (value) => {
        const { year, month, dayOfMonth } = dayParts(value)
        expect(dayOf(year, month, dayOfMonth)).toBe(value)
      }),
    )
  })
})

describe('a typed day', () => {
  test.each([
    ['5/11/2026', '2026-11-05'],
    ['05/11/2026', '2026-11-05'],
    ['05-11-2026', '2026-11-05'],
    ['5.11.26', '2026-11-05'],
    ['5 11 2026', '2026-11-05'],
    [' 5/11/2026 ', '2026-11-05'],
    ['01112026', '2026-11-01'],
    ['2026-11-05', '2026-11-05'],
    ['5/3/60', '2060-03-05'],
    ['5/3/61', '1961-03-05'],
    ['2/9/45', '2045-09-02'],
    ['29/2/2024', '2024-02-29'],
  ])('%s is %s', (text, expected) => {
    expect(parseTypedDay(text)).toBe(expected)
  })

  test.each([
    '31/02/2026',
    '31/2',
    '29/2/2026',
    '11/13/2026',
    '00/01/2026',
    '5/11/202',
    '5/11/20266',
    '20261105',
    '1112026',
    '5//11/2026',
    'hôm nay',
    '',
  ])('"%s" is none', (text) => {
    expect(parseTypedDay(text)).toBeNull()
  })

  test('of a birth takes two digits of the last century with another pivot', () => {
    expect(parseTypedDay('2/9/45', 26)).toBe('1945-09-02')
    expect(parseTypedDay('2/9/26', 26)).toBe('2026-09-02')
  })

  test('is read back from every way it is shown', () => {
    fc.assert(
      fc.property(anyDay, (value) => {
        expect(parseTypedDay(formatDay(value))).toBe(value)
        expect(parseTypedDay(formatDay(value).replaceAll('/', ''))).toBe(value)
        expect(parseTypedDay(formatDay(value).replace(/^0/, '').replace('/0', '/'))).toBe(value)
        expect(parseTypedDay(value)).toBe(value)
      }),
    )
  })
})

describe('a day on a paper', () => {
  test('pads days under 10 and the months 1 and 2, as Nghị định 30/2020 asks', () => {
    expect(formatDayInWords(day('2026-01-05'))).toBe('ngày 05 tháng 01 năm 2026')
    expect(formatDayInWords(day('2026-02-10'))).toBe('ngày 10 tháng 02 năm 2026')
    expect(formatDayInWords(day('2026-06-29'))).toBe('ngày 29 tháng 6 năm 2026')
    expect(formatDayInWords(day('2026-12-03'))).toBe('ngày 03 tháng 12 năm 2026')
  })

  test('is that of Vietnam, seven hours ahead of UTC', () => {
    expect(dayInVietnam(Date.parse('2026-11-30T16:59:59.999Z'))).toBe('2026-11-30')
    expect(dayInVietnam(Date.parse('2026-11-30T17:00:00.000Z'))).toBe('2026-12-01')
  })
})

test('the day before and the day after are neighbours, over the ends of months and years', () => {
  expect(dayBefore(day('2026-03-01'))).toBe('2026-02-28')
  expect(dayAfter(day('2026-12-31'))).toBe('2027-01-01')
  for (const text of ['2024-02-28', '2024-02-29', '2026-10-31', '2027-01-01']) {
    expect(dayAfter(dayBefore(day(text)))).toBe(text)
  }
})
