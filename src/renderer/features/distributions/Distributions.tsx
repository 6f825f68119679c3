/** Đợt phát: where and when gifts are handed out, their kits of papers, and what became of every paper. */

import { Group, Loader, Select, Title } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import type { Campaign } from '../../../contract/campaigns.ts'
import type { DistributionEvent } from '../../../contract/distributions.ts'
import type { OfficeDescription } from '../../../contract/office.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { withoutDiacritics } from '../../components/CategorySelect.tsx'
import { EmptyNote } from '../../components/EmptyNote.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import { Distribution } from './Distribution.tsx'
import { DistributionList } from './DistributionList.tsx'
import classes from './Distributions.module.css'
import type { DistributionsView } from './distributions-view.ts'
import { PlanForm } from './plan/PlanForm.tsx'
import { blankPlan } from './plan/plan-values.ts'

const route = getRouteApi('/distributions')

export function Distributions() {
  const view = route.useSearch()
  const navigate = route.useNavigate()
  const { data: office } = useOfficeQuery('office.describe', {})
  const { data: known } = useOfficeQuery('campaigns.list', {})
  const { data, error } = useOfficeQuery('distributions.list', { campaignId: null })
  const show = (next: DistributionsView) => void navigate({ search: next, replace: true })
  if (error) return <FailureAlert failure={error.failure} m="md" />
  if (!office || !known || !data) return <Loader m="md" />
  const { campaigns } = known
  if (view.eventId) {
    return (
      <Distribution
        key={view.eventId}
        eventId={view.eventId}
        view={view}
        office={office}
        campaigns={campaigns}
        events={data.events}
        show={show}
      />
    )
  }
  const [first] = campaigns
  if (view.plan === 'new' && first) {
    const campaignId = view.campaignId ?? first.campaignId
    const personName = office.person?.fullName ?? ''
    return (
      <PlanForm
        today={office.today}
        campaigns={campaigns}
        initial={blankPlan({ campaignId, today: office.today, personName, events: data.events })}
        changed={null}
        onDone={(eventId) => show({ campaignId: view.campaignId, eventId })}
        onLeave={() => show({ campaignId: view.campaignId })}
      />
    )
  }
  return <Overview {...{ office, campaigns, view, show }} events={data.events} />
}

interface OverviewProps {
  office: OfficeDescription
  campaigns: readonly Campaign[]
  events: readonly DistributionEvent[]
  view: DistributionsView
  show: (view: DistributionsView) => void
}

function Overview({ office, campaigns, events, view, show }: OverviewProps) {
  const text = useText().distributions
  const { campaignId } = view
  const shown = events.filter((event) => !campaignId || event.campaignId === campaignId)
  const mayPlan = office.rights.includes('event.plan') && campaigns.length > 0
  return (
    <section className={classes.screen} aria-labelledby="distributions-title">
      <Group px="md" pt="sm" pb={6} justify="space-between" wrap="nowrap">
        <Title order={1} id="distributions-title">
          {text.title}
        </Title>
        <Group gap="xs" wrap="nowrap">
          <Select
            w={260}
            aria-label={text.campaign}
            placeholder={text.allCampaigns}
            clearable
            searchable
            filter={withoutDiacritics}
            data={campaigns.map(({ campaignId: value, name: label }) => ({ value, label }))}
            value={campaignId ?? null}
            onChange={(chosen) => show({ campaignId: chosen ?? undefined })}
          />
          <CommandButton
            command={{
              id: 'distributions.plan',
              keys: 'mod+N',
              label: text.plan,
              run: () => show({ campaignId, plan: 'new' }),
              isDisabled: !mayPlan,
            }}
          />
        </Group>
      </Group>
      {campaigns.length === 0 && <EmptyNote title={text.noCampaign} next={text.noCampaignNext} />}
      {campaigns.length > 0 && shown.length === 0 && <EmptyNote title={text.empty} next={text.emptyNext} />}
      {shown.length > 0 && <DistributionList events={shown} onOpen={({ eventId }) => show({ campaignId, eventId })} />}
    </section>
  )
}
