/** Both codes of a recovery sheet, scanned or typed: a scanner's Enter goes on to the next field. */

import { Group, Stack, Text, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { RECOVERY_CODE_DIGITS, RECOVERY_KINDS } from '../../../../domain/recovery-code.ts'
import { CommandButton } from '../../../commands/CommandButton.tsx'
import { Dialog } from '../../../components/Dialog.tsx'
import { FailureAlert } from '../../../components/FailureAlert.tsx'
import { FormFlow } from '../../../components/FormFlow.tsx'
import { fieldErrors } from '../../../components/form-errors.ts'
import { useOfficeCommand } from '../../../office-port/asking.ts'
import { useText } from '../../../text/language.ts'

export function RestoreDialog({ onClose }: { onClose: () => void }) {
  const text = useText()
  const { restore: words } = text.keys
  const { run, isRunning, failure } = useOfficeCommand('keys.restore')
  const [codes, setCodes] = useState({ signingKey: '', recoveryIdentity: '' })
  const errors = fieldErrors(text, failure)

  async function restore(): Promise<void> {
    const restored = await run(codes)
    if (!restored) return
    notifications.show({ message: words.done(restored.keyId), color: 'teal' })
    onClose()
  }
  return (
    <Dialog opened onClose={onClose} size={560} title={words.title}>
      <FormFlow onSubmit={() => void restore()}>
        <Stack gap="sm">
          <Text size="sm">{words.text}</Text>
          {failure?.family !== 'invalid-input' && <FailureAlert failure={failure} />}
          {RECOVERY_KINDS.map((kind, index) => (
            <Textarea
              key={kind}
              label={words[kind]}
              description={words.typed(codes[kind].replace(/\D/g, '').length, RECOVERY_CODE_DIGITS)}
              withAsterisk
              data-autofocus={index === 0 || undefined}
              autosize
              minRows={2}
              inputMode="numeric"
              autoComplete="off"
              spellCheck={false}
              value={codes[kind]}
              error={errors[kind]}
              onChange={({ currentTarget: { value } }) => setCodes((now) => ({ ...now, [kind]: value }))}
            />
          ))}
          <Group justify="flex-end">
            <CommandButton
              data-submit
              isRunning={isRunning}
              command={{ id: 'keys.doRestore', keys: 'mod+S', label: words.run, run: () => void restore() }}
            />
          </Group>
        </Stack>
      </FormFlow>
    </Dialog>
  )
}
