import fc from 'fast-check'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { blankHousehold, type HouseholdFacts } from '../../../src/domain/household.ts'
import { HOUSEHOLD_CATEGORIES } from '../../../src/domain/household-category.ts'
import { blankListedHousehold, type ListedHousehold } from '../../../src/domain/household-list.ts'
import { all } from '../../../src/ledger/connection.ts'
import {
  type Acceptance,
  householdsChangedSince,
  householdsWithPapers,
  listBatches,
  undoBatch,
} from '../../../src/ledger/lists/imports.ts'
import type { Ledger } from '../../../src/ledger/open-ledger.ts'
import { refreshPairs } from '../../../src/ledger/registry/duplicates.ts'
import { factsAfterMerge, mergeHouseholds } from '../../../src/ledger/registry/household-merges.ts'
import type { HouseholdRecord } from '../../../src/ledger/registry/household-record.ts'
import { searchHouseholds } from '../../../src/ledger/registry/household-search.ts'
import { addHousehold, changeHousehold, findHousehold } from '../../../src/ledger/registry/households.ts'
import {
  ACCEPT_ALL,
  openTestLedger,
  PERSON_ID,
  RECORDED_AT,
  registryOf,
  TAKEN_IN_ON,
  type TakenInHow,
  takeIn,
} from '../../support/ledger.ts'
import { householdOf, inventedRows } from '../../support/people.ts'

const LATER = '2026-12-02T01:30:00.000Z'
const BY = { recordedAt: LATER, personId: PERSON_ID, command: 'households.amend' }
const LAN: ListedHousehold = {
  ...blankListedHousehold('Nguyễn Thị Lan'),
  birthYear: 1951,
  hamlet: 'Thôn Đông',
  communeName: 'Xã Mẫu',
  category: 'HN',
}
const undo = (ledger: Ledger, batchId: string) =>
  ledger.transact((writer) => undoBatch(writer, { batchId, undoneAt: LATER, personId: PERSON_ID }))

function register(ledger: Ledger, facts: HouseholdFacts): string {
  const householdId = v7()
  ledger.transact((writer) => addHousehold(writer, householdId, facts, RECORDED_AT))
  return householdId
}

function amend(ledger: Ledger, householdId: string, facts: Partial<HouseholdFacts>): void {
  ledger.transact((writer) => {
    const household = findHousehold(writer, householdId) as HouseholdRecord
    changeHousehold(writer, household, { ...household, ...facts }, BY)
  })
}

test('an empty cell takes nothing away', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  register(ledger, { ...householdOf(LAN), phone: '0912000001', note: 'Nhà cuối xóm' })
  expect(takeIn(ledger, [LAN])).toMatchObject({ same: 1, changed: 0 })
  takeIn(ledger, [{ ...LAN, memberCount: 3 }])
  expect(registryOf(ledger)).toMatchObject([{ phone: '0912000001', note: 'Nhà cuối xóm', member_count: 3 }])
})

test('another commune in a list leaves the code of the commune open', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  const placed = { communeCode: '24133', communeVersion: TAKEN_IN_ON }
  const householdId = register(ledger, { ...householdOf(LAN), ...placed, customerCode: 'PS0000000001' })
  takeIn(ledger, [{ ...LAN, communeName: 'XÃ MẪU', customerCode: 'PS0000000001' }])
  expect(findHousehold(ledger.reader, householdId)).toMatchObject({ ...placed, communeName: 'XÃ MẪU' })
  takeIn(ledger, [{ ...LAN, communeName: 'Xã Khác', customerCode: 'PS0000000001' }])
  expect(findHousehold(ledger.reader, householdId)).toMatchObject({ communeCode: null, communeName: 'Xã Khác' })
})

