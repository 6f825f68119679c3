/** A household as its form holds it, and back to what the office takes. */

import type { Input } from '../../../contract/contract.ts'
import type { HouseholdDetail } from '../../../contract/households.ts'
import type { Day } from '../../../domain/day.ts'
import type { LegalBasis } from '../../../domain/household.ts'
import type { HouseholdCategory } from '../../../domain/household-category.ts'
import type { CommuneValue } from '../../components/CommuneField.tsx'

/**
 * The fields of one value. No text is an empty text. Numbers of a person are never shown in a form, only replaced.
 */
export function valuesOf(household: HouseholdDetail | null) {
  return {
    headOfHousehold: household?.headOfHousehold ?? '',
    birthYear: household?.birthYear ?? '',
    citizenId: '',
    oldIdNumber: '',
    customerCode: household?.customerCode ?? '',
    meterNumber: household?.meterNumber ?? '',
    phone: household?.phone ?? '',
    hamlet: household?.hamlet ?? '',
    addressText: household?.addressText ?? '',
    memberCount: household?.memberCount ?? '',
    legalBasis: (household?.legalBasis ?? null) as LegalBasis | null,
    note: household?.note ?? '',
  }
}

export type HouseholdValues = ReturnType<typeof valuesOf>

/** A category while it is typed; the days as typed where they are none yet. */
export interface CategoryValues {
  category: HouseholdCategory | null
  decisionNumber: string
  validFrom: string
  validTo: string
}

export interface MemberValues {
  fullName: string
  birthYear: number | string
  relation: string
}

export const BLANK_CATEGORY: CategoryValues = { category: null, decisionNumber: '', validFrom: '', validTo: '' }
export const BLANK_MEMBER: MemberValues = { fullName: '', birthYear: '', relation: '' }

/** The categories of a form, with a line to begin in where there is none. */
function categoryLinesOf(household: HouseholdDetail | null): CategoryValues[] {
  const lines = (household?.categories ?? []).map((granted) => ({
    category: granted.category,
    decisionNumber: granted.decisionNumber ?? '',
    validFrom: granted.validFrom ?? '',
    validTo: granted.validTo ?? '',
  }))
  return lines.length > 0 ? lines : [BLANK_CATEGORY]
}

function memberLinesOf(household: HouseholdDetail | null): MemberValues[] {
  return (household?.members ?? []).map(({ fullName, birthYear, relation }) => ({
    fullName,
    birthYear: birthYear ?? '',
    relation: relation ?? '',
  }))
}

/** What a form holds beside the fields of one value. */
export interface HouseholdParts {
  commune: CommuneValue
  categories: readonly CategoryValues[]
  members: readonly MemberValues[]
}

export function partsOf(household: HouseholdDetail | null): HouseholdParts {
  return {
    commune: {
      communeName: household?.communeName ?? '',
      communeCode: household?.communeCode ?? null,
      communeVersion: household?.communeVersion ?? null,
    },
    categories: categoryLinesOf(household),
    members: memberLinesOf(household),
  }
}

const isBegun = (line: object) => Object.values(line).some((value) => value !== null && String(value).trim() !== '')
const wholeNumber = (value: number | string) => (value === '' ? null : Number(value))
/** What is no day goes as it is: the office names the field. */
const typedDay = (value: string) => (value === '' ? null : (value as Day))

/** Lines nobody has begun stay at home. */
export function factsOf(values: HouseholdValues, parts: HouseholdParts): Input<'households.register'> {
  return {
    ...values,
    ...parts.commune,
    birthYear: wholeNumber(values.birthYear),
    memberCount: wholeNumber(values.memberCount),
    categories: parts.categories.filter(isBegun).map(({ category, validFrom, validTo, decisionNumber }) => ({
      // A line without a category is told by the office, as any other field that is wrong.
      category: category as HouseholdCategory,
      decisionNumber,
      validFrom: typedDay(validFrom),
      validTo: typedDay(validTo),
    })),
    members: parts.members.filter(isBegun).map((member) => ({ ...member, birthYear: wholeNumber(member.birthYear) })),
  }
}

/** What the office says of the lines it got, said of the lines of the form; of facts, said of their field. */
export function errorsInForm(
  errors: Record<string, string>,
  lines: Pick<HouseholdParts, 'categories' | 'members'>,
): Record<string, string> {
  const begun = {
    categories: lines.categories.flatMap((line, at) => (isBegun(line) ? [at] : [])),
    members: lines.members.flatMap((line, at) => (isBegun(line) ? [at] : [])),
  }
  return Object.fromEntries(
    Object.entries(errors).map(([path, words]) => {
      const own = path.replace(/^facts\./, '')
      const place = /^(categories|members)\.(\d+)(.*)$/.exec(own)
      if (!place) return [own, words]
      const [, list, at, rest] = place
      return [`${list}.${begun[list as keyof typeof begun][Number(at)]}${rest}`, words]
    }),
  )
}
