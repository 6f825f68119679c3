import { describe, expect, test } from 'vitest'
import { day } from '../../src/domain/day.ts'
import { refuseClosing } from '../../src/domain/month-close.ts'
import { period } from '../../src/domain/period.ts'
import type { UnfinishedItem } from '../../src/domain/refusal.ts'

type Facts = Parameters<typeof refuseClosing>[0]

const READY: Facts = {
  period: period('2026-11'),
  today: day('2026-12-02'),
  closedThrough: period('2026-10'),
  earliestWithEntries: period('2026-11'),
  unfinished: [],
}
const UNFINISHED: UnfinishedItem = {
  kind: 'repairNotCertified',
  repairId: '0198a1b2-0000-7000-8000-000000000001',
  headOfHousehold: 'Nguyễn Thị Được',
  on: day('2026-11-20'),
}

/** Each reason against closing a month, in the order they are told. */
const REASONS: readonly (readonly [code: string, have: (facts: Facts) => Facts])[] = [
  ['month.closed', (facts) => ({ ...facts, closedThrough: period('2026-11') })],
  ['month.notOver', (facts) => ({ ...facts, today: day('2026-11-29') })],
  ['month.earlierOpen', (facts) => ({ ...facts, earliestWithEntries: period('2026-09') })],
  ['month.unfinished', (facts) => ({ ...facts, unfinished: [UNFINISHED] })],
]

describe('closing a month', () => {
  test('is allowed once it is over, the earlier ones are closed and all is finished', () => {
    expect(refuseClosing(READY)).toBeNull()
    expect(refuseClosing({ ...READY, closedThrough: null, earliestWithEntries: null })).toBeNull()
  })

  test('is allowed on its last day, not the day before', () => {
    expect(refuseClosing({ ...READY, today: day('2026-11-30') })).toBeNull()
    expect(refuseClosing({ ...READY, today: day('2026-11-29') })).toEqual({
      code: 'month.notOver',
      parameters: { period: '2026-11', lastDay: '2026-11-30' },
    })
  })

  test('may leave empty months behind it', () => {
    expect(refuseClosing({ ...READY, closedThrough: period('2026-06') })).toBeNull()
  })

  test('with several reasons against it is refused for the first of them', () => {
    for (let chosen = 1; chosen < 2 ** REASONS.length; chosen++) {
      const present = REASONS.filter((_reason, at) => chosen & (1 << at))
      const facts = present.reduce((sofar, [, have]) => have(sofar), READY)
      expect(refuseClosing(facts)?.code).toBe(present[0]?.[0])
    }
  })

  test('says what is unfinished, and which earlier month stands open', () => {
    expect(refuseClosing({ ...READY, unfinished: [UNFINISHED] })?.parameters).toEqual({
      period: '2026-11',
      items: [UNFINISHED],
    })
    expect(refuseClosing({ ...READY, earliestWithEntries: period('2026-09') })?.parameters).toEqual({
      period: '2026-11',
      earlier: '2026-09',
    })
  })
})
