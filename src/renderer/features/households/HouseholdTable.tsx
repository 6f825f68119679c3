/**
 * A list of any length: only the rows on screen are drawn, and only their pages are asked for, by key.
 * One row is the clerk's: arrows, PageUp, PageDown, Home and End move it, Enter opens it.
 */

// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot leave out the rows that are not on screen.

import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Output } from '../../../contract/contract.ts'
import type { HouseholdFilter } from '../../../contract/households.ts'
import { EmptyNote } from '../../components/EmptyNote.tsx'
import { showCount } from '../../components/formats.ts'
import { useText } from '../../text/language.ts'
import { HouseholdHeader, HouseholdRow, householdRowId } from './HouseholdRow.tsx'
import classes from './HouseholdTable.module.css'
import { useHouseholdPages } from './household-pages.ts'

const ROW_HEIGHT = 30

interface HouseholdTableProps {
  filter: HouseholdFilter
  outline: Output<'households.outline'>
  /** The household whose details cover the list. */
  openId: string | null
  onOpen: (householdId: string) => void
}

export function HouseholdTable({ filter, outline, openId, onOpen }: HouseholdTableProps) {
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
  const householdAt = useHouseholdPages(filter, outline, shown)
  const open = (index: number): void => {
    setActive(index)
    const household = householdAt(index)
    if (household) onOpen(household.householdId)
  }
  function onKeyDown(event: KeyboardEvent): void {
    const to = rowByKey(event.key, active, count, scroller.current?.clientHeight ?? 0)
    if (event.key === 'Enter') open(active)
    if (to === null) return
    event.preventDefault()
    setActive(to)
    virtualizer.scrollToIndex(to)
  }
  // Back from the details, the list has the keys again.
  useEffect(() => {
    if (openId === null && document.activeElement === document.body) scroller.current?.focus()
  }, [openId])

  if (count === 0) return <Nothing filter={filter} />
  return (
    <>
      <div
        ref={scroller}
        className={classes.scroller}
        role="grid"
        tabIndex={0}
        aria-label={text.title}
        aria-rowcount={count + 1}
        aria-activedescendant={householdRowId(active)}
        onKeyDown={onKeyDown}
      >
        <HouseholdHeader />
        <div role="rowgroup" className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
          {rows.map(({ index, start }) => (
            <HouseholdRow
              key={index}
              index={index}
              top={start}
              household={householdAt(index)}
              isActive={index === active}
              onOpen={() => open(index)}
            />
          ))}
        </div>
      </div>
      <div className={classes.foot}>{text.count(showCount(count))}</div>
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
  const isFiltered = filter.text !== '' || filter.category !== null || filter.missing !== null
  return isFiltered ? (
    <EmptyNote title={text.nothingFound} next={text.nothingFoundNext} />
  ) : (
    <EmptyNote title={text.empty} next={text.emptyNext} />
  )
}
