/**
 * The rows of a list, as many as there are: only those on screen are drawn. Arrows go from cell to cell, F2 or typing
 * mends one, Space takes or leaves a row, Delete empties a cell, Enter leads to what a row asks.
 */

// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot leave out the rows that are not on screen.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active cell.

import { type CSSProperties, type KeyboardEvent, useEffect, useId } from 'react'
import type { ListField } from '../../../../domain/household-list.ts'
import { useText } from '../../../text/language.ts'
import type { Work } from '../wizard.ts'
import classes from './Check.module.css'
import { CheckRow } from './CheckRow.tsx'
import { type CheckGridState, ROW_HEIGHT } from './use-check-grid.ts'

const WIDTHS: Record<ListField, number> = {
  headOfHousehold: 152,
  citizenId: 120,
  birthYear: 88,
  hamlet: 100,
  communeName: 112,
  category: 116,
  customerCode: 128,
  meterNumber: 110,
  phone: 104,
  memberCount: 56,
  oldIdNumber: 96,
  addressText: 190,
  categoryDecision: 130,
  note: 150,
}

/** Take, row and effect stand before the fields. */
const BEFORE_FIELDS = '30px 72px 94px'

interface CheckGridProps {
  grid: CheckGridState
  work: Work
  /** Enter on a row that asks something. */
  onAsk: () => void
}

export function CheckGrid({ grid, work, onAsk }: CheckGridProps) {
  const { imports, trade } = useText()
  const { check: text } = imports
  const gridId = useId()
  const { scroller, virtualizer, fields, count, active, fieldAt, rowAt } = grid
  const drawn = virtualizer.getVirtualItems()
  const widths = fields.map((field) => WIDTHS[field])
  const look: CSSProperties = {
    gridTemplateColumns: `${BEFORE_FIELDS} ${widths.map((width) => `minmax(${width}px, ${width}fr)`).join(' ')}`,
    minWidth: 196 + widths.reduce((sum, width) => sum + width, 0),
  }
  const isDrawn = drawn.some(({ index }) => index === active)
  const activeId = `${gridId}-${active}-${fieldAt}`
  useEffect(() => {
    if (isDrawn) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [activeId, isDrawn])
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      role="grid"
      tabIndex={0}
      aria-label={text.grid}
      aria-rowcount={(count ?? 0) + 1}
      aria-activedescendant={isDrawn ? activeId : undefined}
      data-keeps-enter
      onKeyDown={(event) => event.target === event.currentTarget && onGridKey(event, grid, onAsk)}
    >
      <div role="row" aria-rowindex={1} className={`${classes.row} ${classes.header}`} style={look}>
        <span role="columnheader" className={classes.takeCell} aria-label={text.taken} />
        <span role="columnheader" className={classes.numberCell}>
          {text.row}
        </span>
        <span role="columnheader" className={classes.effectCell}>
          {text.effect}
        </span>
        {fields.map((field, at) => (
          <span
            key={field}
            role="columnheader"
            className={at === 0 ? classes.nameCell : classes.cell}
            title={trade.householdFields[field]}
          >
            {text.fields[field]}
          </span>
        ))}
      </div>
      <div role="rowgroup" className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
        {drawn.map(({ index, start }) => (
          <CheckRow
            key={index}
            id={`${gridId}-${index}`}
            index={index}
            look={{ ...look, transform: `translateY(${start}px)` }}
            row={rowAt(index)}
            grid={grid}
            acceptance={work.acceptance}
          />
        ))}
      </div>
    </div>
  )
}

/** Whether a key types something; a key of Vietnamese typing does not say what. */
function isTyping({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  const isText = key.length === 1 || key === 'Process' || key === 'Unidentified'
  return isText && key !== ' ' && !ctrlKey && !altKey && !metaKey
}

function onGridKey(event: KeyboardEvent, grid: CheckGridState, onAsk: () => void): void {
  const { active, activeRow, fieldAt, edit, toggle, clear, moveTo } = grid
  const to = cellByKey(event, grid)
  if (to) {
    event.preventDefault()
    moveTo(to.index, to.fieldAt)
    return
  }
  // What is typed goes into the field that opens: its key is left to it.
  if (isTyping(event)) edit(true)
  if (isTyping(event) || event.ctrlKey || event.altKey || event.shiftKey) return
  const act = {
    F2: () => edit(false),
    Enter: () => (activeRow && activeRow.resembles.length > 0 ? onAsk() : edit(false)),
    ' ': () => {
      toggle()
      moveTo(active + 1, fieldAt)
    },
    Delete: clear,
  }[event.key]
  if (!act) return
  event.preventDefault()
  act()
}

/** The cell a key leads to; null for keys that lead nowhere. */
function cellByKey(event: KeyboardEvent, grid: CheckGridState): { index: number; fieldAt: number } | null {
  const { active, fieldAt, fields, count, scroller } = grid
  if (event.altKey || event.shiftKey || event.metaKey) return null
  const screenful = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2)
  const last = Math.max(0, (count ?? 1) - 1)
  const byControl: Record<string, { index: number; fieldAt: number }> = {
    Home: { index: 0, fieldAt },
    End: { index: last, fieldAt },
    ArrowUp: { index: 0, fieldAt },
    ArrowDown: { index: last, fieldAt },
  }
  const plainly: Record<string, { index: number; fieldAt: number }> = {
    ArrowDown: { index: active + 1, fieldAt },
    ArrowUp: { index: active - 1, fieldAt },
    ArrowRight: { index: active, fieldAt: fieldAt + 1 },
    ArrowLeft: { index: active, fieldAt: fieldAt - 1 },
    PageDown: { index: active + screenful, fieldAt },
    PageUp: { index: active - screenful, fieldAt },
    Home: { index: active, fieldAt: 0 },
    End: { index: active, fieldAt: fields.length - 1 },
  }
  return (event.ctrlKey ? byControl : plainly)[event.key] ?? null
}
