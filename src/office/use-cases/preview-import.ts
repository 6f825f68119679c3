/** Reads a list, mended as the clerk says, and tells what taking it in would do. Nothing is written. */

import type { ImportPreview } from '../../contract/imports.ts'
import { isCitizenId, maskCitizenId } from '../../domain/citizen-id.ts'
import { dayInVietnam } from '../../domain/day.ts'
import type { Reader } from '../../ledger/connection.ts'
import { findBatchOfFile } from '../../ledger/lists/imports.ts'
import { done, type JobHandler, refused } from '../handler.ts'
import { forgetReading, keepReading, type Reading } from '../readings.ts'
import { readList } from './read-list.ts'

export const previewImport: JobHandler<'imports.preview'> = async (working, input) => {
  // What was looked at before is not in the way of a long list's memory.
  forgetReading(working.session)
  const read = await readList(working, input)
  if (!read.ok) return refused(read.refusal)
  keepReading(working.session, read.reading)
  return done(previewOf(working.reader, read.reading))
}

function effectsOf({ list, comparison }: Reading): ImportPreview['effects'] {
  const effects = { new: 0, changed: 0, same: 0, blocked: list.blockedRows.length, gone: comparison.gone.length }
  for (const { effect } of comparison.effects) effects[effect] += 1
  return effects
}

/** Citizen IDs are masked here as everywhere; what is none yet is shown, for it must be mended. */
const masked = (texts: string[]) => texts.map((text) => (isCitizenId(text) ? maskCitizenId(text) : text))

function previewOf(reader: Reader, reading: Reading): ImportPreview {
  const { readingId, list, comparison } = reading
  const { fileName, fileSha256, format, textEncoding, sheets, sheetName, headerRowNumber, firstRows } = list
  const { columns, rowCount, findings } = list
  const errorCount = findings.filter(({ severity }) => severity === 'error').length
  const earlier = findBatchOfFile(reader, fileSha256)
  return {
    readingId,
    fileName,
    fileSha256,
    format,
    textEncoding,
    sheets,
    sheetName,
    headerRowNumber,
    firstRows: firstRows.map(({ rowNumber, texts }) => ({ rowNumber, texts: masked(texts) })),
    isRemembered: columns.some(({ basis }) => basis === 'remembered'),
    columns: columns.map((column) => ({ ...column, samples: masked(column.samples) })),
    rowCount,
    skippedCount: list.skippedRowNumbers.length,
    hiddenRowCount: list.hiddenRowNumbers.length,
    effects: effectsOf(reading),
    resemblingCount: comparison.effects.filter(({ resembles }) => resembles.length > 0).length,
    errorCount,
    warningCount: findings.length - errorCount,
    alreadyImportedOn: earlier && dayInVietnam(Date.parse(earlier.importedAt)),
  }
}