test('what the clerk leaves out is declined, a group or a row of one', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  register(ledger, householdOf(LAN))
  const rows = [{ ...LAN, memberCount: 3 }, ...inventedRows(3)]
  const how = (acceptance: Partial<Acceptance>): TakenInHow => ({ acceptance: { ...ACCEPT_ALL, ...acceptance } })
  const nothingNew = { new: false, changed: true, gone: false }
  expect(takeIn(ledger, rows, how({ accept: nothingNew, exceptRowNumbers: [2] }))).toMatchObject({
    inserted: 0,
    changed: 0,
    declined: 4,
  })
  expect(takeIn(ledger, rows, how({ accept: nothingNew, exceptRowNumbers: [4] }))).toMatchObject({
    inserted: 1,
    changed: 1,
    declined: 2,
  })
  expect(takeIn(ledger, rows)).toMatchObject({ inserted: 2, same: 2, declined: 0 })
})

test('a household that is gone keeps its facts; the categories of the list end for it on the day before', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  const other = { ...LAN, headOfHousehold: 'Lê Văn Cũ', phone: '0912000009' }
  const merit = { category: 'NCC_TB', decisionNumber: null, validFrom: null, validTo: null } as const
  const [poor] = householdOf(LAN).categories
  const goneId = register(ledger, { ...householdOf(other), categories: poor ? [merit, poor] : [] })
  const keptId = register(ledger, { ...householdOf(other), headOfHousehold: 'Lê Văn Ở' })
  const accept = { new: true, changed: true, gone: true }
  expect(takeIn(ledger, [LAN])).toMatchObject({ inserted: 1, ended: 0 })
  const batch = takeIn(ledger, [LAN], { acceptance: { ...ACCEPT_ALL, accept, exceptHouseholdIds: [keptId] } })
  expect(batch).toMatchObject({ inserted: 0, same: 1, ended: 1 })
  expect(findHousehold(ledger.reader, goneId)).toMatchObject({
    status: 'active',
    phone: '0912000009',
    category: 'NCC_TB',
    categories: [merit, { ...poor, validTo: '2026-11-30' }],
  })
  expect(findHousehold(ledger.reader, keptId)?.category).toBe('HN')
  expect(undo(ledger, batch.batchId)).toEqual({ removed: 0, restored: 1 })
  expect(findHousehold(ledger.reader, goneId)?.categories).toEqual([merit, poor])
})

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
/** Few names, numbers and places, so that rows of a list are often about the same people. */
const rowOfList: fc.Arbitrary<ListedHousehold> = fc
  .record({
    headOfHousehold: fc.constantFrom('Nguyễn Thị Lan', 'Nguyễn Thị Hoà', 'Nguyễn Thị Hòa', 'Trần Văn Đạt'),
    birthYear: maybe(fc.constantFrom(1951, 1960)),
    citizenId: maybe(fc.constantFrom('001151000001', '001151000002', '001151000003', '001151000004')),
    oldIdNumber: maybe(fc.constantFrom('012345678', '012345679')),
    customerCode: maybe(fc.constantFrom('PS0000000001', 'PS0000000002')),
    meterNumber: maybe(fc.constantFrom('2200001', '2200002')),
    phone: maybe(fc.constantFrom('0912000001', '0912000002')),
    hamlet: maybe(fc.constantFrom('Thôn Đông', 'Thôn Đoài')),
    communeName: maybe(fc.constantFrom('Xã Mẫu', 'Xã Khác')),
    memberCount: maybe(fc.integer({ min: 0, max: 3 })),
    category: maybe(fc.constantFrom(...HOUSEHOLD_CATEGORIES.slice(0, 4))),
    categoryDecision: maybe(fc.constantFrom('12/QĐ-UBND', '13/QĐ-UBND')),
  })
  .map((facts) => ({ ...blankListedHousehold(facts.headOfHousehold), ...facts }))
const list = fc.array(rowOfList, { maxLength: 12 })
/** Households registered one by one; citizen IDs are unique in the registry, and so they are here. */
const registry = fc.uniqueArray(rowOfList, { maxLength: 6, selector: (facts) => facts.citizenId ?? facts })
/** Which entry is kept under which, by their places in the registry. */
const merges = fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 2 })
const choices = fc.record({
  accept: fc.record({ new: fc.boolean(), changed: fc.boolean(), gone: fc.boolean() }),
  exceptRowNumbers: fc.uniqueArray(fc.integer({ min: 2, max: 14 }), { maxLength: 4 }),
  exceptPlaces: fc.uniqueArray(fc.nat(5), { maxLength: 2 }),
  identities: fc.uniqueArray(fc.record({ rowNumber: fc.integer({ min: 2, max: 14 }), place: maybe(fc.nat(5)) }), {
    maxLength: 3,
    selector: ({ rowNumber }) => rowNumber,
  }),
})

