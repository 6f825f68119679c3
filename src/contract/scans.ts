/** Signed papers that come back as scans: reading a stack, and a person's word on each page. */

import { z } from 'zod'
import { DOCUMENT_KINDS } from '../domain/numbering.ts'
import { SCAN_STATES, SIGNATURE_LOOKS } from '../domain/returned-scan.ts'
import { command, job, query } from './call.ts'
import { count, day, id, instant, nothing, optionalText, sha256 } from './schemas.ts'

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
  /** Whether another page is kept as it. */
  isBack: z.boolean(),
})
export type ScannedPaper = z.output<typeof scannedPaper>

const page = z.object({
  pageId: id,
  sourceName: z.string(),
  pageNumber: count,
  imageSha256: sha256,
  imageType: z.enum(['image/png', 'image/jpeg']),
  codes: z.array(z.string()),
  confidence: z.int().min(0).max(100),
  rotationDegrees: z.int(),
  skewDegrees: z.number(),
  signature: z.enum(SIGNATURE_LOOKS),
  state: z.enum(SCAN_STATES),
  paper: scannedPaper.nullable(),
  readAt: instant,
  decision: z.enum(['kept', 'setAside']).nullable(),
})
export type ScannedPage = z.output<typeof page>

const file = z.string().min(1, 'required').max(2000, 'tooLong')

export const scanCalls = {
  /**
   * Reads stacks page by page and puts the pages into the queue at the end, all or none. `files` are PDF, TIFF, JPEG or
   * PNG; a file that was read before is left out and told.
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
  /** Keeps pages as the papers named: a page's own, or the one a person says it is. All or none. */
  'scans.keep': command({
    permission: 'scan.keep',
    topics: ['scans', 'gifts', 'distributions', 'repairs'],
    input: z.object({
      pages: z
        .array(z.object({ pageId: id, kind: z.enum(DOCUMENT_KINDS), documentId: id }))
        .min(1)
        .max(5000),
    }),
    output: z.object({ kept: count }),
  }),
  'scans.setAside': command({
    permission: 'scan.keep',
    topics: ['scans', 'gifts', 'distributions', 'repairs'],
    input: z.object({ pageIds: z.array(id).min(1).max(5000) }),
    output: z.object({ setAside: count }),
  }),
  /** A decision taken back: the page waits again, its paper is missing again. */
  'scans.takeBack': command({
    permission: 'scan.keep',
    topics: ['scans', 'gifts', 'distributions', 'repairs'],
    input: z.object({ pageId: id }),
    output: z.object({ pageId: id }),
  }),
  /** Papers a page may be, by number, code, name or place in a kit ("31"): what a person types beside the picture. */
  'scans.findPaper': query({
    permission: 'ledger.read',
    input: z.object({ text: z.string().min(1, 'required').max(120, 'tooLong'), eventId: id.nullable() }),
    output: z.object({ papers: z.array(scannedPaper) }),
  }),
  /** The kept scan of a paper; null where none has come back. */
  'scans.ofPaper': query({
    permission: 'ledger.read',
    input: z.object({ kind: z.enum(DOCUMENT_KINDS), documentId: id }),
    output: z.object({ page: page.nullable() }),
  }),
  /** What lies in the watched folder, is written to its end and was not read yet. */
  'scans.waiting': job({
    permission: 'scan.keep',
    input: nothing,
    output: z.object({ folder: z.string().nullable(), files: z.array(z.string()) }),
  }),
  /** The folder the scanner writes to, looked into while the office is open; null stops looking. */
  'scans.watch': command({
    permission: 'scan.keep',
    topics: ['scans'],
    input: z.object({ folder: optionalText(2000) }),
    output: z.object({ folder: z.string().nullable() }),
  }),
}
