/** The filters of the list as tabs, each with how many households it has, and what makes, keeps and removes them. */

import { Scroller, Tabs, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { showCount } from '../../components/formats.ts'
import { STATE_COLORS } from '../../components/state-colors.ts'
import { useOfficeCommand, useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import { ColumnChooser } from './ColumnChooser.tsx'
import { tellFilter } from './filter-words.ts'
import { HouseholdFilters } from './HouseholdFilters.tsx'
import classes from './Households.module.css'
import { currentTab, type FilterTab, tabsOf } from './household-tabs.ts'
import { filterOf, type HouseholdView, viewOf } from './household-view.ts'
import { SaveFilterDialog } from './SaveFilterDialog.tsx'
import type { ColumnArranging } from './use-column-layout.ts'

interface HouseholdTabsProps {
  view: HouseholdView
  arranging: ColumnArranging
  onShow: (view: HouseholdView) => void
}

export function HouseholdTabs({ view, arranging, onShow }: HouseholdTabsProps) {
  const text = useText()
  const { data: office } = useOfficeQuery('office.describe', {})
  const { data: campaigns } = useOfficeQuery('campaigns.list', {})
  const { data: saved } = useOfficeQuery('filters.list', {})
  const today = office?.today
  if (!office || !today || !campaigns || !saved) return <div className={classes.tabsLine} />
  const tabs = tabsOf({ campaigns: campaigns.campaigns, saved: saved.filters, today }, text)
  const filter = filterOf(view)
  const current = currentTab(tabs, filter)
  return (
    <div className={classes.tabsLine}>
      <TabList
        tabs={tabs}
        current={current}
        onChoose={({ filter: chosen, filterId }) =>
          onShow(filterId ? viewOf(chosen) : { ...viewOf(chosen), text: view.text })
        }
      />
      <TabActions
        current={current}
        view={view}
        suggestedName={tellFilter(filter, nameOfCampaign(campaigns.campaigns, filter.notReceivedIn), text)}
        mayWrite={office.rights.includes('household.write')}
        onShow={onShow}
      />
      <HouseholdFilters filter={filter} campaigns={campaigns.campaigns} onFilter={(next) => onShow(viewOf(next))} />
      <ColumnChooser arranging={arranging} />
    </div>
  )
}

function nameOfCampaign(campaigns: readonly { campaignId: string; name: string }[], id: string | null): string | null {
  return campaigns.find(({ campaignId }) => campaignId === id)?.name ?? null
}

interface TabListProps {
  tabs: readonly FilterTab[]
  current: FilterTab | undefined
  onChoose: (tab: FilterTab) => void
}

/** Where there are more tabs than room, the line scrolls, the chosen one in sight. */
function TabList({ tabs, current, onChoose }: TabListProps) {
  const filters = tabs.map(({ filter }) => filter)
  const { data } = useOfficeQuery('households.count', { filters }, { keeps: true })
  const list = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab is brought into sight when it is chosen.
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [current?.key])
  return (
    <Scroller className={classes.tabs ?? ''} edgeGradientColor="var(--mantine-color-gray-0)" controlSize={32}>
      <Tabs
        value={current?.key ?? null}
        onChange={(key) => {
          const tab = tabs.find((one) => one.key === key)
          if (tab) onChoose(tab)
        }}
      >
        <Tabs.List ref={list} className={classes.tabList ?? ''}>
          {tabs.map(({ key, label }, at) => (
            <Tabs.Tab
              key={key}
              value={key}
              className={classes.tab ?? ''}
              rightSection={
                data?.counts[at] === undefined ? null : (
                  <Text span size="xs" c="gray.7">
                    {showCount(data.counts[at])}
                  </Text>
                )
              }
            >
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
    </Scroller>
  )
}

interface TabActionsProps {
  current: FilterTab | undefined
  view: HouseholdView
  suggestedName: string
  mayWrite: boolean
  onShow: (view: HouseholdView) => void
}

/** What belongs to the filter that is shown: settle its pairs, keep it as a tab, take its tab away. */
function TabActions({ current, view, suggestedName, mayWrite, onShow }: TabActionsProps) {
  const words = useText().households.filters
  const navigate = useNavigate()
  const remove = useOfficeCommand('filters.remove')
  const [isSaving, saving] = useDisclosure(false)
  const filter = filterOf(view)
  const isKept = current !== undefined && (current.filterId !== null || filter.text === '')

  async function removeCurrent({ filterId, label }: FilterTab): Promise<void> {
    if (!filterId || !(await remove.run({ filterId }))) return
    notifications.show({ message: words.removed(label) })
    onShow({})
  }
  return (
    <>
      <FailureAlert failure={remove.failure} />
      {filter.isDuplicate && (
        <CommandButton
          size="compact-sm"
          variant="light"
          command={{
            id: 'households.settle',
            keys: 'F8',
            label: words.settle,
            run: () => void navigate({ to: '/duplicates' }),
          }}
        />
      )}
      {mayWrite && !isKept && (
        <CommandButton
          size="compact-sm"
          variant="subtle"
          command={{ id: 'households.saveFilter', keys: null, label: `+ ${words.save}`, run: saving.open }}
        />
      )}
      {mayWrite && current?.filterId && (
        <CommandButton
          size="compact-sm"
          variant="subtle"
          color="red"
          c={STATE_COLORS.bad}
          command={{
            id: 'households.removeFilter',
            keys: null,
            label: words.remove(current.label),
            run: () => void removeCurrent(current),
          }}
        />
      )}
      {isSaving && <SaveFilterDialog filter={filter} suggestedName={suggestedName} onClose={saving.close} />}
    </>
  )
}
