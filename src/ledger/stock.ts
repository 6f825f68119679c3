/** The store: items, places, numbered slips, and what lies where on a day. */

import type { Day } from '../domain/day.ts'
import type { DocumentKind } from '../domain/numbering.ts'
import { quantityOf, type StockPlace, type StockPlaceKind, type StockSlipKind } from '../domain/stock.ts'
import { addRow, all, first, type Reader, type Writer } from './connection.ts'
import { stockItems, stockPlaces, stockSlips } from './schema/stock.ts'

export interface StockPlaceRecord extends StockPlace {
  addressText: string | null
}

export interface StockItemRecord {
  itemId: string
  name: string
  unitOfMeasure: string
}

/** In the order of kinds, then of names. */
export function listStockPlaces(reader: Reader): StockPlaceRecord[] {
  const sql = `SELECT place_id AS placeId, kind, name, address_text AS addressText FROM stock_places`
  return all<StockPlaceRecord>(reader, sql).sort(
    (one, other) => one.kind.localeCompare(other.kind) || one.name.localeCompare(other.name, 'vi'),
  )
}

export function listStockItems(reader: Reader): StockItemRecord[] {
  const sql = 'SELECT item_id AS itemId, name, unit_of_measure AS unitOfMeasure FROM stock_items'
  return all<StockItemRecord>(reader, sql).sort((one, other) => one.name.localeCompare(other.name, 'vi'))
}

export function findStockItem(reader: Reader, itemId: string): StockItemRecord | null {
  const sql = 'SELECT item_id AS itemId, name, unit_of_measure AS unitOfMeasure FROM stock_items WHERE item_id = ?'
  return first<StockItemRecord>(reader, sql, itemId) ?? null
}

export function isPlaceNameTaken(reader: Reader, kind: StockPlaceKind, name: string): boolean {
  return first(reader, 'SELECT 1 FROM stock_places WHERE kind = ? AND name = ?', kind, name) !== undefined
}

/** A crew is a place by its name; null where it has drawn nothing yet. */
export function findCrewPlace(reader: Reader, name: string): StockPlace | null {
  const sql = "SELECT place_id AS placeId, kind, name FROM stock_places WHERE kind = 'crew' AND name = ?"
  return first<StockPlace>(reader, sql, name) ?? null
}

export function isItemTaken(reader: Reader, name: string, unitOfMeasure: string): boolean {
  return (
    first(reader, 'SELECT 1 FROM stock_items WHERE name = ? AND unit_of_measure = ?', name, unitOfMeasure) !== undefined
  )
}

export function addStockPlace(writer: Writer, place: StockPlaceRecord): void {
  addRow(writer, stockPlaces, place)
}

export function addStockItem(writer: Writer, item: StockItemRecord): void {
  addRow(writer, stockItems, item)
}

/** What lies at each counted place at the end of a day, in units; items that never were there are left out. */
export function stockOnHand(reader: Reader, on: Day): (StockItemRecord & { placeId: string; quantity: number })[] {
  const sql = `SELECT place_id AS placeId, item_id AS itemId, i.name, unit_of_measure AS unitOfMeasure,
    sum(thousandths) AS thousandths FROM stock_days JOIN stock_items i USING (item_id)
    JOIN stock_places p USING (place_id) WHERE p.kind IN ('store', 'distributionPoint', 'crew') AND day <= ?
    GROUP BY place_id, item_id ORDER BY p.kind DESC, p.name, i.name`
  return all<StockItemRecord & { placeId: string; thousandths: number }>(reader, sql, on).map(
    ({ thousandths, ...rest }) => ({ ...rest, quantity: quantityOf(thousandths) }),
  )
}

/** What lies of an item at a place at the end of a day, in units. */
export function onHandOf(reader: Reader, placeId: string, itemId: string, on: Day): number {
  const sql = 'SELECT sum(thousandths) AS sum FROM stock_days WHERE place_id = ? AND item_id = ? AND day <= ?'
  return quantityOf(first<{ sum: number | null }>(reader, sql, placeId, itemId, on)?.sum ?? 0)
}

/**
 * Stores that hold or moved something in a period and were not counted in it. A count that agrees books no slip, but
 * its command stands in the journal.
 */
export function storesNotCounted(reader: Reader, from: Day, to: Day): number {
  const sql = `SELECT count(*) AS count FROM stock_places p WHERE kind = 'store'
    AND EXISTS (SELECT 1 FROM stock_days d WHERE d.place_id = p.place_id AND day <= :to
      GROUP BY item_id HAVING sum(thousandths) <> 0 OR max(day) >= :from)
    AND NOT EXISTS (SELECT 1 FROM stock_slips s WHERE is_count = 1 AND moved_on BETWEEN :from AND :to
      AND p.place_id IN (s.from_place_id, s.to_place_id))
    AND NOT EXISTS (SELECT 1 FROM journal j WHERE command = 'stock.count' AND j.subject = p.place_id
      AND j.content ->> '$.input.countedOn' BETWEEN :from AND :to)`
  return first<{ count: number }>(reader, sql, { from, to })?.count ?? 0
}

export type StockSlipRecord = typeof stockSlips.$inferInsert & { kind: StockSlipKind }

