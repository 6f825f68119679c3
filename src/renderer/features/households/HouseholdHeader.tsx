/** The header above the list: names of the columns, each with an edge to drag, and the box that picks all. */

// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot leave out the rows that are not on screen.
// biome-ignore-all lint/a11y/useKeyWithClickEvents: Ctrl+A in the grid does the same.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid around it has the focus; widths have keys in “Cột”.

import { memo, type PointerEvent } from 'react'
import type { RegistryColumn } from '../../../contract/households.ts'
import { useText } from '../../text/language.ts'
import classes from './HouseholdTable.module.css'
import { resizeColumn, shownColumns } from './registry-columns.ts'
import type { ColumnArranging } from './use-column-layout.ts'

interface HouseholdHeaderProps {
  arranging: ColumnArranging
  picked: 'none' | 'some' | 'all'
  onPickAll: () => void
  pickAllLabel: string
}

const PICKED = { none: false, some: 'mixed', all: true } as const

export const HouseholdHeader = memo(function HouseholdHeader(props: HouseholdHeaderProps) {
  const { arranging, picked, onPickAll, pickAllLabel } = props
  const { columns } = useText().households
  return (
    <div role="row" aria-rowindex={1} className={`${classes.row} ${classes.header}`}>
      <span role="columnheader" className={classes.pick}>
        <span
          role="checkbox"
          aria-label={pickAllLabel}
          title={pickAllLabel}
          aria-checked={PICKED[picked]}
          className={classes.box}
          onClick={onPickAll}
        />
      </span>
      <span role="columnheader" className={classes.number}>
        {columns.number}
      </span>
      {shownColumns(arranging.layout).map((name) => (
        <span key={name} role="columnheader" className={classes[name]}>
          {columns[name]}
          <Edge name={name} arranging={arranging} />
        </span>
      ))}
    </div>
  )
})

/** The edge of a column follows the pointer that took it. */
function Edge({ name, arranging }: { name: RegistryColumn; arranging: ColumnArranging }) {
  const { columns, columnChooser } = useText().households
  function take(event: PointerEvent<HTMLSpanElement>): void {
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  function drag(event: PointerEvent<HTMLSpanElement>): void {
    const { currentTarget, pointerId, clientX } = event
    const cell = currentTarget.parentElement
    if (!cell || !currentTarget.hasPointerCapture(pointerId)) return
    arranging.arrange(resizeColumn(arranging.layout, name, clientX - cell.getBoundingClientRect().left))
  }
  const title = columnChooser.resize(columns[name])
  return <span className={classes.edge} title={title} onPointerDown={take} onPointerMove={drag} />
}
