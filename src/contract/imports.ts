/** Lists that come in: looked at first, mended, then taken in as a batch that can be undone. */

import { z } from 'zod'
import { DUPLICATE_REASONS } from '../domain/duplicate.ts'
import { LIST_FIELDS } from '../domain/household-list.ts'
import { LIST_FINDING_CODES } from '../domain/list-finding.ts'
import { command, job, query } from './call.ts'
import { fieldChange, householdLine } from './households.ts'
import { count, day, id, instant, language, nothing, sha256 } from './schemas.ts'

const field = z.enum(LIST_FIELDS)
const encoding = z.enum(['tcvn3', 'vni'])
const rowNumber = z.int().min(1)

/** A file of this machine, or what was copied in Excel. */
const source = z.union([
  z.object({ file: z.string().min(1, 'required').max(2000, 'tooLong') }),
  z.object({ pasted: z.string().min(1, 'required').max(20_000_000, 'tooLong') }),
])

/** What the clerk says of how the list is to be read; nothing where it is to be read as it is found. */
const choices = z.object({
  sheetName: z.string().max(200).nullable(),
  headerRowNumber: z.int().min(0).nullable(),
  columns: z.array(z.object({ columnNumber: z.int().min(1), field: field.nullable() })).max(200),
  encodings: z.array(z.object({ columnNumber: z.int().min(1), encoding: encoding.nullable() })).max(200),
  corrections: z.array(z.object({ rowNumber, field, text: z.string().max(2000) })).max(100_000),
})

/** Whom a row is about, where the clerk knows better: a household of the registry, or none of them. */
const identities = z.array(z.object({ rowNumber, householdId: id.nullable() })).max(100_000)

const finding = z.object({
  rowNumber: z.int(),
  field,
  severity: z.enum(['error', 'warning']),
  code: z.enum(LIST_FINDING_CODES),
  value: z.string(),
  mended: z.string().nullable(),
  proposed: z.string().nullable(),
  other: z.string().nullable(),
})
export type ImportFinding = z.output<typeof finding>

/**
 * What a row would do: a new household, a change of a known one, nothing, or nothing because of an error. `gone` is a
 * household of the registry that the list should name and does not.
 */
export const ROW_EFFECTS = ['new', 'changed', 'same', 'blocked', 'gone'] as const
export type RowEffectName = (typeof ROW_EFFECTS)[number]

const column = z.object({
  columnNumber: z.int(),
  header: z.string(),
  field: field.nullable(),
  basis: z.enum(['header', 'content', 'remembered', 'clerk']).nullable(),
  confidence: z.number().min(0).max(1),
  samples: z.array(z.string()),
  conversion: z
    .object({ encoding, capitals: z.boolean(), confidence: z.number(), before: z.array(z.string()) })
    .nullable(),
})
export type ImportColumn = z.output<typeof column>

const preview = z.object({
  /** Names the reading for `imports.rows`; the office keeps the latest of each session. */
  readingId: id,
  fileName: z.string(),
  fileSha256: sha256,
  format: z.enum(['xlsx', 'xls', 'ods', 'csv', 'html', 'xml2003', 'pasted']),
  textEncoding: z.string().nullable(),
  sheets: z.array(z.object({ name: z.string(), isHidden: z.boolean(), hasList: z.boolean() })),
  sheetName: z.string(),
  headerRowNumber: z.int(),
  firstRows: z.array(z.object({ rowNumber: z.int(), texts: z.array(z.string()) })),
  /** Whether the columns were read as this sender's list was last time. */
  isRemembered: z.boolean(),
  columns: z.array(column),
  rowCount: count,
  skippedCount: count,
  hiddenRowCount: count,
  effects: z.object({ new: count, changed: count, same: count, blocked: count, gone: count }),
  /** Rows that look like a household of the registry without being certain. */
  resemblingCount: count,
  errorCount: count,
  warningCount: count,
  /** The day the very same file was taken in, if it was. */
  alreadyImportedOn: day.nullable(),
})
export type ImportPreview = z.output<typeof preview>

/** New households and changes are taken in; nothing ends for those a list no longer names. */
export const ACCEPT_AS_FOUND = {
  accept: { new: true, changed: true, gone: false },
  exceptRowNumbers: [],
  exceptHouseholdIds: [],
  remembersColumns: true,
}

/** Which rows of a reading to show. `faulty` has a finding; `resembling` may be a known household. */
export const ROWS_SHOWN = ['all', 'faulty', 'resembling', ...ROW_EFFECTS] as const

const row = z.object({
  /** Null for a household that is gone from the list. */
  rowNumber: z.int().nullable(),
  effect: z.enum(ROW_EFFECTS),
  /** The household a row is about; for one that is gone, itself. */
  household: householdLine.nullable(),
  /** What the row says, as it was read; numbers of persons are masked where nothing is wrong with them. */
  cells: z.partialRecord(field, z.string()),
  findings: z.array(finding),
  /** What would change in the registry. */
  changes: z.array(fieldChange),
  /** Households it may be about, the likeliest first. */
  resembles: z.array(
    z.object({ household: householdLine, score: z.int(), reasons: z.array(z.enum(DUPLICATE_REASONS)) }),
  ),
})
export type ImportRow = z.output<typeof row>

const batch = z.object({
  batchId: id,
  fileName: z.string(),
  importedAt: instant,
  importedBy: z.string(),
  inserted: count,
  changed: count,
  same: count,
  blocked: count,
  declined: count,
  ended: count,
  undoneAt: instant.nullable(),
})
export type ImportBatch = z.output<typeof batch>

export const importCalls = {
  'imports.preview': job({
    permission: 'household.write',
    input: z.object({ source, choices, identities }),
    output: preview,
  }),
  /** A screenful of a reading. Refuses import.readingGone after the office was started anew. */
  'imports.rows': query({
    permission: 'household.write',
    input: z.object({
      readingId: id,
      show: z.enum(ROWS_SHOWN),
      from: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    output: z.object({ count, rows: z.array(row) }),
  }),
  /**
   * Takes the list in. What the clerk accepts is a group and its exceptions: rows by their number, households that are
   * gone by their identity. A gone household that is accepted keeps its facts; the categories of the list end for it.
   */
  'imports.run': job({
    permission: 'household.write',
    topics: ['households', 'imports'],
    input: z.object({
      source,
      choices,
      identities,
      /** The hash of the file that was looked at: another content under the same name is refused. */
      fileSha256: sha256,
      accept: z.object({ new: z.boolean(), changed: z.boolean(), gone: z.boolean() }),
      exceptRowNumbers: z.array(rowNumber).max(200_000),
      exceptHouseholdIds: z.array(id).max(200_000),
      /** Whether the next list with this header is read the same way. */
      remembersColumns: z.boolean(),
    }),
    output: batch,
  }),
  /** Writes the sender's own workbook with a column that says what is wrong with each row. */
  'imports.saveFindings': job({
    permission: 'household.write',
    input: z.object({
      source,
      choices,
      language,
      file: z.string().min(1, 'required').max(2000, 'tooLong'),
    }),
    output: z.object({ file: z.string(), rowCount: count }),
  }),
  'imports.undo': command({
    permission: 'household.write',
    topics: ['households', 'imports'],
    input: z.object({ batchId: id }),
    output: z.object({ removed: count, restored: count }),
  }),
  'imports.list': query({
    permission: 'ledger.read',
    input: nothing,
    output: z.object({ batches: z.array(batch) }),
  }),
}
