/**
 * Drawing a closing up, approving it, or closing alone: what it fixes is shown once more, each warning gets a word, and
 * the month's number is typed.
 */

import { Alert, Group, List, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { MonthCheck, MonthLine } from '../../../contract/months.ts'
import type { MonthWarning } from '../../../domain/month-close.ts'
import { formatPeriod } from '../../../domain/period.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { FormFlow } from '../../components/FormFlow.tsx'
import { showAmount, showCount } from '../../components/formats.ts'
import { useOfficeCommand } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import { isMonthNumber } from './month-number.ts'

export type ClosingStep = 'propose' | 'close'

interface CloseMonthDialogProps {
  month: MonthLine
  check: MonthCheck
  step: ClosingStep
  onClose: () => void
}

export function CloseMonthDialog({ month, check, step, onClose }: CloseMonthDialogProps) {
  const words = useText().months
  const { period, proposal } = month
  const propose = useOfficeCommand('months.propose')
  const close = useOfficeCommand('months.close')
  const { isRunning, failure } = step === 'propose' ? propose : close
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  const [said, setSaid] = useState<Partial<Record<MonthWarning, string>>>(() =>
    Object.fromEntries((proposal?.explanations ?? []).map(({ code, words: word }) => [code, word])),
  )
  const [isUnsaid, setUnsaid] = useState(false)
  const monthNumber = period.slice(5)

  async function go(): Promise<void> {
    const isConfirmed = isMonthNumber(typed, period)
    const explanations = check.warnings.map(({ code }) => ({ code, words: said[code]?.trim() ?? '' }))
    const isMissing = explanations.some(({ words: word }) => word === '')
    setWrong(!isConfirmed)
    setUnsaid(isMissing)
    if (!isConfirmed || isMissing) return
    const done = await (step === 'propose' ? propose : close).run({ period, explanations })
    if (!done) return
    const message = step === 'propose' ? words.proposed(formatPeriod(period)) : words.closed(formatPeriod(period))
    notifications.show({ message, color: 'teal' })
    onClose()
  }
  return (
    <Dialog opened onClose={onClose} size={640} title={words.stepTitles[step](formatPeriod(period))}>
      <FormFlow onSubmit={() => void go()}>
        <Stack gap="sm">
          <Alert color="orange" variant="light" p="xs">
            <Text size="sm">{step === 'propose' ? words.proposeText : words.closeText(formatPeriod(period))}</Text>
          </Alert>
          <Fixed check={check} />
          <FailureAlert failure={failure} />
          {check.warnings.map(({ code, count }) => (
            <Explanation
              key={code}
              warning={{ code, count }}
              value={said[code] ?? ''}
              isMissing={isUnsaid && !said[code]?.trim()}
              onChange={(word) => setSaid({ ...said, [code]: word })}
            />
          ))}
          <TextInput
            label={words.confirm(monthNumber)}
            data-autofocus={check.warnings.length === 0}
            autoComplete="off"
            value={typed}
            error={isWrong ? words.confirmWrong(monthNumber) : null}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <CommandButton
              data-submit
              isRunning={isRunning}
              command={{ id: 'months.doClose', keys: 'F8', label: words.steps[step], run: () => void go() }}
            />
          </Group>
        </Stack>
      </FormFlow>
    </Dialog>
  )
}

function Fixed({ check: { figures } }: { check: MonthCheck }) {
  const words = useText().months
  return (
    <List size="sm" spacing={2}>
      <List.Item>
        {words.figures.handovers}: {showCount(figures.handoverCount)} ({showAmount(figures.giftsDong)})
      </List.Item>
      <List.Item>
        {words.figures.repairs}: {showCount(figures.repairCount)} ({showAmount(figures.repairsDong)})
      </List.Item>
    </List>
  )
}

interface ExplanationProps {
  warning: { code: MonthWarning; count: number }
  value: string
  isMissing: boolean
  onChange: (words: string) => void
}

function Explanation({ warning, value, isMissing, onChange }: ExplanationProps) {
  const { months: words, trade } = useText()
  return (
    <TextInput
      label={trade.monthWarnings[warning.code](warning.count)}
      placeholder={words.explanation}
      withAsterisk
      data-autofocus
      autoComplete="off"
      value={value}
      error={isMissing ? words.explanationMissing : null}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
