/** The sheet of a month's indicators, typed like Excel: value and result follow at once; kept as one command. */

import { Group, Stack, Table, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Output } from '../../../../contract/contract.ts'
import type { MonthIndicator } from '../../../../contract/indicators.ts'
import type { OfficeDescription } from '../../../../contract/office.ts'
import { formatPeriod } from '../../../../domain/period.ts'
import { CommandButton } from '../../../commands/CommandButton.tsx'
import { Dialog } from '../../../components/Dialog.tsx'
import { FailureAlert } from '../../../components/FailureAlert.tsx'
import { FormFlow, KeepButton } from '../../../components/FormFlow.tsx'
import { STATE_COLORS } from '../../../components/state-colors.ts'
import { useOfficeCommand } from '../../../office-port/asking.ts'
import { useText } from '../../../text/language.ts'
import { DefinitionDialog } from './DefinitionDialog.tsx'
import { IndicatorLine } from './IndicatorLine.tsx'
import classes from './Indicators.module.css'
import { changedEntries, reckon, type TypedCells } from './sheet-cells.ts'

type Month = Output<'indicators.ofMonth'>

interface IndicatorSheetProps {
  month: Month
  rights: OfficeDescription['rights']
  onClose: () => void
}

export function IndicatorSheet({ month, rights, onClose }: IndicatorSheetProps) {
  const words = useText().indicators
  const sheet = useSheet(month, onClose)
  const [defining, setDefining] = useState<Defining | null>(null)
  return (
    <Dialog
      opened
      onClose={sheet.leave}
      size={1060}
      yOffset={12}
      title={words.sheet(formatPeriod(month.period))}
      closeOnClickOutside={false}
    >
      <FormFlow onSubmit={() => void sheet.keep()}>
        <Stack gap="xs">
          <FailureAlert failure={sheet.failure} />
          <SheetTable month={month} sheet={sheet} isReadOnly={isReadOnly(month, rights)} />
          <SheetFoot month={month} sheet={sheet} rights={rights} onDefine={setDefining} />
        </Stack>
      </FormFlow>
      {defining && (
        <DefinitionDialog period={month.period} indicator={defining.indicator} onClose={() => setDefining(null)} />
      )}
    </Dialog>
  )
}

/** The definition that is changed; null for a new one. */
interface Defining {
  indicator: MonthIndicator | null
}

function isReadOnly({ isClosed }: Month, rights: OfficeDescription['rights']): boolean {
  return isClosed || !rights.includes('indicator.record')
}

/** What is typed, and keeping it; what was typed and not kept is not dropped at the first Esc. */
function useSheet({ period, indicators }: Month, onClose: () => void) {
  const words = useText().indicators
  const { run, isRunning, failure } = useOfficeCommand('indicators.enter')
  const [typed, setTyped] = useState<TypedCells>({})
  const [isLeaving, setLeaving] = useState(false)
  const [currentCode, setCurrentCode] = useState<string | null>(null)
  const entries = changedEntries(typed, indicators)
  const wrongCount = indicators.filter((line) => reckon(typed, line).problem !== null).length

  function type(next: TypedCells): void {
    setLeaving(false)
    setTyped(next)
  }
  function leave(): void {
    if (entries.length === 0 || isLeaving) onClose()
    else setLeaving(true)
  }
  async function keep(): Promise<void> {
    if (wrongCount > 0) {
      document.querySelector<HTMLElement>('[data-cell][aria-invalid="true"]')?.focus()
      return
    }
    if (entries.length === 0) return onClose()
    const kept = await run({ period, entries })
    if (!kept) return
    notifications.show({ message: words.kept(kept.entered), color: 'teal' })
    onClose()
  }
  return { typed, type, leave, keep, isLeaving, isRunning, failure, wrongCount, currentCode, setCurrentCode }
}

interface SheetTableProps {
  month: Month
  sheet: ReturnType<typeof useSheet>
  isReadOnly: boolean
}

function SheetTable({ month: { indicators }, sheet, isReadOnly }: SheetTableProps) {
  const words = useText().indicators
  if (indicators.length === 0) return <Text size="sm">{words.empty}</Text>
  return (
    <div className={classes.rows}>
      <Table stickyHeader verticalSpacing={2} horizontalSpacing={6}>
        <SheetHead />
        <Table.Tbody>
          {indicators.map((line, at) => (
            <IndicatorLine
              key={line.code}
              {...{ line, at, isReadOnly }}
              lines={indicators}
              typed={sheet.typed}
              onType={sheet.type}
              onFocus={() => sheet.setCurrentCode(line.code)}
            />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

function SheetHead() {
  const { columns, yearBeforeTitle } = useText().indicators
  const figures = [
    { head: columns.numerator, width: classes.cell },
    { head: columns.denominator, width: classes.cell },
    { head: columns.value, width: classes.value },
    { head: columns.target, width: classes.value },
  ]
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Th>{columns.indicator}</Table.Th>
        {figures.map(({ head, width }) => (
          <Table.Th key={head} className={`${classes.figure} ${width}`}>
            {head}
          </Table.Th>
        ))}
        <Table.Th className={classes.verdict ?? ''}>{columns.verdict}</Table.Th>
        <Table.Th className={`${classes.figure} ${classes.before}`}>{columns.monthBefore}</Table.Th>
        <Table.Th className={`${classes.figure} ${classes.before}`} title={yearBeforeTitle}>
          {columns.yearBefore}
        </Table.Th>
      </Table.Tr>
    </Table.Thead>
  )
}

interface SheetFootProps extends Pick<SheetTableProps, 'month' | 'sheet'>, Pick<IndicatorSheetProps, 'rights'> {
  onDefine: (defining: Defining) => void
}

function SheetFoot({ month, sheet, rights, onDefine }: SheetFootProps) {
  const words = useText().indicators
  const current = month.indicators.find(({ code }) => code === sheet.currentCode) ?? month.indicators[0]
  const mayDefine = rights.includes('indicator.define') && !month.isClosed
  return (
    <Group justify="space-between" wrap="nowrap">
      <SheetNote month={month} sheet={sheet} rights={rights} />
      <Group gap="xs" wrap="nowrap">
        {mayDefine && (
          <>
            <CommandButton
              variant="default"
              command={{
                id: 'indicators.change',
                keys: 'F2',
                label: words.change,
                run: () => current && onDefine({ indicator: current }),
                isDisabled: current === undefined,
              }}
            />
            <CommandButton
              variant="default"
              command={{
                id: 'indicators.add',
                keys: 'mod+N',
                label: words.add,
                run: () => onDefine({ indicator: null }),
              }}
            />
          </>
        )}
        {!isReadOnly(month, rights) && (
          <KeepButton label={words.keep} run={() => void sheet.keep()} isRunning={sheet.isRunning} />
        )}
      </Group>
    </Group>
  )
}

/** What to know now: what is wrong, what would be lost, else how the sheet is typed. */
function SheetNote({ month, sheet, rights }: Omit<SheetFootProps, 'onDefine'>) {
  const words = useText().indicators
  if (isReadOnly(month, rights)) {
    return (
      <Text size="sm" c="gray.7">
        {month.isClosed ? words.closed : words.notYours}
      </Text>
    )
  }
  const alarm = sheet.isLeaving ? words.unsaved : sheet.wrongCount > 0 ? words.wrong(sheet.wrongCount) : null
  return (
    <Text size="sm" role={alarm ? 'alert' : undefined} c={alarm ? STATE_COLORS.bad : 'gray.7'}>
      {alarm ?? words.hint}
    </Text>
  )
}
