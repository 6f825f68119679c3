/** Papers of a repair, of the office of papers.ts: full ones, and ones that say no more than they must. */

import type { AcceptanceRecordData } from '../../src/documents/repairs/acceptance-record.ts'
import type { ConfirmationListData } from '../../src/documents/repairs/confirmation-list.ts'
import type { RepairCertificateData } from '../../src/documents/repairs/repair-certificate.ts'
import type { PaperChecks, RepairPaperData } from '../../src/documents/repairs/repair-paper.ts'
import type { SurveyFormData } from '../../src/documents/repairs/survey-form.ts'
import type { WorkOrderData } from '../../src/documents/repairs/work-order.ts'
import { day } from '../../src/domain/day.ts'
import { dong } from '../../src/domain/money.ts'
import { type DocumentKind, documentCode, formatDocumentNumber } from '../../src/domain/numbering.ts'
import { checkLines, USUAL_CHECK_LIMITS } from '../../src/domain/repair-check.ts'
import type { RepairItem } from '../../src/domain/repair-cost.ts'
import { receiptData, signOffListData } from './papers.ts'

const { office, campaign, household, giver } = receiptData(3, 'Y Bhăm Niê')

function paperOf(kind: DocumentKind, number: number, issuedOn: string): RepairPaperData {
  const identity = { kind, year: 2026, number }
  return {
    office,
    isPractice: false,
    documentNumber: formatDocumentNumber(identity, office.officeCode),
    code: documentCode(identity, office.officeCode),
    issuedOn: day(issuedOn),
    campaign,
    household,
  }
}

/** What is not known of a repair that says no more than it must. */
const BARE = {
  campaign: null,
  household: {
    headOfHousehold: 'Y Bhăm Niê',
    birthYear: null,
    citizenIdMasked: null,
    categoryName: null,
    addressText: null,
    customerCode: null,
    meterNumber: null,
  },
} as const

const ITEMS: readonly RepairItem[] = [
  ['material', 'k1', 'Dây đồng 2 × 2,5 mm²', 'm', 25, 18_000],
  ['material', 'k2', 'Aptomat chống rò 2 cực 20 A, 30 mA', 'cái', 1, 265_000],
  ['material', null, 'Bảng điện nhựa', 'cái', 1, 45_000],
  ['material', 'k3', 'Đèn LED 9 W', 'bộ', 2, 38_000],
  ['work', null, 'Kéo lại dây trong nhà, thay bảng điện', 'công', 1.5, 300_000],
].map(([kind, itemId, name, unitOfMeasure, quantity, unitPriceDong]) => ({
  kind: kind as RepairItem['kind'],
  itemId: itemId as string | null,
  name: String(name),
  unitOfMeasure: String(unitOfMeasure),
  quantity: Number(quantity),
  unitPriceDong: dong(Number(unitPriceDong)),
}))

/** Work and material, by turns of five. */
export function repairItems(lineCount: number): RepairItem[] {
  return Array.from({ length: lineCount }, (_, index) => ITEMS[index % ITEMS.length]).filter(
    (line) => line !== undefined,
  )
}

export function paperChecks(): PaperChecks {
  const readings = {
    insulationMegaohm: 12.5,
    continuityOhm: 0.4,
    rcdTripMilliseconds: 28,
    rcdTestButtonWorks: true,
    polarityCorrect: true,
    earthingOhm: null,
    poweredOn: true,
  }
  return {
    lines: checkLines(readings, USUAL_CHECK_LIMITS),
    measured: {
      tester: 'Trần Văn Lực',
      instrument: 'Kyoritsu 6516, số 0123456',
      calibratedUntil: day('2027-06-30'),
      checkedOn: day('2026-12-06'),
    },
  }
}

const CONDITION = 'Dây dẫn lão hoá, bảng điện cháy xém, không có thiết bị chống rò.'
const NEEDED_WORK = 'Thay dây trong nhà, thay bảng điện, lắp aptomat chống rò và 2 đèn LED.'
const CREW = 'Tổ sửa chữa số 1 (Trần Văn Lực, Y Thanh Êban)'

export function surveyFormData(number = 3): SurveyFormData {
  return {
    ...paperOf('surveyForm', number, '2026-11-20'),
    phone: '0905 123 456',
    need: 'Dây cũ, hay chập khi mưa; nhà có trẻ nhỏ.',
  }
}

export function bareSurveyFormData(): SurveyFormData {
  return { ...paperOf('surveyForm', 4, '2026-11-20'), ...BARE, phone: null, need: null }
}

