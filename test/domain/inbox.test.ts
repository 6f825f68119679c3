import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  conflictsFor,
  differenceOf,
  type Help,
  helpedTwice,
  type PackageRow,
  tablesOf,
} from '../../src/domain/inbox.ts'
import { TABLE_NAMES } from '../../src/domain/package-tables.ts'
import { period } from '../../src/domain/period.ts'

function household(key: string, row: Record<string, string | number>): PackageRow {
  return { table: 'households', key, content: JSON.stringify({ household_id: key, ...row }) }
}
const lan = household('h1', { head_of_household: 'Nguyễn Thị Lan', citizen_id: '001151000001', member_count: 3 })
const dat = household('h2', { head_of_household: 'Trần Văn Đạt' })

describe('how a package differs from what was known of its month', () => {
  test('is not at all, where the rows are the same', () => {
    expect(differenceOf(tablesOf([lan, dat]), tablesOf([dat, lan]))).toEqual([])
  })

  test('is everything, where the month is new', () => {
    expect(differenceOf(tablesOf([]), tablesOf([lan, dat]))).toEqual([
      {
        ...{ table: 'households', added: 2, removed: 0, changed: 0 },
        lines: [
          { kind: 'added', label: 'Nguyễn Thị Lan', cells: [] },
          { kind: 'added', label: 'Trần Văn Đạt', cells: [] },
        ],
      },
    ])
  })

  test('is told row by row with what was and what is, ID numbers masked', () => {
    const row = {
      ...{ head_of_household: 'Nguyễn Thị Lan', citizen_id: '001151000009', phone: '0912345678' },
      merged_id: 'h9',
    }
    const [households] = differenceOf(tablesOf([lan, dat]), tablesOf([household('h1', row)]))
    expect(households).toEqual({
      ...{ table: 'households', added: 0, removed: 1, changed: 1 },
      lines: [
        {
          kind: 'changed',
          label: 'Nguyễn Thị Lan',
          cells: [
            { field: 'citizen_id', before: '001******001', after: '001******009' },
            { field: 'member_count', before: '3', after: null },
            { field: 'phone', before: null, after: '0912345678' },
          ],
        },
        { kind: 'removed', label: 'Trần Văn Đạt', cells: [] },
      ],
    })
  })

  test('names a paper without a name by its household', () => {
    const repair: PackageRow = { table: 'repairs', key: 'r1', content: '{"household_id":"h1","code":"20042260000012"}' }
    const difference = differenceOf(tablesOf([lan]), tablesOf([lan, repair]))
    expect(difference[0]?.lines).toEqual([{ kind: 'added', label: 'Nguyễn Thị Lan', cells: [] }])
  })

  test('shows the first lines of many, and counts them all', () => {
    const many = Array.from({ length: 40 }, (_, index) => household(`h${index}`, { head_of_household: `Hộ ${index}` }))
    const [households] = differenceOf(tablesOf([]), tablesOf(many))
    expect(households).toMatchObject({ added: 40 })
    expect(households?.lines).toHaveLength(5)
  })

  test('counts what one way adds as what the other way removes', () => {
    const rows = fc.uniqueArray(
      fc.record({
        table: fc.constantFrom(...TABLE_NAMES),
        key: fc.constantFrom('1', '2', '3', '4'),
        content: fc.integer({ min: 0, max: 2 }).map((value) => JSON.stringify({ value })),
      }),
      { selector: ({ table, key }) => `${table} ${key}` },
    )
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const there = differenceOf(tablesOf(before), tablesOf(after))
        const back = differenceOf(tablesOf(after), tablesOf(before))
        expect(back.map(({ table, added, removed, changed }) => ({ table, added, removed, changed }))).toEqual(
          there.map(({ table, added, removed, changed }) => ({ table, added: removed, removed: added, changed })),
        )
        const sum = there.reduce((total, { added, removed }) => total + added - removed, 0)
        expect(sum).toBe(after.length - before.length)
      }),
    )
  })
})

const help = (officeId: string, month: string, changes: Partial<Help> = {}): Help => ({
  citizenIdHmac: 'a'.repeat(64),
  officeId,
  period: period(month),
  figure: 'gifts',
  ...changes,
})

describe('a person helped twice', () => {
  test('is one whom two offices gave a gift in one year', () => {
    const helps = [help('PC043', '2026-12'), help('PC042', '2026-11')]
    expect(helpedTwice(helps)).toEqual([
      { citizenIdHmac: 'a'.repeat(64), year: '2026', figure: 'gifts', helps: [helps[1], helps[0]] },
    ])
  })

  test.each([
    ['one office gave twice', [help('PC042', '2026-05'), help('PC042', '2026-11')]],
    ['the gifts are of two years', [help('PC042', '2026-12'), help('PC043', '2027-01')]],
    ['one gave and the other repaired', [help('PC042', '2026-11'), help('PC043', '2026-11', { figure: 'repairs' })]],
    ['they are two people', [help('PC042', '2026-11'), help('PC043', '2026-11', { citizenIdHmac: 'b'.repeat(64) })]],
  ])('is none where %s', (_why, helps) => {
    expect(helpedTwice(helps)).toEqual([])
  })

  test('is told to each office with the months of the others', () => {
    const helps = [help('PC042', '2026-05'), help('PC042', '2026-11'), help('PC043', '2026-11')]
    const twice = helpedTwice(helps)
    expect(conflictsFor({ officeId: 'PC042', period: period('2026-11') }, twice)).toEqual([help('PC043', '2026-11')])
    expect(conflictsFor({ officeId: 'PC043', period: period('2026-11') }, twice)).toEqual(helps.slice(0, 2))
    expect(conflictsFor({ officeId: 'PC043', period: period('2026-12') }, twice)).toEqual([])
  })

  test('is found whatever order the helps come in', () => {
    const someHelp = fc
      .record({
        officeId: fc.constantFrom('PC042', 'PC043', 'PC044'),
        month: fc.constantFrom('2026-11', '2026-12', '2027-01'),
        citizenIdHmac: fc.constantFrom('a'.repeat(64), 'b'.repeat(64)),
        figure: fc.constantFrom('gifts' as const, 'repairs' as const),
      })
      .map(({ month, ...rest }) => ({ ...rest, period: period(month) }))
    const distinct = fc.uniqueArray(someHelp, { selector: (one) => JSON.stringify(Object.values(one)) })
    fc.assert(
      fc.property(
        distinct.chain((helps) =>
          fc.tuple(fc.constant(helps), fc.shuffledSubarray(helps, { minLength: helps.length })),
        ),
        ([helps, shuffled]) => {
          expect(helpedTwice(shuffled)).toEqual(helpedTwice(helps))
        },
      ),
    )
  })
})
