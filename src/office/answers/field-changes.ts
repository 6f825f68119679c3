/** What a change says, as it may be shown: numbers of persons masked, a household by the name of its head. */

import type { FieldChange } from '../../contract/households.ts'
import { maskCitizenId } from '../../domain/citizen-id.ts'
import type { Reader } from '../../ledger/connection.ts'
import type { Changes } from '../../ledger/registry/household-revisions.ts'
import { findHousehold } from '../../ledger/registry/households.ts'

/** Fields that are masked wherever they are shown. */
export function isNumberOfPerson(field: string): boolean {
  return field === 'citizenId' || field === 'oldIdNumber'
}

function shown(reader: Reader, field: string, value: unknown): FieldChange['before'] {
  if (typeof value !== 'string') return value as FieldChange['before']
  if (isNumberOfPerson(field)) return maskCitizenId(value)
  return field === 'mergedInto' ? (findHousehold(reader, value)?.headOfHousehold ?? null) : value
}

export function fieldChangesOf(reader: Reader, changes: Changes): FieldChange[] {
  return Object.entries(changes).map(([field, [before, after]]) => ({
    field: field as FieldChange['field'],
    before: shown(reader, field, before),
    after: shown(reader, field, after),
  }))
}
