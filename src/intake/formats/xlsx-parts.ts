/** The small parts of an .xlsx workbook: which sheets it has, what its styles say, its shared texts. */

import { isBuiltInDate, isDateCode } from './number-formats.ts'
import { TableFault } from './table-source.ts'
import { attributeOf, type XmlHandlers, xmlScanner } from './xml-scanner.ts'
import type { ZipArchive } from './zip-archive.ts'

/** Shared texts are kept in memory while a sheet is read: all of them together may have this many characters. */
const MOST_SHARED_CHARACTERS = 100_000_000
const MOST_SHARED_TEXTS = 4_000_000

export interface XlsxSheetPart {
  name: string
  isHidden: boolean
  partName: string
}

export interface XlsxWorkbookParts {
  /** Sheets of rows in their order; charts are left out. */
  sheets: XlsxSheetPart[]
  stylesPart: string | null
  sharedTextsPart: string | null
  /** Whether serial dates count from 1904, as workbooks of old Macs do. */
  isDate1904: boolean
}

/** Reads a part from beginning to end. */
export async function scanPart(zip: ZipArchive, partName: string, handlers: Partial<XmlHandlers>): Promise<void> {
  const nothing = () => {}
  const scanner = xmlScanner({ open: nothing, close: nothing, text: nothing, ...handlers })
  for await (const chunk of zip.read(partName)) scanner.write(chunk)
  scanner.end()
}

interface Relationship {
  id: string
  /** The last word of the relationship's type: worksheet, styles, sharedStrings. */
  kind: string
  partName: string
}

/** What a part refers to, with targets as names of parts. None where the part has no relationships. */
async function readRelationships(zip: ZipArchive, partName: string): Promise<Relationship[]> {
  const slash = partName.lastIndexOf('/') + 1
  const folder = partName.slice(0, slash)
  const relationshipsPart = `${folder}_rels/${partName.slice(slash)}.rels`
  const found: Relationship[] = []
  if (!zip.has(relationshipsPart)) return found
  await scanPart(zip, relationshipsPart, {
    open(name, attributes) {
      if (name !== 'Relationship') return
      const target = attributeOf(attributes, 'Target') ?? ''
      found.push({
        id: attributeOf(attributes, 'Id') ?? '',
        kind: (attributeOf(attributes, 'Type') ?? '').replace(/^.*\//, ''),
        partName: new URL(target, `part:///${folder}`).pathname.slice(1),
      })
    },
  })
  return found
}

/**
 * Finds the parts of a workbook. Throws a `TableFault`: notAWorkbook for any other zip, broken where a part is
 * missing.
 */
export async function readWorkbookParts(zip: ZipArchive): Promise<XlsxWorkbookParts> {
  const root = await readRelationships(zip, '')
  const workbookPart = root.find(({ kind }) => kind === 'officeDocument')?.partName
  if (!workbookPart || !/\bxl\/.*\.xml$|workbook\.xml$/.test(workbookPart) || !zip.has(workbookPart)) {
    throw new TableFault('notAWorkbook', 'A zip file without a workbook')
  }
  const relationships = await readRelationships(zip, workbookPart)
  const partOf = (kind: string) => {
    const partName = relationships.find((relationship) => relationship.kind === kind)?.partName
    return partName && zip.has(partName) ? partName : null
  }
  const sheets: XlsxSheetPart[] = []
  let isDate1904 = false
  await scanPart(zip, workbookPart, {
    open(name, attributes) {
      if (name === 'workbookPr') isDate1904 = /^(1|true)$/.test(attributeOf(attributes, 'date1904') ?? '')
      if (name !== 'sheet') return
      const id = /[\w.-]+:id\s*=\s*["']([^"']*)/.exec(attributes)?.[1]
      const relationship = relationships.find((candidate) => candidate.id === id)
      if (relationship?.kind !== 'worksheet') return
      const isHidden = (attributeOf(attributes, 'state') ?? 'visible') !== 'visible'
      sheets.push({ name: attributeOf(attributes, 'name') ?? '', isHidden, partName: relationship.partName })
    },
  })
  return { sheets, stylesPart: partOf('styles'), sharedTextsPart: partOf('sharedStrings'), isDate1904 }
}

/** What a cell's style says that matters here; styles are referred to by their place in the file. */
export interface CellStyles {
  isDate: boolean[]
  fonts: string[]
}

/** The number formats and fonts of the cell styles. */
export async function readCellStyles(zip: ZipArchive, partName: string | null): Promise<CellStyles> {
  const styles: CellStyles = { isDate: [], fonts: [] }
  const dateFormats = new Map<number, boolean>()
  const fonts: string[] = []
  let list = ''
  if (!partName) return styles
  await scanPart(zip, partName, {
    open(name, attributes) {
      if (/^(fonts|cellXfs|cellStyleXfs|dxfs)$/.test(name)) list = name
      const format = Number(attributeOf(attributes, 'numFmtId') ?? 0)
      if (name === 'numFmt') dateFormats.set(format, isDateCode(attributeOf(attributes, 'formatCode') ?? ''))
      if (list === 'fonts' && name === 'font') fonts.push('')
      if (list === 'fonts' && name === 'name') fonts[fonts.length - 1] = attributeOf(attributes, 'val') ?? ''
      if (list === 'cellXfs' && name === 'xf') {
        styles.isDate.push(dateFormats.get(format) ?? isBuiltInDate(format))
        styles.fonts.push(fonts[Number(attributeOf(attributes, 'fontId') ?? 0)] ?? '')
      }
    },
    close(name) {
      if (name === list) list = ''
    },
  })
  return styles
}

/** _x000D_ stands for a character that XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9a-f]{4})_/gi, (_whole, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** A copy that does not keep alive the whole chunk of XML it was cut from. */
export function detached(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1)
}

/** The texts that cells refer to by number. */
export async function readSharedTexts(zip: ZipArchive, partName: string | null): Promise<string[]> {
  const texts: string[] = []
  let text = ''
  let characters = 0
  let isInText = false
  let isInReading = false
  if (!partName) return texts
  await scanPart(zip, partName, {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') isInReading = true
      else if (name === 't') isInText = !isInReading
    },
    text(piece) {
      if (isInText) text += piece
    },
    close(name) {
      if (name === 't') isInText = false
      else if (name === 'rPh') isInReading = false
      else if (name === 'si') {
        characters += text.length
        if (characters > MOST_SHARED_CHARACTERS || texts.length >= MOST_SHARED_TEXTS) {
          throw new TableFault('tooManyRows', 'Too many shared texts')
        }
        texts.push(detached(decodeEscapes(text)))
      }
    },
  })
  return texts
}
