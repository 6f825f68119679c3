/** What the screen of repairs shows, as it stands in the address. */

import type { RepairFilter } from '../../../contract/repairs.ts'
import { type Day, isDay } from '../../../domain/day.ts'
import { REPAIR_STATES, type RepairState } from '../../../domain/repair.ts'

/** All repairs; those left unsafe, waiting for money; those whose re-check is due; the communes' lists; the money. */
export const REPAIR_SHELVES = ['all', 'unsafe', 'recheck', 'confirmations', 'costs'] as const
export type RepairShelf = (typeof REPAIR_SHELVES)[number]

export const REPAIR_LOOKS = ['list', 'board'] as const
export type RepairLook = (typeof REPAIR_LOOKS)[number]

export interface RepairsView {
  shelf?: RepairShelf | undefined
  /** Absent: as this computer showed them last. */
  look?: RepairLook | undefined
  /** Of the list: only those in this state. */
  state?: RepairState | undefined
  campaignId?: string | undefined
  communeName?: string | undefined
  hamlet?: string | undefined
  crew?: string | undefined
  dueBy?: Day | undefined
  text?: string | undefined
  /** The repair that is open. */
  repairId?: string | undefined
  /** The communes' list that is open. */
  listId?: string | undefined
  /** Repairs are being opened: for this household, for those picked elsewhere, or for whom is still to be found. */
  open?: string | undefined
  /** Pictures that were dropped on the repair that is open. */
  photos?: string[] | undefined
}

/** `open` for households that were picked on another screen. */
export const OPEN_PICKED = 'picked'
export const OPEN_NEW = 'new'

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

export function readRepairsView(search: Record<string, unknown>): RepairsView {
  const { shelf, look, state, dueBy, photos } = search
  const paths = Array.isArray(photos) ? photos.filter((path) => typeof path === 'string') : []
  return {
    shelf: REPAIR_SHELVES.find((known) => known === shelf),
    look: REPAIR_LOOKS.find((known) => known === look),
    state: REPAIR_STATES.find((known) => known === state),
    campaignId: textOf(search.campaignId),
    communeName: textOf(search.communeName),
    hamlet: textOf(search.hamlet),
    crew: textOf(search.crew),
    dueBy: typeof dueBy === 'string' && isDay(dueBy) ? dueBy : undefined,
    text: textOf(search.text),
    repairId: textOf(search.repairId),
    listId: textOf(search.listId),
    open: textOf(search.open),
    photos: paths.length > 0 ? paths : undefined,
  }
}

/** What the office is asked for. A re-check counts as due from its day on. */
export function filterOf(view: RepairsView, today: Day): RepairFilter {
  const { shelf = 'all', campaignId = null, communeName = null, hamlet = null, crew = null, text = '' } = view
  const common = { campaignId, communeName, hamlet, crew, dueBy: view.dueBy ?? null, sought: text }
  if (shelf === 'unsafe') return { ...common, states: ['unsafe'] }
  if (shelf === 'recheck') return { ...common, states: ['done'], dueBy: view.dueBy ?? today }
  return { ...common, states: view.state ? [view.state] : [] }
}

/** How many filters beside state and words narrow what is shown. */
export function filterCount({ campaignId, communeName, hamlet, crew, dueBy }: RepairsView): number {
  return [campaignId, communeName, hamlet, crew, dueBy].filter(Boolean).length
}
