/** Files of papers are taken: by a printer, by another program, away. Only then are the papers in them printed. */

import { basename } from 'node:path'
import type { ParsedInput } from '../../contract/contract.ts'
import { refusal } from '../../domain/refusal.ts'
import type { Reader } from '../../ledger/connection.ts'
import { isOvertaken, notePrinting, type PaperPages, pagesOfPaperFile } from '../../ledger/printings.ts'
import { type CommandHandler, done, type QueryHandler, refused } from '../handler.ts'
import { personOf } from '../session.ts'

type Taken = Pick<ParsedInput<'papers.noteTaking'>, 'file' | 'pages'>

/** Which pages of which file are meant; null where the file is none of this ledger's. */
function pagesTaken(reader: Reader, { file, pages }: Taken): PaperPages | null {
  const fileName = basename(file)
  const pageCount = pagesOfPaperFile(reader, fileName)
  return pageCount === null ? null : { fileName, fromPage: pages?.from ?? 1, toPage: pages?.to ?? pageCount }
}

export const checkTaking: QueryHandler<'papers.checkTaking'> = ({ reader }, input) => {
  const pages = pagesTaken(reader, input)
  if (!pages) return done({ refusal: refusal('paper.fileUnknown', {}) })
  return done({ refusal: isOvertaken(reader, pages) ? refusal('paper.overtaken', {}) : null })
}

export const noteTaking: CommandHandler<'papers.noteTaking'> = (commanding, input) => {
  const { writer, now } = commanding
  const pages = pagesTaken(writer, input)
  if (!pages) return refused(refusal('paper.fileUnknown', {}))
  notePrinting(writer, pages, { printedAt: now, personId: personOf(commanding).personId })
  return done({}, pages.fileName)
}
