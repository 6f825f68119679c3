/** Keeps what the list is filtered by as a tab under a name. */

import { Group, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { HouseholdFilter } from '../../../contract/households.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { FormFlow, KeepButton } from '../../components/FormFlow.tsx'
import { fieldErrors } from '../../components/form-errors.ts'
import { useOfficeCommand } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'

/** As long as the office takes a name. */
const LONGEST_NAME = 40

interface SaveFilterDialogProps {
  filter: HouseholdFilter
  suggestedName: string
  onClose: () => void
}

export function SaveFilterDialog({ filter, suggestedName, onClose }: SaveFilterDialogProps) {
  const text = useText()
  const words = text.households.filters
  const { run, isRunning, failure } = useOfficeCommand('filters.save')
  const [name, setName] = useState(() => suggestedName.slice(0, LONGEST_NAME))
  async function save(): Promise<void> {
    if (!(await run({ name, filter }))) return
    notifications.show({ message: words.saved(name) })
    onClose()
  }
  return (
    <Dialog opened onClose={onClose} title={words.save}>
      <FormFlow onSubmit={() => void save()}>
        <Stack gap="sm">
          {failure?.family !== 'invalid-input' && <FailureAlert failure={failure} />}
          <Text size="sm">{suggestedName}</Text>
          <TextInput
            label={words.name}
            withAsterisk
            data-autofocus
            autoComplete="off"
            maxLength={LONGEST_NAME}
            value={name}
            error={fieldErrors(text, failure).name}
            onChange={(event) => setName(event.currentTarget.value)}
            onFocus={(event) => event.currentTarget.select()}
          />
          <Text size="xs" c="gray.7">
            {words.saveNote}
          </Text>
          <Group justify="flex-end">
            <KeepButton label={text.components.keep} run={() => void save()} isRunning={isRunning} />
          </Group>
        </Stack>
      </FormFlow>
    </Dialog>
  )
}
