/**
 * Draws papers that have been laid out. What papers of one plan have in common (statements, table, signatures) is drawn
 * once and stamped onto each page; only what differs is drawn again.
 */

import { pageCode } from '../domain/numbering.ts'
import { MM } from './page.ts'
import type { FilledBox, LaidOutPaper, PagePlan } from './page-layout.ts'
import type { PdfDocument } from './pdfmake-parts.ts'
import { practiceMarks } from './practice-mark.ts'
import { type CodeModules, codeModules } from './qr-code.ts'
import type { BrokenText } from './text-lines.ts'
import { rounded, type TextPen, textPen } from './text-pen.ts'

type Texts = LaidOutPaper['texts']

/** What is drawn once for many pages. */
interface Stamp {
  name: string
  drawing: ReturnType<PdfDocument['ref']>
  /** The texts on it, each at its number; null for those that differ. */
  texts: Texts
}

/** What is known of the pages of one plan so far. */
interface PlanHistory {
  lastTexts: Texts
  stamp: Stamp | null
  stampsMade: number
}

/** A village's papers have its name in common until the next village's come: then a stamp without it is made. */
const MOST_STAMPS_OF_PLAN = 8

/** Draws papers at the end of a document, each beginning with a new page and, where one is told, a bookmark. */
export function paperDrawer(document: PdfDocument): (paper: LaidOutPaper, bookmark?: string) => void {
  const pen = textPen(document)
  const modulesOf = rememberingOne(codeModules)
  const histories = new WeakMap<PagePlan, PlanHistory>()
  let stampCount = 0

  /** What all pages of the plan show whose texts are these. */
  function newStamp(plan: PagePlan, texts: Texts, paper: LaidOutPaper): Stamp {
    const { width, height } = paper.definition.pageSize
    pen.usedFonts.clear()
    const operators = practiceMarks(paper.definition, pen) + ruling(plan) + writing(plan, texts, pen)
    const drawing = document.ref({
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, width, height],
      Resources: { Font: Object.fromEntries(pen.usedFonts) },
    })
    drawing.end(operators)
    stampCount += 1
    return { name: `Stamp${stampCount}`, drawing, texts }
  }

  function stampFor(plan: PagePlan, paper: LaidOutPaper): Stamp | null {
    const { texts } = paper
    const history = histories.get(plan)
    if (!history) {
      histories.set(plan, { lastTexts: texts, stamp: null, stampsMade: 0 })
      return null
    }
    const { stamp, stampsMade, lastTexts } = history
    if (stamp?.texts.every((text, index) => text === null || isSame(text, texts[index]))) return stamp
    if (stampsMade === MOST_STAMPS_OF_PLAN) return null
    const earlier = stamp?.texts ?? lastTexts
    const common = texts.map((text, index) => (isSame(text, earlier[index]) ? text : null))
    history.stamp = newStamp(plan, common, paper)
    history.stampsMade += 1
    return history.stamp
  }

  return (paper, bookmark) => {
    const { definition, pages, texts, content } = paper
    for (const [index, plan] of pages.entries()) {
      const stamp = stampFor(plan, paper)
      document.addPage({ size: [definition.pageSize.width, definition.pageSize.height], margin: 0 })
      if (index === 0 && bookmark) document.outline.addItem(bookmark, { fit: true })
      pen.usedFonts.clear()
      let operators = stamp ? `/${stamp.name} Do\n` : practiceMarks(definition, pen) + ruling(plan)
      operators += writing(plan, texts, pen, stamp?.texts)
      for (const place of plan.codes) operators += code(modulesOf(content.codes[place.code]?.digits ?? ''), place)
      if (index > 0) operators += pageNumber(index + 1, definition.pageSize.width, pen) + laterCode(paper, index + 1)
      if (stamp) document.page.xobjects[stamp.name] = stamp.drawing
      for (const [name, font] of pen.usedFonts) document.page.fonts[name] = font
      document.addContent(operators)
    }
  }
}

function isSame(one: BrokenText | null, other: BrokenText | null | undefined): boolean {
  return one === other || (one !== null && one.key === other?.key)
}

/** Both copies of a paper on one sheet have the same code. */
function rememberingOne(make: (digits: string) => CodeModules): (digits: string) => CodeModules {
  let last: { digits: string; modules: CodeModules } | null = null
  return (digits) => {
    if (last?.digits !== digits) last = { digits, modules: make(digits) }
    return last.modules
  }
}

function writing(plan: PagePlan, texts: Texts, pen: TextPen, stamped?: Texts): string {
  let operators = ''
  for (const { text, line, x, y } of plan.lines) {
    const broken = stamped?.[text] ? null : texts[text]
    const parts = broken?.lines[line]
    if (broken && parts) operators += pen.line(parts, broken.fontSize, x, y)
  }
  return operators
}

function ruling({ rules, boxes }: PagePlan): string {
  let operators = ''
  let look = ''
  for (const { from, to, width, dash } of rules) {
    const wanted = `${rounded(width)} w [${dash ?? ''}] 0 d\n`
    if (wanted !== look) operators += wanted
    look = wanted
    operators += `${rounded(from[0])} ${rounded(from[1])} m ${rounded(to[0])} ${rounded(to[1])} l S\n`
  }
  for (const { x, y, width, height } of boxes)
    operators += `${rounded(x)} ${rounded(y)} ${rounded(width)} ${rounded(height)} re f\n`
  return operators
}

/** All modules in one filling, in a measure in which each is 1 wide: no seams between them, few digits. */
function code({ size, darkRuns }: CodeModules, { x, y, width }: FilledBox): string {
  const scale = (width / size).toFixed(5)
  let operators = `q ${scale} 0 0 ${scale} ${rounded(x)} ${rounded(y)} cm\n`
  for (const run of darkRuns) operators += `${run.x} ${run.y} ${run.width} 1 re\n`
  return `${operators}f Q\n`
}

/** In the upper margin, as large as it takes: a third of it may be lost, like of the first page's. */
const LATER_CODE_SIDE = 13 * MM
const LATER_CODE_TOP = 5 * MM

/** A later page tells by itself whose it is, so that a stack that fell down can be scanned as it was picked up. */
function laterCode({ definition, content }: LaidOutPaper, page: number): string {
  const digits = content.codes.find(({ isMarked }) => isMarked)?.digits
  const onPage = digits && pageCode(digits, page)
  const [, top, right] = definition.margins
  if (!onPage || top < LATER_CODE_TOP + LATER_CODE_SIDE) return ''
  const x = definition.pageSize.width - right - LATER_CODE_SIDE
  const side = LATER_CODE_SIDE
  return code(codeModules(onPage), { x, y: LATER_CODE_TOP, width: side, height: side })
}

/** Page numbers stand top centre from the second page on (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
const PAGE_NUMBER_TOP = 28
const PAGE_NUMBER_SIZE = 13

function pageNumber(page: number, pageWidth: number, pen: TextPen): string {
  const text = String(page)
  const x = (pageWidth - pen.widthOf(text, 'normal', PAGE_NUMBER_SIZE)) / 2
  const ascent = pen.ascentOf('normal', PAGE_NUMBER_SIZE)
  return pen.line({ ascent, parts: [{ x: 0, text, style: 'normal' }] }, PAGE_NUMBER_SIZE, x, PAGE_NUMBER_TOP)
}
