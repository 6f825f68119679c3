/** The fields of a repair's record: the household, the work, and the readings with their limits beside them. */

import { Button, Checkbox, Fieldset, Grid, Group, NumberInput, Select, Text, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { type ReactNode, useEffect, useRef } from 'react'
import type { HouseholdLine } from '../../../contract/households.ts'
import type { Day } from '../../../domain/day.ts'
import { formatDong } from '../../../domain/money.ts'
import { type CheckResult, LONGEST_RCD_TRIP_MILLISECONDS, SMALLEST_INSULATION_MEGAOHM } from '../../../domain/repair.ts'
import { withoutDiacritics } from '../../components/CategorySelect.tsx'
import { DayInput } from '../../components/DayInput.tsx'
import { HouseholdSearch } from '../../components/HouseholdSearch.tsx'
import { Icon } from '../../components/Icon.tsx'
import { STATE_COLORS } from '../../components/state-colors.ts'
import { useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import classes from './Repairs.module.css'
import { type RepairValues, typedResults } from './repair-values.ts'

interface HouseholdFieldProps {
  household: HouseholdLine | null
  error: ReactNode
  onChoose: (householdId: string | null) => void
}

export function HouseholdField({ household, error, onChoose }: HouseholdFieldProps) {
  const { trade, repairs } = useText()
  const search = useRef<HTMLInputElement>(null)
  const wasChosen = useRef(household !== null)
  useEffect(() => {
    if (wasChosen.current && household === null) search.current?.focus()
    wasChosen.current = household !== null
  }, [household])
  if (!household) {
    return (
      <HouseholdSearch
        inputRef={search}
        autoFocus
        height={168}
        error={typeof error === 'string' ? error : null}
        onChoose={({ householdId }) => onChoose(householdId)}
      />
    )
  }
  const { headOfHousehold, hamlet, communeName, customerCode, maskedCitizenId, category } = household
  const facts = [[hamlet, communeName].filter(Boolean).join(', '), customerCode, maskedCitizenId]
  return (
    <Group justify="space-between" wrap="nowrap" className={classes.household ?? ''}>
      <div>
        <Text fw={700}>{headOfHousehold}</Text>
        <Text size="sm" c="gray.7">
          {[...facts, category && trade.categories[category]].filter(Boolean).join(' · ')}
        </Text>
      </div>
      <Button size="compact-sm" variant="default" tabIndex={-1} onClick={() => onChoose(null)}>
        {repairs.form.another}
      </Button>
    </Group>
  )
}

interface PartProps {
  form: UseFormReturnType<RepairValues>
  field: (path: string) => object
}

export function WorkFields({ form, field, today }: PartProps & { today: Day }) {
  const text = useText().repairs.form
  const { data } = useOfficeQuery('campaigns.list', {})
  return (
    <Grid gap="xs">
      <Grid.Col span={2.4}>
        <DayInput
          label={text.doneOn}
          withAsterisk
          data-autofocus
          today={today}
          {...form.getInputProps('doneOn')}
          value={form.getValues().doneOn}
        />
      </Grid.Col>
      <Grid.Col span={3.6}>
        <TextInput label={text.crew} withAsterisk {...field('crew')} />
      </Grid.Col>
      <Grid.Col span={6}>
        <TextInput label={text.fundingSource} {...field('fundingSource')} />
      </Grid.Col>
      <Grid.Col span={7.5}>
        <TextInput
          label={text.conditionFound}
          placeholder={text.conditionExample}
          withAsterisk
          {...field('conditionFound')}
        />
      </Grid.Col>
      <Grid.Col span={4.5}>
        <Select
          label={text.campaign}
          placeholder={text.noCampaign}
          clearable
          searchable
          filter={withoutDiacritics}
          data={(data?.campaigns ?? []).map(({ campaignId: value, name: label }) => ({ value, label }))}
          {...field('campaignId')}
        />
      </Grid.Col>
    </Grid>
  )
}

export function ReadingFields({ form, field }: PartProps) {
  const text = useText().repairs.form
  const results = typedResults(form.getValues().readings)
  const figure = { hideControls: true, decimalSeparator: ',', allowNegative: false }
  const seen = (name: 'polarityCorrect' | 'poweredOn') => form.getInputProps(`readings.${name}`, { type: 'checkbox' })
  return (
    <Fieldset legend={text.readings} p="xs">
      <Grid gap="md">
        <Grid.Col span={3}>
          <NumberInput label={text.insulation} withAsterisk {...figure} {...field('readings.insulationMegaohm')} />
          <Limit result={results.insulation} limit={text.insulationLimit(formatDong(SMALLEST_INSULATION_MEGAOHM))} />
        </Grid.Col>
        <Grid.Col span={3}>
          <NumberInput label={text.rcdTrip} {...figure} {...field('readings.rcdTripMilliseconds')} />
          <Limit result={results.rcdTrip} limit={text.rcdTripLimit(formatDong(LONGEST_RCD_TRIP_MILLISECONDS))} />
        </Grid.Col>
        <Grid.Col span={3} pt={30}>
          <Checkbox label={text.polarity} {...seen('polarityCorrect')} />
          <Limit result={results.polarity} limit={text.tick} />
        </Grid.Col>
        <Grid.Col span={3} pt={30}>
          <Checkbox label={text.poweredOn} {...seen('poweredOn')} />
          <Limit result={results.poweredOn} limit={text.tick} />
        </Grid.Col>
      </Grid>
    </Fieldset>
  )
}

const COLORS: Record<CheckResult | 'open', string> = {
  passed: STATE_COLORS.good,
  failed: STATE_COLORS.bad,
  notPresent: STATE_COLORS.quiet,
  open: STATE_COLORS.quiet,
}

/** What a reading must reach, and whether it does. */
function Limit({ result, limit }: { result: CheckResult | 'open'; limit: string }) {
  const { results } = useText().repairs.form
  return (
    <>
      <Group gap={4} mt={4} c={COLORS[result]} role="status" wrap="nowrap">
        {result === 'passed' && <Icon name="done" size={14} />}
        {result === 'failed' && <Icon name="warning" size={14} />}
        <Text size="sm" fw={600}>
          {results[result]}
        </Text>
      </Group>
      <Text size="xs" c="gray.7">
        {limit}
      </Text>
    </>
  )
}
