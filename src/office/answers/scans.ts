/** Answers about scanned pages and the papers they are. */

import type { ScannedPage, ScannedPaper } from '../../contract/scans.ts'
import type { Day } from '../../domain/day.ts'
import { formatDocumentNumber } from '../../domain/numbering.ts'
import type { Reader } from '../../ledger/connection.ts'
import { officeOf } from '../../ledger/office-record.ts'
import {
  countScanStates,
  countScans,
  findIssuedPapers,
  type IssuedPaper,
  issuedPaper,
  listScans,
  type ScanLine,
  scanOfPaper,
} from '../../ledger/scans.ts'
import { done, type QueryHandler } from '../handler.ts'

const MOST_PAPERS = 20

function paperOf(reader: Reader, paper: IssuedPaper, pageId: string | null): ScannedPaper {
  const { kind, documentId, documentYear: year, documentNumber: number, issuedOn, isVoided, ...rest } = paper
  const { headOfHousehold, hamlet, eventId, placeName } = rest
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
    isBack: rest.pageId !== null && rest.pageId !== pageId,
  }
}

function pageOf(reader: Reader, line: ScanLine): ScannedPage {
  const { codes, skewTenths, documentKind: _kind, documentId, ...rest } = line
  const paper = documentId === null ? null : issuedPaper(reader, documentId)
  return {
    ...rest,
    codes: JSON.parse(codes) as string[],
    skewDegrees: skewTenths / 10,
    paper: paper && paperOf(reader, paper, line.pageId),
  }
}

export const queueOfScans: QueryHandler<'scans.queue'> = ({ reader }, { show, limit }) =>
  done({
    pages: listScans(reader, show, limit).map((line) => pageOf(reader, line)),
    counts: countScans(reader),
    states: countScanStates(reader),
  })

export const findPaperOfScan: QueryHandler<'scans.findPaper'> = ({ reader }, wanted) =>
  done({ papers: findIssuedPapers(reader, wanted, MOST_PAPERS).map((paper) => paperOf(reader, paper, null)) })

export const keptScan: QueryHandler<'scans.ofPaper'> = ({ reader }, { kind, documentId }) => {
  const line = scanOfPaper(reader, kind, documentId)
  return done({ page: line && pageOf(reader, line) })
}
