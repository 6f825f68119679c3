/** What reading a commune's list can find about a row or a cell: an error keeps the row out, a warning is told. */

import type { ListField } from './household-list.ts'

export const LIST_FINDING_CODES = [
  'nameMissing',
  'nameNotText',
  'nameHasRemark',
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
  'categoryDecisionAlone',
  'householdTwice',
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
  /** A text which, standing in the cell, makes this finding vanish; null where a person would have to ask. */
  proposed: string | null
  /** What it disagrees with: the row of the same person or household, the year the ID carries, the category kept. */
  other: string | null
}