const TABLES = ['household_search', 'duplicate_pairs', 'household_merges', 'households']

/** Runs a property on one ledger, emptied for each example. Answers the identities in the order of the households. */
function fillRegistry(ledger: Ledger, rows: readonly ListedHousehold[], merged: readonly [number, number][] = []) {
  const identities = rows.map(() => v7())
  ledger.transact((writer) => {
    writer.statement('DROP TRIGGER IF EXISTS household_merges_is_not_deleted').run()
    writer.statement('UPDATE households SET merged_into = NULL, status = ? WHERE merged_into IS NOT NULL').run('active')
    for (const table of TABLES) writer.statement(`DELETE FROM ${table}`).run()
    rows.forEach((row, index) => {
      addHousehold(writer, identities[index] ?? '', householdOf(row), RECORDED_AT)
    })
    for (const [keptPlace, mergedPlace] of merged) {
      const kept = findHousehold(writer, identities[keptPlace] ?? '')
      const other = findHousehold(writer, identities[mergedPlace] ?? '')
      if (kept?.status !== 'active' || other?.status !== 'active' || keptPlace === mergedPlace) continue
      const facts = factsAfterMerge(kept, other, [])
      mergeHouseholds(
        writer,
        { mergeId: v7(), kept, merged: other, facts },
        { ...BY, recordedAt: RECORDED_AT, today: TAKEN_IN_ON },
      )
    }
    refreshPairs(writer, identities)
  })
  return identities
}

const WORDS = ['nguyen', 'tran', 'lan', 'hoa', 'dat', 'dong', 'doai', '0001', '0002', '000003', 'ps00', 'ntl', '0912']

/** All that an undo must bring back: the rows but for their revision numbers, the pairs, and what each word finds. */
function dumpOf({ reader }: Ledger, registryRows: unknown) {
  const found = WORDS.map((word) =>
    all(reader, 'SELECT rowid FROM household_search WHERE household_search MATCH ? ORDER BY rowid', `"${word}"*`),
  )
  const pairs = all(reader, 'SELECT * FROM duplicate_pairs ORDER BY one_id, other_id')
  return JSON.stringify({ registryRows, pairs, found })
}

test('whatever list is taken in by whatever choices, undoing it brings every byte back', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  fc.assert(
    fc.property(registry, merges, list, choices, (households, merged, rows, chosen) => {
      const identities = fillRegistry(ledger, households, merged)
      const idAt = (place: number | null) => (place === null ? null : (identities[place] ?? null))
      const before = dumpOf(ledger, registryOf(ledger, ['revision']))
      const { accept, exceptRowNumbers } = chosen
      const exceptHouseholdIds = chosen.exceptPlaces.flatMap((place) => idAt(place) ?? [])
      const batch = takeIn(ledger, rows, {
        acceptance: { accept, exceptRowNumbers, exceptHouseholdIds },
        identities: chosen.identities.map(({ rowNumber, place }) => ({ rowNumber, householdId: idAt(place) })),
      })
      const { inserted, changed, same, declined, ended } = batch
      expect(inserted + changed + same + declined).toBe(rows.length)
      expect(registryOf(ledger)).toHaveLength(households.length + inserted)
      expect(householdsChangedSince(ledger.reader, batch.batchId)).toEqual([])
      expect(householdsWithPapers(ledger.reader, batch.batchId)).toEqual([])
      expect(undo(ledger, batch.batchId)).toEqual({ removed: inserted, restored: changed + ended })
      expect(dumpOf(ledger, registryOf(ledger, ['revision']))).toBe(before)
    }),
    { numRuns: 300 },
  )
})

