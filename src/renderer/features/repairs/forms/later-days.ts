/** Days to come: when to look again. */

import { type Day, dayOf, dayParts, daysOfMonth } from '../../../../domain/day.ts'

export function daysLater(from: Day, days: number): Day {
  return new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10) as Day
}

/** The same day of a later month, or that month's last where it is shorter; null past the calendar. */
export function monthsLater(from: Day, months: number): Day | null {
  const { year, month, dayOfMonth } = dayParts(from)
  const counted = year * 12 + (month - 1) + months
  const [toYear, toMonth] = [Math.floor(counted / 12), (counted % 12) + 1]
  return dayOf(toYear, toMonth, Math.min(dayOfMonth, daysOfMonth(toYear, toMonth)))
}
