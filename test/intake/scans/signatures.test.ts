/** Whether a paper looks signed: a pen or a thumb in the household's box, and nothing else that a paper may bear. */

import { writeFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { handoverReceipt } from '../../../src/documents/handover-receipt.ts'
import { ORIGINAL } from '../../../src/documents/paper-data.ts'
import { createRenderer } from '../../../src/documents/render.ts'
import type { GreyImage } from '../../../src/intake/scans/grey-image.ts'
import { CREATED_AT, FONT_FOLDER, receiptData } from '../../documents/papers.ts'
import { distorted, type Place, pressThumb, printedPages, sign, type Wear } from '../../support/distorted-scans.ts'
import { pdfOfScans } from '../../support/scan-files.ts'
import { freshFile } from '../list-files.ts'
import { pagesOf } from './reading.ts'

const renderer = createRenderer({ fontFolder: FONT_FOLDER })
const practice = handoverReceipt({ ...receiptData(), isPractice: true }, ORIGINAL)
const marked = renderer.markedBoxes(practice)
const codeBox = marked.find(({ mark }) => mark === 'code') ?? { x: 0, y: 0, width: 0, height: 0 }
const signatureBox = marked.find(({ mark }) => mark === 'recipientSignature') ?? codeBox
const [printed] = printedPages(await renderer.render(practice, { createdAt: CREATED_AT }), 150)

const pixels = (points: number) => (points * 150) / 72
const place: Place = {
  x: pixels(signatureBox.x),
  y: pixels(signatureBox.y),
  width: pixels(signatureBox.width),
  height: pixels(signatureBox.height),
}

function signed(draw: (page: GreyImage) => void): GreyImage {
  if (!printed) throw new Error('The receipt has no page')
  const page = { ...printed, pixels: printed.pixels.slice() }
  draw(page)
  return page
}

async function looks(images: readonly GreyImage[], boxes = { codeBox, signatureBox }) {
  const file = await freshFile('signed.pdf')
  await writeFile(file, pdfOfScans(images, 50))
  return (await pagesOf(file, { boxesOf: async () => boxes })).map(({ signature }) => signature)
}

const WEARS: Wear[] = [
  {},
  { turned: 180, skewDegrees: 5, noise: 6, contrast: 0.6, shade: 40 },
  { turned: 90, skewDegrees: -5, noise: 4, stretch: 0.01, blurPx: 0.8 },
  { bilevelAt: 150, noise: 6, skewDegrees: 2 },
]

describe('a paper looks signed', () => {
  const hands: [string, (page: GreyImage) => void][] = [
    ['in thick ink', (page) => sign(page, place, 1, { grey: 40, widthPx: 3 })],
    ['with a thin pen', (page) => sign(page, place, 2, { grey: 80, widthPx: 1.6 })],
    ['shortly, at the side', (page) => sign(page, place, 3, { grey: 60, widthPx: 2 }, 0.35)],
    ['with a thumb', (page) => pressThumb(page, place, 4, 150 / 25.4)],
  ]
  test.each(hands)('%s', async (_how, draw) => {
    const worn = WEARS.map((wear, index) => distorted(signed(draw), wear, index))
    expect(await looks(worn)).toEqual(WEARS.map(() => 'signed'))
  })
})

describe('a paper looks empty', () => {
  test('whose box holds nothing but the paper, whatever the scanner adds', async () => {
    const empty = signed(() => undefined)
    expect(await looks(WEARS.map((wear, index) => distorted(empty, wear, index)))).toEqual(
      WEARS.map(() => 'looksEmpty'),
    )
  })

  test('that others have signed beside the household’s box', async () => {
    const beside = { ...place, x: place.x + place.width + 20 }
    const others = signed((page) => sign(page, beside, 5, { grey: 40, widthPx: 3 }, 0.9))
    expect(await looks([others])).toEqual(['looksEmpty'])
  })

  test('with a pale stain, dust and a fold through the box', async () => {
    const dirty = signed((page) => {
      const middle = Math.round(place.y + place.height / 2)
      for (let x = 0; x < page.width; x++) page.pixels[middle * page.width + x] = 120
      for (let y = middle; y < middle + 40; y++) page.pixels.fill(222, y * page.width + 250, y * page.width + 320)
      for (let spot = 0; spot < 20; spot++) page.pixels[(middle - 30) * page.width + 200 + spot * 9] = 0
    })
    expect(await looks([distorted(dirty, { noise: 3, skewDegrees: 1 }, 1)])).toEqual(['looksEmpty'])
  })
})

test('where the box lies past the edge of the scan nobody judges', async () => {
  const past = { codeBox, signatureBox: { ...signatureBox, y: signatureBox.y + 400 } }
  expect(await looks([signed(() => undefined)], past)).toEqual(['notLooked'])
})
