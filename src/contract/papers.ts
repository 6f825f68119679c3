/** Papers as PDF files in the ledger's own folder. Printing changes no business; how often a paper was made is kept. */

import { z } from 'zod'
import { job } from './call.ts'
import { count, id } from './schemas.ts'

const printed = z.object({ file: z.string(), paperCount: count, pageCount: count })
export type PrintedPapers = z.output<typeof printed>

export const paperCalls = {
  /** All of a campaign's receipts in the order of hamlet and name, or just the ones named. */
  'papers.receipts': job({
    permission: 'paper.print',
    input: z.object({
      campaignId: id,
      handoverIds: z.array(id).max(5000).nullable(),
      layout: z.enum(['A4', 'A5TwoUp']),
    }),
    output: printed,
  }),
  'papers.signOffList': job({
    permission: 'paper.print',
    input: z.object({ campaignId: id }),
    output: printed,
  }),
  /** Certificates of the repairs named, or of every certified repair. */
  'papers.certificates': job({
    permission: 'paper.print',
    input: z.object({ repairIds: z.array(id).max(5000).nullable() }),
    output: printed,
  }),
}
