/** What each column of a list holds: found by its header, its content or memory, and confirmed or changed here. */

// biome-ignore-all lint/a11y/useSemanticElements: lines of a grid layout, with the roles of a table.
// biome-ignore-all lint/a11y/useFocusableInteractive: its lines take the focus, its header does not.

import { Alert, Text } from '@mantine/core'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useText } from '../../text/language.ts'
import { ColumnLine } from './ColumnLine.tsx'
import classes from './Imports.module.css'
import { ReadingState } from './ReadingState.tsx'
import { ListFacts } from './SheetStep.tsx'
import { WizardFoot } from './WizardFoot.tsx'
import { namesAreFound, type Work } from './wizard.ts'

export function ColumnsStep({ work }: { work: Work }) {
  const { columns: text } = useText().imports
  const { preview } = work
  const hasNames = namesAreFound(work)
  return (
    <>
      <ListFacts preview={preview} />
      <ReadingState />
      {!hasNames && (
        <Alert color="red" variant="light" p="xs" role="alert">
          {text.namesMissing}
        </Alert>
      )}
      <ColumnList work={work} />
      <WizardFoot takesFocus={hasNames}>
        <Text size="sm" c="gray.7">
          {preview.isRemembered ? text.remembered : text.hint}
        </Text>
      </WizardFoot>
    </>
  )
}

function ColumnList({ work }: { work: Work }) {
  const { columns: text } = useText().imports
  const { columns } = work.preview
  const list = useRef<HTMLDivElement>(null)
  const firstUnsure = columns.find(({ basis }) => basis === null)?.columnNumber
  const [active, setActive] = useState(firstUnsure ?? columns[0]?.columnNumber ?? 1)

  /** Arrows go from line to line; in an open list they are its own. */
  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined || event.altKey || event.defaultPrevented) return
    event.preventDefault()
    const to = columns[columns.findIndex(({ columnNumber }) => columnNumber === active) + step]
    if (!to) return
    setActive(to.columnNumber)
    list.current?.querySelector<HTMLElement>(`[data-column="${to.columnNumber}"]`)?.focus()
  }
  return (
    <div ref={list} role="table" aria-label={text.list} className={classes.columns} onKeyDown={onKeyDown}>
      <div role="row" className={`${classes.column} ${classes.columnsHead}`}>
        <span role="columnheader">{text.letter}</span>
        <span role="columnheader">{text.header}</span>
        <span role="columnheader">{text.samples}</span>
        <span role="columnheader">{text.field}</span>
        <span role="columnheader">{text.basis}</span>
      </div>
      {columns.map((column) => (
        <ColumnLine
          key={column.columnNumber}
          column={column}
          work={work}
          isActive={column.columnNumber === active}
          onActive={() => setActive(column.columnNumber)}
        />
      ))}
    </div>
  )
}
