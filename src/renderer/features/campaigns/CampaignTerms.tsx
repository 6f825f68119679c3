/** What a campaign says: its grounds, whom it is for, where the money comes from, and what a gift holds. */

import { Table, Text } from '@mantine/core'
import type { Campaign } from '../../../contract/campaigns.ts'
import { showAmount, showCount } from '../../components/formats.ts'
import { useText } from '../../text/language.ts'
import type { Text as Words } from '../../text/texts.ts'
import classes from './Campaigns.module.css'
import { tellDays } from './campaign-figures.ts'

export function CampaignTerms({ campaign }: { campaign: Campaign }) {
  const text = useText()
  const { from, to, funds, budgetDong, targetHouseholds, decisionNumbers } = campaign
  const { repairBudgetDong, repairBudgetPerHouseholdDong } = campaign
  const { terms } = text.campaigns
  const told = funds.map(({ name, amountDong }) => (amountDong === null ? name : `${name}: ${showAmount(amountDong)}`))
  const facts = [
    [terms.decisions, decisionNumbers.join('; ')],
    [terms.days, tellDays(from, to, text)],
    ...fixedTerms(campaign, text),
    [terms.funds, told.join('; ')],
    [terms.budget, budgetDong === null ? '' : showAmount(budgetDong)],
    [terms.repairBudget, repairBudgetDong === null ? '' : showAmount(repairBudgetDong)],
    [terms.repairPerHousehold, repairBudgetPerHouseholdDong === null ? '' : showAmount(repairBudgetPerHouseholdDong)],
    [terms.target, targetHouseholds === null ? '' : terms.households(showCount(targetHouseholds))],
  ]
  return (
    <div className={classes.terms}>
      <Facts facts={facts} />
      <Packages campaign={campaign} />
    </div>
  )
}

/** What papers bear of a campaign, so that it stays as it is. */
export function fixedTerms(campaign: Campaign, { campaigns, trade, components }: Words): string[][] {
  const { grantedBy, eligibleCategories, eligibleCommunes, giftsPerHousehold, storeName } = campaign
  const { terms } = campaigns
  return [
    [terms.grantedBy, campaigns.grantedBy[grantedBy]],
    [terms.categories, eligibleCategories.map((one) => trade.categories[one]).join(', ') || terms.any],
    [terms.communes, eligibleCommunes.join(', ') || terms.anyCommune],
    [terms.giftsPerHousehold, terms.gifts(showCount(giftsPerHousehold))],
    [terms.store, storeName ?? components.unknown],
  ]
}

export function Facts({ facts }: { facts: readonly (readonly string[])[] }) {
  const { components } = useText()
  return (
    <dl className={classes.facts}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value || components.unknown}</dd>
        </div>
      ))}
    </dl>
  )
}

export function Packages({ campaign }: { campaign: Campaign }) {
  const text = useText()
  const { lines: words } = text.campaignForm
  return (
    <div>
      {campaign.giftPackages.map(({ giftPackageId, name, lines, valueDong }) => (
        <Table
          key={giftPackageId}
          fz="sm"
          verticalSpacing={3}
          captionSide="top"
          mb="sm"
          className={classes.package ?? ''}
        >
          <Table.Caption className={classes.caption ?? ''}>
            <Text span size="sm" fw={600}>
              {name} – {showAmount(valueDong)}
            </Text>
          </Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.name}</Table.Th>
              <Table.Th>{words.unitOfMeasure}</Table.Th>
              <Table.Th ta="right">{words.quantity}</Table.Th>
              <Table.Th ta="right">{words.unitPriceDong}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map((line) => (
              <Table.Tr key={`${line.name} ${line.unitOfMeasure} ${line.unitPriceDong}`}>
                <Table.Td>{line.name}</Table.Td>
                <Table.Td>{line.unitOfMeasure}</Table.Td>
                <Table.Td ta="right">{line.quantity.toLocaleString('vi')}</Table.Td>
                <Table.Td ta="right">{showAmount(line.unitPriceDong)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      ))}
    </div>
  )
}
