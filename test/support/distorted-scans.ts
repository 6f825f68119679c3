/**
 * Papers as they come back: printed, signed, folded, stained, put into a scanner askew or upside down. Everything is
 * drawn here pixel by pixel and the same for the same seed. Pages are greys of one byte a pixel.
 */

import { execFileSync } from 'node:child_process'
import { type GreyImage, type QuarterTurn, turned } from '../../src/intake/scans/grey-image.ts'

export interface Place {
  x: number
  y: number
  width: number
  height: number
}

/** What has happened to a paper. All of it is left out where nothing is said. */
export interface Wear {
  /** How the paper lay in the scanner: quarter turns, clockwise. */
  turned?: QuarterTurn
  /** Clockwise, about the middle. */
  skewDegrees?: number
  /** Standard deviation of a pixel's grey, of 255. */
  noise?: number
  /** Greys that are left between paper and ink, 0 to 1. */
  contrast?: number
  /** How much darker one side is than the other, of 255. */
  shade?: number
  /** Coffee, in rings and blots. */
  stains?: number
  folds?: number
  /** Radius of the scanner's unsharpness, in pixels. */
  blurPx?: number
  /** Greys above this become white, the others black, as a fax machine does it. */
  bilevelAt?: number
  /** How much longer the paper comes out than it is, as a feeder that slips makes it: 0.01 is a hundredth. */
  stretch?: number
}

export type Chance = () => number

/** Numbers from 0 to 1 that look like chance, the same for the same seed. */
export function chanceOf(seed: number): Chance {
  let state = (seed * 2654435761) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const between = (chance: Chance, low: number, high: number) => low + (high - low) * chance()

/** Each page of a PDF file as poppler draws it. */
export function printedPages(pdf: Uint8Array, dotsPerInch: number): GreyImage[] {
  const stream = execFileSync('pdftoppm', ['-r', String(dotsPerInch), '-gray', '-'], { input: pdf, maxBuffer: 1 << 30 })
  const pages: GreyImage[] = []
  for (let at = 0; at < stream.length; ) {
    const header = /^P5\n(\d+) (\d+)\n255\n/.exec(stream.toString('latin1', at, at + 40))
    if (!header) throw new Error(`No picture at byte ${at} of what pdftoppm wrote`)
    const [width, height] = [Number(header[1]), Number(header[2])]
    const start = at + header[0].length
    at = start + width * height
    pages.push({ width, height, pixels: new Uint8Array(stream.subarray(start, at)) })
  }
  return pages
}

function darken({ width, height, pixels }: GreyImage, x: number, y: number, grey: number, cover: number): void {
  if (x < 0 || y < 0 || x >= width || y >= height || cover <= 0) return
  const at = y * width + x
  const mixed = (pixels[at] ?? 0) * (1 - Math.min(1, cover)) + grey * Math.min(1, cover)
  pixels[at] = Math.min(pixels[at] ?? 0, mixed)
}

/** A round dab of a pen, soft at its edge. */
function dab(page: GreyImage, x: number, y: number, radius: number, grey: number): void {
  for (let row = Math.floor(y - radius - 1); row <= y + radius + 1; row++) {
    for (let column = Math.floor(x - radius - 1); column <= x + radius + 1; column++) {
      darken(page, column, row, grey, radius + 0.5 - Math.hypot(column - x, row - y))
    }
  }
}

export interface Pen {
  grey: number
  widthPx: number
}

/** A signature into a place: a few swings of a pen, now and then over the edge. `size` is its part of the place. */
export function sign(page: GreyImage, place: Place, seed: number, pen: Pen, size = 0.7): void {
  const chance = chanceOf(seed)
  const wide = place.width * size
  const tall = place.height * size
  const left = place.x + between(chance, 0, place.width - wide)
  const top = place.y + between(chance, 0, place.height - tall)
  const swings = 2 + Math.floor(chance() * 3)
  for (let swing = 0; swing < swings; swing++) {
    const start = left + (wide * swing) / swings
    const points = Array.from({ length: 4 }, (_, index) => ({
      x: start + (wide / swings) * (index / 3) * between(chance, 0.5, 1.6),
      y: top + tall * (0.5 + Math.sin(index * 2 + swing) * between(chance, 0.15, 0.5)),
    }))
    drawCurve(page, points, pen)
  }
}

function drawCurve(page: GreyImage, points: readonly { x: number; y: number }[], { grey, widthPx }: Pen): void {
  const [a, b, c, d] = points
  if (!a || !b || !c || !d) return
  const steps = 200
  for (let step = 0; step <= steps; step++) {
    const t = step / steps
    const [wa, wb, wc, wd] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3]
    const x = a.x * wa + b.x * wb + c.x * wc + d.x * wd
    const y = a.y * wa + b.y * wb + c.y * wc + d.y * wd
    dab(page, x, y, (widthPx / 2) * (0.7 + 0.3 * Math.sin(t * 9)), grey)
  }
}

/** A thumb pressed on a red pad: an oval of ridges, paler than ink and blotted. */
export function pressThumb(page: GreyImage, place: Place, seed: number, pixelsPerMm: number): void {
  const chance = chanceOf(seed)
  const [across, along] = [between(chance, 13, 16) * pixelsPerMm, between(chance, 17, 20) * pixelsPerMm]
  const middleX = place.x + place.width * between(chance, 0.4, 0.6)
  const middleY = place.y + place.height * between(chance, 0.45, 0.55)
  for (let y = Math.floor(middleY - along); y <= middleY + along; y++) {
    for (let x = Math.floor(middleX - across); x <= middleX + across; x++) {
      const [right, down] = [(x - middleX) / across, (y - middleY) / along]
      if (right * right + down * down > 0.25) continue
      const ridge = Math.sin((Math.hypot(right * 2, down * 2.6 + 0.4) * along) / (0.16 * pixelsPerMm))
      darken(page, x, y, 100, 0.45 + 0.4 * ridge + 0.3 * (chance() - 0.5))
    }
  }
}

