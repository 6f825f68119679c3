/** What stands in the address of the screen of months. */

import { isPeriod, type Period } from '../../../domain/period.ts'

export interface MonthsView {
  period?: Period | undefined
  /** A package to be checked at once. */
  verify?: string | undefined
  /** What stands open over the month. */
  sheet?: 'indicators' | undefined
}

export function readMonthsView(search: Record<string, unknown>): MonthsView {
  const { period, verify, sheet } = search
  return {
    period: typeof period === 'string' && isPeriod(period) ? period : undefined,
    verify: typeof verify === 'string' && verify ? verify : undefined,
    sheet: sheet === 'indicators' ? sheet : undefined,
  }
}
