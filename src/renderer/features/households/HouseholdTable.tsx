/**
 * A list of any length: only the rows on screen are drawn, and only their pages are asked for, by key.
 * One line has the focus: arrows, PageUp, PageDown, Home and End move it, Enter opens it.
 */

import { useDebouncedValue } from '@mantine/hooks'
import { useQueries } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { Output } from '../../../contract/contract.ts'
import type { HouseholdFilter, HouseholdLine } from '../../../contract/households.ts'
import { EmptyNote } from '../../components/EmptyNote.tsx'
import { showCount } from '../../components/formats.ts'
import { officeQuery } from '../../office-port/asking.ts'
import { useOffice } from '../../office-port/OfficeProvider.tsx'
import { useText } from '../../text/language.ts'
import type { Text } from '../../text/texts.ts'
import classes from './HouseholdTable.module.css'
import { HOUSEHOLDS_PER_PAGE } from './household-view.ts'

const ROW_HEIGHT = 30
/** While a list is being thrown past, its pages are not worth asking for. */
const SETTLE_MILLISECONDS = 60

type ColumnName = Exclude<keyof Text['households']['columns'], 'number'>

const COLUMNS: readonly { name: ColumnName; show: (household: HouseholdLine, text: Text) => ReactNode }[] = [
  { name: 'headOfHousehold', show: ({ headOfHousehold }) => headOfHousehold },
  { name: 'birthYear', show: ({ birthYear }) => birthYear },
  { name: 'citizenId', show: ({ maskedCitizenId }) => maskedCitizenId },
  { name: 'customerCode', show: ({ customerCode }) => customerCode },
  { name: 'hamlet', show: ({ hamlet }) => hamlet },
  { name: 'communeName', show: ({ communeName }) => communeName },
  { name: 'category', show: ({ category }, text) => category && text.trade.categories[category] },
  { name: 'memberCount', show: ({ memberCount }) => memberCount },
  { name: 'phone', show: ({ phone }) => phone },
]

interface HouseholdTableProps {
  filter: HouseholdFilter
  outline: Output<'households.outline'>
  openId: string | null
  onOpen: (householdId: string) => void
}

export function HouseholdTable({ filter, outline, openId, onOpen }: HouseholdTableProps) {
  const text = useText()
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
  const householdAt = usePages(filter, outline, rows[0]?.index ?? 0, rows.at(-1)?.index ?? 0)

  function onKeyDown(event: KeyboardEvent): void {
    const screenful = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2)
    const to = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + screenful,
      PageUp: active - screenful,
      Home: 0,
      End: count - 1,
    }[event.key]
    if (to !== undefined) {
      event.preventDefault()
      const next = Math.max(0, Math.min(count - 1, to))
      setActive(next)
      virtualizer.scrollToIndex(next)
    } else if (event.key === 'Enter') {
      const household = householdAt(active)
      if (household) onOpen(household.householdId)
    }
  }
  // Back from the details, the list has the keys again.
  useEffect(() => {
    if (openId === null && document.activeElement === document.body) scroller.current?.focus()
  }, [openId])

  if (count === 0) {
    const isSearch = filter.text !== '' || filter.category !== null || filter.missing !== null
    return isSearch ? (
      <EmptyNote title={text.households.nothingFound} next={text.households.nothingFoundNext} />
    ) : (
      <EmptyNote title={text.households.empty} next={text.households.emptyNext} />
    )
  }
  return (
    <>
      <div
        ref={scroller}
        className={classes.scroller}
        role="grid"
        tabIndex={0}
        aria-label={text.households.title}
        aria-rowcount={count + 1}
        aria-activedescendant={`household-row-${active}`}
        onKeyDown={onKeyDown}
      >
        <div role="row" aria-rowindex={1} className={`${classes.row} ${classes.header}`}>
          <span role="columnheader" className={classes.number}>
            {text.households.columns.number}
          </span>
          {COLUMNS.map(({ name }) => (
            <span key={name} role="columnheader" className={classes[name]}>
              {text.households.columns[name]}
            </span>
          ))}
        </div>
        <div role="rowgroup" className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
          {rows.map(({ index, start }) => (
            <HouseholdRow
              key={index}
              index={index}
              top={start}
              household={householdAt(index)}
              isActive={index === active}
              onOpen={(household) => {
                setActive(index)
                onOpen(household.householdId)
              }}
            />
          ))}
        </div>
      </div>
      <div className={classes.foot}>{text.households.count(showCount(count))}</div>
    </>
  )
}

/** Asks for the pages between two rows, once the list has settled, and answers the household of a row. */
function usePages(filter: HouseholdFilter, outline: Output<'households.outline'>, first: number, last: number) {
  const { client } = useOffice()
  const [settled] = useDebouncedValue(
    `${Math.floor(first / HOUSEHOLDS_PER_PAGE)}-${Math.floor(last / HOUSEHOLDS_PER_PAGE)}`,
    SETTLE_MILLISECONDS,
  )
  const [from = 0, to = 0] = settled.split('-').map(Number)
  const pages = outline.pageStarts.map((after, page) => ({ after, page })).slice(from, to + 1)
  const answers = useQueries({
    queries: pages.map(({ after }) =>
      officeQuery(client, 'households.page', { filter, after, limit: HOUSEHOLDS_PER_PAGE }),
    ),
  })
  return (index: number): HouseholdLine | undefined =>
    answers[Math.floor(index / HOUSEHOLDS_PER_PAGE) - from]?.data?.households[index % HOUSEHOLDS_PER_PAGE]
}

interface HouseholdRowProps {
  index: number
  top: number
  household: HouseholdLine | undefined
  isActive: boolean
  onOpen: (household: HouseholdLine) => void
}

function HouseholdRow({ index, top, household, isActive, onOpen }: HouseholdRowProps) {
  const text = useText()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it holds the focus and has the keys.
    <div
      role="row"
      tabIndex={-1}
      id={`household-row-${index}`}
      aria-rowindex={index + 2}
      aria-selected={isActive}
      className={classes.row}
      data-active={isActive || undefined}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => household && onOpen(household)}
    >
      <span role="gridcell" className={classes.number}>
        {showCount(index + 1)}
      </span>
      {COLUMNS.map(({ name, show }) => (
        <span key={name} role="gridcell" className={classes[name]}>
          {household ? show(household, text) : ''}
        </span>
      ))}
    </div>
  )
}
