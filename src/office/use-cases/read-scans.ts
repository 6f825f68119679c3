/** Reads stacks of scans: each page is matched with the paper its code names, and waits for a person's word. */

import { basename } from 'node:path'
import type { Progress } from '../../contract/protocol.ts'
import { tellFailure } from '../../contract/wording/failure-wording.ts'
import { failures } from '../../contract/wording/vi/failures.ts'
import { dayInVietnam } from '../../domain/day.ts'
import { comesBackInPages, officeDigits, readDocumentCode, readPageCode } from '../../domain/numbering.ts'
import { type Refusal, refusal } from '../../domain/refusal.ts'
import { SCAN_STATES, type ScanState, scanState } from '../../domain/returned-scan.ts'
import { pagesBack, paperOfCode, printedPaper } from '../../ledger/coded-papers.ts'
import type { Reader } from '../../ledger/connection.ts'
import { findDistribution } from '../../ledger/distributions.ts'
import { officeOf } from '../../ledger/office-record.ts'
import { addScannedPage, addUnreadableScan, isUnreadableScan, isWaiting, scanReadAt } from '../../ledger/scans.ts'
import { type Commanding, done, type JobHandler, refused, type Working } from '../handler.ts'
import { scansFolder } from '../place.ts'
import { personOf } from '../session.ts'
import type { PrintedPaper, ReadPage, ReadScans } from '../worker-tasks.ts'
import { sha256OfFile } from './watch-scans.ts'

/** Two, so that a third thread is left for the counter; fewer would read a stack half as fast. */
const THREADS = 2

interface Stack {
  file: string
  fileName: string
  sha256: string
}

interface LeftOut {
  fileName: string
  what: string
}

export const readScannedPapers: JobHandler<'scans.read'> = async (working, { files, eventId }) => {
  if (eventId !== null && !findDistribution(working.reader, eventId)) return refused(refusal('event.unknown', {}))
  const leftOut: LeftOut[] = []
  const leave = (fileName: string, reason: Refusal) => void leftOut.push({ fileName, what: told(reason) })
  const stacks = await stacksToRead(working, files, leave)
  const { pages, refusals } = await readTogether(working, stacks)
  for (const { file, refusal: reason } of refusals) leave(stacks[file]?.fileName ?? '', reason)
  const isBroken = (file: number) =>
    pages.every((page) => page.file !== file) && refusals.some((one) => one.file === file && isLasting(one))
  const unreadable = stacks.filter(({ sha256 }, file) => isBroken(file) && !isUnreadableScan(working.reader, sha256))
  const states = Object.fromEntries(SCAN_STATES.map((state) => [state, 0])) as Record<ScanState, number>
  const pageIds: string[] = []
  if (pages.length === 0 && unreadable.length === 0) return done({ pageIds, states, leftOut })
  return working.commit((commanding) => {
    for (const page of pages) {
      const stack = stacks[page.file]
      if (!stack) continue
      const pageId = commanding.newIdentity()
      states[addPage(commanding, stack, { pageId, ...page }, eventId)] += 1
      pageIds.push(pageId)
    }
    const facts = { readAt: commanding.now, personId: personOf(commanding).personId }
    for (const { sha256, fileName } of unreadable)
      addUnreadableScan(commanding.writer, { sourceSha256: sha256, sourceName: fileName, ...facts })
    return done({ pageIds, states, leftOut })
  })
}

/** What a refusal says, for the list of what was left out. */
function told(reason: Refusal): string {
  const { what, next } = tellFailure(failures, { family: 'refused', refusal: reason })
  return `${what} ${next}`
}

/** A file that went away while it was waiting may come again; what is broken stays so. */
function isLasting({ refusal: { code } }: ReadScans['refusals'][number]): boolean {
  return code !== 'file.missing'
}

/** Files that were not read before, each content once. */
async function stacksToRead(
  { reader, signal, today }: Working,
  files: readonly string[],
  leave: (fileName: string, reason: Refusal) => void,
): Promise<Stack[]> {
  const stacks: Stack[] = []
  for (const file of new Set(files)) {
    signal.throwIfAborted()
    const fileName = basename(file)
    const sha256 = await sha256OfFile(file).catch(() => null)
    const readAt = sha256 === null ? null : scanReadAt(reader, sha256)
    const isTwice = stacks.some((stack) => stack.sha256 === sha256)
    if (sha256 === null) leave(fileName, refusal('file.missing', { fileName }))
    else if (readAt === null && !isTwice) stacks.push({ file, fileName, sha256 })
    else {
      const readOn = readAt === null ? today : dayInVietnam(Date.parse(readAt))
      leave(fileName, refusal('scan.alreadyRead', { fileName, readOn }))
    }
  }
  return stacks
}

