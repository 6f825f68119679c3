/** The code of a paper for scanners and people: a QR of exactly its digits, and the digits below in groups of four. */

import { create } from 'qrcode'
import { groupDigits } from '../domain/digits.ts'
import type { Block, Line } from './page.ts'

/**
 * Dark modules that touch in a row are drawn as one rectangle: a quarter of the drawing, and no hairlines between them.
 * Level H still takes the smallest symbol for our 14 digits, so a stamp or a crease over a third of it does no harm.
 */
function darkRuns(digits: string, sidePt: number): Line[] {
  const { modules } = create([{ data: digits, mode: 'numeric' }], { errorCorrectionLevel: 'H' })
  const modulePt = sidePt / modules.size
  const runs: Line[] = []
  for (let y = 0; y < modules.size; y++) {
    let start: number | null = null
    for (let x = 0; x <= modules.size; x++) {
      const isDark = x < modules.size && modules.data[y * modules.size + x] === 1
      if (isDark) start ??= x
      else if (start !== null) {
        const w = (x - start) * modulePt
        runs.push({ type: 'rect', x: start * modulePt, y: y * modulePt, w, h: modulePt, color: 'black' })
        start = null
      }
    }
  }
  return runs
}

/** Takes the digits of a code; the block is `sidePt` wide at the least, as its digits need room. */
export function codeBlock(digits: string, sidePt: number): Block {
  return {
    stack: [
      { canvas: darkRuns(digits, sidePt), alignment: 'center' },
      { text: groupDigits(digits), fontSize: 8, alignment: 'center', margin: [0, 3, 0, 0], noWrap: true },
    ],
  }
}
