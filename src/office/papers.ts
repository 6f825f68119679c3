/** What a paper says, put together from the ledger at the moment it is issued; stored with it as JSON. */

import type { PaperCampaign, PaperHousehold, PaperOffice, PaperPerson } from '../documents/paper-data.ts'
import { maskCitizenId } from '../domain/citizen-id.ts'
import type { Day } from '../domain/day.ts'
import { birthYearOf, placeOf } from '../domain/household.ts'
import { CATEGORY_NAMES, categoriesInForce } from '../domain/household-category.ts'
import type { CampaignRecord } from '../ledger/campaigns.ts'
import type { OfficeRecord } from '../ledger/office-record.ts'
import type { HouseholdRecord } from '../ledger/registry/household-record.ts'

export function paperOffice(office: OfficeRecord): PaperOffice {
  const { officeName, parentOrganisation, officeCode, place, signerTitle, signerName } = office
  return { officeName, parentOrganisation, officeCode, place, signerTitle, signerName }
}

/** A household as a paper of a day names it: by the primary category it has on that day. */
export function paperHousehold(household: HouseholdRecord, on: Day): PaperHousehold {
  const { headOfHousehold, citizenId, customerCode, meterNumber } = household
  const [category] = categoriesInForce(household.categories, on)
  return {
    headOfHousehold,
    birthYear: birthYearOf(household),
    citizenIdMasked: citizenId && maskCitizenId(citizenId),
    categoryName: category ? CATEGORY_NAMES[category] : null,
    addressText: household.addressText ?? (placeOf(household) || null),
    customerCode,
    meterNumber,
  }
}

/** Who hands out and who sees it, as the papers of a distribution name them; without one, whoever gives. */
export function paperAttendants(
  event: { staff: readonly PaperPerson[]; witnesses: readonly PaperPerson[] } | null,
  giver: PaperPerson,
): { giver: PaperPerson; witness: PaperPerson | null; alsoPresent: PaperPerson[] } {
  const { staff = [], witnesses: [witness = null, ...otherWitnesses] = [] } = event ?? {}
  const known = staff.find(({ fullName }) => fullName === giver.fullName) ?? giver
  const alsoPresent = [...staff.filter(({ fullName }) => fullName !== giver.fullName), ...otherWitnesses]
  return { giver: known, witness, alsoPresent }
}

/** A campaign as a paper names it: its decisions and where its money comes from, each in one line. */
export function paperCampaign({ name, decisionNumbers, funds }: CampaignRecord): PaperCampaign {
  return {
    name,
    decisionNumber: decisionNumbers.join(', ') || null,
    fundingSource: funds.map((fund) => fund.name).join('; ') || null,
  }
}
