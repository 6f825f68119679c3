/**
 * Recording a finished repair: whose house, what was found, what was put in, and the readings afterwards.
 * Closing the form keeps what was typed until it is recorded or the screen is left.
 */

import { Alert, Fieldset, Group, Stack, Text } from '@mantine/core'
import { type RefObject, useEffect, useRef } from 'react'
import type { Day } from '../../../domain/day.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { FormFlow, KeepButton } from '../../components/FormFlow.tsx'
import { LineFields } from '../../components/LineFields.tsx'
import { EMPTY_LINE } from '../../components/pasted-lines.ts'
import { useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import { HouseholdField, ReadingFields, WorkFields } from './RepairFields.tsx'
import classes from './Repairs.module.css'
import type { RepairValues } from './repair-values.ts'
import { useRepairForm } from './use-repair-form.ts'

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
  const { data: household } = useOfficeQuery('households.get', householdId ? { householdId } : null)
  const { form, values, record, isRunning, failure, attempts, failing, isWarned } = useRepairForm({
    today,
    household: household ?? null,
    draft,
    onRecorded: (repairId) => {
      onClose()
      onRecorded(repairId)
    },
  })
  const content = useRef<HTMLDivElement>(null)
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
