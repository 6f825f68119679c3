/** Free repairs of the wiring after the meter: the list and board, one repair with all its steps, and each step. */

import { z } from 'zod'
import { PHOTO_MOMENTS, REPAIR_EVENTS, REPAIR_ORIGINS, REPAIR_STATES } from '../domain/repair.ts'
import { CHECK_UNITS, REPAIR_CHECKS } from '../domain/repair-check.ts'
import { REPAIR_LINE_KINDS } from '../domain/repair-cost.ts'
import { SURVEY_CONDITIONS, SURVEY_POINTS } from '../domain/wiring-survey.ts'
import { command, query } from './call.ts'
import { householdLine } from './households.ts'
import { amountDong, checkSum, count, day, id, instant, name, optionalText, quantity, text } from './schemas.ts'

export const repairState = z.enum(REPAIR_STATES)
export const repairEvent = z.enum(REPAIR_EVENTS)

/** A line of an estimate, a plan or finished work; `itemId` where it is material of our own stock. */
const item = z
  .object({
    kind: z.enum(REPAIR_LINE_KINDS),
    itemId: id.nullable(),
    name: text(160),
    unitOfMeasure: text(30),
    quantity,
    unitPriceDong: amountDong,
  })
  .refine(({ kind, itemId }) => kind === 'material' || itemId === null, { message: 'forbiddenText', path: ['itemId'] })
const items = z.array(item).max(60, 'tooBig').superRefine(checkSum)
export type RepairItemLine = z.output<typeof item>

const finding = z.object({
  point: z.enum(SURVEY_POINTS),
  condition: z.enum(SURVEY_CONDITIONS),
  note: optionalText(200),
})

const ohm = z.number().min(0, 'tooSmall').max(100_000, 'tooBig')
const readings = z.object({
  insulationMegaohm: z.number().min(0, 'tooSmall').max(100_000, 'tooBig'),
  continuityOhm: ohm.nullable(),
  rcdTripMilliseconds: z.number().positive('tooSmall').max(10_000, 'tooBig').nullable(),
  rcdTestButtonWorks: z.boolean().nullable(),
  polarityCorrect: z.boolean(),
  earthingOhm: ohm.nullable(),
  poweredOn: z.boolean(),
})
const limits = z.object({ continuityOhm: ohm.positive('tooSmall'), earthingOhm: ohm.positive('tooSmall') })

const survey = z.object({
  surveyor: text(120),
  conditionFound: text(500),
  neededWork: optionalText(500),
  findings: z.array(finding).max(SURVEY_POINTS.length),
  items,
})
const plan = z.object({ crew: text(120), plannedFor: day, instructions: optionalText(500), items })
const work = z.object({
  crew: text(120),
  workDone: text(500),
  hours: z.number().positive('tooSmall').max(1000, 'tooBig').nullable(),
  items,
})
const checks = z.object({ tester: text(120), instrument: text(120), calibratedUntil: day, readings })
const acceptance = z.object({
  supervisor: name(),
  householdRepresentative: name(),
  householdRelation: optionalText(60),
  communeRepresentative: optionalText(120),
  remark: optionalText(500),
})

/** A card of the board, a row of the list. */
const repair = z.object({
  repairId: id,
  household: householdLine,
  campaignId: id.nullable(),
  campaignName: z.string().nullable(),
  /** "07/2026/PKS-PC042"; null for those taken over from the first version. */
  documentNumber: z.string().nullable(),
  origin: z.enum(REPAIR_ORIGINS),
  need: z.string().nullable(),
  openedOn: day,
  state: repairState,
  since: day,
  /** Unsafe: when to look again; done: when the re-check is due. */
  dueOn: day.nullable(),
  crew: z.string().nullable(),
  plannedFor: day.nullable(),
  doneOn: day.nullable(),
  /** Of the work where it is done, else of the plan, else of the survey. */
  costDong: amountDong,
  dangerous: z.array(z.enum(SURVEY_POINTS)),
  failedChecks: z.array(z.enum(REPAIR_CHECKS)),
  /** Checked after its last work, whatever came out. */
  isChecked: z.boolean(),
  isAccepted: z.boolean(),
  certificateNumber: z.string().nullable(),
  /** Waiting on a list that the commune has not answered. */
  isOnList: z.boolean(),
  openComplaints: count,
})
export type Repair = z.output<typeof repair>

