/** Lines copied out of a sheet and typed by hand: what they are read as, and what they come to. */

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  EMPTY_LINE,
  isBlankLine,
  readPastedCells,
  readPastedLines,
  typedAmountDong,
  typedSumDong,
  withPasted,
} from '../../src/renderer/components/pasted-lines.ts'

const WIRE = { name: 'Dây đôi 2×2,5', unitOfMeasure: 'm', quantity: 12.5, unitPriceDong: 18_000 }
const SOCKET = { name: 'Ổ cắm', unitOfMeasure: 'cái', quantity: 2, unitPriceDong: 45_000 }

describe('cells of a sheet', () => {
  test('cells in quotes keep their tabs and quotes, and a break in a cell is a space', () => {
    expect(readPastedCells('"Dây\n""Cu""\t2 lõi"\tm\r\nỔ cắm\tcái\r\n')).toEqual([
      ['Dây "Cu" 2 lõi', 'm'],
      ['Ổ cắm', 'cái'],
    ])
  })

  test('whatever cells are copied come back the same', () => {
    const cell = fc.stringMatching(/^[a-zà-ỹ0-9"., ]{0,12}$/).map((text) => text.trim().replace(/\s+/g, ' '))
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 })
    const quoted = (text: string) => (text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text)
    fc.assert(
      fc.property(rows, (table) => {
        const copied = table.map((row) => row.map(quoted).join('\t')).join('\r\n')
        expect(readPastedCells(copied)).toEqual(table.filter((row) => row.some((text) => text !== '')))
      }),
    )
  })
})

describe('pasted lines', () => {
  test('a table as an estimate has it loses its header, its ordinals, its amounts and its sum', () => {
    const copied = [
      'STT\tTên vật tư\tĐVT\tSố lượng\tĐơn giá\tThành tiền',
      '1\tDây đôi 2×2,5\tm\t12,5\t18.000\t225.000',
      '2\tỔ cắm\tcái\t2\t45,000\t90.000',
      '\tTổng cộng\t\t\t\t315.000',
    ].join('\r\n')
    expect(readPastedLines(copied, 'name')).toEqual([WIRE, SOCKET])
  })

  test('columns may be pasted from any field on', () => {
    expect(readPastedLines('12,5\t18.000\n2\t45.000', 'quantity')).toEqual([
      { quantity: 12.5, unitPriceDong: 18_000 },
      { quantity: 2, unitPriceDong: 45_000 },
    ])
  })

  test('a figure that cannot be read leaves its field empty, so that it is asked for', () => {
    expect(readPastedLines('Công thợ\tcông\tmột\tthoả thuận', 'name')).toEqual([
      { name: 'Công thợ', unitOfMeasure: 'công', quantity: '', unitPriceDong: '' },
    ])
  })

  test('a single cell is the own business of its field', () => {
    expect(readPastedLines('Dây đôi', 'name')).toBeNull()
    expect(readPastedLines('', 'name')).toBeNull()
  })

  test('what is pasted lies over the lines from its own on, and more lines join', () => {
    const lines = withPasted([SOCKET, { ...EMPTY_LINE }], 1, [WIRE, { quantity: 3 }])
    expect(lines).toEqual([SOCKET, WIRE, { ...EMPTY_LINE, quantity: 3 }])
  })
})

describe('amounts while they are typed', () => {
  test('a line has its amount once quantity and price are figures', () => {
    expect(typedAmountDong(WIRE)).toBe(225_000)
    expect(typedAmountDong({ ...WIRE, quantity: '12.5' })).toBe(225_000)
    expect(typedAmountDong({ ...WIRE, quantity: '' })).toBeNull()
    expect(typedAmountDong({ ...WIRE, unitPriceDong: '' })).toBeNull()
    expect(typedAmountDong({ ...WIRE, quantity: 100_000, unitPriceDong: 900_000_000_000_000 })).toBeNull()
  })

  test('the sum counts what is an amount already, and is none beyond every budget', () => {
    expect(typedSumDong([WIRE, SOCKET, { ...EMPTY_LINE }])).toBe(315_000)
    const most = { ...WIRE, quantity: 1, unitPriceDong: 1_000_000_000_000_000 }
    expect(typedSumDong([most, most])).toBeNull()
  })

  test('a line nobody has begun is blank, whatever its quantity says', () => {
    expect(isBlankLine({ ...EMPTY_LINE, quantity: 5 })).toBe(true)
    expect(isBlankLine({ ...EMPTY_LINE, unitPriceDong: 0 })).toBe(false)
  })
})
