/** A slip while it is being typed: where it may lead, what is missing, and how its lines find their items. */

import type { Input } from '../../../contract/contract.ts'
import type { StockItem, StockPlaceLine } from '../../../contract/stock.ts'
import type { Day } from '../../../domain/day.ts'
import { refuseRoute, type StockPlaceKind } from '../../../domain/stock.ts'
import { begunLines, EMPTY_LINE, type LineValues, lineOf } from '../../components/pasted-lines.ts'
import { itemOfLine, sameWords } from '../../components/stock-items.ts'
import type { SlipRoute } from './stock-view.ts'

export interface SlipValues {
  fromPlaceId: string | null
  toPlaceId: string | null
  movedOn: string
  counterpart: string
  reason: string
  lines: LineValues[]
}

type AddedKind = Input<'stock.addPlace'>['kind']

/** Which places each end of a slip may be, and the kind of one that is not there yet. */
export const ENDS: Record<
  SlipRoute,
  Record<'from' | 'to', { kinds: readonly StockPlaceKind[]; adds: AddedKind | null }>
> = {
  in: { from: { kinds: ['supplier'], adds: 'supplier' }, to: { kinds: ['store'], adds: 'store' } },
  out: {
    from: { kinds: ['store'], adds: null },
    to: { kinds: ['distributionPoint', 'store'], adds: 'distributionPoint' },
  },
  back: {
    from: { kinds: ['distributionPoint', 'store'], adds: null },
    to: { kinds: ['store', 'supplier'], adds: null },
  },
}

/** The places one end may be; of the other end only those that a slip leads to. */
export function placesFor(
  route: SlipRoute,
  end: 'from' | 'to',
  places: readonly StockPlaceLine[],
  fromPlaceId: string | null,
): StockPlaceLine[] {
  const from = places.find(({ placeId }) => placeId === fromPlaceId)
  const leadsTo = (place: StockPlaceLine) => end === 'from' || !from || refuseRoute(from, place) === null
  return places.filter((place) => ENDS[route][end].kinds.includes(place.kind) && leadsTo(place))
}

/** An office mostly has one store: where there is no choice, none is asked. */
export function blankSlip(route: SlipRoute, places: readonly StockPlaceLine[], today: Day): SlipValues {
  const only = (end: 'from' | 'to', fromPlaceId: string | null) => {
    const some = placesFor(route, end, places, fromPlaceId)
    return some.length === 1 ? (some[0]?.placeId ?? null) : null
  }
  const fromPlaceId = only('from', null)
  return {
    fromPlaceId,
    toPlaceId: only('to', fromPlaceId),
    movedOn: today,
    counterpart: '',
    reason: '',
    lines: [{ ...EMPTY_LINE, quantity: '' }],
  }
}

/** Paths of the fields that must be filled and are not, in the order of the form. A price may be unknown. */
export function missingInSlip(values: SlipValues): string[] {
  const ends = (['fromPlaceId', 'toPlaceId'] as const).filter((end) => values[end] === null)
  const day = values.movedOn.trim() === '' ? ['movedOn'] : []
  const cells = begunLines(values.lines).flatMap((at) =>
    (['name', 'unitOfMeasure', 'quantity'] as const)
      .filter((name) => String(values.lines[at]?.[name] ?? '').trim() === '')
      .map((name) => `lines.${at}.${name}`),
  )
  return [...ends, ...day, ...cells]
}

/** Items named by lines that the store does not know yet, each once. */
export function newItems(values: SlipValues, items: readonly StockItem[]): Input<'stock.addItem'>[] {
  const unknown: Input<'stock.addItem'>[] = []
  for (const at of begunLines(values.lines)) {
    const { name = '', unitOfMeasure = '' } = values.lines[at] ?? {}
    const isKnown = [...unknown, ...items].some(
      (item) => sameWords(item.name, name) && sameWords(item.unitOfMeasure, unitOfMeasure),
    )
    if (name.trim() && unitOfMeasure.trim() && !isKnown) {
      unknown.push({ name: name.trim(), unitOfMeasure: unitOfMeasure.trim() })
    }
  }
  return unknown
}

/** A slip as the office takes it; every line must have found its item before. */
export function slipOf(values: SlipValues, items: readonly StockItem[]): Input<'stock.move'> {
  const { fromPlaceId, toPlaceId, movedOn, counterpart, reason, lines } = values
  return {
    fromPlaceId: fromPlaceId ?? '',
    toPlaceId: toPlaceId ?? '',
    movedOn: movedOn as Day,
    counterpart,
    reason,
    lines: begunLines(lines).map((at) => {
      const line = lines[at] ?? EMPTY_LINE
      const { quantity, unitPriceDong } = lineOf(line)
      return {
        itemId: itemOfLine(line, items)?.itemId ?? '',
        quantity,
        unitPriceDong: line.unitPriceDong === '' ? null : unitPriceDong,
      }
    }),
  }
}

/** What the office says of the lines it got, said of the lines of the form. */
export function slipErrors(errors: Record<string, string>, values: SlipValues): Record<string, string> {
  const begun = begunLines(values.lines)
  return Object.fromEntries(
    Object.entries(errors).map(([path, words]) => {
      const place = /^lines\.(\d+)\.(.*)$/.exec(path)
      const field = place?.[2] === 'itemId' ? 'name' : place?.[2]
      return [place ? `lines.${begun[Number(place[1])]}.${field}` : path, words]
    }),
  )
}
