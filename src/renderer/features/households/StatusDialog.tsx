/** A household that moved away, whose head has died, or that is served again: since when, and why. */

import { Group, Radio, Stack, Text, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { HouseholdDetail } from '../../../contract/households.ts'
import type { Day } from '../../../domain/day.ts'
import { SETTABLE_STATUSES, type SettableStatus } from '../../../domain/household.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { FormFlow, KeepButton } from '../../components/FormFlow.tsx'
import { fieldErrors } from '../../components/form-errors.ts'
import { useOfficeCommand } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'

interface StatusDialogProps {
  household: HouseholdDetail
  today: Day
  onClose: () => void
}

export function StatusDialog({ household, today, onClose }: StatusDialogProps) {
  const text = useText()
  const words = text.households.status
  const { headOfHousehold } = household
  const choices = SETTABLE_STATUSES.filter((status) => status !== household.status)
  const { run, isRunning, failure } = useOfficeCommand('households.setStatus')
  const [status, setStatus] = useState<SettableStatus>(choices[0] ?? 'active')
  const [on, setOn] = useState<string>(today)
  const [reason, setReason] = useState('')
  const errors = fieldErrors(text, failure)

  async function keep(): Promise<void> {
    const { householdId, revision } = household
    if (!(await run({ householdId, revision, status, on: on as Day, reason }))) return
    notifications.show({ message: words.done(headOfHousehold) })
    onClose()
  }
  return (
    <Dialog opened onClose={onClose} title={words.title(headOfHousehold)}>
      <FormFlow onSubmit={() => void keep()}>
        <Stack gap="sm">
          {failure?.family !== 'invalid-input' && <FailureAlert failure={failure} />}
          <Radio.Group
            label={text.trade.householdFields.status}
            value={status}
            onChange={(chosen) => setStatus(choices.find((choice) => choice === chosen) ?? status)}
          >
            <Group mt={4} gap="lg">
              {choices.map((choice, at) => (
                <Radio key={choice} value={choice} label={words.choices[choice]} data-autofocus={at === 0} />
              ))}
            </Group>
          </Radio.Group>
          <Text size="sm" c="gray.7" mih={40}>
            {words.effects[status]}
          </Text>
          <DayInput label={words.on} value={on} today={today} error={errors.on} onChange={setOn} withAsterisk />
          <Textarea
            label={text.components.reason}
            withAsterisk
            autosize
            minRows={2}
            value={reason}
            error={errors.reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <KeepButton label={text.components.keep} run={() => void keep()} isRunning={isRunning} />
          </Group>
        </Stack>
      </FormFlow>
    </Dialog>
  )
}
