/** Opens what a scanner has written and draws its pages one by one, in greys, at the size they are read and kept at. */

import { type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Refusal, refusal } from '../../domain/refusal.ts'
import { type GreyImage, shrunk } from './grey-image.ts'
import { openPdf, type PageMeasure, type PdfDocument } from './pdf-pages.ts'
import { isJpeg, isPng, readJpeg, readPng } from './picture-file.ts'
import { isDrawable, type Picture, pdfOfPictures } from './picture-pdf.ts'
import { isTiff, readTiffPages, readTiffPicture } from './tiff-file.ts'

export interface ScanFile {
  pageCount: number
  /**
   * A page, counted from 1, its longest side at most `longestPx`: never larger than it was scanned. Null where it is
   * broken.
   */
  draw(pageNumber: number, longestPx: number): Promise<GreyImage | null>
  close(): Promise<void>
}

export type ScanOpening = { ok: true; file: ScanFile } | { ok: false; refusal: Refusal }

/** A commune's whole campaign has fewer papers. */
const MOST_PAGES = 2000
/** Two hundred pages in colour at 300 dpi. A PDF is held whole while it is read, a TIFF page by page. */
const LARGEST_MEGABYTES = { pdf: 250, tiff: 2000, picture: 60 }
/** A drawer that broke on that many pages of a file will break on the others, too. */
const MOST_HARMS = 3

/**
 * Opens a PDF, TIFF, JPEG or PNG file by what it holds, whatever its name. `wasmFile` is pdfium's. Refuses a file that
 * is missing, too large, none of these, broken, encrypted or of too many pages.
 */
export async function openScan(path: string, wasmFile: string): Promise<ScanOpening> {
  const fileName = basename(path)
  const refused = (reason: Refusal): ScanOpening => ({ ok: false, refusal: reason })
  const handle = await open(path).catch(() => null)
  const found = await handle?.stat()
  if (!handle || !found?.isFile()) {
    await handle?.close()
    return refused(refusal('file.missing', { fileName }))
  }
  const read = (at: number, length: number) => readBytes(handle, at, length, found.size)
  const kind = kindOf(await read(0, 1024))
  let file: ScanFile | Refusal
  if (!kind) file = refusal('scan.notAScan', { fileName })
  else {
    const megabytes = Math.ceil(found.size / 1_000_000)
    const largestMegabytes = LARGEST_MEGABYTES[kind === 'pdf' || kind === 'tiff' ? kind : 'picture']
    const reader = { fileName, wasmFile, read, readAll: () => read(0, found.size) }
    if (megabytes > largestMegabytes) file = refusal('file.tooLarge', { fileName, megabytes, largestMegabytes })
    else file = await OPENERS[kind](reader)
  }
  if (!('code' in file)) {
    const { close } = file
    return { ok: true, file: { ...file, close: () => close().finally(() => handle.close()) } }
  }
  await handle.close()
  return refused(file)
}

type Kind = 'pdf' | 'tiff' | 'jpeg' | 'png'

function kindOf(start: Buffer): Kind | null {
  if (isTiff(start)) return 'tiff'
  if (isJpeg(start)) return 'jpeg'
  if (isPng(start)) return 'png'
  // Some scanners write a few lines of their own first (ISO 32000-1, Annex H.3 note 13).
  return start.includes('%PDF-') ? 'pdf' : null
}

async function readBytes(handle: FileHandle, at: number, length: number, size: number): Promise<Buffer> {
  const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - at)))
  const { bytesRead } = await handle.read(bytes, 0, bytes.length, at)
  return bytes.subarray(0, bytesRead)
}

interface Reader {
  fileName: string
  wasmFile: string
  read: (at: number, length: number) => Promise<Buffer>
  readAll: () => Promise<Buffer>
}

type Opener = (reader: Reader) => Promise<ScanFile | Refusal>

const OPENERS: Record<Kind, Opener> = {
  pdf: openPdfScan,
  tiff: openTiffScan,
  jpeg: (reader) => openPicture(reader, readJpeg),
  png: (reader) => openPicture(reader, readPng),
}

