/** One indicator on the sheet: its figures as they are typed, what they come to, and what it was before. */

import { Table, Text, TextInput } from '@mantine/core'
import type { ClipboardEvent, KeyboardEvent } from 'react'
import type { MonthIndicator } from '../../../../contract/indicators.ts'
import { formatFigure } from '../../../../domain/figure.ts'
import { type IndicatorVerdict, targetText } from '../../../../domain/indicator.ts'
import { showInstant } from '../../../components/formats.ts'
import { STATE_COLORS } from '../../../components/state-colors.ts'
import { useText } from '../../../text/language.ts'
import classes from './Indicators.module.css'
import {
  cellText,
  nextLine,
  type Reckoned,
  reckon,
  type SheetField,
  type TypedCells,
  withPastedCells,
  withTyped,
} from './sheet-cells.ts'

interface IndicatorLineProps {
  line: MonthIndicator
  at: number
  lines: readonly MonthIndicator[]
  typed: TypedCells
  isReadOnly: boolean
  onType: (typed: TypedCells) => void
  onFocus: () => void
}

const VERDICT_COLORS: Record<IndicatorVerdict, string> = {
  met: STATE_COLORS.good,
  notMet: STATE_COLORS.bad,
  noTarget: STATE_COLORS.quiet,
  nothingArose: STATE_COLORS.quiet,
  notEntered: STATE_COLORS.waiting,
}

export function IndicatorLine(props: IndicatorLineProps) {
  const { line, typed, onFocus } = props
  const { indicators: words } = useText()
  const reckoned = reckon(typed, line)
  const { name, numeratorName, denominatorName, unitOfMeasure, recordedAt, recordedBy } = line
  return (
    <Table.Tr className={classes.line ?? ''} onFocus={onFocus}>
      <Table.Td {...(recordedAt && recordedBy ? { title: words.enteredBy(recordedBy, showInstant(recordedAt)) } : {})}>
        <Text size="sm" lh={1.25}>
          {words.named(name, unitOfMeasure)}
        </Text>
        <Text size="xs" c="gray.7" lh={1.25}>
          {denominatorName === null ? numeratorName : words.over(numeratorName, denominatorName)}
        </Text>
      </Table.Td>
      <Table.Td>
        <Cell {...props} field="numerator" isWrong={reckoned.problem !== null} />
      </Table.Td>
      <Table.Td>
        {denominatorName !== null && <Cell {...props} field="denominator" isWrong={reckoned.problem !== null} />}
      </Table.Td>
      <Figure value={reckoned.value} />
      <Table.Td className={classes.figure ?? ''}>{targetText(line)}</Table.Td>
      <Verdict reckoned={reckoned} />
      <Figure value={line.valueMonthBefore} isQuiet />
      <Figure value={line.valueYearBefore} isQuiet />
    </Table.Tr>
  )
}

function Figure({ value, isQuiet = false }: { value: number | null; isQuiet?: boolean }) {
  return (
    <Table.Td className={classes.figure ?? ''} {...(isQuiet ? { c: STATE_COLORS.quiet } : {})}>
      {value === null ? '' : formatFigure(value)}
    </Table.Td>
  )
}

function Verdict({ reckoned: { verdict, problem } }: { reckoned: Reckoned }) {
  const { trade } = useText()
  return (
    <Table.Td c={problem ? STATE_COLORS.bad : VERDICT_COLORS[verdict]}>
      <Text size="sm" fw={verdict === 'notMet' || problem ? 600 : 400} lh={1.2}>
        {problem ? trade.indicatorProblems[problem] : trade.indicatorVerdicts[verdict]}
      </Text>
    </Table.Td>
  )
}

interface CellProps extends IndicatorLineProps {
  field: SheetField
  isWrong: boolean
}

function Cell({ line, at, lines, typed, field, isWrong, isReadOnly, onType }: CellProps) {
  const { indicators: words } = useText()
  const here = { at, field }

  /** Enter and the arrows go up and down as in Excel; below the last line Enter goes on to the button. */
  function moveByKey(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey) return
    const isUp = event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey)
    if (!isUp && event.key !== 'ArrowDown' && event.key !== 'Enter') return
    const next = nextLine(lines, here, isUp ? -1 : 1)
    event.preventDefault()
    const isPastLast = next === null && event.key === 'Enter' && !isUp
    const target = isPastLast ? '[data-submit]' : `[data-cell="${next} ${field}"]`
    event.currentTarget.closest('form')?.querySelector<HTMLElement>(target)?.focus()
  }
  function paste(event: ClipboardEvent): void {
    const pasted = withPastedCells(typed, lines, here, event.clipboardData.getData('text/plain'))
    if (!pasted) return
    event.preventDefault()
    onType(pasted)
  }
  return (
    <TextInput
      size="xs"
      {...(at === 0 && field === 'numerator' ? { 'data-autofocus': true } : {})}
      data-cell={`${at} ${field}`}
      aria-label={words.cell(words.columns[field], line.name)}
      aria-invalid={isWrong}
      autoComplete="off"
      inputMode="decimal"
      readOnly={isReadOnly}
      error={isWrong}
      value={cellText(typed, line, field)}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => onType(withTyped(typed, line.code, field, event.currentTarget.value))}
      onKeyDown={moveByKey}
      onPaste={isReadOnly ? undefined : paste}
    />
  )
}
