/**
 * Whether the box a household signs in holds any ink. The place of the box is told from the paper's code: where its
 * corners lie on the scan, against where they were printed.
 */

import type { SignatureLook } from '../../domain/returned-scan.ts'
import type { FoundCode, Point } from './code-search.ts'
import type { GreyImage } from './grey-image.ts'

/** In points from the upper left corner of the printed page. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** Where a paper's code and the empty room for the household's signature were printed. */
export interface PaperBoxes {
  codeBox: Box
  signatureBox: Box
}

/** The box is looked at in this fineness, whatever the scan's: 150 dots an inch. */
const PIXELS_PER_POINT = 150 / 72
const PIXELS_PER_MM = 150 / 25.4
/** So much of each side is left out, a fifth at most: the place is known to a millimetre, and words stand around. */
const MARGIN_PT = 8
/**
 * Ink is at least this part of the way from paper to black: a thumb from a pad that is nearly dry is little more,
 * coffee mostly less. Fewer greys than the least are shadows, or MẪU on a practice paper.
 */
const INK_PART = 0.22
const LEAST_INK_GREYS = 28
/** Signed over and over, a box is still this much bare paper. */
const PAPER_PART = 0.85
/** Smaller spots are dust. */
const LEAST_SPOT_MM = 1
/** A fold runs through this part of the box and is no wider, even where the paper lies askew. */
const FOLD_PART = 0.6
const FOLD_MM = 2
/** Measured: the least of drawn signatures covered 8; empty boxes on worn papers mostly nothing, and at most 2.5. */
const LEAST_INK_MM2 = 3.5

/** Judges the box of the paper that bears this code; `notLooked` where the box is not on the scan. */
export function judgeSignature(page: GreyImage, code: FoundCode, boxes: PaperBoxes): SignatureLook {
  const ink = inkInSignatureBox(page, code, boxes)
  if (ink === null) return 'notLooked'
  return ink >= LEAST_INK_MM2 ? 'signed' : 'looksEmpty'
}

/** The ink in that box in square millimetres; null where the box is not wholly on the scan. */
export function inkInSignatureBox(
  page: GreyImage,
  code: FoundCode,
  { codeBox, signatureBox }: PaperBoxes,
): number | null {
  const toScan = placing(code.corners, codeBox)
  const margin = Math.min(MARGIN_PT, signatureBox.width / 5, signatureBox.height / 5)
  const inner = {
    x: signatureBox.x + margin,
    y: signatureBox.y + margin,
    width: signatureBox.width - 2 * margin,
    height: signatureBox.height - 2 * margin,
  }
  const room = taken(page, inner, toScan)
  const printed = taken(page, codeBox, toScan)
  if (!room || !printed) return null
  return inkMm2(room, percentile(printed.pixels, 0.8) - percentile(printed.pixels, 0.2))
}

/** From points of the printed page to pixels of the scan: moved, turned and scaled, as the code's sides tell. */
function placing([a, b, c, d]: FoundCode['corners'], codeBox: Box): (point: Point) => Point {
  const middle = { x: (a.x + b.x + c.x + d.x) / 4, y: (a.y + b.y + c.y + d.y) / 4 }
  const along = { x: (b.x - a.x + c.x - d.x) / 2, y: (b.y - a.y + c.y - d.y) / 2 }
  const down = { x: (d.x - a.x + c.x - b.x) / 2, y: (d.y - a.y + c.y - b.y) / 2 }
  // A turned and scaled square has `down` square to `along`; the mean of both is truer than either.
  const right = (along.x + down.y) / 2 / codeBox.width
  const turn = (along.y - down.x) / 2 / codeBox.width
  const from = { x: codeBox.x + codeBox.width / 2, y: codeBox.y + codeBox.height / 2 }
  return ({ x, y }) => ({
    x: middle.x + (x - from.x) * right - (y - from.y) * turn,
    y: middle.y + (x - from.x) * turn + (y - from.y) * right,
  })
}

