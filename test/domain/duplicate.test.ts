import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Comparable, DUPLICATE_REASONS, LEAST_SCORE, resemblanceOf } from '../../src/domain/duplicate.ts'
import { blankHousehold } from '../../src/domain/household.ts'

function household(headOfHousehold: string, bent: Partial<Comparable> = {}): Comparable {
  return { ...blankHousehold(headOfHousehold), birthYear: 1951, hamlet: 'Thôn Đông', communeName: 'Xã Mẫu', ...bent }
}

const HERE = { meterNumber: '22000001', customerCode: 'PS0000000001', phone: '0912000001' }
const ELSEWHERE = { hamlet: 'Tổ 3', communeName: 'Phường Mẫu' }

const PAIRS: [what: string, one: Comparable, other: Comparable][] = [
  [
    'one citizen ID, whatever else is said',
    household('Nguyễn Thị Được', { citizenId: '001151000001' }),
    household('Lò Văn Sơn', { citizenId: '001151000001', birthYear: 1990, ...ELSEWHERE }),
  ],
  ['one name, birth year and hamlet', household('Nguyễn Văn An'), household('Nguyễn Văn An')],
  ['two habits of writing a tone', household('Lê Thị Thuý'), household('LÊ THỊ THÚY')],
  ['a slip in the name', household('Nguyễn Văn Hoàng'), household('Nguyễn Văn Hoàn')],
  ['a name without its marks', household('Nguyễn Văn Hùng'), household('Nguyen Van Hung')],
  [
    'one name at one meter, with a slip in the birth year',
    household('Nguyễn Văn An', HERE),
    household('Nguyễn Văn An', { ...HERE, birthYear: 1957 }),
  ],
  [
    'one name at one meter, with a slip in a citizen ID',
    household('Nguyễn Văn An', { ...HERE, citizenId: '001051000001' }),
    household('Nguyễn Văn An', { ...HERE, citizenId: '001051000007' }),
  ],
  [
    'an old number in the place of the citizen ID',
    household('Nguyễn Văn An', { oldIdNumber: '001051000001', birthYear: null }),
    household('Nguyễn Văn Anh', { citizenId: '001051000001', birthYear: null }),
  ],
  [
    'one name and telephone',
    household('Nguyễn Văn An', { phone: '0912000001', birthYear: null }),
    household('Nguyễn Văn An', { phone: '0912000001', hamlet: null }),
  ],
]

const TWO: [what: string, one: Comparable, other: Comparable][] = [
  ['spouses at one meter', household('Nguyễn Văn An', HERE), household('Trần Thị Mận', HERE)],
  ['tenants of one meter', household('Nguyễn Văn An', HERE), household('Lê Thị Lan', { ...HERE, birthYear: 1999 })],
  [
    'a common name and birth year in two communes',
    household('Nguyễn Văn Hùng'),
    household('Nguyễn Văn Hùng', ELSEWHERE),
  ],
  [
    'father and son of like names under one roof',
    household('Nguyễn Văn An', HERE),
    household('Nguyễn Văn Anh', { ...HERE, birthYear: 1978 }),
  ],
  [
    'two people of one name and age, each with a citizen ID',
    household('Nguyễn Văn An', { citizenId: '001051000001' }),
    household('Nguyễn Văn An', { citizenId: '001051000002' }),
  ],
  ['neighbours of one age', household('Nguyễn Văn An'), household('Lò Thị Xuyến')],
  [
    'one telephone of a hamlet',
    household('Nguyễn Văn An', { phone: '0912000001' }),
    household('Lò Thị Yến', { phone: '0912000001' }),
  ],
]

