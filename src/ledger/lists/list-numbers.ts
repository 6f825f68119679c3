/** The numbers of a list that no index of the registry knows, and the entries of the registry that have them. */

import type { ListedHousehold } from '../../domain/household-list.ts'
import type { RegistryEntry } from './known-households.ts'

const FIELDS = ['oldIdNumber', 'customerCode', 'meterNumber', 'phone'] as const
export type NumberField = (typeof FIELDS)[number]

/** A number that more households share says nothing of any one of them. */
const MOST_WITH_ONE_NUMBER = 20

export interface NumberIndex {
  /** To be called with each entry of the registry. */
  note(entry: RegistryEntry): void
  /** The entries that were noted with a number, by their row numbers. */
  rowNumbersOf(field: NumberField, number: string | null): readonly number[]
}

/** An index for the numbers of these rows alone. */
export function numberIndex(rows: Iterable<ListedHousehold>): NumberIndex {
  const sought = new Map(FIELDS.map((field) => [field, new Map<string, number[]>()]))
  for (const row of rows) {
    for (const field of FIELDS) {
      const number = row[field]
      if (number !== null) sought.get(field)?.set(number, [])
    }
  }
  return {
    note(entry) {
      for (const field of FIELDS) {
        const number = entry[field]
        const found = number === null ? undefined : sought.get(field)?.get(number)
        if (found && found.length < MOST_WITH_ONE_NUMBER) found.push(entry.rowNumber)
      }
    },
    rowNumbersOf: (field, number) => (number === null ? [] : (sought.get(field)?.get(number) ?? [])),
  }
}

/** All entries that share a number with a row, each once. */
export function sharingNumbers(numbers: NumberIndex, row: ListedHousehold): number[] {
  return [...new Set(FIELDS.flatMap((field) => numbers.rowNumbersOf(field, row[field])))]
}
