/** Closing cannot be taken back: what it fixes is shown once more, and the month's number is typed. */

import { Alert, Group, List, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { MonthCheck } from '../../../contract/months.ts'
import { formatPeriod } from '../../../domain/period.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { FormFlow } from '../../components/FormFlow.tsx'
import { fieldErrors } from '../../components/form-errors.ts'
import { showAmount, showCount } from '../../components/formats.ts'
import { useOfficeCommand } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import { isMonthNumber } from './month-number.ts'

export function CloseMonthDialog({ check, onClose }: { check: MonthCheck; onClose: () => void }) {
  const text = useText()
  const words = text.months
  const { period, figures, warnings } = check
  const { run, isRunning, failure } = useOfficeCommand('months.close')
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  const [explanation, setExplanation] = useState('')
  const monthNumber = period.slice(5)

  async function close(): Promise<void> {
    const isConfirmed = isMonthNumber(typed, period)
    setWrong(!isConfirmed)
    if (!isConfirmed || !(await run({ period, explanation }))) return
    notifications.show({ message: words.closed(formatPeriod(period)), color: 'teal' })
    onClose()
  }
  return (
    <Dialog opened onClose={onClose} size={560} title={words.closeTitle(formatPeriod(period))}>
      <FormFlow onSubmit={() => void close()}>
        <Stack gap="sm">
          <Alert color="orange" variant="light" p="xs">
            <Text size="sm">{words.closeText(formatPeriod(period))}</Text>
          </Alert>
          <List size="sm" spacing={2}>
            <List.Item>
              {words.figures.handovers}: {showCount(figures.handoverCount)} ({showAmount(figures.giftsDong)})
            </List.Item>
            <List.Item>
              {words.figures.repairs}: {showCount(figures.repairCount)} ({showAmount(figures.repairsDong)})
            </List.Item>
            {warnings.map(({ code, count }) => (
              <List.Item key={code}>{text.trade.monthWarnings[code](count)}</List.Item>
            ))}
          </List>
          {failure?.family !== 'invalid-input' && <FailureAlert failure={failure} />}
          <Textarea
            label={words.explanation}
            description={words.explanationHint}
            autosize
            minRows={2}
            maxRows={4}
            value={explanation}
            error={fieldErrors(text, failure).explanation}
            onChange={(event) => setExplanation(event.currentTarget.value)}
          />
          <TextInput
            label={words.confirm(monthNumber)}
            data-autofocus
            autoComplete="off"
            value={typed}
            error={isWrong ? words.confirmWrong(monthNumber) : null}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <CommandButton
              data-submit
              isRunning={isRunning}
              command={{ id: 'months.doClose', keys: 'F8', label: words.close, run: () => void close() }}
            />
          </Group>
        </Stack>
      </FormFlow>
    </Dialog>
  )
}
