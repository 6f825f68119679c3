/** What reading a commune's list can find about a row or a cell: an error keeps the row out, a warning is told. */

import type { ListField } from './household-list.ts'

export const LIST_FINDING_CODES = [
  'nameMissing',
  'nameNotText',
  'forbiddenText',
  'bulletDropped',
  'formulaError',
  'citizenIdMended',
  'citizenIdStrange',
  'citizenIdOldNumber',
  'citizenIdTwice',
  'oldIdNumberMended',
  'oldIdNumberStrange',
  'phoneMended',
  'phoneStrange',
  'birthYearStrange',
  'birthYearDiffersFromCitizenId',
  'memberCountStrange',
  'categoryUnknown',
  'categoryTwice',
  'customerCodeStrange',
  'meterNumberStrange',
] as const
export type ListFindingCode = (typeof LIST_FINDING_CODES)[number]

export interface ListFinding {
  /** Row as the workbook numbers it, from 1. */
  rowNumber: number
  field: ListField
  severity: 'error' | 'warning'
  code: ListFindingCode
  /** What the cell holds, as text. */
  value: string
  /** What it was mended to; null where nothing was. */
  mended: string | null
  /** A mend that the clerk may take; null where there is none to propose. */
  proposed: string | null
  /** What it disagrees with: the row with the same citizen ID, the year the ID carries, the category that was kept. */
  other: string | null
}
