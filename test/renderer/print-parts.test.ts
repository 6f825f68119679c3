import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paperAt, printParts, type SizedPages, sizedPages } from '../../src/renderer/components/printing/print-parts.ts'

/** Papers of so many pages each, one after the other. */
function papersOf(...lengths: number[]) {
  let page = 1
  return lengths.map((length, index) => {
    const paper = { page, title: `Phiếu ${index + 1}`, isLandscape: false }
    page += length
    return paper
  })
}

const upright = (from: number, to: number): SizedPages => ({ from, to, paperSize: 'A4' })
const pagesOf = (parts: SizedPages[]) => parts.map(({ from, to }) => ({ from, to }))

test('a kit is parted where the paper turns: its list lies, its receipts stand, its blanks lie', () => {
  const papers = papersOf(3, 1, 1, 1, 1).map((paper, index) => ({ ...paper, isLandscape: index === 0 || index > 2 }))
  expect(sizedPages({ from: 1, to: 7 }, papers)).toEqual([
    { from: 1, to: 3, paperSize: 'A4Landscape' },
    { from: 4, to: 5, paperSize: 'A4' },
    { from: 6, to: 7, paperSize: 'A4Landscape' },
  ])
  expect(sizedPages({ from: 2, to: 4 }, papers)).toEqual([
    { from: 2, to: 3, paperSize: 'A4Landscape' },
    { from: 4, to: 4, paperSize: 'A4' },
  ])
})

test('a part ends where a paper ends, and is as long as it may be', () => {
  const papers = papersOf(...Array.from({ length: 90 }, () => 3))
  expect(pagesOf(printParts(upright(1, 270), papers, 100))).toEqual([
    { from: 1, to: 99 },
    { from: 100, to: 198 },
    { from: 199, to: 270 },
  ])
})

test('receipts of one page each go in full hundreds, from whichever is asked for', () => {
  const papers = papersOf(...Array.from({ length: 250 }, () => 1))
  expect(pagesOf(printParts(upright(118, 250), papers))).toEqual([
    { from: 118, to: 217 },
    { from: 218, to: 250 },
  ])
})

test('a paper longer than a part is cut, for it cannot go otherwise', () => {
  expect(pagesOf(printParts(upright(1, 25), papersOf(2, 23), 10))).toEqual([
    { from: 1, to: 2 },
    { from: 3, to: 12 },
    { from: 13, to: 22 },
    { from: 23, to: 25 },
  ])
})

test('parts cover what is asked for once, in order, none longer than it may be', () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(lengths, fc.integer({ min: 1, max: 20 }), fc.nat(), fc.nat(), (pages, most, one, other) => {
      const count = pages.reduce((sum, length) => sum + length, 0)
      const [from = 1, to = 1] = [(one % count) + 1, (other % count) + 1].sort((a, b) => a - b)
      const papers = papersOf(...pages)
      const parts = printParts(upright(from, to), papers, most)
      const printed = parts.flatMap((part) =>
        Array.from({ length: part.to - part.from + 1 }, (_, index) => part.from + index),
      )
      expect(printed).toEqual(Array.from({ length: to - from + 1 }, (_, index) => from + index))
      for (const part of parts) expect(part.to - part.from).toBeLessThan(most)
      if (most < 7) return
      const starts = papers.map(({ page }) => page)
      for (const part of parts.slice(1)) expect(starts).toContain(part.from)
    }),
  )
})

test('a page belongs to the paper that began on it or before', () => {
  const papers = papersOf(1, 3, 1)
  expect([1, 2, 4, 5, 9].map((page) => paperAt(papers, page)?.title)).toEqual([
    'Phiếu 1',
    'Phiếu 2',
    'Phiếu 2',
    'Phiếu 3',
    'Phiếu 3',
  ])
  expect(paperAt(papers.slice(1), 1)).toBeNull()
})
