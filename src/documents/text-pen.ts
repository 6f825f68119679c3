/** Writes lines of text as operators of a PDF page. Each word is turned into glyphs once for a document. */

import type { PdfDocument } from './pdfmake-parts.ts'
import type { PrintedLine } from './text-lines.ts'
import { embeddedFont, type FaceStyle, isPairwise, wordsOf } from './typeface.ts'

type Font = ReturnType<typeof embeddedFont>
type Reference = ReturnType<Font['ref']>

export interface TextPen {
  /** Operators for a line whose room begins at `x`, `y`; points from the upper left corner. */
  line(line: PrintedLine, fontSize: number, x: number, y: number): string
  widthOf(text: string, style: FaceStyle, fontSize: number): number
  ascentOf(style: FaceStyle, fontSize: number): number
  lineHeightOf(style: FaceStyle, fontSize: number): number
  /** Fonts written with since this was last cleared, by the names they have in operators. */
  usedFonts: Map<string, Reference>
}

/** A word as glyphs of one font. */
interface WrittenWord {
  /** Inside the brackets of an operator that shows text: hexadecimal glyphs between the moves of kerning. */
  glyphs: string
  /** In thousandths of the font's size. */
  advance: number
}

interface FontAtSize {
  font: Font
  words: Map<string, WrittenWord>
}

/** Hundredths of a point are finer than any printer. */
export function rounded(points: number): number {
  return Math.round(points * 100) / 100
}

/** Names and addresses have no end, so what is remembered has one. */
const MOST_WORDS = 5000

export function textPen(document: PdfDocument): TextPen {
  const fonts = new Map<string, FontAtSize>()
  const usedFonts: TextPen['usedFonts'] = new Map()

  function fontAtSize(style: FaceStyle, size: number): FontAtSize {
    const key = `${style} ${size}`
    let found = fonts.get(key)
    if (!found) {
      found = { font: embeddedFont(document, style), words: new Map() }
      fonts.set(key, found)
    }
    return found
  }

  function remembered(word: string, { font, words }: FontAtSize, size: number): WrittenWord {
    let one = words.get(word)
    if (!one) {
      if (words.size >= MOST_WORDS) words.clear()
      one = writtenWord(word, font, size)
      words.set(word, one)
    }
    return one
  }

  function written(text: string, at: FontAtSize, size: number): WrittenWord {
    const known = (word: string) => remembered(word, at, size)
    let glyphs = ''
    let advance = 0
    for (const word of wordsOf(text)) {
      const one = isPairwise(word) ? writtenInPairs(word, known) : known(word)
      glyphs += one.glyphs
      advance += one.advance
    }
    return { glyphs, advance }
  }

  return {
    usedFonts,
    line({ ascent, parts }, size, x, y) {
      let operators = ''
      let style: FaceStyle | null = null
      let end = 0
      for (const part of parts) {
        const at = fontAtSize(part.style, size)
        const { glyphs, advance } = written(part.text, at, size)
        if (style === part.style) operators += moved(((part.x - end) / size) * 1000)
        else {
          usedFonts.set(at.font.id, at.font.ref())
          const place = `1 0 0 -1 ${rounded(x + part.x)} ${rounded(y + ascent)} Tm`
          operators += `${style ? '>]TJ\n' : 'BT\n'}/${at.font.id} ${rounded(size)} Tf ${place} [<`
        }
        style = part.style
        operators += glyphs
        end = part.x + (advance / 1000) * size
      }
      return style ? `${operators}>]TJ ET\n` : ''
    },
    widthOf: (text, style, size) => (written(text, fontAtSize(style, size), size).advance / 1000) * size,
    ascentOf: (style, size) => (embeddedFont(document, style).ascender / 1000) * size,
    lineHeightOf: (style, size) => embeddedFont(document, style).lineHeight(size),
  }
}

function writtenWord(word: string, font: Font, size: number): WrittenWord {
  const [glyphs, positions] = font.encode(word)
  let operators = ''
  let advance = 0
  for (const [index, { xAdvance, advanceWidth, xOffset, yOffset }] of positions.entries()) {
    const glyph = glyphs[index] ?? ''
    const raised = yOffset === 0 ? glyph : atHeight(glyph, (yOffset / 1000) * size)
    operators += moved(xOffset) + raised + moved(xAdvance - advanceWidth - xOffset)
    advance += xAdvance
  }
  return { glyphs: operators, advance }
}

/** As `writtenWord`, from pairs of letters, of which there are few. */
function writtenInPairs(word: string, letterOrPair: (text: string) => WrittenWord): WrittenWord {
  let glyphs = ''
  let advance = 0
  for (let at = 0; at < word.length; at++) {
    const letter = letterOrPair(word.charAt(at))
    const kerning = at + 1 < word.length ? kerningOf(word.slice(at, at + 2), letterOrPair) : 0
    glyphs += letter.glyphs + moved(kerning)
    advance += letter.advance + kerning
  }
  return { glyphs, advance }
}

function kerningOf(pair: string, letterOrPair: (text: string) => WrittenWord): number {
  return letterOrPair(pair).advance - letterOrPair(pair.charAt(0)).advance - letterOrPair(pair.charAt(1)).advance
}

/** A move to the right, in thousandths of the font's size, between two glyphs. */
function moved(thousandths: number): string {
  const back = -Math.round(thousandths * 10) / 10
  return back === 0 ? '' : `>${back}<`
}

/** A mark that stands above or below its letter. */
function atHeight(glyph: string, points: number): string {
  return `>]TJ ${rounded(points)} Ts [<${glyph}>]TJ 0 Ts [<`
}
