/** Reads stacks of scans: each page is matched with the paper its code names, and waits for a person's word. */

import { basename } from 'node:path'
import { tellFailure } from '../../contract/wording/failure-wording.ts'
import { failures } from '../../contract/wording/vi/failures.ts'
import { dayInVietnam } from '../../domain/day.ts'
import { readDocumentCode } from '../../domain/numbering.ts'
import { type Refusal, refusal } from '../../domain/refusal.ts'
import { SCAN_STATES, type ScanState, scanState } from '../../domain/returned-scan.ts'
import { findDistribution } from '../../ledger/distributions.ts'
import { officeOf } from '../../ledger/office-record.ts'
import { addScannedPage, paperOfCode, papersOut, scanReadAt } from '../../ledger/scans.ts'
import { type Commanding, done, type JobHandler, refused, type Working } from '../handler.ts'
import { scansFolder } from '../place.ts'
import { personOf } from '../session.ts'
import type { PaperOut, ReadPage } from '../worker-tasks.ts'
import { sha256OfFile } from './watch-scans.ts'

/** More papers than lie on any scanner; older ones are matched, too, but their signature is not looked for. */
const MOST_PAPERS_OUT = 20_000

interface Stack {
  fileName: string
  sha256: string
  pages: ReadPage[]
}

interface LeftOut {
  fileName: string
  what: string
}

export const readScannedPapers: JobHandler<'scans.read'> = async (working, { files, eventId }) => {
  if (eventId !== null && !findDistribution(working.reader, eventId)) return refused(refusal('event.unknown', {}))
  const leftOut: LeftOut[] = []
  const stacks: Stack[] = []
  for (const file of [...new Set(files)]) {
    working.signal.throwIfAborted()
    const stack = await readStack(working, file, stacks, leftOut)
    if (stack) stacks.push(stack)
  }
  return working.commit((commanding) => {
    const states = Object.fromEntries(SCAN_STATES.map((state) => [state, 0])) as Record<ScanState, number>
    const seen = new Set<string>()
    const pageIds: string[] = []
    for (const stack of stacks) {
      for (const page of stack.pages) {
        const pageId = commanding.newIdentity()
        states[addPage(commanding, stack, { pageId, ...page }, eventId, seen)] += 1
        pageIds.push(pageId)
      }
    }
    return done({ pageIds, states, leftOut })
  })
}

/** What a refusal says, for the list of what was left out. */
function told(reason: Refusal): string {
  const { what, next } = tellFailure(failures, { family: 'refused', refusal: reason })
  return `${what} ${next}`
}

async function readStack(
  working: Working,
  file: string,
  earlier: readonly Stack[],
  leftOut: LeftOut[],
): Promise<Stack | null> {
  const { reader, workers, signal, pause, report, place } = working
  const fileName = basename(file)
  const leave = (reason: Refusal) => {
    leftOut.push({ fileName, what: told(reason) })
    return null
  }
  const sha256 = await sha256OfFile(file).catch(() => null)
  if (sha256 === null) return leave(refusal('file.missing', { fileName }))
  const readAt = scanReadAt(reader, sha256)
  if (readAt !== null) return leave(refusal('scan.alreadyRead', { fileName, readOn: dayInVietnam(Date.parse(readAt)) }))
  if (earlier.some((stack) => stack.sha256 === sha256)) {
    return leave(refusal('scan.alreadyRead', { fileName, readOn: working.today }))
  }
  const papers = papersOut(reader, MOST_PAPERS_OUT) as PaperOut[]
  const task = { name: 'readScans', file, pages: null, folder: scansFolder(place), papers } as const
  const { pages, refusals } = await workers.run(task, { signal, pause, report })
  for (const reason of refusals) leave(reason)
  return pages.length > 0 ? { fileName, sha256, pages } : null
}

/** Adds a page to the queue and answers how it stands. A paper that lies twice in one reading is a duplicate, too. */
function addPage(
  { reader, writer, now, session }: Commanding,
  { fileName, sha256 }: Stack,
  page: ReadPage & { pageId: string },
  eventId: string | null,
  seen: Set<string>,
): ScanState {
  const { codes, signature } = page
  const [code] = codes
  const paper = code === undefined ? null : paperOfCode(reader, code)
  const state = scanState({
    codes,
    isForeignOffice: code !== undefined && isForeign(code, officeOf(reader).officeCode),
    paper: paper && {
      isVoided: paper.isVoided === 1,
      isBack: paper.pageId !== null || seen.has(paper.documentId),
      eventId: paper.eventId,
    },
    eventId,
    signature,
  })
  if (paper) seen.add(paper.documentId)
  addScannedPage(writer, {
    pageId: page.pageId,
    sourceSha256: sha256,
    sourceName: fileName,
    pageNumber: page.pageNumber,
    imageSha256: page.imageSha256,
    imageType: page.imageType,
    codes: JSON.stringify(codes),
    confidence: page.confidence,
    rotationDegrees: page.rotationDegrees,
    skewTenths: Math.round(page.skewDegrees * 10),
    signature,
    eventId,
    state,
    documentKind: paper?.kind ?? null,
    documentId: paper?.documentId ?? null,
    readAt: now,
    personId: personOf({ session }).personId,
  })
  return state
}

/** Codes carry the digits of the office that issued them. */
function isForeign(code: string, officeCode: string): boolean {
  const digits = officeCode.replace(/\D/g, '').slice(-4).padStart(4, '0')
  return readDocumentCode(code)?.officeDigits !== digits
}
