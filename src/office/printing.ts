/**
 * Makes papers into one PDF in the ledger's papers folder. What a paper says was stored when it was issued; what lies
 * in the file is kept with it, so that whoever takes it later is noted as having printed just that.
 */

import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { PrintedPapers } from '../contract/papers.ts'
import { refusal } from '../domain/refusal.ts'
import { searchKey } from '../domain/vietnamese.ts'
import { addPaperFile, type CountedPaper, copiesMade, type FiledPaper, pagesOfPaperFile } from '../ledger/printings.ts'
import type { StoredPaper } from '../ledger/receipts.ts'
import { done, type Outcome, refused, type Working } from './handler.ts'
import { papersFolder } from './place.ts'
import { personOf } from './session.ts'
import type { PaperToPrint } from './worker-tasks.ts'

export interface PaperToMake extends Pick<PaperToPrint, 'form' | 'data'> {
  /** Whose copies are counted; null for what is only worked with. */
  counted: CountedPaper | null
}

/** Names of files that are on their way: two jobs of one second do not make the same file. */
const beingMade = new Set<string>()

/** What begins so is gone when the ledger is opened next, as everything that an office leaves half-written. */
const FLEETING = '.'

export function isFleeting(fileName: string): boolean {
  return fileName.startsWith(FLEETING)
}

/** A file that went is still named in the ledger. */
function isTaken({ reader }: Working, file: string): boolean {
  return existsSync(file) || beingMade.has(file) || pagesOfPaperFile(reader, basename(file)) !== null
}

/** "bien-ban-tri-an-2026-20261201-083000.pdf": plain letters, and never the name of a file that was there before. */
function newFile(working: Working, words: string, beginning: string): string {
  const folder = papersFolder(working.place)
  mkdirSync(folder, { recursive: true })
  const stamp = working.now.slice(0, 19).replace(/[-:]/g, '').replace('T', '-')
  const name = `${beginning}${searchKey(words).replace(/ /g, '-').slice(0, 80)}-${stamp}`
  let file = join(folder, `${name}.pdf`)
  for (let another = 2; isTaken(working, file); another += 1) {
    file = join(folder, `${name}-${another}.pdf`)
  }
  return file
}

/** Makes papers into one file, each that is counted with the number of its copy. Nothing is printed by that. */
export async function makePapers(
  working: Working,
  wanted: readonly PaperToMake[],
  words: string,
  subject: string | null,
  { isFleeting: isSoonGone = false } = {},
): Promise<Outcome<PrintedPapers>> {
  if (wanted.length === 0) return refused(refusal('paper.nothingToPrint', {}))
  const { reader, workers, now, signal, pause, report } = working
  const papers = wanted.map(({ form, data, counted }) => ({
    form,
    data,
    copyNumber: counted ? copiesMade(reader, counted) : 0,
  }))
  const file = newFile(working, words, isSoonGone ? FLEETING : '')
  beingMade.add(file)
  let kept: string | null = null
  try {
    const task = { name: 'printPapers', papers, file, createdAt: now } as const
    const written = await workers.run(task, { signal, pause, report })
    const printed = { file, paperCount: papers.length, pageCount: written.pages, papers: written.papers }
    const outcome = working.commit((commanding) => {
      const { personId } = personOf(commanding)
      const made = { fileName: basename(file), pageCount: written.pages, madeAt: now, personId }
      addPaperFile(commanding.writer, made, filedPapers(printed, wanted, papers))
      return done(printed, subject)
    })
    if ('value' in outcome) kept = outcome.value.file
    return outcome
  } finally {
    // Where it could not be kept, or a repeated command was answered before, the file goes again.
    if (kept !== file) rmSync(file, { force: true })
    beingMade.delete(file)
  }
}

function filedPapers(
  { papers: marks, pageCount }: PrintedPapers,
  wanted: readonly PaperToMake[],
  papers: readonly PaperToPrint[],
): FiledPaper[] {
  return wanted.flatMap(({ counted, form }, index) => {
    const { page: firstPage = 1 } = marks[index] ?? {}
    const lastPage = (marks[index + 1]?.page ?? pageCount + 1) - 1
    const { copyNumber = 0 } = papers[index] ?? {}
    return counted ? [{ ...counted, firstPage, lastPage, copyNumber, form }] : []
  })
}

/** Makes papers that were issued, all of one kind on one form. */
export function printIssued(
  working: Working,
  kind: CountedPaper['documentKind'],
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

/** Makes papers of several kinds as one file. */
export function printMixed(
  working: Working,
  issued: readonly (StoredPaper & { kind: CountedPaper['documentKind']; form: PaperToPrint['form'] })[],
  words: string,
): Promise<Outcome<PrintedPapers>> {
  const papers = issued.map(({ kind, form, documentId, paper }) => ({
    form,
    data: paper,
    counted: { documentKind: kind, documentId },
  }))
  return makePapers(working, papers, wordsFor(issued, words), onlyOne(issued)?.documentId ?? null)
}

/** A file of one paper is called by its number. */
export function wordsFor(issued: readonly StoredPaper[], words: string): string {
  const only = onlyOne(issued)
  return only ? `${words} ${String(only.documentNumber).padStart(5, '0')}` : words
}

export function onlyOne<Paper>(papers: readonly Paper[]): Paper | null {
  return papers.length === 1 ? (papers[0] ?? null) : null
}

/** A paper that nobody counts the copies of: a list, a sheet to work with. */
export function printOne(
  working: Working,
  paper: Omit<PaperToMake, 'counted'>,
  words: string,
  subject: string,
): Promise<Outcome<PrintedPapers>> {
  return makePapers(working, [{ ...paper, counted: null }], words, subject)
}
