/** Why the programme is for a household: its categories (diện), many and dated, the primary one first. */

import { type Day, dayBefore } from './day.ts'
import { searchKey } from './vietnamese.ts'

/** Our own category codes; no national list exists. An office may retire or rename them, never reuse one. */
export const HOUSEHOLD_CATEGORIES = [
  'HN',
  'HCN',
  'HTN',
  'NCC_ME_VNAH',
  'NCC_LS',
  'NCC_TB',
  'NCC_BB',
  'NCC_CDHH',
  'NCC_TD',
  'NCC_HDCM',
  'NCC_AH',
  'NCC_GDCM',
  'BTXH',
  'NKT',
  'NCT_CD',
  'KK',
] as const
export type HouseholdCategory = (typeof HOUSEHOLD_CATEGORIES)[number]

/** Vietnamese names of the categories, as papers print them. */
export const CATEGORY_NAMES: Record<HouseholdCategory, string> = {
  HN: 'Hộ nghèo',
  HCN: 'Hộ cận nghèo',
  HTN: 'Hộ mới thoát nghèo',
  NCC_ME_VNAH: 'Mẹ Việt Nam anh hùng',
  NCC_LS: 'Thân nhân liệt sĩ',
  NCC_TB: 'Thương binh',
  NCC_BB: 'Bệnh binh',
  NCC_CDHH: 'Nhiễm chất độc hoá học',
  NCC_TD: 'Người hoạt động cách mạng bị tù đày',
  NCC_HDCM: 'Người hoạt động cách mạng',
  NCC_AH: 'Anh hùng',
  NCC_GDCM: 'Người có công giúp đỡ cách mạng',
  BTXH: 'Bảo trợ xã hội',
  NKT: 'Người khuyết tật',
  NCT_CD: 'Người cao tuổi neo đơn',
  KK: 'Khó khăn khác',
}

const CATEGORY_WORDS: readonly (readonly [RegExp, HouseholdCategory])[] = [
  [/can ?ngheo|\bhcn/, 'HCN'],
  [/thoat ?ngheo|\bhtn/, 'HTN'],
  [/ngheo|\bhn\b/, 'HN'],
  [/me viet nam|\bvnah\b|me vnah/, 'NCC_ME_VNAH'],
  [/liet s/, 'NCC_LS'],
  [/thuong binh/, 'NCC_TB'],
  [/benh binh/, 'NCC_BB'],
  [/chat doc|da cam|cdhh/, 'NCC_CDHH'],
  [/tu day/, 'NCC_TD'],
  [/giup do cach mang/, 'NCC_GDCM'],
  [/hoat dong cach mang|lao thanh/, 'NCC_HDCM'],
  [/anh hung/, 'NCC_AH'],
  [/khuyet tat|tan tat/, 'NKT'],
  [/neo don|co don/, 'NCT_CD'],
  [/bao tro|don than|\bbtxh\b/, 'BTXH'],
  [/kho khan/, 'KK'],
]

/** "Không nghèo", "không thuộc hộ cận nghèo", "thoát cận nghèo" hold the words of a category and say it is none. */
const NO_CATEGORY = /\bkhong( (con|la|phai|thuoc|dien|ho))* (can ?)?ngheo|thoat can ?ngheo/

/**
 * Reads "Hộ nghèo", "ho ngheo", "HN" or "NCC_TB" as a category; null where the words name none we know, or leave open
 * which ("gia đình chính sách" may be any of the meritorious).
 */
export function readCategory(text: string): HouseholdCategory | null {
  const code = text.trim().toUpperCase()
  const exact = HOUSEHOLD_CATEGORIES.find((category) => category === code)
  if (exact) return exact
  const key = searchKey(text)
  if (NO_CATEGORY.test(key)) return null
  return CATEGORY_WORDS.find(([words]) => words.test(key))?.[1] ?? null
}

/**
 * A category as it was granted. `validFrom` and `validTo` are its first and last day; null is "not stated". A review of
 * poor households holds for a year, an order of merit without an end.
 */
export interface GrantedCategory {
  category: HouseholdCategory
  decisionNumber: string | null
  validFrom: Day | null
  validTo: Day | null
}

/** Whether a category holds on a day. */
export function isInForce({ validFrom, validTo }: GrantedCategory, on: Day): boolean {
  return (validFrom === null || validFrom <= on) && (validTo === null || on <= validTo)
}

/** The categories that hold on a day, the primary one first. */
export function categoriesInForce(granted: readonly GrantedCategory[], on: Day): HouseholdCategory[] {
  return granted.filter((one) => isInForce(one, on)).map(({ category }) => category)
}

/** Degrees of one thing: a household is poor, or near-poor, or has just left poverty (Nghị định 07/2021). */
const DEGREES_OF_POVERTY: readonly HouseholdCategory[] = ['HN', 'HCN', 'HTN']

function excludesEachOther(one: HouseholdCategory, other: HouseholdCategory): boolean {
  return one === other || (DEGREES_OF_POVERTY.includes(one) && DEGREES_OF_POVERTY.includes(other))
}

/**
 * What is known after a list states a category: it becomes the primary one, in the place of another degree of poverty;
 * other categories stay. A list that names no decision leaves the known one where the category is the same.
 */
export function withListedCategory(
  granted: readonly GrantedCategory[],
  listed: { category: HouseholdCategory; decisionNumber: string | null },
  on: Day,
): readonly GrantedCategory[] {
  const known = granted.find((one) => one.category === listed.category && isInForce(one, on))
  const isAsKnown = known && (listed.decisionNumber === null || listed.decisionNumber === known.decisionNumber)
  if (isAsKnown) return granted
  const others = granted.filter(({ category }) => !excludesEachOther(category, listed.category))
  const dates = { validFrom: known?.validFrom ?? null, validTo: known?.validTo ?? null }
  return [{ ...listed, ...dates }, ...others]
}

/** What is known after categories have ended on the day before `on`: those that still hold come first. */
export function withoutCategories(
  granted: readonly GrantedCategory[],
  ended: readonly HouseholdCategory[],
  on: Day,
): readonly GrantedCategory[] {
  const isEnded = (one: GrantedCategory) => ended.includes(one.category) && isInForce(one, on)
  const past = granted.filter(isEnded).map((one) => ({ ...one, validTo: dayBefore(on) }))
  return [...granted.filter((one) => !isEnded(one)), ...past]
}
