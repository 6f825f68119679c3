/**
 * The columns of the list as a clerk arranged them: which, in what order, how wide. The head of the household is always
 * the first, since it stays in sight when the list is scrolled sideways.
 */

import { REGISTRY_COLUMNS, type RegistryColumn } from '../../../contract/households.ts'

export interface ColumnPlace {
  name: RegistryColumn
  isShown: boolean
  /** Null where nobody dragged it: it takes its share of the room. */
  widthPx: number | null
}
export type ColumnLayout = readonly ColumnPlace[]

export const LEAST_WIDTH_PX = 44
const MOST_WIDTH_PX = 900
/** By one press of a key. */
export const WIDTH_STEP_PX = 16
/** From this width of the window on there is room for two columns more. */
const WIDE_WINDOW_PX = 1200

/** What a column needs at least, and how much of the room that is left it takes. */
const ROOM: Record<RegistryColumn, { leastPx: number; share: number }> = {
  headOfHousehold: { leastPx: 150, share: 2 },
  birthYear: { leastPx: 88, share: 0 },
  citizenId: { leastPx: 112, share: 0 },
  oldIdNumber: { leastPx: 92, share: 0 },
  customerCode: { leastPx: 122, share: 0 },
  meterNumber: { leastPx: 104, share: 0 },
  phone: { leastPx: 96, share: 0 },
  hamlet: { leastPx: 88, share: 1.2 },
  communeName: { leastPx: 88, share: 1.2 },
  addressText: { leastPx: 160, share: 2 },
  categories: { leastPx: 108, share: 1.4 },
  memberCount: { leastPx: 52, share: 0 },
  lastGiftOn: { leastPx: 88, share: 0 },
  lastRepairOn: { leastPx: 88, share: 0 },
  status: { leastPx: 96, share: 0.6 },
  note: { leastPx: 120, share: 1.4 },
}

const SHOWN_FIRST: readonly RegistryColumn[] = [
  'headOfHousehold',
  'birthYear',
  'citizenId',
  'customerCode',
  'hamlet',
  'communeName',
  'categories',
]
const SHOWN_WHERE_WIDE: readonly RegistryColumn[] = ['memberCount', 'phone', 'lastGiftOn']

/** The columns before anybody arranged them, by the width of the window. */
export function firstColumnLayout(windowWidthPx: number): ColumnLayout {
  const shown = windowWidthPx >= WIDE_WINDOW_PX ? [...SHOWN_FIRST, ...SHOWN_WHERE_WIDE] : SHOWN_FIRST
  const hidden = REGISTRY_COLUMNS.filter((name) => !shown.includes(name))
  return [
    ...shown.map((name) => ({ name, isShown: true, widthPx: null })),
    ...hidden.map((name) => ({ name, isShown: false, widthPx: null })),
  ]
}

function readPlace(stored: unknown): ColumnPlace | null {
  if (typeof stored !== 'object' || stored === null) return null
  const { name, isShown, widthPx } = stored as Record<string, unknown>
  const known = REGISTRY_COLUMNS.find((column) => column === name)
  if (!known) return null
  const width = typeof widthPx === 'number' && Number.isFinite(widthPx) ? boundedWidth(widthPx) : null
  return { name: known, isShown: isShown === true || known === 'headOfHousehold', widthPx: width }
}

/** What was stored, however old or spoilt: what is not known is dropped, what is missing stands hidden at the end. */
export function readColumnLayout(stored: string | null, windowWidthPx: number): ColumnLayout {
  let places: ColumnPlace[] = []
  try {
    const parsed: unknown = JSON.parse(stored ?? '')
    if (Array.isArray(parsed)) places = parsed.flatMap((place) => readPlace(place) ?? [])
  } catch {
    places = []
  }
  if (places.length === 0) return firstColumnLayout(windowWidthPx)
  const known = REGISTRY_COLUMNS.flatMap((name) => places.find((place) => place.name === name) ?? [])
  const ordered = places.filter((place) => known.includes(place))
  const missing = REGISTRY_COLUMNS.filter((name) => !ordered.some((place) => place.name === name))
  return headFirst([
    ...ordered,
    ...missing.map((name) => ({ name, isShown: name === 'headOfHousehold', widthPx: null })),
  ])
}

function headFirst(layout: ColumnLayout): ColumnLayout {
  const isHead = ({ name }: ColumnPlace) => name === 'headOfHousehold'
  return [...layout.filter(isHead), ...layout.filter((place) => !isHead(place))]
}

const boundedWidth = (widthPx: number) => Math.round(Math.max(LEAST_WIDTH_PX, Math.min(MOST_WIDTH_PX, widthPx)))

/** The column taken to where another one stands. */
export function placeColumn(layout: ColumnLayout, name: RegistryColumn, target: RegistryColumn): ColumnLayout {
  const to = layout.findIndex((place) => place.name === target)
  const place = layout.find((one) => one.name === name)
  if (!place || to < 0) return layout
  const others = layout.filter((one) => one !== place)
  return headFirst([...others.slice(0, to), place, ...others.slice(to)])
}

/** One place forward (-1) or back (1). */
export function moveColumn(layout: ColumnLayout, name: RegistryColumn, step: -1 | 1): ColumnLayout {
  const target = layout[layout.findIndex((place) => place.name === name) + step]
  return target ? placeColumn(layout, name, target.name) : layout
}

export function showColumn(layout: ColumnLayout, name: RegistryColumn, isShown: boolean): ColumnLayout {
  return layout.map((place) =>
    place.name === name ? { ...place, isShown: isShown || name === 'headOfHousehold' } : place,
  )
}

export function resizeColumn(layout: ColumnLayout, name: RegistryColumn, widthPx: number): ColumnLayout {
  return layout.map((place) => (place.name === name ? { ...place, widthPx: boundedWidth(widthPx) } : place))
}

/** The width a column has at least: as it was dragged, or what it needs. */
export function leastWidthOf({ name, widthPx }: ColumnPlace): number {
  return widthPx ?? ROOM[name].leastPx
}

export function shownColumns(layout: ColumnLayout): RegistryColumn[] {
  return layout.flatMap(({ name, isShown }) => (isShown ? [name] : []))
}

/** The columns as a grid's template has them, and the least width of all of them together. */
export function templateOf(layout: ColumnLayout): { template: string; leastWidthPx: number } {
  const shown = layout.filter(({ isShown }) => isShown)
  const widths = shown.map((place) => {
    const least = leastWidthOf(place)
    const { share } = ROOM[place.name]
    return place.widthPx === null && share > 0 ? `minmax(${least}px, ${share}fr)` : `${least}px`
  })
  return { template: widths.join(' '), leastWidthPx: shown.reduce((sum, place) => sum + leastWidthOf(place), 0) }
}
