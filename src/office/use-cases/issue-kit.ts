/** Issues the kit of a distribution: numbers a receipt for everybody expected, then the spare blanks. */

import type { SignOffListData } from '../../documents/sign-off-list.ts'
import { dayParts } from '../../domain/day.ts'
import { MOST_SHEETS } from '../../domain/distribution.ts'
import { refusePaperDay } from '../../domain/document.ts'
import { documentCode } from '../../domain/numbering.ts'
import { refusal } from '../../domain/refusal.ts'
import { type CampaignRecord, findCampaign, findGiftPackage, type GiftPackageRecord } from '../../ledger/campaigns.ts'
import {
  addKit,
  type DistributionLine,
  type ExpectedHousehold,
  expectedAt,
  findDistribution,
  nextKitNumber,
} from '../../ledger/distributions.ts'
import { closedThrough } from '../../ledger/months.ts'
import { officeOf } from '../../ledger/office-record.ts'
import { addReceipt } from '../../ledger/receipts.ts'
import { balanceOfEvent } from '../answers/distributions.ts'
import { receiptNumber, signOffListNumber } from '../document-numbers.ts'
import { numberReceipt, receiptPaperOf } from '../giving.ts'
import { type CommandHandler, type Commanding, done, refused } from '../handler.ts'
import { paperAttendants, paperCampaign, paperHousehold, paperOffice } from '../papers.ts'
import { personOf } from '../session.ts'

export const issueKit: CommandHandler<'distributions.issueKit'> = (commanding, { eventId, spareCount }) => {
  const { reader, today } = commanding
  const event = findDistribution(reader, eventId)
  const campaign = event && findCampaign(reader, event.campaignId)
  if (!campaign) return refused(refusal('event.unknown', {}))
  const { placeName } = event
  if (event.kit) {
    return refused(refusal('event.kitIssued', { placeName, printed: balanceOfEvent(reader, eventId).printed }))
  }
  const expected = expectedAt(reader, event)
  const printed = expected.length + spareCount
  if (printed === 0) return refused(refusal('event.empty', { placeName }))
  if (printed > MOST_SHEETS) return refused(refusal('event.tooManySheets', { most: MOST_SHEETS }))
  const issuedOn = issueDay(event, today)
  const closed = refusePaperDay(issuedOn < today ? issuedOn : today, today, closedThrough(reader))
  if (closed) return refused(closed)

  const kit: Kit = { event, campaign, packages: new Map(), issuedOn }
  const numbers = [
    ...expected.map((one, index) => issueNamed(commanding, kit, one, index + 1)),
    ...Array.from({ length: spareCount }, (_, index) => issueBlank(commanding, kit, expected.length + index + 1)),
  ]
  const documentNumber = issueSignOffList(commanding, kit, expected, spareCount)
  const office = officeOf(reader)
  const textOf = (number: (typeof numbers)[number] | undefined) => (number ? receiptNumber(office, number) : '')
  return done({ documentNumber, printed, first: textOf(numbers[0]), last: textOf(numbers.at(-1)) }, eventId)
}

interface Kit {
  event: DistributionLine
  campaign: CampaignRecord
  packages: Map<string, GiftPackageRecord>
  issuedOn: DistributionLine['heldOn']
}

/** Papers bear the year they are used in: those for January that are printed in December are numbered for January. */
function issueDay({ heldOn }: DistributionLine, today: DistributionLine['heldOn']): DistributionLine['heldOn'] {
  return dayParts(heldOn).year === dayParts(today).year ? today : heldOn
}

function packageOf({ reader }: Commanding, { packages }: Kit, giftPackageId: string): GiftPackageRecord {
  const giftPackage = packages.get(giftPackageId) ?? findGiftPackage(reader, giftPackageId)
  if (!giftPackage) throw new Error(`A household is expected for a package that is gone: ${giftPackageId}`)
  packages.set(giftPackageId, giftPackage)
  return giftPackage
}

function attendantsOf(commanding: Commanding, { event }: Kit) {
  return paperAttendants(event, event.staff[0] ?? { fullName: personOf(commanding).fullName, title: null })
}

function issueNamed(commanding: Commanding, kit: Kit, expected: ExpectedHousehold, position: number) {
  const { campaign, event } = kit
  const { household, giftPackageId } = expected
  const issued = numberReceipt(commanding, kit.issuedOn)
  const paper = receiptPaperOf(commanding.reader, {
    ...issued,
    campaign,
    giftPackage: packageOf(commanding, kit, giftPackageId),
    household,
    handedOverOn: event.heldOn,
    handedOverAt: event.placeName,
    ...attendantsOf(commanding, kit),
    recipient: { kind: 'headOfHousehold' },
    position,
  })
  addSheet(commanding, kit, { ...issued, position, householdId: household.householdId, giftPackageId, paper })
  return issued
}

function issueBlank(commanding: Commanding, kit: Kit, position: number) {
  const { campaign, event } = kit
  const office = officeOf(commanding.reader)
  const issued = numberReceipt(commanding, kit.issuedOn)
  const paper = {
    office: paperOffice(office),
    isPractice: office.isPractice,
    documentNumber: receiptNumber(office, issued),
    code: issued.code,
    handedOverOn: event.heldOn,
    handedOverAt: event.placeName,
    campaign: paperCampaign(campaign),
    ...attendantsOf(commanding, kit),
    position,
  }
  addSheet(commanding, kit, { ...issued, position, householdId: null, giftPackageId: null, paper })
  return issued
}

interface Sheet {
  documentYear: number
  documentNumber: number
  code: string
  position: number
  householdId: string | null
  giftPackageId: string | null
  paper: object
}

function addSheet(commanding: Commanding, { event, campaign, issuedOn }: Kit, { paper, ...sheet }: Sheet): void {
  addReceipt(commanding.writer, {
    receiptId: commanding.newIdentity(),
    campaignId: campaign.campaignId,
    eventId: event.eventId,
    issuedOn,
    ...sheet,
    paper: JSON.stringify(paper),
    recordedAt: commanding.now,
    personId: personOf(commanding).personId,
  })
}

function issueSignOffList(
  commanding: Commanding,
  kit: Kit,
  expected: readonly ExpectedHousehold[],
  spareCount: number,
): string {
  const { reader, writer, now } = commanding
  const { event, campaign, issuedOn } = kit
  const office = officeOf(reader)
  const { personId, fullName } = personOf(commanding)
  const { year } = dayParts(issuedOn)
  const number = nextKitNumber(writer, year)
  const code = documentCode({ kind: 'signOffList', year, number }, office.officeCode)
  const documentNumber = signOffListNumber(office, { documentYear: year, documentNumber: number })
  const paper: SignOffListData = {
    office: paperOffice(office),
    isPractice: office.isPractice,
    documentNumber,
    code,
    listedOn: issuedOn,
    campaign: paperCampaign(campaign),
    handedOverFrom: event.heldOn,
    handedOverTo: event.heldOn,
    placeName: event.placeName,
    rows: expected.map(({ household, giftPackageId, giftPackageName }) => ({
      household: paperHousehold(household, event.heldOn),
      giftName: giftPackageName,
      amountDong: packageOf(commanding, kit, giftPackageId).valueDong,
      proxy: null,
      note: null,
    })),
    preparedBy: { fullName, title: null },
    attendants: { staff: event.staff, witnesses: event.witnesses },
  }
  const numbers = { documentYear: year, documentNumber: number, code }
  const facts = { issuedOn, spareCount, paper: JSON.stringify(paper), recordedAt: now, personId }
  addKit(writer, { eventId: event.eventId, ...numbers, ...facts })
  return documentNumber
}
