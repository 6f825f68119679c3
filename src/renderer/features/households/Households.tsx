/** Hộ thụ hưởng: the registry as one long list, filtered by tabs and by typing, with the details of one beside it. */

import { Badge, Group, Tabs, TextInput, Title } from '@mantine/core'
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks'
import { getRouteApi } from '@tanstack/react-router'
import { type KeyboardEvent, useRef } from 'react'
import type { HouseholdCategory } from '../../../domain/household.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { useCommands } from '../../commands/registry.ts'
import { CategorySelect } from '../../components/CategorySelect.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { showCount } from '../../components/formats.ts'
import { Icon } from '../../components/Icon.tsx'
import { useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import { HouseholdDetails } from './HouseholdDetails.tsx'
import { HouseholdForm } from './HouseholdForm.tsx'
import classes from './Households.module.css'
import { HouseholdTable } from './HouseholdTable.tsx'
import { filterOf, HOUSEHOLDS_PER_PAGE, type HouseholdView } from './household-view.ts'

const PAUSE_MILLISECONDS = 150

type Tab = 'all' | 'poor' | 'nearPoor' | 'withoutCitizenId' | 'withoutCustomerCode' | 'withoutCategory'

const TABS: readonly { tab: Tab; view: HouseholdView }[] = [
  { tab: 'all', view: {} },
  { tab: 'poor', view: { category: 'HN' } },
  { tab: 'nearPoor', view: { category: 'HCN' } },
  { tab: 'withoutCitizenId', view: { missing: 'citizenId' } },
  { tab: 'withoutCustomerCode', view: { missing: 'customerCode' } },
  { tab: 'withoutCategory', view: { missing: 'category' } },
]

const route = getRouteApi('/households')

export function Households() {
  const text = useText().households
  const view = route.useSearch()
  const navigate = route.useNavigate()
  const search = useRef<HTMLInputElement>(null)
  const [isFormOpen, form] = useDisclosure(false)
  const filter = filterOf(view)
  const outline = useOfficeQuery('households.outline', { filter, pageSize: HOUSEHOLDS_PER_PAGE }, { keeps: true })
  const show = (next: HouseholdView) => void navigate({ search: next, replace: true })
  const find = useDebouncedCallback((typed: string) => show({ ...view, text: typed || undefined }), PAUSE_MILLISECONDS)
  useCommands([{ id: 'households.find', keys: 'F3', label: text.search, run: () => search.current?.focus() }])
  const current = TABS.find(({ view: own }) => own.category === view.category && own.missing === view.missing)
  const openHousehold = (householdId: string | undefined) => show({ ...view, householdId })

  return (
    <section className={classes.screen} aria-labelledby="households-title">
      <Group px="md" pt="sm" pb={6} justify="space-between" wrap="nowrap">
        <Title order={1} id="households-title">
          {text.title}
        </Title>
        <Group gap="xs" wrap="nowrap">
          <TextInput
            ref={search}
            className={classes.search ?? ''}
            aria-label={text.search}
            placeholder={`${text.search} (F3)`}
            leftSection={<Icon name="search" size={16} />}
            defaultValue={view.text ?? ''}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => find(event.currentTarget.value)}
            onKeyDown={goToList}
          />
          <CommandButton command={{ id: 'households.register', keys: 'mod+N', label: text.register, run: form.open }} />
        </Group>
      </Group>
      <Group px="md" gap="sm" wrap="nowrap" className={classes.tabsLine}>
        <Tabs
          value={current?.tab ?? null}
          onChange={(tab) => show({ text: view.text, ...TABS.find((one) => one.tab === tab)?.view })}
          keepMounted={false}
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
            show({ text: view.text, category: (category as HouseholdCategory | null) ?? undefined })
          }
        />
      </Group>
      <FailureAlert failure={outline.error?.failure} m="md" />
      {outline.data && (
        <HouseholdTable
          key={JSON.stringify(filter)}
          filter={filter}
          outline={outline.data}
          openId={view.householdId ?? null}
          onOpen={openHousehold}
        />
      )}
      {view.householdId && (
        <HouseholdDetails
          key={view.householdId}
          householdId={view.householdId}
          onClose={() => openHousehold(undefined)}
        />
      )}
      <HouseholdForm isOpen={isFormOpen} household={null} onClose={form.close} onKept={openHousehold} />
    </section>
  )
}

/** From the field down into the list. */
function goToList(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown') return
  event.preventDefault()
  event.currentTarget.closest('section')?.querySelector<HTMLElement>('[role="grid"]')?.focus()
}

function Count({ view }: { view: HouseholdView }) {
  const { data } = useOfficeQuery('households.outline', { filter: filterOf(view), pageSize: 1000 }, { keeps: true })
  return data ? (
    <Badge size="sm" variant="light" color="gray" c="gray.8">
      {showCount(data.count)}
    </Badge>
  ) : null
}
