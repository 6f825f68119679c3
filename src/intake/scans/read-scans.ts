/**
 * Scanned papers, page by page: which of ours each is by its code, turned upright, whether it looks signed, and its
 * picture as it is kept. Reading only: what is matched, kept or missing is for the office.
 */

import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { type Refusal, refusal } from '../../domain/refusal.ts'
import type { SignatureLook } from '../../domain/returned-scan.ts'
import { prepareCodeReader } from '../code-reader.ts'
import { type FoundCode, findCodes, middleOf, PAGE_LONGEST_PX, type Point, sharpened } from './code-search.ts'
import { type GreyImage, type QuarterTurn, turned } from './grey-image.ts'
import { greyJpeg } from './grey-jpeg.ts'
import { openScan } from './scan-file.ts'
import { judgeSignature, type PaperBoxes } from './signature-box.ts'

/** Files of the libraries: zxing_reader.wasm of zxing-wasm and pdfium.wasm of @hyzyla/pdfium. */
export interface ScanLibraries {
  codeReaderFile: string
  pageDrawerFile: string
}

export interface ScannedPage {
  /** From 1 on, as the file counts. */
  pageNumber: number
  /** Of the picture, upright. */
  widthPx: number
  heightPx: number
  /** Codes of ours, each once, the leftmost first. Two tell of two papers on one page. */
  codes: string[]
  /** 0 to 100: how much of the weakest code's own correction was left over; 0 where none of ours was read. */
  confidence: number
  /** How far it was turned clockwise to stand upright. */
  rotationDegrees: QuarterTurn
  /** How far it still leans clockwise, as its code tells. */
  skewDegrees: number
  signature: SignatureLook
  /** A JPEG. */
  image: Uint8Array
  /** SHA-256 of `image`, in hexadecimal digits. */
  imageSha256: string
}

export type ScanReading = { ok: true; page: ScannedPage } | { ok: false; refusal: Refusal }

export interface ScanOptions {
  libraries: ScanLibraries
  /** Leaves pages out, counted from 1, so that several threads can share a file. */
  isWanted?: (pageNumber: number) => boolean
  /** Where the paper with this code has its code and its signature; null where that is not known. */
  boxesOf: (code: string) => PaperBoxes | null | Promise<PaperBoxes | null>
  signal?: AbortSignal
  /** Called after each page. */
  onProgress?: (pagesDone: number, pagesInAll: number) => void
}

/**
 * Reads a file's pages one after the other, one of them in memory at a time. A page that is broken is a refusal in its
 * place, and the pages after it are read; a file that is missing (file.missing), too large (file.tooLarge), no scan
 * (scan.notAScan), broken as a whole (scan.broken without a page), encrypted or of too many pages is one refusal alone.
 * Throws the signal's reason when cancelled, and where a library's file is not there.
 */
export async function* readScans(file: string, options: ScanOptions): AsyncGenerator<ScanReading, void, undefined> {
  const { libraries, isWanted = () => true, signal, onProgress } = options
  const opened = await openScan(file, libraries.pageDrawerFile)
  if (!opened.ok) {
    yield opened
    return
  }
  const { file: scan } = opened
  try {
    await prepareCodeReader(libraries.codeReaderFile)
    const wanted = Array.from({ length: scan.pageCount }, (_, index) => index + 1).filter(isWanted)
    for (const [index, pageNumber] of wanted.entries()) {
      signal?.throwIfAborted()
      const page = await scan.draw(pageNumber, PAGE_LONGEST_PX)
      const drawLarger = (longestPx: number) => scan.draw(pageNumber, longestPx)
      if (page) yield { ok: true, page: await readPage({ page, drawLarger }, pageNumber, options) }
      else yield { ok: false, refusal: refusal('scan.broken', { fileName: basename(file), pageNumber }) }
      onProgress?.(index + 1, wanted.length)
    }
  } finally {
    await scan.close()
  }
}

async function readPage(
  search: Parameters<typeof findCodes>[0],
  pageNumber: number,
  { boxesOf }: ScanOptions,
): Promise<ScannedPage> {
  const found = await findCodes(search)
  const first = found.find(({ isOurs }) => isOurs)
  const rotationDegrees = first ? turnToUpright(first) : 0
  const image = turned(search.page, rotationDegrees)
  const upright = found.map((code) => turnedCode(code, search.page, rotationDegrees))
  // The office's copy of two on a sheet is the left one.
  const ours = upright.filter(({ isOurs }) => isOurs).sort((one, other) => middleOf(one).x - middleOf(other).x)
  const codes = [...new Set(ours.map(({ text }) => text))]
  const code = ours[0] && (await sharpened(image, ours[0]))
  const boxes = code && codes.length === 1 ? await boxesOf(code.text) : null
  const picture = pictureOf(image)
  return {
    pageNumber,
    widthPx: image.width,
    heightPx: image.height,
    codes,
    confidence: ours.reduce((least, { confidence }) => Math.min(least, confidence), ours.length > 0 ? 100 : 0),
    rotationDegrees,
    skewDegrees: code ? skewOf(code) : 0,
    signature: code && boxes ? judgeSignature(image, code, boxes) : 'notLooked',
    image: picture,
    imageSha256: createHash('sha256').update(picture).digest('hex'),
  }
}

/** Where the code's upper side points, clockwise from the right. */
function angleOf({ corners: [a, b, c, d] }: FoundCode): number {
  return (Math.atan2(b.y - a.y + c.y - d.y, b.x - a.x + c.x - d.x) * 180) / Math.PI
}

function turnToUpright(code: FoundCode): QuarterTurn {
  const leaning = (Math.round(angleOf(code) / 90) + 4) % 4
  return ([0, 270, 180, 90] as const)[leaning] ?? 0
}

/** To a tenth of a degree, and never "-0". */
function skewOf(code: FoundCode): number {
  return Math.round(angleOf(code) * 10) / 10 + 0
}

function turnedCode(code: FoundCode, { width, height }: GreyImage, degrees: QuarterTurn): FoundCode {
  const turn = ({ x, y }: Point): Point => {
    if (degrees === 90) return { x: height - y, y: x }
    if (degrees === 180) return { x: width - x, y: height - y }
    return degrees === 270 ? { x: y, y: width - x } : { x, y }
  }
  const [a, b, c, d] = code.corners
  return { ...code, corners: [turn(a), turn(b), turn(c), turn(d)] }
}

/** Readable for a person: half of what a careful eye can tell apart, a quarter where the scan is mostly noise. */
const QUALITY = 50
const QUALITY_OF_NOISE = 25
const MOST_PICTURE_BYTES = 250_000

function pictureOf(image: GreyImage): Uint8Array {
  const picture = greyJpeg(image, QUALITY)
  return picture.length <= MOST_PICTURE_BYTES ? picture : greyJpeg(image, QUALITY_OF_NOISE)
}
