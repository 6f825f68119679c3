/** Recording a finished repair: whose house, what was found, what was put in, and the readings afterwards. */

import {
  Button,
  Checkbox,
  Fieldset,
  Grid,
  Group,
  NumberInput,
  Select,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Input } from '../../../contract/contract.ts'
import type { HouseholdLine } from '../../../contract/households.ts'
import type { Day } from '../../../domain/day.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { FormFlow, KeepButton } from '../../components/FormFlow.tsx'
import { fieldErrors } from '../../components/form-errors.ts'
import { HouseholdSearch } from '../../components/HouseholdSearch.tsx'
import { EMPTY_LINE, LineFields, type LineValues, lineOf } from '../../components/LineFields.tsx'
import { useOfficeCommand, useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.tsx'

interface RepairFormProps {
  isOpen: boolean
  today: Day
  onClose: () => void
}

interface Values {
  campaignId: string | null
  doneOn: string
  conditionFound: string
  crew: string
  fundingSource: string
  items: LineValues[]
  readings: {
    insulationMegaohm: number | string
    rcdTripMilliseconds: number | string
    polarityCorrect: boolean
    poweredOn: boolean
  }
}

const blank = (today: Day): Values => ({
  campaignId: null,
  doneOn: today,
  conditionFound: '',
  crew: '',
  fundingSource: '',
  items: [{ ...EMPTY_LINE }],
  readings: { insulationMegaohm: '', rcdTripMilliseconds: '', polarityCorrect: true, poweredOn: true },
})

function repairOf(householdId: string, { items, readings, ...values }: Values): Input<'repairs.record'> {
  const { insulationMegaohm, rcdTripMilliseconds } = readings
  return {
    ...values,
    householdId,
    doneOn: values.doneOn as Day,
    items: items.map(lineOf),
    readings: {
      ...readings,
      insulationMegaohm: insulationMegaohm === '' ? Number.NaN : Number(insulationMegaohm),
      rcdTripMilliseconds: rcdTripMilliseconds === '' ? null : Number(rcdTripMilliseconds),
    },
  }
}

export function RepairForm({ isOpen, today, onClose }: RepairFormProps) {
  const text = useText().repairs.form
  const [household, setHousehold] = useState<HouseholdLine | null>(null)
  const close = () => {
    setHousehold(null)
    onClose()
  }
  return (
    <Dialog opened={isOpen} onClose={close} size={860} title={text.title}>
      {household ? (
        <Stack gap="xs">
          <Group justify="space-between">
            <Text fw={700} size="lg">
              {[household.headOfHousehold, household.hamlet, household.customerCode].filter(Boolean).join(' · ')}
            </Text>
            <Button size="compact-sm" variant="default" tabIndex={-1} onClick={() => setHousehold(null)}>
              {text.another}
            </Button>
          </Group>
          <Content household={household} today={today} onClose={close} />
        </Stack>
      ) : (
        <HouseholdSearch autoFocus onChoose={setHousehold} height={360} />
      )}
    </Dialog>
  )
}

function Content({ household, today, onClose }: { household: HouseholdLine; today: Day; onClose: () => void }) {
  const text = useText()
  const { run, isRunning, failure } = useOfficeCommand('repairs.record')
  const form = useForm<Values>({ mode: 'controlled', initialValues: blank(today) })
  const errors = fieldErrors(text, failure)
  const { items } = form.getValues()
  const field = (path: string) => ({ ...form.getInputProps(path), error: errors[path] })

  async function record(): Promise<void> {
    const recorded = await run(repairOf(household.householdId, form.getValues()))
    if (!recorded) return
    const failed = recorded.failedChecks.map((check) => text.trade.repairChecks[check]).join('; ')
    const { recorded: good, failed: bad } = text.repairs.form
    notifications.show(failed ? { message: bad(failed), color: 'red' } : { message: good(household.headOfHousehold) })
    onClose()
  }
  return (
    <FormFlow onSubmit={() => void record()}>
      <Stack gap="sm">
        {failure?.family !== 'invalid-input' && <FailureAlert failure={failure} />}
        <Work form={form} errors={errors} today={today} />
        <Fieldset legend={text.repairs.form.items} p="xs">
          <LineFields
            words={text.repairs.form.lines}
            addLine={text.repairs.form.addLine}
            removeLine={text.repairs.form.removeLine}
            sum={text.repairs.form.cost}
            lines={items}
            field={(line, name) => field(`items.${line}.${name}`)}
            onAdd={() => form.insertListItem('items', { ...EMPTY_LINE })}
            onRemove={(line) => form.removeListItem('items', line)}
          />
        </Fieldset>
        <Readings form={form} errors={errors} />
        <Group justify="flex-end">
          <KeepButton label={text.components.keep} run={() => void record()} isRunning={isRunning} />
        </Group>
      </Stack>
    </FormFlow>
  )
}

interface PartProps {
  form: UseFormReturnType<Values>
  errors: Record<string, string>
}

function Work({ form, errors, today }: PartProps & { today: Day }) {
  const text = useText().repairs.form
  const { data } = useOfficeQuery('campaigns.list', {})
  const field = (path: string) => ({ autoComplete: 'off', ...form.getInputProps(path), error: errors[path] })
  return (
    <Grid gap="xs">
      <Grid.Col span={3}>
        <DayInput
          label={text.doneOn}
          withAsterisk
          autoFocus
          today={today}
          {...field('doneOn')}
          value={form.getValues().doneOn}
        />
      </Grid.Col>
      <Grid.Col span={4}>
        <TextInput label={text.crew} withAsterisk {...field('crew')} />
      </Grid.Col>
      <Grid.Col span={5}>
        <TextInput label={text.fundingSource} {...field('fundingSource')} />
      </Grid.Col>
      <Grid.Col span={8}>
        <Textarea
          label={text.conditionFound}
          placeholder={text.conditionExample}
          withAsterisk
          autosize
          minRows={1}
          maxRows={3}
          {...field('conditionFound')}
        />
      </Grid.Col>
      <Grid.Col span={4}>
        <Select
          label={text.campaign}
          placeholder={text.noCampaign}
          clearable
          data={(data?.campaigns ?? []).map(({ campaignId: value, name: label }) => ({ value, label }))}
          {...field('campaignId')}
        />
      </Grid.Col>
    </Grid>
  )
}

function Readings({ form, errors }: PartProps) {
  const text = useText().repairs.form
  const figure = (path: string) => ({
    hideControls: true,
    decimalSeparator: ',',
    allowNegative: false,
    ...form.getInputProps(path),
    error: errors[path],
  })
  return (
    <Fieldset legend={text.readings} p="xs">
      <Grid gap="xs" align="flex-end">
        <Grid.Col span={3}>
          <NumberInput
            label={text.insulation}
            description={text.insulationHint}
            withAsterisk
            {...figure('readings.insulationMegaohm')}
          />
        </Grid.Col>
        <Grid.Col span={5}>
          <NumberInput
            label={text.rcdTrip}
            description={text.rcdTripHint}
            {...figure('readings.rcdTripMilliseconds')}
          />
        </Grid.Col>
        <Grid.Col span={4}>
          <Stack gap={6}>
            <Checkbox label={text.polarity} {...form.getInputProps('readings.polarityCorrect', { type: 'checkbox' })} />
            <Checkbox label={text.poweredOn} {...form.getInputProps('readings.poweredOn', { type: 'checkbox' })} />
          </Stack>
        </Grid.Col>
      </Grid>
    </Fieldset>
  )
}
