/** When a workbook's number is a day: what its number format says, and which day its serial number is. */

import { type Day, dayOf } from '../../domain/day.ts'

/**
 * ECMA-376 part 1, 18.8.30: number formats that are dates without a code in the file; 27 to 58 in East Asian Excels.
 */
export function isBuiltInDate(format: number): boolean {
  return (
    (format >= 14 && format <= 17) || format === 22 || (format >= 27 && format <= 36) || (format >= 50 && format <= 58)
  )
}

/**
 * A format of our own making is a date when it shows a day or a year: [Red], [$-42A] and "đồng" are no letters of the
 * format, hours alone are no day.
 */
export function isDateCode(code: string): boolean {
  return /[dy]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '').replace(/general|standard/gi, ''))
}

/** The day of a serial date; the 29 February 1900 that Excel believes in is none. Null outside the calendar we keep. */
export function dayOfSerial(serial: number, isDate1904: boolean): Day | null {
  const days = Math.floor(serial) + (isDate1904 ? 1462 : 0)
  if (days < 1 || days === 60 || days > 2_958_465) return null
  const date = new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * 86_400_000)
  return dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}

/** The day in a date or instant of ISO 8601, as .ods, XML 2003 and the cells of type d of .xlsx write them. */
export function dayOfIso(text: string): Day | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:$|T)/.exec(text.trim())
  return parts ? dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) : null
}
