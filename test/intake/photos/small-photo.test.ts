import { decode } from 'jpeg-js'
import { expect, test } from 'vitest'
import { keptPhoto, LONGEST_SMALL_PX } from '../../../src/intake/photos/small-photo.ts'
import { jpegPhoto, pngPhoto } from '../../support/photo.ts'
import { greyPng } from '../../support/picture.ts'

/** Whether a point of a small picture is more red than blue. */
function isRed({ width, data }: { width: number; data: Uint8Array }, x: number, y: number): boolean {
  const at = (y * width + x) * 4
  return (data[at] ?? 0) > (data[at + 2] ?? 0)
}

function kept(file: Uint8Array) {
  const photo = keptPhoto(file)
  if (!photo) throw new Error('Not taken for a photo')
  return { ...photo, shown: decode(photo.small, { useTArray: true }) }
}

test('a photo is kept without where it was taken, what was noted and who took it', () => {
  for (const file of [jpegPhoto(64, 48), jpegPhoto(64, 48, 6, false), pngPhoto(64, 48)]) {
    const { photo, small } = kept(file)
    for (const bytes of [photo.bytes, small]) {
      const text = Buffer.from(bytes).toString('latin1')
      expect(text).not.toMatch(/GPS|Author|Nguy/)
    }
    expect(Buffer.from(file).toString('latin1')).toMatch(/GPS|Author/)
    expect(photo.bytes.length).toBeLessThan(file.length)
  }
  const bare = kept(jpegPhoto(64, 48)).photo
  expect(Buffer.from(kept(bare.bytes).photo.bytes).equals(Buffer.from(bare.bytes))).toBe(true)
})

test('a large photo is made small, its longest side to the limit; a small one keeps its size', () => {
  const { width, height } = kept(jpegPhoto(1920, 1440)).shown
  expect([width, height]).toEqual([LONGEST_SMALL_PX, 960])
  const small = kept(pngPhoto(30, 20)).shown
  expect([small.width, small.height]).toEqual([30, 20])
})

test.each([true, false])('a photo stands upright however the camera was held (little-endian: %s)', (isLittle) => {
  const shownAs = (orientation: number) => kept(jpegPhoto(64, 48, orientation, isLittle)).shown
  const straight = shownAs(1)
  expect([straight.width, isRed(straight, 8, 24), isRed(straight, 56, 24)]).toEqual([64, true, false])
  const upsideDown = shownAs(3)
  expect([isRed(upsideDown, 8, 24), isRed(upsideDown, 56, 24)]).toEqual([false, true])
  const right = shownAs(6)
  expect([right.width, right.height, isRed(right, 24, 8), isRed(right, 24, 56)]).toEqual([48, 64, true, false])
  const left = shownAs(8)
  expect([left.width, isRed(left, 24, 8), isRed(left, 24, 56)]).toEqual([48, false, true])
  // The file itself still says how it must be turned, and nothing else.
  const bare = kept(jpegPhoto(64, 48, 6, isLittle))
  expect(kept(bare.photo.bytes).shown.width).toBe(48)
})

test('greys and what shows through are pictures, too', () => {
  const rows = Buffer.alloc(21 * 10, 200)
  for (let y = 0; y < 10; y++) rows[y * 21] = 0
  expect(kept(greyPng(20, 10, rows)).shown.data[0]).toBeGreaterThan(190)
})

test('what is no photo, is cut off, or claims to be enormous is none', () => {
  const jpeg = jpegPhoto(64, 48)
  expect(keptPhoto(Buffer.from('%PDF-1.7'))).toBeNull()
  expect(keptPhoto(new Uint8Array())).toBeNull()
  expect(keptPhoto(jpeg.subarray(0, 30))).toBeNull()
  expect(keptPhoto(pngPhoto(30, 20).subarray(0, 60))).toBeNull()
  expect(keptPhoto(greyPng(100_000, 100_000, Buffer.alloc(10)))).toBeNull()
  const enormous = Buffer.from(jpeg)
  const frame = enormous.indexOf(Buffer.from([0xff, 0xc0]))
  enormous.writeUInt16BE(65_000, frame + 5)
  enormous.writeUInt16BE(65_000, frame + 7)
  expect(keptPhoto(enormous)).toBeNull()
})
