/**
 * Whether two entries of the registry may be one household: a score with its reasons, for a person to decide. Nothing
 * is ever merged by a score.
 */

import { distance } from 'fastest-levenshtein'
import { birthYearOf, type HouseholdFacts } from './household.ts'
import { isSameName, searchKey } from './vietnamese.ts'

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

/**
 * How a pair stands: not settled, put off, or said to be two households. The latest word of a person counts; `open`
 * takes an earlier one back. That two are one is told by the registry itself.
 */
export const PAIR_STATES = ['open', 'later', 'different'] as const
export type PairState = (typeof PAIR_STATES)[number]

/** Pairs below this are not worth a person's time. */
export const LEAST_SCORE = 50
/** While no name is typed yet, one number in common is worth telling. */
export const LEAST_SCORE_WITHOUT_NAME = 20

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
  sameMeterAndName: 60,
  sameMeter: 25,
  samePhone: 20,
  sameName: 35,
  similarName: 20,
  sameBirthYear: 20,
  sameHamlet: 20,
  sameCommune: 5,
  differentCitizenId: -60,
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

/** One letter in ten may be another: Hoàng and Hoàn are close. */
function isSimilarKey(one: string, other: string): boolean {
  const allowed = Math.max(1, Math.floor(Math.max(one.length, other.length) / 10))
  return Math.abs(one.length - other.length) <= allowed && distance(one, other) <= allowed
}

/** Whether folded names are near enough for a person to look at: the first thing to ask of many candidates. */
export function isNamedAlike(oneKey: string, otherKey: string): boolean {
  return oneKey === otherKey || isSimilarKey(oneKey, otherKey)
}

function sharesSupply(one: Comparable, other: Comparable): boolean {
  return isSame(one.customerCode, other.customerCode) || isSame(one.meterNumber, other.meterNumber)
}

/** An old number is often written where the citizen ID belongs, and the other way round. */
function sharesOldNumber(one: Comparable, other: Comparable): boolean {
  return (
    isSame(one.oldIdNumber, other.oldIdNumber) ||
    isSame(one.oldIdNumber, other.citizenId) ||
    isSame(one.citizenId, other.oldIdNumber)
  )
}

/**
 * Thuý and Thúy are one name; Hùng and Hưng are two that are close, as are names typed without their marks. A name that
 * is not typed yet says nothing.
 */
function nameReason(one: string, other: string): DuplicateReason | null {
  if (one === '' || other === '') return null
  if (isSameName(one, other)) return 'sameName'
  return isNamedAlike(searchKey(one), searchKey(other)) ? 'similarName' : 'differentName'
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
 * How much two households look like one, from 0 to 100, and why. The same citizen ID is certain. Another name, or one
 * that is only like it with another birth year, is a relative of the same roof: never a pair unless a person's number
 * says so. Two different citizen IDs speak against everything else but one name at one meter.
 */
export function resemblanceOf(one: Comparable, other: Comparable): Resemblance {
  const name = nameReason(one.headOfHousehold, other.headOfHousehold)
  const years = [birthYearOf(one), birthYearOf(other)] as const
  const reasons: DuplicateReason[] = []
  const add = (isGiven: boolean, reason: DuplicateReason) => {
    if (isGiven) reasons.push(reason)
  }
  add(isSame(one.citizenId, other.citizenId), 'sameCitizenId')
  add(sharesOldNumber(one, other), 'sameOldIdNumber')
  const isNamedLike = name === 'sameName' || name === 'similarName'
  add(sharesSupply(one, other), isNamedLike ? 'sameMeterAndName' : 'sameMeter')
  add(isSame(one.phone, other.phone), 'samePhone')
  if (name) reasons.push(name)
  add(isSame(...years), 'sameBirthYear')
  reasons.push(...placeReasons(one, other))
  add(isOther(one.citizenId, other.citizenId), 'differentCitizenId')
  add(isOther(...years), 'differentBirthYear')
  return { score: scoreOf(reasons), reasons: sorted(reasons) }
}

function scoreOf(reasons: readonly DuplicateReason[]): number {
  const has = (reason: DuplicateReason) => reasons.includes(reason)
  if (has('sameCitizenId')) return 100
  const sum = reasons.reduce((total, reason) => total + WEIGHTS[reason], 0)
  const isRelative = has('differentName') || (has('similarName') && has('differentBirthYear'))
  const most = isRelative && !has('sameOldIdNumber') ? LEAST_SCORE - 1 : 100
  return Math.max(0, Math.min(most, sum))
}

/** What speaks for comes first, the weightiest at the head; what speaks against follows. */
function sorted(reasons: readonly DuplicateReason[]): DuplicateReason[] {
  return [...reasons].sort((one, other) => WEIGHTS[other] - WEIGHTS[one])
}
