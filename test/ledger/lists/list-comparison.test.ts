import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { blankHousehold, type HouseholdFacts } from '../../../src/domain/household.ts'
import type { GrantedCategory, HouseholdCategory } from '../../../src/domain/household-category.ts'
import { blankListedHousehold, type ListedHousehold } from '../../../src/domain/household-list.ts'
import { compareList, type RowIdentity } from '../../../src/ledger/lists/list-comparison.ts'
import { factsAfterRow } from '../../../src/ledger/lists/list-matching.ts'
import type { Ledger } from '../../../src/ledger/open-ledger.ts'
import { factsAfterMerge, mergeHouseholds } from '../../../src/ledger/registry/household-merges.ts'
import type { HouseholdRecord } from '../../../src/ledger/registry/household-record.ts'
import { addHousehold, changeHousehold, findHousehold } from '../../../src/ledger/registry/households.ts'
import {
  listOf,
  openTestLedger,
  PERSON_ID,
  RECORDED_AT,
  registryOf,
  TAKEN_IN_ON,
  takeIn,
} from '../../support/ledger.ts'

const BY = { recordedAt: RECORDED_AT, personId: PERSON_ID, command: 'households.amend' }
const LAN: ListedHousehold = {
  ...blankListedHousehold('Nguyễn Thị Lan'),
  birthYear: 1951,
  hamlet: 'Thôn Đông',
  communeName: 'Xã Mẫu',
}
const granted = (category: HouseholdCategory): GrantedCategory => ({
  category,
  decisionNumber: null,
  validFrom: null,
  validTo: null,
})

/** Registers a household that says what the row says; answers its identity. */
function register(ledger: Ledger, row: Partial<HouseholdFacts> & { headOfHousehold: string }): string {
  const householdId = v7()
  const facts: HouseholdFacts = { ...blankHousehold(row.headOfHousehold), ...row }
  ledger.transact((writer) => addHousehold(writer, householdId, facts, RECORDED_AT))
  return householdId
}

/** The same without what only a list says. */
function known({ category, categoryDecision: _decision, ...facts }: ListedHousehold) {
  return { ...facts, categories: category ? [granted(category)] : [] }
}

function merge(ledger: Ledger, keptId: string, mergedId: string): void {
  ledger.transact((writer) => {
    const kept = findHousehold(writer, keptId) as HouseholdRecord
    const merged = findHousehold(writer, mergedId) as HouseholdRecord
    const facts = factsAfterMerge(kept, merged, [])
    mergeHouseholds(writer, { mergeId: v7(), kept, merged, facts }, { ...BY, today: TAKEN_IN_ON })
  })
}

function compare(ledger: Ledger, rows: ListedHousehold[], identities: RowIdentity[] = []) {
  return compareList(ledger.reader, listOf(rows), { identities, on: TAKEN_IN_ON })
}
const effectsOf = (ledger: Ledger, rows: ListedHousehold[], identities: RowIdentity[] = []) =>
  compare(ledger, rows, identities).effects.map(({ effect }) => effect)

test('a citizen ID under quite another name changes nothing until the clerk says whose it is', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  const householdId = register(ledger, { ...known(LAN), citizenId: '001151000001' })
  const row = { ...blankListedHousehold('Trần Thị Mận'), citizenId: '001151000001' }
  const [effect] = compare(ledger, [row]).effects
  expect(effect).toMatchObject({ effect: 'same', householdId, resembles: [{ householdId, score: 100 }] })
  expect(effectsOf(ledger, [row], [{ rowNumber: 2, householdId }])).toEqual(['changed'])
})

test('a row is known by its citizen ID, whatever else it says', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  const householdId = register(ledger, { ...known(LAN), citizenId: '001151000001' })
  const row = { ...blankListedHousehold('Nguyễn Thị Lán'), citizenId: '001151000001', phone: '0912000001' }
  const [effect] = compare(ledger, [row]).effects
  expect(effect).toMatchObject({ effect: 'changed', householdId })
  const household = findHousehold(ledger.reader, householdId) as HouseholdRecord
  const { changedFields } = factsAfterRow({ household, merged: [] }, row, TAKEN_IN_ON)
  expect(changedFields).toEqual(['headOfHousehold', 'phone'])
})