const checkLine = z.object({
  check: z.enum(REPAIR_CHECKS),
  requirement: z.union([
    z.object({ kind: z.enum(['atLeast', 'atMost']), value: z.number(), unit: z.enum(CHECK_UNITS) }),
    z.object({ kind: z.literal('yes') }),
  ]),
  reading: z.union([z.number(), z.boolean(), z.null()]),
  result: z.enum(['passed', 'failed', 'notPresent']),
})

/** A paper of a repair; it can be printed, and voided where nothing stands on it. */
const repairPaper = z.object({
  paperId: id,
  kind: z.enum(['workOrder', 'acceptanceRecord', 'repairCertificate']),
  documentNumber: z.string(),
  issuedOn: day,
  voidedOn: day.nullable(),
  voidReason: z.string().nullable(),
  /** Its signed copy has come back as a scan. */
  isBack: z.boolean(),
})
export type RepairPaper = z.output<typeof repairPaper>

const step = z.object({
  stepId: id,
  event: repairEvent,
  state: repairState,
  happenedOn: day,
  reason: z.string().nullable(),
  dueOn: day.nullable(),
  recordedBy: z.string(),
  recordedAt: instant,
})

const complaint = z.object({
  complaintId: id,
  receivedOn: day,
  complainant: z.string(),
  content: z.string(),
  settledOn: day.nullable(),
  outcome: z.string().nullable(),
  followedByRepairId: id.nullable(),
})

const crewMaterial = z.object({
  itemId: id,
  itemName: z.string(),
  unitOfMeasure: z.string(),
  planned: z.number(),
  drawn: z.number(),
  used: z.number(),
  returned: z.number(),
  /** drawn − used − returned. */
  withCrew: z.number(),
})

const photo = z.object({
  photoId: id,
  moment: z.enum(PHOTO_MOMENTS),
  fileName: z.string(),
  /** As the window asks for it: app address path of the picture, and of it made small. */
  file: z.string(),
  smallFile: z.string(),
  byteLength: count,
})
export type RepairPhoto = z.output<typeof photo>

const budget = z.object({ budgetDong: amountDong.nullable(), spentDong: amountDong, plannedDong: amountDong })

/** `otherDong`: of it what repairs beside this one cost or are planned to, for telling whether a plan fits. */
const watchedBudget = budget.extend({ otherDong: amountDong })

const repairDetail = repair.extend({
  followsRepairId: id.nullable(),
  fundingSource: z.string().nullable(),
  survey: survey.extend({ surveyedOn: day, costDong: amountDong }).nullable(),
  plan: plan.extend({ costDong: amountDong }).nullable(),
  /** Every time work was finished: a second one after a rework. */
  works: z.array(work.extend({ stepId: id, doneOn: day, costDong: amountDong })),
  checks: checks.extend({ checkedOn: day, lines: z.array(checkLine) }).nullable(),
  acceptance: acceptance.extend({ acceptedOn: day, recordedBy: z.string() }).nullable(),
  confirmation: z
    .object({
      documentNumber: z.string(),
      drawnUpOn: day,
      confirmedOn: day.nullable(),
      confirmationNumber: z.string().nullable(),
    })
    .nullable(),
  materials: z.array(crewMaterial),
  steps: z.array(step),
  papers: z.array(repairPaper),
  photos: z.array(photo),
  complaints: z.array(complaint),
  /** What may happen now (domain/repair.ts), without regard to rights. */
  possible: z.array(repairEvent),
  householdBudget: watchedBudget.nullable(),
  campaignBudget: watchedBudget.nullable(),
})
export type RepairDetail = z.output<typeof repairDetail>

