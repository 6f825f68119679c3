/**
 * Breaks texts into lines, by the very functions that pdfmake lays pages out with: a text that is broken here takes the
 * lines it takes there. What was broken once is remembered, because papers of a batch say mostly the same.
 */

import type { PrintedText } from './page-content.ts'
import { alignLine, buildNextLine, type Context, type Inline, type Line, TextInlines } from './pdfmake-parts.ts'
import { breakable, printable, withoutBreaks } from './printable-text.ts'
import { type FaceStyle, type Faces, faceStyle, TYPEFACE } from './typeface.ts'

/** Words that follow each other in one style. */
export interface LinePart {
  /** From the left end of the line's room. */
  x: number
  text: string
  style: FaceStyle
}

export interface PrintedLine {
  /** From the top of the line to where its letters stand. */
  ascent: number
  parts: readonly LinePart[]
}

export interface BrokenText {
  /** The same for texts that say the same in the same look and room. */
  key: string
  /** In points. */
  fontSize: number
  /** Of the longest piece that must stay in one line. */
  leastWidth: number
  lines: readonly PrintedLine[]
}

/** Breaks a text into lines of a width in points. Throws a RangeError for text that is not NFC. */
export type BreakText = (text: PrintedText, widthPt: number) => BrokenText

const MOST_REMEMBERED = 4000

export function textBreaker(faces: Faces): BreakText {
  const words = new TextInlines(faces)
  const remembered = new Map<string, BrokenText>()
  return (text, widthPt) => {
    const key = keyOf(text, widthPt)
    let broken = remembered.get(key)
    if (!broken) {
      if (remembered.size >= MOST_REMEMBERED) remembered.clear()
      broken = { key, fontSize: text.fontSize, ...breakIntoLines(text, widthPt, words) }
      remembered.set(key, broken)
    }
    return broken
  }
}

function keyOf({ runs, fontSize, alignment, leadingIndent, noWrap }: PrintedText, widthPt: number): string {
  let key = `${fontSize} ${alignment} ${leadingIndent} ${noWrap} ${widthPt}`
  for (const { text, bold, italics } of runs) key += `\0${faceStyle(bold, italics)} ${text}`
  return key
}

/** The text as pdfmake wants it: fit to print, with breaks where a word is too long for any line. */
export function preparedRuns({ runs, noWrap }: PrintedText): { text: string; bold: boolean; italics: boolean }[] {
  return runs.map((run) => ({ ...run, text: noWrap ? printable(run.text) : breakable(printable(run.text)) }))
}

function breakIntoLines(text: PrintedText, widthPt: number, words: InstanceType<typeof TextInlines>) {
  const look = new Map<string, unknown>(Object.entries({ ...text, font: TYPEFACE }))
  const style = { auto: (_: unknown, ask: () => void) => ask(), getProperty: (name: string) => look.get(name) }
  const { items, minWidth } = words.buildInlines(preparedRuns(text), style)
  const context: Context = { context: () => ({ availableWidth: widthPt }) }
  const rest = { _inlines: items }
  const lines: PrintedLine[] = []
  for (let line = nextLine(rest, context); line; line = nextLine(rest, context)) {
    alignLine.call(context, line)
    lines.push({ ascent: line.getAscenderHeight(), parts: joinWords(line) })
  }
  return { leastWidth: minWidth, lines }
}

function nextLine(rest: { _inlines: Inline[] }, context: Context): Line | null {
  return buildNextLine.call({ writer: context }, rest)
}

/** Words that stand one after the other in one style are drawn at once. */
function joinWords({ x = 0, inlines }: Line): LinePart[] {
  const parts: LinePart[] = []
  let last: LinePart | undefined
  let end = 0
  for (const inline of inlines) {
    const style = faceStyle(inline.bold, inline.italics)
    const text = withoutBreaks(inline.text)
    if (last?.style === style && Math.abs(end - inline.x) < 0.01) last.text += text
    else {
      last = { x: x + inline.x, text, style }
      parts.push(last)
    }
    end = inline.x + inline.width
  }
  return parts.filter(({ text }) => text.trim() !== '')
}
