/** Why a repair is open, who confirmed it, and the money it is held to. */

import type { RepairDetail } from '../../../../contract/repairs.ts'
import { formatDay } from '../../../../domain/day.ts'
import { showAmount } from '../../../components/formats.ts'
import { useText } from '../../../text/language.ts'
import type { Text as Words } from '../../../text/texts.ts'
import { FactList, Part } from './Part.tsx'

export function FactsPart({ repair }: { repair: RepairDetail }) {
  const { repairs: text, trade } = useText()
  const { one } = text
  const { openedOn, origin, campaignName, need, fundingSource, costDong, householdBudget, campaignBudget } = repair
  return (
    <Part title={trade.repairOrigins[origin]} note={formatDay(openedOn)}>
      <FactList
        facts={[
          [one.facts.campaign, campaignName ?? one.noCampaign],
          [one.facts.need, need],
          [one.facts.funding, fundingSource],
          [one.facts.confirmation, tellConfirmation(repair, text)],
          [one.facts.cost, costDong > 0 ? showAmount(costDong) : null],
          [one.facts.householdBudget, tellBudget(householdBudget, text)],
          [one.facts.campaignBudget, tellBudget(campaignBudget, text)],
        ]}
      />
    </Part>
  )
}

function tellConfirmation({ confirmation }: RepairDetail, { one }: Words['repairs']): string | null {
  if (!confirmation) return null
  const { documentNumber, drawnUpOn, confirmedOn, confirmationNumber } = confirmation
  return confirmedOn
    ? one.listAnswered(documentNumber, formatDay(confirmedOn), confirmationNumber ?? '')
    : one.listWaits(documentNumber, formatDay(drawnUpOn))
}

function tellBudget(budget: RepairDetail['campaignBudget'], { one }: Words['repairs']): string | null {
  if (!budget || budget.budgetDong === null) return null
  return one.budgetUsed(showAmount(budget.spentDong + budget.plannedDong), showAmount(budget.budgetDong))
}
