/** MẪU across a paper of a practice ledger: such a paper does not count. */

import type { PageDefinition } from './page.ts'
import { rounded, type TextPen } from './text-pen.ts'

const PRACTICE_MARK = 'MẪU'
/** Pale enough to read through, drawn below the text, without transparency that old printers stumble over. */
const PRACTICE_GREY = 0.89
const TILT = (-35 * Math.PI) / 180

/** Operators that draw it once for each sheet that may be cut off. */
export function practiceMarks({ practiceMarks: count, pageSize }: PageDefinition, pen: TextPen): string {
  const { width, height } = pageSize
  const size = Math.min(width / Math.max(count, 1), height) * 0.36
  const [cos, sin] = [Math.cos(TILT), Math.sin(TILT)]
  const rotation = [cos, sin, -sin, cos].map((part) => part.toFixed(5)).join(' ')
  let operators = ''
  for (let sheet = 0; sheet < count; sheet++) {
    const centre = { x: (width / count) * (sheet + 0.5), y: height / 2 }
    const ascent = pen.ascentOf('bold', size)
    const line = { ascent, parts: [{ x: 0, text: PRACTICE_MARK, style: 'bold' as const }] }
    const left = -pen.widthOf(PRACTICE_MARK, 'bold', size) / 2
    const top = -pen.lineHeightOf('bold', size) / 2
    operators += `q ${PRACTICE_GREY} g ${rotation} ${rounded(centre.x)} ${rounded(centre.y)} cm\n`
    operators += `${pen.line(line, size, left, top)}Q\n`
  }
  return operators
}
