/** Voiding a receipt: a row of its own with the day and the reason; the number is never used again. */

import { Group, Stack, Text, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Handover } from '../../../contract/gifts.ts'
import type { Day } from '../../../domain/day.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { DayInput } from '../../components/DayInput.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { FormFlow } from '../../components/FormFlow.tsx'
import { fieldErrors } from '../../components/form-errors.ts'
import { useOfficeCommand } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'

interface VoidHandoverDialogProps {
  handover: Handover
  today: Day
  onClose: () => void
}

export function VoidHandoverDialog({ handover, today, onClose }: VoidHandoverDialogProps) {
  const text = useText()
  const { run, isRunning, failure } = useOfficeCommand('gifts.void')
  const [reason, setReason] = useState('')
  const [voidedOn, setVoidedOn] = useState<string>(today)
  const errors = fieldErrors(text, failure)

  async function doVoid(): Promise<void> {
    const voided = await run({ handoverId: handover.handoverId, voidedOn: voidedOn as Day, reason })
    if (!voided) return
    notifications.show({ message: text.counter.voidDone(voided.documentNumber) })
    onClose()
  }
  return (
    <Dialog opened onClose={onClose} title={text.counter.voidTitle(handover.documentNumber)}>
      <FormFlow onSubmit={() => void doVoid()}>
        <Stack gap="sm">
          <Text size="sm">{text.counter.voidText(handover.headOfHousehold)}</Text>
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
            label={text.counter.voidOn}
            value={voidedOn}
            today={today}
            error={errors.voidedOn}
            onChange={setVoidedOn}
          />
          <Group justify="flex-end">
            <CommandButton
              data-submit
              color="red.9"
              isRunning={isRunning}
              command={{ id: 'counter.void', keys: 'mod+S', label: text.counter.voidDo, run: () => void doVoid() }}
            />
          </Group>
        </Stack>
      </FormFlow>
    </Dialog>
  )
}
