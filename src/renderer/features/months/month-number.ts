/** What a clerk types to confirm a month. */

import { formatPeriod, type Period } from '../../../domain/period.ts'

/** 9, 09, 9/2026 or 09/2026 stand for September 2026; nothing else does. */
export function isMonthNumber(typed: string, period: Period): boolean {
  const bare = typed.replace(/\s/g, '').replace(/^(?=\d(\/|$))/, '0')
  return bare === period.slice(5) || bare === formatPeriod(period)
}
