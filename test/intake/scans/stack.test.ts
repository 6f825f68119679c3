/** A stack of signed papers, worn and laid in every way, is read: none wrongly, all upright, the unsigned told. */

import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import type { PaperBoxes } from '../../../src/intake/scans/signature-box.ts'
import { type ReturnedPage, returnedStack } from '../../support/returned-stack.ts'
import { pdfOfScans, tiffOf } from '../../support/scan-files.ts'
import { freshFile } from '../list-files.ts'
import { pagesOf } from './reading.ts'

/** As many as the promise counts: at least 98 of 100 are matched, and none is matched wrongly. */
const PAGES = 100
const LEAST_MATCHED = 98
/** A hundred pages are printed, worn and read, which a busy machine takes its time for. */
const PATIENCE_MS = 300_000

describe('a stack of signed papers that comes back', () => {
  const stack: ReturnedPage[] = []
  const boxes = new Map<string, PaperBoxes>()
  beforeAll(async () => {
    for await (const page of returnedStack(PAGES, 1)) {
      stack.push(page)
      boxes.set(page.code, page.boxes)
    }
  }, PATIENCE_MS)
  const boxesOf = (code: string) => boxes.get(code) ?? null

  test('as a PDF of JPEGs tells every paper, stands upright and is told where nobody signed', {
    timeout: PATIENCE_MS,
  }, async () => {
    const file = await freshFile('stack.pdf')
    await writeFile(
      file,
      pdfOfScans(
        stack.map(({ image }) => image),
        50,
      ),
    )
    const pages = await pagesOf(file, { boxesOf })
    expect(pages.map(({ pageNumber }) => pageNumber)).toEqual(stack.map((_, index) => index + 1))
    const pairs = pages.flatMap((page, index) => {
      const truth = stack[index]
      return truth && page.codes.length > 0 ? [{ page, truth }] : []
    })
    expect(pairs.length).toBeGreaterThanOrEqual(LEAST_MATCHED)
    expect(pairs.filter(({ page, truth }) => page.codes.join() !== truth.code)).toEqual([])
    for (const { page, truth } of pairs) {
      expect(page.rotationDegrees).toBe((360 - truth.turned) % 360)
      expect(Math.abs(page.skewDegrees - truth.skewDegrees)).toBeLessThan(1)
      expect(page.image.length).toBeLessThanOrEqual(250_000)
      expect(page.imageSha256).toBe(createHash('sha256').update(page.image).digest('hex'))
    }
    expect(pairs.filter(({ page, truth }) => (page.signature === 'signed') !== truth.isSigned)).toEqual([])
  })

  test('as a TIFF tells the same papers', async () => {
    const papers = stack.slice(0, 8)
    const file = await freshFile('stack.tif')
    await writeFile(
      file,
      tiffOf(
        papers.map(({ image }) => image),
        { packing: 'jpeg', rowsPerStrip: 4000, order: 'II' },
      ),
    )
    const pages = await pagesOf(file, { boxesOf })
    expect(pages.map(({ codes }) => codes)).toEqual(papers.map(({ code }) => [code]))
  })
})
