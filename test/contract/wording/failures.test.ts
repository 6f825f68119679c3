/** Every failure reads as sentences for a clerk, in both languages, whatever its parameters. */

import { describe, expect, test } from 'vitest'
import type { EnvironmentCode, EnvironmentParameters } from '../../../src/contract/failure.ts'
import { environmentFailure, type Failure, INPUT_PROBLEMS } from '../../../src/contract/failure.ts'
import { failures as english } from '../../../src/contract/wording/en/failures.ts'
import { trade as englishTrade } from '../../../src/contract/wording/en/trade.ts'
import { failureCode, tellFailure } from '../../../src/contract/wording/failure-wording.ts'
import { failures as vietnamese } from '../../../src/contract/wording/vi/failures.ts'
import { trade as vietnameseTrade } from '../../../src/contract/wording/vi/trade.ts'
import { day } from '../../../src/domain/day.ts'
import { period } from '../../../src/domain/period.ts'
import { type RefusalCode, type RefusalParameters, refusal } from '../../../src/domain/refusal.ts'

const on = day('2026-11-05')
const november = period('2026-11')
const fileName = 'danh-sach.xlsx'
const headOfHousehold = 'Nguyễn Thị Được'
const documentNumber = '07/2026/BBBG-PC042'
const many = { count: 15, headsOfHousehold: ['An', 'Bình', 'Chi', 'Dung', 'Em'] }
const folder = 'D:\\So tri an'
const campaignName = 'Tri ân 2026'
const giftPackageName = 'Quà Tết'
const placeName = 'Nhà văn hoá thôn Đông'
const sheet = { documentNumber, position: 31, fate: 'signed' as const }
const earlier = {
  headOfHousehold,
  giftPackageName,
  documentNumber,
  handedOverOn: on,
  recordedAt: '2026-11-05T01:12:00.000Z',
  handedOverBy: 'Trần Thị Mai',
}
const unfinished = { kind: 'repairNotCertified' as const, repairId: 'r', headOfHousehold, on }

