/** A form twice on one sheet, to be cut apart: the office's copy on the left, the household's on the right. */

import { A5_HEAD, type HeadScale } from './letterhead.ts'
import {
  A5_SCALES,
  A5_TWO_UP,
  type Block,
  contentHeightPt,
  contentWidthPt,
  type PageDefinition,
  type Scale,
} from './page.ts'

/** How large a form is drawn, and whose copy it is where it is cut apart. */
export interface FormLook {
  head: HeadScale
  scale: Scale
  widthPt: number
  keeper: string | null
}

/** Two A5 copies of a form on one A4 sheet on its side. */
export function twoUp(title: string, isPractice: boolean, form: (look: FormLook) => Block[]): PageDefinition {
  const gutter = A5_TWO_UP.margins[0] + A5_TWO_UP.margins[2]
  const widthPt = (contentWidthPt(A5_TWO_UP) - gutter) / 2
  const top = A5_TWO_UP.margins[1]
  const cut = (): Block => ({
    canvas: [
      { type: 'line', x1: 0, y1: 0, x2: 0, y2: contentHeightPt(A5_TWO_UP) - 1, lineWidth: 0.4, dash: { length: 4 } },
    ],
    absolutePosition: { x: A5_TWO_UP.pageSize.width / 2, y: top },
  })
  const copy = (scale: Scale, keeper: string, isGivenAway: boolean) => ({
    width: widthPt,
    stack: form({ head: A5_HEAD, scale, widthPt, keeper }),
    isGivenAway,
  })
  return {
    ...A5_TWO_UP,
    title,
    layouts: A5_SCALES.map((scale) => () => [
      cut(),
      { columns: [copy(scale, 'Bản lưu đơn vị', false), copy(scale, 'Bản giao hộ', true)], columnGap: gutter },
    ]),
    fitsOnPages: 1,
    practiceMarks: isPractice ? 2 : 0,
  }
}
