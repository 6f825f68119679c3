/** A household (hộ gia đình) in the registry: who its head is, where it lives, why the programme is for it. */

import { citizenIdFacts } from './citizen-id.ts'
import type { Day } from './day.ts'
import type { GrantedCategory } from './household-category.ts'
import { type Refusal, refusal } from './refusal.ts'

/**
 * `moved` and `deceased` say why a household is no longer served, `merged` that it is kept under another one, `erased`
 * that its person asked to be forgotten (Luật 91/2025/QH15).
 */
export const HOUSEHOLD_STATUSES = ['active', 'moved', 'deceased', 'merged', 'erased'] as const
export type HouseholdStatus = (typeof HOUSEHOLD_STATUSES)[number]

/** The statuses a clerk may set by hand; the other two come of a merge and of an erasure. */
export const SETTABLE_STATUSES = ['active', 'moved', 'deceased'] as const satisfies readonly HouseholdStatus[]
export type SettableStatus = (typeof SETTABLE_STATUSES)[number]

/** Why an office may keep what it knows of a household (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15). */
export const LEGAL_BASES = ['consent', 'publicDuty', 'contract', 'legalObligation'] as const
export type LegalBasis = (typeof LEGAL_BASES)[number]

/** Somebody else of the household. Nobody is asked for their numbers. */
export interface HouseholdMember {
  fullName: string
  birthYear: number | null
  /** "vợ", "con", as written. */
  relation: string | null
}

/**
 * What an office knows of a household. Texts are NFC and tidied; null is "not known".
 * `addressText` is the address as a paper printed it; `hamlet` and `communeName` are read from it or typed.
 * `communeCode` (five digits) means a commune only together with `communeVersion`, the day of its table: codes were
 * used again. `categories` are many, the primary one first.
 */
export interface HouseholdFacts {
  headOfHousehold: string
  birthYear: number | null
  citizenId: string | null
  oldIdNumber: string | null
  customerCode: string | null
  meterNumber: string | null
  phone: string | null
  hamlet: string | null
  communeName: string | null
  communeCode: string | null
  communeVersion: Day | null
  addressText: string | null
  memberCount: number | null
  members: readonly HouseholdMember[]
  categories: readonly GrantedCategory[]
  legalBasis: LegalBasis | null
  note: string | null
}

export const HOUSEHOLD_FIELDS = [
  'headOfHousehold',
  'birthYear',
  'citizenId',
  'oldIdNumber',
  'customerCode',
  'meterNumber',
  'phone',
  'hamlet',
  'communeName',
  'communeCode',
  'communeVersion',
  'addressText',
  'memberCount',
  'members',
  'categories',
  'legalBasis',
  'note',
] as const satisfies readonly (keyof HouseholdFacts)[]
export type HouseholdField = (typeof HOUSEHOLD_FIELDS)[number]

/** Facts that say no more than a name. */
export function blankHousehold(headOfHousehold: string): HouseholdFacts {
  return {
    headOfHousehold,
    birthYear: null,
    citizenId: null,
    oldIdNumber: null,
    customerCode: null,
    meterNumber: null,
    phone: null,
    hamlet: null,
    communeName: null,
    communeCode: null,
    communeVersion: null,
    addressText: null,
    memberCount: null,
    members: [],
    categories: [],
    legalBasis: null,
    note: null,
  }
}

/** Whether two values of a field say the same; lists are compared member by member. */
export function saysTheSame(one: HouseholdFacts[HouseholdField], other: HouseholdFacts[HouseholdField]): boolean {
  if (one === other) return true
  const isList = typeof one === 'object' && typeof other === 'object' && one !== null && other !== null
  return isList && JSON.stringify(one) === JSON.stringify(other)
}

/** The fields in which two households differ. */
export function fieldsThatDiffer(one: HouseholdFacts, other: HouseholdFacts): HouseholdField[] {
  return HOUSEHOLD_FIELDS.filter((field) => !saysTheSame(one[field], other[field]))
}

/** A commune's code without the day of its table names nothing: where one of them is missing, both are dropped. */
export function withWholeCommune(facts: HouseholdFacts): HouseholdFacts {
  const isWhole = facts.communeCode !== null && facts.communeVersion !== null
  return isWhole ? facts : { ...facts, communeCode: null, communeVersion: null }
}

/** What stands in lists and on papers for somebody who asked to be forgotten: "Hộ 3F9A0C", of the entry's identity. */
export function pseudonymOf(householdId: string): string {
  return `Hộ ${householdId.slice(-6).toUpperCase()}`
}

/** Whether a household may be amended, merged or ended: not one that is kept under another, or erased. */
export function refuseToChange(household: { headOfHousehold: string; status: HouseholdStatus }): Refusal | null {
  const { headOfHousehold, status } = household
  const isGone = status === 'merged' || status === 'erased'
  return isGone ? refusal('household.notActive', { headOfHousehold, status }) : null
}

/** Whether a household may be given a status as of a day: another than it has, and not a day to come. */
export function refuseStatus(
  household: { headOfHousehold: string; status: HouseholdStatus },
  { status, on, today }: { status: SettableStatus; on: Day; today: Day },
): Refusal | null {
  const { headOfHousehold } = household
  if (household.status === status) return refusal('household.statusSame', { headOfHousehold, status })
  return refuseToChange(household) ?? (on > today ? refusal('document.inFuture', { on, today }) : null)
}

/** Customer codes of EVN's companies, as seen (11 to 13 characters): a strange one is told, not refused. */
export function isCustomerCode(text: string): boolean {
  return /^P[A-Z][0-9A-Z]{9,11}$/.test(text)
}

/** The birth year a household is known by: as written, or as its head's citizen ID carries it. */
export function birthYearOf(facts: Pick<HouseholdFacts, 'birthYear' | 'citizenId'>): number | null {
  return facts.birthYear ?? (facts.citizenId ? (citizenIdFacts(facts.citizenId)?.birthYear ?? null) : null)
}

/** Hamlet and commune in one line, or the address as printed where neither is known. */
export function placeOf(facts: Pick<HouseholdFacts, 'hamlet' | 'communeName' | 'addressText'>): string {
  const place = [facts.hamlet, facts.communeName].filter(Boolean).join(', ')
  return place || (facts.addressText ?? '')
}
