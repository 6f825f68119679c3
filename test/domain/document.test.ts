import { describe, expect, test } from 'vitest'
import { day } from '../../src/domain/day.ts'
import { refusePaperDay, refuseVoid } from '../../src/domain/document.ts'
import { period } from '../../src/domain/period.ts'

const TODAY = day('2026-12-15')
const NOVEMBER = period('2026-11')

describe("a paper's day", () => {
  test.each([
    ['2026-12-15', undefined],
    ['2026-12-01', undefined],
    ['2026-12-16', 'document.inFuture'],
    ['2026-11-30', 'month.closed'],
    ['2026-10-05', 'month.closed'],
  ])('%s, with November closed and today the 15th of December, answers %s', (on, code) => {
    expect(refusePaperDay(day(on), TODAY, NOVEMBER)?.code).toBe(code)
  })

  test('may be any past one while no month is closed', () => {
    expect(refusePaperDay(day('1999-01-01'), TODAY, null)).toBeNull()
  })

  test('of the future is told before a closed month', () => {
    expect(refusePaperDay(day('2026-12-16'), TODAY, period('2026-12'))?.code).toBe('document.inFuture')
  })

  test('that is refused is named, with its month', () => {
    expect(refusePaperDay(day('2026-10-05'), TODAY, NOVEMBER)?.parameters).toEqual({
      period: '2026-10',
      on: '2026-10-05',
    })
    expect(refusePaperDay(day('2027-01-01'), TODAY, NOVEMBER)?.parameters).toEqual({ on: '2027-01-01', today: TODAY })
  })
})

describe('a void', () => {
  const paper = { documentNumber: '07/2026/BBBG-PC042', issuedOn: day('2026-12-10'), voidedOn: null }

  test('is made on the day of issue or later', () => {
    expect(refuseVoid(paper, day('2026-12-10'))).toBeNull()
    expect(refuseVoid(paper, TODAY)).toBeNull()
    expect(refuseVoid(paper, day('2026-12-09'))).toEqual({
      code: 'document.voidedBeforeIssue',
      parameters: { documentNumber: '07/2026/BBBG-PC042', issuedOn: '2026-12-10' },
    })
  })

  test('is made once, and that is told first', () => {
    const voided = { ...paper, voidedOn: day('2026-12-11') }
    const parameters = { documentNumber: '07/2026/BBBG-PC042', voidedOn: '2026-12-11' }
    for (const on of [TODAY, day('2026-12-09')]) {
      expect(refuseVoid(voided, on)).toEqual({ code: 'document.alreadyVoided', parameters })
    }
  })
})
