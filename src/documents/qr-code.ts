/** The code of a paper for scanners and people: a QR of exactly its digits, and the digits below in groups of four. */

import { create } from 'qrcode'
import { groupDigits } from '../domain/digits.ts'
import type { Block } from './page.ts'

/** A QR code in modules; dark ones that touch in a row are one run: a quarter of the drawing, no hairlines between. */
export interface CodeModules {
  size: number
  darkRuns: readonly { x: number; y: number; width: number }[]
}

/**
 * Of the eight patterns a symbol may be masked with, the one by which our codes come out best on the average (ISO/IEC
 * 18004, 7.8.3). Readers take any, and trying all eight for each code takes a fifth of the time of a batch.
 */
const MASK_PATTERN = 6

/**
 * Level H still takes the smallest symbol for our 14 digits, and for the 17 of a later page; a stamp or a crease over a
 * third of it does no harm.
 */
export function codeModules(digits: string): CodeModules {
  const options = { errorCorrectionLevel: 'H', maskPattern: MASK_PATTERN } as const
  const { size, data } = create([{ data: digits, mode: 'numeric' }], options).modules
  const darkRuns: CodeModules['darkRuns'][number][] = []
  for (let y = 0; y < size; y++) {
    let start: number | null = null
    for (let x = 0; x <= size; x++) {
      const isDark = x < size && data[y * size + x] === 1
      if (isDark) start ??= x
      else if (start !== null) {
        darkRuns.push({ x: start, y, width: x - start })
        start = null
      }
    }
  }
  return { size, darkRuns }
}

/** Takes the digits of a code; the block is `sidePt` wide at the least, as its digits need room. */
export function codeBlock(digits: string, sidePt: number): Block {
  return {
    stack: [
      { code: digits, sidePt, alignment: 'center' },
      { text: groupDigits(digits), fontSize: 8, alignment: 'center', margin: [0, 3, 0, 0], noWrap: true },
    ],
  }
}
