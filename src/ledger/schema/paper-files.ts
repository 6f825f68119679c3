/** Files that papers were made into: what lies in each, so that whoever takes it has printed just that. */

import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { people } from './office.ts'

export const paperFiles = sqliteTable('paper_files', {
  /** In the ledger's folder of papers. */
  fileName: text('file_name').primaryKey(),
  pageCount: integer('page_count').notNull(),
  madeAt: text('made_at').notNull(),
  personId: text('person_id')
    .notNull()
    .references(() => people.personId),
})

/** The papers of a file whose copies are counted, each with the number of the copy it bears; 0 is the original. */
export const paperFilePapers = sqliteTable(
  'paper_file_papers',
  {
    fileName: text('file_name')
      .notNull()
      .references(() => paperFiles.fileName),
    firstPage: integer('first_page').notNull(),
    lastPage: integer('last_page').notNull(),
    documentKind: text('document_kind').notNull(),
    documentId: text('document_id').notNull(),
    copyNumber: integer('copy_number').notNull(),
    form: text('form').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.fileName, table.firstPage] }),
    index('paper_file_papers_document').on(table.documentId),
    check('paper_file_papers_pages', sql`${table.lastPage} >= ${table.firstPage}`),
  ],
)
