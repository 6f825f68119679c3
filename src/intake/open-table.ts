/**
 * Opens a file by what it holds, whatever its name says: commune files are renamed, forwarded and mended by many
 * hands.
 */

import { openCsv } from './csv-source.ts'
import { TableFault, type TableSource } from './table-source.ts'
import { openXlsx } from './xlsx-source.ts'
import { openZip } from './zip-archive.ts'

const ZIP = Buffer.from('PK\x03\x04', 'latin1')
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
/** Excel keeps a workbook with a password in an OLE container, in a stream of this name ([MS-OFFCRYPTO] 2.3.4.4). */
const ENCRYPTED_STREAM = Buffer.from('EncryptedPackage', 'utf16le')

const startsWith = (bytes: Buffer, magic: Buffer) => bytes.subarray(0, magic.length).equals(magic)

/** Markup and bytes that no text has; UTF-16 is full of zero bytes and says so in its first two. */
function isPlainText(bytes: Buffer): boolean {
  const beginning = bytes.subarray(0, 4096)
  const isUtf16 = /^(fffe|feff)/.test(beginning.subarray(0, 2).toString('hex'))
  if (!isUtf16 && beginning.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d)) return false
  return !/^\ufeff?\s*(<|%PDF-|\{\\rtf)/.test(beginning.toString(isUtf16 ? 'utf16le' : 'utf8'))
}

/**
 * Throws a `TableFault` where the file is no workbook and no list of separated values, or is a broken or locked one.
 */
export async function openTable(bytes: Buffer, fileName: string): Promise<TableSource> {
  if (startsWith(bytes, ZIP)) return openXlsx(await openZip(bytes))
  if (startsWith(bytes, OLE)) {
    throw new TableFault(bytes.includes(ENCRYPTED_STREAM) ? 'encrypted' : 'notAWorkbook', 'An OLE container')
  }
  if (/\.(csv|tsv|txt)$/i.test(fileName) && bytes.length > 0 && isPlainText(bytes)) return openCsv(bytes)
  throw new TableFault('notAWorkbook', 'Neither a workbook nor separated values')
}
