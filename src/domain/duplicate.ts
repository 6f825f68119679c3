/**
 * Whether two entries of the registry may be one household: a score with its reasons, for a person to decide. Nothing
 * is ever merged by a score.
 */

import { distance } from 'fastest-levenshtein'
import { birthYearOf, type HouseholdFacts } from './household.ts'
import { searchKey } from './vietnamese.ts'

export const DUPLICATE_REASONS = [
  'sameCitizenId',
  'sameOldIdNumber',
  'sameMeterAndName',
  'sameMeter',
  'samePhone',
  'sameName',
  'similarName',
  'sameBirthYear',
  'sameHamlet',
  'sameCommune',
  'differentCitizenId',
  'differentBirthYear',
  'differentName',
  'differentHamlet',
] as const
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number]

export interface Resemblance {
  /** 0 to 100. */
  score: number
  /** What speaks for one household, then what speaks against it. */
  reasons: DuplicateReason[]
}

/** What a person decided about a pair; `merged` is told by the registry itself. */
export const DUPLICATE_VERDICTS = ['different', 'later'] as const
export type DuplicateVerdict = (typeof DUPLICATE_VERDICTS)[number]

/** Pairs below this are not worth a person's time. */
export const LEAST_SCORE = 50

/** What is compared of a household; a list's row and a form half filled in have it, too. */
export type Comparable = Pick<
  HouseholdFacts,
  | 'headOfHousehold'
  | 'birthYear'
  | 'citizenId'
  | 'oldIdNumber'
  | 'customerCode'
  | 'meterNumber'
  | 'phone'
  | 'hamlet'
  | 'communeName'
>

/** How much each reason says. A meter alone says little: spouses and tenants share one and are two households. */
const WEIGHTS: Record<DuplicateReason, number> = {
  sameCitizenId: 100,
  sameOldIdNumber: 75,
  sameMeterAndName: 80,
  sameMeter: 25,
  samePhone: 20,
  sameName: 35,
  similarName: 20,
  sameBirthYear: 20,
  sameHamlet: 20,
  sameCommune: 5,
  differentCitizenId: -40,
  differentBirthYear: -20,
  differentName: -25,
  differentHamlet: -15,
}

function isSame(one: string | number | null, other: string | number | null): boolean {
  return one !== null && one !== '' && one === other
}

function isOther(one: string | number | null, other: string | number | null): boolean {
  return one !== null && other !== null && one !== '' && other !== '' && one !== other
}

/** One letter in ten may be another: Thuý and Thúy fold to one, Hoàng and Hoàn are close. */
function isSimilarName(one: string, other: string): boolean {
  return distance(one, other) <= Math.max(1, Math.floor(Math.max(one.length, other.length) / 10))
}

function sharesSupply(one: Comparable, other: Comparable): boolean {
  return isSame(one.customerCode, other.customerCode) || isSame(one.meterNumber, other.meterNumber)
}

function nameReason(one: string, other: string): DuplicateReason {
  if (one === other) return 'sameName'
  return isSimilarName(one, other) ? 'similarName' : 'differentName'
}

function placeReasons(one: Comparable, other: Comparable): DuplicateReason[] {
  const hamlets = [searchKey(one.hamlet ?? ''), searchKey(other.hamlet ?? '')] as const
  const communes = [searchKey(one.communeName ?? ''), searchKey(other.communeName ?? '')] as const
  const areSameCommune = isSame(...communes)
  if (isOther(...communes)) return ['differentHamlet']
  if (isSame(...hamlets)) return ['sameHamlet']
  const reasons: DuplicateReason[] = areSameCommune ? ['sameCommune'] : []
  return isOther(...hamlets) ? [...reasons, 'differentHamlet'] : reasons
}

/**
 * How much two households look like one, from 0 to 100, and why. The same citizen ID is certain; two different citizen
 * IDs speak against everything else; a shared meter or customer code needs the name, too.
 */
export function resemblanceOf(one: Comparable, other: Comparable): Resemblance {
  const name = nameReason(searchKey(one.headOfHousehold), searchKey(other.headOfHousehold))
  const isNamedAlike = name !== 'differentName'
  const years = [birthYearOf(one), birthYearOf(other)] as const
  const reasons: DuplicateReason[] = []
  const add = (isGiven: boolean, reason: DuplicateReason) => {
    if (isGiven) reasons.push(reason)
  }
  add(isSame(one.citizenId, other.citizenId), 'sameCitizenId')
  add(isSame(one.oldIdNumber, other.oldIdNumber), 'sameOldIdNumber')
  add(sharesSupply(one, other), isNamedAlike ? 'sameMeterAndName' : 'sameMeter')
  add(isSame(one.phone, other.phone), 'samePhone')
  add(isNamedAlike, name)
  add(isSame(...years), 'sameBirthYear')
  reasons.push(...placeReasons(one, other))
  add(isOther(one.citizenId, other.citizenId), 'differentCitizenId')
  add(isOther(...years), 'differentBirthYear')
  add(!isNamedAlike, 'differentName')
  const sum = reasons.reduce((total, reason) => total + WEIGHTS[reason], 0)
  return { score: Math.max(0, Math.min(100, sum)), reasons: sorted(reasons) }
}

/** What speaks for comes first, the weightiest at the head; what speaks against follows. */
function sorted(reasons: readonly DuplicateReason[]): DuplicateReason[] {
  return [...reasons].sort((one, other) => WEIGHTS[other] - WEIGHTS[one])
}
