/**
 * Giving one gift: what the counter does, and what entering signed papers does for each of them. Every rule is asked
 * here, so that no way of giving goes around one.
 */

import type { ParsedInput } from '../contract/contract.ts'
import type { HandoverReceiptData } from '../documents/handover-receipt.ts'
import type { PaperPerson } from '../documents/paper-data.ts'
import { type Day, dayParts } from '../domain/day.ts'
import { refusePaperDay } from '../domain/document.ts'
import { type EarlierHandover, OVERRULABLE, refuseHandover } from '../domain/gift.ts'
import { documentCode } from '../domain/numbering.ts'
import { type Refusal, refusal } from '../domain/refusal.ts'
import { type CampaignRecord, findCampaign, findGiftPackage, type GiftPackageRecord } from '../ledger/campaigns.ts'
import type { Reader } from '../ledger/connection.ts'
import { findDistribution } from '../ledger/distributions.ts'
import { grantsOfHousehold } from '../ledger/gift-lists.ts'
import { addHandover, nextOrdinal, standingHandovers } from '../ledger/handovers.ts'
import { closedThrough } from '../ledger/months.ts'
import { officeOf } from '../ledger/office-record.ts'
import { copiesMade } from '../ledger/printings.ts'
import { addReceipt, findReceipt, nextReceiptNumber, openReceiptFor, type ReceiptLine } from '../ledger/receipts.ts'
import type { HouseholdRecord } from '../ledger/registry/household-record.ts'
import { findHousehold, householdsKeptUnder } from '../ledger/registry/households.ts'
import { moveForHandover } from '../ledger/stock-movements.ts'
import { receiptNumber } from './document-numbers.ts'
import type { Commanding } from './handler.ts'
import { paperAttendants, paperCampaign, paperHousehold, paperOffice } from './papers.ts'
import { personOf, refuseWithoutRight } from './session.ts'

export type Gift = ParsedInput<'gifts.handOver'>

export interface Given {
  handoverId: string
  receiptId: string
  documentNumber: string
  code: string
  valueDong: GiftPackageRecord['valueDong']
  /** On a paper that was printed before, so that there is something to sign. */
  isPrinted: boolean
}

/** The gifts of a campaign that a household has, as a refusal names them; the earliest first. */
export function earlierGifts(reader: Reader, campaignId: string, householdId: string): EarlierHandover[] {
  const office = officeOf(reader)
  return standingHandovers(reader, campaignId, householdId).map((handover) => {
    const { giftPackageId, giftPackageName, handedOverOn, recordedAt, handedOverBy } = handover
    const documentNumber = receiptNumber(office, handover)
    return { giftPackageId, giftPackageName, documentNumber, handedOverOn, recordedAt, handedOverBy }
  })
}

/** What stands against handing a gift over, without regard to papers and stock. */
export function refuseGift(
  reader: Reader,
  facts: { campaign: CampaignRecord; household: HouseholdRecord; giftPackage: GiftPackageRecord; on: Day },
  isOverruled: boolean,
): Refusal | null {
  const { campaign, household, giftPackage, on } = facts
  const { householdId } = household
  const isByList = campaign.grantedBy === 'list'
  return refuseHandover({
    household,
    campaign,
    on,
    giftPackage,
    standing: earlierGifts(reader, campaign.campaignId, householdId),
    granted: isByList ? grantsOfHousehold(reader, campaign.campaignId, householdId) : [],
    isOverruled,
  })
}

/** The receipt printed for a household, or for one kept under it, and a gift, that is still open. */
export function kitReceiptFor(
  reader: Reader,
  wanted: { householdId: string; giftPackageId: string; eventId: string | null },
): ReceiptLine | null {
  const { householdId, giftPackageId, eventId } = wanted
  const kept = householdsKeptUnder(reader, householdId).map((household) => household.householdId)
  return openReceiptFor(reader, { householdIds: [householdId, ...kept], giftPackageId, eventId })
}

