/** Issuing a kit: how many spare blanks, and what will be numbered for good. */

import { Group, NumberInput, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { DistributionEvent } from '../../../../contract/distributions.ts'
import { CommandButton } from '../../../commands/CommandButton.tsx'
import { Dialog } from '../../../components/Dialog.tsx'
import { FailureAlert } from '../../../components/FailureAlert.tsx'
import { FormFlow } from '../../../components/FormFlow.tsx'
import { fieldErrors } from '../../../components/form-errors.ts'
import { showCount } from '../../../components/formats.ts'
import { useOfficeCommand } from '../../../office-port/asking.ts'
import { useText } from '../../../text/language.ts'

/** One spare for twenty papers, and never fewer than two: somebody always comes who was not asked. */
const HOUSEHOLDS_PER_SPARE = 20
const LEAST_SPARES = 2

interface IssueKitDialogProps {
  event: DistributionEvent
  onClose: () => void
  onPrint: () => void
}

export function IssueKitDialog({ event, onClose, onPrint }: IssueKitDialogProps) {
  const text = useText()
  const { kit } = text.distributions
  const { run, isRunning, failure } = useOfficeCommand('distributions.issueKit')
  const { eventId, placeName, householdCount } = event
  const [spares, setSpares] = useState<number | string>(
    Math.max(LEAST_SPARES, Math.ceil(householdCount / HOUSEHOLDS_PER_SPARE)),
  )
  const spareCount = typeof spares === 'number' ? spares : 0

  async function issue(isPrinted: boolean): Promise<void> {
    const issued = await run({ eventId, spareCount })
    if (!issued) return
    const message = kit.issued(showCount(issued.printed), issued.first, issued.last)
    notifications.show({ message, color: 'teal' })
    if (isPrinted) onPrint()
    else onClose()
  }
  const ways = [
    { id: 'distributions.issueOnly', keys: 'F8', label: kit.issueOnly, run: () => void issue(false) },
    { id: 'distributions.issueAndPrint', keys: 'F9', label: kit.issueAndPrint, run: () => void issue(true) },
  ]
  return (
    <Dialog opened onClose={onClose} title={kit.issueTitle(placeName)}>
      <FormFlow onSubmit={() => void issue(true)}>
        <Stack gap="sm">
          {failure?.family !== 'invalid-input' && <FailureAlert failure={failure} />}
          <NumberInput
            label={kit.spareCount}
            data-autofocus
            allowDecimal={false}
            allowNegative={false}
            min={0}
            max={500}
            value={spares}
            error={fieldErrors(text, failure).spareCount}
            onChange={setSpares}
          />
          <Text size="sm" role="status">
            {kit.willNumber(showCount(householdCount), showCount(spareCount))}
          </Text>
          <Text size="sm" c="gray.7">
            {kit.thenFixed}
          </Text>
          <Group justify="flex-end">
            {ways.map((command, index) => (
              <CommandButton
                key={command.id}
                variant={index === 0 ? 'default' : 'filled'}
                isRunning={isRunning}
                command={command}
                {...(index === 1 ? { 'data-submit': true } : {})}
              />
            ))}
          </Group>
        </Stack>
      </FormFlow>
    </Dialog>
  )
}
