/** The picture of a page that is kept: other programs read it, and it shows what was scanned. */

import { writeFile } from 'node:fs/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type GreyImage, shrunk, turned } from '../../../src/intake/scans/grey-image.ts'
import { greyJpeg } from '../../../src/intake/scans/grey-jpeg.ts'
import { openScan } from '../../../src/intake/scans/scan-file.ts'
import { freshFile } from '../list-files.ts'
import { libraries } from './reading.ts'

async function readBack(image: GreyImage, quality: number): Promise<GreyImage> {
  const file = await freshFile('picture.jpg')
  await writeFile(file, greyJpeg(image, quality))
  const opened = await openScan(file, libraries.pageDrawerFile)
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal))
  const drawn = await opened.file.draw(1, 5000)
  await opened.file.close()
  if (!drawn) throw new Error('The picture is broken')
  return drawn
}

const anyImage = fc
  .record({ width: fc.integer({ min: 1, max: 60 }), height: fc.integer({ min: 1, max: 60 }), seed: fc.nat(1000) })
  .map(({ width, height, seed }) => ({
    ...{ width, height },
    pixels: Uint8Array.from({ length: width * height }, (_, at) => {
      const [x, y] = [at % width, Math.floor(at / width)]
      return 128 + 100 * Math.sin((x + seed) / 5) * Math.cos(y / 7) + ((x * 7 + y * 13 + seed) % 9 === 0 ? 27 : 0)
    }),
  }))

test('an image of any size is nearly the same after it was kept', async () => {
  await fc.assert(
    fc.asyncProperty(anyImage, async (image) => {
      const back = await readBack(image, 90)
      expect([back.width, back.height]).toEqual([image.width, image.height])
      const squares = image.pixels.reduce((sum, grey, at) => sum + (grey - (back.pixels[at] ?? 0)) ** 2, 0)
      expect(Math.sqrt(squares / image.pixels.length)).toBeLessThan(8)
    }),
    { numRuns: 40 },
  )
})

test('the loudest noise fits, too', async () => {
  const pixels = Uint8Array.from({ length: 64 * 64 }, (_, at) => (((at * 7919) >> 3) % 2 === 0 ? 0 : 255))
  const back = await readBack({ width: 64, height: 64, pixels }, 100)
  expect(back.pixels.filter((grey, at) => Math.abs(grey - (pixels[at] ?? 0)) > 40)).toHaveLength(0)
})

test('quarter turns lead around, and a turn by half is two of them', () => {
  fc.assert(
    fc.property(anyImage, (image) => {
      expect(turned(turned(image, 90), 270)).toEqual(image)
      expect(turned(turned(image, 90), 90)).toEqual(turned(image, 180))
      expect(turned(image, 90).pixels[image.height - 1]).toBe(image.pixels[0])
    }),
  )
})

test('a smaller image has the greys of the larger one', () => {
  const even = { width: 100, height: 40, pixels: new Uint8Array(4000).fill(77) }
  expect(shrunk(even, 33)).toEqual({ width: 33, height: 13, pixels: new Uint8Array(429).fill(77) })
  const halves = { width: 4, height: 2, pixels: Uint8Array.from([0, 100, 200, 200, 0, 100, 200, 200]) }
  expect(shrunk(halves, 2)).toEqual({ width: 2, height: 1, pixels: Uint8Array.from([50, 200]) })
})
