/** What the repairs can be narrowed to beside their state and words: campaign, place, crew, the day to look again. */

import { Select, Stack } from '@mantine/core'
import { ALL_REPAIRS } from '../../../contract/repairs.ts'
import { isDay } from '../../../domain/day.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { withoutDiacritics } from '../../components/CategorySelect.tsx'
import { DayInput } from '../../components/DayInput.tsx'
import { ToolPopover } from '../../components/ToolPopover.tsx'
import { useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import type { RepairsScreenProps } from './Repairs.tsx'
import { filterCount } from './repairs-view.ts'

type RepairFiltersProps = Omit<RepairsScreenProps, 'printing'>

const NO_FILTER = {
  campaignId: undefined,
  communeName: undefined,
  hamlet: undefined,
  crew: undefined,
  dueBy: undefined,
} as const

export function RepairFilters(props: RepairFiltersProps) {
  const words = useText().repairs.filters
  const count = filterCount(props.view)
  const label = count > 0 ? words.openCount(count) : words.open
  return (
    <ToolPopover command={{ id: 'repairs.filter', keys: 'F4', label }} label={words.label} width={320}>
      {(close) => (
        <Fields
          {...props}
          onClear={() => {
            props.show(NO_FILTER)
            close()
          }}
        />
      )}
    </ToolPopover>
  )
}

function Fields({ view, office, show, onClear }: RepairFiltersProps & { onClear: () => void }) {
  const words = useText().repairs.filters
  const { campaignId, communeName, hamlet, crew, dueBy } = view
  const { data: known } = useOfficeQuery('campaigns.list', {})
  const { data: crews } = useOfficeQuery('repairs.known', {})
  const places = usePlaces(communeName)
  const common = {
    size: 'xs',
    clearable: true,
    searchable: true,
    comboboxProps: { withinPortal: false },
    filter: withoutDiacritics,
  } as const
  return (
    <Stack gap="xs">
      <Select
        {...common}
        label={words.campaign}
        placeholder={words.anyCampaign}
        data-autofocus
        data={(known?.campaigns ?? []).map(({ campaignId: value, name: label }) => ({ value, label }))}
        value={campaignId ?? null}
        onChange={(value) => show({ campaignId: value ?? undefined })}
      />
      <Select
        {...common}
        label={words.commune}
        placeholder={words.anyCommune}
        data={places.communes}
        value={communeName ?? null}
        onChange={(value) => show({ communeName: value ?? undefined, hamlet: undefined })}
      />
      <Select
        {...common}
        label={words.hamlet}
        placeholder={words.anyHamlet}
        data={places.hamlets}
        value={hamlet ?? null}
        onChange={(value) => show({ hamlet: value ?? undefined })}
      />
      <Select
        {...common}
        label={words.crew}
        placeholder={words.anyCrew}
        data={crews?.crews ?? []}
        value={crew ?? null}
        onChange={(value) => show({ crew: value ?? undefined })}
      />
      <DayInput
        size="xs"
        label={words.dueBy}
        today={office.today}
        value={dueBy ?? ''}
        onChange={(typed) => (typed === '' || isDay(typed)) && show({ dueBy: isDay(typed) ? typed : undefined })}
      />
      <CommandButton
        size="compact-sm"
        variant="default"
        command={{
          id: 'repairs.clearFilter',
          keys: null,
          label: words.clear,
          run: onClear,
        }}
      />
    </Stack>
  )
}

/** The communes that have repairs, and the hamlets of the one that is chosen, or of all. */
function usePlaces(communeName: string | undefined): { communes: string[]; hamlets: string[] } {
  const { data } = useOfficeQuery('repairs.list', { filter: ALL_REPAIRS, limit: 5000 })
  const households = (data?.repairs ?? []).map(({ household }) => household)
  const some = communeName ? households.filter((household) => household.communeName === communeName) : households
  return {
    communes: distinct(households.map((household) => household.communeName)),
    hamlets: distinct(some.map(({ hamlet }) => hamlet)),
  }
}

function distinct(names: readonly (string | null)[]): string[] {
  return [...new Set(names.filter((name) => name !== null))].sort((one, other) => one.localeCompare(other, 'vi'))
}
