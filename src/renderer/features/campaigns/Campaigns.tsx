/** Đợt tặng quà: all campaigns, and one of them with its lists, whom these grant what, and its terms. */

import { Group, Title } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import type { Campaign } from '../../../contract/campaigns.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { EmptyNote } from '../../components/EmptyNote.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { showCount } from '../../components/formats.ts'
import { type LineColumn, LineGrid } from '../../components/LineGrid.tsx'
import { useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import type { Text } from '../../text/texts.ts'
import { CampaignDetail } from './CampaignDetail.tsx'
import { CampaignForm } from './CampaignForm.tsx'
import classes from './Campaigns.module.css'
import { figuresOf, tellDays, tellUsed } from './campaign-figures.ts'
import { DrawUp } from './lists/DrawUp.tsx'

const route = getRouteApi('/campaigns')

export function Campaigns() {
  const text = useText().campaigns
  const { campaignId, form, draw } = route.useSearch()
  const navigate = route.useNavigate()
  const { data: office } = useOfficeQuery('office.describe', {})
  const { data, error } = useOfficeQuery('campaigns.list', {})
  if (error) return <FailureAlert failure={error.failure} m="md" />
  if (!data || !office) return null
  const { campaigns, communes } = data
  const campaign = campaigns.find((one) => one.campaignId === campaignId)
  const closeForm = () => void navigate({ search: (view) => ({ ...view, form: undefined }), replace: true })
  const show = (id: string | undefined) => void navigate({ search: { campaignId: id } })
  return (
    <section className={classes.screen} aria-labelledby="campaigns-title">
      {campaign && draw && <DrawUp key={campaign.campaignId} campaign={campaign} communes={communes} />}
      {campaign && !draw && <CampaignDetail key={campaign.campaignId} campaign={campaign} office={office} />}
      {!campaign && (
        <>
          <Group px="md" pt="sm" pb={6} justify="space-between" wrap="nowrap">
            <Title order={1} id="campaigns-title">
              {text.title}
            </Title>
            <CommandButton
              command={{
                id: 'campaigns.open',
                keys: 'mod+N',
                label: text.open,
                run: () => void navigate({ search: { form: 'open' } }),
                isDisabled: !office.rights.includes('campaign.open'),
              }}
            />
          </Group>
          <CampaignList campaigns={campaigns} onOpen={show} />
        </>
      )}
      <CampaignForm
        opening={form === 'open' ? { kind: 'open' } : form === 'amend' && campaign ? { kind: 'amend', campaign } : null}
        today={office.today}
        communes={communes}
        onClose={closeForm}
        onDone={(id) => void navigate({ search: { campaignId: id }, replace: true })}
      />
    </section>
  )
}

interface CampaignListProps {
  campaigns: readonly Campaign[]
  onOpen: (campaignId: string) => void
}

function CampaignList({ campaigns, onOpen }: CampaignListProps) {
  const text = useText()
  if (campaigns.length === 0) return <EmptyNote title={text.campaigns.none} next={text.campaigns.noneNext} />
  return (
    <div className={classes.grid}>
      <LineGrid
        label={text.campaigns.title}
        columns={columnsOf(text)}
        lines={campaigns}
        keyOf={({ campaignId }) => campaignId}
        onOpen={({ campaignId }) => onOpen(campaignId)}
        takesFocus
      />
    </div>
  )
}

function columnsOf(text: Text): LineColumn<Campaign>[] {
  const { columns } = text.campaigns
  const orNot = (figure: number | null) => (figure === null ? text.components.unknown : showCount(figure))
  return [
    { name: 'name', header: columns.name, width: 'minmax(150px, 2fr)', show: ({ name }) => name },
    {
      name: 'decisions',
      header: columns.decisions,
      width: 'minmax(80px, 1fr)',
      show: ({ decisionNumbers }) => decisionNumbers.join('; '),
    },
    { name: 'days', header: columns.days, width: '168px', show: ({ from, to }) => tellDays(from, to, text) },
    {
      name: 'granted',
      header: columns.granted,
      width: '82px',
      kind: 'figure',
      show: (one) => orNot(figuresOf(one).expected),
    },
    {
      name: 'handedOver',
      header: columns.handedOver,
      width: '56px',
      kind: 'figure',
      show: ({ handedOverCount }) => showCount(handedOverCount),
    },
    { name: 'left', header: columns.left, width: '46px', kind: 'figure', show: (one) => orNot(figuresOf(one).left) },
    { name: 'budget', header: columns.budget, width: '150px', kind: 'figure', show: (one) => tellUsed(one, text) },
  ]
}
