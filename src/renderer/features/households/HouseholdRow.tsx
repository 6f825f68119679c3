/** One line of the list of households, and the header above all of them. */

// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot leave out the rows that are not on screen.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid around it has the focus and names its active row.

import type { ReactNode } from 'react'
import type { HouseholdLine } from '../../../contract/households.ts'
import { showCount } from '../../components/formats.ts'
import { useText } from '../../text/language.ts'
import type { Text } from '../../text/texts.ts'
import classes from './HouseholdTable.module.css'

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

export function HouseholdHeader() {
  const { columns } = useText().households
  return (
    <div role="row" aria-rowindex={1} className={`${classes.row} ${classes.header}`}>
      <span role="columnheader" className={classes.number}>
        {columns.number}
      </span>
      {COLUMNS.map(({ name }) => (
        <span key={name} role="columnheader" className={classes[name]}>
          {columns[name]}
        </span>
      ))}
    </div>
  )
}

export const householdRowId = (index: number) => `household-row-${index}`

interface HouseholdRowProps {
  index: number
  /** Where the row is drawn, in pixels from the list's beginning. */
  top: number
  /** Undefined while its page is on its way. */
  household: HouseholdLine | undefined
  isActive: boolean
  onOpen: (household: HouseholdLine) => void
}

export function HouseholdRow({ index, top, household, isActive, onOpen }: HouseholdRowProps) {
  const text = useText()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it holds the focus and has the keys.
    <div
      role="row"
      tabIndex={-1}
      id={householdRowId(index)}
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
