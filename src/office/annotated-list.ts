/** The sender's own list with a column that says what is wrong with each row: whole, or not there. */

import { existsSync, realpathSync } from 'node:fs'
import { basename, extname, resolve } from 'node:path'
import type { Language } from '../contract/schemas.ts'
import * as en from '../contract/wording/en/list-findings.ts'
import * as vi from '../contract/wording/vi/list-findings.ts'
import { refusal } from '../domain/refusal.ts'
import { annotateList } from '../intake/annotate-list.ts'
import { readHouseholdList } from '../intake/read-household-list.ts'
import { writeDurably } from '../ledger/durable-file.ts'
import type { ListToRead, TaskResult } from './worker-tasks.ts'

const WORDING = { vi, en }

export interface AnnotatedFile {
  language: Language
  file: string
  signal: AbortSignal
  onProgress: (rowsRead: number) => void
}

/**
 * A name with the ending of what it holds: a list in an old format comes back as a new workbook. A file that is there
 * under a name the clerk did not choose is left alone.
 */
function named(file: string, extension: string): string {
  const own = extname(file)
  if (own.toLowerCase() === `.${extension}`) return file
  const stem = file.slice(0, file.length - own.length)
  const free = (number: number): string => {
    const name = `${stem}${number > 1 ? ` (${number})` : ''}.${extension}`
    return existsSync(name) ? free(number + 1) : name
  }
  return free(1)
}

function truePath(file: string): string {
  try {
    return realpathSync.native(file)
  } catch {
    return resolve(file)
  }
}

/**
 * Reads a list as the clerk says and writes it with its findings. Answers the name it was written under. Refuses
 * file.isSource and what reading it refuses.
 */
export async function writeAnnotatedList(
  { source, ...reading }: ListToRead,
  { language, file, signal, onProgress }: AnnotatedFile,
): Promise<TaskResult<'annotateList'>> {
  if ('file' in source && truePath(source.file) === truePath(file)) {
    return { ok: false, refusal: refusal('file.isSource', { fileName: basename(file) }) }
  }
  const read = await readHouseholdList(source, { ...reading, signal, onProgress })
  if (!read.ok) return read
  const { listFindings, findingsHeader } = WORDING[language]
  const annotated = await annotateList(source, read.list, {
    wordsOf: (finding) => listFindings[finding.code](finding),
    header: findingsHeader,
  })
  if (!annotated.ok) return annotated
  signal.throwIfAborted()
  const { bytes, extension, rowCount } = annotated.result
  const written = named(file, extension)
  writeDurably(written, bytes)
  return { ok: true, file: written, rowCount }
}
