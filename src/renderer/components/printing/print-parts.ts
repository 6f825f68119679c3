/**
 * A file goes to the printer in parts: a jam costs no more than one of them, no paper is torn between two, and each is
 * of one size of paper, for a kit has lists that lie and receipts that stand.
 */

import { MOST_PAGES_PER_PART, type PaperSize } from '../../../contract/printing.ts'

/** Where a paper begins in its file, what it is called (its number and whose it is), and whether it lies. */
export interface PaperMark {
  page: number
  title: string
  isLandscape: boolean
}

/** First and last page, both counted. */
export interface PageRange {
  from: number
  to: number
}

/** Pages of one size. */
export interface SizedPages extends PageRange {
  paperSize: PaperSize
}

/** The pages of a range by the size of their paper, in order. */
export function sizedPages(range: PageRange, papers: readonly PaperMark[]): SizedPages[] {
  const runs: SizedPages[] = []
  for (const [index, paper] of papers.entries()) {
    const from = Math.max(range.from, paper.page)
    const to = Math.min(range.to, (papers[index + 1]?.page ?? range.to + 1) - 1)
    if (from > to) continue
    const paperSize = paper.isLandscape ? 'A4Landscape' : 'A4'
    const run = runs.at(-1)
    if (run?.paperSize === paperSize) run.to = to
    else runs.push({ from, to, paperSize })
  }
  return runs
}

/** The parts of pages of one size, in order. One ends where a paper ends, unless a paper is longer than a part. */
export function printParts(pages: SizedPages, papers: readonly PaperMark[], most = MOST_PAGES_PER_PART): SizedPages[] {
  const { paperSize } = pages
  const parts: SizedPages[] = []
  for (let { from } = pages; from <= pages.to; ) {
    const full = from + most - 1
    const begun = papers.findLast(({ page }) => page > from && page <= full + 1)?.page
    const to = full >= pages.to ? pages.to : (begun ?? full + 1) - 1
    parts.push({ from, to, paperSize })
    from = to + 1
  }
  return parts
}

/** The paper that a page belongs to; null where none has begun. */
export function paperAt(papers: readonly PaperMark[], page: number): PaperMark | null {
  return papers.findLast((paper) => paper.page <= page) ?? null
}
