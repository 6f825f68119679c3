/** The start of a day: where the work stands and what waits, each one key away. */

import { Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import type { Campaign } from '../../../contract/campaigns.ts'
import { ALL_HOUSEHOLDS } from '../../../contract/households.ts'
import { ALL_REPAIRS } from '../../../contract/repairs.ts'
import { type Day, formatDay } from '../../../domain/day.ts'
import { formatPeriod, nextPeriod, periodEnd, periodOf } from '../../../domain/period.ts'
import { isSettled, REPAIR_STATES } from '../../../domain/repair.ts'
import { showAmount, showCount } from '../../components/formats.ts'
import { RouteLink } from '../../components/RouteLink.tsx'
import { useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'

export function Today() {
  const text = useText().frame.today
  const { data: office } = useOfficeQuery('office.describe', {})
  const { data: campaigns } = useOfficeQuery('campaigns.list', {})
  const { data: households } = useOfficeQuery('households.outline', { filter: ALL_HOUSEHOLDS, pageSize: 1000 })
  const repairs = useRepairsWaiting(office?.today)
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
        <Figure
          label={text.repairsOpen}
          value={showCount(repairs.open)}
          note={repairs.unsafe > 0 ? text.unsafe(repairs.unsafe) : ''}
        />
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
        <Repairs waiting={repairs} />
        {toClose && (
          <RouteLink to="/months" search={{ period: toClose }} label={text.closeMonth(formatPeriod(toClose))} />
        )}
        {office.rights.includes('people.manage') && !office.office?.isPractice && <RecoverySheet />}
      </Paper>
    </Stack>
  )
}

/** Without its sheet a key is lost with the computer. */
function RecoverySheet() {
  const text = useText().frame.today
  const { data } = useOfficeQuery('keys.describe', {})
  const inForce = data?.officeKeys.find(({ state }) => state === 'inForce')
  return inForce && inForce.sheetPrintedAt === null ? <RouteLink to="/people" label={text.printSheet} /> : null
}

interface RepairsWaiting {
  open: number
  awaitingAcceptance: number
  unsafe: number
  unsafeDue: number
  recheckDue: number
}

/** How many repairs wait for what; undefined until all of it is known. */
function useRepairsWaiting(today: Day | undefined): RepairsWaiting | undefined {
  const { data } = useOfficeQuery('repairs.list', { filter: ALL_REPAIRS, limit: 1 })
  const due = { ...ALL_REPAIRS, dueBy: today ?? null }
  const { data: found } = useOfficeQuery('repairs.list', today ? { filter: due, limit: 1 } : null)
  if (!data || !found) return undefined
  const { counts } = data
  const open = REPAIR_STATES.filter((state) => !isSettled(state)).reduce((sum, state) => sum + counts[state], 0)
  const { awaitingAcceptance, unsafe } = counts
  return { open, awaitingAcceptance, unsafe, unsafeDue: found.counts.unsafe, recheckDue: found.counts.done }
}

/** What of the repairs cannot wait: households left unsafe first. */
function Repairs({ waiting: { awaitingAcceptance, unsafeDue, recheckDue } }: { waiting: RepairsWaiting }) {
  const text = useText().frame.today
  return (
    <>
      {unsafeDue > 0 && <RouteLink to="/repairs" search={{ shelf: 'unsafe' }} label={text.followUp(unsafeDue)} />}
      {awaitingAcceptance > 0 && (
        <RouteLink to="/repairs" search={{ state: 'awaitingAcceptance' }} label={text.certify(awaitingAcceptance)} />
      )}
      {recheckDue > 0 && <RouteLink to="/repairs" search={{ shelf: 'recheck' }} label={text.recheck(recheckDue)} />}
    </>
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
