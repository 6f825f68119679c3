/**
 * Reads PDFs back with tools that are not ours (poppler's, and zxing for codes), so that a paper is judged as it looks.
 * Without poppler these tests fail: a paper nobody looked at is not tested.
 */

import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

function poppler(tool: string, args: string[], pdf: Uint8Array): Buffer {
  try {
    return execFileSync(tool, args, { input: pdf, maxBuffer: 1 << 28 })
  } catch (failure) {
    if (failure instanceof Error && 'code' in failure && failure.code === 'ENOENT') {
      throw new Error(`${tool} is missing: install poppler-utils to test the papers`)
    }
    throw failure
  }
}

/** The text of each page, laid out as on paper. */
export function pageTexts(pdf: Uint8Array): string[] {
  return poppler('pdftotext', ['-layout', '-', '-'], pdf).toString('utf8').split('\f').slice(0, -1)
}

export function pageText(pdf: Uint8Array): string {
  return pageTexts(pdf).join('\f')
}

export interface Word {
  text: string
  xMin: number
  yMin: number
  xMax: number
  yMax: number
}

/** Each page's size and words with their places, in points from its upper left corner. */
export function pageWords(pdf: Uint8Array): { width: number; height: number; words: Word[] }[] {
  const html = poppler('pdftotext', ['-bbox', '-', '-'], pdf).toString('utf8')
  return [...html.matchAll(/<page width="([\d.]+)" height="([\d.]+)">(.*?)<\/page>/gs)].map(
    ([, width, height, body]) => ({
      width: Number(width),
      height: Number(height),
      words: [
        ...(body ?? '').matchAll(
          /<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<\/word>/gs,
        ),
      ].map(([, xMin, yMin, xMax, yMax, text]) => ({
        text: text ?? '',
        xMin: Number(xMin),
        yMin: Number(yMin),
        xMax: Number(xMax),
        yMax: Number(yMax),
      })),
    }),
  )
}

/** The bookmarks: page and title. */
export function bookmarks(pdf: Uint8Array): { page: number; title: string }[] {
  const xml = poppler('pdftohtml', ['-xml', '-i', '-stdout', '-', 'unused'], pdf).toString('utf8')
  return [...xml.matchAll(/<item page="(\d+)">(.*?)<\/item>/g)].map(([, page, title]) => ({
    page: Number(page),
    title: title ?? '',
  }))
}

/** Each page as a grey PNG. */
export function pagePictures(pdf: Uint8Array, dotsPerInch: number): Buffer[] {
  return inFolder((folder) => {
    const file = join(folder, 'papers.pdf')
    writeFileSync(file, pdf)
    poppler('pdftoppm', ['-r', String(dotsPerInch), '-gray', '-png', file, join(folder, 'page')], new Uint8Array())
    const pictures = readdirSync(folder).filter((name) => name.endsWith('.png'))
    return pictures.sort().map((name) => readFileSync(join(folder, name)))
  })
}

/** Several PDFs one after the other. */
export function unitedPdf(pdfs: readonly Uint8Array[]): Buffer {
  return inFolder((folder) => {
    const files = pdfs.map((pdf, index) => {
      const file = join(folder, `${index}.pdf`)
      writeFileSync(file, pdf)
      return file
    })
    poppler('pdfunite', [...files, join(folder, 'united.pdf')], new Uint8Array())
    return readFileSync(join(folder, 'united.pdf'))
  })
}

function inFolder<Result>(work: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'papers-'))
  try {
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What all QR codes on a picture say. */
export async function codesOn(picture: Buffer): Promise<string[]> {
  return (await codePlaces(picture)).map(({ text }) => text)
}

/** All QR codes on a picture: what they say and where they stand, in pixels from its upper left corner. */
export async function codePlaces(
  picture: Buffer,
): Promise<{ text: string; left: number; top: number; right: number }[]> {
  const wasm = new URL('../../node_modules/zxing-wasm/dist/reader/zxing_reader.wasm', import.meta.url)
  const binary = readFileSync(wasm)
  await prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(binary).buffer }, fireImmediately: true })
  const found = await readBarcodes(new Uint8Array(picture), { formats: ['QRCode'], tryHarder: true })
  return found.map(({ text, position }) => {
    const { topLeft, topRight } = position
    return { text, left: topLeft.x, top: topLeft.y, right: topRight.x }
  })
}

/**
 * Grey values of a PNG with 8 bits a sample, as poppler writes it (ISO 15948: one filter byte a row). Some versions write
 * grey pages in three equal colours: the first one counts.
 */
function greyValues(png: Buffer): { width: number; height: number; values: Uint8Array } {
  const width = png.readUInt32BE(16)
  const height = png.readUInt32BE(20)
  const samples = png[25] === 2 ? 3 : 1
  const rowLength = width * samples
  const parts: Buffer[] = []
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  }
  const rows = inflateSync(Buffer.concat(parts))
  const all = new Uint8Array(rowLength * height)
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (rowLength + 1)] ?? 0
    for (let x = 0; x < rowLength; x++) {
      const at = y * rowLength + x
      const left = x >= samples ? (all[at - samples] ?? 0) : 0
      const up = y > 0 ? (all[at - rowLength] ?? 0) : 0
      const upLeft = x >= samples && y > 0 ? (all[at - rowLength - samples] ?? 0) : 0
      const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, upLeft)][filter] ?? 0
      all[at] = (rows[y * (rowLength + 1) + 1 + x] ?? 0) + predicted
    }
  }
  return { width, height, values: all.filter((_, at) => at % samples === 0) }
}

function paeth(left: number, up: number, upLeft: number): number {
  const estimate = left + up - upLeft
  const [toLeft, toUp, toUpLeft] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - upLeft)]
  if (toLeft <= toUp && toLeft <= toUpLeft) return left
  return toUp <= toUpLeft ? up : upLeft
}

/** The share of pixels that differ visibly; 1 where the pictures are not of one size. */
export function visibleDifference(one: Buffer, other: Buffer): number {
  if (one.equals(other)) return 0
  const a = greyValues(one)
  const b = greyValues(other)
  if (a.width !== b.width || a.height !== b.height) return 1
  let differing = 0
  for (let at = 0; at < a.values.length; at++) {
    if (Math.abs((a.values[at] ?? 0) - (b.values[at] ?? 0)) > 48) differing += 1
  }
  return differing / a.values.length
}

/**
 * Compares a paper's pages with the pictures kept of them. WRITE_GOLDEN=1 keeps the pictures anew: look at them before
 * they are committed. Answers the greatest visible difference of a page.
 */
export function differenceFromGolden(name: string, pdf: Uint8Array): number {
  const differences = pagePictures(pdf, 60).map((picture, index) => {
    const golden = new URL(`golden/${name}-${index + 1}.png`, import.meta.url)
    if (process.env.WRITE_GOLDEN) writeFileSync(golden, picture)
    if (!existsSync(golden))
      throw new Error(`No picture is kept of ${name}, page ${index + 1}: run with WRITE_GOLDEN=1`)
    return visibleDifference(picture, readFileSync(golden))
  })
  return Math.max(...differences)
}
