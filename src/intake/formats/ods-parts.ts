/** The small things of an .ods workbook: what it is, which sheets it has, and the fonts of its styles. */

import { TableFault } from './table-source.ts'
import { scanPart } from './xlsx-parts.ts'
import { attributeOf, type XmlHandlers } from './xml-scanner.ts'
import type { ZipArchive } from './zip-archive.ts'

export const CONTENT = 'content.xml'
const STYLES = 'styles.xml'
const MANIFEST = 'META-INF/manifest.xml'
/** All sheets stand in one part, which is read once for each: a list of 100,000 households takes half of this. */
const LARGEST_CONTENT_BYTES = 160 * 2 ** 20
const MOST_SHEETS = 10_000
const MOST_STYLES = 100_000

export interface OdsSheetPart {
  name: string
  isHidden: boolean
}

export interface OdsParts {
  sheets: OdsSheetPart[]
  /** The font of a cell style by its name, '' where it has none. */
  fontOfStyle(styleName: string): string
}

interface Style {
  parent: string
  /** The name that the file gives to a font. */
  font: string
  isHiddenTable: boolean
}

/** Whether a zip container is an OpenDocument, of any kind. */
export function isOpenDocument(zip: ZipArchive): boolean {
  return zip.has('mimetype') && (zip.has(CONTENT) || zip.has('encrypted-package'))
}

async function mimeTypeOf(zip: ZipArchive): Promise<string> {
  let text = ''
  for await (const chunk of zip.read('mimetype')) {
    text += Buffer.from(chunk).toString('latin1')
    if (text.length > 1000) break
  }
  return text.trim()
}

/** A password keeps the names of the parts as they are: the manifest says which of them are encrypted. */
async function refuseEncrypted(zip: ZipArchive): Promise<void> {
  let isEncrypted = zip.has('encrypted-package')
  if (zip.has(MANIFEST)) {
    await scanPart(zip, MANIFEST, {
      open(name) {
        if (name === 'encryption-data') isEncrypted = true
      },
    })
  }
  if (isEncrypted) throw new TableFault('encrypted', 'An OpenDocument with a password')
}

/** Collects styles and fonts; both parts of a workbook have some. */
function styleCollector(styles: Map<string, Style>, fontFamilies: Map<string, string>): Partial<XmlHandlers> {
  let style: Style | null = null
  return {
    open(name, attributes) {
      if (styles.size > MOST_STYLES || fontFamilies.size > MOST_STYLES)
        throw new TableFault('broken', 'Too many styles')
      if (name === 'font-face') {
        const family = attributeOf(attributes, 'svg:font-family') ?? ''
        fontFamilies.set(attributeOf(attributes, 'style:name') ?? '', family.replace(/^'|'$/g, ''))
      } else if (name === 'style' || name === 'default-style') {
        style = { parent: attributeOf(attributes, 'style:parent-style-name') ?? '', font: '', isHiddenTable: false }
        const isOfCells = attributeOf(attributes, 'style:family') === 'table-cell'
        styles.set(attributeOf(attributes, 'style:name') ?? (isOfCells ? '' : ' '), style)
      } else if (name === 'text-properties' && style) {
        style.font = attributeOf(attributes, 'style:font-name') ?? style.font
      } else if (name === 'table-properties' && style) {
        style.isHiddenTable = attributeOf(attributes, 'table:display') === 'false'
      }
    },
    close(name) {
      if (name === 'style' || name === 'default-style') style = null
    },
  }
}

/**
 * Finds the sheets of a workbook and its fonts. Throws a `TableFault`: notAWorkbook for another OpenDocument,
 * encrypted, broken or tooLarge.
 */
export async function readOdsParts(zip: ZipArchive): Promise<OdsParts> {
  await refuseEncrypted(zip)
  if (!/opendocument\.spreadsheet/.test(await mimeTypeOf(zip))) {
    throw new TableFault('notAWorkbook', 'An OpenDocument that is no workbook')
  }
  const bytes = zip.sizeOf(CONTENT)
  if (bytes > LARGEST_CONTENT_BYTES) {
    throw new TableFault('tooLarge', 'Large when unpacked', { megabytes: Math.ceil(bytes / 2 ** 20) })
  }
  const styles = new Map<string, Style>()
  const fontFamilies = new Map<string, string>()
  const sheets: OdsSheetPart[] = []
  const collector = styleCollector(styles, fontFamilies)
  if (zip.has(STYLES)) await scanPart(zip, STYLES, collector)
  let depth = 0
  await scanPart(zip, CONTENT, {
    open(name, attributes) {
      if (name === 'table' && depth++ === 0 && sheets.length < MOST_SHEETS) {
        const isHidden = styles.get(attributeOf(attributes, 'table:style-name') ?? '')?.isHiddenTable ?? false
        sheets.push({ name: attributeOf(attributes, 'table:name') ?? '', isHidden })
      } else if (depth === 0) {
        collector.open?.(name, attributes)
      }
    },
    close(name) {
      if (name === 'table') depth -= 1
      else if (depth === 0) collector.close?.(name)
    },
  })
  return {
    sheets,
    fontOfStyle(styleName) {
      let style = styles.get(styleName)
      for (let depth = 0; style && !style.font && depth < 20; depth++) style = styles.get(style.parent)
      const font = style?.font ?? ''
      return fontFamilies.get(font) ?? font
    },
  }
}
