/**
 * Draws pages of PDF files as greys. The drawing is pdfium's, fenced in by WebAssembly: what a broken file does to it
 * stays in there, and a drawer that has come to harm or has grown large is thrown away with its memory.
 */

import { readFile } from 'node:fs/promises'
import { PDFiumModule } from '@hyzyla/pdfium'
import type { GreyImage } from './grey-image.ts'

export interface PageMeasure {
  widthPt: number
  heightPt: number
  /** The largest of its pictures, in pixels; null where it has none. */
  picture: { width: number; height: number } | null
}

export interface PdfDocument {
  pageCount: number
  /**
   * One page, counted from 0, in the size that is chosen by its measure; null where it is broken or no size is chosen.
   * After a page has brought the drawer to harm, `isLost` is true and no more can be drawn from this document.
   */
  draw(index: number, sizeOf: (measure: PageMeasure) => { width: number; height: number } | null): GreyImage | null
  readonly isLost: boolean
  close(): void
}

type Pdfium = Awaited<ReturnType<typeof PDFiumModule>>

/** A stack of a hundred pages of 150 dpi takes less; the memory of a drawer never shrinks again. */
const MOST_KEPT_BYTES = 192 * 2 ** 20
const ERROR_PASSWORD = 4
const IMAGE_OBJECT = 3
const GREY_BITMAP = 1
/** Notes and stamps are drawn as well; all in greys. */
const RENDER_FLAGS = 0x01 | 0x08
/** A scanned page has one picture, or a few dozen strips; more are only looked at on papers drawn by programs. */
const MOST_OBJECTS_LOOKED_AT = 500

let shared: Promise<Pdfium> | null = null

/** The library would look for its own code beside itself, which no bundle has: it is given the file. */
function pdfiumOf(wasmFile: string): Promise<Pdfium> {
  shared ??= startPdfium(wasmFile)
  return shared
}

async function startPdfium(wasmFile: string): Promise<Pdfium> {
  const silent = () => undefined
  const settings = {
    wasmBinary: new Uint8Array(await readFile(wasmFile)).buffer,
    locateFile: () => '',
    print: silent,
    printErr: silent,
  }
  const pdfium = await PDFiumModule(settings)
  pdfium._FPDF_InitLibraryWithConfig({ version: 2 })
  return pdfium
}

/** Opens the bytes of a PDF file; `wasmFile` is pdfium.wasm of @hyzyla/pdfium. */
export async function openPdf(bytes: Uint8Array, wasmFile: string): Promise<PdfDocument | 'broken' | 'encrypted'> {
  const pdfium = await pdfiumOf(wasmFile)
  let isLost = false
  /** Null where pdfium did not live through it. */
  const guarded = <Result>(work: () => Result): Result | null => {
    try {
      return work()
    } catch {
      isLost = true
      shared = null
      return null
    }
  }
  const at = guarded(() => pdfium.wasmExports.malloc(bytes.length))
  if (!at) return 'broken'
  pdfium.HEAPU8.set(bytes, at)
  const document = guarded(() => pdfium._FPDF_LoadMemDocument(at, bytes.length, 0))
  if (!document) {
    const isEncrypted = !isLost && pdfium._FPDF_GetLastError() === ERROR_PASSWORD
    if (!isLost) pdfium.wasmExports.free(at)
    return isEncrypted ? 'encrypted' : 'broken'
  }
  return {
    pageCount: guarded(() => pdfium._FPDF_GetPageCount(document)) ?? 0,
    draw: (index, sizeOf) => (isLost ? null : guarded(() => drawPage(pdfium, document, index, sizeOf))),
    get isLost() {
      return isLost
    },
    close() {
      if (isLost) return
      guarded(() => pdfium._FPDF_CloseDocument(document))
      pdfium.wasmExports.free(at)
      if (pdfium.HEAPU8.length > MOST_KEPT_BYTES) shared = null
    },
  }
}

function drawPage(
  pdfium: Pdfium,
  document: number,
  index: number,
  sizeOf: Parameters<PdfDocument['draw']>[1],
): GreyImage | null {
  const page = pdfium._FPDF_LoadPage(document, index)
  if (page === 0) return null
  try {
    const widthPt = pdfium._FPDF_GetPageWidth(page)
    const heightPt = pdfium._FPDF_GetPageHeight(page)
    if (!(widthPt > 0) || !(heightPt > 0)) return null
    const size = sizeOf({ widthPt, heightPt, picture: largestPicture(pdfium, page) })
    return size && bitmapOf(pdfium, page, size)
  } finally {
    pdfium._FPDF_ClosePage(page)
  }
}

function bitmapOf(pdfium: Pdfium, page: number, size: { width: number; height: number }): GreyImage | null {
  const { width, height } = size
  const at = pdfium.wasmExports.malloc(width * height)
  if (at === 0) return null
  const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, GREY_BITMAP, at, width)
  try {
    if (bitmap === 0) return null
    pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff)
    pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, RENDER_FLAGS)
    return { width, height, pixels: pdfium.HEAPU8.slice(at, at + width * height) }
  } finally {
    if (bitmap !== 0) pdfium._FPDFBitmap_Destroy(bitmap)
    pdfium.wasmExports.free(at)
  }
}

function largestPicture(pdfium: Pdfium, page: number): PageMeasure['picture'] {
  const count = Math.min(pdfium._FPDFPage_CountObjects(page), MOST_OBJECTS_LOOKED_AT)
  const at = pdfium.wasmExports.malloc(8)
  let largest: PageMeasure['picture'] = null
  for (let index = 0; index < count; index++) {
    const object = pdfium._FPDFPage_GetObject(page, index)
    if (pdfium._FPDFPageObj_GetType(object) !== IMAGE_OBJECT) continue
    if (!pdfium._FPDFImageObj_GetImagePixelSize(object, at, at + 4)) continue
    const width = pdfium.HEAP32[at >> 2] ?? 0
    const height = pdfium.HEAP32[(at >> 2) + 1] ?? 0
    if (!largest || width * height > largest.width * largest.height) largest = { width, height }
  }
  pdfium.wasmExports.free(at)
  return largest
}
