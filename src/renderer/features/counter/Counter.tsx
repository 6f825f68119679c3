/** Quầy phát quà: find the household, see its card, F9 gives and prints. Then the search has the keys again. */

import { Group, Select, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { Campaign } from '../../../contract/gifts.ts'
import type { Day } from '../../../domain/day.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { useCommands } from '../../commands/registry.ts'
import { withoutDiacritics } from '../../components/CategorySelect.tsx'
import { DayInput } from '../../components/DayInput.tsx'
import { EmptyNote } from '../../components/EmptyNote.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { showAmount, showCount } from '../../components/formats.ts'
import { HouseholdSearch } from '../../components/HouseholdSearch.tsx'
import { useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import { CampaignForm } from './CampaignForm.tsx'
import classes from './Counter.module.css'
import { HouseholdCard } from './HouseholdCard.tsx'
import { RecentHandovers } from './RecentHandovers.tsx'

const route = getRouteApi('/counter')

export function Counter() {
  const text = useText().counter
  const { open } = route.useSearch()
  const { data: office } = useOfficeQuery('office.describe', {})
  const { data, error } = useOfficeQuery('campaigns.list', {})
  const [isFormOpen, form] = useDisclosure(open === true)
  const { campaignId } = route.useSearch()
  const navigate = route.useNavigate()
  const choose = (id: string) => void navigate({ search: { campaignId: id }, replace: true })
  if (error) return <FailureAlert failure={error.failure} m="md" />
  if (!data || !office) return null
  const campaign =
    data.campaigns.find((one) => one.campaignId === campaignId) ?? currentOf(data.campaigns, office.today)
  return (
    <section className={classes.screen} aria-labelledby="counter-title">
      <Group px="md" pt="sm" pb="xs" gap="md" wrap="nowrap" align="flex-end">
        <Title order={1} id="counter-title" className={classes.title ?? ''}>
          {text.title}
        </Title>
        {campaign && (
          <>
            <Select
              className={classes.campaign ?? ''}
              aria-label={text.campaign}
              data={data.campaigns.map(({ campaignId: value, name: label }) => ({ value, label }))}
              filter={withoutDiacritics}
              value={campaign.campaignId}
              allowDeselect={false}
              onChange={(id) => id && choose(id)}
            />
            <Text size="sm" fw={600} className={classes.given ?? ''}>
              {text.given(showCount(campaign.handedOverCount), showAmount(campaign.handedOverDong))}
            </Text>
          </>
        )}
        <CommandButton
          ml="auto"
          className={classes.open ?? ''}
          variant={campaign ? 'default' : 'filled'}
          command={{ id: 'counter.openCampaign', keys: 'mod+N', label: text.openCampaign, run: form.open }}
        />
      </Group>
      {campaign ? (
        <Desk key={campaign.campaignId} campaign={campaign} today={office.today} />
      ) : (
        <EmptyNote title={text.noCampaign} next={text.noCampaignNext} />
      )}
      <CampaignForm isOpen={isFormOpen} today={office.today} onClose={form.close} onOpened={choose} />
    </section>
  )
}

/** The campaign whose days hold today, else the one that began last. */
function currentOf(campaigns: readonly Campaign[], today: Day): Campaign | undefined {
  const running = campaigns.find(({ from, to }) => from <= today && today <= to)
  return running ?? [...campaigns].sort((one, other) => other.from.localeCompare(one.from))[0]
}

function Desk({ campaign, today }: { campaign: Campaign; today: Day }) {
  const text = useText().counter
  const { householdId } = route.useSearch()
  const navigate = route.useNavigate()
  const search = useRef<HTMLInputElement>(null)
  const day = useRef<HTMLInputElement>(null)
  const [handedOverOn, setHandedOverOn] = useState<string>(today < campaign.to ? today : campaign.to)
  const serve = (id: string | undefined) =>
    void navigate({ search: { campaignId: campaign.campaignId, householdId: id }, replace: true })

  function next(): void {
    serve(undefined)
    search.current?.focus()
  }
  useEffect(() => search.current?.focus(), [])
  useCommands([
    { id: 'counter.find', keys: 'F3', label: text.find, run: () => search.current?.focus() },
    { id: 'counter.day', keys: 'F6', label: text.handedOverOn, run: () => day.current?.focus() },
  ])

  return (
    <div className={classes.desk}>
      <div className={classes.finding}>
        <HouseholdSearch inputRef={search} onChoose={(household) => serve(household.householdId)} height={220} />
        <RecentHandovers campaign={campaign} today={today} onDone={() => search.current?.focus()} />
      </div>
      <div className={classes.card}>
        <Group gap="xs" mb="xs" component="label">
          <Text size="sm" fw={500} span>
            {text.handedOverOn} (F6)
          </Text>
          <DayInput ref={day} value={handedOverOn} today={today} onChange={setHandedOverOn} w={120} />
        </Group>
        {householdId ? (
          <HouseholdCard
            key={householdId}
            campaign={campaign}
            householdId={householdId}
            handedOverOn={handedOverOn}
            onLeave={next}
          />
        ) : (
          <EmptyNote title={text.choosePrompt} next={text.choosePromptNext} />
        )}
      </div>
    </div>
  )
}
