/** Answers about repairs: the list and the board, one with all that happened to it, and what they cost. */

import type { Repair, RepairDetail, RepairPhoto } from '../../contract/repairs.ts'
import { PHOTOS_ORIGIN } from '../../contract/shell.ts'
import { type Dong, dong } from '../../domain/money.ts'
import { readDocumentNumber } from '../../domain/numbering.ts'
import { refusal } from '../../domain/refusal.ts'
import { eventsPossible, REPAIR_STATES } from '../../domain/repair.ts'
import { checkLines, failedChecks } from '../../domain/repair-check.ts'
import { repairCostDong, withCrew } from '../../domain/repair-cost.ts'
import { quantityOf, thousandthsOf } from '../../domain/stock.ts'
import { findCampaign } from '../../ledger/campaigns.ts'
import type { Reader } from '../../ledger/connection.ts'
import { type OfficeRecord, officeOf } from '../../ledger/office-record.ts'
import { complaintsOf } from '../../ledger/repairs/complaints.ts'
import { latestListOf } from '../../ledger/repairs/confirmations.ts'
import { type RepairCost, repairCosts } from '../../ledger/repairs/repair-costs.ts'
import {
  countRepairStates,
  findRepair,
  listRepairs,
  type RepairLine,
  repairsOfHousehold,
} from '../../ledger/repairs/repair-lines.ts'
import { papersOfRepair, REPAIR_PAPER_KINDS, repairByPaper } from '../../ledger/repairs/repair-papers.ts'
import { photosOfRepair, type RepairPhotoRecord } from '../../ledger/repairs/repair-photos.ts'
import {
  acceptanceOf,
  checkLimitsOf,
  crewMaterialsOf,
  knownHands,
  planOf,
  surveyOf,
  worksOf,
} from '../../ledger/repairs/repair-work.ts'
import { stepsOfRepair } from '../../ledger/repairs/repairs.ts'
import { repairNumber } from '../document-numbers.ts'
import { done, type QueryHandler, refused } from '../handler.ts'
import { photoFileName } from '../place.ts'
import { householdLineOf } from './household-line.ts'

/** As the board and lists show it. */
export function repairOf(office: OfficeRecord, line: RepairLine): Repair {
  const { repairId, campaignId, campaignName, origin, need, openedOn, state, since, dueOn } = line
  const { crew, plannedFor, doneOn, dangerous, checks, acceptedOn, listNumber, openComplaints } = line
  const certificate = { documentYear: line.certificateYear, documentNumber: line.certificateNumber }
  return {
    repairId,
    household: householdLineOf(line.household),
    campaignId,
    campaignName,
    documentNumber: repairNumber(office, 'surveyForm', line),
    origin,
    need,
    openedOn,
    state,
    since,
    dueOn,
    crew,
    plannedFor,
    doneOn,
    costDong: dong(line.costDong),
    dangerous,
    failedChecks: checks ? failedChecks(checks) : [],
    isChecked: checks !== null,
    isAccepted: acceptedOn !== null,
    certificateNumber: repairNumber(office, 'repairCertificate', certificate),
    isOnList: listNumber !== null,
    openComplaints,
  }
}

const NONE_IN_ANY_STATE: Record<Repair['state'], number> = {
  new: 0,
  surveyed: 0,
  confirmed: 0,
  inProgress: 0,
  awaitingAcceptance: 0,
  done: 0,
  unsafe: 0,
  cancelled: 0,
}

export const listOfRepairs: QueryHandler<'repairs.list'> = ({ reader }, { filter, limit }) => {
  const office = officeOf(reader)
  const counts = countRepairStates(reader, filter, office.officeCode)
  const wanted: readonly Repair['state'][] = filter.states.length === 0 ? REPAIR_STATES : filter.states
  return done({
    repairs: listRepairs(reader, filter, office.officeCode, limit).map((line) => repairOf(office, line)),
    count: wanted.reduce((sum, state) => sum + (counts[state] ?? 0), 0),
    counts: { ...NONE_IN_ANY_STATE, ...counts },
  })
}

export const repairsOfOneHousehold: QueryHandler<'repairs.ofHousehold'> = ({ reader }, { householdId }) => {
  const office = officeOf(reader)
  return done({ repairs: repairsOfHousehold(reader, householdId).map((line) => repairOf(office, line)) })
}

