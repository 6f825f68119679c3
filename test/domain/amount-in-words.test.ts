import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amountInWords } from '../../src/domain/amount-in-words.ts'
import { CASES } from './amount-in-words-cases.ts'

const DIGITS: Record<string, number> = {
  không: 0,
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
}

/** 'hai trăm linh năm' → 205: hundreds, tens, units, read word by word. */
function readBelowThousand(words: string[]): number {
  let value = 0
  let pending = 0
  for (const word of words) {
    if (word === 'trăm') [value, pending] = [value + pending * 100, 0]
    else if (word === 'mươi') [value, pending] = [value + pending * 10, 0]
    else if (word === 'mười') value += 10
    else if (word !== 'linh') pending = DIGITS[word] ?? Number.NaN
  }
  return value + pending
}

/** Splits at a unit's last mention: what stands before counts in that unit, what stands after is added. */
function read(words: string[], units: readonly (readonly [string, bigint])[]): bigint {
  const [unit, ...smaller] = units
  if (!unit) return BigInt(readBelowThousand(words))
  const at = words.lastIndexOf(unit[0])
  if (at < 0) return read(words, smaller)
  const counted = unit[0] === 'tỷ' ? read(words.slice(0, at), units) : read(words.slice(0, at), smaller)
  return counted * unit[1] + read(words.slice(at + 1), smaller)
}

/** Reads the words back, knowing nothing of how they were made. */
function readAmount(text: string): bigint {
  const words = text.toLowerCase().split(' ')
  expect(words.pop()).toBe('đồng')
  const isNegative = words[0] === 'âm'
  const units = [
    ['tỷ', 1_000_000_000n],
    ['triệu', 1_000_000n],
    ['nghìn', 1000n],
  ] as const
  const value = read(isNegative ? words.slice(1) : words, units)
  return isNegative ? -value : value
}

describe('an amount in words', () => {
  test.each(CASES)('%d is "%s"', (amountDong, words) => {
    expect(amountInWords(amountDong)).toBe(words)
  })

  test('can be read back to the same amount', () => {
    const amount = fc.oneof(
      fc.bigInt({ min: 0n, max: 10n ** 6n }),
      fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
      fc
        .tuple(fc.bigInt({ min: 1n, max: 9999n }), fc.integer({ min: 0, max: 11 }))
        .map(([n, zeros]) => n * 10n ** BigInt(zeros)),
    )
    fc.assert(
      fc.property(amount, (amountDong) => {
        expect(readAmount(amountInWords(Number(amountDong)))).toBe(amountDong)
      }),
      { numRuns: 3000 },
    )
  })

  test('begins with a capital, ends in đồng, and says neither ngàn, lẻ nor two spaces', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 15 }), (amountDong) => {
        const words = amountInWords(amountDong)
        expect(words).toMatch(/^\p{Lu}[\p{Ll} ]* đồng$/u)
        expect(words).not.toMatch(/ngàn|lẻ| {2}|tỉ/)
      }),
    )
  })

  test('of a correction is "Âm …"', () => {
    expect(amountInWords(-1_500_000)).toBe('Âm một triệu năm trăm nghìn đồng')
    expect(amountInWords(-0)).toBe('Không đồng')
  })

  test('refuses fractions and what is no number', () => {
    for (const value of [0.5, 1_500_000.25, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => amountInWords(value)).toThrow(RangeError)
    }
  })
})
