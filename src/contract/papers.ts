/**
 * Papers as PDF files in the ledger's own folder. Making one prints nothing: a paper counts as printed when its file is
 * taken, by a printer or away, and each taking is kept. Printing changes no business.
 */

import { z } from 'zod'
import { command, job, query } from './call.ts'
import { MOST_COPIES, TAKING_WAYS } from './printing.ts'
import { count, id, refusalOrNull } from './schemas.ts'

const page = z.int().min(1)

/** One PDF; where papers lie in it, so that a jam is printed again from a number on, and which of them lie. */
export const printed = z.object({
  file: z.string(),
  paperCount: count,
  pageCount: count,
  papers: z.array(z.object({ page, title: z.string(), isLandscape: z.boolean() })),
})
export type PrintedPapers = z.output<typeof printed>

/** First and last, both counted; null is the whole file. */
const pages = z.object({ from: page, to: page }).nullable()

export const paperCalls = {
  /**
   * A campaign's receipts in the order of hamlet and given name: all that were handed over, those of one distribution,
   * or just the ones named; from one number to another where a printer jammed, with the distribution's unused blanks.
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
  /** Phiếu huỷ: the papers that go to the file in the place of voided receipts. */
  'papers.voidSlips': job({
    permission: 'paper.print',
    input: z.object({ receiptIds: z.array(id).min(1, 'required').max(5000) }),
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
  /** Whether pages of a file may still be taken, or why not: what they say of copies may have been overtaken. */
  'papers.checkTaking': query({
    permission: 'paper.print',
    input: z.object({ file: z.string(), pages }),
    output: z.object({ refusal: refusalOrNull }),
  }),
  /**
   * Notes that pages of a file were taken: that they are in a printer's queue, or that the file was opened or copied
   * away. Each taking is a row of the journal with its pages, copies and printer; a paper taken from the same file
   * again, after a jam, is still the same paper. What was taken is noted whatever stands against it, for it is there.
   */
  'papers.noteTaking': command({
    permission: 'paper.print',
    topics: ['distributions'],
    input: z.object({
      file: z.string(),
      pages,
      /** Of a sending: two of a receipt are two originals, one for the household and one for the file. */
      copies: z.int().min(1).max(MOST_COPIES),
      way: z.enum(TAKING_WAYS),
      printer: z.string().min(1).max(300).nullable(),
    }),
    output: z.object({}),
  }),
}
