/** What is kept beside a repair: its numbered papers and their voids, its photos, and complaints about it. */

import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { people } from './office.ts'
import { repairSteps, repairs } from './repairs.ts'

const person = () =>
  text('person_id')
    .notNull()
    .references(() => people.personId)
const ofRepair = () =>
  text('repair_id')
    .notNull()
    .references(() => repairs.repairId)

/** Work orders, acceptance records and certificates as they were issued; a void lets the next one be issued. */
export const repairPapers = sqliteTable(
  'repair_papers',
  {
    paperId: text('paper_id').primaryKey(),
    repairId: ofRepair(),
    stepId: text('step_id')
      .notNull()
      .references(() => repairSteps.stepId),
    kind: text('kind').notNull(),
    documentYear: integer('document_year').notNull(),
    documentNumber: integer('document_number').notNull(),
    code: text('code').notNull().unique(),
    issuedOn: text('issued_on').notNull(),
    /** What the work cost that the paper tells of. */
    costDong: integer('cost_dong').notNull(),
    paper: text('paper').notNull(),
    recordedAt: text('recorded_at').notNull(),
    personId: person(),
  },
  (table) => [
    uniqueIndex('repair_papers_number').on(table.kind, table.documentYear, table.documentNumber),
    index('repair_papers_repair').on(table.repairId),
    index('repair_papers_day').on(table.issuedOn),
    check('repair_papers_kind', sql`${table.kind} IN ('workOrder', 'acceptanceRecord', 'repairCertificate')`),
    check('repair_papers_year', sql`${table.documentYear} = CAST(substr(${table.issuedOn}, 1, 4) AS INTEGER)`),
  ],
)

export const repairPaperVoids = sqliteTable(
  'repair_paper_voids',
  {
    paperId: text('paper_id')
      .primaryKey()
      .references(() => repairPapers.paperId),
    voidedOn: text('voided_on').notNull(),
    reason: text('reason').notNull(),
    recordedAt: text('recorded_at').notNull(),
    personId: person(),
  },
  (table) => [index('repair_paper_voids_day').on(table.voidedOn)],
)

/** Pictures of an installation; the file lies beside the ledger by its hash. */
export const repairPhotos = sqliteTable(
  'repair_photos',
  {
    photoId: text('photo_id').primaryKey(),
    repairId: ofRepair(),
    moment: text('moment').notNull(),
    fileSha256: text('file_sha256').notNull(),
    fileType: text('file_type').notNull(),
    fileName: text('file_name').notNull(),
    byteLength: integer('byte_length').notNull(),
    /** The same picture made small, for lists and packages. */
    smallSha256: text('small_sha256').notNull(),
    recordedAt: text('recorded_at').notNull(),
    personId: person(),
  },
  (table) => [
    uniqueIndex('repair_photos_once').on(table.repairId, table.moment, table.fileSha256),
    check('repair_photos_moment', sql`${table.moment} IN ('survey', 'before', 'after')`),
  ],
)

export const repairComplaints = sqliteTable(
  'repair_complaints',
  {
    complaintId: text('complaint_id').primaryKey(),
    repairId: ofRepair(),
    receivedOn: text('received_on').notNull(),
    complainant: text('complainant').notNull(),
    content: text('content').notNull(),
    recordedAt: text('recorded_at').notNull(),
    personId: person(),
  },
  (table) => [index('repair_complaints_repair').on(table.repairId)],
)

/** How a complaint ended; `repairId` is the new repair that was opened for it. */
export const complaintSettlements = sqliteTable('complaint_settlements', {
  complaintId: text('complaint_id')
    .primaryKey()
    .references(() => repairComplaints.complaintId),
  settledOn: text('settled_on').notNull(),
  outcome: text('outcome').notNull(),
  repairId: text('repair_id').references(() => repairs.repairId),
  recordedAt: text('recorded_at').notNull(),
  personId: person(),
})
