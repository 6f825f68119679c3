/** What a clerk says of a list: columns, cells, and which rows are taken in. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ImportColumn, ImportRow } from '../../src/contract/imports.ts'
import { LIST_FIELDS, NO_CHOICES } from '../../src/domain/household-list.ts'
import {
  FIRST_ACCEPTANCE,
  isAccepted,
  type RowIdentity,
  takenIn,
  withGroup,
  withRowToggled,
} from '../../src/renderer/features/imports/acceptance.ts'
import { cellOf, editableText, fieldsShown, proposalOf } from '../../src/renderer/features/imports/check/row-cells.ts'
import {
  correctedCells,
  fieldOf,
  withCorrections,
  withEncoding,
  withField,
} from '../../src/renderer/features/imports/list-choices.ts'
import { columnLetters, findingsFileName } from '../../src/renderer/features/imports/list-names.ts'
import { texts } from '../../src/renderer/text/texts.ts'

const column = (columnNumber: number, field: ImportColumn['field']): ImportColumn => ({
  columnNumber,
  header: '',
  field,
  basis: field && 'header',
  confidence: 1,
  samples: [],
  conversion: null,
})
const COLUMNS = [column(1, 'headOfHousehold'), column(2, 'phone'), column(3, null), column(4, null)]

describe('columns', () => {
  test('a field that moves leaves the column it was in', () => {
    const choices = withField(COLUMNS, NO_CHOICES, 3, 'phone')
    expect(fieldOf(COLUMNS, choices, 3)).toBe('phone')
    expect(fieldOf(COLUMNS, choices, 2)).toBeNull()
  })

  test('whatever is chosen, in whatever order, each field but the category stands in one column at most', () => {
    const choice = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.option(fc.constantFrom(...LIST_FIELDS)))
    fc.assert(
      fc.property(fc.array(choice, { maxLength: 12 }), (said) => {
        const choices = said.reduce((before, [number, field]) => withField(COLUMNS, before, number, field), NO_CHOICES)
        const fields = COLUMNS.map(({ columnNumber }) => fieldOf(COLUMNS, choices, columnNumber))
        const unique = fields.filter((field) => field !== null && field !== 'category')
        expect(new Set(unique).size).toBe(unique.length)
        const last = said.at(-1)
        if (last) expect(fieldOf(COLUMNS, choices, last[0])).toBe(last[1])
      }),
    )
  })

  test('categories that are marked in several columns are all kept', () => {
    const choices = withField(COLUMNS, withField(COLUMNS, NO_CHOICES, 3, 'category'), 4, 'category')
    expect([3, 4].map((number) => fieldOf(COLUMNS, choices, number))).toEqual(['category', 'category'])
  })

  test('a font that is chosen twice is chosen once', () => {
    const choices = withEncoding(withEncoding(NO_CHOICES, 2, 'vni'), 2, null)
    expect(choices.encodings).toEqual([{ columnNumber: 2, encoding: null }])
  })

  test('columns are called as Excel calls them', () => {
    expect([1, 26, 27, 52, 53, 702, 703].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
  })

  test('the file of findings is called after the list, and is what the list was where that can carry them', () => {
    const named = (fileName: string) => findingsFileName(fileName, 'kèm lỗi')
    expect(named('Danh sách xã 11.2026.xlsx')).toBe('Danh sách xã 11.2026 - kèm lỗi.xlsx')
    expect(named('ds.csv')).toBe('ds - kèm lỗi.csv')
    expect(named('ds.xls')).toBe('ds - kèm lỗi.xlsx')
    expect(named('Dán từ Excel')).toBe('Dán từ Excel - kèm lỗi.xlsx')
  })
})

describe('what is taken in', () => {
  const EFFECTS = { new: 10, changed: 5, same: 3, blocked: 1, gone: 2 }
  const row = (effect: ImportRow['effect'], rowNumber: number | null): RowIdentity => ({
    effect,
    rowNumber,
    household: null,
  })

  test('as found: new households and changes, and nothing ends', () => {
    expect(takenIn(FIRST_ACCEPTANCE, EFFECTS)).toEqual({ new: 10, changed: 5, gone: 0 })
    expect(isAccepted(FIRST_ACCEPTANCE, row('same', 3))).toBeNull()
    expect(isAccepted(FIRST_ACCEPTANCE, row('blocked', 4))).toBeNull()
  })

  test('a row that is declined is no longer counted, and is again when it is taken after all', () => {
    const declined = withRowToggled(FIRST_ACCEPTANCE, row('new', 7))
    expect(isAccepted(declined, row('new', 7))).toBe(false)
    expect(takenIn(declined, EFFECTS).new).toBe(9)
    expect(takenIn(withRowToggled(declined, row('new', 7)), EFFECTS).new).toBe(10)
  })

  test('of a group that is declined single rows are taken in', () => {
    const one = withRowToggled(withGroup(FIRST_ACCEPTANCE, 'changed', false), row('changed', 8))
    expect(isAccepted(one, row('changed', 8))).toBe(true)
    expect(isAccepted(one, row('changed', 9))).toBe(false)
    expect(takenIn(one, EFFECTS)).toEqual({ new: 10, changed: 1, gone: 0 })
  })

  test('what is said of a group ends its exceptions, not those of the others', () => {
    const said = [row('new', 7), row('changed', 8)].reduce(withRowToggled, FIRST_ACCEPTANCE)
    const all = withGroup(said, 'new', true)
    expect(takenIn(all, EFFECTS)).toEqual({ new: 10, changed: 4, gone: 0 })
  })
})

describe('cells', () => {
  const ROW: ImportRow = {
    rowNumber: 12,
    effect: 'new',
    household: null,
    cells: { headOfHousehold: 'Vi Văn Thượng', citizenId: '066******111', phone: '0834567001', birthYear: '196O' },
    findings: [
      {
        rowNumber: 12,
        field: 'birthYear',
        severity: 'warning',
        code: 'birthYearStrange',
        value: '196O',
        mended: null,
        proposed: '1960',
        other: null,
      },
    ],
    changes: [],
    resembles: [],
  }
  const none = new Map<string, string>()

  test('a mask is never what an editor begins with', () => {
    expect(editableText(ROW, 'citizenId', none)).toBe('')
    expect(editableText(ROW, 'birthYear', none)).toBe('196O')
  })

  test('what was typed is shown at once; a number of a person stays masked', () => {
    const typed = [
      { rowNumber: 12, field: 'phone' as const, text: '0912345678' },
      { rowNumber: 12, field: 'citizenId' as const, text: '066060000222' },
    ]
    const mended = correctedCells(withCorrections(NO_CHOICES, typed))
    expect(cellOf(ROW, 'phone', mended, texts.vi)).toEqual({ text: '0912345678', fault: null, isMended: true })
    expect(cellOf(ROW, 'citizenId', mended, texts.vi).text).toBe('066******111')
    expect(cellOf(ROW, 'birthYear', mended, texts.vi)).toEqual({ text: '196O', fault: 'warning', isMended: false })
  })

  test('one key takes the mend of the cell, or else the first of the row', () => {
    expect(proposalOf(ROW, 'birthYear')?.proposed).toBe('1960')
    expect(proposalOf(ROW, 'phone')?.proposed).toBe('1960')
    expect(proposalOf({ ...ROW, findings: [] }, 'phone')).toBeNull()
  })

  test('the columns of the check are those of the list, with what titles and dividers tell', () => {
    const preview = { columns: [column(1, 'headOfHousehold'), column(2, 'note')] } as Parameters<typeof fieldsShown>[0]
    expect(fieldsShown(preview, NO_CHOICES)).toEqual([
      'headOfHousehold',
      'citizenId',
      'hamlet',
      'communeName',
      'category',
      'note',
    ])
  })
})
