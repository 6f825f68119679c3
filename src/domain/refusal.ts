/**
 * Every "no" of the trade has a code and the facts a person needs to go on. Rules return refusals; they do not throw.
 * A code's words in Vietnamese and English stand in contract/wording: a code without words does not compile.
 */

import type { CommuneTableProblem } from './addresses/commune-table.ts'
import type { Day } from './day.ts'
import type { SheetFate } from './distribution.ts'
import type { ListState } from './gift-list.ts'
import type { HouseholdStatus } from './household.ts'
import type { HouseholdCategory } from './household-category.ts'
import type { DefinitionProblem, IndicatorProblem } from './indicator.ts'
import type { MonthWarning } from './month-close.ts'
import type { Period } from './period.ts'
import type { RecoveryKind } from './recovery-code.ts'
import type { RepairEvent, RepairState } from './repair.ts'
import type { RepairCheck } from './repair-check.ts'
import type { Right, Role } from './role.ts'
import type { Taking } from './stock.ts'

/** Something of a month that must be finished before the month can be closed. */
export type UnfinishedItem =
  | { kind: 'repairNotCertified'; repairId: string; headOfHousehold: string; on: Day }
  | { kind: 'sheetsUnaccounted'; eventId: string; placeName: string; on: Day; count: number }
  | { kind: 'listWaiting'; campaignId: string; campaignName: string; listNumber: number }

/** The gift a household had before, as a refusal names it. */
interface EarlierGift {
  headOfHousehold: string
  giftPackageName: string
  documentNumber: string
  handedOverOn: Day
  recordedAt: string
  handedOverBy: string
}

