import fc from 'fast-check'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { blankHousehold, type HouseholdFacts } from '../../src/domain/household.ts'
import { HOUSEHOLD_CATEGORIES } from '../../src/domain/household-category.ts'
import { nameSortKey } from '../../src/domain/vietnamese.ts'
import type { HouseholdRecord } from '../../src/ledger/household-record.ts'
import { searchHouseholds } from '../../src/ledger/household-search.ts'
import {
  addHousehold,
  changeHousehold,
  findHousehold,
  type ListFilter,
  outlineHouseholds,
  pageHouseholds,
} from '../../src/ledger/households.ts'
import type { Ledger } from '../../src/ledger/open-ledger.ts'
import { openTestLedger, RECORDED_AT, takeIn } from '../support/ledger.ts'
import { inventedHouseholds } from '../support/people.ts'

function register(ledger: Ledger, facts: HouseholdFacts): string {
  const householdId = v7()
  ledger.transact((writer) => addHousehold(writer, householdId, facts, RECORDED_AT))
  return householdId
}

const namesFound = (ledger: Ledger, text: string) =>
  searchHouseholds(ledger.reader, text, 100).map((line) => line.headOfHousehold)

const DUOC: HouseholdFacts = {
  ...blankHousehold('Nguyễn Thị Được'),
  citizenId: '001151004321',
  customerCode: 'PS0000098765',
  phone: '0912345678',
  hamlet: 'Thôn Đoài',
  communeName: 'Xã Hoà Bình',
}

test.each([
  ['the name without diacritics', 'nguyen thi duoc'],
  ['the name as it is written', 'Nguyễn Thị Được'],
  ['the beginning of words in any order', 'duo ngu'],
  ['initials', 'ntd'],
  ['the commune in one habit of tones', 'hòa bình'],
  ['the commune in the other', 'hoà bình'],
  ['the hamlet', 'thon doai'],
  ['the last four digits of the citizen ID', '4321'],
  ['the last six digits of the citizen ID', '004321'],
  ['the whole citizen ID', '001151004321'],
  ['the beginning of the phone number', '09123'],
  ['the last four digits of the phone', '5678'],
  ['the customer code in small letters', 'ps0000098765'],
  ['name and hamlet together', 'duoc doai'],
])('a household is found by %s', (_what, text) => {
  using opened = openTestLedger()
  register(opened.ledger, { ...blankHousehold('Lò Văn Sơn'), hamlet: 'Xóm Mới' })
  register(opened.ledger, DUOC)
  expect(namesFound(opened.ledger, text)).toEqual(['Nguyễn Thị Được'])
})

test('names that begin with what was typed come before names that hold it, then other words', () => {
  using opened = openTestLedger()
  register(opened.ledger, { ...blankHousehold('Bàn Văn Ánh'), hamlet: 'Thôn Lan' })
  for (const name of ['Trần Thị Lan', 'Lan Thị Bưởi', 'Lê Lan Anh']) register(opened.ledger, blankHousehold(name))
  expect(namesFound(opened.ledger, 'lan')).toEqual(['Lan Thị Bưởi', 'Trần Thị Lan', 'Lê Lan Anh', 'Bàn Văn Ánh'])
})

test('nothing typed finds nobody, and whatever is typed is answered', () => {
  using opened = openTestLedger()
  register(opened.ledger, DUOC)
  expect(namesFound(opened.ledger, '  ,.-" ')).toEqual([])
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ maxLength: 40 })), (text) => {
      expect(Array.isArray(namesFound(opened.ledger, text))).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('after a change a household is found by what it says now and no longer by what it said', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  const householdId = register(ledger, DUOC)
  for (const name of ['Lê Văn Đạt', 'Trần Văn Đạt', 'Nguyễn Thị Được', 'Phạm Thị Mận']) {
    const household = findHousehold(ledger.reader, householdId) as HouseholdRecord
    ledger.transact((writer) => changeHousehold(writer, household, { ...DUOC, headOfHousehold: name }))
  }
  expect(namesFound(ledger, 'pham thi man')).toEqual(['Phạm Thị Mận'])
  expect(namesFound(ledger, 'doai')).toEqual(['Phạm Thị Mận'])
  for (const gone of ['duoc', 'dat', 'tran', 'ntd']) expect(namesFound(ledger, gone)).toEqual([])
})

