/** Phiếu đăng ký khoá: by it, signed and stamped, head office knows that a public key is the office's. */

import { formatDay } from '../domain/day.ts'
import { blocks, factsLine, paragraph, signatures } from './layout.ts'
import { FULL_HEAD, letterhead, titleRow } from './letterhead.ts'
import { A4_SCALES, A4_UPRIGHT, type Block, contentWidthPt, type PageDefinition, type Scale } from './page.ts'
import type { Printing } from './paper-data.ts'
import type { KeyFacts } from './recovery-sheet.ts'

export interface KeyRegistrationData extends KeyFacts {
  /** The line of minisign's public key file that holds the key. */
  publicKey: string
}

/** The form on one A4 page. */
export function keyRegistration(data: KeyRegistrationData, printing: Printing): PageDefinition {
  return {
    ...A4_UPRIGHT,
    title: `Phiếu đăng ký khoá ${data.keyId}`,
    layouts: A4_SCALES.map((scale) => () => page(data, printing, scale)),
    fitsOnPages: 1,
    practiceMarks: data.isPractice ? 1 : 0,
  }
}

function page(data: KeyRegistrationData, printing: Printing, scale: Scale): Block[] {
  const { office, keyId, fingerprint, madeOn, printedOn, publicKey } = data
  return blocks(
    letterhead({ office, documentNumber: null, issuedOn: printedOn, widthPt: contentWidthPt(A4_UPRIGHT) }, FULL_HEAD),
    titleRow(
      { title: 'PHIẾU ĐĂNG KÝ KHOÁ', subject: 'Khoá ký gói tháng Chương trình Tri ân', code: null, printing },
      FULL_HEAD,
    ),
    paragraph(`Kính gửi: ${office.parentOrganisation}`, scale, { bold: true }),
    paragraph(
      `${office.officeName} (mã đơn vị ${office.officeCode}) đăng ký khoá công khai dưới đây. Kể từ ngày ký phiếu, ` +
        'gói tháng có chữ ký số kiểm tra được bằng khoá này là gói do đơn vị lập.',
      scale,
    ),
    factsLine([['Số khoá', keyId]], scale),
    factsLine([['Khoá lập ngày', formatDay(madeOn)]], scale),
    paragraph('Dấu vân khoá:', scale),
    alone(fingerprint, scale.body + 1),
    paragraph('Khoá công khai (minisign):', scale),
    alone(publicKey, scale.body - 1),
    paragraph(
      `Nơi nhận đối chiếu dấu vân khoá trên phiếu với tệp khoá ${office.officeCode} nhận được, đọc lại cho đơn vị ` +
        'qua điện thoại, rồi đưa tệp vào thư mục khoá. Khi đơn vị đổi khoá hoặc thu hồi khoá, đơn vị lập phiếu mới.',
      scale,
      { margin: [0, scale.gap, 0, 0] },
    ),
    signatures(
      [
        { role: 'Người đối chiếu tại nơi nhận', manner: 'signature', fullName: null },
        { role: office.signerTitle, manner: 'signatureAndSeal', fullName: office.signerName },
      ],
      scale,
    ),
  )
}

/** In a line of its own, as it is: no full stop may be taken for a part of it. */
function alone(text: string, fontSize: number): Block {
  return { text, bold: true, fontSize, alignment: 'center', noWrap: true, margin: [0, 0, 0, fontSize * 0.6] }
}