const REFUSALS: RefusalParameters = {
  'session.required': {},
  'right.missing': { right: 'month.close', roles: ['supervisor', 'manager'] },
  'command.idReused': {},
  'office.notSetUp': {},
  'office.alreadySetUp': { officeName: 'Đội Quản lý Điện lực khu vực Krông Pắc' },
  'person.unknown': {},
  'person.nameTaken': { fullName: 'Trần Thị Mai' },
  'household.unknown': {},
  'household.citizenIdTaken': { headOfHousehold, householdId: 'h' },
  'household.changedMeanwhile': { headOfHousehold },
  'household.notActive': { headOfHousehold, status: 'moved' },
  'household.statusSame': { headOfHousehold, status: 'moved' },
  'merge.withItself': { headOfHousehold },
  'merge.unknown': {},
  'merge.alreadyUndone': { headOfHousehold },
  'merge.laterMerge': { headOfHousehold },
  'filter.nameTaken': { name: 'Thôn Đông' },
  'filter.unknown': {},
  'file.missing': { fileName },
  'file.isSource': { fileName },
  'file.tooLarge': { fileName, megabytes: 80, largestMegabytes: 50 },
  'communes.badTable': { rowNumber: 7, problem: 'unknownNewCode' },
  'communes.notNewer': { version: on, current: on },
  'idCard.pictureTooLarge': { fileName, megabytes: 25, largestMegabytes: 20 },
  'idCard.notAPicture': { fileName },
  'idCard.noCode': { fileName },
  'idCard.unreadable': { fileName },
  'workbook.notAWorkbook': { fileName },
  'workbook.broken': { fileName },
  'workbook.encrypted': { fileName },
  'workbook.noHeader': { fileName },
  'workbook.tooManyRows': { fileName, mostRows: 50_000 },
  'import.alreadyDone': { fileName, importedOn: on },
  'import.fileChanged': { fileName },
  'import.nothingUsable': { fileName },
  'import.unknown': {},
  'import.readingGone': {},
  'import.sheetUnknown': { fileName, sheetName: 'Sheet2' },
  'import.alreadyUndone': { fileName },
  'import.hasPapers': many,
  'import.changedSince': many,
  'campaign.unknown': {},
  'campaign.endsBeforeStart': { from: on, to: day('2026-11-01') },
  'campaign.nameTaken': { name: 'Tri ân 2026' },
  'giftPackage.unknown': {},
  'gift.outsideCampaign': { campaignName: 'Tri ân 2026', from: on, to: day('2026-12-31') },
  'gift.notEligible': { headOfHousehold, category: 'KK', eligible: ['HN', 'HCN'] },
  'campaign.inUse': { campaignName },
  'campaign.endsBeforeGifts': { campaignName, lastHandedOverOn: on },
  'campaign.endsBeforeDistribution': { campaignName, placeName, heldOn: on },
  'campaign.overBudget': { campaignName, budgetDong: 1_000_000, wantedDong: 1_500_000 },
  'gift.otherCommune': { headOfHousehold, communeName: null, communes: ['Xã Đông', 'Xã Mẫu'] },
  'gift.notGranted': { headOfHousehold, giftPackageName, campaignName, granted: [] },
  'gift.alreadyGiven': earlier,
  'gift.limitReached': { ...earlier, giftsPerHousehold: 2 },
  'gift.tooMany': { headOfHousehold, campaignName, giftsPerHousehold: 1, giftCount: 2 },
  'gift.lateVoid': { documentNumber, issuedOn: on, roles: ['supervisor', 'manager'] },
  'giftList.unknown': {},
  'giftList.empty': { campaignName },
  'giftList.waiting': { campaignName, listNumber: 0, drawnUpBy: 'Trần Thị Mai' },
  'giftList.settled': { campaignName, state: 'approved' },
  'giftList.sameHand': { drawnUpBy: 'Trần Thị Mai' },
  'giftList.altered': { campaignName },
  'giftList.given': { headOfHousehold, documentNumber },
  'event.unknown': {},
  'event.empty': { placeName },
  'event.otherCampaign': { placeName, campaignName },
  'event.kitIssued': { placeName, printed: 62 },
  'event.kitNotIssued': { placeName },
  'event.outsideCampaign': { campaignName, from: on, to: day('2026-12-31') },
  'event.planned': { headOfHousehold, placeName, heldOn: on },
  'event.inUse': { placeName, printed: 3 },
  'event.tooManySheets': { most: 9999 },
  'sheet.unknown': { positions: [71, 72], last: 70 },
  'sheet.accounted': sheet,
  'sheet.notMissing': sheet,
  'sheet.notSpare': sheet,
  'sheet.blank': { ...sheet, position: null },
  'sheet.otherHousehold': { documentNumber, headOfHousehold },
  'sheet.otherYear': { documentNumber, year: 2026 },
  'stock.placeUnknown': {},
  'stock.placeTaken': { name: placeName },
  'stock.itemUnknown': {},
  'stock.itemTaken': { name: 'Mì ăn liền', unitOfMeasure: 'thùng' },
  'stock.noSuchRoute': { from: placeName, to: 'Hộ thụ hưởng' },
  'stock.short': {
    placeName,
    items: [{ itemName: 'Mì ăn liền', unitOfMeasure: 'thùng', available: 3, wanted: 5.5 }],
  },
  'stock.slipUnknown': {},
  'stock.alreadyCorrected': { documentNumber, correctedBy: '08/2026/PXK-PC042' },
  'scan.notAScan': { fileName },
  'scan.broken': { fileName, pageNumber: 7 },
  'scan.encrypted': { fileName },
  'scan.tooManyPages': { fileName, most: 3000 },
  'scan.alreadyRead': { fileName, readOn: on },
  'scan.unknown': {},
  'scan.settled': {},
  'scan.notMatched': {},
  'scan.paperBack': { documentNumber, pageNumber: 2 },
  'scan.folderMissing': { folder },
  'paper.unknown': { text: '31' },
  'gift.unknown': {},
  'document.inFuture': { on, today: day('2026-11-01') },
  'document.alreadyVoided': { documentNumber, voidedOn: on },
  'document.voidedBeforeIssue': { documentNumber, issuedOn: on },
  'repair.unknown': {},
  'repair.checksFailed': { failed: ['insulation', 'polarity'] },
  'repair.notNow': { state: 'new', event: 'certify' },
  'repair.beforeLastStep': { on, lastOn: on },
  'repair.dueBefore': { on, dueOn: on },
  'repair.plannedBefore': { on, plannedFor: on },
  'repair.alreadyOpen': { headOfHousehold, documentNumber: '01/2026/PKS-PC042', state: 'surveyed' },
  'repair.onList': { headOfHousehold, documentNumber: '01/2026/DSXN-PC042' },
  'repair.notConfirmed': {},
  'repair.notChecked': {},
  'repair.rcdHalfTold': {},
  'repair.calibrationOver': { instrument: 'MFT-01', calibratedUntil: on },
  'repair.notAccepted': {},
  'repair.alreadyAccepted': { acceptedOn: on },
  'repair.sameHand': { acceptedBy: 'Trần Thị Mai' },
  'repair.moreThanDrawn': { items: [{ itemName: 'Dây 2x2,5', unitOfMeasure: 'm', available: 3, wanted: 5.5 }] },
  'repair.materialsOut': { items: [{ itemName: 'Dây 2x2,5', unitOfMeasure: 'm', quantity: 2.5 }] },
  'repair.noCrew': {},
  'repair.orderStays': { documentNumber: '01/2026/PGV-PC042' },
  'repair.followUpMissing': { failed: ['earthing', 'rcdTestButton'] },
  'repair.overHouseholdBudget': { headOfHousehold, budgetDong: 1_500_000, wantedDong: 1_600_000 },
  'repair.overCampaignBudget': { campaignName, budgetDong: 15_000_000, wantedDong: 16_000_000 },
  'confirmation.unknown': {},
  'confirmation.answered': { documentNumber: '01/2026/DSXN-PC042', confirmedOn: on },
  'confirmation.severalCommunes': { communes: ['Xã Mẫu', 'Xã Đông Mẫu'] },
  'confirmation.beforeList': { drawnUpOn: on },
  'confirmation.notOnList': {},
  'photo.notAPicture': { fileName },
  'photo.tooLarge': { fileName, megabytes: 80, largestMegabytes: 30 },
  'photo.unknown': {},
  'photo.certified': { documentNumber: '01/2026/GXN-PC042' },
  'complaint.unknown': {},
  'complaint.settled': { settledOn: on },
  'complaint.settledBefore': { receivedOn: on },
  'paper.nothingToPrint': {},
  'paper.fileUnknown': {},
  'paper.overtaken': {},
  'month.closed': { period: november, on },
  'month.notOver': { period: november, lastDay: day('2026-11-30') },
  'month.earlierOpen': { period: november, earlier: period('2026-10') },
  'month.unfinished': { period: november, items: [unfinished] },
  'month.empty': { period: november },
  'month.notClosed': { period: november },
  'indicator.unknown': { code: 'SAIDI' },
  'indicator.badFigures': {
    items: [
      { name: 'Khiếu nại giải quyết đúng hạn', problem: 'numeratorOver' },
      { name: 'Hội nghị khách hàng', problem: 'notWhole' },
    ],
  },
  'indicator.badDefinition': { name: 'Khiếu nại giải quyết đúng hạn', problem: 'targetOverHundred' },
  'indicator.laterVersion': { name: 'SAIDI', from: period('2027-01') },
  'indicator.monthClosed': { period: period('2026-11') },
  'indicator.monthNotBegun': { period: period('2027-01') },
  'month.unexplained': { codes: ['missingCitizenIds', 'noBackup'] },
  'month.notProposed': { period: november },
  'month.sameHand': { proposedBy: 'Trần Thị Thu' },
  'month.accepted': { period: november, acceptedOn: on },
  'month.laterClosed': { period: november, later: period('2026-12') },
  'month.notPackaged': { period: november },
  'month.stillOpen': { period: november },
  'acknowledgement.notOne': { fileName },
  'acknowledgement.notSigned': { fileName },
  'acknowledgement.unknownKey': { fileName, keyId: '8B14D2A07C5E9F31' },
  'acknowledgement.revokedKey': { fileName, keyId: '8B14D2A07C5E9F31', revokedOn: on },
  'acknowledgement.badSignature': { fileName, keyId: '8B14D2A07C5E9F31' },
  'acknowledgement.otherPackage': { fileName, packageName: 'PC042_2026-11_r1' },
  'acknowledgement.alreadyAccepted': { period: november, acceptedOn: on },
  'package.notThere': { period: november },
  'package.copyDiffers': { folder },
  'package.previousMissing': { period: november, previous: period('2026-10') },
  'package.noHeadOfficeKey': { revokedOn: on },
  'package.noProgrammeKey': {},
  'package.scansMissing': { count: 2, folder: 'D:\\so\\scans' },
  'key.malformed': { fileName: 'recipients.txt' },
  'officeKey.unknown': { keyId: '8B14D2A07C5E9F31' },
  'officeKey.revoked': { keyId: '8B14D2A07C5E9F31', revokedOn: on },
  'headOfficeKey.notOne': { fileName },
  'headOfficeKey.changed': { fileName },
  'headOfficeKey.known': { name: 'Công ty Điện lực Đắk Lắk', takenInOn: on },
  'headOfficeKey.unknown': { keyId: '8B14D2A07C5E9F31' },
  'headOfficeKey.revoked': { name: 'Công ty Điện lực Đắk Lắk', revokedOn: on },
  'recoverySheet.incomplete': { kind: 'signingKey', digits: 90, expected: 96 },
  'recoverySheet.wrongGroups': { kind: 'recoveryIdentity', groups: [3, 7] },
  'recoverySheet.otherCode': { kind: 'signingKey' },
  'recoverySheet.otherFormat': { kind: 'signingKey' },
  'recoverySheet.otherOffice': { keyId: '8B14D2A07C5E9F31', officeName: 'Đội Quản lý Điện lực khu vực Krông Pắc' },
  'conflicts.malformed': { fileName: 'PC042_2026-11_r1.conflicts.json' },
  'headOfficeKeys.exist': { folder: 'D:\\khoa' },
  'inbox.unpacked': { fileName: 'PC042_2026-11_r1' },
  'inbox.faulty': { fileName: 'PC042_2026-11_r1.zip', faultCount: 2 },
  'inbox.fork': { packageName: 'PC042_2026-11_r1', officeName: 'Đội Mẫu' },
  'inbox.fileChanged': { fileName: 'PC042_2026-11_r1.zip' },
  'inbox.noConflicts': { period: november },
  'inbox.notAKey': { fileName: 'khoa.txt' },
  'inbox.keyChanged': { fileName: 'PC042.pub' },
}