test('a list is paged without a gap and without a repeat, in the order of Vietnamese names', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  const rows = inventedHouseholds(400).map((facts, index) => ({
    ...facts,
    citizenId: index % 3 === 0 ? null : facts.citizenId,
    customerCode: index % 5 === 0 ? null : facts.customerCode,
    category: index % 7 === 0 ? null : facts.category,
  }))
  takeIn(ledger, rows)
  const filter: fc.Arbitrary<ListFilter> = fc.record({
    text: fc.constantFrom('', 'nguyen', 'thon d', 'van an', 'khong co ai'),
    category: fc.option(fc.constantFrom(...HOUSEHOLD_CATEGORIES), { nil: null }),
    missing: fc.constantFrom(null, 'citizenId', 'customerCode', 'category'),
  })
  fc.assert(
    fc.property(filter, fc.integer({ min: 1, max: 450 }), (wanted, pageSize) => {
      const { count, pageStarts } = outlineHouseholds(ledger.reader, wanted, pageSize)
      const pages = pageStarts.map((after) => pageHouseholds(ledger.reader, wanted, after, pageSize))
      const listed = pages.flat()
      expect(pageStarts).toHaveLength(Math.ceil(count / pageSize))
      expect(new Set(listed.map((line) => line.householdId)).size).toBe(count)
      expect(listed).toHaveLength(count)
      const keys = listed.map((line) => nameSortKey(line.headOfHousehold))
      expect(keys).toEqual([...keys].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0)))
      const { text, category, missing } = wanted
      if (text === '') {
        const fits = (row: HouseholdFacts) =>
          (!category || row.category === category) && (!missing || row[missing] === null)
        expect(count).toBe(rows.filter(fits).length)
      }
    }),
    { numRuns: 150 },
  )
})

test('given names are ordered before surnames, by the Vietnamese alphabet and its tones', () => {
  using opened = openTestLedger()
  const names = [
    'Trần Văn Ân',
    'Nguyễn Thị An',
    'Lê Thị Ánh',
    'Đỗ Văn Ang',
    'Nguyễn Văn Đạt',
    'Bùi Văn Dũng',
    'Lê Văn An',
  ]
  for (const name of names) register(opened.ledger, blankHousehold(name))
  const everybody = { text: '', category: null, missing: null }
  const listed = pageHouseholds(opened.ledger.reader, everybody, null, 100).map((line) => line.headOfHousehold)
  expect(listed).toEqual([
    'Lê Văn An',
    'Nguyễn Thị An',
    'Đỗ Văn Ang',
    'Lê Thị Ánh',
    'Trần Văn Ân',
    'Bùi Văn Dũng',
    'Nguyễn Văn Đạt',
  ])
})

test('somebody whose given name is typed is found before everybody of a hamlet of that name', () => {
  using opened = openTestLedger()
  for (let index = 0; index < 300; index += 1) {
    register(opened.ledger, { ...blankHousehold(`Lê Văn Lâm ${index}`), hamlet: 'Thôn Đông' })
  }
  register(opened.ledger, { ...blankHousehold('Trần Thị Đông'), hamlet: 'Thôn Hạ' })
  const { reader } = opened.ledger
  const names = (typed: string) => searchHouseholds(reader, typed, 20).map((line) => line.headOfHousehold)
  expect(names('dong')[0]).toBe('Trần Thị Đông')
  expect(names('dong')).toHaveLength(20)
  expect(names('tran thi do')).toEqual(['Trần Thị Đông'])
  expect(names('z')).toEqual([])
})
