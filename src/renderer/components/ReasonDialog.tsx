/** A step that wants a reason and is told first what it does: Ctrl+S does it. */

import { Alert, Group, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Failure } from '../../contract/failure.ts'
import { CommandButton } from '../commands/CommandButton.tsx'
import { useText } from '../text/language.ts'
import { Dialog } from './Dialog.tsx'
import { FailureAlert } from './FailureAlert.tsx'
import { FormFlow } from './FormFlow.tsx'
import { fieldErrors } from './form-errors.ts'

interface ReasonDialogProps {
  title: string
  /** What the step does, and how grave it is. */
  note: string
  color: 'orange' | 'red'
  step: { id: string; label: string }
  isRunning: boolean
  failure: Failure | null
  onReason: (reason: string) => void
  onClose: () => void
}

export function ReasonDialog({ title, note, color, step, isRunning, failure, onReason, onClose }: ReasonDialogProps) {
  const text = useText()
  const [reason, setReason] = useState('')
  return (
    <Dialog opened onClose={onClose} size={520} title={title}>
      <FormFlow onSubmit={() => onReason(reason)}>
        <Stack gap="sm">
          <Alert color={color} variant="light" p="xs">
            <Text size="sm">{note}</Text>
          </Alert>
          {failure?.family !== 'invalid-input' && <FailureAlert failure={failure} />}
          <Textarea
            label={text.components.reason}
            withAsterisk
            data-autofocus
            value={reason}
            error={fieldErrors(text, failure).reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <CommandButton
              data-submit
              {...(color === 'red' ? { color: 'red.9' } : {})}
              isRunning={isRunning}
              command={{ ...step, keys: 'mod+S', run: () => onReason(reason) }}
            />
          </Group>
        </Stack>
      </FormFlow>
    </Dialog>
  )
}