test('the same list again changes nothing', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  fc.assert(
    fc.property(registry, merges, list, (households, merged, rows) => {
      fillRegistry(ledger, households, merged)
      takeIn(ledger, rows)
      const after = registryOf(ledger)
      expect(takeIn(ledger, rows)).toMatchObject({ inserted: 0, changed: 0, same: rows.length })
      expect(registryOf(ledger)).toEqual(after)
    }),
    { numRuns: 300 },
  )
})

test('no household ends up with the numbers of two people', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  fc.assert(
    fc.property(registry, list, (households, rows) => {
      fillRegistry(ledger, households)
      const before = new Map(registryOf(ledger).map((row) => [row.row_number, row]))
      takeIn(ledger, rows)
      for (const row of registryOf(ledger)) {
        const was = before.get(row.row_number)
        if (was?.citizen_id) expect(row.citizen_id).toBe(was.citizen_id)
      }
    }),
    { numRuns: 200 },
  )
})

test('what a batch did to a household is told with it', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  const householdId = register(ledger, householdOf(LAN))
  takeIn(ledger, [{ ...LAN, memberCount: 3 }])
  const [revision] = all<{ command: string; changes: string }>(ledger.reader, 'SELECT * FROM household_revisions')
  expect(revision).toMatchObject({ household_id: householdId, command: 'imports.run', person_id: PERSON_ID })
  expect(JSON.parse(revision?.changes ?? '')).toEqual({ memberCount: [null, 3] })
})

test('what somebody changed after a batch is named before it is taken back', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  const { batchId } = takeIn(ledger, inventedRows(3))
  expect(householdsChangedSince(ledger.reader, batchId)).toEqual([])
  const [row] = registryOf(ledger)
  amend(ledger, String(row?.household_id), { headOfHousehold: 'Lê Văn Lâm' })
  expect(householdsChangedSince(ledger.reader, batchId)).toEqual(['Lê Văn Lâm'])
})

test('a merge stands in the way of undoing what it merged', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  const { batchId } = takeIn(ledger, inventedRows(2))
  const [kept, merged] = registryOf(ledger).map((row) => String(row.household_id))
  ledger.transact((writer) => {
    const one = findHousehold(writer, kept ?? '') as HouseholdRecord
    const other = findHousehold(writer, merged ?? '') as HouseholdRecord
    mergeHouseholds(writer, { mergeId: v7(), kept: one, merged: other, facts: one }, { ...BY, today: TAKEN_IN_ON })
  })
  expect(householdsChangedSince(ledger.reader, batchId)).toHaveLength(2)
})

test('a citizen ID that a batch replaced and that has gone to another stands in the way of undoing', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  const householdId = register(ledger, householdOf({ ...LAN, citizenId: '001151000001' }))
  const { batchId } = takeIn(ledger, [{ ...LAN, citizenId: '001151000002' }], {
    identities: [{ rowNumber: 2, householdId }],
  })
  expect(householdsChangedSince(ledger.reader, batchId)).toEqual([])
  register(ledger, { ...blankHousehold('Trần Thị Mận'), citizenId: '001151000001' })
  expect(householdsChangedSince(ledger.reader, batchId)).toEqual(['Nguyễn Thị Lan'])
})

test('a long list is found household by household, across the pieces it is indexed in', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  const rows = inventedRows(25_000)
  takeIn(ledger, rows.slice(0, 3))
  const { inserted, same } = takeIn(ledger, rows)
  expect([inserted, same]).toEqual([24_997, 3])
  for (const index of [0, 3, 9_999, 10_002, 10_003, 20_002, 20_003, 24_999]) {
    const [found] = searchHouseholds(ledger.reader, rows[index]?.customerCode ?? '', 5)
    expect(found?.headOfHousehold).toBe(rows[index]?.headOfHousehold)
    expect(found?.customerCode).toBe(rows[index]?.customerCode)
  }
  expect(listBatches(ledger.reader).map((batch) => batch.inserted)).toEqual(expect.arrayContaining([3, 24_997]))
})