export interface RefusalParameters {
  'session.required': Record<never, never>
  'right.missing': { right: Right; roles: Role[] }
  'command.idReused': Record<never, never>
  'office.notSetUp': Record<never, never>
  'office.alreadySetUp': { officeName: string }
  'person.unknown': Record<never, never>
  'person.nameTaken': { fullName: string }
  'household.unknown': Record<never, never>
  'household.citizenIdTaken': { headOfHousehold: string; householdId: string }
  'household.changedMeanwhile': { headOfHousehold: string }
  'household.notActive': { headOfHousehold: string; status: HouseholdStatus }
  'household.statusSame': { headOfHousehold: string; status: HouseholdStatus }
  'merge.withItself': { headOfHousehold: string }
  'merge.unknown': Record<never, never>
  'merge.alreadyUndone': { headOfHousehold: string }
  'merge.laterMerge': { headOfHousehold: string }
  'filter.nameTaken': { name: string }
  'filter.unknown': Record<never, never>
  'file.missing': { fileName: string }
  'file.isSource': { fileName: string }
  'file.tooLarge': { fileName: string; megabytes: number; largestMegabytes: number }
  'communes.badTable': { rowNumber: number; problem: CommuneTableProblem }
  'communes.notNewer': { version: Day; current: Day }
  'idCard.pictureTooLarge': { fileName: string; megabytes: number; largestMegabytes: number }
  'idCard.notAPicture': { fileName: string }
  'idCard.noCode': { fileName: string }
  'idCard.unreadable': { fileName: string }
  'workbook.notAWorkbook': { fileName: string }
  'workbook.broken': { fileName: string }
  'workbook.encrypted': { fileName: string }
  'workbook.noHeader': { fileName: string }
  'workbook.tooManyRows': { fileName: string; mostRows: number }
  'import.alreadyDone': { fileName: string; importedOn: Day }
  'import.fileChanged': { fileName: string }
  'import.nothingUsable': { fileName: string }
  'import.unknown': Record<never, never>
  'import.readingGone': Record<never, never>
  'import.sheetUnknown': { fileName: string; sheetName: string }
  'import.alreadyUndone': { fileName: string }
  'import.hasPapers': { count: number; headsOfHousehold: string[] }
  'import.changedSince': { count: number; headsOfHousehold: string[] }
  'campaign.unknown': Record<never, never>
  'campaign.endsBeforeStart': { from: Day; to: Day }
  'campaign.nameTaken': { name: string }
  'campaign.inUse': { campaignName: string }
  'campaign.endsBeforeGifts': { campaignName: string; lastHandedOverOn: Day }
  'campaign.endsBeforeDistribution': { campaignName: string; placeName: string; heldOn: Day }
  'campaign.overBudget': { campaignName: string; budgetDong: number; wantedDong: number }
  'giftPackage.unknown': Record<never, never>
  'gift.outsideCampaign': { campaignName: string; from: Day; to: Day }
  'gift.notEligible': { headOfHousehold: string; category: HouseholdCategory | null; eligible: HouseholdCategory[] }
  'gift.otherCommune': { headOfHousehold: string; communeName: string | null; communes: string[] }
  'gift.notGranted': { headOfHousehold: string; giftPackageName: string; campaignName: string; granted: string[] }
  'gift.alreadyGiven': EarlierGift
  'gift.limitReached': EarlierGift & { giftsPerHousehold: number }
  'gift.tooMany': { headOfHousehold: string; campaignName: string; giftsPerHousehold: number; giftCount: number }
  'gift.lateVoid': { documentNumber: string; issuedOn: Day; roles: Role[] }
  'giftList.unknown': Record<never, never>
  'giftList.empty': { campaignName: string }
  'giftList.waiting': { campaignName: string; listNumber: number; drawnUpBy: string }
  'giftList.settled': { campaignName: string; state: ListState }
  'giftList.sameHand': { drawnUpBy: string }
  'giftList.altered': { campaignName: string }
  'giftList.given': { headOfHousehold: string; documentNumber: string }
  'event.unknown': Record<never, never>
  'event.empty': { placeName: string }
  'event.otherCampaign': { placeName: string; campaignName: string }
  'event.kitIssued': { placeName: string; printed: number }
  'event.kitNotIssued': { placeName: string }
  'event.outsideCampaign': { campaignName: string; from: Day; to: Day }
  'event.planned': { headOfHousehold: string; placeName: string; heldOn: Day }
  'event.inUse': { placeName: string; printed: number }
  'event.tooManySheets': { most: number }
  'sheet.unknown': { positions: number[]; last: number }
  'sheet.accounted': { documentNumber: string; position: number | null; fate: SheetFate }
  'sheet.notMissing': { documentNumber: string; position: number | null; fate: SheetFate }
  'sheet.notSpare': { documentNumber: string; position: number | null; fate: SheetFate }
  'sheet.blank': { documentNumber: string; position: number | null; fate: SheetFate }
  'sheet.otherHousehold': { documentNumber: string; headOfHousehold: string }
  'sheet.otherYear': { documentNumber: string; year: number }
  'stock.placeUnknown': Record<never, never>
  'stock.placeTaken': { name: string }
  'stock.itemUnknown': Record<never, never>
  'stock.itemTaken': { name: string; unitOfMeasure: string }
  'stock.noSuchRoute': { from: string; to: string }
  'stock.short': { placeName: string; items: Taking[] }
  'stock.slipUnknown': Record<never, never>
  'stock.alreadyCorrected': { documentNumber: string; correctedBy: string }
  'scan.notAScan': { fileName: string }
  'scan.broken': { fileName: string; pageNumber: number | null }
  'scan.encrypted': { fileName: string }
  'scan.tooManyPages': { fileName: string; most: number }
  'scan.alreadyRead': { fileName: string; readOn: Day }
  'scan.unknown': Record<never, never>
  'scan.settled': Record<never, never>
  'scan.notMatched': Record<never, never>
  'scan.paperBack': { documentNumber: string; pageNumber: number | null }
  'scan.folderMissing': { folder: string }
  'paper.unknown': { text: string }
  'gift.unknown': Record<never, never>
  'document.inFuture': { on: Day; today: Day }
  'document.alreadyVoided': { documentNumber: string; voidedOn: Day }
  'document.voidedBeforeIssue': { documentNumber: string; issuedOn: Day }
  'repair.unknown': Record<never, never>
  'repair.checksFailed': { failed: RepairCheck[] }
  'repair.notNow': { state: RepairState; event: RepairEvent }
  'repair.beforeLastStep': { on: Day; lastOn: Day }
  'repair.dueBefore': { on: Day; dueOn: Day }
  'repair.plannedBefore': { on: Day; plannedFor: Day }
  'repair.alreadyOpen': { headOfHousehold: string; documentNumber: string; state: RepairState }
  'repair.onList': { headOfHousehold: string; documentNumber: string }
  'repair.notConfirmed': Record<never, never>
  'repair.notChecked': Record<never, never>
  'repair.rcdHalfTold': Record<never, never>
  'repair.calibrationOver': { instrument: string; calibratedUntil: Day }
  'repair.notAccepted': Record<never, never>
  'repair.alreadyAccepted': { acceptedOn: Day }
  'repair.sameHand': { acceptedBy: string }
  'repair.moreThanDrawn': { items: Taking[] }
  'repair.materialsOut': { items: { itemName: string; unitOfMeasure: string; quantity: number }[] }
  'repair.noCrew': Record<never, never>
  'repair.orderStays': { documentNumber: string }
  'repair.followUpMissing': { failed: RepairCheck[] }
  'repair.overHouseholdBudget': { headOfHousehold: string; budgetDong: number; wantedDong: number }
  'repair.overCampaignBudget': { campaignName: string; budgetDong: number; wantedDong: number }
  'confirmation.unknown': Record<never, never>
  'confirmation.answered': { documentNumber: string; confirmedOn: Day }
  'confirmation.severalCommunes': { communes: string[] }
  'confirmation.beforeList': { drawnUpOn: Day }
  'confirmation.notOnList': Record<never, never>
  'photo.notAPicture': { fileName: string }
  'photo.tooLarge': { fileName: string; megabytes: number; largestMegabytes: number }
  'photo.unknown': Record<never, never>
  'photo.certified': { documentNumber: string }
  'complaint.unknown': Record<never, never>
  'complaint.settled': { settledOn: Day }
  'complaint.settledBefore': { receivedOn: Day }
  'paper.nothingToPrint': Record<never, never>
  'paper.fileUnknown': Record<never, never>
  'paper.overtaken': Record<never, never>
  'month.closed': { period: Period; on: Day }
  'month.notOver': { period: Period; lastDay: Day }
  'month.earlierOpen': { period: Period; earlier: Period }
  'month.unfinished': { period: Period; items: UnfinishedItem[] }
  'month.empty': { period: Period }
  'month.notClosed': { period: Period }
  'month.unexplained': { codes: MonthWarning[] }
  'month.notProposed': { period: Period }
  'month.sameHand': { proposedBy: string }
  'month.accepted': { period: Period; acceptedOn: Day }
  'month.laterClosed': { period: Period; later: Period }
  'month.notPackaged': { period: Period }
  'month.stillOpen': { period: Period }
  'indicator.unknown': { code: string }
  'indicator.badFigures': { items: { name: string; problem: IndicatorProblem }[] }
  'indicator.badDefinition': { name: string; problem: DefinitionProblem }
  'indicator.laterVersion': { name: string; from: Period }
  'indicator.monthClosed': { period: Period }
  'indicator.monthNotBegun': { period: Period }
  'acknowledgement.notOne': { fileName: string }
  'acknowledgement.notSigned': { fileName: string }
  'acknowledgement.unknownKey': { fileName: string; keyId: string }
  'acknowledgement.revokedKey': { fileName: string; keyId: string; revokedOn: Day }
  'acknowledgement.badSignature': { fileName: string; keyId: string }
  'acknowledgement.otherPackage': { fileName: string; packageName: string }
  'acknowledgement.alreadyAccepted': { period: Period; acceptedOn: Day }
  'package.notThere': { period: Period }
  'package.copyDiffers': { folder: string }
  'package.previousMissing': { period: Period; previous: Period }
  'package.noHeadOfficeKey': { revokedOn: Day }
  'package.noProgrammeKey': Record<never, never>
  'package.scansMissing': { count: number; folder: string }
  'key.malformed': { fileName: string }
  'officeKey.unknown': { keyId: string }
  'officeKey.revoked': { keyId: string; revokedOn: Day }
  'headOfficeKey.notOne': { fileName: string }
  'headOfficeKey.changed': { fileName: string }
  'headOfficeKey.known': { name: string; takenInOn: Day }
  'headOfficeKey.unknown': { keyId: string }
  'headOfficeKey.revoked': { name: string; revokedOn: Day }
  /** `digits` were given of the `expected`. */
  'recoverySheet.incomplete': { kind: RecoveryKind; digits: number; expected: number }
  /** Numbers of groups as they stand on the sheet, from 1. */
  'recoverySheet.wrongGroups': { kind: RecoveryKind; groups: number[] }
  'recoverySheet.otherCode': { kind: RecoveryKind }
  'recoverySheet.otherFormat': { kind: RecoveryKind }
  'recoverySheet.otherOffice': { keyId: string; officeName: string }
  'conflicts.malformed': { fileName: string }
  'headOfficeKeys.exist': { folder: string }
  'inbox.unpacked': { fileName: string }
  'inbox.faulty': { fileName: string; faultCount: number }
  'inbox.fork': { packageName: string; officeName: string }
  'inbox.fileChanged': { fileName: string }
  'inbox.noConflicts': { period: Period }
  'inbox.notAKey': { fileName: string }
  'inbox.keyChanged': { fileName: string }
}

export type RefusalCode = keyof RefusalParameters

export type Refusal = { [Code in RefusalCode]: { code: Code; parameters: RefusalParameters[Code] } }[RefusalCode]

export function refusal<Code extends RefusalCode>(code: Code, parameters: RefusalParameters[Code]): Refusal {
  return { code, parameters } as Refusal
}
