/** The first run: three short steps, with the head of the papers as it will be printed. */

import {
  Button,
  Checkbox,
  Group,
  Paper,
  Select,
  SimpleGrid,
  Stack,
  Stepper,
  Text,
  TextInput,
  Title,
} from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import type { Input } from '../../../contract/contract.ts'
import { ROLES } from '../../../domain/role.ts'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { FormFlow } from '../../components/FormFlow.tsx'
import { fieldErrors } from '../../components/form-errors.ts'
import { useOfficeCommand } from '../../office-port/asking.ts'
import { useOffice } from '../../office-port/OfficeProvider.tsx'
import { useText } from '../../text/language.ts'
import classes from './FirstRun.module.css'

type Facts = Input<'office.setUp'>

const STEPS = ['office', 'signer', 'person'] as const
const FIELDS_OF_STEP: Record<(typeof STEPS)[number], readonly string[]> = {
  office: ['parentOrganisation', 'officeName', 'officeCode', 'place'],
  signer: ['signerTitle', 'signerName'],
  person: ['person.fullName', 'person.role'],
}

const EMPTY: Facts = {
  officeCode: '',
  officeName: '',
  parentOrganisation: '',
  place: '',
  signerTitle: '',
  signerName: '',
  isPractice: false,
  person: { fullName: '', role: 'supervisor' },
}

export function FirstRun() {
  const text = useText()
  const { enter } = useOffice()
  const setUp = useOfficeCommand('office.setUp')
  const [step, setStep] = useState(0)
  const form = useForm<Facts>({ mode: 'controlled', initialValues: EMPTY })
  const facts = form.getValues()
  const stepName = STEPS[step] ?? 'office'
  const valueOf = (path: string) =>
    path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], facts)

  async function goOn(): Promise<void> {
    const missing = FIELDS_OF_STEP[stepName].filter((path) => String(valueOf(path)).trim() === '')
    form.setErrors(Object.fromEntries(missing.map((path) => [path, text.failures.inputProblems.required])))
    if (missing.length > 0) return
    if (step < STEPS.length - 1) return setStep(step + 1)
    const made = await setUp.run({ ...facts, officeCode: facts.officeCode.trim().toUpperCase() })
    if (made) await enter(made.personId)
  }

  const errors = fieldErrors(text, setUp.failure)
  const field = (path: string) => ({
    ...form.getInputProps(path),
    error: form.errors[path] ?? errors[path],
    withAsterisk: true,
    autoComplete: 'off',
    spellCheck: false,
    id: path,
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
            {stepName === 'signer' && (
              <>
                <TextInput
                  label={text.firstRun.signerTitle}
                  placeholder={text.firstRun.signerTitleExample}
                  data-autofocus
                  autoFocus
                  {...field('signerTitle')}
                />
                <TextInput label={text.firstRun.signerName} {...field('signerName')} />
                <Letterhead facts={facts} />
              </>
            )}
            {stepName === 'person' && (
              <>
                <TextInput label={text.firstRun.personName} autoFocus {...field('person.fullName')} />
                <Select
                  label={text.firstRun.personRole}
                  data={ROLES.map((role) => ({ value: role, label: text.trade.roles[role] }))}
                  allowDeselect={false}
                  {...field('person.role')}
                />
                <Checkbox
                  label={text.firstRun.isPractice}
                  {...form.getInputProps('isPractice', { type: 'checkbox' })}
                />
              </>
            )}
          </Stack>
          <Group justify="space-between" mt="md">
            <Button variant="default" disabled={step === 0} onClick={() => setStep(step - 1)}>
              {text.firstRun.back}
            </Button>
            <Button type="submit" loading={setUp.isRunning}>
              {step < STEPS.length - 1 ? text.firstRun.next : text.firstRun.finish}
            </Button>
          </Group>
        </FormFlow>
      </Paper>
    </main>
  )
}

function OfficeFields({ field }: { field: (path: string) => object }) {
  const text = useText().firstRun
  return (
    <>
      <TextInput
        label={text.parentOrganisation}
        placeholder={text.parentExample}
        autoFocus
        {...field('parentOrganisation')}
      />
      <TextInput label={text.officeName} placeholder={text.officeNameExample} {...field('officeName')} />
      <SimpleGrid cols={2}>
        <TextInput label={text.officeCode} description={text.officeCodeHint} {...field('officeCode')} />
        <TextInput label={text.place} description={text.placeExample} {...field('place')} />
      </SimpleGrid>
    </>
  )
}

/** The head of a paper by Nghị định 30/2020/NĐ-CP, so that a typing mistake is seen before it is printed. */
function Letterhead({ facts }: { facts: Facts }) {
  const text = useText().firstRun
  return (
    <figure className={classes.letterhead} aria-label={text.letterhead}>
      <div>
        <div>{facts.parentOrganisation.toUpperCase()}</div>
        <strong>{facts.officeName.toUpperCase()}</strong>
      </div>
      <div>
        <strong>{text.nation}</strong>
        <br />
        <strong className={classes.motto}>{text.motto}</strong>
      </div>
      <figcaption>{text.letterhead}</figcaption>
    </figure>
  )
}