const ENVIRONMENT: EnvironmentParameters = {
  'call.unknown': { call: 'gifts.steal' },
  'disk.full': {},
  'disk.unwritable': { path: folder },
  'file.inUse': { path: folder },
  'key.missing': { keyId: '8B14D2A07C5E9F31' },
  'key.sealed': { path: folder },
  'ledger.inUse': { folder },
  'ledger.fromNewerVersion': { folder },
  'ledger.historyDiffers': { folder },
  'ledger.notALedger': { folder },
  'ledger.damaged': { folder, detail: 'page 7' },
  'ledger.sealBroken': { folder, detail: 'row 7' },
  'office.stopped': {},
  'store.unreachable': { target: folder, detail: 'ECONNREFUSED' },
  'store.refused': { target: folder, detail: '42501 permission denied' },
  'store.inUse': { target: folder },
  'store.fromNewerVersion': { target: folder },
  'memory.full': {},
  'job.cancelled': {},
}

const everyFailure: Failure[] = [
  ...(Object.keys(REFUSALS) as RefusalCode[]).map(
    (code): Failure => ({ family: 'refused', refusal: refusal(code, REFUSALS[code]) }),
  ),
  ...(Object.keys(ENVIRONMENT) as EnvironmentCode[]).map((code) => environmentFailure(code, ENVIRONMENT[code])),
  { family: 'invalid-input', issues: INPUT_PROBLEMS.map((problem) => ({ path: ['lines', 0, 'name'], problem })) },
  { family: 'defect', incident: '20261105-0001' },
]

