/**
 * Phiếu khôi phục khoá: both private keys of the office as digits and as codes to scan, for the safe. Whoever holds it
 * can sign as the office; without it a lost computer takes the keys along.
 */

import { type Day, formatDay } from '../domain/day.ts'
import { recoveryGroups } from '../domain/recovery-code.ts'
import { blocks, factsLine, paragraph, signatures } from './layout.ts'
import { FULL_HEAD, letterhead, titleRow } from './letterhead.ts'
import { A4_SCALES, A4_UPRIGHT, type Block, contentWidthPt, MM, type PageDefinition, type Scale } from './page.ts'
import type { PaperData, Printing } from './paper-data.ts'

/** What papers about a key say of it. */
export interface KeyFacts extends PaperData {
  /** Sixteen hexadecimal capitals, as minisign prints them. */
  keyId: string
  /** Eight groups of four hexadecimal capitals. */
  fingerprint: string
  madeOn: Day
  printedOn: Day
}

export interface RecoverySheetData extends KeyFacts {
  printedBy: string
  /** 96 digits each (domain/recovery-code.ts). */
  signingCode: string
  identityCode: string
}

const CODE_SIDE = 34 * MM
const GROUPS_IN_A_ROW = 4

/** The sheet on one A4 page. */
export function recoverySheet(data: RecoverySheetData, printing: Printing): PageDefinition {
  return {
    ...A4_UPRIGHT,
    title: `Phiếu khôi phục khoá ${data.keyId}`,
    layouts: A4_SCALES.map((scale) => () => page(data, printing, scale)),
    fitsOnPages: 1,
    practiceMarks: data.isPractice ? 1 : 0,
  }
}

function page(data: RecoverySheetData, printing: Printing, scale: Scale): Block[] {
  const { office, keyId, fingerprint, madeOn, printedOn, printedBy } = data
  return blocks(
    letterhead({ office, documentNumber: null, issuedOn: printedOn, widthPt: contentWidthPt(A4_UPRIGHT) }, FULL_HEAD),
    titleRow({ title: 'PHIẾU KHÔI PHỤC KHOÁ', subject: office.officeName, code: null, printing }, FULL_HEAD),
    paragraph(
      'Ai có phiếu này ký được thay đơn vị và đọc được gói tháng. Niêm phong trong phong bì, cất trong két cùng ' +
        'con dấu; không chụp ảnh, không gửi qua mạng. Khi đổi máy tính hoặc hỏng máy, mở Người dùng, mục Khoá, bấm ' +
        'Khôi phục từ phiếu rồi quét hai mã dưới đây, hoặc gõ từng nhóm.',
      scale,
    ),
    factsLine([['Số khoá', keyId]], scale),
    factsLine([['Dấu vân khoá', fingerprint]], scale),
    factsLine([['Khoá lập ngày', formatDay(madeOn)]], scale),
    ...codeRows('Mã 1: khoá ký gói', data.signingCode, scale),
    ...codeRows('Mã 2: khoá mở gói', data.identityCode, scale),
    paragraph('Mỗi nhóm có 6 chữ số, chữ số cuối để kiểm tra: gõ sai nhóm nào chương trình báo nhóm đó.', scale, {
      italics: true,
      margin: [0, scale.gap, 0, 0],
    }),
    signatures(
      [
        { role: 'Người in phiếu', manner: 'signature', fullName: printedBy },
        { role: 'Người giữ phiếu', manner: 'signature', fullName: null },
        { role: office.signerTitle, manner: 'signatureAndSeal', fullName: office.signerName },
      ],
      scale,
    ),
  )
}

/** The code to scan beside its groups, each with its number. */
function codeRows(head: string, code: string, scale: Scale): Block[] {
  const groups = recoveryGroups(code)
  const rows = Array.from({ length: groups.length / GROUPS_IN_A_ROW }, (_, row) =>
    groups.slice(row * GROUPS_IN_A_ROW, (row + 1) * GROUPS_IN_A_ROW),
  )
  const body = rows.map((row, at) =>
    row.map((group, place) => ({
      text: [{ text: `${at * GROUPS_IN_A_ROW + place + 1})  ` }, { text: group, bold: true }],
      alignment: 'center' as const,
      noWrap: true,
    })),
  )
  return [
    { text: head, bold: true, fontSize: scale.body, margin: [0, scale.gap, 0, 4] },
    {
      columns: [
        { width: CODE_SIDE, code, sidePt: CODE_SIDE },
        {
          width: '*',
          table: { widths: ['*', '*', '*', '*'], heights: CODE_SIDE / rows.length - 6, body },
          layout: 'ruled',
          fontSize: scale.table,
        },
      ],
      columnGap: 12,
    },
  ]
}
