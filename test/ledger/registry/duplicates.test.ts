import fc from 'fast-check'
import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { ALL_HOUSEHOLDS } from '../../../src/contract/households.ts'
import { type PairState, resemblanceOf } from '../../../src/domain/duplicate.ts'
import { blankHousehold, type HouseholdFacts } from '../../../src/domain/household.ts'
import { all } from '../../../src/ledger/connection.ts'
import type { Ledger } from '../../../src/ledger/open-ledger.ts'
import { refreshPairsOfBatch } from '../../../src/ledger/registry/duplicate-batches.ts'
import {
  addSettlement,
  countOpenPairs,
  countPairs,
  householdsLike,
  listPairs,
  refreshPairs,
} from '../../../src/ledger/registry/duplicates.ts'
import { searchIndexer } from '../../../src/ledger/registry/household-search.ts'
import {
  addHousehold,
  changeHousehold,
  findHousehold,
  householdInserter,
} from '../../../src/ledger/registry/households.ts'
import { countHouseholds, type ListFilter } from '../../../src/ledger/registry/registry-list.ts'
import { importBatches } from '../../../src/ledger/schema/lists.ts'
import { BY, openTestLedger, PERSON_ID, RECORDED_AT } from '../../support/ledger.ts'

const LAN: HouseholdFacts = {
  ...blankHousehold('Nguyễn Thị Lan'),
  birthYear: 1951,
  hamlet: 'Thôn Đông',
  communeName: 'Xã Mẫu',
}

function register(ledger: Ledger, facts: HouseholdFacts): string {
  const householdId = v7()
  ledger.transact((writer) => {
    addHousehold(writer, householdId, facts, RECORDED_AT)
    refreshPairs(writer, [householdId])
  })
  return householdId
}

/** Takes every household out of a ledger, which is quicker than to open another one. */
function emptied(ledger: Ledger): Ledger {
  ledger.transact((writer) => {
    for (const table of ['duplicate_pairs', 'household_search', 'households']) {
      writer.statement(`DELETE FROM ${table}`).run()
    }
  })
  return ledger
}

/** What every household says of every other: the pairs as they must be. */
function expectedPairs(ledger: Ledger, facts: ReadonlyMap<string, HouseholdFacts>): string[] {
  const standing = [...facts].filter(([id]) => {
    const status = findHousehold(ledger.reader, id)?.status
    return status !== undefined && status !== 'merged' && status !== 'erased'
  })
  return standing
    .flatMap(([one, oneFacts], index) =>
      standing.slice(index + 1).flatMap(([other, otherFacts]) => {
        const { score } = resemblanceOf(oneFacts, otherFacts)
        return score >= 50 ? [`${[one, other].sort().join(' ')} ${score}`] : []
      }),
    )
    .sort()
}

const keptPairs = (ledger: Ledger) =>
  all<{ pair: string }>(ledger.reader, "SELECT one_id || ' ' || other_id || ' ' || score AS pair FROM duplicate_pairs")
    .map(({ pair }) => pair)
    .sort()

const some = (...texts: string[]) => fc.constantFrom(null, ...texts)
const NAMES = [
  'Nguyễn Văn An',
  'Nguyễn Văn Anh',
  'Nguyễn Vân An',
  'Nguyen Van An',
  'Lò Thị Yến',
  'Lò Thị Uyến',
  'Đỗ Hoà',
] as const
/** Few names, days and places, so that much is alike; citizen IDs are given to each by its own number. */
const facts = fc.record({
  headOfHousehold: fc.constantFrom(...NAMES),
  birthYear: fc.constantFrom(null, 1951, 1952),
  hasCitizenId: fc.boolean(),
  oldIdNumber: some('111222333', '001051000002'),
  customerCode: some('PS0000000001', 'PS0000000002'),
  meterNumber: some('22-0001'),
  phone: some('0912000001', '0912000002'),
  hamlet: some('Thôn Đông', 'Tổ 3'),
  communeName: some('Xã Mẫu'),
})

function householdsOf(given: readonly (typeof facts extends fc.Arbitrary<infer Given> ? Given : never)[]) {
  return given.map(({ hasCitizenId, ...rest }, index): HouseholdFacts => {
    const citizenId = hasCitizenId ? `001051${String(index).padStart(6, '0')}` : null
    return { ...blankHousehold(rest.headOfHousehold), ...rest, citizenId }
  })
}

