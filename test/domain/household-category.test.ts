import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Day, day } from '../../src/domain/day.ts'
import {
  CATEGORY_NAMES,
  categoriesInForce,
  type GrantedCategory,
  HOUSEHOLD_CATEGORIES,
  type HouseholdCategory,
  isInForce,
  readCategory,
  withListedCategory,
  withoutCategories,
} from '../../src/domain/household-category.ts'

describe('a category', () => {
  test.each(HOUSEHOLD_CATEGORIES)('%s is read from its code and from its name, however typed', (category) => {
    const name = CATEGORY_NAMES[category]
    for (const text of [
      category,
      category.toLowerCase(),
      ` ${category} `,
      name,
      name.toUpperCase(),
      name.normalize('NFD'),
    ]) {
      expect(readCategory(text), text).toBe(category)
    }
  })

  test.each([
    ['ho ngheo', 'HN'],
    ['Nghèo', 'HN'],
    ['Hộ nghèo không có khả năng lao động', 'HN'],
    ['Cận nghèo', 'HCN'],
    ['hộ CN (cận nghèo)', 'HCN'],
    ['Mới thoát nghèo', 'HTN'],
    ['Bà mẹ VNAH', 'NCC_ME_VNAH'],
    ['Mẹ Việt Nam Anh hùng', 'NCC_ME_VNAH'],
    ['Gia đình liệt sỹ', 'NCC_LS'],
    ['GĐ liệt sĩ', 'NCC_LS'],
    ['Thương binh 2/4', 'NCC_TB'],
    ['Nạn nhân chất độc da cam', 'NCC_CDHH'],
    ['CĐHH', 'NCC_CDHH'],
    ['Cựu tù đày', 'NCC_TD'],
    ['Lão thành cách mạng', 'NCC_HDCM'],
    ['Anh hùng lực lượng vũ trang', 'NCC_AH'],
    ['Có công giúp đỡ cách mạng', 'NCC_GDCM'],
    ['Đối tượng bảo trợ', 'BTXH'],
    ['Đơn thân nuôi con nhỏ', 'BTXH'],
    ['Người tàn tật', 'NKT'],
    ['Người già neo đơn', 'NCT_CD'],
    ['Hoàn cảnh khó khăn', 'KK'],
  ])('"%s" is %s', (text, category) => {
    expect(readCategory(text)).toBe(category)
  })

  test.each([
    '',
    'x',
    'Hộ thường',
    'Không nghèo',
    'Hộ không nghèo',
    'Không thuộc hộ nghèo',
    'Không thuộc diện cận nghèo',
    'Thoát cận nghèo',
    'Gia đình chính sách',
    'Đông con',
  ])('"%s" is none we can tell', (text) => {
    expect(readCategory(text)).toBeNull()
  })
})

const TODAY = day('2026-12-01')

function granted(category: HouseholdCategory, validFrom: Day | null = null, validTo: Day | null = null) {
  return { category, decisionNumber: `${category}/QĐ-UBND`, validFrom, validTo }
}

const dayOrNone = fc.constantFrom(null, day('2026-11-30'), TODAY, day('2026-12-02'))
const anyGranted: fc.Arbitrary<GrantedCategory> = fc.record({
  category: fc.constantFrom(...HOUSEHOLD_CATEGORIES),
  decisionNumber: fc.constantFrom(null, '12/QĐ-UBND', '40/QĐ-UBND'),
  validFrom: dayOrNone,
  validTo: dayOrNone,
})

describe('a granted category', () => {
  test('holds from its first day to its last, and without an end where none is stated', () => {
    const year = granted('HN', day('2026-01-01'), day('2026-12-31'))
    const on = (text: string) => isInForce(year, day(text))
    expect(['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map(on)).toEqual([false, true, true, false])
    expect(isInForce(granted('NCC_TB'), day('1999-01-01'))).toBe(true)
  })

  test('that a list states becomes the primary one and takes the place of another degree of poverty', () => {
    const known = [granted('HN'), granted('NKT')]
    const listed = { category: 'HCN', decisionNumber: '40/QĐ-UBND' } as const
    expect(withListedCategory(known, listed, TODAY).map(({ category }) => category)).toEqual(['HCN', 'NKT'])
    const disabled = { category: 'NKT', decisionNumber: '40/QĐ-UBND' } as const
    expect(withListedCategory(known, disabled, TODAY).map(({ category }) => category)).toEqual(['NKT', 'HN'])
  })

  test('that is known stays as it is where a list names no decision, or the known one', () => {
    const known = [granted('NKT'), granted('HN', day('2026-01-01'), day('2026-12-31'))]
    for (const decisionNumber of [null, 'HN/QĐ-UBND']) {
      expect(withListedCategory(known, { category: 'HN', decisionNumber }, TODAY)).toBe(known)
    }
    const renewed = withListedCategory(known, { category: 'HN', decisionNumber: '40/QĐ-UBND' }, TODAY)
    expect(renewed[0]).toEqual({ ...known[1], decisionNumber: '40/QĐ-UBND' })
  })

  test('that was ended holds until the day before, and what still holds comes first', () => {
    const after = withoutCategories([granted('HN'), granted('NKT')], ['HN'], TODAY)
    expect(after).toEqual([granted('NKT'), granted('HN', null, day('2026-11-30'))])
    expect(categoriesInForce(after, TODAY)).toEqual(['NKT'])
  })

  test('listed on a day is in force on that day, and said again changes nothing', () => {
    fc.assert(
      fc.property(fc.array(anyGranted, { maxLength: 5 }), anyGranted, (known, { category, decisionNumber }) => {
        const once = withListedCategory(known, { category, decisionNumber }, TODAY)
        expect(categoriesInForce(once, TODAY)).toContain(category)
        expect(withListedCategory(once, { category, decisionNumber }, TODAY)).toEqual(once)
        expect(categoriesInForce(withoutCategories(once, [category], TODAY), TODAY)).not.toContain(category)
      }),
    )
  })
})
