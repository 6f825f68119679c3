/** The stock as the ledger itself keeps it: whatever is asked of it past the rules of the office. */

import { expect, test } from 'vitest'
import { day } from '../../src/domain/day.ts'
import { ADJUSTMENT_PLACE_ID, HOUSEHOLDS_PLACE_ID, thousandthsOf } from '../../src/domain/stock.ts'
import type { Writer } from '../../src/ledger/connection.ts'
import {
  addStockItem,
  addStockPlace,
  addStockSlip,
  isItemTaken,
  isPlaceNameTaken,
  listStockPlaces,
  nextSlipNumber,
  onHandOf,
  stockOnHand,
} from '../../src/ledger/stock.ts'
import { addMovement, availableFrom, refuseTaking } from '../../src/ledger/stock-movements.ts'
import { openTestLedger, PERSON_ID, RECORDED_AT } from '../support/ledger.ts'

const SUPPLIER = { placeId: 'supplier', kind: 'supplier', name: 'Công ty Bảo Minh', addressText: null } as const
const STORE = { placeId: 'store', kind: 'store', name: 'Kho cơ quan', addressText: 'Krông Pắc' } as const
const POINT = { placeId: 'point', kind: 'distributionPoint', name: 'Nhà văn hoá thôn Đông', addressText: null } as const
const NOODLES = { itemId: 'noodles', name: 'Mì ăn liền', unitOfMeasure: 'thùng' }
const RICE = { itemId: 'rice', name: 'Gạo tẻ', unitOfMeasure: 'kg' }

function furnish(writer: Writer): void {
  for (const place of [SUPPLIER, STORE, POINT]) addStockPlace(writer, place)
  for (const item of [NOODLES, RICE]) addStockItem(writer, item)
}

let slips = 0

/** Moves noodles by a slip of their own, asking nobody. */
function move(writer: Writer, from: { placeId: string }, to: { placeId: string }, on: string, quantity: number): void {
  const kind = to.placeId === STORE.placeId ? 'stockIn' : 'stockOut'
  const movedOn = day(on)
  const documentYear = Number(on.slice(0, 4))
  slips += 1
  const slipId = `slip ${slips}`
  const ends = { fromPlaceId: from.placeId, toPlaceId: to.placeId }
  addStockSlip(writer, {
    slipId,
    kind,
    documentYear,
    documentNumber: nextSlipNumber(writer, kind, documentYear),
    code: `code ${slips}`,
    movedOn,
    ...ends,
    counterpart: null,
    reason: null,
    isCount: false,
    corrects: null,
    paper: '{}',
    recordedAt: RECORDED_AT,
    personId: PERSON_ID,
  })
  const item = { itemId: NOODLES.itemId, thousandths: thousandthsOf(quantity), unitPriceDong: null }
  addMovement(writer, { movedOn, ...ends, ...item, slipId, lineNumber: 1, handoverId: null, repairStepId: null })
}

test('every ledger has the place of all households and the one of what counting found', () => {
  using opened = openTestLedger()
  const places = listStockPlaces(opened.ledger.reader)
  expect(places.map(({ placeId }) => placeId).sort()).toEqual([HOUSEHOLDS_PLACE_ID, ADJUSTMENT_PLACE_ID].sort())
})

test('a place and an item are known by their names, an item by its unit, too', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  ledger.transact(furnish)
  expect(isPlaceNameTaken(ledger.reader, 'store', 'Kho cơ quan')).toBe(true)
  expect(isPlaceNameTaken(ledger.reader, 'supplier', 'Kho cơ quan')).toBe(false)
  expect(isItemTaken(ledger.reader, 'Gạo tẻ', 'kg')).toBe(true)
  expect(isItemTaken(ledger.reader, 'Gạo tẻ', 'bao')).toBe(false)
})

