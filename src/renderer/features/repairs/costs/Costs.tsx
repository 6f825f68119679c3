/** What repairs cost against the money there is: by campaign, and of the one chosen by commune and by household. */

import { Loader, Text } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../../../contract/contract.ts'
import { EmptyNote } from '../../../components/EmptyNote.tsx'
import { FailureAlert } from '../../../components/FailureAlert.tsx'
import { showAmount, showCount } from '../../../components/formats.ts'
import { LineGrid } from '../../../components/LineGrid.tsx'
import { STATE_COLORS } from '../../../components/state-colors.ts'
import { useOfficeQuery } from '../../../office-port/asking.ts'
import { useText } from '../../../text/language.ts'
import type { ShowRepairs } from '../Repairs.tsx'
import classes from './Costs.module.css'

type CampaignCosts = Output<'repairs.costs'>['campaigns'][number]

export function Costs({ show }: { show: ShowRepairs }) {
  const words = useText().repairs.costs
  const { data, error } = useOfficeQuery('repairs.costs', { campaignId: null })
  const [chosenId, setChosenId] = useState<string | null>()
  if (error) return <FailureAlert failure={error.failure} m="md" />
  if (!data) return <Loader m="md" />
  const { campaigns } = data
  const chosen = campaigns.find(({ campaignId }) => campaignId === chosenId) ?? campaigns[0]
  if (!chosen) return <EmptyNote title={words.empty} />
  return (
    <div className={classes.screen}>
      <nav className={classes.campaigns} aria-label={words.campaigns}>
        {campaigns.map((campaign) => (
          <button
            key={campaign.campaignId}
            type="button"
            className={classes.campaign}
            aria-current={campaign === chosen}
            onClick={() => setChosenId(campaign.campaignId)}
          >
            <strong>{campaign.campaignName ?? words.noCampaign}</strong>
            <span>{words.repairs(showCount(campaign.doneCount), showCount(campaign.repairCount))}</span>
            <Used campaign={campaign} />
          </button>
        ))}
      </nav>
      <CostsOf key={chosen.campaignId} campaign={chosen} show={show} />
    </div>
  )
}

/** Spent and planned as two parts of the budget. */
function Used({ campaign: { campaignName, budgetDong, spentDong, plannedDong } }: { campaign: CampaignCosts }) {
  const words = useText().repairs.costs
  if (!budgetDong) return null
  const part = (dong: number) => Math.min(100, (dong / budgetDong) * 100)
  const isOver = spentDong + plannedDong > budgetDong
  const percent = `${Math.floor(((spentDong + plannedDong) / budgetDong) * 100)}%`
  const label = `${campaignName ?? words.noCampaign}: ${words.used(percent)}`
  return (
    <span className={classes.used} role="img" aria-label={label} data-over={isOver || undefined}>
      <span className={classes.spent} style={{ width: `${part(spentDong)}%` }} />
      <span className={classes.planned} style={{ width: `${part(plannedDong)}%` }} />
    </span>
  )
}

interface CostsOfProps {
  campaign: CampaignCosts
  show: ShowRepairs
}

function CostsOf({ campaign, show: showAll }: CostsOfProps) {
  const { campaignId } = campaign
  const show: ShowRepairs = (change) => showAll({ shelf: 'all', campaignId: campaignId ?? undefined, ...change })
  return (
    <div className={classes.detail}>
      <Figures campaign={campaign} />
      <div className={classes.tables}>
        <Communes communes={campaign.communes} show={show} />
        <Households households={campaign.households} show={show} />
      </div>
    </div>
  )
}

function Communes({ communes, show }: { communes: CampaignCosts['communes']; show: ShowRepairs }) {
  const words = useText().repairs.costs
  return (
    <div className={classes.table}>
      <h2>{words.communes}</h2>
      <LineGrid
        label={words.communes}
        lines={communes}
        keyOf={({ communeName }) => communeName ?? ''}
        onOpen={({ communeName }) => show({ communeName: communeName ?? undefined })}
        columns={[
          {
            name: 'name',
            header: words.commune,
            width: 'minmax(90px, 1fr)',
            show: ({ communeName }) => communeName,
          },
          {
            name: 'count',
            header: words.count,
            width: '56px',
            kind: 'figure',
            show: ({ repairCount }) => showCount(repairCount),
          },
          {
            name: 'spent',
            header: words.spent,
            width: '92px',
            kind: 'figure',
            show: ({ spentDong }) => showAmount(spentDong),
          },
          {
            name: 'planned',
            header: words.planned,
            width: '92px',
            kind: 'figure',
            show: ({ plannedDong }) => showAmount(plannedDong),
          },
        ]}
      />
    </div>
  )
}

function Households({ households, show }: { households: CampaignCosts['households']; show: ShowRepairs }) {
  const words = useText().repairs.costs
  return (
    <div className={classes.table}>
      <h2>{words.households}</h2>
      <LineGrid
        label={words.households}
        lines={households}
        keyOf={({ householdId }) => householdId}
        onOpen={({ headOfHousehold }) => show({ communeName: undefined, text: headOfHousehold })}
        columns={[
          {
            name: 'name',
            header: words.household,
            width: 'minmax(110px, 1fr)',
            show: ({ headOfHousehold }) => headOfHousehold,
          },
          {
            name: 'cost',
            header: words.cost,
            width: '92px',
            kind: 'figure',
            show: ({ costDong }) => showAmount(costDong),
          },
          { name: 'over', header: '', width: '44px', show: ({ isOverBudget }) => <Over isOver={isOverBudget} /> },
        ]}
      />
    </div>
  )
}

function Over({ isOver }: { isOver: boolean }) {
  const words = useText().repairs.costs
  return isOver ? (
    <Text span size="sm" fw={600} c={STATE_COLORS.bad}>
      {words.over}
    </Text>
  ) : null
}

function Figures({ campaign }: { campaign: CampaignCosts }) {
  const words = useText().repairs.costs
  const { budgetDong, spentDong, plannedDong, perHouseholdDong } = campaign
  const amountOr = (dong: number | null) => (dong === null ? words.noBudget : showAmount(dong))
  const left = budgetDong === null ? null : budgetDong - spentDong - plannedDong
  const facts: [string, string, boolean][] = [
    [words.budget, amountOr(budgetDong), false],
    [words.spent, showAmount(spentDong), false],
    [words.planned, showAmount(plannedDong), false],
    [words.left, left === null ? words.noBudget : signedAmount(left), left !== null && left < 0],
    [words.perHousehold, amountOr(perHouseholdDong), false],
  ]
  return (
    <dl className={classes.figures}>
      {facts.map(([name, value, isBad]) => (
        <div key={name} data-bad={isBad || undefined}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const signedAmount = (dong: number) => `${dong < 0 ? '−' : ''}${showAmount(Math.abs(dong))}`