test('a row without numbers is known by name, birth year and place, in either habit of tones', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  register(ledger, { ...known(LAN), headOfHousehold: 'Nguyễn Thị Hoà' })
  expect(effectsOf(ledger, [{ ...LAN, headOfHousehold: 'Nguyễn Thị Hòa' }])).toEqual(['changed'])
  expect(effectsOf(ledger, [{ ...LAN, headOfHousehold: 'Nguyễn Thị Hoá' }])).toEqual(['new'])
  expect(effectsOf(ledger, [{ ...LAN, headOfHousehold: 'Nguyễn Thị Hoà', birthYear: 1952 }])).toEqual(['new'])
  expect(effectsOf(ledger, [{ ...LAN, headOfHousehold: 'Nguyễn Thị Hoà', hamlet: 'Thôn Đoài' }])).toEqual(['new'])
  expect(effectsOf(ledger, [{ ...LAN, headOfHousehold: 'Nguyễn Thị Hoà', communeName: 'Xã Khác' }])).toEqual(['new'])
})

test('an old ID number is the same person, who gets a citizen ID by it', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  const householdId = register(ledger, { ...known(LAN), oldIdNumber: '012345678' })
  const row = { ...LAN, birthYear: null, hamlet: null, oldIdNumber: '012345678', citizenId: '001151000001' }
  expect(compare(ledger, [row]).effects).toMatchObject([{ effect: 'changed', householdId }])
  takeIn(ledger, [row])
  expect(registryOf(ledger)).toMatchObject([{ citizen_id: '001151000001', birth_year: 1951 }])
})

test('the same nine digits of an old number under another name are another person', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  register(ledger, { ...known(LAN), oldIdNumber: '012345678' })
  expect(effectsOf(ledger, [{ ...LAN, headOfHousehold: 'Lò Văn Sơn', oldIdNumber: '012345678' }])).toEqual(['new'])
})

test('a customer code is a household only with the name: spouses at one meter are two', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  const customerCode = 'PS0000000001'
  register(ledger, { ...known(LAN), customerCode })
  const moved = { ...LAN, hamlet: 'Thôn Đoài', customerCode }
  expect(effectsOf(ledger, [moved])).toEqual(['changed'])
  expect(effectsOf(ledger, [{ ...moved, headOfHousehold: 'Trần Văn Đạt' }])).toEqual(['new'])
  expect(effectsOf(ledger, [{ ...moved, birthYear: 1980 }])).toEqual(['new'])
})

test.each(['citizenId', 'oldIdNumber', 'customerCode'] as const)('another %s is another household', (field) => {
  using opened = openTestLedger()
  const { ledger } = opened
  register(ledger, { ...known(LAN), [field]: '001151000001' })
  expect(effectsOf(ledger, [{ ...LAN, [field]: '001151000002' }])).toEqual(['new'])
  expect(takeIn(ledger, [{ ...LAN, [field]: '001151000002' }]).inserted).toBe(1)
})

test('a row that fits two households equally well is neither, and says which', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  const one = register(ledger, { ...known(LAN), citizenId: '001151000001' })
  const other = register(ledger, { ...known(LAN), citizenId: '001151000002' })
  const [effect] = compare(ledger, [LAN]).effects
  expect(effect?.effect).toBe('new')
  expect(effect?.resembles.map(({ householdId }) => householdId).sort()).toEqual([one, other].sort())
  takeIn(ledger, [LAN])
  expect(effectsOf(ledger, [LAN])).toEqual(['same'])
})

test('a household that shares a telephone and a name is told, and its reasons with it', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  const householdId = register(ledger, { ...known(LAN), phone: '0912000001' })
  register(ledger, { ...known(LAN), headOfHousehold: 'Trần Văn Đạt' })
  const row = { ...LAN, birthYear: null, hamlet: null, phone: '0912000001' }
  const [effect] = compare(ledger, [row]).effects
  expect(effect?.resembles).toMatchObject([{ householdId, reasons: ['sameName', 'samePhone', 'sameCommune'] }])
})

test("the clerk's word counts: a row is that household, or none", () => {
  using opened = openTestLedger()
  const { ledger } = opened
  const householdId = register(ledger, known(LAN))
  const namesake = { ...LAN, birthYear: 1960 }
  const rowNumber = 2
  expect(effectsOf(ledger, [namesake])).toEqual(['new'])
  expect(compare(ledger, [namesake], [{ rowNumber, householdId }]).effects).toMatchObject([
    { effect: 'changed', householdId },
  ])
  expect(compare(ledger, [LAN], [{ rowNumber, householdId: null }]).effects).toMatchObject([
    { effect: 'new', householdId: null, resembles: [] },
  ])
})

test('a citizen ID that the registry knows is stronger than a word that contradicts it', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  const householdId = register(ledger, { ...known(LAN), citizenId: '001151000001' })
  const row = { ...LAN, citizenId: '001151000001' }
  expect(compare(ledger, [row], [{ rowNumber: 2, householdId: null }]).effects).toMatchObject([
    { effect: 'same', householdId },
  ])
})

