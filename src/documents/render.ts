/**
 * Draws papers as PDF. The only file that knows pdfmake: its layout of one paper after the other is drawn into one
 * PDF document, so that a batch is one file whose pages leave memory as they are made, and a single paper is drawn the
 * same way. No address is ever fetched, no file but our four fonts is ever read. The same papers give the same bytes.
 */

import { randomUUID } from 'node:crypto'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import layoutBuilder from 'pdfmake/js/LayoutBuilder.js'
import pdfDocument from 'pdfmake/js/PDFDocument.js'
import pageRenderer from 'pdfmake/js/Renderer.js'
import type { Block, PageDefinition } from './page.ts'
import { FONT, preparePrintableText, printable, withoutBreaks } from './printable-text.ts'

const PdfDocument = classOf(pdfDocument)
type PdfDocument = InstanceType<typeof PdfDocument>
const LayoutBuilder = classOf(layoutBuilder)
type LayoutBuilder = InstanceType<typeof LayoutBuilder>
const PageRenderer = classOf(pageRenderer)
type LaidOutPage = ReturnType<LayoutBuilder['layoutDocument']>[number]
type LaidOutInline = Extract<LaidOutPage['items'][number], { type: 'line' }>['item']['inlines'][number]

export interface BatchOptions {
  /** Where the PDF shall lie; it appears there whole or not at all. */
  file: string
  /** ISO instant written into the file as its time of creation. */
  createdAt: string
  signal?: AbortSignal
  /** Called every few papers with the number done so far. */
  onProgress?: (papersDone: number) => void
}

export interface Renderer {
  /** One paper as the bytes of a PDF. Throws a RangeError for text that is not NFC. */
  render(definition: PageDefinition, options: { createdAt: string }): Promise<Uint8Array>
  /**
   * All papers as one PDF with a bookmark for each, taken from the iterable one by one. Rejects with the signal's
   * reason when cancelled; then, as after any failure, nothing is left behind.
   */
  renderBatch(definitions: Iterable<PageDefinition>, options: BatchOptions): Promise<{ pages: number; bytes: number }>
}

const LOOK = { font: FONT, fontSize: 13 }
/** After so many papers the bytes are written out and other work of the thread gets its turn. */
const PAPERS_PER_TURN = 8
const PRACTICE_MARK = 'MẪU'
/** Pale enough to read through, drawn below the text, without transparency that old printers stumble over. */
const PRACTICE_COLOUR = '#e3e3e3'

/** Ruled tables: thin black lines, a little room around the text. */
const TABLE_LAYOUTS = {
  ruled: {
    hLineWidth: () => 0.5,
    vLineWidth: () => 0.5,
    paddingLeft: () => 3,
    paddingRight: () => 3,
    paddingTop: () => 1.5,
    paddingBottom: () => 1.5,
  },
}

/** A CommonJS module's default export, whether the loader unwrapped it already or not. */
function classOf<Class extends new (...parameters: never[]) => unknown>(module: Class | { default: Class }): Class {
  return typeof module === 'function' ? module : module.default
}

/** Takes the folder of the four Tinos files. Keep a renderer: its second paper is made several times as fast. */
export function createRenderer({ fontFolder }: { fontFolder: string }): Renderer {
  const fonts = fontFiles(fontFolder)
  return {
    async render(definition, { createdAt }) {
      const document = newDocument(fonts, definition.title, createdAt)
      drawPaper(document, definition)
      document.end()
      return document.read() ?? new Uint8Array()
    },
    async renderBatch(definitions, options) {
      const { file, createdAt } = options
      const partial = join(dirname(file), `.${randomUUID()}.partial`)
      const handle = await open(partial, 'wx')
      try {
        const document = newDocument(fonts, 'Tập giấy tờ', createdAt)
        const written = await writePapers(document, definitions, handle, options)
        await handle.sync()
        await handle.close()
        await rename(partial, file)
        return written
      } catch (failure) {
        await handle.close().catch(() => undefined)
        await rm(partial, { force: true })
        throw failure
      }
    },
  }
}

async function writePapers(
  document: PdfDocument,
  definitions: Iterable<PageDefinition>,
  handle: FileHandle,
  { signal, onProgress }: BatchOptions,
): Promise<{ pages: number; bytes: number }> {
  let papers = 0
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
    pages += drawPaper(document, definition, definition.title)
    papers += 1
    if (papers % PAPERS_PER_TURN === 0) {
      await writeOut()
      await nextTurn()
      onProgress?.(papers)
    }
  }
  signal?.throwIfAborted()
  if (papers === 0) throw new RangeError('A batch needs at least one paper')
  document.end()
  await writeOut()
  onProgress?.(papers)
  return { pages, bytes }
}

interface FontFiles {
  normal: string
  bold: string
  italics: string
  bolditalics: string
}

function fontFiles(folder: string): FontFiles {
  const file = (style: string) => join(folder, `tinos-${style}.ttf`)
  return { normal: file('regular'), bold: file('bold'), italics: file('italic'), bolditalics: file('bold-italic') }
}

