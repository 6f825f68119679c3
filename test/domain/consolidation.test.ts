import { describe, expect, test } from 'vitest'
import { type KnownPackage, missingPackages, placeOf } from '../../src/domain/consolidation.ts'
import { period } from '../../src/domain/period.ts'

/** The package of a month of 2026, in its place in one ledger's chain. */
function sent(month: number, changes: Partial<KnownPackage> = {}): KnownPackage {
  return {
    identity: `package ${month}`,
    officeId: 'PC042',
    ledgerId: 'ledger 1',
    period: period(`2026-${String(month).padStart(2, '0')}`),
    profile: 'full',
    sequence: month,
    revision: 1,
    previousPackage: month === 1 ? null : `package ${month - 1}`,
    supersedes: null,
    ...changes,
  }
}

/** The revision of month 2, written after it. */
const revised = (changes: Partial<KnownPackage> = {}) =>
  sent(2, {
    identity: 'package 2 revised',
    sequence: 3,
    revision: 2,
    previousPackage: 'package 2',
    supersedes: 'package 2',
    ...changes,
  })

describe('a package takes its place', () => {
  test('as the one that speaks for its month', () => {
    expect(placeOf(sent(1), [])).toEqual({ kind: 'current', replaces: null })
    expect(placeOf(sent(3), [sent(1), sent(2)])).toEqual({ kind: 'current', replaces: null })
  })

  test('in any order: a month that comes late fits between its neighbours', () => {
    expect(placeOf(sent(2), [sent(3), sent(1)])).toEqual({ kind: 'current', replaces: null })
  })

  test('once: the same content again is known', () => {
    expect(placeOf(sent(2), [sent(1), sent(2)])).toEqual({ kind: 'known' })
  })

  test('instead of the revision before', () => {
    expect(placeOf(revised(), [sent(1), sent(2)])).toEqual({ kind: 'current', replaces: 'package 2' })
  })

  test('behind a later revision that came first', () => {
    expect(placeOf(sent(2), [sent(1), revised()])).toEqual({ kind: 'superseded', by: 'package 2 revised' })
  })

  test('full or masked, of one closing, in any order: the full one speaks', () => {
    const masked = sent(2, { identity: 'package 2 masked', profile: 'masked' })
    expect(placeOf(sent(2), [sent(1), masked])).toEqual({ kind: 'current', replaces: 'package 2 masked' })
    expect(placeOf(masked, [sent(1), sent(2)])).toEqual({ kind: 'superseded', by: 'package 2' })
    expect(placeOf(sent(3), [sent(2), masked])).toEqual({ kind: 'current', replaces: null })
  })

  test('beside the packages of other offices, which say nothing about it', () => {
    const elsewhere = sent(2, { officeId: 'PC043', ledgerId: 'ledger 2', identity: 'another' })
    expect(placeOf(sent(2), [elsewhere])).toEqual({ kind: 'current', replaces: null })
  })

  test.each([
    ['has the name of another', sent(2, { identity: 'other', sequence: 9 }), '2026-02_r1 is known as package 2'],
    [
      'has the sequence of another',
      sent(5, { sequence: 2, previousPackage: 'package 1' }),
      'sequence 2 is known as package 2',
    ],
    ['does not follow the one before', sent(3, { previousPackage: 'lost' }), 'sequence 3 does not follow package 2'],
    ['is of another ledger in a month that is there', sent(2, { identity: 'x', ledgerId: 'ledger 2' }), 'of ledger'],
    ['revises another than is there', revised({ supersedes: 'lost' }), 'revision 2 does not replace package 2'],
  ])('or is a fork, where it %s', (_why, candidate, detail) => {
    expect(placeOf(candidate, [sent(1), sent(2)])).toEqual({ kind: 'fork', detail: expect.stringContaining(detail) })
  })

  test('among masked packages by sequence alone, for each names full ones as those before it', () => {
    const masked = { profile: 'masked' } as const
    const known = [sent(1, { ...masked, identity: 'masked 1' }), sent(2, { ...masked, identity: 'masked 2' })]
    expect(placeOf(sent(3, masked), known)).toEqual({ kind: 'current', replaces: null })
    expect(placeOf(revised(masked), known)).toEqual({ kind: 'current', replaces: 'masked 2' })
    expect(placeOf(sent(2, { ...masked, identity: 'another' }), known)).toMatchObject({ kind: 'fork' })
  })

  test('or is a fork, where the one after it follows another', () => {
    expect(placeOf(sent(2, { identity: 'other' }), [sent(3)])).toMatchObject({ kind: 'fork' })
  })
})

describe('what is missing', () => {
  test('is nothing while months and sequences have no holes', () => {
    expect(missingPackages([sent(1), sent(2), revised(), sent(3, { sequence: 4, previousPackage: null })])).toEqual({
      months: [],
      sequences: [],
      ledgers: [],
    })
  })

  test('are months up to the latest of any office, also across a year', () => {
    const other = sent(1, { officeId: 'PC007', period: period('2025-11') })
    expect(missingPackages([other, sent(1)]).months).toEqual([
      { officeId: 'PC007', period: '2025-12' },
      { officeId: 'PC007', period: '2026-01' },
    ])
  })

  test('are sequences that were written and did not come, from the first on', () => {
    expect(missingPackages([sent(7), sent(3)]).sequences).toEqual([
      { officeId: 'PC042', ledgerId: 'ledger 1', first: 1, last: 2 },
      { officeId: 'PC042', ledgerId: 'ledger 1', first: 4, last: 6 },
    ])
  })

  test('and an office that began anew is told', () => {
    const anew = sent(2, { identity: 'anew', ledgerId: 'ledger 2', sequence: 1, previousPackage: null })
    expect(placeOf(anew, [sent(1)])).toEqual({ kind: 'current', replaces: null })
    expect(missingPackages([sent(1), anew]).ledgers).toEqual([{ officeId: 'PC042', count: 2 }])
  })
})
