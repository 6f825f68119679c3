/**
 * What the rows of the list do: which are on screen, which one is the clerk's, which are picked, and where a key or a
 * click leads.
 */

import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, type RefObject, useEffect, useState } from 'react'
import type { Output } from '../../../contract/contract.ts'
import type { HouseholdFilter } from '../../../contract/households.ts'
import { lineByKey } from '../../components/line-by-key.ts'
import { useStable } from '../../components/use-stable.ts'
import { useHouseholdPages } from './household-pages.ts'
import { ALL_SELECTED, NOTHING_SELECTED, selectedCount } from './row-selection.ts'
import { useRowSelection } from './use-row-selection.ts'

const ROW_HEIGHT = 30

export interface HouseholdRowsOptions {
  filter: HouseholdFilter
  outline: Output<'households.outline'>
  /** The household whose details cover the list. */
  openId: string | null
  onOpen: (householdId: string) => void
}

export function useHouseholdRows(
  scroller: RefObject<HTMLDivElement | null>,
  { filter, outline, openId, onOpen }: HouseholdRowsOptions,
) {
  const { count } = outline
  const [active, setActive] = useState(0)
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    // The header stands above the rows and moves them down by its height.
    scrollPaddingEnd: ROW_HEIGHT,
  })
  const rows = virtualizer.getVirtualItems()
  const shown = { first: rows[0]?.index ?? 0, last: rows.at(-1)?.index ?? 0 }
  const { householdAt, idsOfRows } = useHouseholdPages(filter, outline, shown)
  const selecting = useRowSelection(idsOfRows)
  const pickedCount = selectedCount(selecting.selection, count)

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
    const to = lineByKey(event.key, active, count, {
      height: scroller.current?.clientHeight ?? 0,
      lineHeight: ROW_HEIGHT,
    })
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
  // Back from the details, the list has the keys again.
  useEffect(() => {
    if (openId === null && document.activeElement === document.body) scroller.current?.focus()
  }, [openId, scroller])
  return {
    virtualizer,
    rows,
    householdAt,
    active,
    selecting,
    pickedCount,
    onKeyDown,
    // While the list is scrolled only new rows are drawn: what the others call is one thing for the life of the list.
    onClick: useStable(clickRow),
    onPick: useStable(pick),
    onPickAll: useStable(() => selecting.select(pickedCount === count ? NOTHING_SELECTED : ALL_SELECTED)),
  }
}
