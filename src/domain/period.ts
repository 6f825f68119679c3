/** A reporting period (kỳ báo cáo) is a calendar month, 'YYYY-MM'. */

import type { Brand } from './brand.ts'
import { type Day, dayOf, daysOfMonth } from './day.ts'

export type Period = Brand<string, 'Period'>

export function parsePeriod(text: string): Period | null {
  const parts = /^(\d{4})-(\d{2})$/.exec(text)
  if (!parts) return null
  return dayOf(Number(parts[1]), Number(parts[2]), 1) ? (text as Period) : null
}

export function isPeriod(text: string): text is Period {
  return parsePeriod(text) !== null
}

/** Takes a text known to be a period; throws where it is none. */
export function period(text: string): Period {
  const parsed = parsePeriod(text)
  if (!parsed) throw new RangeError(`Not a month: ${text}`)
  return parsed
}

export function periodOf(value: Day): Period {
  return value.slice(0, 7) as Period
}

export function periodStart(value: Period): Day {
  return `${value}-01` as Day
}

export function periodEnd(value: Period): Day {
  return `${value}-${daysOfMonth(Number(value.slice(0, 4)), Number(value.slice(5, 7)))}` as Day
}

export function nextPeriod(value: Period): Period {
  return shift(value, 1)
}

export function previousPeriod(value: Period): Period {
  return shift(value, -1)
}

function shift(value: Period, months: number): Period {
  const index = Number(value.slice(0, 4)) * 12 + Number(value.slice(5, 7)) - 1 + months
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}` as Period
}

/** 11/2026, as clerks write a month. */
export function formatPeriod(value: Period): string {
  return `${value.slice(5, 7)}/${value.slice(0, 4)}`
}
