/** A file goes to the printer in parts: a jam costs no more than one of them, and no paper is torn between two. */

import { MOST_PAGES_PER_PART } from '../../../contract/printing.ts'

/** Where a paper begins in its file, and what it is called: its number and whose it is. */
export interface PaperMark {
  page: number
  title: string
}

/** First and last page, both counted. */
export interface PageRange {
  from: number
  to: number
}

/** The parts of a range, in order. One ends where a paper ends, unless a paper is longer than a part. */
export function printParts(range: PageRange, papers: readonly PaperMark[], most = MOST_PAGES_PER_PART): PageRange[] {
  const starts = papers.map(({ page }) => page).sort((one, other) => one - other)
  const parts: PageRange[] = []
  for (let from = range.from; from <= range.to; ) {
    const full = from + most - 1
    const begun = starts.findLast((start) => start > from && start <= full + 1)
    const to = full >= range.to ? range.to : (begun ?? full + 1) - 1
    parts.push({ from, to })
    from = to + 1
  }
  return parts
}

/** The paper that a page belongs to; null where none has begun. */
export function paperAt(papers: readonly PaperMark[], page: number): PaperMark | null {
  let found: PaperMark | null = null
  for (const paper of papers) if (paper.page <= page && paper.page >= (found?.page ?? 0)) found = paper
  return found
}
