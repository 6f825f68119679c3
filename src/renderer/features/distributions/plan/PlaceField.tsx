/** The place of a distribution: one that is known, or a new one that is added on the spot. */

import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { withoutDiacritics } from '../../../components/CategorySelect.tsx'
import { FailureAlert } from '../../../components/FailureAlert.tsx'
import { fieldErrors } from '../../../components/form-errors.ts'
import { useOfficeCommand, useOfficeQuery } from '../../../office-port/asking.ts'
import { useText } from '../../../text/language.ts'

interface PlaceFieldProps {
  placeId: string
  error: string | undefined
  onChange: (placeId: string) => void
}

export function PlaceField({ placeId, error, onChange }: PlaceFieldProps) {
  const { form } = useText().distributions
  const { data } = useOfficeQuery('stock.places', {})
  const [isNew, setNew] = useState(false)
  const places = (data?.places ?? []).filter(({ kind }) => kind === 'distributionPoint')
  function take(added: string): void {
    setNew(false)
    onChange(added)
  }
  if (isNew) return <NewPlace onAdded={take} onLeave={() => setNew(false)} />
  return (
    <Group gap={6} align="flex-start" wrap="nowrap">
      <Select
        flex={1}
        label={form.place}
        placeholder={form.placeHint}
        withAsterisk
        autoFocus={placeId === ''}
        searchable
        filter={withoutDiacritics}
        autoComplete="off"
        data={places.map(({ placeId: value, name }) => ({ value, label: name }))}
        value={placeId === '' ? null : placeId}
        error={error}
        onChange={(chosen) => onChange(chosen ?? '')}
      />
      <Button variant="default" mt={22} onClick={() => setNew(true)}>
        {form.addPlace}
      </Button>
    </Group>
  )
}

function NewPlace({ onAdded, onLeave }: { onAdded: (placeId: string) => void; onLeave: () => void }) {
  const text = useText()
  const { form } = text.distributions
  const { run, isRunning, failure } = useOfficeCommand('distributions.addPoint')
  const [name, setName] = useState('')
  const [addressText, setAddressText] = useState('')
  const errors = fieldErrors(text, failure)
  async function add(): Promise<void> {
    const added = await run({ name, addressText })
    if (added) onAdded(added.placeId)
  }
  return (
    <Stack gap={6}>
      {failure?.family !== 'invalid-input' && <FailureAlert failure={failure} p="xs" />}
      <TextInput
        label={form.newPlaceName}
        placeholder={form.newPlaceExample}
        withAsterisk
        autoFocus
        autoComplete="off"
        value={name}
        error={errors.name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={form.newPlaceAddress}
        autoComplete="off"
        value={addressText}
        error={errors.addressText}
        onChange={(event) => setAddressText(event.currentTarget.value)}
      />
      <Group gap={6}>
        {/* Enter comes here from the address and adds the place. */}
        <Button data-submit size="compact-sm" loading={isRunning} onClick={() => void add()}>
          {form.keepPlace}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onLeave}>
          <Text size="sm" span>
            {form.choosePlace}
          </Text>
        </Button>
      </Group>
    </Stack>
  )
}