async function openPdfScan({ fileName, wasmFile, readAll }: Reader): Promise<ScanFile | Refusal> {
  const openIt = async () => openPdf(await readAll(), wasmFile)
  const opened = await openIt()
  if (opened === 'encrypted') return refusal('scan.encrypted', { fileName })
  if (opened === 'broken' || opened.pageCount === 0) return refusal('scan.broken', { fileName, pageNumber: null })
  if (opened.pageCount > MOST_PAGES) {
    opened.close()
    return refusal('scan.tooManyPages', { fileName, most: MOST_PAGES })
  }
  let document: PdfDocument | null = opened
  let harms = 0
  return {
    pageCount: opened.pageCount,
    async draw(pageNumber, longestPx) {
      if (document?.isLost) {
        harms += 1
        const again: Awaited<ReturnType<typeof openPdf>> = harms < MOST_HARMS ? await openIt() : 'broken'
        document = typeof again === 'string' ? null : again
      }
      return document?.draw(pageNumber - 1, (measure) => sizeOf(measure, longestPx)) ?? null
    },
    async close() {
      document?.close()
    },
  }
}

/** A scanned page is drawn no larger than its picture; a paper that a program made is as large as it is wanted. */
function sizeOf({ widthPt, heightPt, picture }: PageMeasure, longestPx: number) {
  if (picture && !isDrawable(picture)) return null
  const longest = picture ? Math.min(longestPx, Math.max(picture.width, picture.height)) : longestPx
  const scale = longest / Math.max(widthPt, heightPt)
  const size = { width: Math.max(1, Math.round(widthPt * scale)), height: Math.max(1, Math.round(heightPt * scale)) }
  return isDrawable(size) ? size : null
}

async function openTiffScan({ fileName, wasmFile, read }: Reader): Promise<ScanFile | Refusal> {
  const pages = await readTiffPages(read, MOST_PAGES)
  if (!pages) return refusal('scan.broken', { fileName, pageNumber: null })
  if (pages.length > MOST_PAGES) return refusal('scan.tooManyPages', { fileName, most: MOST_PAGES })
  return {
    pageCount: pages.length,
    async draw(pageNumber, longestPx) {
      const page = pages[pageNumber - 1]
      const picture = page ? await readTiffPicture(page, read) : null
      return picture && drawPicture(picture, wasmFile, longestPx)
    },
    close: async () => undefined,
  }
}

async function openPicture(
  { fileName, wasmFile, readAll }: Reader,
  readPicture: (bytes: Uint8Array) => Picture | null,
): Promise<ScanFile | Refusal> {
  const picture = readPicture(await readAll())
  if (!picture) return refusal('scan.broken', { fileName, pageNumber: null })
  return {
    pageCount: 1,
    draw: (_, longestPx) => drawPicture(picture, wasmFile, longestPx),
    close: async () => undefined,
  }
}

/**
 * Parts are unpacked pixel by pixel and put together before the whole is made smaller: the other way round would leave
 * seams, and a code with seams is none.
 */
async function drawPicture(picture: Picture, wasmFile: string, longestPx: number): Promise<GreyImage | null> {
  const { width, height, parts } = picture
  const document = await openPdf(pdfOfPictures(parts.map(({ part }) => part)), wasmFile)
  if (typeof document === 'string') return null
  try {
    if (parts.length === 1) return document.draw(0, (measure) => sizeOf(measure, longestPx))
    const whole: GreyImage = { width, height, pixels: new Uint8Array(width * height) }
    for (const [index, { left, top, part }] of parts.entries()) {
      const drawn = document.draw(index, () => part)
      if (!drawn) return null
      putInto(whole, drawn, left, top)
    }
    return shrunk(whole, longestPx)
  } finally {
    document.close()
  }
}

/** What of a tile stands over the edge is left out. */
function putInto(whole: GreyImage, part: GreyImage, left: number, top: number): void {
  const wide = Math.min(part.width, whole.width - left)
  const tall = Math.min(part.height, whole.height - top)
  for (let y = 0; y < tall; y++) {
    const row = part.pixels.subarray(y * part.width, y * part.width + wide)
    whole.pixels.set(row, (top + y) * whole.width + left)
  }
}
