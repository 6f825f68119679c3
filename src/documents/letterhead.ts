/**
 * The head of a paper by Nghị định 30/2020/NĐ-CP, Phụ lục I: the issuing office and the number on the left, the state's
 * name and motto, the place and the day on the right; below, the title with the paper's code at its side.
 */

import { type Day, formatDayInWords } from '../domain/day.ts'
import { type Block, MM, type TextBlock } from './page.ts'
import type { PaperOffice, Printing } from './paper-data.ts'
import { codeBlock } from './qr-code.ts'

const STATE_NAME = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
const MOTTO = 'Độc lập - Tự do - Hạnh phúc'
/** Widths of bold Tinos in ems; the decree wants the motto's rule as long as the motto. */
const MOTTO_EMS = 12.22
const CAPITAL_EMS = 0.61

/** Sizes of the head in points: the decree's 12 to 13 on a full page, smaller on an A5 form. */
export interface HeadScale {
  organisation: number
  motto: number
  title: number
  codeSide: number
}

export const FULL_HEAD: HeadScale = { organisation: 12, motto: 13, title: 14, codeSide: 18 * MM }
export const A5_HEAD: HeadScale = { organisation: 8.5, motto: 9.5, title: 11, codeSide: 15 * MM }

function rule(lengthPt: number): Block {
  return {
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: lengthPt, y2: 0, lineWidth: 0.75 }],
    alignment: 'center',
    margin: [0, 3, 0, 0],
  }
}

/** A day to be written in by hand. */
const DAY_TO_WRITE = 'ngày …… tháng …… năm ……'

/**
 * `documentNumber` null leaves the number's line out, `issuedOn` null leaves the day to be written in by hand;
 * `widthPt` is the room between the margins.
 */
export function letterhead(
  facts: { office: PaperOffice; documentNumber: string | null; issuedOn: Day | null; widthPt: number },
  { organisation, motto }: HeadScale,
): Block {
  const { office, documentNumber, issuedOn, widthPt } = facts
  const left = widthPt * 0.42
  const name = office.officeName.toUpperCase()
  const nameWidth = Math.min(name.length * CAPITAL_EMS * organisation, left)
  const centred = (text: string, look: Omit<TextBlock, 'text'>): Block => ({ text, alignment: 'center', ...look })
  const numberLine = documentNumber ? `Số: ${documentNumber}` : ' '
  return {
    columns: [
      {
        width: left,
        stack: [
          centred(office.parentOrganisation.toUpperCase(), { fontSize: organisation }),
          centred(name, { fontSize: organisation, bold: true }),
          rule(nameWidth * 0.42),
          centred(numberLine, { fontSize: motto, margin: [0, motto * 0.4, 0, 0] }),
        ],
      },
      {
        width: '*',
        stack: [
          centred(STATE_NAME, { fontSize: organisation, bold: true, noWrap: true }),
          centred(MOTTO, { fontSize: motto, bold: true, noWrap: true }),
          rule(MOTTO_EMS * motto),
          centred(`${office.place}, ${issuedOn ? formatDayInWords(issuedOn) : DAY_TO_WRITE}`, {
            fontSize: motto,
            italics: true,
            margin: [0, motto * 0.4, 0, 0],
          }),
        ],
      },
    ],
    columnGap: 6,
  }
}

/**
 * The title and its subject in the middle, the code on the left; on the right the place in a kit, by which papers are
 * found and entered, and "Bản sao lần n" of a reprint.
 */
export function titleRow(
  facts: { title: string; subject: string; code: string | null; position?: number | null; printing: Printing },
  { title: titleSize, codeSide }: HeadScale,
): Block {
  const { title, subject, code, position = null, printing } = facts
  const side = codeSide + 8 * MM
  const place =
    position === null ? [] : [{ text: `STT ${position}\n`, bold: true, italics: false, fontSize: titleSize }]
  const copy = { text: printing.copyNumber > 0 ? `Bản sao lần ${printing.copyNumber}` : ' ' }
  return {
    columns: [
      { width: side, ...(code ? codeBlock(code, codeSide) : { text: ' ' }) },
      {
        width: '*',
        stack: [
          { text: title, fontSize: titleSize, bold: true, alignment: 'center' },
          { text: subject, fontSize: titleSize - 1, bold: true, alignment: 'center', margin: [0, 2, 0, 0] },
        ],
        margin: [0, 6, 0, 0],
      },
      {
        width: side,
        text: position === null ? copy.text : [...place, copy],
        fontSize: titleSize - 3,
        italics: true,
        alignment: 'right',
      },
    ],
    columnGap: 4,
    margin: [0, titleSize, 0, titleSize * 0.7],
  }
}