describe('pairs that may be one household', () => {
  test('are found as households are registered and changed: all of those a full comparison finds', () => {
    using opened = openTestLedger()
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 12 }), fc.array(facts, { maxLength: 3 }), (given, changes) => {
        const ledger = emptied(opened.ledger)
        const known = new Map(householdsOf(given).map((one) => [register(ledger, one), one]))
        expect(keptPairs(ledger)).toEqual(expectedPairs(ledger, known))
        const ids = [...known.keys()]
        householdsOf(changes).forEach((change, index) => {
          const id = ids[index]
          const record = id ? findHousehold(ledger.reader, id) : null
          if (!id || !record) return
          const after = { ...change, citizenId: record.citizenId }
          ledger.transact((writer) => {
            changeHousehold(writer, record, after, BY)
            refreshPairs(writer, [id])
          })
          known.set(id, after)
        })
        expect(keptPairs(ledger)).toEqual(expectedPairs(ledger, known))
      }),
      { numRuns: 60 },
    )
  })

  test('of a whole list are the same as of its households one by one', () => {
    using opened = openTestLedger()
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 12 }), fc.nat({ max: 12 }), (given, before) => {
        const ledger = emptied(opened.ledger)
        const households = householdsOf(given)
        const known = new Map(households.slice(0, before).map((one) => [register(ledger, one), one]))
        const batchId = v7()
        ledger.transact((writer) => {
          const counts = { inserted: 0, changed: 0, same: 0, blocked: 0, declined: 0, ended: 0 }
          const named = { batchId, fileName: 'a.xlsx', fileSha256: 'a', importedAt: RECORDED_AT, personId: PERSON_ID }
          writer.rows
            .insert(importBatches)
            .values({ ...named, ...counts })
            .run()
          const search = searchIndexer(writer)
          for (const one of households.slice(before)) {
            const householdId = v7()
            search.add(householdInserter(writer, RECORDED_AT)(householdId, one), one)
            writer.statement('INSERT INTO import_rows VALUES (?, ?, NULL, 1)').run(batchId, householdId)
            known.set(householdId, one)
          }
          search.finish()
          refreshPairsOfBatch(writer, batchId)
        })
        expect(keptPairs(ledger)).toEqual(expectedPairs(ledger, known))
      }),
      { numRuns: 100 },
    )
  })

  test('go with a household that is merged or erased, and stay with one that moved away', () => {
    using opened = openTestLedger()
    const { ledger } = opened
    const one = register(ledger, LAN)
    register(ledger, LAN)
    const stand = (status: 'moved' | 'erased') => {
      const record = findHousehold(ledger.reader, one)
      if (!record) throw new Error('no household')
      ledger.transact((writer) => {
        changeHousehold(writer, record, { ...LAN, status }, BY)
        refreshPairs(writer, [one])
      })
      return keptPairs(ledger).length
    }
    expect(stand('moved')).toBe(1)
    expect(stand('erased')).toBe(0)
  })
})

test('what is being typed is held against the registry, the likeliest household first', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  const lan = register(ledger, { ...LAN, citizenId: '001151000001' })
  const other = register(ledger, { ...LAN, headOfHousehold: 'Nguyễn Thị Làn' })
  register(ledger, { ...LAN, headOfHousehold: 'Lò Văn Sơn' })
  const like = (bent: Partial<HouseholdFacts>, exceptId: string | null = null) =>
    householdsLike(ledger.reader, { ...blankHousehold(''), ...bent }, exceptId).map(
      ({ household }) => household.householdId,
    )
  expect(like({})).toEqual([])
  expect(like({ citizenId: '001151000001' })).toEqual([lan])
  expect(like({ oldIdNumber: '001151000001', headOfHousehold: 'Nguyễn Thị Lan' })).toEqual([lan])
  expect(like(LAN)).toEqual([lan, other])
  expect(like(LAN, lan)).toEqual([other])
  expect(like({ headOfHousehold: 'nguyễn thị', birthYear: 1951 })).toEqual([])
})

test('a meter or telephone typed before any name is told; with another name it is two households at one meter', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  const supply = { ...LAN, citizenId: null, customerCode: 'PS0000000009', phone: '0912000009' }
  const lan = register(ledger, supply)
  const like = (bent: Partial<HouseholdFacts>) =>
    householdsLike(ledger.reader, { ...blankHousehold(''), ...bent }, null).map(
      ({ household }) => household.householdId,
    )
  expect(like({ customerCode: 'PS0000000009' })).toEqual([lan])
  expect(like({ phone: '0912000009' })).toEqual([lan])
  expect(like({ customerCode: 'PS0000000009', headOfHousehold: 'Lò Văn Sơn' })).toEqual([])
})

test('what was decided about a pair is remembered, and the latest decision counts', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  const [one, other] = [register(ledger, LAN), register(ledger, LAN)]
  const settle = (verdict: PairState, settledAt: string) =>
    ledger.transact((writer) =>
      addSettlement(writer, {
        settlementId: v7(),
        oneId: other,
        otherId: one,
        verdict,
        settledAt,
        personId: PERSON_ID,
      }),
    )
  const duplicates: ListFilter = { ...ALL_HOUSEHOLDS, isDuplicate: true }
  const state = () => ({
    counts: countPairs(ledger.reader),
    open: countOpenPairs(ledger.reader, other),
    listed: countHouseholds(ledger.reader, duplicates),
  })
  expect(state()).toEqual({ counts: { open: 1, later: 0, different: 0 }, open: 1, listed: 2 })
  settle('later', '2026-12-01T01:00:00.000Z')
  expect(state()).toEqual({ counts: { open: 0, later: 1, different: 0 }, open: 0, listed: 0 })
  settle('different', '2026-12-02T01:00:00.000Z')
  expect(state().counts).toEqual({ open: 0, later: 0, different: 1 })
  ledger.transact((writer) => refreshPairs(writer, [one, other]))
  expect(listPairs(ledger.reader, 'different', 0, 10)).toMatchObject([
    { score: 75, settledAt: '2026-12-02T01:00:00.000Z', reasons: ['sameName', 'sameBirthYear', 'sameHamlet'] },
  ])
  expect(listPairs(ledger.reader, 'open', 0, 10)).toEqual([])
  settle('open', '2026-12-03T01:00:00.000Z')
  expect(state()).toEqual({ counts: { open: 1, later: 0, different: 0 }, open: 1, listed: 2 })
})
