/** A key of head office is taken in once its fingerprint was read over the telephone and found the same. */

import { Checkbox, Group, Paper, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Output } from '../../../../contract/contract.ts'
import { formatDay } from '../../../../domain/day.ts'
import { CommandButton } from '../../../commands/CommandButton.tsx'
import { Dialog } from '../../../components/Dialog.tsx'
import { FailureAlert } from '../../../components/FailureAlert.tsx'
import { FormFlow } from '../../../components/FormFlow.tsx'
import { useOfficeCommand } from '../../../office-port/asking.ts'
import { useText } from '../../../text/language.ts'

interface TakeInDialogProps {
  path: string
  offered: Output<'keys.readHeadOfficeKey'>
  onClose: () => void
}

export function TakeInDialog({ path, offered, onClose }: TakeInDialogProps) {
  const { headOffice: words, office } = useText().keys
  const { run, isRunning, failure } = useOfficeCommand('keys.takeInHeadOfficeKey')
  const [isSame, setSame] = useState(false)
  const { name, keyId, fingerprint, madeOn } = offered

  async function takeIn(): Promise<void> {
    if (!isSame || !(await run({ path, fingerprint }))) return
    notifications.show({ message: words.done(name), color: 'teal' })
    onClose()
  }
  return (
    <Dialog opened onClose={onClose} size={560} title={words.compareTitle}>
      <FormFlow onSubmit={() => void takeIn()}>
        <Stack gap="sm">
          <Text size="sm">
            {words.name}: <strong>{name}</strong>. {office.keyId}: {keyId}. {words.madeOn}: {formatDay(madeOn)}.
          </Text>
          <Paper withBorder p="sm">
            <Text ta="center" size="lg" fw={700}>
              {fingerprint}
            </Text>
          </Paper>
          <Text size="sm">{words.compare}</Text>
          <FailureAlert failure={failure} />
          <Checkbox
            label={words.isSame}
            data-autofocus
            checked={isSame}
            onChange={(event) => setSame(event.currentTarget.checked)}
          />
          <Group justify="flex-end">
            <CommandButton
              data-submit
              isRunning={isRunning}
              command={{
                id: 'keys.doTakeIn',
                keys: 'mod+S',
                label: words.run,
                run: () => void takeIn(),
                isDisabled: !isSame,
              }}
            />
          </Group>
        </Stack>
      </FormFlow>
    </Dialog>
  )
}
