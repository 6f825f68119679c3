/** The store: what lies where, numbered slips in and out, counts, corrections. */

import { z } from 'zod'
import { STOCK_PLACE_KINDS } from '../domain/stock.ts'
import { command, job, query } from './call.ts'
import { printed } from './papers.ts'
import { amountDong, checkSum, count, day, id, instant, nothing, optionalText, stockQuantity, text } from './schemas.ts'

const place = z.object({
  placeId: id,
  kind: z.enum(STOCK_PLACE_KINDS),
  name: z.string(),
  addressText: z.string().nullable(),
})
export type StockPlaceLine = z.output<typeof place>

const item = z.object({ itemId: id, name: z.string(), unitOfMeasure: z.string() })
export type StockItem = z.output<typeof item>

/** Quantities told may be less than nothing where things are owed: at suppliers and households. */
const toldQuantity = z.number()

const onHand = z.object({
  placeId: id,
  item,
  quantity: toldQuantity,
})

const slipLine = z.object({ itemId: id, quantity: stockQuantity, unitPriceDong: amountDong.nullable() })

/** Each item is counted once: of two figures for it nobody knows which is right. */
function checkCountedOnce(lines: readonly { itemId: string }[], context: z.RefinementCtx): void {
  for (const [index, { itemId }] of lines.entries()) {
    if (lines.findIndex((line) => line.itemId === itemId) === index) continue
    context.addIssue({ code: 'custom', message: 'malformed', path: [index, 'itemId'] })
  }
}

const slip = z.object({
  slipId: id,
  kind: z.enum(['stockIn', 'stockOut']),
  documentNumber: z.string(),
  movedOn: day,
  fromName: z.string(),
  toName: z.string(),
  counterpart: z.string().nullable(),
  reason: z.string().nullable(),
  isCount: z.boolean(),
  lines: z.array(slipLine.extend({ name: z.string(), unitOfMeasure: z.string() })),
  valueDong: amountDong,
  recordedBy: z.string(),
  recordedAt: instant,
  /** Numbers of the slip this one corrects, and of the one that corrects it. */
  corrects: z.string().nullable(),
  correctedBy: z.string().nullable(),
})
export type StockSlip = z.output<typeof slip>

/** One line of an item's ledger card (thẻ kho). */
const movement = z.object({
  movedOn: day,
  documentNumber: z.string().nullable(),
  fromName: z.string(),
  toName: z.string(),
  /** The household of a handover. */
  headOfHousehold: z.string().nullable(),
  in: toldQuantity,
  out: toldQuantity,
  balance: toldQuantity,
})
export type StockMovementLine = z.output<typeof movement>

export const stockCalls = {
  'stock.places': query({
    permission: 'ledger.read',
    input: nothing,
    output: z.object({ places: z.array(place), items: z.array(item) }),
  }),
  'stock.addPlace': command({
    permission: 'stock.move',
    topics: ['stock'],
    input: z.object({
      kind: z.enum(['supplier', 'store', 'distributionPoint']),
      name: text(120),
      addressText: optionalText(200),
    }),
    output: z.object({ placeId: id }),
  }),
  'stock.addItem': command({
    permission: 'stock.move',
    topics: ['stock'],
    input: z.object({ name: text(120), unitOfMeasure: text(30) }),
    output: z.object({ itemId: id }),
  }),
  /** What lies at each store and distribution point at the end of a day. */
  'stock.onHand': query({
    permission: 'ledger.read',
    input: z.object({ on: day }),
    output: z.object({ onHand: z.array(onHand) }),
  }),
  /** The ledger card of an item at a place (thẻ kho), with what lay there before the first day. */
  'stock.card': query({
    permission: 'ledger.read',
    input: z.object({ placeId: id, itemId: id, from: day, to: day }),
    output: z.object({ opening: toldQuantity, movements: z.array(movement), closing: toldQuantity }),
  }),
  /** Newest first. */
  'stock.slips': query({
    permission: 'ledger.read',
    input: z.object({ limit: z.int().min(1).max(2000) }),
    output: z.object({ slips: z.array(slip), count }),
  }),
  'stock.move': command({
    permission: 'stock.move',
    topics: ['stock'],
    input: z.object({
      fromPlaceId: id,
      toPlaceId: id,
      movedOn: day,
      counterpart: optionalText(120),
      reason: optionalText(300),
      lines: z.array(slipLine).min(1, 'required').max(50, 'tooBig').superRefine(checkSum),
    }),
    output: z.object({ slipId: id, documentNumber: z.string() }),
  }),
  /** Books a slip that takes back another one, as a new entry of a later day. */
  'stock.correct': command({
    permission: 'stock.move',
    topics: ['stock'],
    input: z.object({ slipId: id, movedOn: day, reason: text(300) }),
    output: z.object({ slipId: id, documentNumber: z.string() }),
  }),
  /** Kiểm kê: books the differences between what was counted and what should lie there, as slips of their own. */
  'stock.count': command({
    permission: 'stock.move',
    topics: ['stock'],
    input: z.object({
      placeId: id,
      countedOn: day,
      reason: optionalText(300),
      lines: z
        .array(z.object({ itemId: id, counted: z.number().min(0, 'tooSmall').max(1_000_000_000_000, 'tooBig') }))
        .min(1, 'required')
        .max(500, 'tooBig')
        .superRefine(checkCountedOnce),
    }),
    /** None where the count agrees with the books. */
    output: z.object({ slips: z.array(z.object({ slipId: id, documentNumber: z.string() })) }),
  }),
  'papers.stockSlip': job({ permission: 'paper.print', input: z.object({ slipId: id }), output: printed }),
  /** The sheet to count with: what should lie at a place on a day, with room for what does. */
  'papers.countSheet': job({
    permission: 'paper.print',
    input: z.object({ placeId: id, on: day }),
    output: printed,
  }),
}
