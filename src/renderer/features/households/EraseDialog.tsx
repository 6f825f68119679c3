/** Forgetting a person who asked for it: says what goes and what the law keeps, and wants a word typed before. */

import { Alert, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { HouseholdDetail } from '../../../contract/households.ts'
import type { Day } from '../../../domain/day.ts'
import { searchKey } from '../../../domain/vietnamese.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { DayInput } from '../../components/DayInput.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { FormFlow } from '../../components/FormFlow.tsx'
import { fieldErrors } from '../../components/form-errors.ts'
import { useOfficeCommand } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'

interface EraseDialogProps {
  household: HouseholdDetail
  today: Day
  onClose: () => void
}

export function EraseDialog({ household, today, onClose }: EraseDialogProps) {
  const text = useText()
  const words = text.households.erase
  const { run, isRunning, failure } = useOfficeCommand('households.erase')
  const [on, setOn] = useState<string>(today)
  const [reason, setReason] = useState('')
  const [confirmed, setConfirmed] = useState('')
  const isConfirmed = searchKey(confirmed) === searchKey(words.word)
  const errors = fieldErrors(text, failure)

  async function erase(): Promise<void> {
    const { householdId, revision } = household
    if (!isConfirmed || !(await run({ householdId, revision, on: on as Day, reason }))) return
    notifications.show({ message: words.done })
    onClose()
  }
  return (
    <Dialog opened onClose={onClose} size={560} title={words.title(household.headOfHousehold)}>
      <FormFlow onSubmit={() => void erase()}>
        <Stack gap="sm">
          <Alert color="red" variant="light" py={8}>
            <Text size="sm">{words.goes}</Text>
          </Alert>
          <Text size="sm">{words.stays}</Text>
          {failure?.family !== 'invalid-input' && <FailureAlert failure={failure} />}
          <Textarea
            label={words.reason}
            withAsterisk
            data-autofocus
            autosize
            minRows={2}
            value={reason}
            error={errors.reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group grow align="flex-start">
            <DayInput label={words.on} value={on} today={today} error={errors.on} onChange={setOn} withAsterisk />
            <TextInput
              label={words.confirm(words.word)}
              autoComplete="off"
              spellCheck={false}
              value={confirmed}
              onChange={(event) => setConfirmed(event.currentTarget.value)}
            />
          </Group>
          <Group justify="flex-end">
            <CommandButton
              data-submit
              color="red.9"
              isRunning={isRunning}
              command={{
                id: 'household.erase',
                keys: 'mod+S',
                label: words.run,
                isDisabled: !isConfirmed,
                run: () => void erase(),
              }}
            />
          </Group>
        </Stack>
      </FormFlow>
    </Dialog>
  )
}