/** A code has no slash; a number names its kind: "07/2026/PKS-PC042". */
export const findRepairByText: QueryHandler<'repairs.find'> = ({ reader }, { text }) => {
  const code = text.replace(/\s/g, '')
  if (/^\d{14}$/.test(code)) return done({ repairId: repairByPaper(reader, { code }) })
  const identity = readDocumentNumber(text)
  const kind = (['surveyForm', ...REPAIR_PAPER_KINDS] as const).find((known) => known === identity?.kind)
  return done({ repairId: identity && kind ? repairByPaper(reader, { ...identity, kind }) : null })
}

export const getRepair: QueryHandler<'repairs.get'> = ({ reader }, { repairId }) => {
  const line = findRepair(reader, repairId)
  if (!line) return refused(refusal('repair.unknown', {}))
  const office = officeOf(reader)
  return done({
    ...repairOf(office, line),
    followsRepairId: line.followsRepairId,
    fundingSource: line.fundingSource,
    ...workOf(reader, line),
    confirmation: confirmationOf(reader, office, repairId),
    steps: stepsOfRepair(reader, repairId),
    papers: papersOfRepair(reader, repairId).map((paper) => ({
      paperId: paper.paperId,
      kind: paper.kind,
      documentNumber: repairNumber(office, paper.kind, paper) ?? '',
      issuedOn: paper.issuedOn,
      voidedOn: paper.voidedOn,
      voidReason: paper.voidReason,
      isBack: paper.isBack === 1,
    })),
    photos: photosOfRepair(reader, repairId).map(photoOf),
    complaints: complaintsOf(reader, repairId),
    possible: eventsPossible(line.state),
    ...budgetsOf(reader, line),
  })
}

/** What the steps of a repair hold, the latest of each; every time work was finished. */
function workOf(
  reader: Reader,
  { repairId, checks, acceptedOn, acceptedBy }: RepairLine,
): Pick<RepairDetail, 'survey' | 'plan' | 'works' | 'checks' | 'acceptance' | 'materials'> {
  const survey = surveyOf(reader, repairId)
  const plan = planOf(reader, repairId)
  const acceptance = acceptedOn === null ? null : acceptanceOf(reader, repairId)
  return {
    survey: survey && {
      ...survey,
      ...{ findings: [...survey.findings], items: [...survey.items] },
      surveyedOn: survey.happenedOn,
      costDong: repairCostDong(survey.items),
    },
    plan: plan && { ...plan, items: [...plan.items], costDong: repairCostDong(plan.items) },
    works: worksOf(reader, repairId).map((work) => ({
      ...work,
      items: [...work.items],
      doneOn: work.happenedOn,
      costDong: repairCostDong(work.items),
    })),
    checks: checks && {
      tester: checks.tester,
      instrument: checks.instrument,
      calibratedUntil: checks.calibratedUntil,
      readings: checks,
      checkedOn: checks.checkedOn,
      lines: checkLines(checks, checks.limits),
    },
    acceptance: acceptance && { ...acceptance, acceptedOn: acceptance.happenedOn, recordedBy: acceptedBy ?? '' },
    materials: materialsOf(reader, repairId, plan?.items ?? []),
  }
}

type PlannedItem = { itemId: string | null; name: string; unitOfMeasure: string; quantity: number }

/** Items of the stock that a job plans or its crew drew. */
function materialsOf(reader: Reader, repairId: string, items: readonly PlannedItem[]): RepairDetail['materials'] {
  const held = crewMaterialsOf(reader, repairId)
  const planned = new Map<string, { itemName: string; unitOfMeasure: string; thousandths: number }>()
  for (const { itemId, name: itemName, unitOfMeasure, quantity } of items) {
    if (itemId === null) continue
    const thousandths = (planned.get(itemId)?.thousandths ?? 0) + thousandthsOf(quantity)
    planned.set(itemId, { itemName, unitOfMeasure, thousandths })
  }
  const drawn = held.map((material) => ({
    ...material,
    planned: quantityOf(planned.get(material.itemId)?.thousandths ?? 0),
    withCrew: withCrew(material),
  }))
  const undrawn = [...planned].filter(([itemId]) => !held.some((material) => material.itemId === itemId))
  const nothing = { drawn: 0, used: 0, returned: 0, withCrew: 0 }
  return [
    ...drawn,
    ...undrawn.map(([itemId, { thousandths, ...item }]) => ({
      itemId,
      ...item,
      planned: quantityOf(thousandths),
      ...nothing,
    })),
  ]
}

