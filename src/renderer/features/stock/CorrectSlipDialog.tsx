/** Putting a slip right by one that takes it back: asks for the day and the reason. */

import { Group, Stack, Text, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { StockSlip } from '../../../contract/stock.ts'
import type { Day } from '../../../domain/day.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { DayInput } from '../../components/DayInput.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { FormFlow } from '../../components/FormFlow.tsx'
import { fieldErrors } from '../../components/form-errors.ts'
import { useOfficeCommand } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'

interface CorrectSlipDialogProps {
  slip: StockSlip
  today: Day
  onClose: () => void
  onPrint: (slipId: string) => void
}

export function CorrectSlipDialog({ slip, today, onClose, onPrint }: CorrectSlipDialogProps) {
  const text = useText()
  const words = text.stock.slips
  const { run, isRunning, failure } = useOfficeCommand('stock.correct')
  const [movedOn, setMovedOn] = useState<string>(today)
  const [reason, setReason] = useState('')
  const errors = fieldErrors(text, failure)

  async function correct(): Promise<void> {
    const corrected = await run({ slipId: slip.slipId, movedOn: movedOn as Day, reason })
    if (!corrected) return
    notifications.show({ message: words.corrected(corrected.documentNumber), color: 'teal' })
    onClose()
    onPrint(corrected.slipId)
  }
  return (
    <Dialog opened onClose={onClose} title={words.correctTitle(slip.documentNumber)}>
      <FormFlow onSubmit={() => void correct()}>
        <Stack gap="sm">
          <Text size="sm">{words.correctText}</Text>
          {failure?.family !== 'invalid-input' && <FailureAlert failure={failure} />}
          <Textarea
            label={text.components.reason}
            withAsterisk
            data-autofocus
            value={reason}
            error={errors.reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <DayInput
            label={words.correctOn}
            value={movedOn}
            today={today}
            onChange={setMovedOn}
            error={errors.movedOn}
          />
          <Group justify="flex-end">
            <CommandButton
              data-submit
              isRunning={isRunning}
              command={{ id: 'stock.doCorrect', keys: 'F9', label: words.correct, run: () => void correct() }}
            />
          </Group>
        </Stack>
      </FormFlow>
    </Dialog>
  )
}
