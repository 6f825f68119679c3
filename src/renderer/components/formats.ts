/** How figures, amounts and instants are shown; the same in both languages, as on the papers. */

import type { HouseholdLine } from '../../contract/households.ts'
import { dayInVietnam, formatDay } from '../../domain/day.ts'
import { formatFigure } from '../../domain/figure.ts'
import { formatDong } from '../../domain/money.ts'

export function showAmount(amountDong: number): string {
  return `${formatDong(amountDong)} ₫`
}

export function showCount(count: number): string {
  return formatDong(count)
}

/** 1.250 or -2,5: goods count to the thousandth. */
export function showQuantity(quantity: number): string {
  return formatFigure(quantity)
}

/** 05/11/2026 14:02, in Vietnam's time whatever the computer's zone. */
export function showInstant(instant: string): string {
  const at = Date.parse(instant)
  const clock = new Date(at + 7 * 3_600_000).toISOString().slice(11, 16)
  return `${formatDay(dayInVietnam(at))} ${clock}`
}

/** Name, year of birth and hamlet: what tells a household from its namesakes in a sentence. */
export function tellHousehold(household: Pick<HouseholdLine, 'headOfHousehold' | 'birthYear' | 'hamlet'>): string {
  const { headOfHousehold, birthYear, hamlet } = household
  return [headOfHousehold, birthYear, hamlet].filter(Boolean).join(', ')
}
