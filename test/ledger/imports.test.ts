import fc from 'fast-check'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { blankHousehold, type HouseholdFacts } from '../../src/domain/household.ts'
import { HOUSEHOLD_CATEGORIES } from '../../src/domain/household-category.ts'

import { all } from '../../src/ledger/connection.ts'
import type { HouseholdRecord } from '../../src/ledger/household-record.ts'
import { searchHouseholds } from '../../src/ledger/household-search.ts'
import { addHousehold, changeHousehold, findHousehold } from '../../src/ledger/households.ts'
import { householdsChangedSince, listBatches, undoBatch } from '../../src/ledger/imports.ts'
import { compareList } from '../../src/ledger/list-comparison.ts'
import type { Ledger } from '../../src/ledger/open-ledger.ts'
import { openTestLedger, PERSON_ID, RECORDED_AT, registryOf, takeIn } from '../support/ledger.ts'
import { inventedHouseholds } from '../support/people.ts'

const LAN = { ...blankHousehold('Nguyễn Thị Lan'), birthYear: 1951, hamlet: 'Thôn Đông', communeName: 'Xã Mẫu' }
const effectsOf = (ledger: Ledger, rows: HouseholdFacts[]) =>
  compareList(ledger.reader, rows).map(({ effect }) => effect)
const register = (ledger: Ledger, ...households: HouseholdFacts[]) =>
  ledger.transact((writer) => {
    for (const facts of households) addHousehold(writer, v7(), facts, RECORDED_AT)
  })
const undo = (ledger: Ledger, batchId: string) =>
  ledger.transact((writer) => undoBatch(writer, { batchId, undoneAt: RECORDED_AT, personId: PERSON_ID }))

test('a row is known by its citizen ID, whatever else it says', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  register(ledger, { ...LAN, citizenId: '001151000001' })
  const row = { ...blankHousehold('Trần Thị Mận'), citizenId: '001151000001', phone: '0912000001' }
  const [effect] = compareList(ledger.reader, [row])
  expect(effect).toMatchObject({ effect: 'changed', changedFields: ['headOfHousehold', 'phone'] })
})

test('a row without numbers is known by name, birth year and place, in either habit of tones', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  register(ledger, { ...LAN, headOfHousehold: 'Nguyễn Thị Hoà' })
  expect(effectsOf(ledger, [{ ...LAN, headOfHousehold: 'Nguyễn Thị Hòa' }])).toEqual(['changed'])
  expect(effectsOf(ledger, [{ ...LAN, headOfHousehold: 'Nguyễn Thị Hoá' }])).toEqual(['new'])
  expect(effectsOf(ledger, [{ ...LAN, headOfHousehold: 'Nguyễn Thị Hoà', birthYear: 1952 }])).toEqual(['new'])
  expect(effectsOf(ledger, [{ ...LAN, headOfHousehold: 'Nguyễn Thị Hoà', hamlet: 'Thôn Đoài' }])).toEqual(['new'])
})

test('an empty cell takes nothing away', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  register(ledger, { ...LAN, phone: '0912000001', note: 'Nhà cuối xóm' })
  expect(effectsOf(ledger, [LAN])).toEqual(['same'])
  takeIn(ledger, [{ ...LAN, memberCount: 3 }])
  expect(registryOf(ledger)).toMatchObject([{ phone: '0912000001', note: 'Nhà cuối xóm', member_count: 3 }])
})

test.each(['citizenId', 'oldIdNumber', 'customerCode'] as const)('another %s is another household', (field) => {
  using opened = openTestLedger()
  const { ledger } = opened
  register(ledger, { ...LAN, [field]: '001151000001' })
  expect(effectsOf(ledger, [{ ...LAN, [field]: '001151000002' }])).toEqual(['new'])
  expect(takeIn(ledger, [{ ...LAN, [field]: '001151000002' }]).inserted).toBe(1)
})

test('a row that fits two households equally well is neither', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  register(ledger, { ...LAN, citizenId: '001151000001' }, { ...LAN, citizenId: '001151000002' })
  expect(effectsOf(ledger, [LAN])).toEqual(['new'])
  takeIn(ledger, [LAN])
  expect(effectsOf(ledger, [LAN])).toEqual(['same'])
})

test('a household stands for one row of a list only', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  register(ledger, LAN)
  const list = [
    { ...LAN, citizenId: '001151000001' },
    { ...LAN, citizenId: '001151000002' },
    { ...LAN, phone: '0912000003' },
  ]
  expect(effectsOf(ledger, list)).toEqual(['changed', 'new', 'new'])
  expect(takeIn(ledger, list)).toMatchObject({ inserted: 2, changed: 1, same: 0 })
  expect(effectsOf(ledger, list)).toEqual(['same', 'same', 'same'])
})

test('two people of one name in a list are two households; a row typed twice is one', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  const list = [LAN, { ...LAN, phone: '0912000002' }, LAN]
  expect(effectsOf(ledger, list)).toEqual(['new', 'new', 'same'])
  expect(takeIn(ledger, list)).toMatchObject({ inserted: 2, same: 1 })
})

