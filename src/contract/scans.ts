/** Signed papers that come back as scans: reading a stack, and a person's word on each page. */

import { z } from 'zod'
import { DOCUMENT_KINDS } from '../domain/numbering.ts'
import { SCAN_STATES, SIGNATURE_LOOKS } from '../domain/returned-scan.ts'
import { command, job, query } from './call.ts'
import { count, day, id, instant, nothing, optionalText, refusalOrNull, sha256 } from './schemas.ts'

/** How far a picture is turned clockwise. */
const quarterTurn = z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)])

/** The paper a page is, or would be. */
const scannedPaper = z.object({
  kind: z.enum(DOCUMENT_KINDS),
  documentId: id,
  documentNumber: z.string(),
  headOfHousehold: z.string().nullable(),
  hamlet: z.string().nullable(),
  eventId: id.nullable(),
  placeName: z.string().nullable(),
  issuedOn: day,
  isVoided: z.boolean(),
  /** Whether another scan is kept as it; of a paper that comes back page by page, as this page of it. */
  isBack: z.boolean(),
  /** Its pages that are back, where it comes back page by page. */
  pagesBack: z.array(count),
})
export type ScannedPaper = z.output<typeof scannedPaper>

const page = z.object({
  pageId: id,
  sourceName: z.string(),
  pageNumber: count,
  imageSha256: sha256,
  codes: z.array(z.string()),
  confidence: z.int().min(0).max(100),
  rotationDegrees: z.int(),
  skewDegrees: z.number(),
  signature: z.enum(SIGNATURE_LOOKS),
  state: z.enum(SCAN_STATES),
  paper: scannedPaper.nullable(),
  /** Which page of that paper it is, as its code says or a person did. */
  paperPage: count.nullable(),
  /** How far a person turned the picture clockwise when it was kept. */
  turnedDegrees: quarterTurn,
  readAt: instant,
  decision: z.enum(['kept', 'setAside']).nullable(),
})
export type ScannedPage = z.output<typeof page>

const file = z.string().min(1, 'required').max(2000, 'tooLong')

export const scanCalls = {
  /**
   * Reads stacks page by page and puts the pages into the queue at the end, all or none. `files` are PDF, TIFF, JPEG or
   * PNG; a file that was read before is left out and told. Nothing is written where no page was read.
   */
  'scans.read': job({
    permission: 'scan.keep',
    topics: ['scans'],
    pausable: true,
    input: z.object({ files: z.array(file).min(1, 'required').max(500, 'tooBig'), eventId: id.nullable() }),
    output: z.object({
      pageIds: z.array(id),
      states: z.record(z.enum(SCAN_STATES), count),
      /** Files that were left out, with what was wrong with each. */
      leftOut: z.array(z.object({ fileName: z.string(), what: z.string() })),
    }),
  }),
  /** Pages that wait for a person, and those decided lately; `undecided` first in the order they were read. */
  'scans.queue': query({
    permission: 'ledger.read',
    input: z.object({ show: z.enum(['undecided', 'kept', 'setAside']), limit: z.int().min(1).max(5000) }),
    output: z.object({
      pages: z.array(page),
      counts: z.object({ undecided: count, kept: count, setAside: count }),
      states: z.record(z.enum(SCAN_STATES), count),
    }),
  }),
  /** Pages by their ids, in that order: what a reading has just brought. Those that are unknown are left out. */
  'scans.pages': query({
    permission: 'ledger.read',
    input: z.object({ pageIds: z.array(id).max(5000) }),
    output: z.object({ pages: z.array(page) }),
  }),
  /** Keeps a page as the paper named: its own, or the one a person says it is, turned as the person turned it. */
  'scans.keep': command({
    permission: 'scan.keep',
    topics: ['scans', 'gifts', 'distributions', 'repairs'],
    input: z.object({ pageId: id, kind: z.enum(DOCUMENT_KINDS), documentId: id, turnedDegrees: quarterTurn }),
    output: z.object({ documentNumber: z.string(), paperPage: count }),
  }),
  /** Keeps those of the pages that are matched as the papers of their codes; what speaks against one leaves it out. */
  'scans.keepMatched': command({
    permission: 'scan.keep',
    topics: ['scans', 'gifts', 'distributions', 'repairs'],
    input: z.object({ pageIds: z.array(id).min(1).max(5000) }),
    output: z.object({
      keptIds: z.array(id),
      skipped: z.array(z.object({ sourceName: z.string(), pageNumber: count, refusal: refusalOrNull })),
    }),
  }),
  'scans.setAside': command({
    permission: 'scan.keep',
    topics: ['scans', 'gifts', 'distributions', 'repairs'],
    input: z.object({ pageIds: z.array(id).min(1).max(5000) }),
    output: z.object({ setAside: count }),
  }),
  /** Decisions taken back, all or none: the pages wait again, their papers are missing again. */
  'scans.takeBack': command({
    permission: 'scan.keep',
    topics: ['scans', 'gifts', 'distributions', 'repairs'],
    input: z.object({ pageIds: z.array(id).min(1).max(5000) }),
    output: z.object({ takenBack: count }),
  }),
  /** Papers a page may be, by number, code, name or place in a kit ("31"): what a person types beside the picture. */
  'scans.findPaper': query({
    permission: 'ledger.read',
    input: z.object({ text: z.string().min(1, 'required').max(120, 'tooLong'), eventId: id.nullable() }),
    output: z.object({ papers: z.array(scannedPaper) }),
  }),
  /** The kept scans of a paper, page by page; none where it has not come back. */
  'scans.ofPaper': query({
    permission: 'ledger.read',
    input: z.object({ kind: z.enum(DOCUMENT_KINDS), documentId: id }),
    output: z.object({ pages: z.array(page) }),
  }),
  /**
   * What lies in the watched folder, is written to its end and was not read yet, nor found unreadable. `isThere` is
   * false while the folder cannot be opened: a stick that was pulled out, a network that is down.
   */
  'scans.waiting': job({
    permission: 'scan.keep',
    input: nothing,
    output: z.object({ folder: z.string().nullable(), isThere: z.boolean(), files: z.array(z.string()) }),
  }),
  /** The folder the scanner writes to, looked into while the office is open; null stops looking. */
  'scans.watch': command({
    permission: 'scan.keep',
    topics: ['scans'],
    input: z.object({ folder: optionalText(2000) }),
    output: z.object({ folder: z.string().nullable() }),
  }),
}