/** Hands a gift over, or says what stands against it; then nothing has been written that the caller may keep. */
export function give(commanding: Commanding, gift: Gift): { given: Given } | { refusal: Refusal } {
  const { reader, writer, now, today, newIdentity } = commanding
  const { campaignId, giftPackageId, householdId, handedOverOn: on, recipient } = gift
  const found = findFacts(reader, gift)
  if ('refusal' in found) return found
  const { campaign, giftPackage, household } = found
  const refused =
    refuseGift(reader, { campaign, household, giftPackage, on }, gift.overruledBecause !== null) ??
    refusePaperDay(on, today, closedThrough(reader))
  if (refused) return { refusal: refused }
  const isOverruled = gift.overruledBecause !== null && isOverrulingNeeded(reader, found, on)
  const withoutRight = isOverruled ? refuseWithoutRight(commanding.session, 'gift.overrule') : null
  if (withoutRight) return { refusal: withoutRight }
  const receipt = receiptToUse(reader, gift)
  if ('refusal' in receipt) return receipt

  const handoverId = newIdentity()
  const paper = receipt.line ?? issueReceipt(commanding, gift, found)
  const isProxy = recipient.kind === 'proxy'
  addHandover(writer, {
    handoverId,
    receiptId: paper.receiptId,
    campaignId,
    giftPackageId,
    householdId,
    handedOverOn: on,
    recipientKind: recipient.kind,
    recipientName: isProxy ? recipient.fullName : household.headOfHousehold,
    recipientRelation: isProxy ? recipient.relation : null,
    recipientPaper: isProxy ? recipient.paper : null,
    valueDong: giftPackage.valueDong,
    ordinal: isOverruled ? nextOrdinal(reader, { campaignId, householdId, giftPackageId }) : 1,
    overruledBecause: isOverruled ? gift.overruledBecause : null,
    recordedAt: now,
    personId: personOf(commanding).personId,
  })
  const short = takeFromStock(commanding, {
    handoverId,
    campaign,
    giftPackage,
    eventId: gift.eventId ?? paper.eventId,
    on,
  })
  if (short) return { refusal: short }
  const { receiptId, code } = paper
  const documentNumber = receiptNumber(officeOf(reader), paper)
  const isPrinted = copiesMade(reader, { documentKind: 'handoverReceipt', documentId: receiptId }) > 0
  return { given: { handoverId, receiptId, documentNumber, code, valueDong: giftPackage.valueDong, isPrinted } }
}

interface Facts {
  campaign: CampaignRecord
  giftPackage: GiftPackageRecord
  household: HouseholdRecord
}

function findFacts(reader: Reader, gift: Gift): Facts | { refusal: Refusal } {
  const campaign = findCampaign(reader, gift.campaignId)
  if (!campaign) return { refusal: refusal('campaign.unknown', {}) }
  const giftPackage = findGiftPackage(reader, gift.giftPackageId)
  if (giftPackage?.campaignId !== gift.campaignId) return { refusal: refusal('giftPackage.unknown', {}) }
  const household = findHousehold(reader, gift.householdId)
  if (!household) return { refusal: refusal('household.unknown', {}) }
  const event = gift.eventId === null ? null : findDistribution(reader, gift.eventId)
  if (gift.eventId !== null && !event) return { refusal: refusal('event.unknown', {}) }
  if (event && event.campaignId !== gift.campaignId) {
    const { placeName, campaignName } = event
    return { refusal: refusal('event.otherCampaign', { placeName, campaignName }) }
  }
  return { campaign, giftPackage, household }
}

/** A reason that nothing asked for is not kept. */
function isOverrulingNeeded(reader: Reader, { campaign, household, giftPackage }: Facts, on: Day): boolean {
  const refused = refuseGift(reader, { campaign, household, giftPackage, on }, false)
  return refused !== null && OVERRULABLE.includes(refused.code)
}

/** The paper it is signed on: the one named, the household's own of a kit, or none yet. */
function receiptToUse(reader: Reader, gift: Gift): { line: ReceiptLine | null } | { refusal: Refusal } {
  const { receiptId, householdId, giftPackageId, eventId, handedOverOn } = gift
  const line =
    receiptId === null ? kitReceiptFor(reader, { householdId, giftPackageId, eventId }) : findReceipt(reader, receiptId)
  if (receiptId !== null && line?.campaignId !== gift.campaignId) return { refusal: refusal('gift.unknown', {}) }
  if (!line) return { line: null }
  const documentNumber = receiptNumber(officeOf(reader), line)
  const { position, fate } = line
  if (fate !== 'open' && fate !== 'spare') {
    return { refusal: refusal('sheet.accounted', { documentNumber, position, fate }) }
  }
  const year = line.documentYear
  if (year !== dayParts(handedOverOn).year) {
    // Papers of last year are voided, one by one or all at once; a new one takes their place.
    return receiptId === null ? { line: null } : { refusal: refusal('sheet.otherYear', { documentNumber, year }) }
  }
  const own = [householdId, ...householdsKeptUnder(reader, householdId).map((kept) => kept.householdId)]
  const isAnothers = line.householdId !== null && !own.includes(line.householdId)
  if (isAnothers || (line.giftPackageId !== null && line.giftPackageId !== giftPackageId)) {
    const headOfHousehold = line.headOfHousehold ?? ''
    return { refusal: refusal('sheet.otherHousehold', { documentNumber, headOfHousehold }) }
  }
  return { line }
}