test('a citizen ID that a list says twice is taken once', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  register(ledger, LAN)
  const list = [
    { ...LAN, citizenId: '001151000001' },
    { ...blankHousehold('Trần Thị Mận'), citizenId: '001151000001' },
  ]
  expect(takeIn(ledger, list)).toMatchObject({ inserted: 0, changed: 1, same: 1 })
})

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
/** Few names, numbers and places, so that rows of a list are often about the same people. */
const rowOfList: fc.Arbitrary<HouseholdFacts> = fc
  .record({
    headOfHousehold: fc.constantFrom('Nguyễn Thị Lan', 'Nguyễn Thị Hoà', 'Nguyễn Thị Hòa', 'Trần Văn Đạt'),
    birthYear: maybe(fc.constantFrom(1951, 1960)),
    citizenId: maybe(fc.constantFrom('001151000001', '001151000002', '001151000003', '001151000004')),
    oldIdNumber: maybe(fc.constantFrom('012345678', '012345679')),
    customerCode: maybe(fc.constantFrom('PS0000000001', 'PS0000000002')),
    phone: maybe(fc.constantFrom('0912000001', '0912000002')),
    hamlet: fc.constantFrom('Thôn Đông', 'Thôn Đoài'),
    memberCount: maybe(fc.integer({ min: 0, max: 3 })),
    category: maybe(fc.constantFrom(...HOUSEHOLD_CATEGORIES.slice(0, 2))),
  })
  .map((facts) => ({ ...blankHousehold(facts.headOfHousehold), ...facts, communeName: 'Xã Mẫu' }))
const list = fc.array(rowOfList, { maxLength: 12 })
/** Households registered one by one; citizen IDs are unique in the registry, and so they are here. */
const registry = fc.uniqueArray(rowOfList, { maxLength: 6, selector: (facts) => facts.citizenId ?? facts })

/** Runs a property on one ledger, emptied for each example. */
function onFreshRegistry(ledger: Ledger, households: readonly HouseholdFacts[]): void {
  ledger.transact((writer) => {
    for (const table of ['household_search', 'households']) writer.statement(`DELETE FROM ${table}`).run()
    for (const facts of households) addHousehold(writer, v7(), facts, RECORDED_AT)
  })
}

/** What the search index holds: the rows that each word of ours finds. */
function indexOf(ledger: Ledger): unknown[] {
  const words = ['nguyen', 'tran', 'lan', 'hoa', 'dat', 'dong', 'doai', '0001', '0002', '000003', 'ps00', 'ntl', '0912']
  return words.map((word) =>
    all(
      ledger.reader,
      'SELECT rowid FROM household_search WHERE household_search MATCH ? ORDER BY rowid',
      `"${word}"*`,
    ),
  )
}

test('the same list again changes nothing, and what was taken in is taken back to the byte', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  fc.assert(
    fc.property(registry, list, (households, rows) => {
      onFreshRegistry(ledger, households)
      const before = registryOf(ledger, ['revision'])
      const indexBefore = indexOf(ledger)
      const batch = takeIn(ledger, rows)
      expect(batch.inserted + batch.changed + batch.same).toBe(rows.length)
      const after = registryOf(ledger)
      expect(after).toHaveLength(before.length + batch.inserted)
      expect(takeIn(ledger, rows)).toMatchObject({ inserted: 0, changed: 0 })
      expect(registryOf(ledger)).toEqual(after)

      expect(undo(ledger, batch.batchId)).toEqual({ removed: batch.inserted, restored: batch.changed })
      expect(registryOf(ledger, ['revision'])).toEqual(before)
      expect(indexOf(ledger)).toEqual(indexBefore)
    }),
    { numRuns: 300 },
  )
})

test('no household ends up with numbers of two people, and nobody of a list is left out', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  fc.assert(
    fc.property(registry, list, (households, rows) => {
      onFreshRegistry(ledger, households)
      const before = new Map(registryOf(ledger).map((row) => [row.row_number, row]))
      takeIn(ledger, rows)
      const after = registryOf(ledger)
      for (const row of after) {
        const was = before.get(row.row_number)
        if (was?.citizen_id) expect(row.citizen_id).toBe(was.citizen_id)
      }
      for (const { citizenId, headOfHousehold, birthYear, hamlet } of rows) {
        const theirs = after.filter((row) =>
          citizenId ? row.citizen_id === citizenId : row.birth_year === birthYear && row.hamlet === hamlet,
        )
        expect(theirs.length, `${headOfHousehold} ${citizenId}`).toBeGreaterThan(0)
      }
    }),
    { numRuns: 300 },
  )
})

test('what somebody changed after a batch is named before it is taken back', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  const { batchId } = takeIn(ledger, inventedHouseholds(3))
  expect(householdsChangedSince(ledger.reader, batchId)).toEqual([])
  const [row] = registryOf(ledger)
  const household = findHousehold(ledger.reader, String(row?.household_id)) as HouseholdRecord
  ledger.transact((writer) => changeHousehold(writer, household, { ...household, headOfHousehold: 'Lê Văn Lâm' }))
  expect(householdsChangedSince(ledger.reader, batchId)).toEqual(['Lê Văn Lâm'])
})

test('a long list is found household by household, across the pieces it is indexed in', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  const rows = inventedHouseholds(25_000)
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
