/** How repairs stand on the board, and where an arrow leads from a card. */

import type { Repair } from '../../../../contract/repairs.ts'
import { REPAIR_STATES, type RepairState } from '../../../../domain/repair.ts'

/** More cards than a person looks through; the list shows the rest. */
export const MOST_CARDS = 60

export interface BoardColumn {
  state: RepairState
  /** The first of them, those that wait longest first; of those done and cancelled the latest. */
  cards: Repair[]
  count: number
}

/** `counts` are those of the office, which knows more than are shown. */
export function boardColumns(repairs: readonly Repair[], counts: Record<RepairState, number>): BoardColumn[] {
  return REPAIR_STATES.map((state) => {
    const cards = repairs.filter((repair) => repair.state === state)
    const isOver = state === 'done' || state === 'cancelled'
    cards.sort((one, other) => (isOver ? other.since.localeCompare(one.since) : one.since.localeCompare(other.since)))
    return { state, cards: cards.slice(0, MOST_CARDS), count: counts[state] }
  })
}

/**
 * The card an arrow leads to; the same one where it leads nowhere, null for other keys. Empty columns are passed
 * over.
 */
export function cardByKey(key: string, activeId: string | undefined, columns: readonly BoardColumn[]): Repair | null {
  const filled = columns.filter(({ cards }) => cards.length > 0)
  const at = Math.max(
    0,
    filled.findIndex(({ cards }) => cards.some(({ repairId }) => repairId === activeId)),
  )
  const cards = filled[at]?.cards ?? []
  const row = Math.max(
    0,
    cards.findIndex(({ repairId }) => repairId === activeId),
  )
  const beside = (step: number) => {
    const column = filled[at + step]?.cards
    return column?.[Math.min(row, column.length - 1)]
  }
  const to: Record<string, Repair | undefined> = {
    ArrowDown: cards[row + 1],
    ArrowUp: cards[row - 1],
    ArrowRight: beside(1),
    ArrowLeft: beside(-1),
    Home: cards[0],
    End: cards.at(-1),
  }
  return key in to ? (to[key] ?? cards[row] ?? null) : null
}
