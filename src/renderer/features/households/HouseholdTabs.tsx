/** The filters of the list as tabs, each with how many households it has; rarer categories in a list beside them. */

import { Group, Tabs, Text } from '@mantine/core'
import type { HouseholdCategory } from '../../../domain/household-category.ts'
import { CategorySelect } from '../../components/CategorySelect.tsx'
import { showCount } from '../../components/formats.ts'
import { useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import classes from './Households.module.css'
import { filterOf, type HouseholdView } from './household-view.ts'

const TABS = [
  { tab: 'all', view: {} },
  { tab: 'poor', view: { category: 'HN' } },
  { tab: 'nearPoor', view: { category: 'HCN' } },
  { tab: 'withoutCitizenId', view: { missing: 'citizenId' } },
  { tab: 'withoutCustomerCode', view: { missing: 'customerCode' } },
  { tab: 'withoutCategory', view: { missing: 'category' } },
] as const satisfies readonly { tab: string; view: HouseholdView }[]

/** Only counts are wanted, so the pages may be as long as they may be. */
const LONGEST_PAGE = 1000

export function HouseholdTabs({ view, onShow }: { view: HouseholdView; onShow: (view: HouseholdView) => void }) {
  const text = useText().households
  const current = TABS.find(({ view: own }: { view: HouseholdView }) => {
    return own.category === view.category && own.missing === view.missing
  })
  return (
    <Group px="md" gap="sm" wrap="nowrap" className={classes.tabsLine}>
      <Tabs
        value={current?.tab ?? null}
        onChange={(tab) => onShow({ text: view.text, ...TABS.find((one) => one.tab === tab)?.view })}
      >
        <Tabs.List>
          {TABS.map(({ tab, view: own }) => (
            <Tabs.Tab key={tab} value={tab} className={classes.tab ?? ''} rightSection={<Count view={own} />}>
              {text.filters[tab]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      <CategorySelect
        w={130}
        size="xs"
        aria-label={text.filters.category}
        placeholder={text.filters.category}
        comboboxProps={{ width: 240 }}
        value={current ? null : (view.category ?? null)}
        onChange={(category) =>
          onShow({ text: view.text, category: (category as HouseholdCategory | null) ?? undefined })
        }
      />
    </Group>
  )
}

function Count({ view }: { view: HouseholdView }) {
  const { data } = useOfficeQuery('households.outline', { filter: filterOf(view), pageSize: LONGEST_PAGE })
  return data ? (
    <Text span size="xs" c="gray.7">
      {showCount(data.count)}
    </Text>
  ) : null
}