test('a household stands for one row of a list only', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  register(ledger, known(LAN))
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
  register(ledger, known(LAN))
  const list = [
    { ...LAN, citizenId: '001151000001' },
    { ...blankListedHousehold('Trần Thị Mận'), citizenId: '001151000001' },
  ]
  expect(takeIn(ledger, list)).toMatchObject({ inserted: 0, changed: 1, same: 1 })
})

test('what a merged entry said leads to the household that is kept, and undoes no merge', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  const merged = { ...LAN, headOfHousehold: 'Nguyễn Thị Lân', citizenId: '001151000009', phone: '0912000009' }
  const keptId = register(ledger, { ...known(LAN), citizenId: '001151000001' })
  const mergedId = register(ledger, known(merged))
  merge(ledger, keptId, mergedId)
  expect(compare(ledger, [merged]).effects).toMatchObject([{ effect: 'same', householdId: keptId }])
  expect(compare(ledger, [{ ...merged, citizenId: null }]).effects).toMatchObject([
    { effect: 'same', householdId: keptId },
  ])
  takeIn(ledger, [{ ...merged, memberCount: 4 }])
  expect(findHousehold(ledger.reader, keptId)).toMatchObject({
    headOfHousehold: 'Nguyễn Thị Lan',
    citizenId: '001151000001',
    phone: null,
    memberCount: 4,
  })
})

test('a list of both entries of a merge names one household, once', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  const rows = [
    { ...LAN, citizenId: '001151000009' },
    { ...LAN, citizenId: '001151000001', memberCount: 2 },
  ] as const
  const keptId = register(ledger, { ...known(LAN), citizenId: '001151000001' })
  merge(ledger, keptId, register(ledger, known(rows[0])))
  const { effects } = compare(ledger, [...rows])
  expect(effects.map(({ effect, householdId }) => [effect, householdId])).toEqual([
    ['same', keptId],
    ['changed', keptId],
  ])
})

const POOR: ListedHousehold = { ...LAN, category: 'HN' }
const namesOf = (ledger: Ledger, gone: readonly string[]) =>
  gone.map((householdId) => findHousehold(ledger.reader, householdId)?.headOfHousehold)

test('whom a list should name and does not is gone: of its hamlets, with one of its categories, active', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  const inList = (name: string, bent: Partial<HouseholdFacts> = {}) =>
    register(ledger, { ...known(POOR), headOfHousehold: name, ...bent })
  inList('Nguyễn Thị Lan')
  inList('Lê Văn Cũ')
  inList('Lê Văn Xa', { hamlet: 'Thôn Đoài' })
  inList('Lê Văn Khác', { communeName: 'Xã Khác' })
  inList('Lê Văn Công', { categories: [granted('NCC_TB')] })
  inList('Lê Văn Cựu', { categories: [{ ...granted('HN'), validTo: TAKEN_IN_ON }] })
  const deceasedId = inList('Lê Văn Mất')
  ledger.transact((writer) => {
    const deceased = findHousehold(writer, deceasedId) as HouseholdRecord
    changeHousehold(writer, deceased, { ...deceased, status: 'deceased', statusOn: TAKEN_IN_ON }, BY)
  })
  expect(namesOf(ledger, compare(ledger, [POOR]).gone)).toEqual(['Lê Văn Cũ', 'Lê Văn Cựu'])
  const wholeCommune = { ...POOR, hamlet: null }
  expect(namesOf(ledger, compare(ledger, [wholeCommune]).gone)).toEqual(['Lê Văn Cũ', 'Lê Văn Xa', 'Lê Văn Cựu'])
  expect(compare(ledger, [{ ...POOR, category: null }]).gone).toEqual([])
  expect(compare(ledger, [{ ...POOR, communeName: null }]).gone).toEqual([])
})

test('whom a row may be about, or one that an error keeps out, is not gone', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  register(ledger, { ...known(POOR), phone: '0912000001', birthYear: null })
  register(ledger, { ...known(POOR), headOfHousehold: 'Trần Văn Đạt', citizenId: '001060000002' })
  const listed = { ...POOR, headOfHousehold: 'Nguyễn Thị Lân', phone: '0912000001' }
  const broken = { ...blankListedHousehold(''), citizenId: '001060000002' }
  expect(compareList(ledger.reader, listOf([listed]), { identities: [], on: TAKEN_IN_ON }).gone).toHaveLength(1)
  expect(compareList(ledger.reader, listOf([listed], [broken]), { identities: [], on: TAKEN_IN_ON }).gone).toEqual([])
})
