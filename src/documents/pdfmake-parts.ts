/**
 * The parts of pdfmake that papers are made with, each as it is. pdfmake's modules are CommonJS with a default export,
 * which Node hands over whole and other loaders unwrapped.
 */

import elementWriter from 'pdfmake/js/ElementWriter.js'
import layoutBuilder from 'pdfmake/js/LayoutBuilder.js'
import pdfDocument from 'pdfmake/js/PDFDocument.js'
import textInlines from 'pdfmake/js/TextInlines.js'

function classOf<Class extends new (...parameters: never[]) => unknown>(module: Class | { default: Class }): Class {
  return typeof module === 'function' ? module : module.default
}

/** The PDF itself: pdfkit's document with pdfmake's fonts. */
export const PdfDocument = classOf(pdfDocument)
export type PdfDocument = InstanceType<typeof PdfDocument>

/** Puts blocks onto pages. */
export const LayoutBuilder = classOf(layoutBuilder)
export type LayoutBuilder = InstanceType<typeof LayoutBuilder>
export type LaidOutPage = ReturnType<LayoutBuilder['layoutDocument']>[number]
export type Line = Extract<LaidOutPage['items'][number], { type: 'line' }>['item']
/** A word with the space behind it. */
export type Inline = Line['inlines'][number]
/** Where lines and words find the width they have. */
export interface Context {
  context(): { readonly availableWidth: number }
}

/** Cuts a text into words and measures them. */
export const TextInlines = classOf(textInlines)

/** Takes words into one line until it is full. */
export const { buildNextLine } = LayoutBuilder.prototype
/** Moves a line to where its alignment wants it. */
export const { alignLine } = classOf(elementWriter).prototype
