/** Answers about distributions: their papers, what became of each, and what is missing. */

import type { Balance, DistributionEvent, Sheet } from '../../contract/distributions.ts'
import { isBalanced, type SheetBalance } from '../../domain/distribution.ts'
import { dayWithin, refuseEligibility } from '../../domain/gift.ts'
import { type Dong, dong, sumDong } from '../../domain/money.ts'
import { formatDocumentNumber } from '../../domain/numbering.ts'
import { refusal } from '../../domain/refusal.ts'
import { findCampaign, findGiftPackage } from '../../ledger/campaigns.ts'
import type { Reader } from '../../ledger/connection.ts'
import {
  type DistributionLine,
  expectedAt,
  findDistribution,
  listDistributions,
  waitingGifts,
} from '../../ledger/distributions.ts'
import { officeOf } from '../../ledger/office-record.ts'
import { type ReceiptLine, receiptsOfEvent } from '../../ledger/receipts.ts'
import { findHousehold, householdThatStandsFor } from '../../ledger/registry/households.ts'
import { type SignedPaper, sheetsOfEvent, signedPapers } from '../../ledger/sheets.ts'
import { receiptNumber, signOffListNumber } from '../document-numbers.ts'
import { done, type QueryHandler, refused } from '../handler.ts'
import { householdLineOf } from './household-line.ts'

/** Papers by what became of them, and whether all are accounted for. */
export function balanceOfEvent(reader: Reader, eventId: string): Balance {
  return balanced(sheetsOfEvent(reader, eventId).balance)
}

const balanced = (balance: SheetBalance): Balance => ({ ...balance, isBalanced: isBalanced(balance) })

function eventOf(reader: Reader, line: DistributionLine): DistributionEvent {
  const { kit, staff, witnesses, ...event } = line
  const { balance, named, backCount } = sheetsOfEvent(reader, line.eventId)
  const households = kit ? named : expectedAt(reader, line).map(({ giftPackageId }) => ({ giftPackageId, count: 1 }))
  const valueDong = packageValues(reader)
  return {
    ...event,
    staff: [...staff],
    witnesses: [...witnesses],
    householdCount: households.reduce((sum, { count }) => sum + count, 0),
    valueDong: sumDong(households.map(({ giftPackageId, count }) => count * valueDong(giftPackageId))),
    kit: kit && {
      documentNumber: signOffListNumber(officeOf(reader), kit),
      issuedOn: kit.issuedOn,
      spareCount: kit.spareCount,
    },
    balance: balanced(balance),
    backCount,
  }
}

/** What a gift of a package is worth, each package looked up once. */
function packageValues(reader: Reader): (giftPackageId: string) => Dong {
  const values = new Map<string, Dong>()
  return (giftPackageId) => {
    const value = values.get(giftPackageId) ?? findGiftPackage(reader, giftPackageId)?.valueDong ?? dong(0)
    values.set(giftPackageId, value)
    return value
  }
}

export const listOfDistributions: QueryHandler<'distributions.list'> = ({ reader }, { campaignId }) =>
  done({ events: listDistributions(reader, campaignId).map((line) => eventOf(reader, line)) })

export const getDistribution: QueryHandler<'distributions.get'> = ({ reader }, { eventId }) => {
  const line = findDistribution(reader, eventId)
  if (!line) return refused(refusal('event.unknown', {}))
  return done({
    event: eventOf(reader, line),
    expected: line.kit
      ? []
      : expectedAt(reader, line).map(({ household, giftPackageId, giftPackageName }) => ({
          household: householdLineOf(household),
          giftPackageId,
          giftPackageName,
        })),
    sheets: receiptsOfEvent(reader, eventId).map((sheet) => sheetOf(reader, sheet)),
  })
}

function sheetOf(reader: Reader, receipt: ReceiptLine): Sheet {
  const { receiptId, position, code, householdId, giftPackageId, giftPackageName, fate, isBack, isSlipPrinted } =
    receipt
  const household = householdId === null ? null : findHousehold(reader, householdThatStandsFor(reader, householdId))
  return {
    receiptId,
    position,
    documentNumber: receiptNumber(officeOf(reader), receipt),
    code,
    household: household && householdLineOf(household),
    giftPackageId,
    giftPackageName,
    fate,
    detail: receipt.voidReason ?? (fate === 'missing' ? receipt.explanation : receipt.recipientName),
    isBack,
    isSlipPrinted,
  }
}

export const candidatesForDistribution: QueryHandler<'distributions.candidates'> = ({ reader, today }, input) => {
  const { campaignId, eventId, heldOn } = input
  const campaign = findCampaign(reader, campaignId)
  if (!campaign) return refused(refusal('campaign.unknown', {}))
  const byList = campaign.grantedBy === 'list'
  const on = dayWithin(campaign, heldOn ?? today)
  const valueDong = packageValues(reader)
  const candidates = waitingGifts(reader, { campaignId, eventId, byList })
    .filter(({ household }) => byList || refuseEligibility({ household, campaign, on }) === null)
    .map(({ household, giftPackageId, giftPackageName, room }) => ({
      household: householdLineOf(household),
      giftPackageId,
      giftPackageName,
      room,
      valueDong: valueDong(giftPackageId),
    }))
  return done({ candidates })
}

export const missingPapersOf: QueryHandler<'distributions.missingPapers'> = ({ reader }, wanted) => {
  const { officeCode } = officeOf(reader)
  const groups = new Map<string, SignedPaper[]>()
  for (const paper of signedPapers(reader, wanted)) {
    const key = JSON.stringify([paper.kind, paper.eventId, paper.household.communeName, paper.household.hamlet])
    const group = groups.get(key)
    if (group) group.push(paper)
    else groups.set(key, [paper])
  }
  const told = [...groups.values()].flatMap((papers) => {
    const [first] = papers
    const missing = papers.filter(({ isBack }) => !isBack)
    if (!first || missing.length === 0) return []
    const { kind, eventId, placeName, heldOn } = first
    const { communeName, hamlet } = first.household
    const named = missing.map(({ documentId, position, signedOn, household, documentYear: year, documentNumber }) => ({
      ...{ documentId, position, signedOn, headOfHousehold: household.headOfHousehold },
      documentNumber: formatDocumentNumber({ kind, year, number: documentNumber }, officeCode),
    }))
    return [{ kind, eventId, placeName, heldOn, communeName, hamlet, signedCount: papers.length, papers: named }]
  })
  return done({ groups: told, missingCount: told.reduce((sum, { papers }) => sum + papers.length, 0) })
}