test('what lies anywhere on a day is what came less what left, whatever the order it was booked in', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  const { reader } = ledger
  ledger.transact(furnish)
  ledger.transact((writer) => {
    move(writer, SUPPLIER, STORE, '2026-12-05', 40)
    move(writer, STORE, POINT, '2026-12-07', 12.5)
    move(writer, SUPPLIER, STORE, '2026-12-01', 10)
    move(writer, POINT, STORE, '2026-12-08', 2.5)
  })
  const at = (placeId: string, on: string) => onHandOf(reader, placeId, NOODLES.itemId, day(on))
  expect(['2026-11-30', '2026-12-01', '2026-12-06', '2026-12-07', '2026-12-08'].map((on) => at('store', on))).toEqual([
    0, 10, 50, 37.5, 40,
  ])
  expect(at('point', '2026-12-31')).toBe(10)
  expect(at('supplier', '2026-12-31')).toBe(-50)
  expect(stockOnHand(reader, day('2026-12-07')).map(({ placeId, quantity }) => [placeId, quantity])).toEqual([
    ['store', 37.5],
    ['point', 12.5],
  ])
})

test('what may be taken on a day is what no later day misses; lines of one item count together', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  ledger.transact(furnish)
  ledger.transact((writer) => {
    move(writer, SUPPLIER, STORE, '2026-12-01', 10)
    move(writer, STORE, POINT, '2026-12-05', 7)
    move(writer, SUPPLIER, STORE, '2026-12-06', 20)
  })
  const available = (on: string) => availableFrom(ledger.reader, 'store', NOODLES.itemId, day(on))
  expect(['2026-11-30', '2026-12-02', '2026-12-06'].map(available)).toEqual([0, 3, 23])
  const take = (...quantities: number[]) =>
    refuseTaking(
      ledger.reader,
      STORE,
      day('2026-12-02'),
      quantities.map((quantity) => ({ itemId: NOODLES.itemId, quantity })),
    )
  expect(take(1.5, 1.5)).toBeNull()
  expect(take(1.5, 1.501)).toMatchObject({
    code: 'stock.short',
    parameters: { placeName: 'Kho cơ quan', items: [{ itemName: 'Mì ăn liền', available: 3, wanted: 3.001 }] },
  })
})

test.each([
  ['on its own day', '2026-12-01', 10.001],
  ['on a later day, though there is enough on its own', '2026-12-02', 3.001],
  ['before anything came', '2026-11-30', 0.001],
])('the ledger itself takes nothing that would be missing %s', (_, on, quantity) => {
  using opened = openTestLedger()
  const { ledger } = opened
  ledger.transact(furnish)
  ledger.transact((writer) => {
    move(writer, SUPPLIER, STORE, '2026-12-01', 10)
    move(writer, STORE, POINT, '2026-12-05', 7)
    move(writer, SUPPLIER, STORE, '2026-12-06', 20)
  })
  const before = stockOnHand(ledger.reader, day('2026-12-31'))
  expect(() => ledger.transact((writer) => move(writer, STORE, SUPPLIER, on, quantity))).toThrow('less than nothing')
  expect(stockOnHand(ledger.reader, day('2026-12-31'))).toEqual(before)
})

test('slips of a kind and a year are numbered without gaps, and nothing of them is changed', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  ledger.transact(furnish)
  ledger.transact((writer) => {
    move(writer, SUPPLIER, STORE, '2026-12-31', 10)
    move(writer, SUPPLIER, STORE, '2027-01-02', 10)
    move(writer, STORE, POINT, '2026-12-31', 1)
    move(writer, SUPPLIER, STORE, '2026-12-30', 10)
  })
  const numbered = ledger.reader.statement(
    `SELECT document_year || ' ' || kind || ' ' || document_number FROM stock_slips ORDER BY rowid`,
  )
  expect(numbered.pluck().all()).toEqual(['2026 stockIn 1', '2027 stockIn 1', '2026 stockOut 1', '2026 stockIn 2'])
  const refused = (sql: string, words: string) =>
    expect(() => ledger.transact((writer) => writer.statement(sql).run())).toThrow(words)
  refused('UPDATE stock_slips SET document_number = 9', 'issued')
  refused('DELETE FROM stock_slips', 'issued')
  refused('UPDATE stock_movements SET thousandths = 1', 'issued')
  refused('DELETE FROM stock_movements', 'issued')
})
