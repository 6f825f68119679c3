/** One line of the list of households, drawn again only where it changes. */

// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot leave out the rows that are not on screen.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid around it has the focus and names its active row.
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid around it has the keys, Space and Enter.

import { type MouseEvent, memo, type ReactNode } from 'react'
import type { RegistryColumn, RegistryLine } from '../../../contract/households.ts'
import { formatDay } from '../../../domain/day.ts'
import { Found } from '../../components/Found.tsx'
import { showCount } from '../../components/formats.ts'
import { useText } from '../../text/language.ts'
import type { Text } from '../../text/texts.ts'
import classes from './HouseholdTable.module.css'

export const householdRowId = (index: number) => `household-row-${index}`

/** What a column shows, and what of it the search may have found. */
function shownIn(column: RegistryColumn, household: RegistryLine, typed: string, text: Text): ReactNode {
  const found = (value: string | null) => (value && typed ? <Found text={value} typed={typed} /> : value)
  switch (column) {
    case 'headOfHousehold':
    case 'customerCode':
    case 'meterNumber':
    case 'phone':
    case 'hamlet':
    case 'communeName':
    case 'addressText':
      return found(household[column])
    case 'citizenId':
      return found(household.maskedCitizenId)
    case 'oldIdNumber':
      return found(household.maskedOldIdNumber)
    case 'categories':
      return household.categories.map((category) => text.trade.categories[category]).join(', ')
    case 'lastGiftOn':
    case 'lastRepairOn':
      return household[column] && formatDay(household[column])
    case 'status':
      return text.trade.householdStatuses[household.status]
    case 'birthYear':
    case 'memberCount':
    case 'note':
      return household[column]
  }
}

export interface HouseholdRowProps {
  index: number
  /** Where the row is drawn, in pixels from the list's beginning. */
  top: number
  /** Undefined while its page is on its way. */
  household: RegistryLine | undefined
  columns: readonly RegistryColumn[]
  /** The words the list was searched by. */
  typed: string
  isActive: boolean
  isPicked: boolean
  onClick: (index: number, event: MouseEvent) => void
  onPick: (index: number) => void
}

export const HouseholdRow = memo(function HouseholdRow(props: HouseholdRowProps) {
  const { index, top, household, columns, typed, isActive, isPicked, onClick, onPick } = props
  const text = useText()
  const { trade, households: words } = text
  const isGone = household !== undefined && household.status !== 'active'
  return (
    <div
      role="row"
      tabIndex={-1}
      id={householdRowId(index)}
      aria-rowindex={index + 2}
      aria-selected={isPicked}
      className={classes.row}
      data-active={isActive || undefined}
      data-picked={isPicked || undefined}
      data-gone={isGone || undefined}
      style={{ transform: `translateY(${top}px)` }}
      onClick={(event) => onClick(index, event)}
    >
      <span role="gridcell" className={classes.pick}>
        <span
          role="checkbox"
          aria-label={words.selection.selectRow(household?.headOfHousehold ?? '')}
          aria-checked={isPicked}
          className={classes.box}
          onClick={(event) => {
            event.stopPropagation()
            onPick(index)
          }}
        />
      </span>
      <span role="gridcell" className={classes.number}>
        {showCount(index + 1)}
      </span>
      {columns.map((column) => (
        <span key={column} role="gridcell" className={classes[column]} title={titleOf(column, household)}>
          {household && shownIn(column, household, typed, text)}
          {isGone && column === 'headOfHousehold' && (
            <span className={classes.gone}>{trade.householdStatuses[household.status]}</span>
          )}
        </span>
      ))}
    </div>
  )
})

/** Texts that are often too long for their column. */
function titleOf(column: RegistryColumn, household: RegistryLine | undefined): string | undefined {
  if (column !== 'addressText' && column !== 'note' && column !== 'headOfHousehold') return undefined
  return household?.[column] ?? undefined
}