/** The page after all of that, on the scanner's glass. */
export function distorted(printed: GreyImage, wear: Wear, seed: number): GreyImage {
  const chance = chanceOf(seed)
  const page: GreyImage = { ...printed, pixels: printed.pixels.slice() }
  for (let stain = 0; stain < (wear.stains ?? 0); stain++) spill(page, chance)
  for (let fold = 0; fold < (wear.folds ?? 0); fold++) crease(page, chance)
  const laid = askew(turned(page, wear.turned ?? 0), wear.skewDegrees ?? 0, wear.stretch ?? 0)
  if (wear.blurPx) blur(laid, wear.blurPx)
  expose(laid, wear, chance)
  return laid
}

function spill(page: GreyImage, chance: Chance): void {
  const { width, height } = page
  const x = between(chance, 0, width)
  const y = between(chance, 0, height)
  const radius = between(chance, 0.02, 0.09) * width
  const [grey, isRing] = [between(chance, 190, 225), chance() < 0.6]
  for (let row = Math.floor(y - radius); row <= y + radius; row++) {
    for (let column = Math.floor(x - radius); column <= x + radius; column++) {
      const away = Math.hypot(column - x, row - y) / radius
      const wobble = 0.06 * Math.sin(Math.atan2(row - y, column - x) * 5 + radius)
      if (away > 0.94 + wobble) continue
      darken(page, column, row, grey, isRing ? (away + wobble > 0.8 ? 0.9 : 0.25) : 0.6)
    }
  }
}

/** A sharp fold from side to side: dark in the crease, light where the toner came off. */
function crease(page: GreyImage, chance: Chance): void {
  const { width, height, pixels } = page
  const isLevel = chance() < 0.6
  const middle = between(chance, 0.15, 0.85) * (isLevel ? height : width)
  const slope = between(chance, -0.01, 0.01)
  const grey = between(chance, 120, 190)
  for (let along = 0; along < (isLevel ? width : height); along++) {
    const across = Math.round(middle + slope * along)
    for (let side = -1; side <= 2; side++) {
      const [x, y] = isLevel ? [along, across + side] : [across + side, along]
      const at = y * width + x
      if (side === 2 && x < width && y < height) pixels[at] = Math.min(255, (pixels[at] ?? 0) + 90)
      else if (side < 2) darken(page, x, y, grey, side === 0 ? 0.85 : 0.35)
    }
  }
}

/** Turned about the middle by a few degrees; where there is no paper the scanner's lid shows. */
function askew(page: GreyImage, degrees: number, stretch: number): GreyImage {
  if (degrees === 0 && stretch === 0) return page
  const { width, height, pixels } = page
  const [sine, cosine] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)]
  const result = new Uint8Array(width * height)
  for (let y = 0, to = 0; y < height; y++) {
    const down = (y - height / 2) / (1 + stretch)
    let fromX = down * sine + width / 2 - (width / 2) * cosine
    let fromY = down * cosine + height / 2 + (width / 2) * sine
    for (let x = 0; x < width; x++, to++, fromX += cosine, fromY -= sine) {
      const left = fromX | 0
      const top = fromY | 0
      if (fromX < 0 || fromY < 0 || left >= width - 1 || top >= height - 1) {
        result[to] = LID_GREY
        continue
      }
      const at = top * width + left
      const near = fromX - left
      const low = fromY - top
      const above = (pixels[at] ?? 0) * (1 - near) + (pixels[at + 1] ?? 0) * near
      const below = (pixels[at + width] ?? 0) * (1 - near) + (pixels[at + width + 1] ?? 0) * near
      result[to] = above * (1 - low) + below * low + 0.5
    }
  }
  return { width, height, pixels: result }
}

const LID_GREY = 242

/** Each pixel gives a part of itself to its neighbours, once for every pixel of the radius. */
function blur({ width, height, pixels }: GreyImage, radiusPx: number): void {
  const passes = Math.ceil(radiusPx)
  const share = radiusPx / passes
  const own = 1 / (1 + 2 * share)
  const line = new Float32Array(width)
  const above = new Float32Array(width)
  for (let pass = 0; pass < passes; pass++) {
    above.set(pixels.subarray(0, width))
    for (let y = 0; y < height; y++) {
      const row = y * width
      const next = Math.min(height - 1, y + 1) * width
      for (let x = 0; x < width; x++) {
        const grey = pixels[row + x] ?? 0
        line[x] = (grey + share * ((above[x] ?? 0) + (pixels[next + x] ?? 0))) * own
        above[x] = grey
      }
      for (let x = 0; x < width; x++) {
        const sides = (line[Math.max(0, x - 1)] ?? 0) + (line[Math.min(width - 1, x + 1)] ?? 0)
        pixels[row + x] = ((line[x] ?? 0) + share * sides) * own + 0.5
      }
    }
  }
}

/** What the scanner's lamp and sensor make of it. */
function expose({ width, pixels }: GreyImage, wear: Wear, chance: Chance): void {
  const { noise = 0, contrast = 1, shade = 0, bilevelAt } = wear
  for (let at = 0; at < pixels.length; at++) {
    const dimmed = shade * ((at % width) / width)
    const grain = noise === 0 ? 0 : (chance() + chance() + chance() - 1.5) * 2 * noise
    const grey = 245 - (255 - (pixels[at] ?? 0)) * contrast - dimmed + grain
    const level = bilevelAt === undefined ? grey : grey > bilevelAt ? 255 : 0
    pixels[at] = Math.max(0, Math.min(255, level))
  }
}
