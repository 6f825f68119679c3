import fc from 'fast-check'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { ALL_HOUSEHOLDS } from '../../../src/contract/households.ts'
import { blankHousehold, HOUSEHOLD_STATUSES, type HouseholdFacts } from '../../../src/domain/household.ts'
import { HOUSEHOLD_CATEGORIES } from '../../../src/domain/household-category.ts'
import { nameSortKey } from '../../../src/domain/vietnamese.ts'
import type { Ledger } from '../../../src/ledger/open-ledger.ts'
import { addHousehold, changeHousehold, findHousehold } from '../../../src/ledger/registry/households.ts'
import {
  countHouseholds,
  type ListFilter,
  outlineHouseholds,
  pageHouseholds,
  selectedHouseholds,
  totalsOf,
} from '../../../src/ledger/registry/registry-list.ts'
import { BY, openTestLedger, RECORDED_AT } from '../../support/ledger.ts'
import { inventedHouseholds } from '../../support/people.ts'

function register(ledger: Ledger, facts: HouseholdFacts): string {
  const householdId = v7()
  ledger.transact((writer) => addHousehold(writer, householdId, facts, RECORDED_AT))
  return householdId
}

/** 400 households: some without a number or a category, some with several, some who moved away or are gone. */
function mixedRegistry(ledger: Ledger) {
  const granted = { decisionNumber: null, validFrom: null, validTo: null }
  const rows = inventedHouseholds(400).map((facts, index) => ({
    ...facts,
    citizenId: index % 3 === 0 ? null : facts.citizenId,
    customerCode: index % 5 === 0 ? null : facts.customerCode,
    categories: [
      ...(index % 7 === 0 ? [] : facts.categories),
      ...(index % 11 === 0 ? [{ ...granted, category: 'NCC_AH' as const }] : []),
    ],
  }))
  const listed = rows.map((facts, index) => {
    const householdId = register(ledger, facts)
    const status = index % 13 === 0 ? ('moved' as const) : index % 29 === 0 ? ('erased' as const) : ('active' as const)
    const record = findHousehold(ledger.reader, householdId)
    if (record && status !== 'active') {
      ledger.transact((writer) => changeHousehold(writer, record, { ...facts, status }, BY))
    }
    return { ...facts, householdId, status }
  })
  return listed
}

test('a list is paged without a gap and without a repeat, in the order of Vietnamese names', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  const rows = mixedRegistry(ledger)
  const filter: fc.Arbitrary<ListFilter> = fc.record({
    text: fc.constantFrom('', '', 'nguyen', 'thon d', 'van an', 'khong co ai'),
    category: fc.option(fc.constantFrom(...HOUSEHOLD_CATEGORIES), { nil: null }),
    missing: fc.constantFrom(null, 'citizenId', 'customerCode', 'category'),
    status: fc.constantFrom(null, null, ...HOUSEHOLD_STATUSES),
    isDuplicate: fc.constant(false),
    notReceivedIn: fc.constant(null),
  })
  fc.assert(
    fc.property(filter, fc.integer({ min: 1, max: 450 }), (wanted, pageSize) => {
      const { count, pageStarts } = outlineHouseholds(ledger.reader, wanted, pageSize)
      const pages = pageStarts.map((after) => pageHouseholds(ledger.reader, wanted, after, pageSize))
      const listed = pages.flat()
      expect(pageStarts).toHaveLength(Math.ceil(count / pageSize))
      expect(countHouseholds(ledger.reader, wanted)).toBe(count)
      expect(new Set(listed.map((line) => line.householdId)).size).toBe(count)
      expect(listed).toHaveLength(count)
      const keys = listed.map((line) => nameSortKey(line.headOfHousehold))
      expect(keys).toEqual([...keys].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0)))
      const { text, category, missing, status } = wanted
      const fits = (row: (typeof rows)[number]) =>
        (status ? row.status === status : row.status !== 'erased') &&
        (!category || row.categories.some((one) => one.category === category)) &&
        (!missing || (missing === 'category' ? row.categories.length === 0 : row[missing] === null))
      if (text === '') {
        const expected = rows.filter(fits).map((row) => row.householdId)
        expect(listed.map((line) => line.householdId).sort()).toEqual(expected.sort())
      }
    }),
    { numRuns: 150 },
  )
})

test('a selection is all of a filter but some, or some, a piece at a time', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  const rows = mixedRegistry(ledger)
  const standing = rows.filter((row) => row.status !== 'erased')
  const filter = ALL_HOUSEHOLDS
  const taken = (selection: Parameters<typeof selectedHouseholds>[1], piece: number) =>
    [...selectedHouseholds(ledger.reader, selection, piece)].flat().map((line) => line.householdId)
  for (const piece of [7, standing.length, 1000]) {
    const all = taken({ kind: 'all', filter, exceptIds: [] }, piece)
    expect(all).toEqual(pageHouseholds(ledger.reader, filter, null, 1000).map((line) => line.householdId))
    const exceptIds = all.slice(0, 100)
    expect(taken({ kind: 'all', filter, exceptIds }, piece)).toEqual(all.slice(100))
    expect(taken({ kind: 'some', householdIds: [...exceptIds].reverse() }, piece)).toEqual(exceptIds)
  }
  const memberCount = standing.reduce((sum, row) => sum + (row.memberCount ?? 0), 0)
  const totals = { householdCount: standing.length, memberCount, giftsDong: 0, repairsDong: 0 }
  expect(totalsOf(ledger.reader, { kind: 'all', filter, exceptIds: [] })).toEqual(totals)
  expect(totalsOf(ledger.reader, { kind: 'some', householdIds: [] })).toEqual({
    householdCount: 0,
    memberCount: 0,
    giftsDong: 0,
    repairsDong: 0,
  })
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
  const listed = pageHouseholds(opened.ledger.reader, ALL_HOUSEHOLDS, null, 100).map((line) => line.headOfHousehold)
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