function newDocument(fonts: FontFiles, title: string, createdAt: string): PdfDocument {
  const ours = new Set<string>(Object.values(fonts))
  const options = {
    pdfVersion: '1.7',
    autoFirstPage: false,
    font: null,
    compress: true,
    lang: 'vi-VN',
    displayTitle: true,
    info: {
      Title: printable(title),
      Creator: 'Sổ Tri Ân',
      Producer: 'Sổ Tri Ân',
      CreationDate: new Date(createdAt),
    },
  } as const
  const document = new PdfDocument({ [FONT]: fonts }, {}, {}, {}, options, null, (path) => ours.has(path))
  shareDecodedTables(document, fonts)
  return document
}

/**
 * The tables of each font file, decoded as they are needed. Decoding takes longer than drawing a paper, and nothing
 * ever changes them. Only tables are shared: a font's glyphs remember which letter they stood for in one document.
 */
const decodedTables = new Map<string, Record<string, unknown>>()

function shareDecodedTables(document: PdfDocument, files: FontFiles): void {
  for (const style of ['normal', 'bold', 'italics', 'bolditalics'] as const) {
    const { font } = document.provideFont(FONT, style.startsWith('bold'), style.endsWith('italics'))
    const tables = decodedTables.get(files[style])
    if (tables) font._tables = tables
    else decodedTables.set(files[style], font._tables)
  }
}

/** Lays a paper out and draws it at the end of the document; answers its number of pages. */
function drawPaper(document: PdfDocument, definition: PageDefinition, bookmark?: string): number {
  const pages = layOut(document, definition)
  let isFirst = true
  const onPage = () => {
    if (isFirst && bookmark) document.outline.addItem(printable(bookmark), { fit: true })
    isFirst = false
    drawPracticeMarks(document, definition.practiceMarks)
  }
  document.on('pageAdded', onPage)
  try {
    for (const page of pages) joinWords(page)
    new PageRenderer(document).renderPages(pages)
  } finally {
    document.off('pageAdded', onPage)
  }
  return pages.length
}

/** The first of the paper's layouts that fits its pages; the roomiest when a paper is too long for all of them. */
function layOut(document: PdfDocument, definition: PageDefinition): LaidOutPage[] {
  let roomiest: LaidOutPage[] | null = null
  for (const layout of definition.layouts) {
    const pages = layOutOnce(document, definition, layout)
    if (pages.length <= definition.fitsOnPages) return pages
    roomiest ??= pages
  }
  return roomiest ?? []
}

function layOutOnce(
  document: PdfDocument,
  { pageSize, margins }: PageDefinition,
  layout: PageDefinition['layouts'][number],
): LaidOutPage[] {
  const stack = layout((blocks, widthPt) => blockHeights(document, blocks, widthPt))
  preparePrintableText(stack)
  return newLayoutBuilder(pageSize, margins).layoutDocument({ stack }, document, {}, LOOK, undefined, pageNumber)
}

function newLayoutBuilder(pageSize: PageDefinition['pageSize'], margins: PageDefinition['margins']): LayoutBuilder {
  const [left, top, right, bottom] = margins
  const builder = new LayoutBuilder(pageSize, { left, top, right, bottom }, {})
  builder.registerTableLayouts(TABLE_LAYOUTS)
  return builder
}

/** Page numbers stand top centre from the second page on (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
function pageNumber(page: number): Block | null {
  return page > 1 ? { text: String(page), alignment: 'center', fontSize: 13, margin: [0, 28, 0, 0] } : null
}

/** A page tall enough for any list, so that measuring never meets a page break. */
const ENDLESS_PT = 10_000_000

function blockHeights(document: PdfDocument, blocks: readonly Block[], widthPt: number): number[] {
  preparePrintableText(blocks)
  const stack = blocks.map((block): Block & { __height?: number } => ({ ...block }))
  newLayoutBuilder({ width: widthPt, height: ENDLESS_PT }, [0, 0, 0, 0]).layoutDocument({ stack }, document, {}, LOOK)
  return stack.map(({ __height }) => __height ?? 0)
}

function drawPracticeMarks(document: PdfDocument, count: PageDefinition['practiceMarks']): void {
  const { width, height } = document.page
  const size = Math.min(width / Math.max(count, 1), height) * 0.36
  for (let sheet = 0; sheet < count; sheet++) {
    const centre = [(width / count) * (sheet + 0.5), height / 2] as const
    document.save().rotate(-35, { origin: centre })
    document.provideFont(FONT, true, false)
    document.fontSize(size).fillColor(PRACTICE_COLOUR)
    const left = centre[0] - document.widthOfString(PRACTICE_MARK) / 2
    document.text(PRACTICE_MARK, left, centre[1] - document.currentLineHeight() / 2, { lineBreak: false })
    document.restore()
  }
}

/**
 * Joins neighbouring words of a line that look alike: pdfmake draws word by word, which makes a file twice the size and
 * half as fast. New inlines, because repeated table heads share theirs.
 */
function joinWords(page: LaidOutPage): void {
  for (const part of page.items) {
    if (part.type !== 'line') continue
    const joined: LaidOutInline[] = []
    let last: LaidOutInline | undefined
    for (const inline of part.item.inlines) {
      const text = withoutBreaks(inline.text)
      if (last && isContinuedBy(last, inline)) {
        last.text += text
        last.width += inline.width
      } else {
        last = { ...inline, text }
        joined.push(last)
      }
    }
    part.item.inlines = joined
  }
}

function isContinuedBy(one: LaidOutInline, next: LaidOutInline): boolean {
  return one.font === next.font && one.fontSize === next.fontSize && Math.abs(one.x + one.width - next.x) < 0.01
}
