/** A business day as a clerk writes it on a paper: a calendar day 'YYYY-MM-DD', without hour or time zone. */

import type { Brand } from './brand.ts'

export type Day = Brand<string, 'Day'>

const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

export function daysOfMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (DAYS_OF_MONTH[month - 1] ?? 0)
}

/** Makes a day of its parts, or answers null where the calendar has none (31/02, year before 1900 or after 2199). */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | null {
  if (!Number.isInteger(year) || year < 1900 || year > 2199) return null
  if (!Number.isInteger(dayOfMonth) || dayOfMonth < 1 || dayOfMonth > daysOfMonth(year, month)) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}` as Day
}

/** Reads 'YYYY-MM-DD' strictly; null for anything else. */
export function parseDay(text: string): Day | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return parts ? dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) : null
}

export function isDay(text: string): text is Day {
  return parseDay(text) !== null
}

/** Takes a text known to be a day; throws where it is none. */
export function day(text: string): Day {
  const parsed = parseDay(text)
  if (!parsed) throw new RangeError(`Not a day: ${text}`)
  return parsed
}

/**
 * Reads a day the way clerks type it: 5/11/2026, 05-11-2026, 5.11.26, 05112026; the day always first.
 * Two-digit years are of this century up to `pivotYear`, of the last one after it. Null where it is no day.
 */
export function parseTypedDay(text: string, pivotYear = 60): Day | null {
  const trimmed = text.trim()
  const parts =
    /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4}|\d{2})$/.exec(trimmed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(trimmed)
  if (!parts) return parseDay(trimmed)
  const written = Number(parts[3])
  const year = parts[3]?.length === 2 ? written + (written <= pivotYear ? 2000 : 1900) : written
  return dayOf(year, Number(parts[2]), Number(parts[1]))
}

export function dayParts(value: Day): { year: number; month: number; dayOfMonth: number } {
  return { year: Number(value.slice(0, 4)), month: Number(value.slice(5, 7)), dayOfMonth: Number(value.slice(8, 10)) }
}

/** 05/11/2026, as lists and tables show it. */
export function formatDay(value: Day): string {
  return `${value.slice(8, 10)}/${value.slice(5, 7)}/${value.slice(0, 4)}`
}

/**
 * "ngày 05 tháng 01 năm 2026", as papers write it: days under 10 and the months 1 and 2 carry a zero
 * (Nghị định 30/2020/NĐ-CP, Phụ lục I).
 */
export function formatDayInWords(value: Day): string {
  const { year, month, dayOfMonth } = dayParts(value)
  const padded = (n: number, below: number) => (n < below ? `0${n}` : String(n))
  return `ngày ${padded(dayOfMonth, 10)} tháng ${padded(month, 3)} năm ${year}`
}

/** The day before. */
export function dayBefore(value: Day): Day {
  return new Date(Date.parse(value) - 86_400_000).toISOString().slice(0, 10) as Day
}

/** The day after. */
export function dayAfter(value: Day): Day {
  return new Date(Date.parse(value) + 86_400_000).toISOString().slice(0, 10) as Day
}

/** The day in Vietnam (UTC+7 all year) at an instant given in milliseconds since 1970. */
export function dayInVietnam(instantMs: number): Day {
  return new Date(instantMs + 7 * 3_600_000).toISOString().slice(0, 10) as Day
}

/** "08:12": the hour of a UTC instant by the clocks of Vietnam, which is seven hours ahead all year. */
export function timeInVietnam(instant: string): string {
  return new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(11, 16)
}
