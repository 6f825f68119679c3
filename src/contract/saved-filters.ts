/** Filters of the list of households under a name: tabs that everybody of the office sees. */

import { z } from 'zod'
import { command, query } from './call.ts'
import { householdFilter } from './households.ts'
import { id, nothing, text } from './schemas.ts'

const savedFilter = z.object({ filterId: id, name: z.string(), filter: householdFilter })
export type SavedFilter = z.output<typeof savedFilter>

export const savedFilterCalls = {
  'filters.list': query({
    permission: 'ledger.read',
    input: nothing,
    output: z.object({ filters: z.array(savedFilter) }),
  }),
  'filters.save': command({
    permission: 'household.write',
    topics: ['filters'],
    input: z.object({ name: text(40), filter: householdFilter }),
    output: z.object({ filterId: id }),
  }),
  'filters.remove': command({
    permission: 'household.write',
    topics: ['filters'],
    input: z.object({ filterId: id }),
    output: nothing,
  }),
}
