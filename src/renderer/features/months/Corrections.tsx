/** Late papers and corrections of closed months: those of the month shown, and the form that enters one. */

import { Group, NumberInput, SegmentedControl, Select, Stack, Table, Text, Textarea, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Day } from '../../../domain/day.ts'
import { formatDay } from '../../../domain/day.ts'
import { LARGEST_AMOUNT_DONG } from '../../../domain/money.ts'
import {
  CORRECTED_FIGURES,
  CORRECTION_KINDS,
  type CorrectedFigure,
  type CorrectionKind,
} from '../../../domain/month-close.ts'
import { formatPeriod, type Period } from '../../../domain/period.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { AmountInput } from '../../components/AmountInput.tsx'
import { DayInput } from '../../components/DayInput.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { FormFlow, KeepButton } from '../../components/FormFlow.tsx'
import { fieldErrors } from '../../components/form-errors.ts'
import { showAmount, showCount } from '../../components/formats.ts'
import { useOfficeCommand, useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import classes from './Months.module.css'

interface CorrectionsProps {
  period: Period
  today: Day
  /** Months that are closed, newest first: one of them is what a correction names. */
  closed: readonly Period[]
}

export function Corrections({ period, today, closed }: CorrectionsProps) {
  const { corrections: words } = useText().months
  const { data } = useOfficeQuery('months.corrections', { period })
  const [isEntering, entering] = useDisclosure(false)
  const lines = data?.corrections ?? []
  return (
    <Stack gap={6}>
      <Group justify="space-between">
        <Text fw={600}>{words.title}</Text>
        <CommandButton
          size="compact-sm"
          variant="default"
          command={{
            id: 'months.correct',
            keys: 'mod+N',
            label: words.enter,
            run: entering.open,
            isDisabled: closed.length === 0,
          }}
        />
      </Group>
      {lines.length > 0 && (
        <Table fz="sm" verticalSpacing={4} withTableBorder className={classes.figures ?? ''}>
          <Table.Tbody>
            {lines.map((line) => (
              <Table.Tr key={line.correctionId}>
                <Table.Td className={classes.nowrap ?? ''}>{line.documentNumber}</Table.Td>
                <Table.Td>
                  {words.kinds[line.kind]}, {words.ofMonth(formatPeriod(line.correctedPeriod))}:{' '}
                  {line.correctedDocument}. {line.reason}
                </Table.Td>
                <Table.Td ta="right" className={classes.nowrap ?? ''}>
                  {showCount(line.countDelta)} · {showAmount(line.amountDeltaDong)}
                </Table.Td>
                <Table.Td className={classes.nowrap ?? ''}>{formatDay(line.enteredOn)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {isEntering && <CorrectionDialog {...{ today, closed }} onClose={entering.close} />}
    </Stack>
  )
}

interface CorrectionValues {
  kind: CorrectionKind
  enteredOn: string
  correctedPeriod: Period
  correctedDocument: string
  figure: CorrectedFigure
  countDelta: number
  amountDeltaDong: number
  reason: string
}

function CorrectionDialog({ today, closed, onClose }: Omit<CorrectionsProps, 'period'> & { onClose: () => void }) {
  const text = useText()
  const { corrections: words } = text.months
  const { run, isRunning, failure } = useOfficeCommand('months.correct')
  const [values, setValues] = useState<CorrectionValues>({
    kind: 'latePaper',
    enteredOn: today,
    correctedPeriod: closed[0] as Period,
    correctedDocument: '',
    figure: 'gifts',
    countDelta: 1,
    amountDeltaDong: 0,
    reason: '',
  })
  const change = (some: Partial<CorrectionValues>) => setValues({ ...values, ...some })

  async function keep(): Promise<void> {
    const kept = await run({ ...values, enteredOn: values.enteredOn as Day })
    if (!kept) return
    notifications.show({ message: words.done(kept.documentNumber), color: 'teal' })
    onClose()
  }
  return (
    <Dialog opened onClose={onClose} size={620} title={words.enter}>
      <FormFlow onSubmit={() => void keep()}>
        <Stack gap="sm">
          <Text size="sm">{words.hint}</Text>
          {failure?.family !== 'invalid-input' && <FailureAlert failure={failure} />}
          <CorrectionFields {...{ values, today, closed, change }} errors={fieldErrors(text, failure)} />
          <Group justify="flex-end">
            <KeepButton label={words.keep} run={() => void keep()} isRunning={isRunning} />
          </Group>
        </Stack>
      </FormFlow>
    </Dialog>
  )
}

interface CorrectionFieldsProps extends Omit<CorrectionsProps, 'period'> {
  values: CorrectionValues
  errors: Record<string, string>
  change: (some: Partial<CorrectionValues>) => void
}

function CorrectionFields(props: CorrectionFieldsProps) {
  const { values, errors, change } = props
  const text = useText()
  return (
    <>
      <WhichMonth {...props} />
      <TextInput
        label={text.months.corrections.document}
        withAsterisk
        data-autofocus
        autoComplete="off"
        value={values.correctedDocument}
        error={errors.correctedDocument}
        onChange={(event) => change({ correctedDocument: event.currentTarget.value })}
      />
      <WhatChanges {...props} />
      <Textarea
        label={text.components.reason}
        withAsterisk
        value={values.reason}
        error={errors.reason}
        onChange={(event) => change({ reason: event.currentTarget.value })}
      />
    </>
  )
}

function WhichMonth({ values, today, closed, errors, change }: CorrectionFieldsProps) {
  const { corrections: words } = useText().months
  const monthOf = (value: string | null) => closed.find((one) => one === value) ?? values.correctedPeriod
  return (
    <Group gap="sm" align="flex-end">
      <SegmentedControl
        aria-label={words.kind}
        value={values.kind}
        onChange={(kind) => change({ kind })}
        data={CORRECTION_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
      />
      <Select
        label={words.month}
        w={130}
        allowDeselect={false}
        data={closed.map((value) => ({ value, label: formatPeriod(value) }))}
        value={values.correctedPeriod}
        error={errors.correctedPeriod}
        onChange={(value) => change({ correctedPeriod: monthOf(value) })}
      />
      <DayInput
        label={words.enteredOn}
        value={values.enteredOn}
        today={today}
        error={errors.enteredOn}
        onChange={(enteredOn) => change({ enteredOn })}
        w={130}
      />
    </Group>
  )
}

/** The figure, and how much more or less of it there is. */
function WhatChanges({ values, errors, change }: CorrectionFieldsProps) {
  const { corrections: words } = useText().months
  return (
    <Group gap="sm" align="flex-end">
      <SegmentedControl
        aria-label={words.figure}
        value={values.figure}
        onChange={(figure) => change({ figure })}
        data={CORRECTED_FIGURES.map((value) => ({ value, label: words.figures[value] }))}
      />
      <NumberInput
        label={words.count}
        w={120}
        allowDecimal={false}
        hideControls
        value={values.countDelta}
        error={errors.countDelta}
        onChange={(value) => change({ countDelta: Number(value) })}
      />
      <AmountInput
        label={words.amount}
        w={180}
        allowNegative
        min={-LARGEST_AMOUNT_DONG}
        value={values.amountDeltaDong}
        error={errors.amountDeltaDong}
        onChange={(value) => change({ amountDeltaDong: Number(value) })}
      />
    </Group>
  )
}
