/** Indicators of service: what is asked for each month, entering it, and what head office hears of it. */

import { z } from 'zod'
import {
  INDICATOR_CODE,
  INDICATOR_KINDS,
  INDICATOR_VERDICTS,
  LARGEST_INDICATOR_FIGURE,
  TARGET_DIRECTIONS,
} from '../domain/indicator.ts'
import { command, query } from './call.ts'
import { count, instant, nothing, optionalText, period, text } from './schemas.ts'

const code = z
  .string()
  .transform((value) => value.trim().toUpperCase())
  .pipe(z.string().regex(new RegExp(`^${INDICATOR_CODE}$`), 'malformed'))
const target = z.number().min(0, 'tooSmall').max(LARGEST_INDICATOR_FIGURE, 'tooBig').nullable()
/** Any number: what it may be is a rule of the trade, told by the indicator's name. */
const figure = z.number().nullable()

const definition = z.object({
  code: z.string(),
  version: z.int(),
  name: z.string(),
  kind: z.enum(INDICATOR_KINDS),
  unitOfMeasure: z.string(),
  numeratorName: z.string(),
  /** Null for a count. */
  denominatorName: z.string().nullable(),
  /** In the indicator's unit: percent of a share. */
  target: z.number().nullable(),
  targetDirection: z.enum(TARGET_DIRECTIONS).nullable(),
  inForceFrom: period,
  inForceTo: period.nullable(),
})

const version = definition.extend({
  recordedAt: instant,
  /** Null for what the program came with. */
  recordedBy: z.string().nullable(),
})
export type IndicatorVersion = z.output<typeof version>

const monthIndicator = definition.extend({
  /** As they were entered; null where they were not. */
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  /** To the thousandth; null where nothing was entered, or nothing arose. */
  value: z.number().nullable(),
  verdict: z.enum(INDICATOR_VERDICTS),
  recordedAt: instant.nullable(),
  recordedBy: z.string().nullable(),
  /** What it came to in the month before, and in the same month a year before. */
  valueMonthBefore: z.number().nullable(),
  valueYearBefore: z.number().nullable(),
})
export type MonthIndicator = z.output<typeof monthIndicator>

export const indicatorCalls = {
  /** The sheet of a month, in its order. */
  'indicators.ofMonth': query({
    permission: 'ledger.read',
    input: z.object({ period }),
    output: z.object({
      period,
      /** Nothing more is entered for it. */
      isClosed: z.boolean(),
      indicators: z.array(monthIndicator),
    }),
  }),
  /** Every version of every definition. */
  'indicators.definitions': query({
    permission: 'ledger.read',
    input: nothing,
    output: z.object({ versions: z.array(version) }),
  }),
  /** Enters figures of a month as one; what is entered again takes the place of what was, null takes it back. */
  'indicators.enter': command({
    permission: 'indicator.record',
    topics: ['months'],
    input: z.object({
      period,
      entries: z
        .array(z.object({ code, numerator: figure, denominator: figure }))
        .min(1, 'required')
        .max(500, 'tooBig'),
    }),
    output: z.object({ entered: count }),
  }),
  /** A new indicator, or a new version of one, from an open month on. */
  'indicators.define': command({
    permission: 'indicator.define',
    topics: ['months'],
    input: z.object({
      code,
      name: text(160),
      kind: z.enum(INDICATOR_KINDS),
      unitOfMeasure: text(20),
      numeratorName: text(160),
      denominatorName: optionalText(160),
      target,
      targetDirection: z.enum(TARGET_DIRECTIONS).nullable(),
      inForceFrom: period,
      inForceTo: period.nullable(),
    }),
    output: z.object({ code: z.string(), version: z.int() }),
  }),
}
