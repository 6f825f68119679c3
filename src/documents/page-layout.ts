/**
 * Where everything on a paper stands. pdfmake lays out each kind of page once; papers of the same shape whose texts
 * take as many lines stand the same way, so they are only broken into lines. What is new is laid out anew: a paper
 * stands as it would stand alone, whatever came before it.
 */

import type { Block, Measure, PageDefinition } from './page.ts'
import { type PageContent, type PrintedText, pageContent, USUAL_SIZE } from './page-content.ts'
import { type LaidOutPage, LayoutBuilder } from './pdfmake-parts.ts'
import { pdfmakeTree } from './pdfmake-tree.ts'
import type { BreakText, BrokenText } from './text-lines.ts'
import { type Faces, TYPEFACE } from './typeface.ts'

/** A ruled line, in points from the upper left corner of its page; so are all places here. */
export interface RuledLine {
  from: readonly [x: number, y: number]
  to: readonly [x: number, y: number]
  width: number
  dash: number | null
}

export interface FilledBox {
  x: number
  y: number
  width: number
  height: number
}

/** What stands on one page, whatever its texts and codes say. */
export interface PagePlan {
  /** Line `line` of text `text`, by the upper left corner of its room. */
  lines: readonly { text: number; line: number; x: number; y: number }[]
  codes: readonly (FilledBox & { code: number })[]
  rules: readonly RuledLine[]
  boxes: readonly FilledBox[]
}

/** A paper with everything in its place. */
export interface LaidOutPaper {
  definition: PageDefinition
  content: PageContent
  pages: readonly PagePlan[]
  /** The texts in lines; null for one that stands nowhere, because a cell beside it took its room. */
  texts: readonly (BrokenText | null)[]
  /** The room that each text has. */
  widths: readonly (number | null)[]
}

export type LayOut = (definition: PageDefinition) => LaidOutPaper

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

/** Papers of one shape. */
interface Shape {
  widths: readonly (number | null)[]
  /** Texts that leave columns no room to spare, by what they say: with others the columns may be other. */
  decisive: ReadonlyMap<number, string>
  /** By the numbers of lines that the texts take. */
  plans: Map<string, readonly PagePlan[]>
  /** The paper before, because much of the next one says the same. */
  last: Pick<LaidOutPaper, 'content' | 'texts'>
}

/** A plan takes some 20 kB. A batch has a few dozens. */
const MOST_PLANS = 300

/** Lays papers out and remembers how, for as long as it lives. Throws a RangeError for text that is not NFC. */
export function pageLayout(faces: Faces, breakText: BreakText): LayOut {
  const shapes = new Map<string, Shape>()
  let plansKept = 0

  function known(content: PageContent, key: string): Omit<LaidOutPaper, 'definition'> | null {
    const shape = shapes.get(key)
    if (!shape) return null
    const { widths, last } = shape
    const texts = content.texts.map((text, index) => {
      const before = last.content.texts[index]
      return before && saysTheSame(text, before) ? (last.texts[index] ?? null) : broken(text, widths[index], breakText)
    })
    shape.last = { content, texts }
    if (!isAlike(decisiveTexts(content, texts, widths), shape.decisive)) return null
    const pages = shape.plans.get(lineCounts(texts))
    return pages ? { content, pages, texts, widths } : null
  }

  function keep({ content, texts, widths, pages }: Omit<LaidOutPaper, 'definition'>, key: string): void {
    if (plansKept >= MOST_PLANS) {
      shapes.clear()
      plansKept = 0
    }
    const decisive = decisiveTexts(content, texts, widths)
    let shape = shapes.get(key)
    if (!shape || !isAlike(decisive, shape.decisive))
      shape = { widths, decisive, plans: new Map(), last: { content, texts } }
    shapes.set(key, shape)
    shape.plans.set(lineCounts(texts), pages)
    plansKept += 1
  }

  function layOutOnce(definition: PageDefinition, layout: PageDefinition['layouts'][number]): LaidOutPaper {
    const blocks = layout(measure)
    const content = pageContent(blocks)
    const { pageSize, margins, practiceMarks } = definition
    const key = content.shape && `${pageSize.width} ${pageSize.height} ${margins} ${practiceMarks} ${content.shape}`
    const seen = key ? known(content, key) : null
    if (seen) return { definition, ...seen }
    const laidOut = planned(
      content,
      layoutBuilder(definition).layoutDocument(pdfmakeTree(blocks, content), faces, {}, LOOK),
    )
    if (key) keep(laidOut, key)
    return { definition, ...laidOut }
  }

  function planned(content: PageContent, laidOutPages: LaidOutPage[]): Omit<LaidOutPaper, 'definition'> {
    const widths = widthsOf(content, laidOutPages)
    const texts = content.texts.map((text, index) => broken(text, widths[index], breakText))
    return { content, pages: plansOf(laidOutPages, texts), texts, widths }
  }

  const measure: Measure = (blocks, widthPt) => blockHeights(blocks, widthPt, faces)

  return (definition) => {
    let roomiest: LaidOutPaper | null = null
    for (const layout of definition.layouts) {
      const paper = layOutOnce(definition, layout)
      if (paper.pages.length <= definition.fitsOnPages) return paper
      roomiest ??= paper
    }
    if (!roomiest) throw new RangeError(`The paper ${definition.title} has no layout`)
    return roomiest
  }
}

