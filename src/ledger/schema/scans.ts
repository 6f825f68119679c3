/** Signed papers that came back as scanned pages, and what a person said they are. */

import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { people } from './office.ts'

export const scannedPages = sqliteTable(
  'scanned_pages',
  {
    pageId: text('page_id').primaryKey(),
    /** SHA-256 of the file the page came in, and its number there from 1 on: the same file again is told. */
    sourceSha256: text('source_sha256').notNull(),
    sourceName: text('source_name').notNull(),
    pageNumber: integer('page_number').notNull(),
    /** SHA-256 of the picture, its name in the ledger's folder of scans. */
    imageSha256: text('image_sha256').notNull(),
    /** JSON list of the codes of ours that were read. */
    codes: text('codes').notNull(),
    confidence: integer('confidence').notNull(),
    rotationDegrees: integer('rotation_degrees').notNull(),
    skewTenths: integer('skew_tenths').notNull(),
    signature: text('signature').notNull(),
    /** The distribution whose stack this was said to be. */
    eventId: text('event_id'),
    state: text('state').notNull(),
    /** The paper the code names, where it is one of ours. */
    documentKind: text('document_kind'),
    documentId: text('document_id'),
    /** The page of that paper, from 1 on. */
    paperPage: integer('paper_page'),
    readAt: text('read_at').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.personId),
  },
  (table) => [
    index('scanned_pages_source').on(table.sourceSha256, table.pageNumber),
    index('scanned_pages_document').on(table.documentId, table.paperPage),
    check('scanned_pages_state', sql`${table.state} IN ('matched', 'unsure', 'unreadable', 'duplicate', 'foreign')`),
    check('scanned_pages_signature', sql`${table.signature} IN ('signed', 'looksEmpty', 'notLooked')`),
  ],
)

/** A person's word on a page: kept as a paper, or set aside. The latest counts. */
export const scanDecisions = sqliteTable(
  'scan_decisions',
  {
    decisionId: text('decision_id').primaryKey(),
    pageId: text('page_id')
      .notNull()
      .references(() => scannedPages.pageId),
    decision: text('decision').notNull(),
    documentKind: text('document_kind'),
    documentId: text('document_id'),
    paperPage: integer('paper_page'),
    /** How far the person turned the picture clockwise, beyond what its code had told. */
    turnedDegrees: integer('turned_degrees').notNull(),
    decidedAt: text('decided_at').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.personId),
  },
  (table) => [
    index('scan_decisions_page').on(table.pageId, table.decidedAt),
    check('scan_decisions_decision', sql`${table.decision} IN ('kept', 'setAside', 'takenBack')`),
    check(
      'scan_decisions_paper',
      sql`(${table.decision} = 'kept') = (${table.documentId} IS NOT NULL AND ${table.paperPage} IS NOT NULL)`,
    ),
    check('scan_decisions_turned', sql`${table.turnedDegrees} IN (0, 90, 180, 270)`),
  ],
)

/** The paper each kept page is, and which page of it: each comes back once. Derived from the decisions by triggers. */
export const returnedPapers = sqliteTable(
  'returned_papers',
  {
    documentKind: text('document_kind').notNull(),
    documentId: text('document_id').notNull(),
    paperPage: integer('paper_page').notNull(),
    pageId: text('page_id').notNull().unique(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.paperPage] })],
)

/** Files out of which not one page could be read: the watched folder offers them no more. */
export const unreadableScans = sqliteTable('unreadable_scans', {
  sourceSha256: text('source_sha256').primaryKey(),
  sourceName: text('source_name').notNull(),
  readAt: text('read_at').notNull(),
  personId: text('person_id')
    .notNull()
    .references(() => people.personId),
})
