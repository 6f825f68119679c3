/** Says what a new key brings along before it is made. */

import { Group, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { CommandButton } from '../../../commands/CommandButton.tsx'
import { Dialog } from '../../../components/Dialog.tsx'
import { FailureAlert } from '../../../components/FailureAlert.tsx'
import { useOfficeCommand } from '../../../office-port/asking.ts'
import { useText } from '../../../text/language.ts'

export function RotateDialog({ onClose }: { onClose: () => void }) {
  const { rotate: words } = useText().keys
  const { run, isRunning, failure } = useOfficeCommand('keys.rotate')
  async function rotate(): Promise<void> {
    const made = await run({})
    if (!made) return
    notifications.show({ message: words.done(made.keyId), color: 'teal' })
    onClose()
  }
  return (
    <Dialog opened onClose={onClose} size={520} title={words.title}>
      <Stack gap="sm">
        <Text size="sm">{words.text}</Text>
        <Text size="sm" fw={600}>
          {words.next}
        </Text>
        <FailureAlert failure={failure} />
        <Group justify="flex-end">
          <CommandButton
            data-autofocus
            isRunning={isRunning}
            command={{ id: 'keys.doRotate', keys: 'mod+S', label: words.run, run: () => void rotate() }}
          />
        </Group>
      </Stack>
    </Dialog>
  )
}
