/** One row of the check: whether it is taken in, what it does, and its cells, those at fault told by their colour. */

// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot leave out the rows that are not on screen.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active cell.
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid holds the focus and has the keys.

import type { CSSProperties } from 'react'
import type { ImportRow } from '../../../../contract/imports.ts'
import { showCount } from '../../../components/formats.ts'
import { useText } from '../../../text/language.ts'
import type { Text } from '../../../text/texts.ts'
import { type Acceptance, isAccepted } from '../acceptance.ts'
import { useImportWork } from '../ImportWork.tsx'
import { CellEditor } from './CellEditor.tsx'
import classes from './Check.module.css'
import { cellOf, rowKey } from './row-cells.ts'
import type { CheckGridState } from './use-check-grid.ts'

interface CheckRowProps {
  id: string
  index: number
  look: CSSProperties
  /** Undefined while its page is on its way. */
  row: ImportRow | undefined
  grid: CheckGridState
  acceptance: Acceptance
}

export function CheckRow({ id, index, look, row, grid, acceptance }: CheckRowProps) {
  const everything = useText()
  const { check: text } = everything.imports
  const { dispatch } = useImportWork()
  const { active, fields } = grid
  const isTaken = row ? isAccepted(acceptance, row) : null
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={index === active}
      className={classes.row}
      style={look}
      data-active={index === active || undefined}
      data-declined={(isTaken === false && row?.effect !== 'gone') || undefined}
    >
      <span
        role="gridcell"
        className={classes.takeCell}
        onClick={() => {
          if (row) dispatch({ type: 'toggleRow', row })
          grid.moveTo(index, grid.fieldAt)
        }}
      >
        {isTaken !== null && (
          <span className={classes.box} role="img" aria-label={isTaken ? text.taken : text.notTaken}>
            {isTaken ? '✓' : ''}
          </span>
        )}
      </span>
      <span role="gridcell" className={classes.numberCell}>
        {row?.rowNumber ? showCount(row.rowNumber) : ''}
      </span>
      <span role="gridcell" className={classes.effectCell} data-effect={row?.effect}>
        {row && text.effects[row.effect]}
      </span>
      {fields.map((field, at) => (
        <CheckCell key={field} id={`${id}-${at}`} index={index} at={at} row={row} grid={grid} text={everything} />
      ))}
    </div>
  )
}

interface CheckCellProps {
  id: string
  index: number
  at: number
  row: ImportRow | undefined
  grid: CheckGridState
  text: Text
}

function CheckCell({ id, index, at, row, grid, text }: CheckCellProps) {
  const { active, fieldAt, fields, mended, editing, moveTo, edit, keep, drop } = grid
  const field = fields[at]
  const isActive = index === active && at === fieldAt
  const cell = row && field ? cellOf(row, field, mended, text) : null
  const isEdited = editing !== null && row !== undefined && editing.field === field && isSame(editing.row, row)
  return (
    <span
      id={id}
      role="gridcell"
      className={at === 0 ? classes.nameCell : classes.cell}
      data-active={isActive || undefined}
      data-fault={cell?.fault ?? undefined}
      data-mended={cell?.isMended || undefined}
      aria-invalid={cell?.fault === 'error' || undefined}
      onClick={() => moveTo(index, at)}
      onDoubleClick={() => edit(false)}
    >
      {isEdited && field ? (
        <CellEditor
          label={text.imports.check.edit(text.trade.householdFields[field], String(row.rowNumber))}
          text={editing.text}
          placeholder={cell?.text ?? ''}
          onKeep={keep}
          onDrop={drop}
        />
      ) : (
        cell?.text
      )}
    </span>
  )
}

function isSame(one: ImportRow, other: ImportRow): boolean {
  return rowKey(one) === rowKey(other)
}
