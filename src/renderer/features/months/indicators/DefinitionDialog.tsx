/** What an indicator is from a month on: a new one, or a new version of one. */

import { Grid, Group, Input, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { MonthIndicator } from '../../../../contract/indicators.ts'
import { INDICATOR_KINDS, TARGET_DIRECTIONS, targetText } from '../../../../domain/indicator.ts'
import { formatPeriod, type Period } from '../../../../domain/period.ts'
import { Dialog } from '../../../components/Dialog.tsx'
import { FailureAlert } from '../../../components/FailureAlert.tsx'
import { FormFlow, KeepButton } from '../../../components/FormFlow.tsx'
import { fieldErrors } from '../../../components/form-errors.ts'
import { useOfficeCommand, useOfficeQuery } from '../../../office-port/asking.ts'
import { useText } from '../../../text/language.ts'
import { type DefinitionValues, definitionOf, definitionValues, monthsFrom, withKind } from './definition-values.ts'
import classes from './Indicators.module.css'

interface DefinitionDialogProps {
  /** The open month that is looked at: the first a definition may hold from. */
  period: Period
  /** Null for a new one. */
  indicator: MonthIndicator | null
  onClose: () => void
}

export function DefinitionDialog({ period, indicator, onClose }: DefinitionDialogProps) {
  const text = useText()
  const words = text.indicators
  const { run, isRunning, failure } = useOfficeCommand('indicators.define')
  const [values, setValues] = useState(() => definitionValues(indicator, period))

  async function keep(): Promise<void> {
    const kept = await run(definitionOf(values))
    if (!kept) return
    notifications.show({ message: words.defined(kept.code, kept.version), color: 'teal' })
    onClose()
  }
  const fields: FieldsProps = {
    values,
    period,
    isNew: indicator === null,
    errors: fieldErrors(text, failure),
    change: (some) => setValues({ ...values, ...some }),
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      size={680}
      title={indicator ? words.changeTitle(indicator.code) : words.add}
      closeOnClickOutside={false}
    >
      <FormFlow onSubmit={() => void keep()}>
        <Stack gap="sm">
          <Text size="sm">{words.definitionHint}</Text>
          {failure?.family !== 'invalid-input' && <FailureAlert failure={failure} />}
          <WhatItIs {...fields} />
          <Target {...fields} />
          {indicator && <History code={indicator.code} />}
          <Group justify="flex-end">
            <KeepButton label={words.keepDefinition} run={() => void keep()} isRunning={isRunning} />
          </Group>
        </Stack>
      </FormFlow>
    </Dialog>
  )
}

interface FieldsProps {
  values: DefinitionValues
  period: Period
  isNew: boolean
  errors: Record<string, string>
  change: (some: Partial<DefinitionValues>) => void
}

function WhatItIs({ values, isNew, errors, change }: FieldsProps) {
  const { indicators, trade } = useText()
  const words = indicators.fields
  const field = (name: 'code' | 'name' | 'unitOfMeasure' | 'numeratorName' | 'denominatorName') => ({
    withAsterisk: true,
    autoComplete: 'off',
    value: values[name],
    error: errors[name],
    onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  })
  return (
    <Grid gap="xs">
      <Grid.Col span={4}>
        <TextInput
          label={words.code}
          {...field('code')}
          {...(isNew ? { 'data-autofocus': true, placeholder: words.codeHint } : { disabled: true })}
        />
      </Grid.Col>
      <Grid.Col span={8}>
        <TextInput label={words.name} {...field('name')} {...(isNew ? {} : { 'data-autofocus': true })} />
      </Grid.Col>
      <Grid.Col span={8}>
        <Input.Wrapper label={words.kind} labelElement="div">
          <SegmentedControl
            fullWidth
            aria-label={words.kind}
            disabled={!isNew}
            value={values.kind}
            onChange={(kind) => change(withKind(values, kind))}
            data={INDICATOR_KINDS.map((value) => ({ value, label: trade.indicatorKinds[value] }))}
          />
        </Input.Wrapper>
      </Grid.Col>
      <Grid.Col span={4}>
        <TextInput label={words.unitOfMeasure} {...field('unitOfMeasure')} />
      </Grid.Col>
      <Grid.Col span={values.kind === 'count' ? 12 : 6}>
        <TextInput
          label={values.kind === 'count' ? words.countName : words.numeratorName}
          {...field('numeratorName')}
        />
      </Grid.Col>
      {values.kind !== 'count' && (
        <Grid.Col span={6}>
          <TextInput label={words.denominatorName} {...field('denominatorName')} />
        </Grid.Col>
      )}
    </Grid>
  )
}

function Target({ values, period, errors, change }: FieldsProps) {
  const { fields: words, targetDirections } = useText().indicators
  const { inForceFrom, inForceTo } = values
  const options = (months: readonly Period[]) => months.map((value) => ({ value, label: formatPeriod(value) }))
  const froms = monthsFrom(period, 13)
  const ends = monthsFrom(inForceFrom, 25, inForceTo)
  return (
    <Grid gap="xs">
      <Grid.Col span={3}>
        <TextInput
          label={words.target}
          placeholder={words.targetHint}
          inputMode="decimal"
          autoComplete="off"
          value={values.target}
          error={errors.target}
          onChange={(event) => change({ target: event.currentTarget.value })}
        />
      </Grid.Col>
      <Grid.Col span={4}>
        <Select
          label={words.targetDirection}
          allowDeselect={false}
          disabled={values.target.trim() === ''}
          data={TARGET_DIRECTIONS.map((value) => ({ value, label: targetDirections[value] }))}
          value={values.targetDirection}
          onChange={(value) => change({ targetDirection: value ?? values.targetDirection })}
        />
      </Grid.Col>
      <Grid.Col span={2.5}>
        <Select
          label={words.inForceFrom}
          allowDeselect={false}
          data={options(froms)}
          value={inForceFrom}
          error={errors.inForceFrom}
          onChange={(value) => change({ inForceFrom: froms.find((one) => one === value) ?? inForceFrom })}
        />
      </Grid.Col>
      <Grid.Col span={2.5}>
        <Select
          label={words.inForceTo}
          placeholder={words.noEnd}
          clearable
          data={options(ends)}
          value={inForceTo}
          error={errors.inForceTo}
          onChange={(value) => change({ inForceTo: ends.find((one) => one === value) ?? null })}
        />
      </Grid.Col>
    </Grid>
  )
}

/** Every version of the indicator, the latest first. */
function History({ code }: { code: string }) {
  const words = useText().indicators
  const { data } = useOfficeQuery('indicators.definitions', {})
  const versions = (data?.versions ?? []).filter((one) => one.code === code).reverse()
  return (
    <Input.Wrapper label={words.history} labelElement="div">
      <ul className={classes.history}>
        {versions.map((one) => (
          <li key={one.version}>
            {words.version(one.version, formatPeriod(one.inForceFrom), targetText(one), one.recordedBy ?? '')}
          </li>
        ))}
      </ul>
    </Input.Wrapper>
  )
}
