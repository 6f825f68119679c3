/**
 * Whatever a scanner writes is read. The files in `files` were made by Ghostscript at 80 and 100 dpi out of one receipt,
 * each named by how its pixels are packed; the locked ones by qpdf.
 */

import { readdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { handoverReceipt } from '../../../src/documents/handover-receipt.ts'
import { ORIGINAL } from '../../../src/documents/paper-data.ts'
import { createRenderer } from '../../../src/documents/render.ts'
import type { GreyImage } from '../../../src/intake/scans/grey-image.ts'
import { openScan } from '../../../src/intake/scans/scan-file.ts'
import { CREATED_AT, FONT_FOLDER, receiptData } from '../../documents/papers.ts'
import { distorted, printedPages } from '../../support/distorted-scans.ts'
import { pdfOfScans, pngOf, type TiffLook, tiffOf } from '../../support/scan-files.ts'
import { freshFile } from '../list-files.ts'
import { libraries, pagesOf } from './reading.ts'

const FILES = new URL('files/', import.meta.url).pathname
const CODE = receiptData().code

const renderer = createRenderer({ fontFolder: FONT_FOLDER })
const receipt = await renderer.render(handoverReceipt(receiptData(), ORIGINAL), { createdAt: CREATED_AT })

function printed(dotsPerInch: number): GreyImage {
  const [page] = printedPages(receipt, dotsPerInch)
  if (!page) throw new Error('The receipt has no page')
  return page
}

async function written(name: string, bytes: Uint8Array): Promise<string> {
  const file = await freshFile(name)
  await writeFile(file, bytes)
  return file
}

async function drawn(file: string): Promise<GreyImage | null> {
  const opened = await openScan(file, libraries.pageDrawerFile)
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal))
  const image = await opened.file.draw(1, 10_000)
  await opened.file.close()
  return image
}

describe('a paper is read from a file of another program', () => {
  test.each(readdirSync(FILES).filter((name) => name !== 'locked.pdf'))('%s', async (name) => {
    const [page, ...others] = await pagesOf(FILES + name)
    expect(others).toEqual([])
    expect(page).toMatchObject({ codes: [CODE], rotationDegrees: 0, signature: 'notLooked' })
    expect(Math.abs(page?.skewDegrees ?? 90)).toBeLessThan(1)
  })

  test('pixel for pixel the same, however they are packed', async () => {
    const names = readdirSync(FILES).filter((name) => name.endsWith('.tif'))
    const images = await Promise.all(names.map((name) => drawn(FILES + name)))
    expect(names.length).toBeGreaterThan(5)
    for (const image of images) expect(image).toEqual(images[0])
  })
})

describe('a grey page comes out as it went in', () => {
  const page = printed(100)
  const looks: [string, TiffLook][] = [
    ['in one strip', { packing: 'none', rowsPerStrip: 4000, order: 'II' }],
    ['in strips of eight rows', { packing: 'none', rowsPerStrip: 8, order: 'MM' }],
    ['deflated', { packing: 'deflate', rowsPerStrip: 100, order: 'MM' }],
    ['in tiles', { packing: 'deflate', rowsPerStrip: 0, order: 'II', tilePx: 256 }],
  ]
  test.each(looks)('from a TIFF %s', async (_how, look) => {
    expect(await drawn(await written('page.tif', tiffOf([page], look)))).toEqual(page)
  })

  test('from a PNG', async () => {
    expect(await drawn(await written('page.png', pngOf(page)))).toEqual(page)
  })
})

describe('a stack', () => {
  const pages = [printed(100), distorted(printed(100), { turned: 90 }, 1), distorted(printed(100), { turned: 180 }, 1)]

  test('of grey JPEG strips in a TIFF is read page by page', async () => {
    const file = await written('stack.tif', tiffOf(pages, { packing: 'jpeg', rowsPerStrip: 160, order: 'II' }))
    const read = await pagesOf(file)
    expect(read.map(({ codes, rotationDegrees }) => [codes, rotationDegrees])).toEqual([
      [[CODE], 0],
      [[CODE], 270],
      [[CODE], 180],
    ])
  })

  test('may be shared: each reader takes its pages, and each tells how far it is', async () => {
    const file = await written('stack.pdf', pdfOfScans(pages, 60, 100))
    const told: number[][] = []
    const onProgress = (...numbers: number[]) => told.push(numbers)
    const rest = await pagesOf(file, { isWanted: (pageNumber) => pageNumber > 1, onProgress })
    expect(rest.map(({ pageNumber }) => pageNumber)).toEqual([2, 3])
    expect(told).toEqual([
      [1, 2],
      [2, 2],
    ])
  })

  test('is left where it was cancelled', async () => {
    const file = await written('stack.pdf', pdfOfScans(pages, 60, 100))
    const cancelling = new AbortController()
    const onProgress = () => cancelling.abort(new Error('The clerk has gone home'))
    await expect(pagesOf(file, { signal: cancelling.signal, onProgress })).rejects.toThrow('gone home')
  })
})

test('a paper of our own that never was on paper is read from its PDF', async () => {
  const [page] = await pagesOf(await written('receipt.pdf', receipt))
  expect(page).toMatchObject({ codes: [CODE], confidence: 100, widthPx: 1240, heightPx: 1754 })
})

test('a page that was scanned at 300 dpi is kept as one of 150', async () => {
  const fine = await written('fine.png', pngOf(printed(300)))
  const [page] = await pagesOf(fine)
  expect(page).toMatchObject({ codes: [CODE], widthPx: 1241, heightPx: 1754 })
})