function confirmationOf(reader: Reader, office: OfficeRecord, repairId: string): RepairDetail['confirmation'] {
  const list = latestListOf(reader, repairId)
  if (!list) return null
  const { drawnUpOn, confirmedOn, confirmationNumber } = list
  const documentNumber = repairNumber(office, 'confirmationList', list) ?? ''
  return { documentNumber, drawnUpOn, confirmedOn, confirmationNumber }
}

function photoOf({ photoId, moment, fileName, fileSha256, fileType, smallSha256, byteLength }: RepairPhotoRecord) {
  return {
    photoId,
    moment,
    fileName,
    file: `${PHOTOS_ORIGIN}/${photoFileName(fileSha256, fileType)}`,
    smallFile: `${PHOTOS_ORIGIN}/${photoFileName(smallSha256, 'image/jpeg')}`,
    byteLength,
  } satisfies RepairPhoto
}

const sums = (costs: readonly { spentDong: number; plannedDong: number }[]) => ({
  spentDong: dong(costs.reduce((sum, cost) => sum + cost.spentDong, 0)),
  plannedDong: dong(costs.reduce((sum, cost) => sum + cost.plannedDong, 0)),
})

/** What is spent and planned for the household and for the campaign, this repair included; null without a campaign. */
function budgetsOf(
  reader: Reader,
  { repairId, campaignId }: RepairLine,
): Pick<RepairDetail, 'householdBudget' | 'campaignBudget'> {
  const campaign = campaignId === null ? null : findCampaign(reader, campaignId)
  if (!campaign) return { householdBudget: null, campaignBudget: null }
  const costs = repairCosts(reader, campaign.campaignId)
  const own = costs.find((cost) => cost.repairId === repairId)
  const ofHousehold = costs.filter(({ householdId }) => householdId === own?.householdId)
  const watched = (budgetDong: Dong | null, some: readonly RepairCost[]) => {
    const others = sums(some.filter((cost) => cost !== own))
    return { budgetDong, ...sums(some), otherDong: dong(others.spentDong + others.plannedDong) }
  }
  return {
    householdBudget: watched(campaign.repairBudgetPerHouseholdDong, ofHousehold),
    campaignBudget: watched(campaign.repairBudgetDong, costs),
  }
}

/** Of the households whose repairs cost most. */
const MOST_HOUSEHOLDS = 50

export const costsOfRepairs: QueryHandler<'repairs.costs'> = ({ reader }, { campaignId }) => {
  const campaigns = Map.groupBy(repairCosts(reader, campaignId), (cost) => cost.campaignId)
  return done({
    campaigns: [...campaigns].map(([id, costs]) => {
      const campaign = id === null ? null : findCampaign(reader, id)
      const perHouseholdDong = campaign?.repairBudgetPerHouseholdDong ?? null
      const households = [...Map.groupBy(costs, ({ householdId }) => householdId)].map(([householdId, own]) => {
        const { spentDong, plannedDong } = sums(own)
        const costDong = dong(spentDong + plannedDong)
        const isOverBudget = perHouseholdDong !== null && costDong > perHouseholdDong
        return { householdId, headOfHousehold: own[0]?.headOfHousehold ?? '', costDong, isOverBudget }
      })
      return {
        campaignId: id,
        campaignName: campaign?.name ?? null,
        repairCount: costs.length,
        doneCount: costs.filter(({ isDone }) => isDone).length,
        perHouseholdDong,
        budgetDong: campaign?.repairBudgetDong ?? null,
        ...sums(costs),
        communes: [...Map.groupBy(costs, ({ communeName }) => communeName)]
          .map(([communeName, own]) => ({ communeName, repairCount: own.length, ...sums(own) }))
          .sort((one, other) => (one.communeName ?? '').localeCompare(other.communeName ?? '', 'vi')),
        households: households
          .filter(({ costDong }) => costDong > 0)
          .sort((one, other) => other.costDong - one.costDong)
          .slice(0, MOST_HOUSEHOLDS),
      }
    }),
  })
}

export const knownForRepairs: QueryHandler<'repairs.known'> = ({ reader }) =>
  done({ ...knownHands(reader), limits: checkLimitsOf(reader) })
