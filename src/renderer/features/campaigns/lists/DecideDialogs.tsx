/** The second person's word on a list: approved, or sent back with a reason. */

import { Stack, Text, Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { GiftList } from '../../../../contract/campaigns.ts'
import { CommandButton } from '../../../commands/CommandButton.tsx'
import { Dialog } from '../../../components/Dialog.tsx'
import { FailureAlert } from '../../../components/FailureAlert.tsx'
import { FormFlow } from '../../../components/FormFlow.tsx'
import { fieldErrors } from '../../../components/form-errors.ts'
import { showAmount, showCount } from '../../../components/formats.ts'
import { useOfficeCommand } from '../../../office-port/asking.ts'
import { useText } from '../../../text/language.ts'
import { tellList } from './list-words.ts'

interface DecideDialogProps {
  list: GiftList
  onClose: () => void
}

export function ApproveDialog({ list, onClose }: DecideDialogProps) {
  const text = useText()
  const words = text.giftLists
  const { run, isRunning, failure } = useOfficeCommand('giftLists.approve')
  const [decisionNumber, setDecisionNumber] = useState('')
  const named = tellList(list, text)
  async function approve(): Promise<void> {
    if (!(await run({ listId: list.listId, decisionNumber }))) return
    notifications.show({ message: words.approvedNow(named), color: 'teal' })
    onClose()
  }
  return (
    <Dialog opened onClose={onClose} title={words.approveTitle(named)}>
      <FormFlow onSubmit={() => void approve()}>
        <Stack gap="sm">
          <Text size="sm">{words.approveText(showCount(list.householdCount), showAmount(list.valueDong))}</Text>
          {failure?.family !== 'invalid-input' && <FailureAlert failure={failure} />}
          <TextInput
            label={words.decisionNumber}
            data-autofocus
            autoComplete="off"
            value={decisionNumber}
            error={fieldErrors(text, failure).decisionNumber}
            onChange={(event) => setDecisionNumber(event.currentTarget.value)}
          />
          <CommandButton
            ml="auto"
            data-submit
            isRunning={isRunning}
            command={{ id: 'giftLists.approveNow', keys: 'F8', label: words.approve, run: () => void approve() }}
          />
        </Stack>
      </FormFlow>
    </Dialog>
  )
}

export function DeclineDialog({ list, onClose }: DecideDialogProps) {
  const text = useText()
  const words = text.giftLists
  const { run, isRunning, failure } = useOfficeCommand('giftLists.decline')
  const [reason, setReason] = useState('')
  const named = tellList(list, text)
  async function decline(): Promise<void> {
    if (!(await run({ listId: list.listId, reason }))) return
    notifications.show({ message: words.declinedNow(named) })
    onClose()
  }
  return (
    <Dialog opened onClose={onClose} title={words.declineTitle(named)}>
      <FormFlow onSubmit={() => void decline()}>
        <Stack gap="sm">
          <Text size="sm">{words.declineText(list.drawnUpBy)}</Text>
          {failure?.family !== 'invalid-input' && <FailureAlert failure={failure} />}
          <Textarea
            label={text.components.reason}
            withAsterisk
            data-autofocus
            value={reason}
            error={fieldErrors(text, failure).reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <CommandButton
            ml="auto"
            data-submit
            color="red.9"
            isRunning={isRunning}
            command={{ id: 'giftLists.declineNow', keys: 'F8', label: words.decline, run: () => void decline() }}
          />
        </Stack>
      </FormFlow>
    </Dialog>
  )
}
