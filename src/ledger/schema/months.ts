/** Papers that were printed; months that were closed and opened again, their packages, and head office's answers. */

import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { people } from './office.ts'
import { paperFiles } from './paper-files.ts'
import { households } from './registry.ts'

const person = () =>
  text('person_id')
    .notNull()
    .references(() => people.personId)

/** Each time a paper was printed anew: the first is the original, the n-th after it "Bản sao lần n". */
export const printings = sqliteTable(
  'printings',
  {
    documentKind: text('document_kind').notNull(),
    documentId: text('document_id').notNull(),
    copyNumber: integer('copy_number').notNull(),
    printedAt: text('printed_at').notNull(),
    /** The form it was printed on, so that a returned scan is looked at where things stand; null before it was kept. */
    form: text('form'),
    /** The file it was taken from; taken from the same file again it is the same paper. Null before that was kept. */
    fileName: text('file_name').references(() => paperFiles.fileName),
    personId: person(),
  },
  (table) => [primaryKey({ columns: [table.documentKind, table.documentId, table.copyNumber] })],
)

/** A month that one person drew up for closing, with a word to each warning; the latest of a month counts. */
export const closingProposals = sqliteTable(
  'closing_proposals',
  {
    proposalId: text('proposal_id').primaryKey(),
    period: text('period').notNull(),
    /** JSON list of a code and words for each warning. */
    explanations: text('explanations').notNull(),
    proposedAt: text('proposed_at').notNull(),
    personId: person(),
  },
  (table) => [index('closing_proposals_period').on(table.period, table.proposedAt)],
)

/** A closed month. What its package says is fixed here: the document itself and the households as they were. */
export const closings = sqliteTable(
  'closings',
  {
    closingId: text('closing_id').primaryKey(),
    period: text('period').notNull(),
    /** 1, and one more each time the month was opened again. */
    revision: integer('revision').notNull(),
    sequence: integer('sequence').notNull().unique(),
    closedAt: text('closed_at').notNull(),
    closedOn: text('closed_on').notNull(),
    /** Who approved it. */
    personId: person(),
    /** What another person drew up; null where the office has one person alone. */
    proposalId: text('proposal_id').references(() => closingProposals.proposalId),
    firstJournal: integer('first_journal').notNull(),
    lastJournal: integer('last_journal').notNull(),
    /** JSON of closing.json but for the identities of the packages before it. */
    document: text('document').notNull(),
    /** JSON of what the minutes of closing say. */
    report: text('report').notNull(),
  },
  (table) => [
    uniqueIndex('closings_revision').on(table.period, table.revision),
    check('closings_revisions', sql`${table.revision} >= 1`),
  ],
)

export const closingHouseholds = sqliteTable(
  'closing_households',
  {
    closingId: text('closing_id')
      .notNull()
      .references(() => closings.closingId),
    householdId: text('household_id')
      .notNull()
      .references(() => households.householdId),
    content: text('content').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.closingId, table.householdId] }),
    index('closing_households_household').on(table.householdId),
  ],
)

/** A closing that was taken back before head office accepted it; the month is open again. */
export const reopenings = sqliteTable('reopenings', {
  closingId: text('closing_id')
    .primaryKey()
    .references(() => closings.closingId),
  reopenedOn: text('reopened_on').notNull(),
  reason: text('reason').notNull(),
  recordedAt: text('recorded_at').notNull(),
  personId: person(),
})

export const packages = sqliteTable('packages', {
  closingId: text('closing_id')
    .primaryKey()
    .references(() => closings.closingId),
  identity: text('identity').notNull().unique(),
  fileName: text('file_name').notNull(),
  madeAt: text('made_at').notNull(),
})

/** Each time a package left the office: saved elsewhere, copied to a stick, or told to have been sent by mail. */
export const packageDispatches = sqliteTable(
  'package_dispatches',
  {
    dispatchId: text('dispatch_id').primaryKey(),
    closingId: text('closing_id')
      .notNull()
      .references(() => closings.closingId),
    way: text('way').notNull(),
    /** The folder it was copied to; null where it was sent by mail. */
    target: text('target'),
    sentAt: text('sent_at').notNull(),
    personId: person(),
  },
  (table) => [
    index('package_dispatches_closing').on(table.closingId),
    check('package_dispatches_way', sql`${table.way} IN ('copy', 'mail')`),
  ],
)

/** Head office's signed answer to a package; one that accepts locks the month for good. */
export const acknowledgements = sqliteTable(
  'acknowledgements',
  {
    acknowledgementId: text('acknowledgement_id').primaryKey(),
    closingId: text('closing_id')
      .notNull()
      .references(() => closings.closingId),
    verdict: text('verdict').notNull(),
    decidedAt: text('decided_at').notNull(),
    /** The acknowledgement as it came, and its signature. */
    document: text('document').notNull(),
    signature: text('signature').notNull(),
    signerKeyId: text('signer_key_id').notNull(),
    recordedAt: text('recorded_at').notNull(),
    personId: person(),
  },
  (table) => [
    index('acknowledgements_closing').on(table.closingId),
    check('acknowledgements_verdict', sql`${table.verdict} IN ('accepted', 'rejected')`),
  ],
)

/** A late paper or a correction of a closed month, as a numbered entry of the month that is open. */
export const corrections = sqliteTable(
  'corrections',
  {
    correctionId: text('correction_id').primaryKey(),
    kind: text('kind').notNull(),
    documentYear: integer('document_year').notNull(),
    documentNumber: integer('document_number').notNull(),
    enteredOn: text('entered_on').notNull(),
    /** The closed month it belongs to, and the paper there that it is about. */
    correctedPeriod: text('corrected_period').notNull(),
    correctedDocument: text('corrected_document').notNull(),
    figure: text('figure').notNull(),
    /** What it adds to the figure: how many papers, how many đồng; less than nothing takes away. */
    countDelta: integer('count_delta').notNull(),
    amountDeltaDong: integer('amount_delta_dong').notNull(),
    reason: text('reason').notNull(),
    recordedAt: text('recorded_at').notNull(),
    personId: person(),
  },
  (table) => [
    uniqueIndex('corrections_number').on(table.documentYear, table.documentNumber),
    index('corrections_day').on(table.enteredOn),
    check('corrections_kind', sql`${table.kind} IN ('latePaper', 'correction')`),
    check('corrections_figure', sql`${table.figure} IN ('gifts', 'repairs')`),
    check('corrections_year', sql`${table.documentYear} = CAST(substr(${table.enteredOn}, 1, 4) AS INTEGER)`),
    check('corrections_of_an_earlier_month', sql`${table.correctedPeriod} < substr(${table.enteredOn}, 1, 7)`),
  ],
)
