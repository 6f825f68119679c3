/**
 * The field types every call is written with. Texts come out tidied (NFC, single spaces); refusals name an
 * InputProblem.
 */

import { z } from 'zod'
import { isCitizenId } from '../domain/citizen-id.ts'
import { type Day, isDay } from '../domain/day.ts'
import { HOUSEHOLD_STATUSES } from '../domain/household.ts'
import { HOUSEHOLD_CATEGORIES } from '../domain/household-category.ts'
import { type Dong, isDong, LARGEST_AMOUNT_DONG } from '../domain/money.ts'
import { isPeriod, type Period } from '../domain/period.ts'
import { readPhone } from '../domain/phone.ts'
import type { Refusal } from '../domain/refusal.ts'
import { forbiddenText, tidyName, tidyText } from '../domain/vietnamese.ts'
import type { InputProblem } from './failure.ts'

/** Keeps a message one of the problems the contract knows. */
const problem = (name: InputProblem): string => name

const entered = (tidy: (text: string) => string, longest: number, shortest: number) =>
  z
    .string()
    .transform(tidy)
    .pipe(
      z
        .string()
        .min(shortest, problem('required'))
        .max(longest, problem('tooLong'))
        .refine((value) => forbiddenText(value) === null, problem('forbiddenText')),
    )

export const text = (longest = 200) => entered(tidyText, longest, 1)
export const name = (longest = 120) => entered(tidyName, longest, 1)
/** An empty text means "not known" and comes out null. */
export const optionalText = (longest = 200) =>
  entered(tidyText, longest, 0)
    .transform((value) => value || null)
    .nullable()

export const id = z.uuid()
/** Days of papers, whose numbers and codes carry a year of this century: a typed 1926 is a slip for 2026. */
export const day = z.custom<Day>(
  (value) => typeof value === 'string' && isDay(value) && value.startsWith('20'),
  problem('notADay'),
)
/** Days of decisions and births: of any century. */
export const pastOrComingDay = z.custom<Day>((value) => typeof value === 'string' && isDay(value), problem('notADay'))
export const period = z.custom<Period>(
  (value) => typeof value === 'string' && isPeriod(value) && value.startsWith('20'),
  problem('notAPeriod'),
)
export const amountDong = z.custom<Dong>(
  (value) => typeof value === 'number' && isDong(value) && value >= 0,
  problem('notAnAmount'),
)
export const count = z.int().min(0)
export const instant = z.iso.datetime()
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** Quantities count to the thousandth. Money is counted in đồng, so a quantity in stock may be large. */
export const stockQuantity = z.number().min(0.001, problem('tooSmall')).max(1_000_000_000_000, problem('tooBig'))
export const quantity = z.number().min(0.001, problem('tooSmall')).max(100_000, problem('tooBig'))

/** Lines whose amounts add up to more than an amount may be are refused at the line where it shows. */
export function checkSum(
  lines: readonly { quantity: number; unitPriceDong: number | null }[],
  context: z.RefinementCtx,
): void {
  let sumDong = 0
  for (const [index, { quantity, unitPriceDong }] of lines.entries()) {
    sumDong += quantity * (unitPriceDong ?? 0)
    if (sumDong <= LARGEST_AMOUNT_DONG - lines.length) continue
    context.addIssue({ code: 'custom', message: problem('tooBig'), path: [index, 'quantity'] })
    return
  }
}

export const category = z.enum(HOUSEHOLD_CATEGORIES)
export const householdStatus = z.enum(HOUSEHOLD_STATUSES)
export const citizenId = z
  .string()
  .transform((value) => value.replace(/\s/g, '') || null)
  .pipe(z.string().refine(isCitizenId, problem('notACitizenId')).nullable())
  .nullable()
export const phone = z
  .string()
  .transform((value, context) => {
    if (value.trim() === '') return null
    const reading = readPhone(value)
    if (reading.kind !== 'strange') return reading.phone
    context.addIssue({ code: 'custom', message: problem('notAPhone') })
    return z.NEVER
  })
  .nullable()

/** A refusal told as a fact rather than as a failure: what would stand against it if it were tried. */
export const refusalOrNull = z.custom<Refusal | null>((value) => value === null || typeof value === 'object')

/** In which language the office words what it writes for people. */
export const language = z.enum(['vi', 'en'])
export type Language = z.output<typeof language>

export const nothing = z.strictObject({})
