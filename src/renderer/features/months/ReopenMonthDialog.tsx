/** Opening a closed month again: with a reason, until head office has accepted its package. */

import { Alert, Group, Stack, Text, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { MonthLine } from '../../../contract/months.ts'
import { formatPeriod } from '../../../domain/period.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { FormFlow } from '../../components/FormFlow.tsx'
import { fieldErrors } from '../../components/form-errors.ts'
import { useOfficeCommand } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'

export function ReopenMonthDialog({ month, onClose }: { month: MonthLine; onClose: () => void }) {
  const text = useText()
  const { reopen: words } = text.months
  const { period, revision } = month
  const { run, isRunning, failure } = useOfficeCommand('months.reopen')
  const [reason, setReason] = useState('')

  async function reopen(): Promise<void> {
    if (!(await run({ period, reason }))) return
    notifications.show({ message: words.done(formatPeriod(period)) })
    onClose()
  }
  return (
    <Dialog opened onClose={onClose} size={520} title={words.title(formatPeriod(period))}>
      <FormFlow onSubmit={() => void reopen()}>
        <Stack gap="sm">
          <Alert color="orange" variant="light" p="xs">
            <Text size="sm">{words.text(revision + 1)}</Text>
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
              isRunning={isRunning}
              command={{ id: 'months.doReopen', keys: 'mod+S', label: words.button, run: () => void reopen() }}
            />
          </Group>
        </Stack>
      </FormFlow>
    </Dialog>
  )
}
