/** What a paper says, put together from the ledger at the moment it is issued; stored with it as JSON. */

import type { PaperHousehold, PaperOffice } from '../documents/paper-data.ts'
import { maskCitizenId } from '../domain/citizen-id.ts'
import { birthYearOf, placeOf } from '../domain/household.ts'
import { CATEGORY_NAMES } from '../domain/household-category.ts'
import type { HouseholdRecord } from '../ledger/household-record.ts'
import type { OfficeRecord } from '../ledger/office-record.ts'

export function paperOffice(office: OfficeRecord): PaperOffice {
  const { officeName, parentOrganisation, officeCode, place, signerTitle, signerName } = office
  return { officeName, parentOrganisation, officeCode, place, signerTitle, signerName }
}

export function paperHousehold(household: HouseholdRecord): PaperHousehold {
  const { headOfHousehold, citizenId, category, customerCode, meterNumber } = household
  return {
    headOfHousehold,
    birthYear: birthYearOf(household),
    citizenIdMasked: citizenId && maskCitizenId(citizenId),
    categoryName: category && CATEGORY_NAMES[category],
    addressText: household.addressText ?? (placeOf(household) || null),
    customerCode,
    meterNumber,
  }
}
