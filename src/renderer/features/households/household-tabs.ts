/** The filters that stand as tabs above the list: those everybody needs, and those the office has saved. */

import type { Campaign } from '../../../contract/campaigns.ts'
import { ALL_HOUSEHOLDS, type HouseholdFilter } from '../../../contract/households.ts'
import type { SavedFilter } from '../../../contract/saved-filters.ts'
import type { Day } from '../../../domain/day.ts'
import type { Text } from '../../text/texts.ts'
import { isSameButText } from './household-view.ts'

export interface FilterTab {
  key: string
  label: string
  filter: HouseholdFilter
  /** The saved filter, which can be taken away again. */
  filterId: string | null
}

/** As many campaigns as may have a tab; more are found under “Bộ lọc”. */
const MOST_CAMPAIGNS = 2
/** As many filters as the office counts at once, less those that everybody needs. */
const MOST_SAVED = 40

export function tabsOf(
  { campaigns, saved, today }: { campaigns: readonly Campaign[]; saved: readonly SavedFilter[]; today: Day },
  text: Text,
): FilterTab[] {
  const { filters } = text.households
  const tab = (
    key: string,
    label: string,
    part: Partial<HouseholdFilter>,
    filterId: string | null = null,
  ): FilterTab => ({
    key,
    label,
    filter: { ...ALL_HOUSEHOLDS, ...part },
    filterId,
  })
  const open = campaigns.filter(({ from, to }) => from <= today && today <= to).slice(0, MOST_CAMPAIGNS)
  return [
    tab('all', filters.all, {}),
    tab('poor', filters.poor, { category: 'HN' }),
    tab('nearPoor', filters.nearPoor, { category: 'HCN' }),
    tab('withoutCitizenId', filters.withoutCitizenId, { missing: 'citizenId' }),
    tab('duplicates', filters.duplicates, { isDuplicate: true }),
    ...open.map(({ campaignId, name }) =>
      tab(`notReceived ${campaignId}`, open.length === 1 ? filters.notReceived : filters.notReceivedIn(name), {
        notReceivedIn: campaignId,
      }),
    ),
    ...saved.slice(0, MOST_SAVED).map(({ filterId, name, filter }) => tab(filterId, name, filter, filterId)),
  ]
}

/** The tab of what is shown: a saved one that says just this, else one that everybody needs, whatever is sought. */
export function currentTab(tabs: readonly FilterTab[], shown: HouseholdFilter): FilterTab | undefined {
  const isSame = ({ filter }: FilterTab) => isSameButText(filter, shown)
  const exact = tabs.find((tab) => tab.filterId !== null && isSame(tab) && tab.filter.text === shown.text)
  return exact ?? tabs.find((tab) => tab.filterId === null && isSame(tab))
}
