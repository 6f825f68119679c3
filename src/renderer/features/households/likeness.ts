/** What a form half filled in says that a household could be known by, asked of the registry while it is typed. */

import type { Input } from '../../../contract/contract.ts'
import { readPhone } from '../../../domain/phone.ts'
import { tidyName, tidyText } from '../../../domain/vietnamese.ts'
import type { HouseholdValues } from './household-values.ts'

type Likeness = Input<'duplicates.like'>['facts']

/** A number too short to be whole says nothing yet. */
const LEAST_DIGITS = { citizenId: 12, oldIdNumber: 9, customerCode: 8, meterNumber: 5 } as const

function numberOf(values: HouseholdValues, field: keyof typeof LEAST_DIGITS): string | null {
  const number = values[field].replace(/\s/g, '').toUpperCase()
  return number.length >= LEAST_DIGITS[field] && number.length <= 20 ? number : null
}

function phoneOf({ phone }: HouseholdValues): string | null {
  const reading = readPhone(phone)
  return reading.kind === 'strange' ? null : reading.phone
}

/** A year while it is typed is a small number. */
function birthYearOf({ birthYear }: HouseholdValues): number | null {
  const year = Number(birthYear)
  return Number.isInteger(year) && year >= 1900 && year <= 2100 ? year : null
}

/** Null while there is neither a whole name nor a whole number. */
export function likenessOf(values: HouseholdValues, typedCommune: string): Likeness | null {
  const headOfHousehold = tidyName(values.headOfHousehold).slice(0, 200)
  const numbers = {
    citizenId: numberOf(values, 'citizenId'),
    oldIdNumber: numberOf(values, 'oldIdNumber'),
    customerCode: numberOf(values, 'customerCode'),
    meterNumber: numberOf(values, 'meterNumber'),
    phone: phoneOf(values),
  }
  const hasNumber = Object.values(numbers).some((number) => number !== null)
  if (!hasNumber && headOfHousehold.split(' ').length < 2) return null
  const hamlet = tidyText(values.hamlet).slice(0, 200) || null
  const communeName = tidyText(typedCommune).slice(0, 200) || null
  return { headOfHousehold, birthYear: birthYearOf(values), ...numbers, hamlet, communeName }
}
