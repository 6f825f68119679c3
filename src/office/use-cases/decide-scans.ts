/** A person's word on scanned pages: kept as a paper, set aside, or a word taken back. */

import { comesBackInPages, type DocumentKind, formatDocumentNumber } from '../../domain/numbering.ts'
import { type Refusal, refusal } from '../../domain/refusal.ts'
import { codedPaper, pagesBack } from '../../ledger/coded-papers.ts'
import { officeOf } from '../../ledger/office-record.ts'
import { addScanDecision, findScan, type ScanLine } from '../../ledger/scans.ts'
import { type CommandHandler, type Commanding, done, refused } from '../handler.ts'
import { personOf } from '../session.ts'

const facts = (commanding: Commanding) => ({
  decisionId: commanding.newIdentity(),
  decidedAt: commanding.now,
  personId: personOf(commanding).personId,
})

const NO_PAPER = { documentKind: null, documentId: null, paperPage: null, turnedDegrees: 0 }

/** The page, where it is known and is decided or still waits, as asked; else what stands against it. */
function pageThat(commanding: Commanding, pageId: string, isDecided: boolean): ScanLine | { refusal: Refusal } {
  const page = findScan(commanding.reader, pageId)
  if (!page) return refused(refusal('scan.unknown', {}))
  return (page.decision !== null) === isDecided ? page : refused(refusal('scan.settled', {}))
}

interface Keeping {
  kind: DocumentKind
  documentId: string
  turnedDegrees: number
}

function keepPage(
  commanding: Commanding,
  page: ScanLine,
  { kind, documentId, turnedDegrees }: Keeping,
): { documentNumber: string; paperPage: number } | { refusal: Refusal } {
  const { reader, writer } = commanding
  const paper = codedPaper(reader, kind, documentId)
  if (!paper) return refused(refusal('paper.unknown', { text: documentId }))
  const { documentYear: year, documentNumber: number } = paper
  const documentNumber = formatDocumentNumber({ kind, year, number }, officeOf(reader).officeCode)
  const back = pagesBack(reader, documentId).map(({ paperPage }) => paperPage)
  const paperPage = pageOfPaper(page, { kind, documentId }, back)
  if (back.includes(paperPage)) {
    const pageNumber = comesBackInPages(kind) ? paperPage : null
    return refused(refusal('scan.paperBack', { documentNumber, pageNumber }))
  }
  const { pageId } = page
  const decided = { pageId, decision: 'kept' as const, documentKind: kind, documentId, paperPage, turnedDegrees }
  addScanDecision(writer, { ...facts(commanding), ...decided })
  return { documentNumber, paperPage }
}

/** As its code says; where a person says what it is, the first page that is not back yet. */
function pageOfPaper(page: ScanLine, { kind, documentId }: Omit<Keeping, 'turnedDegrees'>, back: number[]): number {
  if (page.documentId === documentId && page.paperPage !== null) return page.paperPage
  let next = 1
  while (comesBackInPages(kind) && back.includes(next)) next += 1
  return next
}

export const keepScan: CommandHandler<'scans.keep'> = (commanding, { pageId, ...keeping }) => {
  const page = pageThat(commanding, pageId, false)
  if ('refusal' in page) return page
  const kept = keepPage(commanding, page, keeping)
  return 'refusal' in kept ? kept : done(kept, keeping.documentId)
}

export const keepMatchedScans: CommandHandler<'scans.keepMatched'> = (commanding, { pageIds }) => {
  const keptIds: string[] = []
  const skipped: { sourceName: string; pageNumber: number; refusal: Refusal }[] = []
  for (const pageId of pageIds) {
    const page = findScan(commanding.reader, pageId)
    if (!page) return refused(refusal('scan.unknown', {}))
    const kept = keepMatched(commanding, page)
    if (kept === null) keptIds.push(pageId)
    else skipped.push({ sourceName: page.sourceName, pageNumber: page.pageNumber, ...kept })
  }
  return done({ keptIds, skipped })
}

/** Null where the page was kept. */
function keepMatched(commanding: Commanding, page: ScanLine): { refusal: Refusal } | null {
  const { decision, state, documentKind: kind, documentId } = page
  if (decision !== null) return refused(refusal('scan.settled', {}))
  if (state !== 'matched' || kind === null || documentId === null) return refused(refusal('scan.notMatched', {}))
  const kept = keepPage(commanding, page, { kind, documentId, turnedDegrees: 0 })
  return 'refusal' in kept ? kept : null
}

export const setScansAside: CommandHandler<'scans.setAside'> = (commanding, { pageIds }) => {
  for (const pageId of pageIds) {
    const page = pageThat(commanding, pageId, false)
    if ('refusal' in page) return page
    addScanDecision(commanding.writer, { ...facts(commanding), ...NO_PAPER, pageId, decision: 'setAside' })
  }
  return done({ setAside: pageIds.length })
}

export const takeScansBack: CommandHandler<'scans.takeBack'> = (commanding, { pageIds }) => {
  for (const pageId of pageIds) {
    const page = pageThat(commanding, pageId, true)
    if ('refusal' in page) return page
    addScanDecision(commanding.writer, { ...facts(commanding), ...NO_PAPER, pageId, decision: 'takenBack' })
  }
  return done({ takenBack: pageIds.length })
}
