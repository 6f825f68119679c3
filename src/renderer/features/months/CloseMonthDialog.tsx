/** Closing cannot be taken back, so the month is typed once more. */

import { Alert, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { formatPeriod, type Period } from '../../../domain/period.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { FormFlow } from '../../components/FormFlow.tsx'
import { useOfficeCommand } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'

export function CloseMonthDialog({ period, onClose }: { period: Period; onClose: () => void }) {
  const text = useText().months
  const { run, isRunning, failure } = useOfficeCommand('months.close')
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  const [explanation, setExplanation] = useState('')
  const month = formatPeriod(period)

  async function close(): Promise<void> {
    const isConfirmed = typed.trim() === month
    setWrong(!isConfirmed)
    if (!isConfirmed || !(await run({ period, explanation }))) return
    notifications.show({ message: text.closed(month), color: 'teal' })
    onClose()
  }
  return (
    <Dialog opened onClose={onClose} title={text.closeTitle(month)}>
      <FormFlow onSubmit={() => void close()}>
        <Stack gap="sm">
          <Alert color="orange" variant="light">
            {text.closeText(month)}
          </Alert>
          <FailureAlert failure={failure} />
          <TextInput
            label={text.confirm(month)}
            data-autofocus
            autoComplete="off"
            value={typed}
            error={isWrong ? text.confirmWrong(month) : null}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Textarea
            label={text.explanation}
            value={explanation}
            onChange={(event) => setExplanation(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <CommandButton
              isRunning={isRunning}
              command={{ id: 'months.doClose', keys: 'F8', label: text.close, run: () => void close() }}
            />
          </Group>
        </Stack>
      </FormFlow>
    </Dialog>
  )
}
