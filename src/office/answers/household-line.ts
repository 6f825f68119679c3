/** A household as lists show it: numbers of persons masked, keys left out. */

import type { HouseholdLine, RegistryLine } from '../../contract/households.ts'
import { maskCitizenId } from '../../domain/citizen-id.ts'
import type { HouseholdCategory } from '../../domain/household-category.ts'
import type { HouseholdLineRecord, HouseholdRecord } from '../../ledger/registry/household-record.ts'
import type { RegistryRecord } from '../../ledger/registry/registry-list.ts'

export function householdLineOf(record: HouseholdLineRecord): HouseholdLine {
  const { householdId, headOfHousehold, birthYear, customerCode, phone, hamlet, communeName } = record
  const { category, memberCount, status, citizenId } = record
  const maskedCitizenId = citizenId && maskCitizenId(citizenId)
  return {
    householdId,
    headOfHousehold,
    birthYear,
    maskedCitizenId,
    customerCode,
    phone,
    hamlet,
    communeName,
    category,
    memberCount,
    status,
  }
}

/** The categories in force of a record, the primary one first. */
export function categoriesOf({ categoryCodes }: Pick<HouseholdRecord, 'categoryCodes'>): HouseholdCategory[] {
  return categoryCodes.split(' ').filter(Boolean) as HouseholdCategory[]
}

export function registryLineOf(record: RegistryRecord): RegistryLine {
  const { oldIdNumber, meterNumber, addressText, lastGiftOn, lastRepairOn, note } = record
  return {
    ...householdLineOf(record),
    maskedOldIdNumber: oldIdNumber && maskCitizenId(oldIdNumber),
    meterNumber,
    addressText,
    categories: categoriesOf(record),
    lastGiftOn,
    lastRepairOn,
    note,
  }
}
