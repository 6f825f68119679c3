/**
 * Makes papers into one PDF in the ledger's papers folder. What a paper says was stored when it was issued; only how
 * often it was made is noted here, after the file is there.
 */

import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { PrintedPapers } from '../contract/papers.ts'
import type { DocumentKind } from '../domain/numbering.ts'
import { refusal } from '../domain/refusal.ts'
import { searchKey } from '../domain/vietnamese.ts'
import { copiesMade, notePrinting } from '../ledger/printings.ts'
import type { StoredPaper } from '../ledger/receipts.ts'
import { type Commanding, done, type Outcome, refused, type Working } from './handler.ts'
import { papersFolder } from './place.ts'
import { personOf } from './session.ts'
import type { PaperToPrint } from './worker-tasks.ts'

/** "bien-ban-tri-an-2026-20261201-083000.pdf": plain letters, and never the name of a file that is open in a viewer. */
export function paperFile(working: Working, words: string): string {
  const folder = papersFolder(working.place)
  mkdirSync(folder, { recursive: true })
  const stamp = working.now.slice(0, 19).replace(/[-:]/g, '').replace('T', '-')
  const name = `${searchKey(words).replace(/ /g, '-').slice(0, 80)}-${stamp}`
  let file = join(folder, `${name}.pdf`)
  for (let another = 2; existsSync(file); another += 1) file = join(folder, `${name}-${another}.pdf`)
  return file
}

export async function render(working: Working, papers: PaperToPrint[], file: string): Promise<PrintedPapers> {
  const { workers, now, signal, pause, report } = working
  const task = { name: 'printPapers', papers, file, createdAt: now } as const
  const written = await workers.run(task, { signal, pause, report })
  return { file, paperCount: papers.length, pageCount: written.pages, papers: written.papers }
}

/** Notes the printing; where that cannot be noted, or a repeated command was answered before, the file goes again. */
export function noteOrRemove(
  working: Working,
  printed: PrintedPapers,
  note: (commanding: Commanding) => Outcome<PrintedPapers>,
): Outcome<PrintedPapers> {
  let kept: string | null = null
  try {
    const outcome = working.commit(note)
    if ('value' in outcome) kept = outcome.value.file
    return outcome
  } finally {
    if (kept !== printed.file) rmSync(printed.file, { force: true })
  }
}

/** Prints papers of one kind that were issued, each with the number of its copy. */
export function printIssued(
  working: Working,
  kind: DocumentKind,
  form: PaperToPrint['form'],
  issued: readonly StoredPaper[],
  words: string,
): Promise<Outcome<PrintedPapers>> {
  return printMixed(
    working,
    issued.map((paper) => ({ kind, form, ...paper })),
    words,
  )
}

/** Prints papers of several kinds as one file. */
export async function printMixed(
  working: Working,
  issued: readonly (StoredPaper & { kind: DocumentKind; form: PaperToPrint['form'] })[],
  words: string,
): Promise<Outcome<PrintedPapers>> {
  if (issued.length === 0) return refused(refusal('paper.nothingToPrint', {}))
  const papers = issued.map(({ kind, form, documentId, paper }) => ({
    form,
    data: paper,
    copyNumber: copiesMade(working.reader, kind, documentId),
  }))
  const [only] = issued
  const name = issued.length === 1 && only ? `${words} ${String(only.documentNumber).padStart(5, '0')}` : words
  const printed = await render(working, papers, paperFile(working, name))
  return noteOrRemove(working, printed, (commanding) => {
    const { writer, now } = commanding
    const { personId } = personOf(commanding)
    for (const { kind, form, documentId } of issued) {
      notePrinting(writer, { documentKind: kind, documentId, printedAt: now, personId, form })
    }
    return done(printed, issued.length === 1 && only ? only.documentId : null)
  })
}

/** A paper that nobody counts the copies of: a list, a slip to work with. */
export async function printOne(
  working: Working,
  paper: Omit<PaperToPrint, 'copyNumber'>,
  words: string,
  subject: string,
): Promise<Outcome<PrintedPapers>> {
  const printed = await render(working, [{ ...paper, copyNumber: 0 }], paperFile(working, words))
  return noteOrRemove(working, printed, () => done(printed, subject))
}
