/** The first rows of a sheet as Excel shows them; the header is pointed at by arrows or a click. */

// biome-ignore-all lint/a11y/useSemanticElements: rows of cells are no options of a select element.
// biome-ignore-all lint/a11y/useFocusableInteractive: the list has the focus and names its chosen row.

import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import type { ImportPreview } from '../../../contract/imports.ts'
import { useText } from '../../text/language.ts'
import classes from './Imports.module.css'
import { columnLetters } from './list-names.ts'

interface HeaderRowsProps {
  rows: ImportPreview['firstRows']
  headerRowNumber: number
  onChoose: (rowNumber: number) => void
}

export function HeaderRows({ rows, headerRowNumber, onChoose }: HeaderRowsProps) {
  const { sheet: text } = useText().imports
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  const columnCount = Math.max(1, ...rows.map(({ texts }) => texts.length))
  const rowNumbers = [0, ...rows.map(({ rowNumber }) => rowNumber)]
  const idOf = (rowNumber: number) => `${listId}-${rowNumber}`
  useEffect(() => list.current?.focus(), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another header is brought into sight.
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [headerRowNumber])

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const to = step === undefined ? undefined : rowNumbers[rowNumbers.indexOf(headerRowNumber) + step]
    if (step !== undefined) event.preventDefault()
    if (to !== undefined) onChoose(to)
  }
  const template = { gridTemplateColumns: `44px ${columnWidths(rows, columnCount)} minmax(70px, 1fr)` }
  return (
    <div
      ref={list}
      role="listbox"
      tabIndex={0}
      aria-label={text.firstRows}
      aria-activedescendant={rowNumbers.includes(headerRowNumber) ? idOf(headerRowNumber) : undefined}
      className={classes.headerRows}
      onKeyDown={onKeyDown}
    >
      <div className={classes.letters} style={template} aria-hidden>
        <span />
        {Array.from({ length: columnCount }, (_, index) => (
          <span key={columnLetters(index + 1)}>{columnLetters(index + 1)}</span>
        ))}
      </div>
      {rowNumbers.map((rowNumber) => {
        const texts = rows.find((row) => row.rowNumber === rowNumber)?.texts
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list around it holds the focus and has the keys.
          <div
            key={rowNumber}
            id={idOf(rowNumber)}
            role="option"
            aria-selected={rowNumber === headerRowNumber}
            className={classes.headerRow}
            data-is-data={(headerRowNumber > 0 && rowNumber > headerRowNumber) || undefined}
            style={template}
            onClick={() => onChoose(rowNumber)}
          >
            <span className={classes.rowNumber}>{rowNumber || ''}</span>
            <Cells texts={texts ?? [text.noHeader]} columnCount={columnCount} />
            {rowNumber === headerRowNumber && rowNumber > 0 && <span className={classes.mark}>{text.isHeader}</span>}
          </div>
        )
      })}
    </div>
  )
}

const isAlone = (texts: readonly string[]) => texts.filter(Boolean).length === 1

/** As wide as what stands in a column; titles that stand alone go over their neighbours, as in Excel. */
function columnWidths(rows: ImportPreview['firstRows'], columnCount: number): string {
  const longest = Array.from({ length: columnCount }, (_, index) =>
    Math.max(...rows.filter(({ texts }) => !isAlone(texts)).map(({ texts }) => texts[index]?.length ?? 0), 0),
  )
  return longest.map((length) => `${Math.max(56, Math.min(210, 18 + length * 8.5))}px`).join(' ')
}

function Cells({ texts, columnCount }: { texts: readonly string[]; columnCount: number }) {
  const at = texts.findIndex(Boolean)
  if (isAlone(texts)) {
    return (
      <span className={classes.wholeRow} style={{ gridColumn: `${at + 2} / -1` }}>
        {texts[at]}
      </span>
    )
  }
  return Array.from({ length: columnCount }, (_, index) => (
    <span key={columnLetters(index + 1)} title={texts[index]}>
      {texts[index]}
    </span>
  ))
}
