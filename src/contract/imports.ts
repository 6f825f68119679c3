/** Lists that come in: looked at first, then taken in as a batch that can be undone. */

import { z } from 'zod'
import { HOUSEHOLD_FIELDS } from '../domain/household.ts'
import { LIST_FINDING_CODES } from '../domain/list-finding.ts'
import { command, job, query } from './call.ts'
import { count, day, id, instant, nothing, sha256 } from './schemas.ts'

const field = z.enum(HOUSEHOLD_FIELDS)

const finding = z.object({
  rowNumber: z.int(),
  field,
  severity: z.enum(['error', 'warning']),
  code: z.enum(LIST_FINDING_CODES),
  value: z.string(),
  mended: z.string().nullable(),
  other: z.string().nullable(),
})

/** What a row would do: a new household, a change of a known one, nothing, or nothing because of an error. */
export const ROW_EFFECTS = ['new', 'changed', 'same', 'blocked'] as const

const preview = z.object({
  fileName: z.string(),
  fileSha256: sha256,
  sheetName: z.string(),
  headerRowNumber: z.int(),
  columns: z.array(z.object({ field, header: z.string(), columnNumber: z.int() })),
  unmatchedHeaders: z.array(z.string()),
  effects: z.object({ new: count, changed: count, same: count, blocked: count }),
  warningCount: count,
  /** Findings of the list in row order, at most 1,000 of them. */
  findings: z.array(finding),
  /** The first rows with what each would do. */
  rows: z.array(
    z.object({
      rowNumber: z.int(),
      headOfHousehold: z.string(),
      maskedCitizenId: z.string().nullable(),
      hamlet: z.string().nullable(),
      communeName: z.string().nullable(),
      effect: z.enum(ROW_EFFECTS),
      changedFields: z.array(field),
    }),
  ),
  /** The day the very same file was taken in, if it was. */
  alreadyImportedOn: day.nullable(),
})
export type ImportPreview = z.output<typeof preview>

const batch = z.object({
  batchId: id,
  fileName: z.string(),
  importedAt: instant,
  importedBy: z.string(),
  inserted: count,
  changed: count,
  same: count,
  blocked: count,
  undoneAt: instant.nullable(),
})
export type ImportBatch = z.output<typeof batch>

const file = z.string().min(1, 'required').max(2000, 'tooLong')

export const importCalls = {
  'imports.preview': job({ permission: 'household.write', input: z.object({ file }), output: preview }),
  'imports.run': job({
    permission: 'household.write',
    topics: ['households', 'imports'],
    /** The hash of the file that was looked at: another content under the same name is refused. */
    input: z.object({ file, fileSha256: sha256 }),
    output: batch,
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
