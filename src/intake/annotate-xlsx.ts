/**
 * Adds a column of texts to one sheet of an .xlsx workbook and leaves everything else of it as its sender made it: each
 * other part byte for byte, each other cell, width and style as it stands. The sheet is rewritten as it streams by.
 */

import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { TableFault } from './formats/table-source.ts'
import { readWorkbookParts, scanPart } from './formats/xlsx-parts.ts'
import { attributeOf } from './formats/xml-scanner.ts'
import { openZip, type ZipArchive } from './formats/zip-archive.ts'

export interface AddedColumn {
  sheetName: string
  /** Texts by the number of their row; a row that the sheet does not have is left out. */
  texts: ReadonlyMap<number, string>
  /** The row whose text looks as its neighbour does; 0 for none. */
  headerRowNumber: number
}

const LAST_COLUMN_OF_EXCEL = 16_384
const WIDTH_CHARACTERS = 60
/** No row of a sheet that Excel wrote is longer. */
const LONGEST_ROW = 2 ** 24

/** 0 as A, 27 as AB. */
function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}

/** AB12 as 27; null where no column is named. */
function columnOf(reference: string | null): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  if (!letters) return null
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** The first column, from 0, right of all that holds a value or is merged. */
async function firstFreeColumn(zip: ZipArchive, partName: string): Promise<number> {
  let last = -1
  let column = -1
  await scanPart(zip, partName, {
    open(name, attributes) {
      if (name === 'row') column = -1
      if (name === 'c') column = columnOf(attributeOf(attributes, 'r')) ?? column + 1
      if (name === 'v' || name === 'is' || name === 'f') last = Math.max(last, column)
      if (name !== 'mergeCell') return
      const [, to = null] = (attributeOf(attributes, 'ref') ?? '').split(':')
      const end = columnOf(to) ?? -1
      if (end < LAST_COLUMN_OF_EXCEL - 1) last = Math.max(last, end)
    },
  })
  if (last + 1 >= LAST_COLUMN_OF_EXCEL) throw new TableFault('broken', 'No column is free')
  return last + 1
}

/** Text as XML holds it; _x000D_ and the like would be read as one character (ECMA-376 part 1, 22.9.2.19). */
function xmlText(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
}

const CELL = /<((?:[\w.-]+:)?)c(?=[\s/>])([^>]*?)(?:\/>|>[\s\S]*?<\/\1c>)/g

interface Added {
  column: number
  text: string
  copiesStyle: boolean
}

