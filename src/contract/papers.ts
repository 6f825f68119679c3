/** Papers as PDF files in the ledger's own folder. Printing changes no business; how often a paper was made is kept. */

import { z } from 'zod'
import { job } from './call.ts'
import { count, id } from './schemas.ts'

/** One PDF; where papers lie in it, so that a jam is printed again from a number on. */
export const printed = z.object({
  file: z.string(),
  paperCount: count,
  pageCount: count,
  papers: z.array(z.object({ page: z.int().min(1), title: z.string() })),
})
export type PrintedPapers = z.output<typeof printed>

export const paperCalls = {
  /**
   * A campaign's receipts in the order of hamlet and given name: all that were handed over, those of one distribution,
   * or just the ones named; from one number to another where a printer jammed.
   */
  'papers.receipts': job({
    permission: 'paper.print',
    pausable: true,
    input: z.object({
      campaignId: id,
      eventId: id.nullable(),
      receiptIds: z.array(id).max(5000).nullable(),
      fromNumber: z.int().min(1).nullable(),
      toNumber: z.int().min(1).nullable(),
      layout: z.enum(['A4', 'A5TwoUp']),
    }),
    output: printed,
  }),
  /** Who signs: everybody of a campaign who was handed a gift. */
  'papers.signOffList': job({
    permission: 'paper.print',
    input: z.object({ campaignId: id }),
    output: printed,
  }),
  /** Phiếu huỷ: the paper that goes to the file in place of a voided receipt. */
  'papers.voidSlip': job({
    permission: 'paper.print',
    input: z.object({ receiptId: id }),
    output: printed,
  }),
  /**
   * Papers of repairs that stand, of one kind, or each repair's file where none is named: those of the repairs named,
   * or all of a campaign, in the order of commune, hamlet and given name; from one number to another where a printer
   * jammed.
   */
  'papers.repairPapers': job({
    permission: 'paper.print',
    pausable: true,
    input: z.object({
      kind: z.enum(['workOrder', 'acceptanceRecord', 'repairCertificate']).nullable(),
      repairIds: z.array(id).max(5000).nullable(),
      campaignId: id.nullable(),
      fromNumber: z.int().min(1).nullable(),
      toNumber: z.int().min(1).nullable(),
    }),
    output: printed,
  }),
  /** Survey forms to fill in by hand, in the order of commune, hamlet and given name. */
  'papers.surveyForms': job({
    permission: 'paper.print',
    pausable: true,
    input: z.object({ repairIds: z.array(id).min(1, 'required').max(5000) }),
    output: printed,
  }),
  /** The list that a commune signs. */
  'papers.confirmationList': job({
    permission: 'paper.print',
    input: z.object({ listId: id }),
    output: printed,
  }),
}
