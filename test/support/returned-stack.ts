/** A stack of papers of ours as it comes back from a distribution: signed or not, worn, and laid in every way. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { handoverReceipt, handoverReceiptTwoUp } from '../../src/documents/handover-receipt.ts'
import type { MarkedBox, PageDefinition } from '../../src/documents/page.ts'
import { ORIGINAL } from '../../src/documents/paper-data.ts'
import { createRenderer } from '../../src/documents/render.ts'
import { repairCertificate } from '../../src/documents/repairs/repair-certificate.ts'
import { documentCode } from '../../src/domain/numbering.ts'
import { cutOut, type GreyImage, type QuarterTurn } from '../../src/intake/scans/grey-image.ts'
import type { PaperBoxes } from '../../src/intake/scans/signature-box.ts'
import { CREATED_AT, FONT_FOLDER, receiptData } from '../documents/papers.ts'
import { certificateData } from '../documents/repair-papers.ts'
import {
  type Chance,
  chanceOf,
  distorted,
  type Place,
  pressThumb,
  printedPages,
  sign,
  type Wear,
} from './distorted-scans.ts'

const DOTS_PER_INCH = 150
const PIXELS_PER_POINT = DOTS_PER_INCH / 72

export interface ReturnedPage {
  image: GreyImage
  code: string
  boxes: PaperBoxes
  isSigned: boolean
  /** How it was laid into the scanner. */
  turned: QuarterTurn
  skewDegrees: number
}

const PEOPLE = ['Nguyễn Thị An', 'Trần Văn Bình', 'H’Mai Êban', 'Y Bhăm Niê', 'Lê Thị Hồng Thắm', 'Phạm Quốc Khánh']

/** By turns: receipts on A4, on two halves of a sheet, on the office's half alone, and certificates. */
function paperOf(number: number): { definition: PageDefinition; code: string; isHalf: boolean } {
  const form = number % 5
  if (form === 4) {
    const code = documentCode({ kind: 'repairCertificate', year: 2026, number }, 'PC042')
    return { definition: repairCertificate({ ...certificateData(), code }, ORIGINAL), code, isHalf: false }
  }
  const data = receiptData(number, PEOPLE[number % PEOPLE.length])
  const definition = form < 2 ? handoverReceipt(data, ORIGINAL) : handoverReceiptTwoUp(data, ORIGINAL)
  return { definition, code: data.code, isHalf: form === 3 }
}

/** An ordinary scanner and people in a hurry: 150 dpi, grey, up to five degrees askew, folded, with stains. */
export function ordinaryWear(chance: Chance): Wear {
  const upTo = (most: number) => chance() * most
  return {
    turned: ([0, 90, 180, 270] as const)[Math.floor(upTo(4))] ?? 0,
    skewDegrees: upTo(10) - 5,
    noise: 1 + upTo(8),
    contrast: 0.55 + upTo(0.4),
    shade: upTo(40),
    stains: Math.floor(upTo(6)),
    folds: Math.floor(upTo(3)),
    blurPx: upTo(0.9),
    stretch: upTo(0.012) - 0.006,
  }
}

/** A hand's own way: thick or thin, dark or pale, wide or short, or a thumb. Answers whether there is any. */
function markBy(page: GreyImage, place: Place, seed: number, chance: Chance): boolean {
  const manner = chance()
  if (manner < 0.2) return false
  if (manner < 0.3) pressThumb(page, place, seed, DOTS_PER_INCH / 25.4)
  else {
    const pen = { grey: 40 + chance() * 90, widthPx: 1.6 + chance() * 1.4 }
    sign(page, place, seed, pen, 0.35 + chance() * 0.5)
  }
  return true
}

type Paper = ReturnType<typeof paperOf>

/** Printed a dozen at a time, for pages of 150 dpi take two megabytes each. */
const PRINTED_AT_ONCE = 12

/** Numbers of papers count from 1; pages are made as they are asked for. The same for the same seed. */
export async function* returnedStack(count: number, seed: number): AsyncGenerator<ReturnedPage> {
  const renderer = createRenderer({ fontFolder: FONT_FOLDER })
  const folder = mkdtempSync(join(tmpdir(), 'stack-'))
  try {
    for (let first = 1; first <= count; first += PRINTED_AT_ONCE) {
      const numbers = Array.from({ length: Math.min(PRINTED_AT_ONCE, count - first + 1) }, (_, index) => first + index)
      const papers = numbers.map(paperOf)
      const file = join(folder, `${first}.pdf`)
      const definitions = papers.map(({ definition }) => definition)
      await renderer.renderBatch(definitions, { file, createdAt: CREATED_AT })
      for (const [index, page] of printedPages(readFileSync(file), DOTS_PER_INCH).entries()) {
        const paper = papers[index]
        if (!paper) throw new Error('A paper has come out on more than one page')
        yield cameBack(paper, page, renderer.markedBoxes(paper.definition), seed * 1000 + first + index)
      }
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function cameBack({ code, isHalf }: Paper, page: GreyImage, marked: readonly MarkedBox[], seed: number): ReturnedPage {
  const codeBox = marked.find(({ mark }) => mark === 'code')
  const signatureBox = marked.find(({ mark }) => mark === 'recipientSignature')
  if (!codeBox || !signatureBox) throw new Error('A paper has no code or no room to sign')
  const chance = chanceOf(seed)
  const place = {
    x: signatureBox.x * PIXELS_PER_POINT,
    y: signatureBox.y * PIXELS_PER_POINT,
    width: signatureBox.width * PIXELS_PER_POINT,
    height: signatureBox.height * PIXELS_PER_POINT,
  }
  const isSigned = markBy(page, place, seed, chance)
  const { width, height } = page
  const sheet = isHalf ? cutOut(page, { x: 0, y: 0, width: width / 2, height }) : page
  const wear = ordinaryWear(chance)
  return {
    image: distorted(sheet, wear, seed),
    ...{ code, boxes: { codeBox, signatureBox }, isSigned },
    turned: wear.turned ?? 0,
    skewDegrees: wear.skewDegrees ?? 0,
  }
}
