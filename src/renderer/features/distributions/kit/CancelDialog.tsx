/** Asks before a distribution that was planned by mistake is taken back. */

import { Button, Group, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { DistributionEvent } from '../../../../contract/distributions.ts'
import { CommandButton } from '../../../commands/CommandButton.tsx'
import { Dialog } from '../../../components/Dialog.tsx'
import { FailureAlert } from '../../../components/FailureAlert.tsx'
import { showCount } from '../../../components/formats.ts'
import { useOfficeCommand } from '../../../office-port/asking.ts'
import { useText } from '../../../text/language.ts'

interface CancelDialogProps {
  event: DistributionEvent
  onClose: () => void
  onCancelled: () => void
}

export function CancelDialog({ event, onClose, onCancelled }: CancelDialogProps) {
  const { cancel } = useText().distributions
  const { run, isRunning, failure } = useOfficeCommand('distributions.cancel')
  const { eventId, placeName, householdCount } = event
  async function takeBack(): Promise<void> {
    if (!(await run({ eventId }))) return
    notifications.show({ message: cancel.done(placeName), color: 'teal' })
    onCancelled()
  }
  return (
    <Dialog opened onClose={onClose} title={cancel.title(placeName)}>
      <Stack gap="sm">
        <Text size="sm">{cancel.text(showCount(householdCount))}</Text>
        <FailureAlert failure={failure} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {cancel.stay}
          </Button>
          <CommandButton
            isRunning={isRunning}
            command={{
              id: 'distributions.takeBack',
              keys: 'mod+Enter',
              label: cancel.open,
              run: () => void takeBack(),
            }}
          />
        </Group>
      </Stack>
    </Dialog>
  )
}
