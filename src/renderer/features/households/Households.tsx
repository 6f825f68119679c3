/** Hộ thụ hưởng: the registry as one long list, filtered by tabs and by typing, with the details of one beside it. */

import { Group, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { getRouteApi } from '@tanstack/react-router'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { useOfficeQuery } from '../../office-port/asking.ts'
import { useScan } from '../../scanner/scans.ts'
import { useText } from '../../text/language.ts'
import { HouseholdDetails } from './HouseholdDetails.tsx'
import { HouseholdForm } from './HouseholdForm.tsx'
import classes from './Households.module.css'
import { HouseholdTable } from './HouseholdTable.tsx'
import { HouseholdTabs } from './HouseholdTabs.tsx'
import { filterOf, HOUSEHOLDS_PER_PAGE, type HouseholdView } from './household-view.ts'
import { useColumnLayout } from './use-column-layout.ts'

const route = getRouteApi('/households')

export function Households() {
  const text = useText().households
  const view = route.useSearch()
  const navigate = route.useNavigate()
  const [isFormOpen, form] = useDisclosure(false)
  const arranging = useColumnLayout()
  const filter = filterOf(view)
  const outline = useOfficeQuery('households.outline', { filter, pageSize: HOUSEHOLDS_PER_PAGE }, { keeps: true })
  const show = (next: HouseholdView) => void navigate({ search: next, replace: true })
  const open = (householdId: string | undefined) => show({ ...view, householdId, register: undefined })
  function closeForm(): void {
    form.close()
    if (view.register) show({ ...view, register: undefined })
  }
  useScan(({ household }) => {
    if (household) open(household.householdId)
    return household !== null
  })
  return (
    <section className={classes.screen} aria-labelledby="households-title">
      <Group px="md" pt="sm" pb={6} justify="space-between" wrap="nowrap">
        <Title order={1} id="households-title">
          {text.title}
        </Title>
        <Group gap="xs" wrap="nowrap">
          <SearchField
            id="households.find"
            label={text.search}
            className={classes.search}
            text={view.text ?? ''}
            onFind={(typed) => show({ ...view, text: typed || undefined })}
          />
          <CommandButton command={{ id: 'households.register', keys: 'mod+N', label: text.register, run: form.open }} />
        </Group>
      </Group>
      <HouseholdTabs view={view} arranging={arranging} onShow={show} />
      <FailureAlert failure={outline.error?.failure} m="md" />
      {outline.data && (
        <HouseholdTable
          key={JSON.stringify(filter)}
          filter={filter}
          outline={outline.data}
          arranging={arranging}
          openId={view.householdId ?? null}
          onOpen={open}
        />
      )}
      {view.householdId && (
        <HouseholdDetails
          key={view.householdId}
          householdId={view.householdId}
          onClose={() => open(undefined)}
          onOpen={open}
        />
      )}
      <HouseholdForm isOpen={isFormOpen || view.register === true} household={null} onClose={closeForm} onKept={open} />
    </section>
  )
}
