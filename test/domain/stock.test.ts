/** What lies where, and what may be taken from there. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Day, day, dayAfter } from '../../src/domain/day.ts'
import {
  ADJUSTMENT_PLACE_ID,
  HOUSEHOLDS_PLACE_ID,
  isCounted,
  leastFrom,
  quantityOf,
  refuseRoute,
  refuseShortage,
  STOCK_PLACE_KINDS,
  type StockPlace,
  slipKindOf,
  thousandthsOf,
} from '../../src/domain/stock.ts'

const supplier: StockPlace = { placeId: 's', kind: 'supplier', name: 'Công ty Bảo Minh' }
const store: StockPlace = { placeId: 'k', kind: 'store', name: 'Kho cơ quan' }
const point: StockPlace = { placeId: 'd', kind: 'distributionPoint', name: 'Nhà văn hoá thôn Đông' }
const crew: StockPlace = { placeId: 't', kind: 'crew', name: 'Tổ sửa chữa số 1' }
const otherCrew: StockPlace = { placeId: 'u', kind: 'crew', name: 'Tổ sửa chữa số 2' }
const households: StockPlace = { placeId: HOUSEHOLDS_PLACE_ID, kind: 'household', name: 'Hộ thụ hưởng' }
const adjustment: StockPlace = { placeId: ADJUSTMENT_PLACE_ID, kind: 'adjustment', name: 'Chênh lệch kiểm kê' }

test('what comes into a store is taken in, everything else is given out', () => {
  for (const from of [supplier, adjustment]) {
    for (const to of [store, point]) expect(slipKindOf(from, to)).toBe('stockIn')
  }
  expect(slipKindOf(adjustment, crew)).toBe('stockIn')
  for (const from of [point, crew]) expect(slipKindOf(from, store)).toBe('stockIn')
  for (const to of [store, point, crew, supplier, adjustment]) expect(slipKindOf(store, to)).toBe('stockOut')
  for (const to of [point, adjustment]) expect(slipKindOf(point, to)).toBe('stockOut')
  for (const to of [otherCrew, adjustment]) expect(slipKindOf(crew, to)).toBe('stockOut')
})

test.each([
  [supplier, store],
  [store, point],
  [point, store],
  [store, supplier],
  [adjustment, store],
  [point, adjustment],
  [store, crew],
  [crew, store],
  [crew, otherCrew],
  [crew, adjustment],
])('a slip moves things from $name to the other', (from, to) => {
  expect(refuseRoute(from, to)).toBeNull()
})

test.each([
  [store, store],
  [supplier, households],
  [store, households],
  [households, store],
  [supplier, adjustment],
  [supplier, crew],
  [crew, households],
  [crew, point],
])('no slip moves things from $name there', (from, to) => {
  expect(refuseRoute(from, to)?.code).toBe('stock.noSuchRoute')
})

test('only stores, distribution points and crews are counted: suppliers and households may owe', () => {
  expect(STOCK_PLACE_KINDS.filter(isCounted)).toEqual(['store', 'distributionPoint', 'crew'])
  const taking = { itemName: 'Mì ăn liền', unitOfMeasure: 'thùng', available: 2, wanted: 2.001 }
  expect(refuseShortage(supplier, [taking])).toBeNull()
  expect(refuseShortage(store, [taking])).toEqual({
    code: 'stock.short',
    parameters: { placeName: 'Kho cơ quan', items: [taking] },
  })
  expect(refuseShortage(store, [{ ...taking, wanted: 2 }])).toBeNull()
})

test('a taking that leaves enough today may still leave a later day short', () => {
  const nets = [
    { day: day('2026-12-01'), thousandths: 5000 },
    { day: day('2026-12-05'), thousandths: -4000 },
    { day: day('2026-12-09'), thousandths: 6000 },
  ]
  expect(leastFrom(nets, day('2026-11-30'))).toBe(0)
  expect(leastFrom(nets, day('2026-12-01'))).toBe(1000)
  expect(leastFrom(nets, day('2026-12-03'))).toBe(1000)
  expect(leastFrom(nets, day('2026-12-09'))).toBe(7000)
  expect(leastFrom([], day('2026-12-09'))).toBe(0)
})

test('the least from a day on is the least of what lies there at the end of that day and of every later one', () => {
  const days: Day[] = [day('2026-12-01')]
  while (days.length < 12) days.push(dayAfter(days.at(-1) ?? day('2026-12-01')))
  const net = fc.record({ index: fc.nat(11), thousandths: fc.integer({ min: -9000, max: 9000 }) })
  fc.assert(
    fc.property(fc.uniqueArray(net, { selector: ({ index }) => index }), fc.nat(11), (some, start) => {
      const nets = some
        .sort((one, other) => one.index - other.index)
        .map(({ index, thousandths }) => ({ day: days[index] ?? day('2026-12-01'), thousandths }))
      const from = days[start] ?? day('2026-12-01')
      const ends = days
        .filter((one) => one >= from)
        .map((one) => nets.filter((each) => each.day <= one).reduce((sum, each) => sum + each.thousandths, 0))
      expect(leastFrom(nets, from)).toBe(Math.min(...ends))
    }),
  )
})

test('quantities count to the thousandth and come back as they were', () => {
  expect(thousandthsOf(0.1 + 0.2)).toBe(300)
  expect(quantityOf(thousandthsOf(12.5))).toBe(12.5)
})
