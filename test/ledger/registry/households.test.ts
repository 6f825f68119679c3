import fc from 'fast-check'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { day } from '../../../src/domain/day.ts'
import { blankHousehold, type HouseholdFacts } from '../../../src/domain/household.ts'
import type { Ledger } from '../../../src/ledger/open-ledger.ts'
import { areKeysDue, fillDerivedKeys } from '../../../src/ledger/registry/derived-keys.ts'
import type { HouseholdRecord } from '../../../src/ledger/registry/household-record.ts'
import { searchHouseholds } from '../../../src/ledger/registry/household-search.ts'
import { addHousehold, changeHousehold, findHousehold } from '../../../src/ledger/registry/households.ts'
import { BY, openTestLedger, RECORDED_AT } from '../../support/ledger.ts'

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
    ledger.transact((writer) => changeHousehold(writer, household, { ...DUOC, headOfHousehold: name }, BY))
  }
  expect(namesFound(ledger, 'pham thi man')).toEqual(['Phạm Thị Mận'])
  expect(namesFound(ledger, 'doai')).toEqual(['Phạm Thị Mận'])
  for (const gone of ['duoc', 'dat', 'tran', 'ntd']) expect(namesFound(ledger, gone)).toEqual([])
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

const byName = (ledger: Ledger, name: string) => {
  const [line] = searchHouseholds(ledger.reader, name, 1)
  return findHousehold(ledger.reader, line?.householdId ?? '') as HouseholdRecord
}

test('somebody else of a household leads to it', () => {
  using opened = openTestLedger()
  register(opened.ledger, { ...DUOC, members: [{ fullName: 'Lò Thị Xuyến', birthYear: 1980, relation: 'con' }] })
  expect(namesFound(opened.ledger, 'lo xuyen')).toEqual(['Nguyễn Thị Được'])
})

test('a household is read back as it was written, with the keys that lists and comparisons use', () => {
  using opened = openTestLedger()
  const categories = [
    { category: 'NKT' as const, decisionNumber: '7/QĐ', validFrom: null, validTo: day('2026-12-31') },
    { category: 'HN' as const, decisionNumber: null, validFrom: day('2026-12-15'), validTo: null },
    { category: 'BTXH' as const, decisionNumber: null, validFrom: null, validTo: null },
    { category: 'KK' as const, decisionNumber: null, validFrom: null, validTo: day('2026-11-30') },
  ]
  const facts = { ...DUOC, categories, members: [{ fullName: 'Lò Văn Sơn', birthYear: null, relation: null }] }
  register(opened.ledger, facts)
  expect(byName(opened.ledger, 'duoc')).toMatchObject({
    ...facts,
    category: 'NKT',
    categoryCodes: ' NKT BTXH ',
    categoryUntil: '2026-12-15',
    nameKey: 'nguyen thi duoc',
    hamletKey: 'thon doai',
    status: 'active',
    revision: 1,
  })
})

test('a change that changes nothing leaves the household and its revision as they are', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  register(ledger, DUOC)
  const before = byName(ledger, 'duoc')
  expect(ledger.transact((writer) => changeHousehold(writer, before, { ...DUOC }, BY))).toBe(1)
  expect(ledger.transact((writer) => changeHousehold(writer, before, { ...DUOC, note: 'x' }, BY))).toBe(2)
  const revisions = ledger.reader.statement('SELECT revision, changes FROM household_revisions').all()
  expect(revisions).toEqual([{ revision: 2, changes: '{"note":[null,"x"]}' }])
})

test('keys follow the days: a category that begins or is over is counted from its day on', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  const granted = { decisionNumber: null, validFrom: null, validTo: null }
  register(ledger, {
    ...DUOC,
    categories: [
      { ...granted, category: 'HN', validTo: day('2026-12-31') },
      { ...granted, category: 'HCN', validFrom: day('2027-01-01') },
    ],
  })
  const keysOn = (on: string) => {
    expect(ledger.transact((writer) => fillDerivedKeys(writer, day(on)))).toBeLessThanOrEqual(1)
    expect(areKeysDue(ledger.reader, day(on))).toBe(false)
    const { category, categoryCodes, categoryUntil, revision } = byName(ledger, 'duoc')
    return { category, categoryCodes, categoryUntil, revision }
  }
  const before = { category: 'HN', categoryCodes: ' HN ', categoryUntil: '2027-01-01', revision: 1 }
  expect(keysOn('2026-12-31')).toEqual(before)
  expect(areKeysDue(ledger.reader, day('2027-01-01'))).toBe(true)
  expect(keysOn('2027-01-01')).toEqual({ category: 'HCN', categoryCodes: ' HCN ', categoryUntil: null, revision: 1 })
})
