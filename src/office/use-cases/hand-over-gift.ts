/** Hands a gift over: checks the rules, takes the next number, stores the receipt as it was issued. */

import type { HandoverReceiptData } from '../../documents/handover-receipt.ts'
import { dayParts } from '../../domain/day.ts'
import { refusePaperDay } from '../../domain/document.ts'
import { refuseHandover } from '../../domain/gift.ts'
import { documentCode } from '../../domain/numbering.ts'
import { refusal } from '../../domain/refusal.ts'
import { findCampaign, findGiftPackage } from '../../ledger/campaigns.ts'
import { addHandover, nextDocumentNumber } from '../../ledger/handovers.ts'
import { closedThrough } from '../../ledger/months.ts'
import { officeOf } from '../../ledger/office-record.ts'
import { findHousehold } from '../../ledger/registry/households.ts'
import { earlierHandover } from '../answers/gifts.ts'
import { receiptNumber } from '../document-numbers.ts'
import { type CommandHandler, done, refused } from '../handler.ts'
import { paperHousehold, paperOffice } from '../papers.ts'
import { personOf } from '../session.ts'

export const handOverGift: CommandHandler<'gifts.handOver'> = (commanding, input) => {
  const { reader, writer, now, today, newIdentity } = commanding
  const { campaignId, giftPackageId, householdId, handedOverOn, recipient } = input
  const campaign = findCampaign(reader, campaignId)
  if (!campaign) return refused(refusal('campaign.unknown', {}))
  const giftPackage = findGiftPackage(reader, giftPackageId)
  if (giftPackage?.campaignId !== campaignId) return refused(refusal('giftPackage.unknown', {}))
  const household = findHousehold(reader, householdId)
  if (!household) return refused(refusal('household.unknown', {}))
  const earlier = earlierHandover(reader, campaignId, householdId)
  const refusedBecause =
    refuseHandover({ household, campaign, handedOverOn, earlier }) ??
    refusePaperDay(handedOverOn, today, closedThrough(reader))
  if (refusedBecause) return refused(refusedBecause)

  const person = personOf(commanding)
  const office = officeOf(reader)
  const { year: documentYear } = dayParts(handedOverOn)
  const documentNumber = nextDocumentNumber(writer, 'handovers', documentYear)
  const numberText = receiptNumber(office, { documentYear, documentNumber })
  const code = documentCode({ kind: 'handoverReceipt', year: documentYear, number: documentNumber }, office.officeCode)
  const { name, decisionNumber, fundingSource } = campaign
  const receipt: HandoverReceiptData = {
    office: paperOffice(office),
    isPractice: office.isPractice,
    documentNumber: numberText,
    code,
    handedOverOn,
    handedOverAt: null,
    campaign: { name, decisionNumber, fundingSource },
    giver: { fullName: person.fullName, title: null },
    household: paperHousehold(household, handedOverOn),
    recipient,
    witness: null,
    packageName: giftPackage.name,
    lines: giftPackage.lines,
  }
  const handoverId = newIdentity()
  const isProxy = recipient.kind === 'proxy'
  addHandover(writer, {
    handoverId,
    campaignId,
    giftPackageId,
    householdId,
    documentYear,
    documentNumber,
    code,
    handedOverOn,
    recipientKind: recipient.kind,
    recipientName: isProxy ? recipient.fullName : household.headOfHousehold,
    recipientRelation: isProxy ? recipient.relation : null,
    recipientPaper: isProxy ? recipient.paper : null,
    valueDong: giftPackage.valueDong,
    paper: JSON.stringify(receipt),
    recordedAt: now,
    personId: person.personId,
  })
  return done({ handoverId, documentNumber: numberText, code, valueDong: giftPackage.valueDong }, householdId)
}
