import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { birthYearOf, blankHousehold, HOUSEHOLD_FIELDS, isCustomerCode, placeOf } from '../../src/domain/household.ts'
import { CATEGORY_NAMES, HOUSEHOLD_CATEGORIES, readCategory } from '../../src/domain/household-category.ts'
import { isPhone, readPhone } from '../../src/domain/phone.ts'

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

/** The announcement of 2018: prefixes of eleven-digit mobiles and their successors, by network. */
const PREFIXES_OF_2018 = [
  ...[162, 163, 164, 165, 166, 167, 168, 169].map((old) => [`0${old}`, `0${old - 130}`] as const),
  ...(
    [
      [120, 70],
      [121, 79],
      [122, 77],
      [126, 76],
      [128, 78],
    ] as const
  ).map(([old, now]) => [`0${old}`, `0${now}`] as const),
  ...(
    [
      [123, 83],
      [124, 84],
      [125, 85],
      [127, 81],
      [129, 82],
    ] as const
  ).map(([old, now]) => [`0${old}`, `0${now}`] as const),
  ...(
    [
      [186, 56],
      [188, 58],
      [199, 59],
    ] as const
  ).map(([old, now]) => [`0${old}`, `0${now}`] as const),
]
const sevenDigits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 7, maxLength: 7 })
const phone = fc.oneof(
  fc
    .tuple(fc.constantFrom('03', '05', '07', '08', '09'), fc.constantFrom(...'123456789'), sevenDigits)
    .map((parts) => parts.join('')),
  fc
    .tuple(fc.constantFrom('024', '028', '0203', '0297'), sevenDigits)
    .map(([area, rest]) => `${area}${rest}1`.slice(0, 11)),
)

describe('a phone number', () => {
  test.each(PREFIXES_OF_2018)('of %s is one of %s since 2018, however it was written', (old, now) => {
    fc.assert(
      fc.property(sevenDigits, (rest) => {
        const mended = { kind: 'mended', phone: now + rest, mend: 'prefixOf2018' }
        const short = (old + rest).slice(1)
        for (const text of [
          old + rest,
          short,
          `+84${short}`,
          `84${short}`,
          `${old} ${rest.slice(0, 3)} ${rest.slice(3)}`,
        ]) {
          expect(readPhone(text), text).toEqual(mended)
        }
      }),
      { numRuns: 20 },
    )
  })

  test('is taken as written, with spaces, dots or the apostrophe of Excel', () => {
    fc.assert(
      fc.property(phone, (number) => {
        const dotted = `${number.slice(0, 4)}.${number.slice(4, 7)}.${number.slice(7)}`
        for (const text of [
          number,
          dotted,
          dotted.replaceAll('.', ' '),
          `(${number.slice(0, 3)}) ${number.slice(3)}`,
          `'${number}`,
        ]) {
          expect(readPhone(text), text).toEqual({ kind: 'valid', phone: number })
        }
      }),
    )
  })

  test('gets back the zero Excel dropped', () => {
    fc.assert(
      fc.property(phone, (number) => {
        const mended = { kind: 'mended', phone: number, mend: 'leadingZero' }
        expect(readPhone(number.slice(1))).toEqual(mended)
        expect(readPhone(`${number.slice(1)}.0`)).toEqual(mended)
      }),
    )
  })

  test('loses the country code', () => {
    fc.assert(
      fc.property(phone, (number) => {
        const mended = { kind: 'mended', phone: number, mend: 'countryCode' }
        for (const code of ['+84', '+84 ', '0084', '84', '+84 (0) ']) {
          expect(readPhone(code + number.slice(1)), code).toEqual(mended)
        }
      }),
    )
  })

  test.each([
    '',
    'không có',
    '113',
    '0161234567',
    '01612345678',
    '00912345678',
    '091234567',
    '091234567890',
    '0912345678/0987654321',
    '+1 912 345 678',
  ])('is not "%s"', (text) => {
    expect(readPhone(text)).toEqual({ kind: 'strange', text })
  })

  test('that was read is one', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789+-. '), maxLength: 16 }), (text) => {
        const reading = readPhone(text)
        if (reading.kind !== 'strange') expect(isPhone(reading.phone)).toBe(true)
      }),
    )
  })
})

describe('the facts of a household', () => {
  test('are blank but for the name, and every field is listed', () => {
    const blank = blankHousehold('Nguyễn Thị Được')
    expect(Object.keys(blank)).toEqual([...HOUSEHOLD_FIELDS])
    expect(Object.values(blank).filter((value) => value !== null)).toEqual(['Nguyễn Thị Được'])
  })

  test('tell a birth year as written, else as the citizen ID carries it', () => {
    expect(birthYearOf({ birthYear: 1950, citizenId: '001185000001' })).toBe(1950)
    expect(birthYearOf({ birthYear: null, citizenId: '001185000001' })).toBe(1985)
    expect(birthYearOf({ birthYear: null, citizenId: '12' })).toBeNull()
    expect(birthYearOf({ birthYear: null, citizenId: null })).toBeNull()
  })

  test('tell the place as hamlet and commune, else the address as printed', () => {
    const addressText = 'Thôn Đông, xã Mẫu'
    expect(placeOf({ hamlet: 'Thôn Đông', communeName: 'Xã Mẫu', addressText })).toBe('Thôn Đông, Xã Mẫu')
    expect(placeOf({ hamlet: null, communeName: 'Xã Mẫu', addressText })).toBe('Xã Mẫu')
    expect(placeOf({ hamlet: null, communeName: null, addressText })).toBe(addressText)
    expect(placeOf({ hamlet: null, communeName: null, addressText: null })).toBe('')
  })

  test('know a customer code of 11 to 13 characters', () => {
    for (const code of ['PA123456789', 'PE05000012345', 'PX0A1B2C3D4E']) expect(isCustomerCode(code), code).toBe(true)
    for (const code of ['PA12345678', 'PA123456789012', 'AA123456789', 'P1123456789', 'pa123456789', ''])
      expect(isCustomerCode(code), code).toBe(false)
  })
})
