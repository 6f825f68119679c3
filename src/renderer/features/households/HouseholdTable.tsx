/**
 * A list of any length: only the rows on screen are drawn, and only their pages are asked for, by key. One row is the
 * clerk's: arrows, PageUp, PageDown, Home and End move it, Enter opens it, Space picks it, Shift picks all on the way.
 */

// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot leave out the rows that are not on screen.

import { type CSSProperties, useMemo, useRef } from 'react'
import { ALL_HOUSEHOLDS, type HouseholdFilter } from '../../../contract/households.ts'
import { EmptyNote } from '../../components/EmptyNote.tsx'
import { showCount } from '../../components/formats.ts'
import { useText } from '../../text/language.ts'
import { HouseholdHeader } from './HouseholdHeader.tsx'
import { HouseholdRow, householdRowId } from './HouseholdRow.tsx'
import classes from './HouseholdTable.module.css'
import { isSameButText } from './household-view.ts'
import { shownColumns, templateOf } from './registry-columns.ts'
import { isSelected } from './row-selection.ts'
import { SelectionFoot } from './SelectionFoot.tsx'
import type { ColumnArranging } from './use-column-layout.ts'
import { type HouseholdRowsOptions, useHouseholdRows } from './use-household-rows.ts'

/** The boxes and the numbers before the first column. */
const BEFORE_COLUMNS_PX = 88
const SCROLLBAR_PX = 17

interface HouseholdTableProps extends HouseholdRowsOptions {
  arranging: ColumnArranging
}

export function HouseholdTable(props: HouseholdTableProps) {
  return props.outline.count === 0 ? <Nothing filter={props.filter} /> : <Rows {...props} />
}

function Rows({ arranging, ...options }: HouseholdTableProps) {
  const { households: text } = useText()
  const { filter, outline } = options
  const { count } = outline
  const scroller = useRef<HTMLDivElement>(null)
  const list = useHouseholdRows(scroller, options)
  const { virtualizer, householdAt, active, selecting, pickedCount } = list
  const columns = useMemo(() => shownColumns(arranging.layout), [arranging.layout])
  const { template, leastWidthPx } = useMemo(() => templateOf(arranging.layout), [arranging.layout])
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
        onKeyDown={list.onKeyDown}
      >
        <HouseholdHeader
          arranging={arranging}
          picked={pickedCount === 0 ? 'none' : pickedCount === count ? 'all' : 'some'}
          pickAllLabel={text.selection.selectAll(showCount(count))}
          onPickAll={list.onPickAll}
        />
        <div role="rowgroup" className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
          {list.rows.map(({ index, start }) => {
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
                isPicked={household !== undefined && isSelected(selecting.selection, household.householdId)}
                onClick={list.onClick}
                onPick={list.onPick}
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

function Nothing({ filter }: { filter: HouseholdFilter }) {
  const { households: text } = useText()
  const isFiltered = filter.text !== '' || !isSameButText(filter, ALL_HOUSEHOLDS)
  return isFiltered ? (
    <EmptyNote title={text.nothingFound} next={text.nothingFoundNext} />
  ) : (
    <EmptyNote title={text.empty} next={text.emptyNext} />
  )
}
