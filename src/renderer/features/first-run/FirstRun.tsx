/** The first run: three short steps, with the head of the papers as it will be printed. */

import { Button, Group, Paper, Stack, Stepper, Text, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import type { Input } from '../../../contract/contract.ts'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { FormFlow } from '../../components/FormFlow.tsx'
import { fieldErrors } from '../../components/form-errors.ts'
import { useOfficeCommand } from '../../office-port/asking.ts'
import { useOffice } from '../../office-port/OfficeProvider.tsx'
import { useText } from '../../text/language.ts'
import classes from './FirstRun.module.css'
import { type FieldProps, type OfficeField, OfficeFields, PersonFields, SignerFields } from './StepFields.tsx'

type Values = Record<OfficeField, string> & Pick<Input<'office.setUp'>, 'isPractice'>

const STEPS = ['office', 'signer', 'person'] as const
const FIELDS_OF_STEP: Record<(typeof STEPS)[number], readonly OfficeField[]> = {
  office: ['parentOrganisation', 'officeName', 'officeCode', 'place'],
  signer: ['signerTitle', 'signerName'],
  person: ['fullName', 'role'],
}

const EMPTY: Values = {
  officeCode: '',
  officeName: '',
  parentOrganisation: '',
  place: '',
  signerTitle: '',
  signerName: '',
  isPractice: false,
  fullName: '',
  role: 'administrator',
}

function officeOf({ fullName, role, officeCode, ...profile }: Values): Input<'office.setUp'> {
  const person = { fullName, role: role as Input<'office.setUp'>['person']['role'] }
  return { ...profile, officeCode: officeCode.trim().toUpperCase(), person }
}

export function FirstRun() {
  const text = useText()
  const { enter } = useOffice()
  const setUp = useOfficeCommand('office.setUp')
  const [step, setStep] = useState(0)
  const form = useForm<Values>({ mode: 'controlled', initialValues: EMPTY })
  const values = form.getValues()
  const stepName = STEPS[step] ?? 'office'
  const isLast = step === STEPS.length - 1

  async function goOn(): Promise<void> {
    const missing = FIELDS_OF_STEP[stepName].filter((name) => values[name].trim() === '')
    form.setErrors(Object.fromEntries(missing.map((name) => [name, text.failures.inputProblems.required])))
    if (missing.length > 0) return
    if (!isLast) return setStep(step + 1)
    const made = await setUp.run(officeOf(values))
    if (made) await enter(made.personId)
  }
  const errors = fieldErrors(text, setUp.failure)
  const field = (name: OfficeField): FieldProps => ({
    value: values[name],
    onChange: form.getInputProps(name).onChange,
    error: form.errors[name] ?? errors[name] ?? errors[`person.${name}`],
    withAsterisk: true,
    autoComplete: 'off',
    spellCheck: false,
  })
  return (
    <main className={classes.page}>
      <Paper withBorder p="lg" className={classes.card}>
        <Title order={1}>{text.firstRun.title}</Title>
        <Text c="gray.7" mb="md">
          {text.firstRun.intro}
        </Text>
        <Stepper active={step} size="xs" mb="md" allowNextStepsSelect={false} onStepClick={setStep}>
          {STEPS.map((name) => (
            <Stepper.Step key={name} label={text.firstRun.steps[name]} />
          ))}
        </Stepper>
        <FailureAlert failure={setUp.failure} mb="md" />
        <FormFlow key={step} onSubmit={() => void goOn()}>
          <Stack gap="sm" mih={250}>
            {stepName === 'office' && <OfficeFields field={field} />}
            {stepName === 'signer' && <SignerFields field={field} />}
            {stepName === 'person' && (
              <PersonFields field={field} practice={form.getInputProps('isPractice', { type: 'checkbox' })} />
            )}
          </Stack>
          <Group justify="space-between" mt="md">
            <Button variant="default" disabled={step === 0} onClick={() => setStep(step - 1)}>
              {text.firstRun.back}
            </Button>
            <Button type="submit" loading={setUp.isRunning}>
              {isLast ? text.firstRun.finish : text.firstRun.next}
            </Button>
          </Group>
        </FormFlow>
      </Paper>
    </main>
  )
}
