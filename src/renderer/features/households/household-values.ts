/** A household as its form holds it, and back to what the office takes. */

import type { Input } from '../../../contract/contract.ts'
import type { HouseholdDetail } from '../../../contract/households.ts'

/** No text is an empty text. The citizen ID is never shown in a form, only replaced. */
export function valuesOf(household: HouseholdDetail | null) {
  return {
    headOfHousehold: household?.headOfHousehold ?? '',
    birthYear: household?.birthYear ?? '',
    citizenId: '',
    oldIdNumber: household?.oldIdNumber ?? '',
    customerCode: household?.customerCode ?? '',
    meterNumber: household?.meterNumber ?? '',
    phone: household?.phone ?? '',
    hamlet: household?.hamlet ?? '',
    communeName: household?.communeName ?? '',
    addressText: household?.addressText ?? '',
    memberCount: household?.memberCount ?? '',
    category: household?.category ?? null,
    categoryDecision: household?.categoryDecision ?? '',
    note: household?.note ?? '',
  }
}

export type HouseholdValues = ReturnType<typeof valuesOf>

const wholeNumber = (value: number | string) => (value === '' ? null : Number(value))

export function factsOf(values: HouseholdValues): Input<'households.register'> {
  return { ...values, birthYear: wholeNumber(values.birthYear), memberCount: wholeNumber(values.memberCount) }
}
