/** Enters what became of the papers of a distribution, all or none; who did not come is replaced or carried over. */

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
import { addReceiptFinding, findReceipt, type ReceiptLine, receiptsOfEvent } from '../../ledger/receipts.ts'
import { householdThatStandsFor } from '../../ledger/registry/households.ts'
import { balanceOfEvent } from '../answers/distributions.ts'
import { receiptNumber } from '../document-numbers.ts'
import { give } from '../giving.ts'
import { type CommandHandler, type Commanding, done, refused } from '../handler.ts'
import { personOf } from '../session.ts'
import { refuseExpecting } from './plan-distribution.ts'
import { voidReceipt } from './void-receipt.ts'

type Fate = ParsedInput<'distributions.enterSheets'>['fate']

export const enterSheets: CommandHandler<'distributions.enterSheets'> = (commanding, { eventId, fate, ...papers }) => {
  const { reader } = commanding
  const found = sheetsOf(commanding, eventId, papers)
  if ('refusal' in found) return refused(found.refusal)
  for (const sheet of found.sheets) {
    const refusedBecause = enter(commanding, sheet, fate)
    if (refusedBecause) return refused(refusedBecause)
  }
  return done({ entered: found.sheets.length, balance: balanceOfEvent(reader, eventId) }, eventId)
}

/** The papers of a distribution that are named, by their positions in the kit or each by itself. */
function sheetsOf(
  { reader }: Commanding,
  eventId: string,
  { positions, receiptIds }: Pick<ParsedInput<'distributions.enterSheets'>, 'positions' | 'receiptIds'>,
): { event: DistributionLine; sheets: ReceiptLine[] } | { refusal: Refusal } {
  const event = findDistribution(reader, eventId)
  if (!event) return { refusal: refusal('event.unknown', {}) }
  if (!event.kit && receiptIds.length === 0) {
    return { refusal: refusal('event.kitNotIssued', { placeName: event.placeName }) }
  }
  const sheets = receiptsOfEvent(reader, eventId)
  const known = new Set(sheets.map(({ position }) => position))
  const unknown = positions.filter((position) => !known.has(position))
  const last = Math.max(0, ...sheets.map(({ position }) => position ?? 0))
  if (unknown.length > 0) return { refusal: refusal('sheet.unknown', { positions: unknown, last }) }
  const places = new Set<number | null>(positions)
  const ids = new Set(receiptIds)
  const named = sheets.filter(({ position, receiptId }) => ids.delete(receiptId) || places.has(position))
  return ids.size > 0 || named.length === 0 ? { refusal: refusal('gift.unknown', {}) } : { event, sheets: named }
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

export const substitute: CommandHandler<'distributions.substitute'> = (commanding, { insteadOf, reason, ...gift }) => {
  const { reader, today } = commanding
  const sheet = findReceipt(reader, insteadOf)
  if (!sheet || sheet.eventId === null || sheet.eventId !== gift.eventId) return refused(refusal('gift.unknown', {}))
  if (sheet.isBlank) {
    const documentNumber = receiptNumber(officeOf(reader), sheet)
    return refused(refusal('sheet.blank', { ...sheet, documentNumber }))
  }
  const voided = enter(commanding, sheet, { kind: 'void', voidKind: 'substituted', voidedOn: today, reason })
  if (voided) return refused(voided)
  const outcome = give(commanding, gift)
  return 'refusal' in outcome ? refused(outcome.refusal) : done(outcome.given, sheet.eventId)
}

export const carryOver: CommandHandler<'distributions.carryOver'> = (commanding, input) => {
  const { reader } = commanding
  const { eventId, toEventId, voidedOn, reason, ...papers } = input
  const found = sheetsOf(commanding, eventId, papers)
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
