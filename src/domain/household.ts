/** A household (hộ gia đình) in the registry: who its head is, where it lives, why the programme is for it. */

import { citizenIdFacts } from './citizen-id.ts'
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
  [/can ngheo|\bhcn\b/, 'HCN'],
  [/thoat ngheo|\bhtn\b/, 'HTN'],
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
const NO_CATEGORY = /\bkhong( (con|la|phai|thuoc|dien|ho))* (can )?ngheo|thoat can ngheo/

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

/** `moved` and `deceased` say why a household is no longer served. */
export const HOUSEHOLD_STATUSES = ['active', 'moved', 'deceased'] as const
export type HouseholdStatus = (typeof HOUSEHOLD_STATUSES)[number]

/**
 * What an office knows of a household. Texts are NFC and tidied; null is "not known".
 * `addressText` is the address as a paper printed it; `hamlet` and `communeName` are read from it or typed.
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
  addressText: string | null
  memberCount: number | null
  category: HouseholdCategory | null
  categoryDecision: string | null
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
  'addressText',
  'memberCount',
  'category',
  'categoryDecision',
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
    addressText: null,
    memberCount: null,
    category: null,
    categoryDecision: null,
    note: null,
  }
}

/** Customer codes of EVN's companies, as seen (11 to 13 characters): a strange one is told, not refused. */
export function isCustomerCode(text: string): boolean {
  return /^P[A-Z][0-9A-Z]{9,11}$/.test(text)
}

/** A Vietnamese phone number: ten digits, or eleven for the landlines, which begin with 02. */
export function isPhone(text: string): boolean {
  return /^0(2\d{9}|[3-9]\d{8})$/.test(text)
}

/** Old mobile prefixes of eleven digits and what replaced them on 15 September 2018. */
const PHONE_PREFIXES_OF_2018: Record<string, string> = {
  '0162': '032',
  '0163': '033',
  '0164': '034',
  '0165': '035',
  '0166': '036',
  '0167': '037',
  '0168': '038',
  '0169': '039',
  '0120': '070',
  '0121': '079',
  '0122': '077',
  '0126': '076',
  '0128': '078',
  '0123': '083',
  '0124': '084',
  '0125': '085',
  '0127': '081',
  '0129': '082',
  '0186': '056',
  '0188': '058',
  '0199': '059',
}

export type PhoneReading =
  | { kind: 'valid'; phone: string }
  | { kind: 'mended'; phone: string; mend: 'leadingZero' | 'prefixOf2018' | 'countryCode' }
  | { kind: 'strange'; text: string }

/** Reads a phone number as a list wrote it: puts back the zero Excel dropped, renews +84 and prefixes before 2018. */
export function readPhone(text: string): PhoneReading {
  const digits = text.replace(/\.0$/, '').replace(/[\s.\-()'‘’]/g, '')
  const national = digits.replace(/^((\+84|0084)0?|84(?=\d{9,10}$))/, '0')
  const withZero = /^[1-9]\d{8,9}$/.test(national) ? `0${national}` : national
  const replacement = withZero.length === 11 ? PHONE_PREFIXES_OF_2018[withZero.slice(0, 4)] : undefined
  const phone = replacement ? replacement + withZero.slice(4) : withZero
  if (!isPhone(phone)) return { kind: 'strange', text }
  if (phone === digits) return { kind: 'valid', phone }
  if (replacement) return { kind: 'mended', phone, mend: 'prefixOf2018' }
  return { kind: 'mended', phone, mend: national === digits ? 'leadingZero' : 'countryCode' }
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