describe('two entries', () => {
  test.each(PAIRS)('may be one household: %s', (_what, one, other) => {
    expect(resemblanceOf(one, other).score).toBeGreaterThanOrEqual(LEAST_SCORE)
  })

  test.each(TWO)('are two households: %s', (_what, one, other) => {
    expect(resemblanceOf(one, other).score).toBeLessThan(LEAST_SCORE)
  })

  test('of one citizen ID are certain', () => {
    const [, one, other] = PAIRS[0] ?? TWO[0] ?? []
    if (!one || !other) throw new Error('no pair')
    expect(resemblanceOf(one, other)).toMatchObject({ score: 100 })
  })

  test('are explained: what speaks for one household first, the weightiest at the head', () => {
    const one = household('Nguyễn Văn An', { ...HERE, citizenId: '001051000001' })
    const other = household('Nguyễn Văn An', { ...HERE, citizenId: '001057000001', birthYear: 1957 })
    expect(resemblanceOf(one, other).reasons).toEqual([
      'sameMeterAndName',
      'sameName',
      'samePhone',
      'sameHamlet',
      'differentBirthYear',
      'differentCitizenId',
    ])
  })

  test('without a word in common say nothing of each other', () => {
    expect(resemblanceOf(blankHousehold('Lò Văn Sơn'), blankHousehold('Trần Thị Mận'))).toEqual({
      score: 0,
      reasons: ['differentName'],
    })
  })

  test('that leave hamlet or birth year open are held apart by nothing', () => {
    const { reasons } = resemblanceOf(
      household('Nguyễn Văn An', { hamlet: null, communeName: null }),
      household('Nguyễn Văn An', { birthYear: null }),
    )
    expect(reasons).toEqual(['sameName'])
  })
})

const some = (...texts: string[]) => fc.constantFrom(null, ...texts)
const comparable: fc.Arbitrary<Comparable> = fc.record({
  headOfHousehold: fc.constantFrom(
    'Nguyễn Văn An',
    'Nguyễn Văn Ân',
    'Nguyễn Văn Anh',
    'Lò Thị Yến',
    'Trần Hoà',
    'Trần Hòa',
  ),
  birthYear: fc.constantFrom(null, 1951, 1975),
  citizenId: some('001051000001', '001075000002', ''),
  oldIdNumber: some('111222333', '001051000001'),
  customerCode: some('PS0000000001', 'PS0000000002'),
  meterNumber: some('22000001', '22000002'),
  phone: some('0912000001', '0912000002'),
  hamlet: some('Thôn Đông', 'thôn đông', 'Tổ 3'),
  communeName: some('Xã Mẫu', 'Phường Mẫu'),
})

describe('a resemblance', () => {
  test('is the same from both sides, between 0 and 100, and names each reason once', () => {
    fc.assert(
      fc.property(comparable, comparable, (one, other) => {
        const resemblance = resemblanceOf(one, other)
        expect(resemblanceOf(other, one)).toEqual(resemblance)
        expect(resemblance.score).toBeGreaterThanOrEqual(0)
        expect(resemblance.score).toBeLessThanOrEqual(100)
        expect(new Set(resemblance.reasons).size).toBe(resemblance.reasons.length)
        for (const reason of resemblance.reasons) expect(DUPLICATE_REASONS).toContain(reason)
      }),
      { numRuns: 2000 },
    )
  })

  test('of people with other names is never enough without a number of a person', () => {
    fc.assert(
      fc.property(comparable, comparable, (one, other) => {
        const { score, reasons } = resemblanceOf(one, other)
        if (!reasons.includes('differentName')) return
        const hasNumber = reasons.includes('sameCitizenId') || reasons.includes('sameOldIdNumber')
        if (score >= LEAST_SCORE) expect(hasNumber).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('of a household with itself is a pair, whatever is known of it', () => {
    fc.assert(
      fc.property(comparable, (one) => {
        const isPlaced = one.birthYear !== null || one.hamlet !== null || one.phone !== null
        if (isPlaced) expect(resemblanceOf(one, { ...one }).score).toBeGreaterThanOrEqual(LEAST_SCORE)
      }),
    )
  })
})
