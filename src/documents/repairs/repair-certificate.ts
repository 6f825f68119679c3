/** Giấy xác nhận sửa chữa: what was repaired behind a household's meter, checked and handed over, on one page. */

import { type Day, formatDay } from '../../domain/day.ts'
import { type RepairItem, repairCostDong } from '../../domain/repair-cost.ts'
import { amountInWordsLine, blocks, factsLine, paragraph, signatures } from '../layout.ts'
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

export interface RepairCertificateData extends RepairPaperData {
  doneOn: Day
  /** Of the acceptance record it rests on; null on those of the first version. */
  acceptanceNumber: string | null
  conditionFound: string
  workDone: string | null
  /** Those who did the work. */
  crew: string
  fundingSource: string | null
  items: readonly RepairItem[]
  checks: PaperChecks
  /** When somebody comes to look again; null where nobody will. */
  recheckOn: Day | null
}

/** The certificate on one A4 page; only a list of work too long for the smallest type runs on to a second. */
export function repairCertificate(data: RepairCertificateData, printing: Printing): PageDefinition {
  return {
    ...A4_UPRIGHT,
    title: `${data.documentNumber} ${data.household.headOfHousehold}`,
    layouts: REPAIR_SCALES.map((scale) => () => page(data, printing, scale)),
    fitsOnPages: 1,
    practiceMarks: data.isPractice ? 1 : 0,
  }
}

function page(data: RepairCertificateData, printing: Printing, scale: Scale): Block[] {
  const { office, documentNumber, issuedOn, code, household, items, checks } = data
  const subject = 'Sửa chữa hệ thống điện sau công tơ cho hộ gia đình'
  return blocks(
    letterhead({ office, documentNumber, issuedOn, widthPt: contentWidthPt(A4_UPRIGHT) }, FULL_HEAD),
    titleRow({ title: 'GIẤY XÁC NHẬN SỬA CHỮA', subject, code, printing }, FULL_HEAD),
    ...facts(data, scale),
    itemTable(items, scale),
    amountInWordsLine(repairCostDong(items), scale),
    checkTable(checks, scale),
    ...checkNotes(checks, scale),
    ...statements(data, scale),
    signatures(
      [
        {
          role: 'Chủ hộ',
          manner: 'signatureOrThumbprint',
          fullName: household.headOfHousehold,
          mark: 'recipientSignature',
        },
        { role: office.signerTitle, manner: 'signatureAndSeal', fullName: office.signerName },
      ],
      scale,
    ),
  )
}

function facts(data: RepairCertificateData, scale: Scale): Block[] {
  const { office, household, campaign, doneOn, conditionFound, workDone, crew, fundingSource } = data
  const under = campaign ? ` theo chương trình “${campaign.name}”` : ''
  return blocks(
    paragraph(
      `${office.officeName} xác nhận đã sửa chữa miễn phí hệ thống điện sau công tơ${under}, hoàn thành ngày ` +
        `${formatDay(doneOn)}, cho:`,
      scale,
    ),
    paragraph([{ text: 'Hộ gia đình ' }, { text: household.headOfHousehold, bold: true }], scale, {
      margin: [0, 0, 0, scale.gap / 2],
    }),
    ...householdLines(household, null, scale),
    factsLine([['Hiện trạng trước khi sửa', withoutFullStop(conditionFound)]], scale),
    factsLine([['Việc đã làm', workDone && withoutFullStop(workDone)]], scale),
    factsLine(
      [
        ['Người thực hiện', crew],
        ['nguồn kinh phí', fundingSource],
      ],
      scale,
    ),
  )
}

/** The office's stamp or hand fills it in; the label stays with its dots. */
const PHONE_TO_WRITE = `điện\u00a0thoại\u00a0${'…'.repeat(8)}`

/** Free of charge, what the household promises, and whom it turns to. */
function statements({ office, acceptanceNumber, recheckOn }: RepairCertificateData, scale: Scale): Block[] {
  const record = acceptanceNumber ? ` (biên bản số ${acceptanceNumber})` : ''
  const again = recheckOn ? ` Kiểm tra lại trước ngày ${formatDay(recheckOn)}.` : ''
  return [
    paragraph(
      [
        { text: `Công trình đã nghiệm thu${record}, bàn giao cho hộ sử dụng. ` },
        { text: 'Chủ hộ không phải trả tiền.', bold: true },
        { text: again },
      ],
      scale,
    ),
    safetyAdvice(scale),
    paragraph(
      'Chủ hộ cam kết giữ gìn thiết bị được lắp, không tự câu mắc thêm, không tháo thiết bị chống rò, và báo ngay ' +
        'khi thấy dây nóng, có mùi khét, tia lửa hoặc rò điện.',
      scale,
    ),
    paragraph(
      [{ text: 'Sự cố, khiếu nại: ', bold: true }, { text: `báo ${office.officeName}, ${PHONE_TO_WRITE}` }],
      scale,
      { alignment: 'left' },
    ),
  ]
}
