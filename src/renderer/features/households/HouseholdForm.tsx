/** Registering and amending a household. While a new name is typed, households that look like it are shown. */

import { Grid, Group, NumberInput, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDebouncedValue } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Input } from '../../../contract/contract.ts'
import type { HouseholdDetail } from '../../../contract/households.ts'
import type { HouseholdField } from '../../../domain/household.ts'
import { CategorySelect } from '../../components/CategorySelect.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { FormFlow, KeepButton } from '../../components/FormFlow.tsx'
import { fieldErrors } from '../../components/form-errors.ts'
import { useOfficeCommand, useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'

type Facts = Input<'households.register'>

interface HouseholdFormProps {
  isOpen: boolean
  /** Null to register a new one. */
  household: HouseholdDetail | null
  onClose: () => void
  onKept: (householdId: string) => void
}

export function HouseholdForm(props: HouseholdFormProps) {
  const text = useText().households.form
  const { isOpen, household, onClose } = props
  const title = household ? text.amendTitle(household.headOfHousehold) : text.registerTitle
  return (
    <Dialog opened={isOpen} onClose={onClose} size={760} title={title}>
      <Fields {...props} />
    </Dialog>
  )
}

/** The fields as a form holds them: no text is an empty text. The citizen ID is never shown, only replaced. */
function valuesOf(household: HouseholdDetail | null) {
  return {
    headOfHousehold: household?.headOfHousehold ?? '',
    birthYear: household?.birthYear ?? '',
    citizenId: '',
    oldIdNumber: household?.oldIdNumber ?? '',
    customerCode: household?.customerCode ?? '',
    meterNumber: household?.meterNumber ?? '',
    phone: household?.phone ?? '',
    hamlet: household?.hamlet ?? '',
    communeName: household?.communeName ?? '',
    addressText: household?.addressText ?? '',
    memberCount: household?.memberCount ?? '',
    category: household?.category ?? null,
    categoryDecision: household?.categoryDecision ?? '',
    note: household?.note ?? '',
  }
}

type Values = ReturnType<typeof valuesOf>

const wholeNumber = (value: number | string) => (value === '' ? null : Number(value))

function factsOf(values: Values): Facts {
  return { ...values, birthYear: wholeNumber(values.birthYear), memberCount: wholeNumber(values.memberCount) }
}

function Fields({ household, onClose, onKept }: HouseholdFormProps) {
  const text = useText()
  const register = useOfficeCommand('households.register')
  const amend = useOfficeCommand('households.amend')
  const [typedName, setTypedName] = useState('')
  const form = useForm<Values>({
    mode: 'uncontrolled',
    initialValues: valuesOf(household),
    onValuesChange: (values) => household === null && setTypedName(values.headOfHousehold),
  })
  const { failure } = household ? amend : register
  const errors = fieldErrors(text, failure)
  const keep = async (): Promise<void> => {
    const facts = factsOf(form.getValues())
    const kept = household ? await keepAmended(household, facts) : await register.run(facts)
    if (!kept) return
    const tell = household ? text.households.form.amended : text.households.form.registered
    notifications.show({ message: tell(facts.headOfHousehold) })
    onClose()
    onKept('householdId' in kept ? kept.householdId : (household?.householdId ?? ''))
  }
  /** An empty citizen ID leaves the kept one as it is. */
  function keepAmended({ householdId, revision }: HouseholdDetail, { citizenId, ...facts }: Facts) {
    const changed = citizenId ? { ...facts, citizenId } : facts
    return amend.run({ householdId, revision, facts: changed })
  }

  const field = (name: HouseholdField) => ({
    label: text.trade.householdFields[name],
    autoComplete: 'off',
    spellCheck: false,
    ...form.getInputProps(name),
    error: errors[name] ?? errors[`facts.${name}`],
  })
  const textColumn = (name: HouseholdField, span: number) => (
    <Grid.Col span={span}>
      <TextInput key={form.key(name)} {...field(name)} />
    </Grid.Col>
  )
  return (
    <FormFlow onSubmit={() => void keep()}>
      <Stack gap="sm">
        {failure?.family !== 'invalid-input' && <FailureAlert failure={failure} />}
        <Grid gap="xs">
          <Grid.Col span={8}>
            <TextInput {...field('headOfHousehold')} key={form.key('headOfHousehold')} withAsterisk data-autofocus />
            <LooksLike name={typedName} />
          </Grid.Col>
          <Grid.Col span={4}>
            <NumberInput {...field('birthYear')} key={form.key('birthYear')} hideControls allowDecimal={false} />
          </Grid.Col>
          <Grid.Col span={4}>
            <TextInput
              {...field('citizenId')}
              key={form.key('citizenId')}
              inputMode="numeric"
              description={household?.maskedCitizenId && text.households.form.citizenIdKept(household.maskedCitizenId)}
            />
          </Grid.Col>
          {textColumn('oldIdNumber', 4)}
          {textColumn('phone', 4)}
          {textColumn('customerCode', 4)}
          {textColumn('meterNumber', 4)}
          <Grid.Col span={4}>
            <NumberInput {...field('memberCount')} key={form.key('memberCount')} hideControls allowDecimal={false} />
          </Grid.Col>
          {textColumn('hamlet', 4)}
          {textColumn('communeName', 4)}
          <Grid.Col span={4}>
            <CategorySelect
              {...field('category')}
              key={form.key('category')}
              placeholder={text.households.form.noCategory}
            />
          </Grid.Col>
          {textColumn('addressText', 8)}
          {textColumn('categoryDecision', 4)}
          <Grid.Col span={12}>
            <Textarea {...field('note')} key={form.key('note')} autosize minRows={1} maxRows={3} />
          </Grid.Col>
        </Grid>
        <Group justify="flex-end">
          <KeepButton
            label={text.components.keep}
            run={() => void keep()}
            isRunning={register.isRunning || amend.isRunning}
          />
        </Group>
      </Stack>
    </FormFlow>
  )
}

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
