/** One more gift for a household that has had it: a supervisor's word, with the reason that is kept with it. */

import { Group, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Refusal } from '../../../domain/refusal.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { FormFlow } from '../../components/FormFlow.tsx'
import { useText } from '../../text/language.ts'
import type { Giving } from './hand-over.ts'

interface OverruleDialogProps {
  giving: Giving
  headOfHousehold: string
  giftName: string
  /** What is overruled. */
  refusal: Refusal | null
  give: (reason: string) => Promise<boolean>
  onClose: () => void
}

export function OverruleDialog({ giving, headOfHousehold, giftName, refusal, give, onClose }: OverruleDialogProps) {
  const text = useText()
  const { isRunning, failure } = giving.handOver
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const isMissing = reason.trim() === ''
  async function giveNow(): Promise<void> {
    setAsked(true)
    if (!isMissing && (await give(reason))) onClose()
  }
  return (
    <Dialog opened onClose={onClose} title={text.counter.overruleTitle}>
      <FormFlow onSubmit={() => void giveNow()}>
        <Stack gap="sm">
          <Text fw={600}>
            {headOfHousehold} – {giftName}
          </Text>
          {refusal && !failure && <FailureAlert failure={{ family: 'refused', refusal }} p="xs" />}
          <FailureAlert failure={failure} />
          <Textarea
            label={text.counter.overruleWhy}
            withAsterisk
            data-autofocus
            value={reason}
            error={isAsked && isMissing ? text.failures.inputProblems.required : null}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <CommandButton
              data-submit
              isRunning={isRunning}
              command={{
                id: 'counter.overruleNow',
                keys: 'F9',
                label: text.counter.overruleDo,
                run: () => void giveNow(),
              }}
            />
          </Group>
        </Stack>
      </FormFlow>
    </Dialog>
  )
}
