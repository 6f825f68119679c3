/** Everything the list can be filtered by, in one place: what has no tab of its own. */

import { Checkbox, Select, Stack } from '@mantine/core'
import type { Campaign } from '../../../contract/campaigns.ts'
import { ALL_HOUSEHOLDS, type HouseholdFilter } from '../../../contract/households.ts'
import { HOUSEHOLD_STATUSES } from '../../../domain/household.ts'
import { HOUSEHOLD_CATEGORIES } from '../../../domain/household-category.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { CategorySelect, withoutDiacritics } from '../../components/CategorySelect.tsx'
import { ToolPopover } from '../../components/ToolPopover.tsx'
import { useText } from '../../text/language.ts'
import { MISSING_FACTS } from './household-view.ts'

interface HouseholdFiltersProps {
  filter: HouseholdFilter
  campaigns: readonly Campaign[]
  onFilter: (filter: HouseholdFilter) => void
}

export function HouseholdFilters(props: HouseholdFiltersProps) {
  const words = useText().households.filters
  return (
    <ToolPopover command={{ id: 'households.filter', keys: 'F6', label: words.more }} label={words.label} width={330}>
      {(close) => <Fields {...props} onClose={close} />}
    </ToolPopover>
  )
}

function Fields({ filter, campaigns, onFilter, onClose }: HouseholdFiltersProps & { onClose: () => void }) {
  const text = useText()
  const words = text.households.filters
  const set = (part: Partial<HouseholdFilter>) => onFilter({ ...filter, ...part })
  const common = {
    size: 'xs',
    clearable: true,
    comboboxProps: { withinPortal: false },
    filter: withoutDiacritics,
  } as const
  return (
    <Stack gap="xs">
      <CategorySelect
        {...common}
        label={words.category}
        placeholder={words.anyCategory}
        data-autofocus
        value={filter.category}
        onChange={(value) => set({ category: HOUSEHOLD_CATEGORIES.find((category) => category === value) ?? null })}
      />
      <Select
        {...common}
        label={words.missing}
        placeholder={words.anyMissing}
        data={MISSING_FACTS.map((value) => ({ value, label: words.missingFacts[value] }))}
        value={filter.missing}
        onChange={(value) => set({ missing: MISSING_FACTS.find((fact) => fact === value) ?? null })}
      />
      <Select
        {...common}
        label={words.status}
        placeholder={words.standing}
        data={HOUSEHOLD_STATUSES.map((value) => ({ value, label: text.trade.householdStatuses[value] }))}
        value={filter.status}
        onChange={(value) => set({ status: HOUSEHOLD_STATUSES.find((status) => status === value) ?? null })}
      />
      <Select
        {...common}
        label={words.campaign}
        placeholder={words.anyCampaign}
        data={campaigns.map(({ campaignId, name }) => ({ value: campaignId, label: name }))}
        value={filter.notReceivedIn}
        onChange={(notReceivedIn) => set({ notReceivedIn })}
      />
      <Checkbox
        size="xs"
        label={words.onlyDuplicates}
        checked={filter.isDuplicate}
        onChange={(event) => set({ isDuplicate: event.currentTarget.checked })}
      />
      <CommandButton
        size="compact-sm"
        variant="default"
        command={{
          id: 'households.clearFilter',
          keys: null,
          label: words.clear,
          run: () => {
            onFilter({ ...ALL_HOUSEHOLDS, text: filter.text })
            onClose()
          },
        }}
      />
    </Stack>
  )
}
