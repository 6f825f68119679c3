/** The fields of a household, the required one first. */

import { Grid, NumberInput, Select, Text, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { type FocusEvent, useState } from 'react'
import type { HouseholdDetail } from '../../../contract/households.ts'
import { LEGAL_BASES } from '../../../domain/household.ts'
import { readPhone } from '../../../domain/phone.ts'
import { tidyName } from '../../../domain/vietnamese.ts'
import { withoutDiacritics } from '../../components/CategorySelect.tsx'
import { CommuneField, type CommuneValue } from '../../components/CommuneField.tsx'
import { useText } from '../../text/language.ts'
import type { HouseholdValues } from './household-values.ts'

interface HouseholdFieldsProps {
  form: UseFormReturnType<HouseholdValues>
  errors: Record<string, string>
  /** The household that is amended; null while a new one is registered. */
  household: HouseholdDetail | null
  commune: CommuneValue
  /** The address as it was typed when the hand last rested. */
  typedAddress: string
  onCommune: (commune: CommuneValue) => void
}

/** Hints stand below the field, so that neighbours keep one line. */
const ORDER: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error']

function useFields({ form, errors }: HouseholdFieldsProps) {
  const { trade } = useText()
  return (name: keyof HouseholdValues) => ({
    key: form.key(name),
    label: trade.householdFields[name],
    autoComplete: 'off',
    spellCheck: false,
    inputWrapperOrder: ORDER,
    ...form.getInputProps(name),
    error: errors[name],
  })
}

export function HouseholdFields(props: HouseholdFieldsProps) {
  const { form, errors, household, commune, typedAddress, onCommune } = props
  const { households } = useText()
  const field = useFields(props)
  const { key: nameKey, onBlur: leaveName, ...nameProps } = field('headOfHousehold')
  const kept = (masked: string | null | undefined) => (masked ? households.form.numberKept(masked) : null)

  function tidy(event: FocusEvent<HTMLInputElement>): void {
    leaveName?.(event)
    const tidied = tidyName(event.currentTarget.value)
    if (tidied !== event.currentTarget.value) form.setFieldValue('headOfHousehold', tidied)
  }
  const line = (name: keyof HouseholdValues, span: number, description: string | null = null) => {
    const { key, ...rest } = field(name)
    return (
      <Grid.Col span={span}>
        <TextInput key={key} description={description} {...rest} />
      </Grid.Col>
    )
  }
  const figure = (name: 'birthYear' | 'memberCount', span: number) => {
    const { key, ...rest } = field(name)
    return (
      <Grid.Col span={span}>
        <NumberInput key={key} hideControls allowDecimal={false} {...rest} />
      </Grid.Col>
    )
  }
  return (
    <Grid gap="xs">
      <Grid.Col span={6}>
        <TextInput key={nameKey} withAsterisk data-autofocus {...nameProps} onBlur={tidy} />
      </Grid.Col>
      {figure('birthYear', 2)}
      <Grid.Col span={4}>
        <PhoneField {...props} />
      </Grid.Col>
      {line('citizenId', 3, kept(household?.maskedCitizenId))}
      {line('oldIdNumber', 3, kept(household?.maskedOldIdNumber))}
      {line('customerCode', 3)}
      {line('meterNumber', 3)}
      {line('hamlet', 3)}
      {line('addressText', 5)}
      <Grid.Col span={4}>
        <CommuneField value={commune} addressText={typedAddress} onChange={onCommune} errors={errors} />
      </Grid.Col>
      {figure('memberCount', 2)}
      <Grid.Col span={4}>
        <LegalBasisField {...props} />
      </Grid.Col>
      <Grid.Col span={6}>
        <NoteField {...props} />
      </Grid.Col>
    </Grid>
  )
}

function NoteField(props: HouseholdFieldsProps) {
  const { key, ...rest } = useFields(props)('note')
  return <Textarea key={key} autosize minRows={1} maxRows={3} {...rest} />
}

/** A number as lists wrote it becomes one that can be called; what it was mended from stays to be seen. */
function PhoneField(props: HouseholdFieldsProps) {
  const { form } = props
  const text = useText()
  const { key, onBlur, ...rest } = useFields(props)('phone')
  const [mendedFrom, setMendedFrom] = useState<string | null>(null)
  function mend(event: FocusEvent<HTMLInputElement>): void {
    onBlur?.(event)
    const typed = event.currentTarget.value.trim()
    const reading = readPhone(typed)
    if (reading.kind === 'strange' || reading.phone === typed) return
    setMendedFrom(typed)
    form.setFieldValue('phone', reading.phone)
  }
  return (
    <TextInput
      key={key}
      {...rest}
      inputMode="tel"
      description={mendedFrom && text.households.form.phoneMended(mendedFrom)}
      onBlur={mend}
    />
  )
}

/** Why the office may keep what it keeps; the law of each is told where it is chosen. */
function LegalBasisField(props: HouseholdFieldsProps) {
  const text = useText()
  const { form: words } = text.households
  const { key, ...rest } = useFields(props)('legalBasis')
  return (
    <Select
      key={key}
      {...rest}
      placeholder={words.legalBasisPlaceholder}
      data={LEGAL_BASES.map((value) => ({ value, label: text.trade.legalBases[value] }))}
      filter={withoutDiacritics}
      searchable
      clearable
      comboboxProps={{ width: 360 }}
      renderOption={({ option }) => (
        <div>
          <Text size="sm">{option.label}</Text>
          <Text size="xs" c="gray.7">
            {LEGAL_BASES.flatMap((basis) => (basis === option.value ? [words.legalBases[basis]] : []))}
          </Text>
        </div>
      )}
    />
  )
}
