/**
 * Papers as PDF. A batch is one file whose pages leave memory as they are made, and a single paper is made the same
 * way. No address is ever fetched, no file but our four fonts is ever read. The same papers give the same bytes.
 */

import { randomUUID } from 'node:crypto'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { markedBoxes } from './marked-boxes.ts'
import type { MarkedBox, PageDefinition } from './page.ts'
import { paperDrawer } from './page-drawing.ts'
import { type LayOut, pageLayout } from './page-layout.ts'
import type { PdfDocument } from './pdfmake-parts.ts'
import { printable } from './printable-text.ts'
import { textBreaker } from './text-lines.ts'
import { fontFiles, measuringFaces, newDocument } from './typeface.ts'

export interface BatchOptions {
  /** Where the PDF shall lie; it appears there whole or not at all. */
  file: string
  /** ISO instant written into the file as its time of creation. */
  createdAt: string
  signal?: AbortSignal
  /** Called every few papers with the number done so far. */
  onProgress?: (papersDone: number) => void
  /** Asked every few papers; the batch goes on when the answer comes. Let it answer, too, when the signal cancels. */
  whilePaused?: () => Promise<void>
}

export interface WrittenBatch {
  pages: number
  bytes: number
  /** The page each paper begins on, counted from 1, its title, and whether it lies on its side. */
  papers: { page: number; title: string; isLandscape: boolean }[]
}

export interface Renderer {
  /** One paper as the bytes of a PDF. Throws a RangeError for text that is not NFC. */
  render(definition: PageDefinition, options: { createdAt: string }): Promise<Uint8Array>
  /**
   * All papers as one PDF with a bookmark for each, taken from the iterable one by one; they may be of different forms.
   * Rejects with the signal's reason when cancelled; then, as after any failure, nothing is left behind.
   */
  renderBatch(definitions: Iterable<PageDefinition>, options: BatchOptions): Promise<WrittenBatch>
  /** Where what is marked stands on the paper when it is printed: signatures to look for, and the paper's code. */
  markedBoxes(definition: PageDefinition): MarkedBox[]
}

/** After so many papers the bytes are written out and other work of the thread gets its turn. */
const PAPERS_PER_TURN = 8

/** Takes the folder of the four Tinos files. Keep a renderer: its second paper is made many times as fast. */
export function createRenderer({ fontFolder }: { fontFolder: string }): Renderer {
  const fonts = fontFiles(fontFolder)
  let layOut: LayOut | null = null
  const laidOut = (definition: PageDefinition) => {
    if (!layOut) {
      const faces = measuringFaces(fonts)
      layOut = pageLayout(faces, textBreaker(faces))
    }
    return layOut(definition)
  }
  return {
    async render(definition, { createdAt }) {
      const document = newDocument(fonts, definition.title, createdAt)
      paperDrawer(document)(laidOut(definition))
      document.end()
      return document.read() ?? new Uint8Array()
    },
    async renderBatch(definitions, options) {
      const document = newDocument(fonts, 'Tập giấy tờ', options.createdAt)
      const draw = paperDrawer(document)
      const add = (definition: PageDefinition) => {
        const paper = laidOut(definition)
        draw(paper, printable(definition.title))
        return paper.pages.length
      }
      return wholeFile(options.file, (handle) => writePapers(document, definitions, add, handle, options))
    },
    markedBoxes: (definition) => markedBoxes(laidOut(definition)),
  }
}

/** Writes a file under another name first: nobody ever sees a part of it, and after a failure nothing is there. */
async function wholeFile<Written>(file: string, write: (handle: FileHandle) => Promise<Written>): Promise<Written> {
  const partial = join(dirname(file), `.${randomUUID()}.partial`)
  // Papers name people, and one holds keys: they are their owner's alone.
  const handle = await open(partial, 'wx', 0o600)
  try {
    const written = await write(handle)
    await handle.sync()
    await handle.close()
    await rename(partial, file)
    return written
  } catch (failure) {
    await handle.close().catch(() => undefined)
    await rm(partial, { force: true })
    throw failure
  }
}

async function writePapers(
  document: PdfDocument,
  definitions: Iterable<PageDefinition>,
  add: (definition: PageDefinition) => number,
  handle: FileHandle,
  { signal, onProgress, whilePaused }: BatchOptions,
): Promise<WrittenBatch> {
  const papers: WrittenBatch['papers'] = []
  let pages = 0
  let bytes = 0
  const writeOut = async () => {
    const chunk = document.read()
    if (!chunk) return
    await handle.writeFile(chunk)
    bytes += chunk.length
  }
  for (const definition of definitions) {
    signal?.throwIfAborted()
    const { title, pageSize } = definition
    papers.push({ page: pages + 1, title, isLandscape: pageSize.width > pageSize.height })
    pages += add(definition)
    if (papers.length % PAPERS_PER_TURN === 0) {
      await writeOut()
      await nextTurn()
      await whilePaused?.()
      onProgress?.(papers.length)
    }
  }
  signal?.throwIfAborted()
  if (papers.length === 0) throw new RangeError('A batch needs at least one paper')
  document.end()
  await writeOut()
  onProgress?.(papers.length)
  return { pages, bytes, papers }
}
