/**
 * Recording a finished repair: whose house, what was found, what was put in, and the readings afterwards.
 * Closing the form keeps what was typed until it is recorded or the screen is left.
 */

import { Alert, Fieldset, Group, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Day } from '../../../domain/day.ts'
import { failedChecks } from '../../../domain/repair.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { FormFlow, KeepButton } from '../../components/FormFlow.tsx'
import { fieldErrors } from '../../components/form-errors.ts'
import { LineFields } from '../../components/LineFields.tsx'
import { EMPTY_LINE } from '../../components/pasted-lines.ts'
import { useOfficeCommand, useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import { HouseholdField, ReadingFields, WorkFields } from './RepairFields.tsx'
import classes from './Repairs.module.css'
import { blankRepair, errorsInForm, missingFields, nextRepair, type RepairValues, repairOf } from './repair-values.ts'

interface RepairFormProps {
  isOpen: boolean
  today: Day
  /** Null while no household has been chosen. */
  householdId: string | null
  /** What was typed before, and what is typed now. */
  draft: RefObject<RepairValues | null>
  onChoose: (householdId: string | null) => void
  onClose: () => void
  onRecorded: (repairId: string) => void
}

export function RepairForm(props: RepairFormProps) {
  const text = useText().repairs.form
  return (
    <Dialog opened={props.isOpen} onClose={props.onClose} size={940} yOffset={24} title={text.title}>
      <Content {...props} />
    </Dialog>
  )
}

function Content({ today, householdId, draft, onChoose, onClose, onRecorded }: RepairFormProps) {
  const text = useText()
  const words = text.repairs.form
  const { run, isRunning, failure } = useOfficeCommand('repairs.record')
  const { data: household } = useOfficeQuery('households.get', householdId ? { householdId } : null)
  const form = useForm<RepairValues>({
    mode: 'controlled',
    initialValues: draft.current ?? blankRepair(today),
    onValuesChange: (typed) => {
      draft.current = typed
    },
  })
  const values = form.getValues()
  const content = useRef<HTMLDivElement>(null)
  const [attempts, setAttempts] = useState(0)
  const [warnedOf, setWarnedOf] = useState('')
  const failing = failedChecks(repairOf(values, '').readings).map((check) => text.trade.repairChecks[check])
  const isWarned = failing.length > 0 && warnedOf === JSON.stringify(values.readings)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer of the office is shown once.
  useEffect(() => {
    if (failure?.family !== 'invalid-input') return
    form.setErrors(errorsInForm(fieldErrors(text, failure), form.getValues()))
    setAttempts((count) => count + 1)
  }, [failure])
  // Once the household is known, the work is asked for.
  useEffect(() => {
    if (household?.householdId && !(document.activeElement instanceof HTMLInputElement)) {
      content.current?.querySelector('input')?.focus()
    }
  }, [household?.householdId])
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each attempt that went wrong.
  useEffect(() => {
    content.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [attempts])

  async function record(): Promise<void> {
    const missing = missingFields(values, householdId)
    if (missing.length > 0 || !householdId) {
      const { required } = text.failures.inputProblems
      form.setErrors({ ...Object.fromEntries(missing.map((path) => [path, required])) })
      if (!householdId) form.setFieldError('householdId', words.householdNeeded)
      return setAttempts(attempts + 1)
    }
    if (failing.length > 0 && !isWarned) return setWarnedOf(JSON.stringify(values.readings))
    const recorded = await run(repairOf(values, householdId))
    if (!recorded) return
    draft.current = nextRepair(values, today)
    const name = household?.headOfHousehold ?? ''
    notifications.show(
      recorded.failedChecks.length > 0
        ? { message: words.failed(failing.join('; ')), color: 'red.8' }
        : { message: words.recorded(name), color: 'teal' },
    )
    onClose()
    onRecorded(recorded.repairId)
  }
  const field = (path: string) => ({ autoComplete: 'off', spellCheck: false, ...form.getInputProps(path) })
  return (
    <FormFlow onSubmit={() => void record()}>
      <Stack gap="xs" ref={content}>
        {failure?.family !== 'invalid-input' && <FailureAlert failure={failure} />}
        <HouseholdField household={household ?? null} error={form.errors.householdId ?? null} onChoose={onChoose} />
        <WorkFields form={form} field={field} today={today} />
        <Fieldset legend={words.items} p="xs">
          <LineFields
            words={words.lines}
            addLine={words.addLine}
            removeLine={words.removeLine}
            sum={words.cost}
            lines={values.items}
            field={(line, name) => field(`items.${line}.${name}`)}
            onAdd={() => form.insertListItem('items', { ...EMPTY_LINE })}
            onRemove={(line) => form.removeListItem('items', line)}
            onPaste={(lines) => form.setFieldValue('items', lines)}
          />
        </Fieldset>
        <ReadingFields form={form} field={field} />
        <div className={classes.foot}>
          {isWarned && (
            <Alert color="red" variant="light" p="xs" mb="xs" role="alert" title={words.failing(failing.join('; '))}>
              <Text size="sm">{words.failingNext}</Text>
            </Alert>
          )}
          <Group justify="flex-end">
            <KeepButton
              label={isWarned ? words.recordAnyway : text.components.keep}
              run={() => void record()}
              isRunning={isRunning}
            />
          </Group>
        </div>
      </Stack>
    </FormFlow>
  )
}