export function confirmationListData(rowCount: number): ConfirmationListData {
  const { documentNumber, code } = paperOf('confirmationList', 2, '2026-11-25')
  return {
    office,
    isPractice: false,
    documentNumber,
    code,
    drawnUpOn: day('2026-11-25'),
    communeName: 'Xã Krông Pắc',
    campaign,
    rows: signOffListData(rowCount).rows.map(({ household: one }, index) => ({
      household: one,
      conditionFound: index % 3 === 0 ? CONDITION : 'Dây dẫn cũ, chắp nối nhiều chỗ.',
      neededWork: index % 3 === 0 ? NEEDED_WORK : null,
      estimateDong: dong(800_000 + index * 1000),
    })),
    preparedBy: giver,
  }
}

export function workOrderData(number = 3): WorkOrderData {
  return {
    ...paperOf('workOrder', number, '2026-12-01'),
    phone: '0905 123 456',
    crew: CREW,
    plannedFor: day('2026-12-05'),
    conditionFound: CONDITION,
    dangerous: ['switchboard', 'wiring'],
    neededWork: NEEDED_WORK,
    instructions: 'Gọi chủ hộ trước khi tới; đường vào buôn ô tô không đi được.',
    confirmation: 'Danh sách 02/2026/DSXN-PC042, xác nhận ngày 28/11/2026',
    items: repairItems(5),
    givenBy: giver,
  }
}

export function bareWorkOrderData(): WorkOrderData {
  return {
    ...workOrderData(),
    ...BARE,
    phone: null,
    crew: 'Tổ 1',
    conditionFound: null,
    dangerous: [],
    neededWork: null,
    instructions: null,
    confirmation: null,
    items: [],
  }
}

export function acceptanceRecordData(number = 3): AcceptanceRecordData {
  return {
    ...paperOf('acceptanceRecord', number, '2026-12-06'),
    workOrderNumber: '03/2026/PGV-PC042',
    conditionFound: CONDITION,
    workDone: 'Thay dây trong nhà, thay bảng điện, lắp aptomat chống rò và 2 đèn LED.',
    doneOn: day('2026-12-05'),
    crew: CREW,
    hours: 9.5,
    fundingSource: 'Quỹ phúc lợi',
    items: repairItems(5),
    checks: paperChecks(),
    supervisor: 'Nguyễn Văn Hùng',
    householdRepresentative: 'H’Mai Niê',
    householdRelation: 'con',
    communeRepresentative: 'Lê Thị Hồng Thắm',
    remark: 'Chủ hộ đề nghị lắp thêm một ổ cắm ở bếp vào đợt sau.',
  }
}

export function bareAcceptanceRecordData(): AcceptanceRecordData {
  return {
    ...acceptanceRecordData(),
    ...BARE,
    workOrderNumber: null,
    conditionFound: null,
    workDone: 'Thay aptomat.',
    crew: 'Tổ 1',
    hours: null,
    fundingSource: null,
    items: repairItems(1),
    householdRepresentative: 'Y Bhăm Niê',
    householdRelation: null,
    communeRepresentative: null,
    remark: null,
  }
}

export function certificateData(number = 3): RepairCertificateData {
  return {
    ...paperOf('repairCertificate', number, '2026-12-07'),
    doneOn: day('2026-12-05'),
    acceptanceNumber: '03/2026/BBNT-PC042',
    conditionFound: CONDITION,
    workDone: 'Thay dây trong nhà, thay bảng điện, lắp aptomat chống rò và 2 đèn LED.',
    crew: CREW,
    fundingSource: 'Quỹ phúc lợi',
    items: repairItems(5),
    checks: paperChecks(),
    recheckOn: day('2027-06-05'),
  }
}

export function bareCertificateData(): RepairCertificateData {
  return {
    ...certificateData(),
    ...BARE,
    acceptanceNumber: null,
    workDone: null,
    fundingSource: null,
    items: repairItems(1),
    recheckOn: null,
  }
}

/** As the first version of the program stored it with a certificate. */
export function certificateOfFirstVersion() {
  const { doneOn, conditionFound, crew, fundingSource, items, issuedOn, checks: _, ...paper } = certificateData(1)
  const { acceptanceNumber: _number, workDone: _work, recheckOn: _again, ...rest } = paper
  return {
    ...rest,
    certifiedOn: issuedOn,
    doneOn,
    conditionFound,
    crew,
    fundingSource,
    items: items.map(({ kind: _kind, itemId: _item, ...line }) => line),
    readings: { insulationMegaohm: 12.5, rcdTripMilliseconds: null, polarityCorrect: true, poweredOn: true },
  }
}
