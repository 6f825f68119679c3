/** Biên bản nghiệm thu: what was found, done and measured at a household, accepted by those who were present. */

import { type Day, formatDayInWords } from '../../domain/day.ts'
import { type RepairItem, repairCostDong } from '../../domain/repair-cost.ts'
import { amountInWordsLine, blocks, factsLine, formatQuantity, paragraph, type Signer, signatures } from '../layout.ts'
import { FULL_HEAD, letterhead, titleRow } from '../letterhead.ts'
import { A4_UPRIGHT, type Block, contentWidthPt, type PageDefinition, type Scale } from '../page.ts'
import type { Printing } from '../paper-data.ts'
import {
  checkNotes,
  checkTable,
  householdLines,
  itemTable,
  type PaperChecks,
  REPAIR_SCALES,
  type RepairPaperData,
  safetyAdvice,
  withoutFullStop,
} from './repair-paper.ts'

/** `issuedOn` is the day of the acceptance. */
export interface AcceptanceRecordData extends RepairPaperData {
  /** Of the work order the work was done by; null where there is none that stands. */
  workOrderNumber: string | null
  conditionFound: string | null
  workDone: string
  doneOn: Day
  crew: string
  /** Of all who worked together; null where nobody counted. */
  hours: number | null
  fundingSource: string | null
  items: readonly RepairItem[]
  checks: PaperChecks
  supervisor: string
  householdRepresentative: string
  /** To the head of the household; null where it is the head. */
  householdRelation: string | null
  communeRepresentative: string | null
  remark: string | null
}

/** The record on one A4 page; a list of work too long for the smallest type runs on to a second one. */
export function acceptanceRecord(data: AcceptanceRecordData, printing: Printing): PageDefinition {
  return {
    ...A4_UPRIGHT,
    title: `${data.documentNumber} ${data.household.headOfHousehold}`,
    layouts: REPAIR_SCALES.map((scale) => () => page(data, printing, scale)),
    fitsOnPages: 1,
    practiceMarks: data.isPractice ? 1 : 0,
  }
}

function page(data: AcceptanceRecordData, printing: Printing, scale: Scale): Block[] {
  const { office, documentNumber, issuedOn, code, items, checks, fundingSource, remark } = data
  return blocks(
    letterhead({ office, documentNumber, issuedOn, widthPt: contentWidthPt(A4_UPRIGHT) }, FULL_HEAD),
    titleRow(
      {
        title: 'BIÊN BẢN NGHIỆM THU',
        subject: 'Sửa chữa hệ thống điện sau công tơ cho hộ gia đình',
        code,
        printing,
      },
      FULL_HEAD,
    ),
    ...present(data, scale),
    ...workDone(data, scale),
    itemTable(items, scale),
    amountInWordsLine(repairCostDong(items), scale),
    checkTable(checks, scale),
    ...checkNotes(checks, scale),
    factsLine([['Ý kiến khác', remark && withoutFullStop(remark)]], scale),
    ...conclusion(fundingSource, scale),
    signatures(signers(data), scale),
  )
}

function present(data: AcceptanceRecordData, scale: Scale): Block[] {
  const { issuedOn, household, supervisor, crew, householdRepresentative, householdRelation } = data
  const { campaign, communeRepresentative, workOrderNumber } = data
  const under = campaign ? `, chương trình “${campaign.name}”` : ''
  const byOrder = workOrderNumber ? ` theo Phiếu giao việc số ${workOrderNumber}` : ''
  const forHousehold = householdRelation
    ? `${householdRepresentative} (${householdRelation} của chủ hộ)`
    : householdRepresentative
  return blocks(
    paragraph(
      [
        { text: `Hôm nay, ${formatDayInWords(issuedOn)}, tại nhà ` },
        { text: household.headOfHousehold, bold: true },
        { text: `, chúng tôi nghiệm thu việc sửa chữa${byOrder}${under}, gồm:` },
      ],
      scale,
    ),
    factsLine(
      [
        ['Người giám sát', supervisor],
        ['người thực hiện', crew],
      ],
      scale,
    ),
    factsLine(
      [
        ['Đại diện hộ gia đình', forHousehold],
        ['đại diện UBND xã', communeRepresentative],
      ],
      scale,
    ),
    ...householdLines(household, null, scale),
  )
}

function workDone(data: AcceptanceRecordData, scale: Scale): Block[] {
  const { conditionFound, doneOn, hours } = data
  return blocks(
    factsLine([['Hiện trạng trước khi sửa', conditionFound && withoutFullStop(conditionFound)]], scale),
    factsLine(
      [
        ['Việc đã làm', withoutFullStop(data.workDone)],
        ['hoàn thành', formatDayInWords(doneOn)],
        ['số giờ công', hours === null ? null : formatQuantity(hours)],
      ],
      scale,
    ),
  )
}

function conclusion(fundingSource: string | null, scale: Scale): Block[] {
  const source = fundingSource ? ` từ ${fundingSource}` : ''
  return [
    paragraph(
      [
        { text: 'Kết luận: ĐẠT YÊU CẦU, ', bold: true },
        { text: `bàn giao cho hộ gia đình sử dụng. Toàn bộ chi phí do đơn vị trả${source}; ` },
        { text: 'chủ hộ không phải trả tiền.', bold: true },
      ],
      scale,
    ),
    safetyAdvice(scale),
    paragraph('Biên bản được lập thành 02 bản có giá trị như nhau, đơn vị lưu 01 bản, hộ gia đình giữ 01 bản.', scale),
  ]
}

function signers(data: AcceptanceRecordData): Signer[] {
  const { office, supervisor, householdRepresentative, householdRelation, communeRepresentative } = data
  return [
    {
      role: householdRelation ? 'Đại diện hộ' : 'Chủ hộ',
      manner: 'signatureOrThumbprint',
      fullName: householdRepresentative,
      mark: 'recipientSignature',
    },
    { role: 'Người thực hiện', manner: 'signature', fullName: null },
    { role: 'Người giám sát', manner: 'signature', fullName: supervisor },
    { role: 'UBND xã', manner: 'signatureAndSeal', fullName: communeRepresentative },
    { role: office.signerTitle, manner: 'signatureAndSeal', fullName: office.signerName },
  ]
}
