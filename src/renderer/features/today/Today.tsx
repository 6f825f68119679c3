/** The start of a day: where the work stands and what waits, each one key away. */

import { Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import type { Campaign } from '../../../contract/campaigns.ts'
import { ALL_HOUSEHOLDS } from '../../../contract/households.ts'
import { type Day, formatDay } from '../../../domain/day.ts'
import { formatPeriod, nextPeriod, periodEnd, periodOf } from '../../../domain/period.ts'
import { showAmount, showCount } from '../../components/formats.ts'
import { RouteLink } from '../../components/RouteLink.tsx'
import { useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'

const AWAITING_ACCEPTANCE = {
  states: ['awaitingAcceptance' as const],
  ...{ campaignId: null, communeName: null, hamlet: null, crew: null, dueBy: null, sought: '' },
}

export function Today() {
  const text = useText().frame.today
  const { data: office } = useOfficeQuery('office.describe', {})
  const { data: campaigns } = useOfficeQuery('campaigns.list', {})
  const { data: households } = useOfficeQuery('households.outline', { filter: ALL_HOUSEHOLDS, pageSize: 1000 })
  const { data: repairs } = useOfficeQuery('repairs.list', { filter: AWAITING_ACCEPTANCE, limit: 1 })
  const { data: months } = useOfficeQuery('months.list', {})
  if (!office || !campaigns || !households || !repairs || !months) return null
  const campaign =
    campaigns.campaigns.find(({ from, to }) => from <= office.today && office.today <= to) ?? campaigns.campaigns[0]
  const toClose = months.months
    .filter(({ period, state }) => state === 'open' && periodEnd(period) < office.today)
    .map(({ period }) => period)
    .sort()[0]
  const openMonth = office.closedThrough ? nextPeriod(office.closedThrough) : periodOf(office.today)
  return (
    <Stack p="md" gap="md">
      <Title order={1}>{text.title}</Title>
      <SimpleGrid cols={4} spacing="sm">
        <Figure
          label={campaign ? text.givenInCampaign(campaign.name) : text.noCampaign}
          value={campaign ? showCount(campaign.handedOverCount) : '0'}
          note={campaign ? showAmount(campaign.handedOverDong) : ''}
        />
        <Figure label={text.households} value={showCount(households.count)} note="" />
        <Figure label={text.repairsToCertify} value={showCount(repairs.count)} note="" />
        <Figure label={text.openMonth} value={formatPeriod(openMonth)} note="" />
      </SimpleGrid>
      <Paper withBorder p="sm">
        <Title order={2} mb={4}>
          {text.toDo}
        </Title>
        {households.count === 0 && <RouteLink to="/import" label={text.importList} />}
        {campaigns.campaigns.length === 0 && (
          <RouteLink to="/campaigns" search={{ form: 'open' }} label={text.openCampaign} />
        )}
        {campaign && <Waiting campaign={campaign} />}
        <Distributions today={office.today} />
        {campaign && households.count > 0 && <RouteLink to="/counter" label={text.handOver} />}
        {repairs.count > 0 && (
          <RouteLink to="/repairs" search={{ state: 'awaitingAcceptance' }} label={text.certify(repairs.count)} />
        )}
        {toClose && (
          <RouteLink to="/months" search={{ period: toClose }} label={text.closeMonth(formatPeriod(toClose))} />
        )}
      </Paper>
    </Stack>
  )
}

/** A list that was drawn up and waits for the second person. */
function Waiting({ campaign: { campaignId, name } }: { campaign: Campaign }) {
  const text = useText().frame.today
  const { data } = useOfficeQuery('giftLists.list', { campaignId })
  const waiting = data?.lists.find(({ state }) => state === 'drawnUp')
  if (!waiting) return null
  const { listId, drawnUpBy } = waiting
  return (
    <RouteLink
      to="/campaigns"
      search={{ campaignId, tab: 'lists', listId }}
      label={text.approveList(name, drawnUpBy)}
    />
  )
}

/** Those of today, which are gone to, and earlier ones whose papers are not accounted for. */
function Distributions({ today }: { today: Day }) {
  const text = useText().frame.today
  const { data } = useOfficeQuery('distributions.list', { campaignId: null })
  return data?.events.map(({ eventId, campaignId, placeName, heldOn, householdCount, balance }) => {
    if (heldOn === today) {
      const label = text.distributionToday(placeName, showCount(householdCount))
      return <RouteLink key={eventId} to="/counter" search={{ campaignId, eventId }} label={label} />
    }
    if (heldOn > today || balance.open === 0) return null
    const label = text.unaccounted(placeName, formatDay(heldOn), balance.open)
    return <RouteLink key={eventId} to="/distributions" search={{ eventId }} label={label} />
  })
}

function Figure({ label, value, note }: { label: string; value: string; note: string }) {
  return (
    <Paper withBorder p="sm">
      <Text size="sm" c="gray.7" lineClamp={2} mih={42}>
        {label}
      </Text>
      <Text fz={26} fw={700} lh={1.3}>
        {value}
      </Text>
      {note && (
        <Text size="sm" c="gray.7">
          {note}
        </Text>
      )}
    </Paper>
  )
}
