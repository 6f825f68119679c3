/** Where on a paper the places stand that are looked for when it comes back signed. */

import type { MarkedBox } from './page.ts'
import type { LaidOutPaper } from './page-layout.ts'

/** In the order of the pages; on each the signatures before the codes. */
export function markedBoxes({ pages, content, widths }: LaidOutPaper): MarkedBox[] {
  return pages.flatMap(({ lines, codes }, index) => {
    const page = index + 1
    const signatures = lines.flatMap(({ text, line, x, y }): MarkedBox[] => {
      const mark = content.texts[text]?.mark
      if (!mark || line > 0) return []
      const { name, roomAbovePt: height } = mark
      return [{ mark: name, page, x, y: y - height, width: widths[text] ?? 0, height }]
    })
    const marked = codes.filter(({ code }) => content.codes[code]?.isMarked)
    return [
      ...signatures,
      ...marked.map(({ x, y, width, height }): MarkedBox => ({ mark: 'code', page, x, y, width, height })),
    ]
  })
}