/** Traces of a value that was put into a sentence unread: undefined, an object, a day or a code as it is stored. */
const RAW = /undefined|null|\[object|NaN|\d{4}-\d{2}(-\d{2})?\b|NCC_|repairNotCertified/

describe.each([
  ['Vietnamese', vietnamese],
  ['English', english],
])('in %s', (_language, wording) => {
  test.each(everyFailure.map((failure) => [failureCode(failure), failure] as const))(
    '%s says what happened and what to do next',
    (_code, failure) => {
      const { what, next } = tellFailure(wording, failure)
      for (const sentence of [what, next]) {
        expect(sentence).toMatch(/^\S.*[.]$/su)
        expect(sentence).toBe(sentence.normalize('NFC'))
        expect(sentence.replace('20261105-0001', '')).not.toMatch(RAW)
      }
    },
  )
})

test('a second gift is refused with when and by whom the first was given', () => {
  const failure: Failure = {
    family: 'refused',
    refusal: refusal('gift.alreadyGiven', REFUSALS['gift.alreadyGiven']),
  }
  expect(tellFailure(vietnamese, failure).what).toBe(
    'Hộ Nguyễn Thị Được đã nhận “Quà Tết” ngày 05/11/2026 (ghi lúc 08:12), phiếu 07/2026/BBBG-PC042, người giao Trần Thị Mai.',
  )
})

test('many households are named by three and a count', () => {
  const failure: Failure = { family: 'refused', refusal: refusal('import.hasPapers', many) }
  expect(tellFailure(vietnamese, failure).what).toContain('An, Bình, Chi và 12 hộ khác')
  expect(tellFailure(english, failure).what).toContain('An, Bình, Chi and 12 more')
})

test('the words of the trade are the same set in both languages, and none is left in Vietnamese', () => {
  expect(Object.keys(englishTrade)).toEqual(Object.keys(vietnameseTrade))
  for (const [code, words] of Object.entries(englishTrade.categories)) expect(words, code).toMatch(/^[\x20-\x7e]+$/)
})
