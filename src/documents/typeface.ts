/** Tinos, the face of all papers: its four files, documents that draw with them, and the widths of its words. */

import { join } from 'node:path'
import { PdfDocument } from './pdfmake-parts.ts'
import { printable } from './printable-text.ts'

export const TYPEFACE = 'Tinos'
export type FaceStyle = 'normal' | 'bold' | 'italics' | 'bolditalics'
export type FontFiles = Record<FaceStyle, string>

/** One style of the typeface, to measure with. Measures as pdfkit has them, so that pdfmake may use it for its own. */
export interface Face {
  style: FaceStyle
  /** In thousandths of the size. */
  ascender: number
  lineHeight(size: number): number
  widthOfString(text: string, size: number): number
}

/** What pdfmake takes for a document while it lays out: nothing but fonts. */
export interface Faces {
  provideFont(family: string, bold: boolean, italics: boolean): Face
}

export function fontFiles(folder: string): FontFiles {
  const file = (style: string) => join(folder, `tinos-${style}.ttf`)
  return { normal: file('regular'), bold: file('bold'), italics: file('italic'), bolditalics: file('bold-italic') }
}

export function faceStyle(bold: boolean, italics: boolean): FaceStyle {
  if (bold) return italics ? 'bolditalics' : 'bold'
  return italics ? 'italics' : 'normal'
}

export function embeddedFont(document: PdfDocument, style: FaceStyle) {
  return document.provideFont(TYPEFACE, style.startsWith('bold'), style.endsWith('italics'))
}

/** An empty document that reads no file but the four fonts. */
export function newDocument(files: FontFiles, title: string, createdAt: string): PdfDocument {
  const ours = new Set<string>(Object.values(files))
  const options = {
    pdfVersion: '1.7',
    autoFirstPage: false,
    font: null,
    fontLayoutCache: false,
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
  const document = new PdfDocument({ [TYPEFACE]: files }, {}, {}, {}, options, null, (path) => ours.has(path))
  shareDecodedTables(document, files)
  return document
}

/**
 * The tables of each font file, decoded as they are needed. Decoding takes longer than drawing a paper, and nothing
 * ever changes them. Only tables are shared: a font's glyphs remember which letter they stood for in one document.
 */
const decodedTables = new Map<string, Record<string, unknown>>()

function shareDecodedTables(document: PdfDocument, files: FontFiles): void {
  for (const style of ['normal', 'bold', 'italics', 'bolditalics'] as const) {
    const { font } = embeddedFont(document, style)
    const tables = decodedTables.get(files[style])
    if (tables) font._tables = tables
    else decodedTables.set(files[style], font._tables)
  }
}

/** Names and addresses have no end, so what is remembered has one. */
const MOST_WORDS = 20_000

/**
 * Numbers and codes are hardly ever met again, and shaping a word takes longer than all else that is done with it. In
 * these, kerning is a matter of each two neighbours and nothing is joined into one glyph, so pairs are all there is to
 * know; a space only ends them.
 */
const PAIRWISE = /^[\dA-Z/.,:;*()+-]+ ?$/

export function isPairwise(word: string): boolean {
  return PAIRWISE.test(word)
}

/** Each with the space behind it, as pdfkit shapes them one by one. */
export function wordsOf(text: string): readonly string[] {
  const space = text.indexOf(' ')
  if ((space < 0 || space === text.length - 1) && !text.includes('\t')) return [text]
  return text.match(/[^ \t]*[ \t]|[^ \t]+$/g) ?? []
}

/** The typeface as it is measured with, for as many documents as there will be. */
export function measuringFaces(files: FontFiles): Faces {
  const document = newDocument(files, '', '2000-01-01T00:00:00Z')
  const faces = new Map<FaceStyle, Face>()
  return {
    provideFont(_, bold, italics) {
      const style = faceStyle(bold, italics)
      const face = faces.get(style) ?? measuringFace(document, style)
      faces.set(style, face)
      return face
    },
  }
}

function measuringFace(document: PdfDocument, style: FaceStyle): Face {
  const font = embeddedFont(document, style)
  const advances = new Map<string, number>()

  function remembered(text: string): number {
    let advance = advances.get(text)
    if (advance === undefined) {
      if (advances.size >= MOST_WORDS) advances.clear()
      advance = font.layout(text, undefined, true).advanceWidth
      advances.set(text, advance)
    }
    return advance
  }

  function inPairs(text: string): number {
    let advance = remembered(text.slice(0, 2))
    for (let at = 1; at < text.length - 1; at++) {
      advance += remembered(text.slice(at, at + 2)) - remembered(text.charAt(at))
    }
    return advance
  }

  return {
    style,
    ascender: font.ascender,
    lineHeight: (size) => font.lineHeight(size),
    widthOfString(text, size) {
      let advance = 0
      for (const word of wordsOf(text)) advance += isPairwise(word) ? inPairs(word) : remembered(word)
      return advance * (size / 1000)
    },
  }
}
