/** A person's word on scanned pages: kept as a paper, set aside, or a word taken back. All of a command, or none. */

import { formatDocumentNumber } from '../../domain/numbering.ts'
import { refusal } from '../../domain/refusal.ts'
import { officeOf } from '../../ledger/office-record.ts'
import { addScanDecision, findScan, issuedPaper } from '../../ledger/scans.ts'
import { type CommandHandler, type Commanding, done, refused } from '../handler.ts'
import { personOf } from '../session.ts'

const facts = (commanding: Commanding) => ({
  decisionId: commanding.newIdentity(),
  decidedAt: commanding.now,
  personId: personOf(commanding).personId,
})

export const keepScans: CommandHandler<'scans.keep'> = (commanding, { pages }) => {
  const { reader, writer } = commanding
  for (const { pageId, kind, documentId } of pages) {
    const page = findScan(reader, pageId)
    if (!page) return refused(refusal('scan.unknown', {}))
    if (page.decision !== null) return refused(refusal('scan.settled', {}))
    const paper = issuedPaper(reader, documentId)
    if (paper?.kind !== kind) return refused(refusal('paper.unknown', { text: documentId }))
    if (paper.pageId !== null) {
      const { documentYear: year, documentNumber: number } = paper
      const documentNumber = formatDocumentNumber({ kind, year, number }, officeOf(reader).officeCode)
      return refused(refusal('scan.paperBack', { documentNumber }))
    }
    addScanDecision(writer, { ...facts(commanding), pageId, decision: 'kept', documentKind: kind, documentId })
  }
  const [only] = pages
  return done({ kept: pages.length }, pages.length === 1 && only ? only.documentId : null)
}

export const setScansAside: CommandHandler<'scans.setAside'> = (commanding, { pageIds }) => {
  for (const pageId of pageIds) {
    const page = findScan(commanding.reader, pageId)
    if (!page) return refused(refusal('scan.unknown', {}))
    if (page.decision !== null) return refused(refusal('scan.settled', {}))
    const nothing = { documentKind: null, documentId: null }
    addScanDecision(commanding.writer, { ...facts(commanding), pageId, decision: 'setAside', ...nothing })
  }
  return done({ setAside: pageIds.length })
}

export const takeScanBack: CommandHandler<'scans.takeBack'> = (commanding, { pageId }) => {
  const page = findScan(commanding.reader, pageId)
  if (!page) return refused(refusal('scan.unknown', {}))
  if (page.decision === null) return refused(refusal('scan.settled', {}))
  const nothing = { documentKind: null, documentId: null }
  addScanDecision(commanding.writer, { ...facts(commanding), pageId, decision: 'takenBack', ...nothing })
  return done({ pageId }, page.documentId)
}
