/**
 * The codes on a page. Most pages tell at the first look, which is fast; the others are looked at in other ways until
 * one tells. Digits are never guessed: a code counts when its own correction and its check digit agree.
 */

import { type ReaderOptions, readBarcodes } from 'zxing-wasm/reader'
import { readPageCode } from '../../domain/numbering.ts'
import { cutOut, enlarged, type GreyImage, shrunk } from './grey-image.ts'

export interface Point {
  x: number
  y: number
}

export interface FoundCode {
  /** 14 digits, or 17 on a later page, where `isOurs`; else what the code says. */
  text: string
  isOurs: boolean
  /** Of 100: how much of the code's own correction was left over. */
  confidence: number
  /** As the code stands: its upper left corner first, then clockwise; in pixels of the page. */
  corners: readonly [Point, Point, Point, Point]
}

/** QR codes alone, as plain text: what every look has in common. */
const LOOK = {
  formats: ['QRCode'],
  textMode: 'Plain',
  characterSet: 'UTF8',
  tryRotate: false,
  tryInvert: false,
  tryDownscale: false,
} as const satisfies ReaderOptions

const QUICK: ReaderOptions = { ...LOOK, tryHarder: false }
const HARD: ReaderOptions = { ...LOOK, tryHarder: true, tryDownscale: true, tryInvert: true, tryDenoise: true }

/** A page has two copies of one paper, or two papers; a child's drawing of squares shall not keep the office. */
const MOST_CODES = 8

/** The longest side of a page as it is looked at first: an A4 sheet at 150 dpi. */
export const PAGE_LONGEST_PX = 1754
const LARGER_LONGEST_PX = 2 * PAGE_LONGEST_PX

/** How to look at a page, the fast ways first. */
export interface CodeSearch {
  page: GreyImage
  /** The page drawn anew; null where its scan holds no more than it shows already. */
  drawLarger: (longestPx: number) => Promise<GreyImage | null>
}

type Rung = (search: CodeSearch) => Promise<FoundCode[]>

/** Every way but the first is for pages that told nothing so far. */
export const LADDER: Readonly<Record<'quick' | 'hard' | 'half' | 'larger', Rung>> = {
  quick: ({ page }) => look(page, QUICK),
  hard: ({ page }) => look(page, HARD),
  // A fax machine's dots become greys again.
  half: async ({ page }) => scaled(await look(shrunk(page, longestSide(page) / 2), HARD), 2),
  async larger({ page, drawLarger }) {
    const finer = await drawLarger(LARGER_LONGEST_PX)
    const isFiner = finer !== null && longestSide(finer) > longestSide(page)
    const image = isFiner ? finer : enlarged(page, longestSide(page) > PAGE_LONGEST_PX ? 1 : 2)
    return scaled(await look(image, HARD), longestSide(page) / longestSide(image))
  },
}

/** All codes on a page: each text once for each place it stands at. */
export async function findCodes(search: CodeSearch): Promise<FoundCode[]> {
  const found: FoundCode[] = []
  let looks = 0
  for (const rung of Object.values(LADDER)) {
    for (const code of await rung(search)) if (!found.some((known) => isSame(known, code))) found.push(code)
    looks += 1
    const ours = found.filter(({ isOurs }) => isOurs)
    // A wide page has room for two papers: one code alone is looked at twice.
    const isEnough = ours.length > 1 || looks > 1 || !ours.some((code) => isWide(search.page, code))
    if (ours.length > 0 && isEnough) return found
  }
  return found
}

/** Whether the page is wider than tall, as its code stands. */
function isWide({ width, height }: GreyImage, { corners: [a, b] }: FoundCode): boolean {
  const isLevel = Math.abs(b.x - a.x) > Math.abs(b.y - a.y)
  return isLevel ? width > height : height > width
}

function isSame(one: FoundCode, other: FoundCode): boolean {
  const [a, b] = [middleOf(one), middleOf(other)]
  return one.text === other.text && Math.hypot(a.x - b.x, a.y - b.y) < sideOf(one) / 2
}

/**
 * The same code with its corners told to a fraction of a pixel, which a box far away from it needs. As it was where a
 * close look does not make it out.
 */
export async function sharpened(page: GreyImage, code: FoundCode): Promise<FoundCode> {
  const middle = middleOf(code)
  const reach = sideOf(code)
  const part = cutOut(page, { x: middle.x - reach, y: middle.y - reach, width: 2 * reach, height: 2 * reach })
  const left = Math.max(0, Math.round(middle.x - reach))
  const top = Math.max(0, Math.round(middle.y - reach))
  for (const factor of [4, 3, 2]) {
    const close = (await look(enlarged(part, factor), QUICK)).find(({ text }) => text === code.text)
    if (!close) continue
    const [a, b, c, d] = close.corners
    const onPage = ({ x, y }: Point): Point => ({ x: left + x / factor, y: top + y / factor })
    return { ...code, corners: [onPage(a), onPage(b), onPage(c), onPage(d)] }
  }
  return code
}

function longestSide({ width, height }: GreyImage): number {
  return Math.max(width, height)
}

export function middleOf({ corners: [a, b, c, d] }: FoundCode): Point {
  return { x: (a.x + b.x + c.x + d.x) / 4, y: (a.y + b.y + c.y + d.y) / 4 }
}

function sideOf({ corners: [a, b, c] }: FoundCode): number {
  return Math.max(Math.hypot(b.x - a.x, b.y - a.y), Math.hypot(c.x - b.x, c.y - b.y))
}

function scaled(codes: readonly FoundCode[], factor: number): FoundCode[] {
  const of = ({ x, y }: Point): Point => ({ x: x * factor, y: y * factor })
  return codes.map((code) => {
    const [a, b, c, d] = code.corners
    return { ...code, corners: [of(a), of(b), of(c), of(d)] }
  })
}

async function look(image: GreyImage, options: ReaderOptions): Promise<FoundCode[]> {
  const found = await readBarcodes(portableGreymap(image), { ...options, maxNumberOfSymbols: MOST_CODES })
  return found
    .filter(({ isValid, isMirrored }) => isValid && !isMirrored)
    .map(({ text, position: { topLeft, topRight, bottomRight, bottomLeft }, extra }) => ({
      text,
      isOurs: readPageCode(text) !== null,
      confidence: confidenceOf(extra),
      corners: [topLeft, topRight, bottomRight, bottomLeft],
    }))
}

/** The library tells it as UEC, the part of the correction that was not used. */
function confidenceOf(extra: string): number {
  const unused = Number(/"UEC":([\d.]+)/.exec(extra)?.[1] ?? 0)
  return Math.round(Math.min(1, Math.max(0, unused)) * 100)
}

/** The plainest of picture files, so that a grey page goes into the library as greys: a quarter of colours. */
function portableGreymap({ width, height, pixels }: GreyImage): Uint8Array {
  const header = Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1')
  const file = new Uint8Array(header.length + pixels.length)
  file.set(header)
  file.set(pixels, header.length)
  return file
}