/** A row's XML with one more cell, in the order of columns; an empty cell that stood there gives way. */
function withCell(row: string, rowNumber: number, { column, text, copiesStyle }: Added): string {
  const opening = /^<((?:[\w.-]+:)?)row[^>]*>/.exec(row)?.[0] ?? ''
  const prefix = opening.slice(1, opening.indexOf('row'))
  const isEmpty = opening.endsWith('/>')
  const bareOpening = opening.replace(/\s+spans\s*=\s*("[^"]*"|'[^']*')/, '').replace(/\s*\/>$/, '>')
  const content = isEmpty ? '' : row.slice(opening.length, row.lastIndexOf('</'))
  let before = 0
  let after = 0
  let at = -1
  let style: string | null = null
  for (const found of content.matchAll(CELL)) {
    const attributes = found[2] ?? ''
    at = columnOf(attributeOf(attributes, 'r')) ?? at + 1
    if (at > column) break
    after = found.index + found[0].length
    if (at === column) break
    before = after
    style = attributeOf(attributes, 's') ?? style
  }
  const styled = copiesStyle && style !== null ? ` s="${style}"` : ''
  const reference = `${columnName(column)}${rowNumber}`
  const inline = `<${prefix}is><${prefix}t xml:space="preserve">${xmlText(text)}</${prefix}t></${prefix}is>`
  const cell = `<${prefix}c r="${reference}"${styled} t="inlineStr">${inline}</${prefix}c>`
  return `${bareOpening}${content.slice(0, before)}${cell}${content.slice(after)}</${prefix}row>`
}

/** What comes before the rows: the sheet's extent reaches to the column, which gets a width if none is said of it. */
function withColumn(prolog: string, column: number): string {
  const number = column + 1
  const extended = prolog.replace(
    /(<(?:[\w.-]+:)?dimension\s[^>]*ref\s*=\s*["'][A-Z]+\d+)(?::([A-Z]+))?(\d*)(?=["'])/,
    (whole, from: string, to: string | undefined, lastRow: string) => {
      const firstRow = /\d+$/.exec(from)?.[0] ?? ''
      return (columnOf(to ?? null) ?? 0) >= column ? whole : `${from}:${columnName(column)}${to ? lastRow : firstRow}`
    },
  )
  const prefix = /<((?:[\w.-]+:)?)sheetData/.exec(extended)?.[1] ?? ''
  const width = `<${prefix}col min="${number}" max="${number}" width="${WIDTH_CHARACTERS}" customWidth="1"/>`
  const spans = [...extended.matchAll(/<(?:[\w.-]+:)?col\s([^>]*)>/g)].map((found) => found[1] ?? '')
  const isSaid = spans.some((attributes) => Number(attributeOf(` ${attributes}`, 'max') ?? 0) >= number)
  if (isSaid) return extended
  const closing = `</${prefix}cols>`
  if (extended.includes(closing)) return extended.replace(closing, () => width + closing)
  return extended.replace(`<${prefix}sheetData`, (start) => `<${prefix}cols>${width}${closing}${start}`)
}

/** Where the row that begins at `start` ends; -1 where its end is still to come. */
function endOfRow(xml: string, start: number): number {
  const tagEnd = xml.indexOf('>', start)
  if (tagEnd < 0 || xml[tagEnd - 1] === '/') return tagEnd < 0 ? -1 : tagEnd + 1
  const closing = /<\/(?:[\w.-]+:)?row\s*>/g
  closing.lastIndex = tagEnd
  return closing.exec(xml) ? closing.lastIndex : -1
}

/** The sheet's XML with the column, piece by piece. */
async function* rewritten(
  chunks: AsyncIterable<Uint8Array>,
  column: number,
  { texts, headerRowNumber }: AddedColumn,
): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let pending = ''
  let isInRows = false
  let rowNumber = 0

  function take(): string {
    let done = ''
    if (!isInRows) {
      const start = /<(?:[\w.-]+:)?sheetData[\s/>]/.exec(pending)
      if (!start) return done
      done = withColumn(pending.slice(0, start.index + start[0].length), column)
      pending = pending.slice(start.index + start[0].length)
      isInRows = true
    }
    let from = 0
    const opening = /<(?:[\w.-]+:)?row(?=[\s/>])/g
    for (let found = opening.exec(pending); found; found = opening.exec(pending)) {
      const end = endOfRow(pending, found.index)
      if (end < 0) break
      const row = pending.slice(found.index, end)
      const attributes = row.slice(found[0].length, row.indexOf('>'))
      rowNumber = Number(attributeOf(attributes, 'r') ?? rowNumber + 1)
      const text = texts.get(rowNumber)
      const added = text === undefined ? null : { column, text, copiesStyle: rowNumber === headerRowNumber }
      done += pending.slice(from, found.index) + (added ? withCell(row, rowNumber, added) : row)
      from = end
      opening.lastIndex = end
    }
    pending = pending.slice(from)
    if (pending.length > LONGEST_ROW) throw new TableFault('broken', 'A row without end')
    return done
  }

  for await (const chunk of chunks) {
    pending += decoder.decode(chunk, { stream: true })
    yield Buffer.from(take())
  }
  pending += decoder.decode()
  yield Buffer.from(take() + pending)
}

/** Answers the workbook with the column. Throws a `TableFault` where it cannot be read. */
export async function annotateXlsx(bytes: Buffer, added: AddedColumn): Promise<Buffer> {
  const zip = await openZip(bytes)
  const { sheets } = await readWorkbookParts(zip)
  const sheetPart = sheets.find(({ name }) => name === added.sheetName)?.partName
  if (sheetPart === undefined) throw new TableFault('broken', `No sheet ${added.sheetName}`)
  const column = await firstFreeColumn(zip, sheetPart)
  const written = new ZipFile()
  for (const partName of zip.partNames()) {
    if (partName.endsWith('/')) continue
    const part = () =>
      Readable.from(partName === sheetPart ? rewritten(zip.read(partName), column, added) : zip.read(partName))
    written.addReadStreamLazy(partName, {}, (take) =>
      take(
        null,
        part().on('error', (error) => written.emit('error', error)),
      ),
    )
  }
  written.end()
  const chunks: Buffer[] = []
  await new Promise<void>((resolve, reject) => {
    written.on('error', reject)
    written.outputStream.on('data', (chunk: Buffer) => chunks.push(chunk))
    written.outputStream.on('end', resolve)
  })
  return Buffer.concat(chunks)
}
