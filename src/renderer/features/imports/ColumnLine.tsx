/** One column of a list: its letter, header and first values, what it is read as, how sure that is, and its font. */

// biome-ignore-all lint/a11y/useSemanticElements: lines of a grid layout, with the roles of a table.

import { Select, Text } from '@mantine/core'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { ImportColumn } from '../../../contract/imports.ts'
import { LIST_FIELDS, type ListField } from '../../../domain/household-list.ts'
import { withoutDiacritics } from '../../components/CategorySelect.tsx'
import { STATE_COLORS } from '../../components/state-colors.ts'
import { useText } from '../../text/language.ts'
import { ColumnFont } from './ColumnFont.tsx'
import classes from './Imports.module.css'
import { useImportWork } from './ImportWork.tsx'
import { columnOf, fieldOf } from './list-choices.ts'
import { columnLetters } from './list-names.ts'
import type { Work } from './wizard.ts'

const SURE = 0.85
const FAIRLY_SURE = 0.6
const NOT_READ = 'notRead'

interface ColumnLineProps {
  column: ImportColumn
  work: Work
  isActive: boolean
  onActive: () => void
}

export function ColumnLine({ column, work, isActive, onActive }: ColumnLineProps) {
  const { columns: text } = useText().imports
  const line = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  const { columnNumber, header, samples } = column
  const field = fieldOf(work.preview.columns, work.asked.choices, columnNumber)

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target !== line.current || (event.key !== 'Enter' && event.key !== 'F2')) return
    event.preventDefault()
    // What is typed now looks for another field.
    const input = line.current.querySelector('input')
    input?.focus()
    input?.select()
    setOpen(true)
  }
  function close(): void {
    setOpen(false)
    line.current?.focus()
  }
  return (
    <div
      ref={line}
      role="row"
      tabIndex={isActive ? 0 : -1}
      data-column={columnNumber}
      data-keeps-enter
      className={classes.column}
      data-not-read={field === null || undefined}
      onFocus={onActive}
      onKeyDown={onKeyDown}
    >
      <span role="cell" className={classes.letter}>
        {columnLetters(columnNumber)}
      </span>
      <span role="cell" className={classes.columnHeader} title={header}>
        {header || <em>{text.noHeader}</em>}
      </span>
      <span role="cell" className={classes.samples} title={samples.join('\n')}>
        {samples.filter(Boolean).join(' · ') || <em>{text.noSamples}</em>}
      </span>
      <span role="cell">
        <FieldSelect
          columnNumber={columnNumber}
          work={work}
          field={field}
          isOpen={isOpen}
          onOpen={() => setOpen(true)}
          onClose={close}
        />
      </span>
      <span role="cell">
        <Basis column={column} work={work} />
      </span>
      <ColumnFont column={column} work={work} isActive={isActive} />
    </div>
  )
}

interface FieldSelectProps {
  columnNumber: number
  work: Work
  field: ListField | null
  isOpen: boolean
  onOpen: () => void
  onClose: () => void
}

function FieldSelect({ columnNumber, work, field, isOpen, onOpen, onClose }: FieldSelectProps) {
  const { imports, trade } = useText()
  const { columns: text } = imports
  const { dispatch } = useImportWork()
  const { preview, asked } = work
  const data = [
    { value: NOT_READ, label: text.notRead },
    ...LIST_FIELDS.map((name) => {
      const holder = columnOf(preview.columns, asked.choices, name)
      const label = trade.householdFields[name]
      const isElsewhere = holder !== undefined && holder !== columnNumber && name !== 'category'
      return { value: name, label: isElsewhere ? text.takenBy(label, columnLetters(holder)) : label }
    }),
  ]
  return (
    <Select
      size="xs"
      aria-label={text.readAs(columnLetters(columnNumber))}
      data={data}
      value={field ?? NOT_READ}
      filter={withoutDiacritics}
      searchable
      selectFirstOptionOnChange
      allowDeselect={false}
      tabIndex={-1}
      dropdownOpened={isOpen}
      onDropdownOpen={onOpen}
      onDropdownClose={onClose}
      onClick={(event) => {
        event.currentTarget.select()
        onOpen()
      }}
      autoComplete="off"
      maxDropdownHeight={260}
      onChange={(value) => {
        const chosen = LIST_FIELDS.find((name) => name === value) ?? null
        dispatch({ type: 'chooseField', columnNumber, field: chosen })
      }}
    />
  )
}

/** How sure it is, in words, and why. */
function Basis({ column, work }: { column: ImportColumn; work: Work }) {
  const { columns: text } = useText().imports
  const isSaid = work.asked.choices.columns.some(({ columnNumber }) => columnNumber === column.columnNumber)
  const { basis, confidence, field } = column
  if (isSaid) return <Text size="xs">{text.bases.clerk}</Text>
  if (basis === null) {
    return (
      <Text size="xs" c="gray.7">
        {text.bases.nobody}
      </Text>
    )
  }
  if (field === null) {
    return (
      <Text size="xs" c="gray.7">
        {text.bases.notNeeded}
      </Text>
    )
  }
  const sureness = confidence >= SURE ? 'sure' : confidence >= FAIRLY_SURE ? 'fairlySure' : 'unsure'
  const colors = { sure: STATE_COLORS.good, fairlySure: 'gray.8', unsure: STATE_COLORS.waiting }
  return (
    <Text size="xs">
      <Text span size="xs" fw={600} c={colors[sureness]}>
        {text[sureness]}
      </Text>
      , {text.bases[basis]}
    </Text>
  )
}
