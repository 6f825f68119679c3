/** Free repairs of the wiring after the meter, and their certificates. */

import { z } from 'zod'
import { REPAIR_CHECKS } from '../domain/repair.ts'
import { command, query } from './call.ts'
import { amountDong, checkSum, count, day, id, optionalText, quantity, text } from './schemas.ts'

const repairItem = z.object({ name: text(160), unitOfMeasure: text(30), quantity, unitPriceDong: amountDong })

const readings = z.object({
  insulationMegaohm: z.number().min(0, 'tooSmall').max(100_000, 'tooBig'),
  rcdTripMilliseconds: z.number().positive('tooSmall').max(10_000, 'tooBig').nullable(),
  polarityCorrect: z.boolean(),
  poweredOn: z.boolean(),
})

const REPAIR_STATES = ['recorded', 'certified', 'voided'] as const

const repair = z.object({
  repairId: id,
  householdId: id,
  headOfHousehold: z.string(),
  hamlet: z.string().nullable(),
  communeName: z.string().nullable(),
  doneOn: day,
  conditionFound: z.string(),
  crew: z.string(),
  costDong: amountDong,
  failedChecks: z.array(z.enum(REPAIR_CHECKS)),
  state: z.enum(REPAIR_STATES),
  documentNumber: z.string().nullable(),
  certifiedOn: day.nullable(),
  voidedOn: day.nullable(),
})
export type Repair = z.output<typeof repair>

/** What the one who certifies reads first: the work, its cost, its readings. */
const repairDetail = repair.extend({
  campaignName: z.string().nullable(),
  fundingSource: z.string().nullable(),
  items: z.array(repairItem),
  readings,
})

export const repairCalls = {
  'repairs.list': query({
    permission: 'ledger.read',
    input: z.object({ state: z.enum(REPAIR_STATES).nullable(), limit: z.int().min(1).max(5000) }),
    output: z.object({ repairs: z.array(repair), count }),
  }),
  'repairs.get': query({
    permission: 'ledger.read',
    input: z.object({ repairId: id }),
    output: repairDetail,
  }),
  'repairs.record': command({
    permission: 'repair.record',
    topics: ['repairs'],
    input: z.object({
      householdId: id,
      campaignId: id.nullable(),
      doneOn: day,
      conditionFound: text(500),
      crew: text(120),
      fundingSource: optionalText(160),
      items: z.array(repairItem).min(1, 'required').max(30, 'tooBig').superRefine(checkSum),
      readings,
    }),
    output: z.object({ repairId: id, costDong: amountDong, failedChecks: z.array(z.enum(REPAIR_CHECKS)) }),
  }),
  'repairs.certify': command({
    permission: 'repair.certify',
    topics: ['repairs'],
    input: z.object({ repairId: id, certifiedOn: day }),
    output: z.object({ documentNumber: z.string(), code: z.string() }),
  }),
  'repairs.void': command({
    permission: 'repair.void',
    topics: ['repairs'],
    input: z.object({ repairId: id, voidedOn: day, reason: text(300) }),
    output: z.object({ documentNumber: z.string().nullable() }),
  }),
}
