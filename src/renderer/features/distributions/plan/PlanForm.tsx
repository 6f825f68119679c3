/** Planning a distribution, or changing one before its papers are numbered: where, when, by whom, for whom. */

import { Group, Select, Stack, TextInput, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Campaign } from '../../../../contract/campaigns.ts'
import type { Output } from '../../../../contract/contract.ts'
import { type Day, isDay } from '../../../../domain/day.ts'
import { CommandButton } from '../../../commands/CommandButton.tsx'
import { withoutDiacritics } from '../../../components/CategorySelect.tsx'
import { DayInput } from '../../../components/DayInput.tsx'
import { FailureAlert } from '../../../components/FailureAlert.tsx'
import { FormFlow, KeepButton } from '../../../components/FormFlow.tsx'
import { fieldErrors } from '../../../components/form-errors.ts'
import { useOfficeCommand, useOfficeQuery } from '../../../office-port/asking.ts'
import { useText } from '../../../text/language.ts'
import classes from '../Distributions.module.css'
import { AttendantLines } from './AttendantLines.tsx'
import { CandidateList } from './CandidateList.tsx'
import { leftOutAtFirst } from './candidates.ts'
import { PlaceField } from './PlaceField.tsx'
import { leftOutOf, type PlanValues, planOf } from './plan-values.ts'

interface PlanFormProps {
  today: Day
  campaigns: readonly Campaign[]
  initial: PlanValues
  /** What is changed; null where a new one is planned. */
  changed: Output<'distributions.get'> | null
  onDone: (eventId: string) => void
  onLeave: () => void
}

export function PlanForm({ today, campaigns, initial, changed, onDone, onLeave }: PlanFormProps) {
  const text = useText()
  const { form } = text.distributions
  const [values, setValues] = useState(initial)
  const [chosenOut, setChosenOut] = useState<ReadonlySet<string> | null>(null)
  const { campaignId } = values
  const eventId = changed?.event.eventId ?? null
  const asked = campaignId === '' ? null : { campaignId, eventId, heldOn: isDay(values.heldOn) ? values.heldOn : null }
  const { data, error, isPlaceholderData } = useOfficeQuery('distributions.candidates', asked, { keeps: true })
  const candidates = data?.candidates ?? []
  const leftOut = chosenOut ?? (changed ? leftOutOf(candidates, changed.expected) : leftOutAtFirst(candidates))
  const keeping = useKeeping(values, eventId, onDone)
  const change = (part: Partial<PlanValues>) => setValues({ ...values, ...part })
  const keep = () => data && !isPlaceholderData && void keeping.keep(planOf(values, candidates, leftOut))
  return (
    <FormFlow onSubmit={keep} className={classes.screen ?? ''}>
      <Group px="md" pt="sm" pb={6} justify="space-between" wrap="nowrap">
        <Title order={1} id="distributions-title">
          {changed ? form.changeTitle : form.newTitle}
        </Title>
        <Group gap="xs" wrap="nowrap">
          <CommandButton
            variant="default"
            command={{
              id: 'distributions.leavePlan',
              keys: 'Alt+ArrowLeft',
              label: text.components.cancel,
              run: onLeave,
            }}
          />
          <KeepButton label={text.components.keep} run={keep} isRunning={keeping.isRunning} />
        </Group>
      </Group>
      <FailureAlert failure={keeping.otherFailure ?? error?.failure} mx="md" mb="xs" />
      <div className={classes.plan}>
        <Fields
          {...{ values, change, today, campaigns }}
          errors={keeping.errors}
          isNew={changed === null}
          onCampaign={(chosen) => {
            setChosenOut(null)
            change({ campaignId: chosen })
          }}
        />
        {data && <CandidateList candidates={candidates} leftOut={leftOut} onChange={setChosenOut} />}
      </div>
    </FormFlow>
  )
}

/** Sends the plan; a place that was not chosen is told without asking the office. */
function useKeeping(values: PlanValues, eventId: string | null, onDone: (eventId: string) => void) {
  const text = useText()
  const { form } = text.distributions
  const planning = useOfficeCommand('distributions.plan')
  const amending = useOfficeCommand('distributions.amend')
  const { data } = useOfficeQuery('stock.places', {})
  const [isPlaceMissing, setPlaceMissing] = useState(false)
  const { failure, isRunning } = eventId === null ? planning : amending

  async function keep(plan: ReturnType<typeof planOf>): Promise<void> {
    setPlaceMissing(values.placeId === '')
    if (values.placeId === '') return
    const place = data?.places.find(({ placeId }) => placeId === values.placeId)?.name ?? ''
    if (eventId === null) {
      const planned = await planning.run({ campaignId: values.campaignId, ...plan })
      if (!planned) return
      notifications.show({ message: form.planned(place), color: 'teal' })
      onDone(planned.eventId)
    } else if (await amending.run({ eventId, ...plan })) {
      notifications.show({ message: form.changed(place), color: 'teal' })
      onDone(eventId)
    }
  }
  const errors = { ...fieldErrors(text, failure), ...(isPlaceMissing ? { placeId: form.required } : {}) }
  const otherFailure = failure?.family === 'invalid-input' ? null : failure
  return { keep, isRunning, errors, otherFailure }
}

interface FieldsProps {
  values: PlanValues
  change: (part: Partial<PlanValues>) => void
  today: Day
  campaigns: readonly Campaign[]
  errors: Record<string, string>
  isNew: boolean
  onCampaign: (campaignId: string) => void
}

function Fields({ values, change, today, campaigns, errors, isNew, onCampaign }: FieldsProps) {
  const text = useText().distributions
  return (
    <Stack gap="xs" className={classes.fields ?? ''}>
      <Select
        label={text.campaign}
        searchable
        allowDeselect={false}
        filter={withoutDiacritics}
        autoComplete="off"
        disabled={!isNew}
        data={campaigns.map(({ campaignId: value, name: label }) => ({ value, label }))}
        value={values.campaignId}
        onChange={(chosen) => chosen && onCampaign(chosen)}
      />
      <PlaceField placeId={values.placeId} error={errors.placeId} onChange={(placeId) => change({ placeId })} />
      <DayInput
        label={text.form.heldOn}
        withAsterisk
        today={today}
        value={values.heldOn}
        error={errors.heldOn}
        onChange={(heldOn) => change({ heldOn })}
      />
      <AttendantLines of="staff" lines={values.staff} errors={errors} onChange={(staff) => change({ staff })} />
      <AttendantLines
        of="witnesses"
        lines={values.witnesses}
        errors={errors}
        onChange={(witnesses) => change({ witnesses })}
      />
      <TextInput
        label={text.form.note}
        autoComplete="off"
        value={values.note}
        error={errors.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
    </Stack>
  )
}
