/** A new distribution for those who did not come: a place and a day; the same people, nobody expected yet. */

import { Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { DistributionEvent } from '../../../../contract/distributions.ts'
import type { OfficeDescription } from '../../../../contract/office.ts'
import type { Day } from '../../../../domain/day.ts'
import { DayInput } from '../../../components/DayInput.tsx'
import { Dialog } from '../../../components/Dialog.tsx'
import { FailureAlert } from '../../../components/FailureAlert.tsx'
import { FormFlow, KeepButton } from '../../../components/FormFlow.tsx'
import { fieldErrors } from '../../../components/form-errors.ts'
import { useOfficeCommand } from '../../../office-port/asking.ts'
import { useText } from '../../../text/language.ts'
import { PlaceField } from '../plan/PlaceField.tsx'

interface CarryTargetDialogProps {
  event: DistributionEvent
  office: OfficeDescription
  onPlanned: (eventId: string) => void
  onClose: () => void
}

export function CarryTargetDialog({ event, office, onPlanned, onClose }: CarryTargetDialogProps) {
  const text = useText()
  const { carryTarget, form } = text.distributions
  const { run, isRunning, failure } = useOfficeCommand('distributions.plan')
  const [placeId, setPlaceId] = useState(event.placeId)
  const [heldOn, setHeldOn] = useState<string>(office.today)
  const errors = fieldErrors(text, failure)

  async function plan(): Promise<void> {
    const { campaignId, staff, witnesses } = event
    const planned = await run({
      campaignId,
      placeId,
      heldOn: heldOn as Day,
      staff,
      witnesses,
      note: null,
      expected: [],
    })
    if (!planned) return
    onPlanned(planned.eventId)
    onClose()
  }
  return (
    <Dialog opened onClose={onClose} title={carryTarget.title}>
      <FormFlow onSubmit={() => void plan()}>
        <Stack gap="sm">
          <Text size="sm">{carryTarget.text}</Text>
          {failure?.family !== 'invalid-input' && <FailureAlert failure={failure} />}
          <PlaceField placeId={placeId} error={errors.placeId} onChange={setPlaceId} />
          <DayInput
            label={form.heldOn}
            data-autofocus
            withAsterisk
            today={office.today}
            value={heldOn}
            error={errors.heldOn}
            onChange={setHeldOn}
          />
          <KeepButton label={text.distributions.plan} run={() => void plan()} isRunning={isRunning} />
        </Stack>
      </FormFlow>
    </Dialog>
  )
}
