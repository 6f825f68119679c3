/**
 * A list of any length: only the rows on screen are drawn, and only their pages are asked for, by key. One row is the
 * clerk's: arrows, PageUp, PageDown, Home and End move it, Enter opens it, Space picks it, Shift picks all on the way.
 */

// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot leave out the rows that are not on screen.

import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { Output } from '../../../contract/contract.ts'
import { ALL_HOUSEHOLDS, type HouseholdFilter } from '../../../contract/households.ts'
import { EmptyNote } from '../../components/EmptyNote.tsx'
import { showCount } from '../../components/formats.ts'
import { useStable } from '../../components/use-stable.ts'
import { useText } from '../../text/language.ts'
import { HouseholdHeader } from './HouseholdHeader.tsx'
import { HouseholdRow, householdRowId } from './HouseholdRow.tsx'
import classes from './HouseholdTable.module.css'
import { useHouseholdPages } from './household-pages.ts'
import { isSameButText } from './household-view.ts'
import { shownColumns, templateOf } from './registry-columns.ts'
import { ALL_SELECTED, isSelected, NOTHING_SELECTED, selectedCount } from './row-selection.ts'
import { SelectionFoot } from './SelectionFoot.tsx'
import type { ColumnArranging } from './use-column-layout.ts'
import { useRowSelection } from './use-row-selection.ts'

const ROW_HEIGHT = 30
/** The boxes and the numbers before the first column. */
const BEFORE_COLUMNS_PX = 88
const SCROLLBAR_PX = 17

interface HouseholdTableProps {
  filter: HouseholdFilter
  outline: Output<'households.outline'>
  arranging: ColumnArranging
  /** The household whose details cover the list. */
  openId: string | null
  onOpen: (householdId: string) => void
}

export function HouseholdTable(props: HouseholdTableProps) {
  return props.outline.count === 0 ? <Nothing filter={props.filter} /> : <Rows {...props} />
}

function Rows({ filter, outline, arranging, openId, onOpen }: HouseholdTableProps) {
  const { households: text } = useText()
  const { count } = outline
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  })
  const rows = virtualizer.getVirtualItems()
  const shown = { first: rows[0]?.index ?? 0, last: rows.at(-1)?.index ?? 0 }
  const { householdAt, idsOfRows } = useHouseholdPages(filter, outline, shown)
  const selecting = useRowSelection(idsOfRows)
  const { selection } = selecting
  const columns = useMemo(() => shownColumns(arranging.layout), [arranging.layout])
  const { template, leastWidthPx } = useMemo(() => templateOf(arranging.layout), [arranging.layout])

  const open = (index: number): void => {
    setActive(index)
    const household = householdAt(index)
    if (household) onOpen(household.householdId)
  }
  const pick = (index: number): void => {
    setActive(index)
    const household = householdAt(index)
    if (household) selecting.toggle(index, household.householdId)
  }
  function moveTo(to: number, isExtending: boolean): void {
    if (isExtending) selecting.extendTo(to, active)
    else selecting.endRange()
    setActive(to)
    virtualizer.scrollToIndex(to)
  }
  function onKeyDown(event: KeyboardEvent): void {
    const to = rowByKey(event.key, active, count, scroller.current?.clientHeight ?? 0)
    if (event.key === 'Enter' && !event.ctrlKey) open(active)
    if (event.key === 'Escape') selecting.select(NOTHING_SELECTED)
    if (event.key === ' ') pick(active)
    if (to !== null) moveTo(to, event.shiftKey)
    if (to !== null || event.key === ' ') event.preventDefault()
  }
  function clickRow(index: number, event: MouseEvent): void {
    if (event.shiftKey) moveTo(index, true)
    else if (event.ctrlKey) pick(index)
    else open(index)
  }
  const pickedCount = selectedCount(selection, count)
  // While the list is scrolled only new rows are drawn: what the others call is one thing for the life of the list.
  const onClick = useStable(clickRow)
  const onPick = useStable(pick)
  const onPickAll = useStable(() => selecting.select(pickedCount === count ? NOTHING_SELECTED : ALL_SELECTED))
  // Back from the details, the list has the keys again.
  useEffect(() => {
    if (openId === null && document.activeElement === document.body) scroller.current?.focus()
  }, [openId])

  const isWide = (virtualizer.scrollRect?.width ?? 0) - SCROLLBAR_PX < leastWidthPx + BEFORE_COLUMNS_PX
  const look = { '--columns': template, '--least-width': `${leastWidthPx + BEFORE_COLUMNS_PX}px` } as CSSProperties
  return (
    <>
      <div
        ref={scroller}
        className={classes.scroller}
        data-wide={isWide || undefined}
        style={look}
        role="grid"
        tabIndex={0}
        aria-label={text.title}
        aria-rowcount={count + 1}
        aria-multiselectable
        aria-activedescendant={householdRowId(active)}
        onKeyDown={onKeyDown}
      >
        <HouseholdHeader
          arranging={arranging}
          picked={pickedCount === 0 ? 'none' : pickedCount === count ? 'all' : 'some'}
          pickAllLabel={text.selection.selectAll(showCount(count))}
          onPickAll={onPickAll}
        />
        <div role="rowgroup" className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
          {rows.map(({ index, start }) => {
            const household = householdAt(index)
            return (
              <HouseholdRow
                key={index}
                index={index}
                top={start}
                household={household}
                columns={columns}
                typed={filter.text}
                isActive={index === active}
                isPicked={household !== undefined && isSelected(selection, household.householdId)}
                onClick={onClick}
                onPick={onPick}
              />
            )
          })}
        </div>
      </div>
      <SelectionFoot
        filter={filter}
        count={count}
        columns={columns}
        selecting={selecting}
        activeId={householdAt(active)?.householdId ?? null}
      />
    </>
  )
}

/** The row a key leads to; null for keys that lead nowhere. */
function rowByKey(key: string, active: number, count: number, height: number): number | null {
  const screenful = Math.max(1, Math.floor(height / ROW_HEIGHT) - 2)
  const to = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + screenful,
    PageUp: active - screenful,
    Home: 0,
    End: count - 1,
  }[key]
  return to === undefined ? null : Math.max(0, Math.min(count - 1, to))
}

function Nothing({ filter }: { filter: HouseholdFilter }) {
  const { households: text } = useText()
  const isFiltered = filter.text !== '' || !isSameButText(filter, ALL_HOUSEHOLDS)
  return isFiltered ? (
    <EmptyNote title={text.nothingFound} next={text.nothingFoundNext} />
  ) : (
    <EmptyNote title={text.empty} next={text.emptyNext} />
  )
}
