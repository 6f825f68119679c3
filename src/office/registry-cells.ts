/** The registry's list as texts and numbers for another program: its columns, their headers, what a cell says. */

import type { RegistryColumn } from '../contract/households.ts'
import type { Language } from '../contract/schemas.ts'
import { trade as english } from '../contract/wording/en/trade.ts'
import { trade as vietnamese } from '../contract/wording/vi/trade.ts'
import { maskCitizenId } from '../domain/citizen-id.ts'
import { formatDay } from '../domain/day.ts'
import { asSpreadsheetText } from '../domain/vietnamese.ts'
import type { RegistryRecord } from '../ledger/registry/registry-list.ts'
import { categoriesOf } from './answers/household-line.ts'

export type RegistryCell = string | number | null

const WORDING = { vi: vietnamese, en: english }

export function registryHeaders(columns: readonly RegistryColumn[], language: Language): RegistryCell[] {
  return columns.map((column) => WORDING[language].householdFields[column])
}

interface Telling {
  language: Language
  revealsCitizenIds: boolean
}

function cellOf(
  record: RegistryRecord,
  column: RegistryColumn,
  { language, revealsCitizenIds }: Telling,
): RegistryCell {
  const words = WORDING[language]
  const number = (text: string | null) => text && (revealsCitizenIds ? text : maskCitizenId(text))
  switch (column) {
    case 'citizenId':
    case 'oldIdNumber':
      return number(record[column])
    case 'categories':
      return categoriesOf(record)
        .map((category) => words.categories[category])
        .join('; ')
    case 'status':
      return words.householdStatuses[record.status]
    case 'lastGiftOn':
    case 'lastRepairOn': {
      const on = record[column]
      return on && formatDay(on)
    }
    default:
      return record[column]
  }
}

/** What each column says of a household: numbers of persons are masked unless they are to be revealed. */
export function registryCells(
  record: RegistryRecord,
  columns: readonly RegistryColumn[],
  telling: Telling,
): RegistryCell[] {
  return columns.map((column) => cellOf(record, column, telling))
}

/** A text in one line that no spreadsheet takes for a formula. */
export function safeText(text: string): string {
  return asSpreadsheetText(text.replace(/[\t\r\n]+/g, ' '))
}