/** What the list is narrowed to; every filter that is not null holds. */
export const repairFilter = z.object({
  states: z.array(repairState),
  campaignId: id.nullable(),
  communeName: z.string().nullable(),
  hamlet: z.string().nullable(),
  crew: z.string().nullable(),
  /** Re-check or follow-up due by this day. */
  dueBy: day.nullable(),
  /** Words of the head's name, the place, the crew or a number. */
  sought: z.string().max(200),
})
export type RepairFilter = z.output<typeof repairFilter>

export const ALL_REPAIRS: RepairFilter = {
  states: [],
  campaignId: null,
  communeName: null,
  hamlet: null,
  crew: null,
  dueBy: null,
  sought: '',
}

const reason = text(300)
/** A step of one repair: its day, what it holds, and after it the state the repair is in. */
const stepOf = <Shape extends z.ZodRawShape>(shape: Shape) => z.object({ repairId: id, on: day, ...shape })
const stepped = z.object({ state: repairState })
const numbered = stepped.extend({ paperId: id, documentNumber: z.string(), code: z.string() })
const recording = { permission: 'repair.record', topics: ['repairs'] } as const

export const repairCalls = {
  'repairs.list': query({
    permission: 'ledger.read',
    input: z.object({ filter: repairFilter, limit: z.int().min(1).max(5000) }),
    /** `counts` of each state under the filter without its states: the heads of the board's columns. */
    output: z.object({ repairs: z.array(repair), count, counts: z.record(repairState, count) }),
  }),
  'repairs.get': query({ permission: 'ledger.read', input: z.object({ repairId: id }), output: repairDetail }),
  /** By the number typed, or the code scanned, of any paper of a repair. */
  'repairs.find': query({
    permission: 'ledger.read',
    input: z.object({ text: z.string().max(60) }),
    output: z.object({ repairId: id.nullable() }),
  }),
  'repairs.ofHousehold': query({
    permission: 'ledger.read',
    input: z.object({ householdId: id }),
    output: z.object({ repairs: z.array(repair) }),
  }),
  /** What repairs cost against budgets: by campaign, and under it by commune and by household. */
  'repairs.costs': query({
    permission: 'ledger.read',
    input: z.object({ campaignId: id.nullable() }),
    output: z.object({
      campaigns: z.array(
        z.object({
          campaignId: id.nullable(),
          campaignName: z.string().nullable(),
          repairCount: count,
          doneCount: count,
          perHouseholdDong: amountDong.nullable(),
          ...budget.shape,
          communes: z.array(
            z.object({
              communeName: z.string().nullable(),
              repairCount: count,
              spentDong: amountDong,
              plannedDong: amountDong,
            }),
          ),
          /** The households whose repairs cost most, over their budget first. */
          households: z.array(
            z.object({ householdId: id, headOfHousehold: z.string(), costDong: amountDong, isOverBudget: z.boolean() }),
          ),
        }),
      ),
    }),
  }),
  /** Crews and instruments of before, for choosing instead of typing. */
  'repairs.known': query({
    permission: 'ledger.read',
    input: z.object({}),
    output: z.object({
      crews: z.array(z.string()),
      surveyors: z.array(z.string()),
      instruments: z.array(z.object({ instrument: z.string(), tester: z.string(), calibratedUntil: day })),
      limits,
    }),
  }),
  /** Opens a repair for each household named; one that is open already in the campaign is refused by name. */
  'repairs.open': command({
    ...recording,
    input: z.object({
      householdIds: z.array(id).min(1, 'required').max(1000, 'tooBig'),
      campaignId: id.nullable(),
      openedOn: day,
      origin: z.enum(REPAIR_ORIGINS).exclude(['earlier']),
      need: optionalText(500),
      fundingSource: optionalText(160),
    }),
    output: z.object({ repairIds: z.array(id), first: z.string(), last: z.string() }),
  }),
  'repairs.survey': command({
    ...recording,
    input: stepOf(survey.shape),
    output: stepped.extend({ costDong: amountDong }),
  }),
  /** Goes on without the commune's word. */
  'repairs.exempt': command({
    ...recording,
    permission: 'repair.overrule',
    input: stepOf({ reason }),
    output: stepped,
  }),
  /** Plans a job and issues its work order; over a budget only with a reason, by who may overrule. */
  'repairs.plan': command({
    ...recording,
    input: stepOf({ ...plan.shape, overruledBecause: optionalText(300) }),
    output: numbered,
  }),
  /** Draws materials for a planned job from a store into the crew's hands, by a numbered slip. */
  'repairs.drawMaterials': command({
    permission: 'stock.move',
    topics: ['repairs', 'stock'],
    input: stepOf({
      storeId: id,
      lines: z
        .array(z.object({ itemId: id, quantity }))
        .min(1, 'required')
        .max(60, 'tooBig'),
    }),
    output: z.object({ slipId: id, documentNumber: z.string() }),
  }),
  /** Brings leftovers back from the crew. */
  'repairs.returnMaterials': command({
    permission: 'stock.move',
    topics: ['repairs', 'stock'],
    input: stepOf({
      storeId: id,
      lines: z
        .array(z.object({ itemId: id, quantity }))
        .min(1, 'required')
        .max(60, 'tooBig'),
    }),
    output: z.object({ slipId: id, documentNumber: z.string() }),
  }),
  /** What was done and used; material of the stock goes from the crew to the household. */
  'repairs.finishWork': command({
    ...recording,
    topics: ['repairs', 'stock'],
    input: stepOf(work.shape),
    output: stepped.extend({ costDong: amountDong }),
  }),
  'repairs.check': command({
    ...recording,
    input: stepOf(checks.shape),
    output: stepped.extend({ failedChecks: z.array(z.enum(REPAIR_CHECKS)) }),
  }),
  /** Sends the crew back after checks that failed. */
  'repairs.rework': command({ ...recording, input: stepOf({ reason }), output: stepped }),
  /** Records the acceptance and issues its record (biên bản nghiệm thu). */
  'repairs.accept': command({ ...recording, input: stepOf(acceptance.shape), output: numbered }),
  /** Approves and issues the certificate; by another person than who recorded the acceptance. */
  'repairs.certify': command({
    ...recording,
    permission: 'repair.certify',
    /** `recheckOn`: when to look again; null where nobody will. */
    input: stepOf({ recheckOn: day.nullable() }),
    output: numbered,
  }),
  /** "Không an toàn, chưa sửa": an outcome of its own, with a day to look again. */
  'repairs.declareUnsafe': command({ ...recording, input: stepOf({ reason, followUpOn: day }), output: stepped }),
  /** The look after months: passed, the next look may be set; failed, the household is unsafe again. */
  'repairs.recheck': command({
    ...recording,
    input: stepOf({ ...checks.shape, remark: optionalText(300), nextOn: day.nullable() }),
    output: stepped.extend({ failedChecks: z.array(z.enum(REPAIR_CHECKS)) }),
  }),
  'repairs.cancel': command({ ...recording, permission: 'repair.void', input: stepOf({ reason }), output: stepped }),
  /** Voids the acceptance record or the certificate that stands; the next one gets a new number. */
  'repairs.voidPaper': command({
    ...recording,
    permission: 'repair.void',
    topics: ['repairs', 'scans'],
    input: z.object({ paperId: id, on: day, reason }),
    output: stepped.extend({ documentNumber: z.string() }),
  }),
  'repairs.complain': command({
    ...recording,
    input: stepOf({ complainant: name(), content: text(500) }),
    output: z.object({ complaintId: id }),
  }),
  /** Settles a complaint in words, and opens a new repair for it where one is needed. */
  'repairs.settleComplaint': command({
    ...recording,
    input: z.object({ complaintId: id, on: day, outcome: text(500), opensRepair: z.boolean() }),
    output: z.object({ repairId: id.nullable() }),
  }),
  'repairs.setLimits': command({ ...recording, permission: 'repair.overrule', input: limits, output: limits }),
}
