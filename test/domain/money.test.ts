import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dong, formatDong, isDong, LARGEST_AMOUNT_DONG, lineAmountDong, sumDong } from '../../src/domain/money.ts'

describe('money', () => {
  test('is whole đồng within bounds, both signs', () => {
    for (const value of [0, 1, -1, LARGEST_AMOUNT_DONG, -LARGEST_AMOUNT_DONG]) expect(dong(value)).toBe(value)
    for (const value of [
      0.5,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      LARGEST_AMOUNT_DONG + 1,
      -LARGEST_AMOUNT_DONG - 1,
    ]) {
      expect(isDong(value)).toBe(false)
      expect(() => dong(value)).toThrow(RangeError)
    }
  })

  test('adds up exactly, in any order', () => {
    const amounts = fc.array(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), { maxLength: 50 })
    fc.assert(
      fc.property(amounts, (list) => {
        const exact = Number(list.reduce((total, amount) => total + BigInt(amount), 0n))
        expect(sumDong(list)).toBe(exact)
        expect(sumDong([...list].reverse())).toBe(exact)
      }),
    )
    expect(sumDong([])).toBe(0)
  })

  test('never adds up past its bounds', () => {
    expect(() => sumDong([LARGEST_AMOUNT_DONG, 1])).toThrow(RangeError)
  })
})

describe("a line's amount", () => {
  test('is quantity times unit price', () => {
    expect(lineAmountDong(2, 95_000)).toBe(190_000)
    expect(lineAmountDong(12.5, 15_000)).toBe(187_500)
    expect(lineAmountDong(0, 95_000)).toBe(0)
  })

  test('rounds half a đồng up, as a person with a pencil does', () => {
    expect(lineAmountDong(2.5, 9_999)).toBe(24_998)
    expect(lineAmountDong(1.15, 10)).toBe(12)
    expect(lineAmountDong(1.005, 100)).toBe(101)
    expect(lineAmountDong(0.333, 1)).toBe(0)
  })

  test('is exact for every quantity to the thousandth', () => {
    const thousandths = fc.integer({ min: 1, max: 100_000_000 })
    fc.assert(
      fc.property(thousandths, fc.integer({ min: 0, max: 50_000_000 }), (quantity, price) => {
        const exact = (BigInt(quantity) * BigInt(price) + 500n) / 1000n
        expect(lineAmountDong(quantity / 1000, price)).toBe(Number(exact))
      }),
    )
  })

  test('out of bounds is refused', () => {
    expect(() => lineAmountDong(100_000, LARGEST_AMOUNT_DONG)).toThrow(RangeError)
    expect(() => lineAmountDong(Number.NaN, 1)).toThrow(RangeError)
  })
})

describe('figures on a paper', () => {
  test.each([
    [0, '0'],
    [999, '999'],
    [1000, '1.000'],
    [1_500_000, '1.500.000'],
    [-45_000, '-45.000'],
    [LARGEST_AMOUNT_DONG, '1.000.000.000.000.000'],
  ])('%d is written %s', (amountDong, text) => {
    expect(formatDong(amountDong)).toBe(text)
  })

  test('are those of Intl for vi-VN', () => {
    const plain = new Intl.NumberFormat('vi-VN')
    fc.assert(
      fc.property(fc.maxSafeInteger(), (amount) => {
        expect(formatDong(amount)).toBe(plain.format(amount))
      }),
    )
  })
})
