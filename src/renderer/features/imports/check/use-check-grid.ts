/**
 * The grid of the check as a state: which rows are at hand, which cell is the clerk's, and which is being typed into.
 * The place is kept by the row's own number, so that a list that was read again does not move under the clerk's hands.
 */

import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import type { ImportRow } from '../../../../contract/imports.ts'
import type { ListField } from '../../../../domain/household-list.ts'
import { useImportWork } from '../ImportWork.tsx'
import { correctedCells } from '../list-choices.ts'
import type { RowsShown, Work } from '../wizard.ts'
import type { AfterKeeping } from './CellEditor.tsx'
import { editableText, fieldsShown, rowKey } from './row-cells.ts'
import { useRows } from './use-rows.ts'

export const ROW_HEIGHT = 30
/** How far a row may have moved in a reading to be found again. */
const NEARBY = 120

export interface Editing {
  row: ImportRow
  field: ListField
  /** What the field begins with, and what was there. */
  text: string
  before: string
}

export interface CheckGridState {
  scroller: RefObject<HTMLDivElement | null>
  virtualizer: Virtualizer<HTMLDivElement, Element>
  fields: readonly ListField[]
  mended: ReadonlyMap<string, string>
  /** Null until it is known. */
  count: number | null
  rowAt: (index: number) => ImportRow | undefined
  active: number
  activeRow: ImportRow | undefined
  fieldAt: number
  activeField: ListField | undefined
  moveTo: (index: number, fieldAt: number) => void
  focus: () => void
  editing: Editing | null
  /** Begins to type into the active cell: into its text, or in its place. */
  edit: (inItsPlace: boolean) => void
  keep: (text: string, then: AfterKeeping) => void
  drop: () => void
  toggle: () => void
  clear: () => void
}

interface Place {
  index: number
  key: string | null
  /** Null for the first cell at fault. */
  fieldAt: number | null
}

/** Views whose rows are there because of a cell. */
const SHOWS_FAULTS: readonly RowsShown[] = ['faulty', 'blocked']

function firstFault(row: ImportRow | undefined, fields: readonly ListField[]): number {
  const faults = row?.findings.map(({ field }) => fields.indexOf(field)).filter((at) => at >= 0) ?? []
  return faults.length > 0 ? Math.min(...faults) : 0
}

/** Where the clerk's row is now: where it was, nearby, or what has come into its place. */
function placeNow({ index, key }: Place, count: number, rowAt: CheckGridState['rowAt']): number {
  const isHere = (at: number) => {
    const row = rowAt(at)
    return row !== undefined && rowKey(row) === key
  }
  const last = Math.max(0, count - 1)
  if (key === null || isHere(index)) return Math.min(index, last)
  for (let away = 1; away <= NEARBY; away += 1) {
    if (index - away >= 0 && isHere(index - away)) return index - away
    if (isHere(index + away)) return index + away
  }
  return Math.min(index, last)
}

/** The rows at hand, and which of them are drawn; a reading that the office has lost is made again. */
function useDrawnRows({ preview, shown }: Work, scroller: CheckGridState['scroller']) {
  const { dispatch, reading } = useImportWork()
  const [known, setKnown] = useState(0)
  const virtualizer = useVirtualizer({
    count: known,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  })
  const drawn = virtualizer.getVirtualItems()
  const { count, rowAt, isGone } = useRows(preview.readingId, shown, {
    first: drawn[0]?.index ?? 0,
    last: drawn.at(-1)?.index ?? 0,
  })
  useEffect(() => setKnown(count ?? 0), [count])
  const canReadAgain = isGone && !reading.isBehind && reading.failure === null
  useEffect(() => {
    if (canReadAgain) dispatch({ type: 'readAgain' })
  }, [canReadAgain, dispatch])
  return { virtualizer, count, rowAt }
}

/** Which cell is the clerk's. Another group begins at its first row. */
function useCell(work: Work, fields: readonly ListField[], scroller: CheckGridState['scroller']) {
  const { shown } = work
  const rows = useDrawnRows(work, scroller)
  const { virtualizer, count, rowAt } = rows
  const [place, setPlace] = useState<Place>({ index: 0, key: null, fieldAt: null })
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another group is begun anew.
  useEffect(() => {
    setPlace({ index: 0, key: null, fieldAt: null })
    scroller.current?.scrollTo({ top: 0 })
  }, [shown])
  const active = placeNow(place, count ?? 0, rowAt)
  const activeRow = rowAt(active)
  const fieldAt = Math.min(place.fieldAt ?? firstFault(activeRow, fields), fields.length - 1)

  function moveTo(index: number, toField: number): void {
    const to = Math.max(0, Math.min((count ?? 1) - 1, index))
    const row = rowAt(to)
    const field = fields[toField]
    // Where faults are shown, another row's fault is gone to, unless the same column is at fault there, too.
    const seeksFault =
      SHOWS_FAULTS.includes(shown) && to !== active && !row?.findings.some((finding) => finding.field === field)
    const inRange = Math.max(0, Math.min(fields.length - 1, toField))
    setPlace({ index: to, key: row ? rowKey(row) : null, fieldAt: seeksFault ? null : inRange })
    virtualizer.scrollToIndex(to)
  }
  /** The row is the clerk's from here on, wherever the next reading puts it. */
  const holdOn = (row: ImportRow) => setPlace({ index: active, key: rowKey(row), fieldAt })
  return { ...rows, active, activeRow, fieldAt, activeField: fields[fieldAt], moveTo, holdOn }
}

export function useCheckGrid(work: Work): CheckGridState {
  const { dispatch } = useImportWork()
  const { preview, asked } = work
  const scroller = useRef<HTMLDivElement>(null)
  const [editing, setEditing] = useState<Editing | null>(null)
  const fields = useMemo(() => fieldsShown(preview, asked.choices), [preview, asked.choices])
  const mended = useMemo(() => correctedCells(asked.choices), [asked.choices])
  const { holdOn, ...cell } = useCell(work, fields, scroller)
  const { active, activeRow, activeField, fieldAt, moveTo } = cell
  const focus = () => scroller.current?.focus()

  function edit(inItsPlace: boolean): void {
    if (!activeRow || activeRow.rowNumber === null || !activeField) return
    const before = editableText(activeRow, activeField, mended)
    holdOn(activeRow)
    setEditing({ row: activeRow, field: activeField, text: inItsPlace ? '' : before, before })
  }
  function correct({ row: { rowNumber }, field }: Pick<Editing, 'row' | 'field'>, text: string): void {
    if (rowNumber !== null) dispatch({ type: 'correct', corrections: [{ rowNumber, field, text }] })
  }
  function keep(text: string, then: AfterKeeping): void {
    if (!editing) return
    setEditing(null)
    if (text.trim() !== editing.before) correct(editing, text.trim())
    if (then === 'stay') return
    focus()
    moveTo(active + (then === 'down' ? 1 : 0), fieldAt + { down: 0, right: 1, left: -1 }[then])
  }
  return {
    ...cell,
    scroller,
    fields,
    mended,
    focus,
    editing,
    edit,
    keep,
    drop() {
      setEditing(null)
      focus()
    },
    toggle: () => activeRow && dispatch({ type: 'toggleRow', row: activeRow }),
    clear: () => activeRow && activeField && correct({ row: activeRow, field: activeField }, ''),
  }
}