/** A box of the paper, upright, out of the scan; null where a part of it is not on the scan. */
function taken(page: GreyImage, box: Box, toScan: (point: Point) => Point): GreyImage | null {
  const width = Math.round(box.width * PIXELS_PER_POINT)
  const height = Math.round(box.height * PIXELS_PER_POINT)
  if (width < 8 || height < 8) return null
  const pixels = new Uint8Array(width * height)
  for (let row = 0, at = 0; row < height; row++) {
    for (let column = 0; column < width; column++, at++) {
      const { x, y } = toScan({
        x: box.x + (column + 0.5) / PIXELS_PER_POINT,
        y: box.y + (row + 0.5) / PIXELS_PER_POINT,
      })
      const [left, top] = [Math.floor(x - 0.5), Math.floor(y - 0.5)]
      if (left < 0 || top < 0 || left >= page.width - 1 || top >= page.height - 1) return null
      const [near, low] = [x - 0.5 - left, y - 0.5 - top]
      const from = top * page.width + left
      const above = (page.pixels[from] ?? 0) * (1 - near) + (page.pixels[from + 1] ?? 0) * near
      const below =
        (page.pixels[from + page.width] ?? 0) * (1 - near) + (page.pixels[from + page.width + 1] ?? 0) * near
      pixels[at] = above * (1 - low) + below * low + 0.5
    }
  }
  return { width, height, pixels }
}

function percentile(pixels: Uint8Array, part: number): number {
  const counts = new Uint32Array(256)
  for (const grey of pixels) counts[grey] = (counts[grey] ?? 0) + 1
  let left = pixels.length * part
  for (let grey = 0; grey < 256; grey++) {
    left -= counts[grey] ?? 0
    if (left < 0) return grey
  }
  return 255
}

/** Square millimetres of ink: what is darker than the paper by a part of the way to black, but dust and folds. */
function inkMm2(room: GreyImage, blackGreys: number): number {
  const { pixels } = smoothed(room)
  const lightestInk = percentile(room.pixels, PAPER_PART) - Math.max(LEAST_INK_GREYS, blackGreys * INK_PART)
  const isInk = pixels.map((grey) => (grey < lightestInk ? 1 : 0))
  const ink = spots(isInk, room.width).filter(({ wide, tall }) => {
    const isDust = Math.max(wide, tall) < LEAST_SPOT_MM * PIXELS_PER_MM
    const thin = FOLD_MM * PIXELS_PER_MM
    const isFold = (wide > room.width * FOLD_PART && tall < thin) || (tall > room.height * FOLD_PART && wide < thin)
    return !isDust && !isFold
  })
  return ink.reduce((sum, spot) => sum + spot.pixels, 0) / PIXELS_PER_MM ** 2
}

/** Each pixel the mean of the nine around it: a sensor's noise goes, a stroke stays. */
function smoothed({ width, height, pixels }: GreyImage): GreyImage {
  const result = new Uint8Array(pixels.length)
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      let sum = 0
      for (let row = y - 1; row <= y + 1; row++) {
        const from = Math.min(height - 1, Math.max(0, row)) * width
        for (let column = x - 1; column <= x + 1; column++) {
          sum += pixels[from + Math.min(width - 1, Math.max(0, column))] ?? 0
        }
      }
      result[at] = sum / 9
    }
  }
  return { width, height, pixels: result }
}

interface Spot {
  pixels: number
  wide: number
  tall: number
}

/** Spots of ink whose pixels touch each other. */
function spots(isInk: Uint8Array, width: number): Spot[] {
  const found: Spot[] = []
  const waiting: number[] = []
  for (let start = 0; start < isInk.length; start++) {
    if (isInk[start] !== 1) continue
    isInk[start] = 2
    waiting.push(start)
    let pixels = 0
    let [left, right, top, bottom] = [width, 0, isInk.length, 0]
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      pixels += 1
      const column = at % width
      const row = (at - column) / width
      left = Math.min(left, column)
      right = Math.max(right, column)
      top = Math.min(top, row)
      bottom = Math.max(bottom, row)
      for (let down = -1; down <= 1; down++) {
        for (let aside = -1; aside <= 1; aside++) {
          const next = at + down * width + aside
          const isInRow = column + aside >= 0 && column + aside < width
          if (!isInRow || isInk[next] !== 1) continue
          isInk[next] = 2
          waiting.push(next)
        }
      }
    }
    found.push({ pixels, wide: right - left + 1, tall: bottom - top + 1 })
  }
  return found
}
