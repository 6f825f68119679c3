/** Lists that a commune confirms before a job is planned (danh sách đề nghị xác nhận). */

import { z } from 'zod'
import { command, query } from './call.ts'
import { householdLine } from './households.ts'
import { amountDong, count, day, id, optionalText, text } from './schemas.ts'

const confirmationList = z.object({
  listId: id,
  documentNumber: z.string(),
  code: z.string(),
  drawnUpOn: day,
  communeName: z.string().nullable(),
  count,
  estimateDong: amountDong,
  confirmedOn: day.nullable(),
  confirmationNumber: z.string().nullable(),
  signedBy: z.string().nullable(),
  declinedCount: count,
  /** The signed list has come back as a scan. */
  isBack: z.boolean(),
})
export type ConfirmationList = z.output<typeof confirmationList>

export const confirmationCalls = {
  'confirmations.list': query({
    permission: 'ledger.read',
    input: z.object({}),
    /** Newest first; `waiting` are surveyed repairs on no unanswered list, by commune. */
    output: z.object({
      lists: z.array(confirmationList),
      waiting: z.array(z.object({ communeName: z.string().nullable(), repairIds: z.array(id) })),
    }),
  }),
  'confirmations.get': query({
    permission: 'ledger.read',
    input: z.object({ listId: id }),
    output: confirmationList.extend({
      entries: z.array(
        z.object({
          repairId: id,
          position: count,
          household: householdLine,
          conditionFound: z.string(),
          neededWork: z.string().nullable(),
          estimateDong: amountDong,
          /** Null until the commune has answered, or where it confirmed. */
          declinedBecause: z.string().nullable(),
        }),
      ),
    }),
  }),
  /** Numbers a list of surveyed repairs of one commune. */
  'confirmations.drawUp': command({
    permission: 'repair.record',
    topics: ['repairs'],
    input: z.object({ repairIds: z.array(id).min(1, 'required').max(500, 'tooBig'), drawnUpOn: day }),
    output: z.object({ listId: id, documentNumber: z.string(), code: z.string() }),
  }),
  /** Records what the commune answered: everybody but those declined is confirmed. */
  'confirmations.answer': command({
    permission: 'repair.record',
    topics: ['repairs'],
    input: z.object({
      listId: id,
      confirmedOn: day,
      confirmationNumber: optionalText(60),
      signedBy: optionalText(120),
      declined: z.array(z.object({ repairId: id, reason: text(300) })).max(500, 'tooBig'),
    }),
    output: z.object({ confirmedCount: count, declinedCount: count }),
  }),
}
