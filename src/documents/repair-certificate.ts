/** Giấy xác nhận sửa chữa: what was repaired behind a household's meter, checked and handed over, on one page. */

import { assertNever } from '../domain/brand.ts'
import { type Day, formatDayInWords } from '../domain/day.ts'
import { formatDong, lineAmountDong } from '../domain/money.ts'
import {
  type CheckResult,
  checkResults,
  LONGEST_RCD_TRIP_MILLISECONDS,
  type RepairItem,
  type RepairReadings,
  repairCostDong,
  SMALLEST_INSULATION_MEGAOHM,
} from '../domain/repair.ts'
import {
  amountInWordsLine,
  blocks,
  type Column,
  factsLine,
  formatQuantity,
  ITEM_AMOUNT_COLUMN,
  itemColumns,
  paragraph,
  rowCells,
  ruledTable,
  signatures,
  totalCells,
} from './layout.ts'
import { FULL_HEAD, letterhead, titleRow } from './letterhead.ts'
import { A4_SCALES, A4_UPRIGHT, type Block, contentWidthPt, type PageDefinition, type Scale } from './page.ts'
import type { PaperCampaign, PaperData, PaperHousehold, Printing } from './paper-data.ts'

export interface RepairCertificateData extends PaperData {
  documentNumber: string
  /** 14 digits, the last one a check digit. */
  code: string
  certifiedOn: Day
  doneOn: Day
  campaign: PaperCampaign | null
  household: PaperHousehold
  conditionFound: string
  /** Those who did the work. */
  crew: string
  fundingSource: string | null
  items: readonly RepairItem[]
  readings: RepairReadings
}

/** The certificate on one A4 page; only a list of work too long for the smallest type runs on to a second. */
export function repairCertificate(data: RepairCertificateData, printing: Printing): PageDefinition {
  return {
    ...A4_UPRIGHT,
    title: `${data.documentNumber} ${data.household.headOfHousehold}`,
    layouts: A4_SCALES.map((scale) => () => page(data, printing, scale)),
    fitsOnPages: 1,
    practiceMarks: data.isPractice ? 1 : 0,
  }
}

function page(data: RepairCertificateData, printing: Printing, scale: Scale): Block[] {
  const { office, documentNumber, certifiedOn, code, household, crew, items } = data
  const subject = 'Sửa chữa hệ thống điện sau công tơ cho hộ gia đình'
  return [
    letterhead({ office, documentNumber, issuedOn: certifiedOn, widthPt: contentWidthPt(A4_UPRIGHT) }, FULL_HEAD),
    titleRow({ title: 'GIẤY XÁC NHẬN SỬA CHỮA', subject, code, printing }, FULL_HEAD),
    ...facts(data, scale),
    itemTable(items, scale),
    amountInWordsLine(repairCostDong(items), scale),
    paragraph('Kết quả kiểm tra sau sửa chữa:', scale, { bold: true, margin: [0, 0, 0, scale.gap / 2] }),
    checkTable(data.readings, scale),
    ...statements(scale),
    signatures(
      [
        {
          role: 'Chủ hộ',
          manner: 'signatureOrThumbprint',
          fullName: household.headOfHousehold,
          mark: 'recipientSignature',
        },
        { role: 'Người thực hiện', manner: 'signature', fullName: crew },
        { role: 'UBND xã', manner: 'signatureAndSeal', fullName: null },
        { role: office.signerTitle, manner: 'signatureAndSeal', fullName: office.signerName },
      ],
      scale,
    ),
  ]
}

