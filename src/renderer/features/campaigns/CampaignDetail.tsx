/** One campaign: how far it is at the top, then its lists, who is granted what, and its terms. */

import { Group, Progress, Tabs, Text, Title } from '@mantine/core'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { Campaign } from '../../../contract/campaigns.ts'
import type { OfficeDescription } from '../../../contract/office.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { showAmount, showCount } from '../../components/formats.ts'
import { STATE_COLORS } from '../../components/state-colors.ts'
import { useText } from '../../text/language.ts'
import classes from './Campaigns.module.css'
import { CampaignTerms } from './CampaignTerms.tsx'
import { figuresOf } from './campaign-figures.ts'
import { CAMPAIGN_TABS } from './campaigns-view.ts'
import { GiftLists } from './lists/GiftLists.tsx'
import { Grants } from './lists/Grants.tsx'

const route = getRouteApi('/campaigns')

interface CampaignDetailProps {
  campaign: Campaign
  office: OfficeDescription
}

export function CampaignDetail({ campaign, office }: CampaignDetailProps) {
  const text = useText().campaigns
  const { campaignId } = campaign
  const { tab = campaign.grantedBy === 'list' ? 'lists' : 'terms' } = route.useSearch()
  const navigate = route.useNavigate()
  const go = useNavigate()
  const actions = [
    { id: 'campaigns.back', keys: 'Escape', label: text.back, run: () => void navigate({ search: {} }) },
    {
      id: 'campaigns.amend',
      keys: 'F2',
      label: text.amend,
      run: () => void navigate({ search: (view) => ({ ...view, form: 'amend' }) }),
      isDisabled: !office.rights.includes('campaign.open'),
    },
    {
      id: 'campaigns.counter',
      keys: 'F9',
      label: text.toCounter,
      run: () => void go({ to: '/counter', search: { campaignId } }),
    },
  ]
  return (
    <>
      <Group px="md" pt="sm" pb={2} gap="xs" wrap="nowrap">
        <Title order={1} id="campaigns-title" className={classes.name ?? ''} title={campaign.name}>
          {campaign.name}
        </Title>
        {actions.map((command) => (
          <CommandButton key={command.id} size="compact-sm" variant="default" flex="none" command={command} />
        ))}
      </Group>
      <Figures campaign={campaign} />
      <Tabs
        className={classes.tabs ?? ''}
        value={tab}
        onChange={(next) =>
          void navigate({
            search: { campaignId, tab: CAMPAIGN_TABS.find((one) => one === next) },
            replace: true,
          })
        }
      >
        <Tabs.List px="md">
          {CAMPAIGN_TABS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {text.tabs[one]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      {tab === 'lists' && <GiftLists campaign={campaign} office={office} />}
      {tab === 'grants' && <Grants campaign={campaign} office={office} />}
      {tab === 'terms' && <CampaignTerms campaign={campaign} />}
    </>
  )
}

function Figures({ campaign }: { campaign: Campaign }) {
  const text = useText().campaigns.figures
  const { handedOverCount, handedOverHouseholds, handedOverDong, budgetDong, targetHouseholds, grantedBy } = campaign
  const { expected, left, usedPercent, overBudgetDong } = figuresOf(campaign)
  const budget = budgetDong === null ? text.notSet : text.ofBudget(showAmount(handedOverDong), showAmount(budgetDong))
  const facts = [
    ...(grantedBy === 'list' ? [[text.granted, showCount(expected ?? 0)] as const] : []),
    [text.handedOver, showCount(handedOverCount)],
    ...(grantedBy === 'list' ? [[text.left, showCount(left ?? 0)] as const] : []),
    ...(targetHouseholds === null
      ? []
      : [[text.target, text.ofTarget(showCount(handedOverHouseholds), showCount(targetHouseholds))] as const]),
    [text.budget, budget],
  ] as const
  return (
    <div className={classes.figures}>
      {facts.map(([label, value]) => (
        <Text key={label} size="sm" component="span">
          {label}: <strong>{value}</strong>
        </Text>
      ))}
      {overBudgetDong > 0 && (
        <Text size="sm" fw={600} c={STATE_COLORS.bad} role="alert">
          {text.overBudget(showAmount(overBudgetDong))}
        </Text>
      )}
      {usedPercent !== null && (
        <Progress
          value={Math.min(100, usedPercent)}
          size="sm"
          aria-label={text.budget}
          className={classes.used ?? ''}
        />
      )}
    </div>
  )
}
