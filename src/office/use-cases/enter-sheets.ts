/** Enters what became of the papers of a distribution, all or none, and carries over those who did not come. */

import type { ParsedInput } from '../../contract/contract.ts'
import { assertNever } from '../../domain/brand.ts'
import type { Day } from '../../domain/day.ts'
import { refuseSheetEntry, voidEntry } from '../../domain/distribution.ts'
import { refusePaperDay } from '../../domain/document.ts'
import { type Refusal, refusal } from '../../domain/refusal.ts'
import { type CampaignRecord, findCampaign } from '../../ledger/campaigns.ts'
import { addExpected, type DistributionLine, findDistribution } from '../../ledger/distributions.ts'
import { closedThrough } from '../../ledger/months.ts'
import { officeOf } from '../../ledger/office-record.ts'
import { addReceiptFinding, type ReceiptLine, receiptsOfEvent } from '../../ledger/receipts.ts'
import { householdThatStandsFor } from '../../ledger/registry/households.ts'
import { balanceOfEvent } from '../answers/distributions.ts'
import { receiptNumber } from '../document-numbers.ts'
import { give } from '../giving.ts'
import { type CommandHandler, type Commanding, done, refused } from '../handler.ts'
import { personOf } from '../session.ts'
import { refuseExpecting } from './plan-distribution.ts'
import { voidReceipt } from './void-receipt.ts'

type Fate = ParsedInput<'distributions.enterSheets'>['fate']

export const enterSheets: CommandHandler<'distributions.enterSheets'> = (commanding, { eventId, positions, fate }) => {
  const { reader } = commanding
  const found = sheetsAt(commanding, eventId, positions)
  if ('refusal' in found) return refused(found.refusal)
  for (const sheet of found.sheets) {
    const refusedBecause = enter(commanding, sheet, fate)
    if (refusedBecause) return refused(refusedBecause)
  }
  return done({ entered: found.sheets.length, balance: balanceOfEvent(reader, eventId) }, eventId)
}

/** The papers of a kit at the positions named. */
function sheetsAt(
  { reader }: Commanding,
  eventId: string,
  positions: readonly number[],
): { event: DistributionLine; sheets: ReceiptLine[] } | { refusal: Refusal } {
  const event = findDistribution(reader, eventId)
  if (!event) return { refusal: refusal('event.unknown', {}) }
  if (!event.kit) return { refusal: refusal('event.kitNotIssued', { placeName: event.placeName }) }
  const ofKit = new Map(receiptsOfEvent(reader, eventId).map((sheet) => [sheet.position, sheet]))
  ofKit.delete(null)
  const wanted = [...new Set(positions)]
  const unknown = wanted.filter((position) => !ofKit.has(position))
  if (unknown.length > 0) return { refusal: refusal('sheet.unknown', { positions: unknown, last: ofKit.size }) }
  return { event, sheets: wanted.flatMap((position) => ofKit.get(position) ?? []) }
}

function enter(commanding: Commanding, sheet: ReceiptLine, fate: Fate): Refusal | null {
  const documentNumber = receiptNumber(officeOf(commanding.reader), sheet)
  const entry = fate.kind === 'void' ? voidEntry(fate.voidKind) : fate.kind
  const refusedBecause = refuseSheetEntry({ ...sheet, documentNumber }, entry)
  if (refusedBecause) return refusedBecause
  switch (fate.kind) {
    case 'signed':
      return signed(commanding, sheet, fate.handedOverOn)
    case 'void':
      return voidReceipt(commanding, sheet, { kind: fate.voidKind, voidedOn: fate.voidedOn, reason: fate.reason })
    case 'spare':
    case 'found':
      return note(commanding, sheet, fate.kind, null)
    case 'missing':
      return note(commanding, sheet, fate.kind, fate.explanation)
    default:
      return assertNever(fate)
  }
}

function signed(commanding: Commanding, sheet: ReceiptLine, handedOverOn: Day): Refusal | null {
  const { receiptId, campaignId, eventId, householdId, giftPackageId } = sheet
  if (householdId === null || giftPackageId === null) throw new Error('A blank was entered as signed by nobody')
  const outcome = give(commanding, {
    campaignId,
    giftPackageId,
    householdId: householdThatStandsFor(commanding.reader, householdId),
    handedOverOn,
    recipient: { kind: 'headOfHousehold' },
    eventId,
    receiptId,
    overruledBecause: null,
  })
  return 'refusal' in outcome ? outcome.refusal : null
}

function note(
  { writer, reader, now, today, newIdentity, session }: Commanding,
  { receiptId }: ReceiptLine,
  finding: 'spare' | 'missing' | 'found',
  explanation: string | null,
): Refusal | null {
  const closed = refusePaperDay(today, today, closedThrough(reader))
  if (closed) return closed
  const { personId } = personOf({ session })
  const entered = { findingId: newIdentity(), foundOn: today, recordedAt: now, personId }
  addReceiptFinding(writer, { ...entered, receiptId, finding, explanation })
  return null
}

export const carryOver: CommandHandler<'distributions.carryOver'> = (commanding, input) => {
  const { reader } = commanding
  const { eventId, toEventId, positions, voidedOn, reason } = input
  const found = sheetsAt(commanding, eventId, positions)
  if ('refusal' in found) return refused(found.refusal)
  const target = findDistribution(reader, toEventId)
  const campaign = findCampaign(reader, found.event.campaignId)
  if (!target || !campaign) return refused(refusal('event.unknown', {}))
  const { placeName, campaignName } = target
  if (target.campaignId !== found.event.campaignId) {
    return refused(refusal('event.otherCampaign', { placeName, campaignName }))
  }
  if (target.kit) {
    const { printed } = balanceOfEvent(reader, toEventId)
    return refused(refusal('event.kitIssued', { placeName, printed }))
  }
  for (const sheet of found.sheets) {
    const refusedBecause = carry(commanding, sheet, { campaign, target, voidedOn, reason })
    if (refusedBecause) return refused(refusedBecause)
  }
  return done({ carried: found.sheets.length, balance: balanceOfEvent(reader, eventId) }, eventId)
}

function carry(
  commanding: Commanding,
  sheet: ReceiptLine,
  over: { campaign: CampaignRecord; target: DistributionLine; voidedOn: Day; reason: string },
): Refusal | null {
  const { reader, writer } = commanding
  const { campaign, target, voidedOn, reason } = over
  const { position, fate, giftPackageId } = sheet
  if (sheet.householdId === null || giftPackageId === null) {
    return refusal('sheet.blank', { documentNumber: receiptNumber(officeOf(reader), sheet), position, fate })
  }
  const voided = enter(commanding, sheet, { kind: 'void', voidKind: 'carriedOver', voidedOn, reason })
  if (voided) return voided
  const expected = { householdId: householdThatStandsFor(reader, sheet.householdId), giftPackageId }
  const refusedBecause = refuseExpecting(reader, campaign, { expected, on: target.heldOn, eventId: target.eventId })
  if (refusedBecause) return refusedBecause
  addExpected(writer, target.eventId, [expected])
  return null
}
