/** Quầy phát quà: where it stands, which campaign and distribution, and the desk for the household that has come. */

import { Group, Progress, Select, Text, Title } from '@mantine/core'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { Campaign } from '../../../contract/campaigns.ts'
import type { DistributionEvent } from '../../../contract/distributions.ts'
import type { OfficeDescription } from '../../../contract/office.ts'
import { formatDay } from '../../../domain/day.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { withoutDiacritics } from '../../components/CategorySelect.tsx'
import { EmptyNote } from '../../components/EmptyNote.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { showAmount, showCount } from '../../components/formats.ts'
import { useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import classes from './Counter.module.css'
import { campaignAt, eventAt, expectedCount, lastPlace, NO_EVENT, standAt } from './counter-view.ts'
import { Desk } from './Desk.tsx'
import { useRecent } from './use-recent.ts'

const route = getRouteApi('/counter')

export function Counter() {
  const text = useText().counter
  const { data: office } = useOfficeQuery('office.describe', {})
  const { data, error } = useOfficeQuery('campaigns.list', {})
  if (error) return <FailureAlert failure={error.failure} m="md" />
  if (!data || !office) return null
  return (
    <section className={classes.screen} aria-labelledby="counter-title">
      {data.campaigns.length > 0 ? (
        <Standing campaigns={data.campaigns} office={office} />
      ) : (
        <>
          <Title order={1} id="counter-title" px="md" pt="sm">
            {text.title}
          </Title>
          <NoCampaign />
        </>
      )}
    </section>
  )
}

function NoCampaign() {
  const text = useText().counter
  const navigate = useNavigate()
  const open = () => void navigate({ to: '/campaigns', search: { form: 'open' } })
  return (
    <EmptyNote title={text.noCampaign} next={text.noCampaignNext}>
      <CommandButton
        mt="xs"
        command={{ id: 'counter.openCampaign', keys: 'mod+N', label: text.openCampaign, run: open }}
      />
    </EmptyNote>
  )
}

/** At a campaign and, maybe, a distribution of it: as the address says, or as the counter stood last. */
function Standing({ campaigns, office }: { campaigns: readonly Campaign[]; office: OfficeDescription }) {
  const { campaignId: wantedId, eventId: wantedEvent } = route.useSearch()
  const wanted = wantedId ? { campaignId: wantedId, eventId: wantedEvent } : lastPlace()
  const campaign = campaignAt(campaigns, office.today, wanted.campaignId)
  const campaignId = campaign?.campaignId ?? null
  const { data } = useOfficeQuery('distributions.list', campaignId === null ? null : { campaignId }, { keeps: true })
  const events = (data?.events ?? []).filter((event) => event.campaignId === campaignId)
  const event = eventAt(events, office.today, wanted.eventId)
  useEffect(() => {
    if (wantedId) standAt({ campaignId: wantedId, eventId: wantedEvent })
  }, [wantedId, wantedEvent])
  if (!campaign || !data) return null
  return (
    <>
      <Heading campaigns={campaigns} campaign={campaign} events={events} event={event} />
      <Desk
        key={`${campaign.campaignId} ${event?.eventId}`}
        campaign={campaign}
        event={event}
        today={office.today}
        rights={office.rights}
      />
    </>
  )
}

interface HeadingProps {
  campaigns: readonly Campaign[]
  campaign: Campaign
  events: readonly DistributionEvent[]
  event: DistributionEvent | null
}

function Heading({ campaigns, campaign, events, event }: HeadingProps) {
  const text = useText().counter
  const navigate = route.useNavigate()
  const { campaignId } = campaign
  const look = { filter: withoutDiacritics, allowDeselect: false, searchable: true } as const
  return (
    <Group px="md" pt="sm" pb="xs" gap="sm" wrap="nowrap">
      <Title order={1} id="counter-title" className={classes.title ?? ''}>
        {text.title}
      </Title>
      <Select
        {...look}
        className={classes.campaign ?? ''}
        aria-label={text.campaign}
        data={campaigns.map(({ campaignId: value, name: label }) => ({ value, label }))}
        value={campaignId}
        onChange={(chosen) => chosen && void navigate({ search: { campaignId: chosen }, replace: true })}
      />
      {events.length > 0 && (
        <Select
          {...look}
          className={classes.campaign ?? ''}
          aria-label={text.event}
          data={[
            ...events.map(({ eventId: value, placeName, heldOn }) => ({
              value,
              label: text.eventAt(placeName, formatDay(heldOn).slice(0, 5)),
            })),
            { value: NO_EVENT, label: text.noEvent },
          ]}
          value={event?.eventId ?? NO_EVENT}
          onChange={(chosen) => chosen && void navigate({ search: { campaignId, eventId: chosen }, replace: true })}
        />
      )}
      <Progressed campaign={campaign} event={event} />
    </Group>
  )
}

/** How much of what is expected was handed over. */
function Progressed({ campaign, event }: Pick<HeadingProps, 'campaign' | 'event'>) {
  const text = useText().counter
  const recent = useRecent(campaign, event)
  if (!recent) return null
  const { count, valueDong } = recent
  const expected = expectedCount(campaign, event)
  const given = text.given(showCount(count), expected === null ? null : showCount(expected))
  return (
    <div className={classes.given}>
      <Text size="sm" fw={600} ta="right">
        {given} · {showAmount(valueDong)}
      </Text>
      {expected !== null && expected > 0 && (
        <Progress value={Math.min(100, (count / expected) * 100)} size="sm" aria-label={given} mt={2} />
      )}
    </div>
  )
}
