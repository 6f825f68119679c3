/**
 * Opens a file by what it holds, whatever its name says: commune files are renamed, forwarded and mended by many
 * hands.
 */

import { openCsv } from './csv-source.ts'
import { openHtml } from './html-source.ts'
import { isOpenDocument } from './ods-parts.ts'
import { openOds } from './ods-source.ts'
import { openOle } from './ole-container.ts'
import { TableFault, type TableSource } from './table-source.ts'
import { decodedPieces, textEncodingOf } from './text-encoding.ts'
import { openXls } from './xls-source.ts'
import { openXlsx } from './xlsx-source.ts'
import { openXml2003 } from './xml2003-source.ts'
import { openZip } from './zip-archive.ts'

const ZIP = Buffer.from('PK\x03\x04', 'latin1')
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')

/** PDF, RTF and PostScript begin as text does; a program begins with two letters. */
const OTHER_TEXT = /^(?:%PDF-|\{\\rtf|%!PS|MZ[^ -~])/

const startsWith = (bytes: Buffer, magic: Buffer) => bytes.subarray(0, magic.length).equals(magic)

/** A workbook of Excel 97 or 95, or a newer one that Excel locked with a password ([MS-OFFCRYPTO] 2.3.4.4). */
function openOleFile(bytes: Buffer): TableSource {
  const ole = openOle(bytes)
  if (ole.has('EncryptedPackage')) throw new TableFault('encrypted', 'A workbook with a password')
  const stream = ole.read('Workbook') ?? ole.read('Book')
  if (!stream) throw new TableFault('notAWorkbook', 'An OLE container without a workbook')
  return openXls(stream)
}

/** Separated values, or what programs write as text and call .xls: a web page or the XML of Excel 2003. */
function openText(bytes: Buffer): TableSource {
  if (OTHER_TEXT.test(bytes.toString('latin1', 0, 8))) throw new TableFault('notAWorkbook', 'Text of another kind')
  const encoding = textEncodingOf(bytes)
  if (!encoding) throw new TableFault('notAWorkbook', 'No text')
  const beginning = decodedPieces(bytes, encoding).next().value ?? ''
  if (/^\s*<(?:\?xml|\w+:?Workbook)[\s\S]{0,4000}urn:schemas-microsoft-com:office:spreadsheet/.test(beginning)) {
    return openXml2003(bytes, encoding)
  }
  if (/^\s*<(?!\?xml)/.test(beginning) && /<table\b/i.test(beginning)) return openHtml(bytes, encoding)
  if (/^\s*</.test(beginning)) throw new TableFault('notAWorkbook', 'Text of another kind')
  return openCsv(bytes, encoding)
}

/** Throws a `TableFault` where the file is no table of any kind, or is a broken, locked or too large one. */
export async function openTable(bytes: Buffer): Promise<TableSource> {
  if (startsWith(bytes, OLE)) return openOleFile(bytes)
  if (!startsWith(bytes, ZIP)) return openText(bytes)
  const zip = await openZip(bytes)
  return isOpenDocument(zip) ? openOds(zip) : openXlsx(zip)
}
