/** The last word before a list is frozen: how many, how much, and its name. */

import { Group, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { CommandButton } from '../../../commands/CommandButton.tsx'
import { Dialog } from '../../../components/Dialog.tsx'
import { FailureAlert } from '../../../components/FailureAlert.tsx'
import { FormFlow } from '../../../components/FormFlow.tsx'
import { fieldErrors } from '../../../components/form-errors.ts'
import { showAmount, showCount } from '../../../components/formats.ts'
import { useOfficeCommand } from '../../../office-port/asking.ts'
import { useText } from '../../../text/language.ts'
import { type Draft, draftValueDong, entriesOf } from './list-draft.ts'

interface FinishDialogProps {
  campaignId: string
  draft: Draft
  onClose: () => void
  onDone: () => void
}

export function FinishDialog({ campaignId, draft, onClose, onDone }: FinishDialogProps) {
  const text = useText()
  const words = text.drawingUp
  const { run, isRunning, failure } = useOfficeCommand('giftLists.drawUp')
  const [title, setTitle] = useState('')
  async function finish(): Promise<void> {
    if (!(await run({ campaignId, title, entries: entriesOf(draft) }))) return
    notifications.show({ message: words.finished, color: 'teal' })
    onClose()
    onDone()
  }
  return (
    <Dialog opened onClose={onClose} title={words.finishTitle}>
      <FormFlow onSubmit={() => void finish()}>
        <Stack gap="sm">
          <Text size="sm">{words.finishText(showCount(draft.length), showAmount(draftValueDong(draft)))}</Text>
          {failure?.family !== 'invalid-input' && <FailureAlert failure={failure} />}
          <TextInput
            label={words.listTitle}
            placeholder={words.listTitleExample}
            data-autofocus
            autoComplete="off"
            value={title}
            error={fieldErrors(text, failure).title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <CommandButton
              data-submit
              isRunning={isRunning}
              command={{ id: 'drawUp.finishNow', keys: 'F9', label: words.finishDo, run: () => void finish() }}
            />
          </Group>
        </Stack>
      </FormFlow>
    </Dialog>
  )
}
