/** Opens a repair for each household named, with the number its survey form bears. */

import { type Day, dayParts } from '../../../domain/day.ts'
import { refusePaperDay } from '../../../domain/document.ts'
import { documentCode, formatDocumentNumber } from '../../../domain/numbering.ts'
import { type Refusal, refusal } from '../../../domain/refusal.ts'
import type { RepairOrigin } from '../../../domain/repair.ts'
import { findCampaign } from '../../../ledger/campaigns.ts'
import { closedThrough } from '../../../ledger/months.ts'
import { officeOf } from '../../../ledger/office-record.ts'
import { findHousehold } from '../../../ledger/registry/households.ts'
import { addRepair, nextSurveyFormNumber, openRepairOf } from '../../../ledger/repairs/repairs.ts'
import { repairNumber } from '../../document-numbers.ts'
import { type CommandHandler, type Commanding, done, refused } from '../../handler.ts'
import { personOf } from '../../session.ts'

export const openRepairs: CommandHandler<'repairs.open'> = (commanding, { householdIds, ...facts }) => {
  if (facts.campaignId !== null && !findCampaign(commanding.reader, facts.campaignId)) {
    return refused(refusal('campaign.unknown', {}))
  }
  const repairIds: string[] = []
  const numbers: string[] = []
  for (const householdId of householdIds) {
    const opened = openRepair(commanding, { householdId, followsRepairId: null, ...facts })
    if ('refusal' in opened) return refused(opened.refusal)
    repairIds.push(opened.repairId)
    numbers.push(opened.documentNumber)
  }
  const [only] = householdIds
  const subject = householdIds.length === 1 && only ? only : null
  return done({ repairIds, first: numbers[0] ?? '', last: numbers.at(-1) ?? '' }, subject)
}

/** Opens one repair, or says what stands against it. */
export function openRepair(
  commanding: Commanding,
  facts: {
    householdId: string
    campaignId: string | null
    openedOn: Day
    origin: RepairOrigin
    need: string | null
    followsRepairId: string | null
    fundingSource: string | null
  },
): { repairId: string; documentNumber: string } | { refusal: Refusal } {
  const { reader, writer, now, today, newIdentity } = commanding
  const { householdId, campaignId, openedOn } = facts
  const household = findHousehold(reader, householdId)
  if (!household) return { refusal: refusal('household.unknown', {}) }
  const { headOfHousehold, status } = household
  if (status !== 'active') return { refusal: refusal('household.notActive', { headOfHousehold, status }) }
  const refusedBecause = refusePaperDay(openedOn, today, closedThrough(reader))
  if (refusedBecause) return { refusal: refusedBecause }
  const office = officeOf(reader)
  const open = openRepairOf(reader, { householdId, campaignId })
  if (open) {
    const documentNumber = repairNumber(office, 'surveyForm', open) ?? ''
    return { refusal: refusal('repair.alreadyOpen', { headOfHousehold, documentNumber, state: open.state }) }
  }
  const { year } = dayParts(openedOn)
  const identity = { kind: 'surveyForm', year, number: nextSurveyFormNumber(writer, year) } as const
  const repairId = newIdentity()
  addRepair(writer, {
    repairId,
    ...facts,
    documentYear: year,
    documentNumber: identity.number,
    code: documentCode(identity, office.officeCode),
    recordedAt: now,
    personId: personOf(commanding).personId,
  })
  return { repairId, documentNumber: formatDocumentNumber(identity, office.officeCode) }
}
