import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPhone, readPhone } from '../../src/domain/phone.ts'

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