function broken(text: PrintedText, widthPt: number | null | undefined, breakText: BreakText): BrokenText | null {
  return widthPt ? breakText(text, widthPt) : null
}

/** Asked of texts at one place of papers of one shape: they look the same. */
function saysTheSame(one: PrintedText, other: PrintedText): boolean {
  return one.runs.every(({ text }, index) => text === other.runs[index]?.text)
}

function lineCounts(texts: readonly (BrokenText | null)[]): string {
  let counts = ''
  for (const text of texts) counts += text ? `${text.lines.length},` : ','
  return counts
}

/**
 * Texts whose longest word decides how wide a column is. A cell over several columns asks each of them for a part of
 * its word, at the most as much as is counted here.
 */
function decisiveTexts(
  { texts }: PageContent,
  brokenTexts: readonly (BrokenText | null)[],
  widths: readonly (number | null)[],
): Map<number, string> {
  let askedBySpans = 0
  for (const [index, { columnsSpanned }] of texts.entries())
    if (columnsSpanned > 1) askedBySpans += (brokenTexts[index]?.leastWidth ?? 0) / columnsSpanned
  const decisive = new Map<number, string>()
  for (const [index, { isElastic }] of texts.entries()) {
    const text = brokenTexts[index]
    const width = widths[index]
    if (isElastic && text && width && text.leastWidth + askedBySpans >= width) decisive.set(index, text.key)
  }
  return decisive
}

function isAlike(one: ReadonlyMap<number, string>, other: ReadonlyMap<number, string>): boolean {
  return one.size === other.size && [...one].every(([index, key]) => other.get(index) === key)
}

const LOOK = { font: TYPEFACE, fontSize: USUAL_SIZE }

function layoutBuilder({ pageSize, margins }: Pick<PageDefinition, 'pageSize' | 'margins'>): LayoutBuilder {
  const [left, top, right, bottom] = margins
  const builder = new LayoutBuilder(pageSize, { left, top, right, bottom }, {})
  builder.registerTableLayouts(TABLE_LAYOUTS)
  return builder
}

/** A page tall enough for any list, so that measuring never meets a page break. */
const ENDLESS_PT = 10_000_000

function blockHeights(blocks: readonly Block[], widthPt: number, faces: Faces): number[] {
  const { stack } = pdfmakeTree(blocks, pageContent(blocks))
  const builder = layoutBuilder({ pageSize: { width: widthPt, height: ENDLESS_PT }, margins: [0, 0, 0, 0] })
  builder.layoutDocument({ stack }, faces, {}, LOOK)
  return stack.map(({ __height }) => __height ?? 0)
}

function widthsOf({ texts }: PageContent, pages: readonly LaidOutPage[]): (number | null)[] {
  const widths: (number | null)[] = texts.map(() => null)
  for (const { items } of pages) {
    for (const part of items) {
      const text = part.type === 'line' ? part.item.inlines[0]?.textIndex : undefined
      if (part.type === 'line' && text !== undefined) widths[text] = part.item.maxWidth
    }
  }
  return widths
}

/** The head of a table comes again on each of its pages: after a text's last line comes its first. */
function plansOf(pages: readonly LaidOutPage[], texts: readonly (BrokenText | null)[]): PagePlan[] {
  const linesMet = texts.map(() => 0)
  const plans = pages.map(({ items }) => {
    const plan: Writable<PagePlan> = { lines: [], codes: [], rules: [], boxes: [] }
    for (const part of items) {
      if (part.type === 'vector') addVector(part.item, plan)
      else {
        const { inlines, x = 0, y = 0 } = part.item
        const text = inlines[0]?.textIndex ?? 0
        const met = linesMet[text] ?? 0
        linesMet[text] = met + 1
        plan.lines.push({ text, line: met % (texts[text]?.lines.length ?? 1), x, y })
      }
    }
    return plan
  })
  for (const [index, met] of linesMet.entries()) {
    if (met % (texts[index]?.lines.length ?? 1) !== 0)
      throw new Error('A text takes other lines on its page than alone')
  }
  return plans
}

type Writable<Plan> = { -readonly [Part in keyof Plan]: Plan[Part] extends readonly (infer One)[] ? One[] : never }
type Vector = Extract<LaidOutPage['items'][number], { type: 'vector' }>['item']

function addVector(vector: Vector, { codes, rules, boxes }: Writable<PagePlan>): void {
  const { x, y, w: width, h: height, x1, y1, x2, y2 } = vector
  if (vector.codeIndex !== undefined) codes.push({ code: vector.codeIndex, x, y, width, height })
  else if (vector.type === 'rect') boxes.push({ x, y, width, height })
  else rules.push({ from: [x1, y1], to: [x2, y2], width: vector.lineWidth ?? 1, dash: vector.dash?.length ?? null })
}