/** All pages in the order of the files, read by threads that share them. */
async function readTogether(working: Working, stacks: readonly Stack[]): Promise<ReadScans> {
  if (stacks.length === 0) return { pages: [], refusals: [] }
  const { reader, workers, pause, place } = working
  // Where one thread fails, the other need not read on.
  const stopping = new AbortController()
  const stop = () => stopping.abort(working.signal.reason)
  working.signal.addEventListener('abort', stop)
  if (working.signal.aborted) stop()
  const progress: Progress[] = []
  const reads = Array.from({ length: THREADS }, async (_, index) => {
    const report = (one: Progress) => {
      progress[index] = one
      working.report(together(progress))
    }
    const share = { index, of: THREADS }
    const task = {
      name: 'readScans',
      files: stacks.map(({ file }) => file),
      share,
      folder: scansFolder(place),
    } as const
    const { signal } = stopping
    return workers.run(task, { signal, pause, report, printedPaper: (code) => paperToSign(reader, code) })
  })
  const results = await Promise.all(reads).finally(() => {
    working.signal.removeEventListener('abort', stop)
    stopping.abort()
  })
  const refusals = new Map(results.flatMap((one) => one.refusals).map((one) => [JSON.stringify(one), one]))
  return {
    pages: results
      .flatMap(({ pages }) => pages)
      .sort((one, other) => one.file - other.file || one.pageNumber - other.pageNumber),
    refusals: [...refusals.values()],
  }
}

function together(parts: readonly Progress[]): Progress {
  const known = parts.filter(Boolean)
  const isEachKnown = known.length === THREADS && known.every(({ total }) => total !== null)
  return {
    stage: 'reading',
    done: known.reduce((sum, { done: pages }) => sum + pages, 0),
    total: isEachKnown ? known.reduce((sum, { total }) => sum + (total ?? 0), 0) : null,
  }
}

/** Only papers of one page have a box that one recipient signs in. */
function paperToSign(reader: Reader, code: string): PrintedPaper | null {
  const kind = readDocumentCode(code)?.kind
  return kind && !comesBackInPages(kind) ? (printedPaper(reader, code) as PrintedPaper | null) : null
}

/** Adds a page to the queue and answers how it stands. What lies in the queue already is a duplicate, too. */
function addPage(
  { reader, writer, now, session }: Commanding,
  { fileName, sha256 }: Stack,
  page: ReadPage & { pageId: string },
  eventId: string | null,
): ScanState {
  const { codes, signature } = page
  const read = codes[0] === undefined ? null : readPageCode(codes[0])
  const paper = read && paperOfCode(reader, read.code)
  const paperPage = read?.pageNumber ?? null
  const isBack =
    paper !== null &&
    paperPage !== null &&
    (isWaiting(reader, paper.documentId, paperPage) ||
      pagesBack(reader, paper.documentId).some((back) => back.paperPage === paperPage))
  const state = scanState({
    codes,
    isForeignOffice: read !== null && read.paper.officeDigits !== officeDigits(officeOf(reader).officeCode),
    paper: paper && { isVoided: paper.isVoided === 1, isBack, eventId: paper.eventId },
    eventId,
    signature,
  })
  addScannedPage(writer, {
    pageId: page.pageId,
    sourceSha256: sha256,
    sourceName: fileName,
    pageNumber: page.pageNumber,
    imageSha256: page.imageSha256,
    codes: JSON.stringify(codes),
    confidence: page.confidence,
    rotationDegrees: page.rotationDegrees,
    skewTenths: Math.round(page.skewDegrees * 10),
    signature,
    eventId,
    state,
    documentKind: paper?.kind ?? null,
    documentId: paper?.documentId ?? null,
    paperPage: paper && paperPage,
    readAt: now,
    personId: personOf({ session }).personId,
  })
  return state
}
