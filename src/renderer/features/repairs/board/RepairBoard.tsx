/**
 * The board: a column for each state, a card for each repair. The board has the focus and names its active card; arrows
 * move it, Enter opens it. A column without cards is folded to its head.
 */

// biome-ignore-all lint/a11y/useSemanticElements: no element of HTML is a list of choices in columns.

import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import type { Repair } from '../../../../contract/repairs.ts'
import type { RepairState } from '../../../../domain/repair.ts'
import { showCount } from '../../../components/formats.ts'
import { useText } from '../../../text/language.ts'
import type { RepairsShown } from '../RepairList.tsx'
import classes from './Board.module.css'
import { type BoardColumn, boardColumns, cardByKey } from './board-keys.ts'
import { RepairCard } from './RepairCard.tsx'

interface RepairBoardProps extends RepairsShown {
  counts: Record<RepairState, number>
}

export function RepairBoard({ counts, ...shown }: RepairBoardProps) {
  const { repairs, activeId, takesFocus, onMove, onOpen, onPick } = shown
  const text = useText().repairs
  const boardId = useId()
  const board = useRef<HTMLDivElement>(null)
  const columns = boardColumns(repairs, counts)
  const cards = columns.flatMap((column) => column.cards)
  const active = cards.find(({ repairId }) => repairId === activeId) ?? cards[0]
  const idOf = ({ repairId }: Repair) => `${boardId}-${repairId}`

  useEffect(() => {
    if (takesFocus && document.activeElement === document.body) board.current?.focus()
  }, [takesFocus])
  useEffect(() => {
    const card = active && document.getElementById(`${boardId}-${active.repairId}`)
    card?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [active, boardId])

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey) return
    const to = cardByKey(event.key, active?.repairId, columns)
    if (to) onMove(to)
    else if (event.key === 'Enter' && active) onOpen(active)
    else if (event.key === ' ' && active) onPick(active)
    else return
    event.preventDefault()
  }
  return (
    <div
      ref={board}
      className={classes.board}
      role="listbox"
      tabIndex={0}
      aria-label={text.title}
      aria-multiselectable
      aria-activedescendant={active && idOf(active)}
      onKeyDown={onKeyDown}
    >
      {columns.map((column) => (
        <Column key={column.state} {...{ column, shown, idOf }} activeId={active?.repairId} />
      ))}
    </div>
  )
}

interface ColumnProps {
  column: BoardColumn
  shown: RepairsShown
  activeId: string | undefined
  idOf: (repair: Repair) => string
}

function Column({ column: { state, cards, count }, shown, activeId, idOf }: ColumnProps) {
  const { repairs: text, trade } = useText()
  const { today, picked, onMove, onOpen, onPick } = shown
  const name = trade.repairStates[state]
  return (
    <div role="group" aria-label={name} className={classes.column} data-empty={cards.length === 0 || undefined}>
      <div className={classes.head} data-state={state} aria-hidden>
        <span className={classes.name}>{name}</span>
        <span className={classes.count}>{showCount(count)}</span>
      </div>
      <div className={classes.cards}>
        {cards.map((repair) => (
          <RepairCard
            key={repair.repairId}
            id={idOf(repair)}
            repair={repair}
            today={today}
            isActive={repair.repairId === activeId}
            isPicked={picked.has(repair.repairId)}
            onOpen={() => {
              onMove(repair)
              onOpen(repair)
            }}
            onPick={() => onPick(repair)}
          />
        ))}
        {count > cards.length && <p className={classes.more}>{text.moreInList(showCount(count - cards.length))}</p>}
      </div>
    </div>
  )
}
