/** Opens what a list comes in: a file of this machine, or what was copied in Excel and pasted. */

import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { type ListSource, PASTED_NAME } from '../domain/household-list.ts'
import { type Refusal, refusal } from '../domain/refusal.ts'
import { openTable } from './formats/open-table.ts'
import { openPasted } from './formats/pasted-source.ts'
import {
  LARGEST_FILE_MEGABYTES,
  LARGEST_UNPACKED_MEGABYTES,
  MOST_ROWS,
  TableFault,
  type TableSource,
} from './formats/table-source.ts'

export interface OpenedSource {
  fileName: string
  /** The file's bytes, or the pasted text in UTF-8. */
  bytes: Buffer
  sha256: string
  table: TableSource
}

export type WithSource<Result> = { ok: true; result: Result } | { ok: false; refusal: Refusal }

function refusalOf(fault: TableFault, fileName: string): Refusal {
  switch (fault.kind) {
    case 'notAWorkbook':
      return refusal('workbook.notAWorkbook', { fileName })
    case 'broken':
      return refusal('workbook.broken', { fileName })
    case 'encrypted':
      return refusal('workbook.encrypted', { fileName })
    case 'tooManyRows':
      return refusal('workbook.tooManyRows', { fileName, mostRows: MOST_ROWS })
    case 'tooLarge':
      return refusal('file.tooLarge', {
        fileName,
        megabytes: fault.megabytes,
        largestMegabytes: LARGEST_UNPACKED_MEGABYTES,
      })
  }
}

async function readBytes(file: string, fileName: string): Promise<Buffer | Refusal> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
    throw error
  })
  if (!found?.isFile()) return refusal('file.missing', { fileName })
  const megabytes = Math.ceil(found.size / 2 ** 20)
  const largestMegabytes = LARGEST_FILE_MEGABYTES
  if (megabytes > largestMegabytes) return refusal('file.tooLarge', { fileName, megabytes, largestMegabytes })
  return readFile(file)
}

/**
 * Opens a source and does something with it; whatever the source holds becomes a refusal, not an exception. Refuses
 * file.missing, file.tooLarge, workbook.notAWorkbook, workbook.broken, workbook.encrypted and workbook.tooManyRows.
 */
export async function withSource<Result>(
  source: ListSource,
  use: (opened: OpenedSource) => Promise<Result>,
): Promise<WithSource<Result>> {
  const fileName = 'file' in source ? basename(source.file).normalize('NFC') : PASTED_NAME
  const bytes = 'file' in source ? await readBytes(source.file, fileName) : Buffer.from(source.pasted)
  if (!Buffer.isBuffer(bytes)) return { ok: false, refusal: bytes }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  try {
    const table = 'file' in source ? await openTable(bytes) : openPasted(source.pasted)
    return { ok: true, result: await use({ fileName, bytes, sha256, table }) }
  } catch (error) {
    if (error instanceof TableFault) return { ok: false, refusal: refusalOf(error, fileName) }
    throw error
  }
}
