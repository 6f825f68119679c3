/** Answers for the counter: a household's card, what was handed out, whose a receipt is. */

import type { CardGift, Handover } from '../../contract/gifts.ts'
import { refusePaperDay } from '../../domain/document.ts'
import { OVERRULABLE } from '../../domain/gift.ts'
import { dong } from '../../domain/money.ts'
import { readDocumentCode } from '../../domain/numbering.ts'
import { refusal } from '../../domain/refusal.ts'
import { type CampaignRecord, findCampaign, listGiftPackages } from '../../ledger/campaigns.ts'
import type { Reader } from '../../ledger/connection.ts'
import { type HandoverLine, handoversOfHousehold, handoverTotals, listHandovers } from '../../ledger/handovers.ts'
import { closedThrough } from '../../ledger/months.ts'
import { type OfficeRecord, officeOf } from '../../ledger/office-record.ts'
import { findReceiptByCode, findReceiptByNumber, type ReceiptLine } from '../../ledger/receipts.ts'
import type { HouseholdRecord } from '../../ledger/registry/household-record.ts'
import { findHousehold, householdThatStandsFor } from '../../ledger/registry/households.ts'
import { receiptNumber } from '../document-numbers.ts'
import { kitReceiptFor, refuseGift } from '../giving.ts'
import { type Asking, done, type QueryHandler, refused } from '../handler.ts'
import { householdLineOf } from './household-line.ts'

export const cardOfHousehold: QueryHandler<'gifts.card'> = (asking, input) => {
  const { reader } = asking
  const { campaignId, householdId } = input
  const campaign = findCampaign(reader, campaignId)
  if (!campaign) return refused(refusal('campaign.unknown', {}))
  const household = findHousehold(reader, householdId)
  if (!household) return refused(refusal('household.unknown', {}))
  const office = officeOf(reader)
  const gifts = giftsOf(asking, campaign, household, input)
  return done({
    household: householdLineOf(household),
    addressText: household.addressText,
    members: household.members.map(({ fullName, relation }) => ({ fullName, relation })),
    // What can be handed over now comes first; the rest in the campaign's order.
    gifts: [...gifts.filter((gift) => !gift.refusal), ...gifts.filter((gift) => gift.refusal)],
    handovers: handoversOfHousehold(reader, householdId)
      .filter((handover) => handover.campaignId === campaignId)
      .map((handover) => handoverOf(office, handover)),
  })
}

function giftsOf(
  { reader, today }: Asking,
  campaign: CampaignRecord,
  household: HouseholdRecord,
  { handedOverOn: on, eventId }: { handedOverOn: HandoverLine['handedOverOn']; eventId: string | null },
): CardGift[] {
  const office = officeOf(reader)
  const { householdId } = household
  return listGiftPackages(reader, campaign.campaignId).map((giftPackage) => {
    const { giftPackageId, name, valueDong } = giftPackage
    const refusedBecause =
      refuseGift(reader, { campaign, household, giftPackage, on }, false) ??
      refusePaperDay(on, today, closedThrough(reader))
    const kit = kitReceiptFor(reader, { householdId, giftPackageId, eventId })
    return {
      giftPackageId,
      name,
      valueDong,
      refusal: refusedBecause,
      isOverrulable: refusedBecause !== null && OVERRULABLE.includes(refusedBecause.code),
      receipt: kit && kit.eventId !== null ? { ...kitPaper(office, kit), eventId: kit.eventId } : null,
    }
  })
}

function kitPaper(office: OfficeRecord, receipt: ReceiptLine) {
  const { receiptId, position } = receipt
  return { receiptId, documentNumber: receiptNumber(office, receipt), position }
}

function handoverOf(office: OfficeRecord, line: HandoverLine): Handover {
  const { handoverId, receiptId, householdId, code, headOfHousehold, hamlet, giftPackageName } = line
  const { handedOverOn, recordedAt, recipientName, handedOverBy, overruledBecause, voidedOn, voidReason } = line
  return {
    handoverId,
    receiptId,
    householdId,
    documentNumber: receiptNumber(office, line),
    code,
    headOfHousehold,
    hamlet,
    giftPackageName,
    handedOverOn,
    recordedAt,
    recipientName,
    valueDong: dong(line.valueDong),
    handedOverBy,
    overruledBecause,
    voidedOn,
    voidReason,
    isBack: line.isBack === 1,
  }
}

export const listOfHandovers: QueryHandler<'gifts.list'> = ({ reader }, { campaignId, eventId, limit }) => {
  const office = officeOf(reader)
  const { count, valueDong, voidedCount } = handoverTotals(reader, { campaignId, eventId })
  const handovers = listHandovers(reader, { campaignId, eventId, limit }).map((line) => handoverOf(office, line))
  return done({ handovers, count, valueDong: dong(valueDong), voidedCount })
}

export const receiptByText: QueryHandler<'gifts.receipt'> = ({ reader }, { text }) => {
  const receipt = findReceiptByText(reader, text)
  if (!receipt) return done({ receipt: null })
  const { receiptId, campaignId, eventId, position, giftPackageId, giftPackageName, fate, householdId } = receipt
  const household = householdId && findHousehold(reader, householdThatStandsFor(reader, householdId))
  return done({
    receipt: {
      receiptId,
      documentNumber: receiptNumber(officeOf(reader), receipt),
      campaignId,
      eventId,
      position,
      household: household ? householdLineOf(household) : null,
      giftPackageId,
      giftPackageName,
      fate,
    },
  })
}

/** By its code, or its number: "31", "31/2026", "31/2026/BBBG-PC042". */
function findReceiptByText(reader: Reader, text: string): ReceiptLine | null {
  const digits = text.replace(/\s/g, '')
  if (readDocumentCode(digits)) return findReceiptByCode(reader, digits)
  const [, number, year] = /^0*(\d{1,6})(?:\/(\d{4})(?:\/.*)?)?$/.exec(digits) ?? []
  return number ? findReceiptByNumber(reader, Number(number), year ? Number(year) : null) : null
}
