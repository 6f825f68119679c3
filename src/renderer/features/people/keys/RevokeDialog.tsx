/** Taking a key back, the office's or head office's, with a reason. */

import { Alert, Group, Stack, Text, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { CommandButton } from '../../../commands/CommandButton.tsx'
import { Dialog } from '../../../components/Dialog.tsx'
import { FailureAlert } from '../../../components/FailureAlert.tsx'
import { FormFlow } from '../../../components/FormFlow.tsx'
import { fieldErrors } from '../../../components/form-errors.ts'
import { useOfficeCommand } from '../../../office-port/asking.ts'
import { useText } from '../../../text/language.ts'

interface RevokeDialogProps {
  whose: 'own' | 'headOffice'
  keyId: string
  onClose: () => void
}

export function RevokeDialog({ whose, keyId, onClose }: RevokeDialogProps) {
  const text = useText()
  const { revoke: words } = text.keys
  const own = useOfficeCommand('keys.revoke')
  const headOffice = useOfficeCommand('keys.revokeHeadOfficeKey')
  const { run, isRunning, failure } = whose === 'own' ? own : headOffice
  const [reason, setReason] = useState('')

  async function revoke(): Promise<void> {
    if (!(await run({ keyId, reason }))) return
    notifications.show({ message: words.done })
    onClose()
  }
  return (
    <Dialog opened onClose={onClose} size={520} title={words.title(keyId)}>
      <FormFlow onSubmit={() => void revoke()}>
        <Stack gap="sm">
          <Alert color="red" variant="light" p="xs">
            <Text size="sm">{words[whose]}</Text>
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
              color="red.9"
              isRunning={isRunning}
              command={{ id: 'keys.doRevoke', keys: 'mod+S', label: words.run, run: () => void revoke() }}
            />
          </Group>
        </Stack>
      </FormFlow>
    </Dialog>
  )
}
