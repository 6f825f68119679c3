import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatFigure, readFigure } from '../../src/domain/figure.ts'

describe('figures of a sheet', () => {
  test.each([
    ['1.500.000', 1_500_000],
    ['1,500,000', 1_500_000],
    ['285.000 ₫', 285_000],
    ['150000đ', 150_000],
    ['12,5', 12.5],
    ['12.5', 12.5],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['0,75', 0.75],
    ['0.125', 0.125],
  ])('%s is %d', (text, figure) => expect(readFigure(text)).toBe(figure))

  test.each(['', 'cái', '12 cái', '1.2.3', '1,2,3', '-5'])('“%s” is no figure', (text) =>
    expect(readFigure(text)).toBeNull(),
  )
})

test('what is written is read back as the same figure', () => {
  const thousandths = fc.integer({ min: 0, max: 10_000_000_000_000 })
  fc.assert(fc.property(thousandths, (figure) => readFigure(formatFigure(figure / 1000)) === figure / 1000))
  expect(formatFigure(-1234.5)).toBe('-1.234,5')
})