/** The number the next slip of a kind and a year gets; only inside the transaction that issues it. */
export function nextSlipNumber(writer: Writer, kind: StockSlipKind, year: number): number {
  const sql =
    'SELECT coalesce(max(document_number), 0) + 1 AS next FROM stock_slips WHERE kind = ? AND document_year = ?'
  return first<{ next: number }>(writer, sql, kind, year)?.next ?? 1
}

export function addStockSlip(writer: Writer, slip: StockSlipRecord): void {
  addRow(writer, stockSlips, slip)
}

export interface SlipLine {
  slipId: string
  kind: StockSlipKind
  documentYear: number
  documentNumber: number
  movedOn: Day
  fromPlaceId: string
  toPlaceId: string
  fromName: string
  toName: string
  counterpart: string | null
  reason: string | null
  isCount: 0 | 1
  recordedBy: string
  recordedAt: string
  paper: string
  correctsKind: StockSlipKind | null
  correctsYear: number | null
  correctsNumber: number | null
  correctedKind: StockSlipKind | null
  correctedYear: number | null
  correctedNumber: number | null
}

const SLIPS = `SELECT s.slip_id AS slipId, s.kind, s.document_year AS documentYear, s.document_number AS documentNumber,
  s.moved_on AS movedOn, s.from_place_id AS fromPlaceId, s.to_place_id AS toPlaceId, origin.name AS fromName,
  target.name AS toName, s.counterpart, s.reason, s.is_count AS isCount, person.full_name AS recordedBy,
  s.recorded_at AS recordedAt, s.paper,
  earlier.kind AS correctsKind, earlier.document_year AS correctsYear, earlier.document_number AS correctsNumber,
  later.kind AS correctedKind, later.document_year AS correctedYear, later.document_number AS correctedNumber
  FROM stock_slips s JOIN stock_places origin ON origin.place_id = s.from_place_id
  JOIN stock_places target ON target.place_id = s.to_place_id JOIN people person USING (person_id)
  LEFT JOIN stock_slips earlier ON earlier.slip_id = s.corrects
  LEFT JOIN stock_slips later ON later.corrects = s.slip_id`

export function findStockSlip(reader: Reader, slipId: string): SlipLine | null {
  return first<SlipLine>(reader, `${SLIPS} WHERE s.slip_id = ?`, slipId) ?? null
}

/** Newest first. */
export function listStockSlips(reader: Reader, limit: number): SlipLine[] {
  return all<SlipLine>(reader, `${SLIPS} ORDER BY s.recorded_at DESC, s.slip_id DESC LIMIT ?`, limit)
}

export function countStockSlips(reader: Reader): number {
  return first<{ count: number }>(reader, 'SELECT count(*) AS count FROM stock_slips')?.count ?? 0
}

export interface SlipItem extends StockItemRecord {
  quantity: number
  unitPriceDong: number | null
}

export function itemsOfSlip(reader: Reader, slipId: string): SlipItem[] {
  const sql = `SELECT item_id AS itemId, i.name, unit_of_measure AS unitOfMeasure, thousandths,
    unit_price_dong AS unitPriceDong FROM stock_movements JOIN stock_items i USING (item_id)
    WHERE slip_id = ? ORDER BY line_number`
  return all<StockItemRecord & { thousandths: number; unitPriceDong: number | null }>(reader, sql, slipId).map(
    ({ thousandths, ...rest }) => ({ ...rest, quantity: quantityOf(thousandths) }),
  )
}

export interface CardMovement {
  movedOn: Day
  /** Of the paper it is known by: a slip, a receipt, the survey form of the repair that used it. */
  kind: DocumentKind
  documentYear: number | null
  documentNumber: number | null
  fromPlaceId: string
  fromName: string
  toName: string
  headOfHousehold: string | null
  thousandths: number
}

/** The movements of an item to and from a place between two days, what came in first on each. */
export function cardMovements(
  reader: Reader,
  wanted: { placeId: string; itemId: string; from: Day; to: Day },
): CardMovement[] {
  const sql = `SELECT m.moved_on AS movedOn,
    coalesce(s.kind, iif(m.handover_id IS NULL, 'surveyForm', 'handoverReceipt')) AS kind,
    coalesce(s.document_year, r.document_year, repair.document_year) AS documentYear,
    coalesce(s.document_number, r.document_number, repair.document_number) AS documentNumber,
    m.from_place_id AS fromPlaceId, origin.name AS fromName, target.name AS toName,
    household.head_of_household AS headOfHousehold, m.thousandths
    FROM stock_movements m JOIN stock_places origin ON origin.place_id = m.from_place_id
    JOIN stock_places target ON target.place_id = m.to_place_id LEFT JOIN stock_slips s ON s.slip_id = m.slip_id
    LEFT JOIN handovers h ON h.handover_id = m.handover_id LEFT JOIN receipts r ON r.receipt_id = h.receipt_id
    LEFT JOIN repair_steps step ON step.step_id = m.repair_step_id LEFT JOIN repairs repair USING (repair_id)
    LEFT JOIN households household ON household.household_id = coalesce(h.household_id, repair.household_id)
    WHERE m.item_id = :itemId AND (m.from_place_id = :placeId OR m.to_place_id = :placeId)
      AND m.moved_on BETWEEN :from AND :to ORDER BY m.moved_on, m.from_place_id = :placeId, m.movement_id`
  return all<CardMovement>(reader, sql, wanted)
}
