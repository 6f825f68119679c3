/** Answers about scanned pages and the papers they are. */

import type { ScannedPage, ScannedPaper } from '../../contract/scans.ts'
import type { Day } from '../../domain/day.ts'
import { comesBackInPages, formatDocumentNumber } from '../../domain/numbering.ts'
import { type CodedPaper, codedPaper, findCodedPapers, pagesBack } from '../../ledger/coded-papers.ts'
import type { Reader } from '../../ledger/connection.ts'
import { officeOf } from '../../ledger/office-record.ts'
import { countScanStates, countScans, findScan, listScans, type ScanLine, scansOfPaper } from '../../ledger/scans.ts'
import { done, type QueryHandler } from '../handler.ts'

const MOST_PAPERS = 20

/** `page` is the one that is looked at; null where the paper is looked for by itself. */
function paperOf(reader: Reader, paper: CodedPaper, page: ScanLine | null): ScannedPaper {
  const { kind, documentId, documentYear: year, documentNumber: number, issuedOn, isVoided } = paper
  const { headOfHousehold, hamlet, eventId, placeName } = paper
  const back = pagesBack(reader, documentId)
  const others = back.filter(({ pageId }) => pageId !== page?.pageId)
  const inPages = comesBackInPages(kind)
  return {
    kind,
    documentId,
    documentNumber: formatDocumentNumber({ kind, year, number }, officeOf(reader).officeCode),
    headOfHousehold,
    hamlet,
    eventId,
    placeName,
    issuedOn: issuedOn as Day,
    isVoided: isVoided === 1,
    isBack: inPages ? others.some(({ paperPage }) => paperPage === page?.paperPage) : others.length > 0,
    pagesBack: inPages ? back.map(({ paperPage }) => paperPage) : [],
  }
}

function pageOf(reader: Reader, line: ScanLine): ScannedPage {
  const { codes, skewTenths, documentKind, documentId, turnedDegrees, ...rest } = line
  const paper = documentKind === null || documentId === null ? null : codedPaper(reader, documentKind, documentId)
  return {
    ...rest,
    codes: JSON.parse(codes) as string[],
    skewDegrees: skewTenths / 10,
    turnedDegrees: turnedDegrees as ScannedPage['turnedDegrees'],
    paper: paper && paperOf(reader, paper, line),
  }
}

export const queueOfScans: QueryHandler<'scans.queue'> = ({ reader }, { show, limit }) =>
  done({
    pages: listScans(reader, show, limit).map((line) => pageOf(reader, line)),
    counts: countScans(reader),
    states: countScanStates(reader),
  })

export const scansById: QueryHandler<'scans.pages'> = ({ reader }, { pageIds }) => {
  const lines = pageIds.map((pageId) => findScan(reader, pageId)).filter((line) => line !== null)
  return done({ pages: lines.map((line) => pageOf(reader, line)) })
}

export const findPaperOfScan: QueryHandler<'scans.findPaper'> = ({ reader }, wanted) =>
  done({ papers: findCodedPapers(reader, wanted, MOST_PAPERS).map((paper) => paperOf(reader, paper, null)) })

export const keptScans: QueryHandler<'scans.ofPaper'> = ({ reader }, { kind, documentId }) =>
  done({ pages: scansOfPaper(reader, kind, documentId).map((line) => pageOf(reader, line)) })
