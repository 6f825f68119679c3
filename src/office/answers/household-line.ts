/** A household as lists show it: the citizen ID masked, keys left out. */

import type { HouseholdLine } from '../../contract/households.ts'
import { maskCitizenId } from '../../domain/citizen-id.ts'
import type { HouseholdLineRecord } from '../../ledger/household-record.ts'

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
