/** A slip and a count while they are typed, and the table of what lies where. */

import { describe, expect, test } from 'vitest'
import type { StockItem, StockPlaceLine } from '../../src/contract/stock.ts'
import { day } from '../../src/domain/day.ts'
import { EMPTY_LINE } from '../../src/renderer/components/pasted-lines.ts'
import { itemOfLine, unitOfName } from '../../src/renderer/components/stock-items.ts'
import { countedLines, countLines, differenceOf } from '../../src/renderer/features/stock/counting.ts'
import {
  blankSlip,
  missingInSlip,
  newItems,
  placesFor,
  slipErrors,
  slipOf,
} from '../../src/renderer/features/stock/slip-values.ts'
import { onHandTable, readStockView } from '../../src/renderer/features/stock/stock-view.ts'

const place = (kind: StockPlaceLine['kind'], name: string): StockPlaceLine => ({
  placeId: name,
  kind,
  name,
  addressText: null,
})
const STORE = place('store', 'Kho cơ quan')
const SUPPLIER = place('supplier', 'Công ty Bảo Minh')
const EAST = place('distributionPoint', 'Thôn Đông')
const WEST = place('distributionPoint', 'Thôn Đoài')
const PLACES = [EAST, WEST, place('household', 'Hộ thụ hưởng'), STORE, SUPPLIER]

const NOODLES: StockItem = { itemId: 'noodles', name: 'Mì ăn liền', unitOfMeasure: 'thùng' }
const RICE: StockItem = { itemId: 'rice', name: 'Gạo tẻ', unitOfMeasure: 'kg' }
const RICE_IN_BAGS: StockItem = { itemId: 'bags', name: 'Gạo tẻ', unitOfMeasure: 'bao' }
const ITEMS = [NOODLES, RICE, RICE_IN_BAGS]
const TODAY = day('2026-12-01')

test('a count has what lies there by the books, then what was found beside it, each once', () => {
  const booked = [{ item: RICE, quantity: 12 }]
  expect(countLines(booked, ITEMS, ['bags', 'rice'])).toEqual([...booked, { item: RICE_IN_BAGS, quantity: 0 }])
  expect(countLines(booked, ITEMS, [])).toEqual(booked)
})

describe('the ends of a slip', () => {
  test('are asked only where there is a choice', () => {
    expect(blankSlip('in', PLACES, TODAY)).toMatchObject({
      fromPlaceId: SUPPLIER.placeId,
      toPlaceId: STORE.placeId,
      movedOn: TODAY,
    })
    expect(blankSlip('out', PLACES, TODAY)).toMatchObject({ fromPlaceId: STORE.placeId, toPlaceId: null })
  })

  test('are places that a slip leads to', () => {
    const names = (some: StockPlaceLine[]) => some.map(({ name }) => name)
    expect(names(placesFor('out', 'to', PLACES, STORE.placeId))).toEqual([EAST.name, WEST.name])
    expect(names(placesFor('back', 'from', PLACES, null))).toEqual([EAST.name, WEST.name, STORE.name])
    expect(names(placesFor('back', 'to', PLACES, EAST.placeId))).toEqual([STORE.name])
    expect(names(placesFor('back', 'to', PLACES, STORE.placeId))).toEqual([SUPPLIER.name])
  })
})

describe('the lines of a slip', () => {
  const slip = blankSlip('in', PLACES, TODAY)
  const line = (name: string, unitOfMeasure: string) => ({ ...EMPTY_LINE, name, unitOfMeasure, quantity: 2 })

  test('find their items without marks and capitals, by the unit where a name is kept in two', () => {
    expect(itemOfLine(line('mi an lien ', 'Thùng'), ITEMS)).toBe(NOODLES)
    expect(itemOfLine(line('Gạo tẻ', 'bao'), ITEMS)).toBe(RICE_IN_BAGS)
    expect(itemOfLine(line('Gạo nếp', 'kg'), ITEMS)).toBeNull()
    expect(unitOfName('MÌ ĂN LIỀN', ITEMS)).toBe('thùng')
    expect(unitOfName('Gạo tẻ', ITEMS)).toBeNull()
  })

  test('that name what the store does not keep yet are new items, each once', () => {
    const lines = [line('Gạo nếp', 'kg'), line('gạo nếp', 'kg'), line('Gạo tẻ', 'kg'), line('', '')]
    expect(newItems({ ...slip, lines }, ITEMS)).toEqual([{ name: 'Gạo nếp', unitOfMeasure: 'kg' }])
  })

  test('need all but a price; those nobody has begun stay at home', () => {
    const lines = [line('Gạo tẻ', 'kg'), { ...EMPTY_LINE, quantity: '' }, { ...line('Mì ăn liền', ''), quantity: '' }]
    expect(missingInSlip({ ...slip, toPlaceId: null, lines })).toEqual([
      'toPlaceId',
      'lines.2.unitOfMeasure',
      'lines.2.quantity',
    ])
    expect(missingInSlip(slip)).toEqual(['lines.0.name', 'lines.0.unitOfMeasure', 'lines.0.quantity'])
    const typed = [{ ...EMPTY_LINE }, line('Gạo tẻ', 'kg'), { ...line('Mì ăn liền', 'thùng'), unitPriceDong: 95_000 }]
    expect(slipOf({ ...slip, lines: typed }, ITEMS).lines).toEqual([
      { itemId: 'rice', quantity: 2, unitPriceDong: null },
      { itemId: 'noodles', quantity: 2, unitPriceDong: 95_000 },
    ])
    expect(slipErrors({ 'lines.1.quantity': 'quá lớn', movedOn: 'sai' }, { ...slip, lines: typed })).toEqual({
      'lines.2.quantity': 'quá lớn',
      movedOn: 'sai',
    })
  })
})

test('a count tells differences to the thousandth; an empty field was not counted, a nought was', () => {
  expect(differenceOf(2.8, 3.1)).toBe(-0.3)
  expect(differenceOf('', 3)).toBeNull()
  expect(differenceOf(undefined, 3)).toBeNull()
  const lines = [{ item: NOODLES }, { item: RICE }, { item: RICE_IN_BAGS }]
  expect(countedLines(lines, { noodles: 0, rice: '' })).toEqual([{ itemId: 'noodles', counted: 0 }])
})

test('the table has stores first, and no distribution point at which nothing lies', () => {
  const table = onHandTable(PLACES, [
    { placeId: EAST.placeId, item: RICE, quantity: 0 },
    { placeId: WEST.placeId, item: NOODLES, quantity: 0.1 },
    { placeId: STORE.placeId, item: NOODLES, quantity: 0.2 },
    { placeId: STORE.placeId, item: RICE, quantity: 12.5 },
  ])
  expect(table.places).toEqual([STORE, WEST])
  expect(table.lines.map(({ item, total }) => [item.name, total])).toEqual([
    ['Gạo tẻ', 12.5],
    ['Mì ăn liền', 0.3],
  ])
})

test('an address that says something else shows the store as it is today', () => {
  expect(readStockView({ tab: 'x', on: '31/12/2026', form: 'y', itemId: 3 })).toEqual({})
  const view = { tab: 'slips', on: '2026-12-31', form: 'back', itemId: 'rice' }
  expect(readStockView(view)).toEqual(view)
})
