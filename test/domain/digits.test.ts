import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupDigits, hasCheckDigit, withCheckDigit } from '../../src/domain/digits.ts'

const DIGITS = [...'0123456789']
const anyDigits = fc.string({ unit: fc.constantFrom(...DIGITS), minLength: 1, maxLength: 20 })

describe('the check digit', () => {
  test('is right where it was appended', () => {
    fc.assert(fc.property(anyDigits, (digits) => hasCheckDigit(withCheckDigit(digits))))
    expect(withCheckDigit('572')).toBe('5724')
  })

  test('finds every single wrong digit', () => {
    fc.assert(
      fc.property(anyDigits, (digits) => {
        const code = withCheckDigit(digits)
        for (let at = 0; at < code.length; at++) {
          for (const other of DIGITS.filter((digit) => digit !== code[at])) {
            expect(hasCheckDigit(code.slice(0, at) + other + code.slice(at + 1))).toBe(false)
          }
        }
      }),
    )
  })

  test('finds every swap of two neighbours', () => {
    fc.assert(
      fc.property(anyDigits, (digits) => {
        const code = withCheckDigit(digits)
        for (let at = 0; at + 1 < code.length; at++) {
          const [one = '', other = ''] = code.slice(at, at + 2)
          if (one === other) continue
          expect(hasCheckDigit(code.slice(0, at) + other + one + code.slice(at + 2))).toBe(false)
        }
      }),
    )
  })

  test('stands on digits alone', () => {
    for (const text of ['', '12a', '１２', '-1', '1 2']) expect(() => withCheckDigit(text)).toThrow(RangeError)
    for (const text of ['', '0', '12a4', ' 5724', '5724\n']) expect(hasCheckDigit(text)).toBe(false)
  })
})

test('digits are printed in groups of four', () => {
  expect(groupDigits('26110000031742')).toBe('2611 0000 0317 42')
  expect(groupDigits('1234')).toBe('1234')
})
