/**
 * A PDF of the papers folder, page by page. The only file that knows pdf.js, which is loaded with the first file; of a
 * file only the parts that are looked at are read. The legacy build: pdf.js itself asks for newer browsers than ours.
 */

import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { PAPERS_ORIGIN } from '../../../contract/shell.ts'
import PdfThread from './pdf-worker.ts?worker'

export interface PdfFile {
  readonly pageCount: number
  /** A page by its number, from 1. */
  page(number: number): Promise<PdfPage>
  /** Gives back all memory, and ends the thread that read the file. */
  close(): void
}

export interface PdfPage {
  readonly widthPt: number
  readonly heightPt: number
  /** Draws the page on a canvas of its own, so many pixels to a point. Rejects when it is cancelled. */
  draw(pixelsPerPt: number): { canvas: Promise<HTMLCanvasElement>; cancel: () => void }
}

/** `file` is a path as the office tells it. */
export async function openPdfFile(file: string): Promise<PdfFile> {
  const { getDocument, PDFWorker } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const thread = new PdfThread()
  const worker = PDFWorker.create({ port: thread })
  const loading = getDocument({
    url: `${PAPERS_ORIGIN}/${encodeURIComponent(file.split(/[\\/]/).at(-1) ?? '')}`,
    worker,
    disableAutoFetch: true,
    disableStream: true,
    // Our papers hold nothing that needs it, and the window's policy allows none.
    useWasm: false,
  })
  const close = () => void loading.destroy().finally(() => thread.terminate())
  try {
    return pdfFile(await loading.promise, close)
  } catch (error) {
    close()
    throw error
  }
}

function pdfFile(document: PDFDocumentProxy, close: () => void): PdfFile {
  return {
    pageCount: document.numPages,
    page: async (number) => pdfPage(await document.getPage(number)),
    close,
  }
}

function pdfPage(page: PDFPageProxy): PdfPage {
  const { width, height } = page.getViewport({ scale: 1 })
  return {
    widthPt: width,
    heightPt: height,
    draw(pixelsPerPt) {
      const viewport = page.getViewport({ scale: pixelsPerPt })
      const canvas = document.createElement('canvas')
      canvas.width = Math.floor(viewport.width)
      canvas.height = Math.floor(viewport.height)
      const task = page.render({ canvas, viewport })
      const drawn = task.promise.then(() => {
        page.cleanup()
        return canvas
      })
      return { canvas: drawn, cancel: () => task.cancel() }
    },
  }
}