interface IssuedReceipt {
  receiptId: string
  documentYear: number
  documentNumber: number
  code: string
  eventId: string | null
}

/** A receipt made out for this gift, with the next number. */
function issueReceipt(commanding: Commanding, gift: Gift, { campaign, giftPackage, household }: Facts): IssuedReceipt {
  const { reader, writer, now, newIdentity } = commanding
  const { eventId, handedOverOn, recipient } = gift
  const { fullName, personId } = personOf(commanding)
  const event = eventId === null ? null : findDistribution(reader, eventId)
  const issued = numberReceipt(commanding, handedOverOn)
  const paper = receiptPaperOf(reader, {
    ...issued,
    campaign,
    giftPackage,
    household,
    handedOverOn,
    handedOverAt: event?.placeName ?? null,
    ...paperAttendants(event, { fullName, title: null }),
    recipient,
    position: null,
  })
  const receiptId = newIdentity()
  addReceipt(writer, {
    receiptId,
    campaignId: campaign.campaignId,
    ...issued,
    issuedOn: handedOverOn,
    eventId,
    position: null,
    householdId: household.householdId,
    giftPackageId: giftPackage.giftPackageId,
    paper: JSON.stringify(paper),
    recordedAt: now,
    personId,
  })
  return { receiptId, ...issued, eventId }
}

/** The next number of a receipt of a day's year, and its code. */
export function numberReceipt(
  { reader, writer }: Commanding,
  on: Day,
): { documentYear: number; documentNumber: number; code: string } {
  const { year } = dayParts(on)
  const number = nextReceiptNumber(writer, year)
  const code = documentCode({ kind: 'handoverReceipt', year, number }, officeOf(reader).officeCode)
  return { documentYear: year, documentNumber: number, code }
}

/** What a receipt says, put together from the ledger as it is now. */
export function receiptPaperOf(
  reader: Reader,
  facts: {
    documentYear: number
    documentNumber: number
    code: string
    campaign: CampaignRecord
    giftPackage: GiftPackageRecord
    household: HouseholdRecord
    handedOverOn: Day
    handedOverAt: string | null
    giver: PaperPerson
    witness: PaperPerson | null
    alsoPresent: readonly PaperPerson[]
    recipient: Gift['recipient']
    position: number | null
  },
): HandoverReceiptData {
  const { code, campaign, giftPackage, household, handedOverOn, handedOverAt, giver, witness, recipient } = facts
  const { alsoPresent, position } = facts
  const office = officeOf(reader)
  return {
    office: paperOffice(office),
    isPractice: office.isPractice,
    documentNumber: receiptNumber(office, facts),
    code,
    handedOverOn,
    handedOverAt,
    campaign: paperCampaign(campaign),
    giver,
    household: paperHousehold(household, handedOverOn),
    recipient,
    witness,
    packageName: giftPackage.name,
    lines: giftPackage.lines.map(({ name, unitOfMeasure, quantity, unitPriceDong }) => ({
      name,
      unitOfMeasure,
      quantity,
      unitPriceDong,
    })),
    position,
    alsoPresent,
  }
}

/** Moves what the gift holds out of the place it is given at, where the campaign counts its stock. */
function takeFromStock(
  { reader, writer }: Commanding,
  taken: {
    handoverId: string
    campaign: CampaignRecord
    giftPackage: GiftPackageRecord
    eventId: string | null
    on: Day
  },
): Refusal | null {
  const { handoverId, campaign, giftPackage, eventId, on } = taken
  if (campaign.storeId === null) return null
  const event = eventId === null ? null : findDistribution(reader, eventId)
  const lines = giftPackage.lines.flatMap(({ itemId, quantity }) => (itemId === null ? [] : [{ itemId, quantity }]))
  return moveForHandover(writer, reader, { handoverId, fromPlaceId: event?.placeId ?? campaign.storeId, on, lines })
}
