/** Which paper a page is: told by its code alone, in whatever state the page is, and never guessed. */

import { writeFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { handoverReceiptTwoUp } from '../../../src/documents/handover-receipt.ts'
import { ORIGINAL } from '../../../src/documents/paper-data.ts'
import { createRenderer } from '../../../src/documents/render.ts'
import { cutOut, type GreyImage } from '../../../src/intake/scans/grey-image.ts'
import { CREATED_AT, FONT_FOLDER, receiptData } from '../../documents/papers.ts'
import { chanceOf, distorted, printedPages, type Wear } from '../../support/distorted-scans.ts'
import { photograph } from '../../support/picture.ts'
import { pdfOfScans, pngOf } from '../../support/scan-files.ts'
import { freshFile } from '../list-files.ts'
import { pagesOf } from './reading.ts'

const renderer = createRenderer({ fontFolder: FONT_FOLDER })

async function sheet(number: number): Promise<GreyImage> {
  const pdf = await renderer.render(handoverReceiptTwoUp(receiptData(number), ORIGINAL), { createdAt: CREATED_AT })
  const [page] = printedPages(pdf, 150)
  if (!page) throw new Error('The sheet has no page')
  return page
}

const twoUp = await sheet(7)
const CODE = receiptData(7).code
const half = cutOut(twoUp, { x: 0, y: 0, width: twoUp.width / 2, height: twoUp.height })

function besides(left: GreyImage, right: GreyImage): GreyImage {
  const width = left.width + right.width
  const pixels = new Uint8Array(width * left.height)
  for (let y = 0; y < left.height; y++) {
    pixels.set(left.pixels.subarray(y * left.width, (y + 1) * left.width), y * width)
    pixels.set(right.pixels.subarray(y * right.width, (y + 1) * right.width), y * width + left.width)
  }
  return { width, height: left.height, pixels }
}

async function read(image: GreyImage) {
  const file = await freshFile('page.png')
  await writeFile(file, pngOf(image))
  const [page] = await pagesOf(file)
  if (!page) throw new Error('The page was not read')
  return page
}

/** Spots of ink and of correction fluid on the code, each two of its modules wide. */
function blotted(count: number, seed: number): GreyImage {
  const chance = chanceOf(seed)
  const pixels = half.pixels.slice()
  for (let blot = 0; blot < count; blot++) {
    const left = 100 + Math.floor(chance() * 80)
    const top = 190 + Math.floor(chance() * 80)
    const grey = chance() < 0.5 ? 0 : 255
    for (let y = 0; y < 9; y++) pixels.fill(grey, (top + y) * half.width + left, (top + y) * half.width + left + 9)
  }
  return { ...half, pixels }
}

describe('a page is matched', () => {
  test('once, where both copies of a paper stand on it', async () => {
    expect(await read(twoUp)).toMatchObject({ codes: [CODE], rotationDegrees: 0 })
  })

  test('where the office’s half came back alone', async () => {
    expect(await read(half)).toMatchObject({ codes: [CODE], rotationDegrees: 0 })
  })

  const hardships: [string, Wear][] = [
    ['faint as from a used-up cartridge', { contrast: 0.25, noise: 6, skewDegrees: 4 }],
    ['unsharp', { blurPx: 2, noise: 5, skewDegrees: -3 }],
    ['covered with noise', { noise: 40, contrast: 0.8, turned: 90 }],
    ['black and white as from a fax machine', { bilevelAt: 150, noise: 8, skewDegrees: 5 }],
    ['speckled as from a bad fax line', { bilevelAt: 120, noise: 60, turned: 180 }],
    ['stained and folded all over', { stains: 60, folds: 10, turned: 270, skewDegrees: 2 }],
  ]
  test.each(hardships)('%s', async (_how, wear) => {
    expect((await read(distorted(half, wear, 3))).codes).toEqual([CODE])
  })

  test('the more surely, the less of its code is spoilt', async () => {
    const [clean, spoilt] = [await read(half), await read(blotted(4, 2))]
    expect([clean.codes, spoilt.codes]).toEqual([[CODE], [CODE]])
    expect(clean.confidence).toBe(100)
    expect(spoilt.confidence).toBeLessThan(80)
  })
})

describe('a page is left to a person', () => {
  test('with both codes told, where two papers lie on it', async () => {
    const page = await read(
      besides(half, cutOut(await sheet(8), { x: 0, y: 0, width: half.width, height: half.height })),
    )
    expect(page).toMatchObject({ codes: [CODE, receiptData(8).code], signature: 'notLooked' })
  })

  test('without a code, as it lies, where the code is torn off', async () => {
    const torn = cutOut(half, { x: 0, y: 500, width: half.width, height: 600 })
    expect(await read(torn)).toMatchObject({ codes: [], confidence: 0, rotationDegrees: 0, signature: 'notLooked' })
  })

  test('and without one where a code is of something else, of an ID card, or misread', async () => {
    const shot = { modulePixels: 4, degrees: 0, noise: 0 }
    const card = '001185000001|168123456|Nguyễn Thị An|02031985|Nữ|Thôn Đông, Xã Mẫu, Hà Nội|15042021'
    const codes = ['https://example.com/', card, CODE.replace(/.$/, (digit) => String((Number(digit) + 1) % 10))]
    const others = await Promise.all(
      codes.map(async (text) => {
        const file = await freshFile('code.png')
        await writeFile(file, photograph(text, shot))
        return (await pagesOf(file)).map(({ codes: ours }) => ours)
      }),
    )
    expect(others).toEqual([[[]], [[]], [[]]])
  })
})

test('a code that was scratched and scribbled over is read right or not at all', async () => {
  const spoilt = Array.from({ length: 14 }, (_, index) =>
    distorted(blotted(1 + index, index), { noise: 10, skewDegrees: index / 3 }, index),
  )
  const file = await freshFile('spoilt.pdf')
  await writeFile(file, pdfOfScans(spoilt, 40))
  const codes = (await pagesOf(file)).map((page) => page.codes.join())
  expect(new Set(codes)).toEqual(new Set([CODE, '']))
})
