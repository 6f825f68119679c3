/** The fields of a household, the required one first. */

import { Grid, NumberInput, Text, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useDebouncedValue } from '@mantine/hooks'
import type { HouseholdField } from '../../../domain/household.ts'
import { CategorySelect } from '../../components/CategorySelect.tsx'
import { useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import type { HouseholdValues } from './household-values.ts'

interface HouseholdFieldsProps {
  form: UseFormReturnType<HouseholdValues>
  errors: Record<string, string>
  /** The name while a new household is typed; empty when one is amended. */
  typedName: string
  /** The kept citizen ID of a household that is amended. */
  maskedCitizenId: string | null
}

export function HouseholdFields({ form, errors, typedName, maskedCitizenId }: HouseholdFieldsProps) {
  const text = useText()
  const field = (name: HouseholdField) => ({
    label: text.trade.householdFields[name],
    autoComplete: 'off',
    spellCheck: false,
    ...form.getInputProps(name),
    error: errors[name] ?? errors[`facts.${name}`],
  })
  const line = (name: HouseholdField, span: number, description?: string | null) => (
    <Grid.Col span={span}>
      <TextInput key={form.key(name)} description={description} inputWrapperOrder={ORDER} {...field(name)} />
    </Grid.Col>
  )
  const figure = (name: HouseholdField) => (
    <Grid.Col span={4}>
      <NumberInput key={form.key(name)} hideControls allowDecimal={false} {...field(name)} />
    </Grid.Col>
  )
  return (
    <Grid gap="xs">
      <Grid.Col span={8}>
        <TextInput key={form.key('headOfHousehold')} withAsterisk data-autofocus {...field('headOfHousehold')} />
        <LooksLike name={typedName} />
      </Grid.Col>
      {figure('birthYear')}
      {line('citizenId', 4, maskedCitizenId && text.households.form.citizenIdKept(maskedCitizenId))}
      {line('oldIdNumber', 4)}
      {line('phone', 4)}
      {line('customerCode', 4)}
      {line('meterNumber', 4)}
      {figure('memberCount')}
      {line('hamlet', 4)}
      {line('communeName', 4)}
      <Grid.Col span={4}>
        <CategorySelect
          key={form.key('category')}
          placeholder={text.households.form.noCategory}
          {...field('category')}
        />
      </Grid.Col>
      {line('addressText', 8)}
      {line('categoryDecision', 4)}
      <Grid.Col span={12}>
        <Textarea key={form.key('note')} autosize minRows={1} maxRows={3} {...field('note')} />
      </Grid.Col>
    </Grid>
  )
}

/** Hints stand below the field, so that neighbours keep one line. */
const ORDER: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error']

/** Tells while typing that a household may be there already, before the whole form is filled in. */
function LooksLike({ name }: { name: string }) {
  const text = useText().households.form
  const [asked] = useDebouncedValue(name.trim(), 250)
  const isEnough = asked.split(' ').length >= 2
  const { data } = useOfficeQuery('households.search', isEnough ? { text: asked, limit: 3 } : null)
  if (!isEnough || !data || data.households.length === 0) return null
  const lines = data.households.map(({ headOfHousehold, birthYear, hamlet, customerCode }) =>
    [headOfHousehold, birthYear, hamlet, customerCode].filter(Boolean).join(', '),
  )
  return (
    <Text size="xs" c="orange.9" mt={2} role="status">
      {text.looksLike} {lines.join(' · ')}
    </Text>
  )
}