function facts(data: RepairCertificateData, scale: Scale): Block[] {
  const { office, household, campaign, doneOn, conditionFound, crew, fundingSource } = data
  const under = campaign ? ` theo chương trình “${campaign.name}”` : ''
  return blocks(
    paragraph(
      [
        {
          text: `${office.officeName} xác nhận đã sửa chữa miễn phí hệ thống điện sau công tơ${under} cho hộ gia đình `,
        },
        { text: household.headOfHousehold, bold: true },
        { text: `, hoàn thành ${formatDayInWords(doneOn)}.` },
      ],
      scale,
    ),
    factsLine(
      [
        ['Số định danh cá nhân', household.citizenIdMasked],
        ['diện', household.categoryName],
        ['mã khách hàng', household.customerCode],
        ['số công tơ', household.meterNumber],
      ],
      scale,
    ),
    factsLine([['Địa chỉ', household.addressText]], scale),
    factsLine([['Hiện trạng trước khi sửa', conditionFound.replace(/\.$/, '')]], scale),
    factsLine(
      [
        ['Người thực hiện', crew],
        ['nguồn kinh phí', fundingSource],
      ],
      scale,
    ),
    paragraph('Công việc và vật tư đã dùng:', scale, { bold: true, margin: [0, 0, 0, scale.gap / 2] }),
  )
}

function itemTable(items: readonly RepairItem[], scale: Scale): Block {
  const columns = itemColumns('Công việc, vật tư', scale.table)
  const rows = items.map(({ name, unitOfMeasure, quantity, unitPriceDong }, index) =>
    rowCells(columns, [
      String(index + 1),
      name,
      unitOfMeasure,
      formatQuantity(quantity),
      formatDong(unitPriceDong),
      formatDong(lineAmountDong(quantity, unitPriceDong)),
      '',
    ]),
  )
  const total = totalCells(columns, ITEM_AMOUNT_COLUMN, 'Tổng cộng', repairCostDong(items))
  return ruledTable(columns, [...rows, total], { fontSize: scale.table })
}

function resultText(result: CheckResult): string {
  switch (result) {
    case 'passed':
      return 'Đạt'
    case 'failed':
      return 'Không đạt'
    case 'notPresent':
      return 'Không có'
    default:
      return assertNever(result)
  }
}

function checkTable(readings: RepairReadings, scale: Scale): Block {
  const { insulationMegaohm, rcdTripMilliseconds, polarityCorrect, poweredOn } = readings
  const results = checkResults(readings)
  const columns: Column[] = [
    { head: 'Nội dung kiểm tra', width: '*', alignment: 'left' },
    { head: 'Yêu cầu', width: scale.table * 9, alignment: 'center' },
    { head: 'Kết quả đo', width: scale.table * 7, alignment: 'center' },
    { head: 'Kết luận', width: scale.table * 6, alignment: 'center' },
  ]
  const yes = (isTrue: boolean) => (isTrue ? 'Đúng' : 'Sai')
  const rows = [
    [
      'Điện trở cách điện',
      `từ ${SMALLEST_INSULATION_MEGAOHM} MΩ`,
      `${formatQuantity(insulationMegaohm)} MΩ`,
      results.insulation,
    ],
    [
      'Thời gian tác động của thiết bị chống rò',
      `đến ${LONGEST_RCD_TRIP_MILLISECONDS} ms`,
      rcdTripMilliseconds === null ? '' : `${formatQuantity(rcdTripMilliseconds)} ms`,
      results.rcdTrip,
    ],
    ['Đấu đúng pha và trung tính', 'Đúng', yes(polarityCorrect), results.polarity],
    ['Đóng điện sau sửa chữa', 'Có điện', poweredOn ? 'Có điện' : 'Mất điện', results.poweredOn],
  ] as const
  const cells = rows.map(([check, required, reading, result]) =>
    rowCells(columns, [check, required, reading, resultText(result)]),
  )
  return ruledTable(columns, cells, { fontSize: scale.table, margin: [0, 0, 0, scale.gap] })
}

/** Free of charge, and the advice on safe use that goes with every repair. */
function statements(scale: Scale): Block[] {
  return [
    paragraph('Công trình đã bàn giao cho hộ gia đình sử dụng; chủ hộ không phải trả tiền.', scale),
    paragraph(
      'Dùng điện an toàn: chọn dây đúng tiết diện; đặt cầu dao, ổ cắm nơi khô ráo, cao từ 1,4 m; chỉ sửa khi đã cắt ' +
        'nguồn; nối đất vỏ máy; lắp chống rò ở nơi ẩm; ngập nước thì cắt điện ngay.',
      scale,
      { italics: true },
    ),
  ]
}
