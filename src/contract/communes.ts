/** The communes of today: what an address means, finding one while typing, and a newer list of them. */

import { z } from 'zod'
import { command, query } from './call.ts'
import { count, day, instant, nothing } from './schemas.ts'

const commune = z.object({ code: z.string(), name: z.string(), provinceName: z.string() })
export type Commune = z.output<typeof commune>

/** A commune that may be meant; `from` where an old ward is written, which is part of it now. */
const candidate = z.object({
  commune,
  from: z.object({ name: z.string(), districtName: z.string(), provinceName: z.string() }).nullable(),
})
export type CommuneCandidate = z.output<typeof candidate>

const table = z.object({
  /** The day from which the list in use holds. */
  version: day,
  /** Null for the list that comes along with the program. */
  loadedAt: instant.nullable(),
  loadedBy: z.string().nullable(),
})

export const communeCalls = {
  /**
   * What a household's address and commune mean together, and communes whose name begins as `communeName`: those of
   * the office's own households first. A `certain` reading has one candidate; `split` and `ambiguous` are questions.
   */
  'communes.find': query({
    permission: 'ledger.read',
    input: z.object({
      communeName: z.string().max(120),
      addressText: z.string().max(300),
      /** A code that is kept already, to be told in words; null where there is none. */
      communeCode: z.string().max(5).nullable(),
    }),
    output: z.object({
      version: day,
      reading: z.object({
        kind: z.enum(['certain', 'split', 'ambiguous', 'unknown']),
        candidates: z.array(candidate),
      }),
      suggestions: z.array(commune),
      /** The commune of `communeCode`, where the list in use has it. */
      known: commune.nullable(),
    }),
  }),
  'communes.table': query({ permission: 'ledger.read', input: nothing, output: table }),
  /** Loads a list as help/commune-table-format.md says; it counts from now on. */
  'communes.load': command({
    permission: 'people.manage',
    topics: ['office'],
    input: z.object({ file: z.string().min(1, 'required').max(2000, 'tooLong') }),
    output: z.object({ version: day, communeCount: count, oldWardCount: count }),
  }),
}
