/** Households of invented people, the same for the same seed: for samples, tests and benchmarks. */

import { day } from '../../src/domain/day.ts'
import { blankHousehold, type HouseholdFacts } from '../../src/domain/household.ts'
import type { HouseholdCategory } from '../../src/domain/household-category.ts'
import { blankListedHousehold, factsAfter, type ListedHousehold } from '../../src/domain/household-list.ts'

/** Numbers from 0 up to 1, the same for the same seed (a linear congruential generator of 32 bits, mixed). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    let mixed = state ^ (state >>> 15)
    mixed = Math.imul(mixed, 0x2c1b3c6d)
    mixed ^= mixed >>> 12
    return (mixed >>> 0) / 2 ** 32
  }
}

export function pick<Item>(random: () => number, items: readonly [Item, ...Item[]]): Item {
  return items[Math.floor(random() * items.length)] ?? items[0]
}

const SURNAMES = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Phan',
  'Vũ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
  'Lý',
  'Tô',
  'Tống',
  'Quách',
  'Ma',
  'Bàn',
  'Lò',
] as const
const MIDDLE_NAMES = {
  male: ['Văn', 'Đức', 'Hữu', 'Quang', 'Đình', 'Công', 'Xuân', 'Minh', 'Bá'],
  female: ['Thị', 'Thị Thu', 'Thị Ngọc', 'Thị Kim', 'Thị Thanh', 'Diệu', 'Thuỳ'],
} as const
const GIVEN_NAMES = {
  male: [
    'An',
    'Bình',
    'Cường',
    'Dũng',
    'Đạt',
    'Giang',
    'Hải',
    'Hùng',
    'Khánh',
    'Lâm',
    'Nghĩa',
    'Phúc',
    'Quý',
    'Sơn',
    'Thắng',
    'Toản',
    'Tuyển',
    'Vượng',
  ],
  female: [
    'Ánh',
    'Bưởi',
    'Chiên',
    'Dung',
    'Được',
    'Hạnh',
    'Hoà',
    'Huệ',
    'Lan',
    'Liễu',
    'Mận',
    'Nhuần',
    'Oanh',
    'Phượng',
    'Thuỷ',
    'Tươi',
    'Xuyến',
    'Yến',
  ],
} as const
const CATEGORIES: readonly [HouseholdCategory, ...HouseholdCategory[]] = [
  'HN',
  'HN',
  'HN',
  'HCN',
  'HCN',
  'NCC_TB',
  'NCC_LS',
  'BTXH',
  'NKT',
  'NCT_CD',
  'KK',
]
export const HAMLETS = ['Thôn Đông', 'Thôn Đoài', 'Thôn Thượng', 'Thôn Hạ', 'Xóm Mới', 'Tổ 3'] as const

/**
 * Row number `index` of a seed as a list has it. Citizen ID, customer code, meter and phone carry the index, so that no two
 * households of a seed share one below 1,000,000; they belong to nobody that we know of.
 */
export function inventedRow(index: number, random: () => number): ListedHousehold {
  const sex = random() < 0.45 ? 'female' : 'male'
  const birthYear = 1931 + Math.floor(random() * 68)
  const serial = String(index).padStart(6, '0')
  const code = `001${sex === 'female' ? 1 : 0}${String(birthYear).slice(2)}${serial}`
  const hamlet = pick(random, HAMLETS)
  return {
    ...blankListedHousehold(
      `${pick(random, SURNAMES)} ${pick(random, MIDDLE_NAMES[sex])} ${pick(random, GIVEN_NAMES[sex])}`,
    ),
    birthYear,
    citizenId: code,
    customerCode: `PS0000${serial.padStart(7, '0')}`,
    meterNumber: `22${serial}`,
    phone: `0912${serial}`,
    hamlet,
    communeName: 'Xã Mẫu',
    addressText: `Số ${1 + Math.floor(random() * 80)}, ${hamlet}`,
    memberCount: 1 + Math.floor(random() * 7),
    category: pick(random, CATEGORIES),
    categoryDecision: `${10 + Math.floor(random() * 40)}/QĐ-UBND`,
  }
}

/** The household that such a row makes where nobody was known. */
export function inventedHousehold(index: number, random: () => number): HouseholdFacts {
  return householdOf(inventedRow(index, random))
}

export function householdOf(row: ListedHousehold): HouseholdFacts {
  return factsAfter(blankHousehold(row.headOfHousehold), row, day('2026-12-01'))
}

/** So many rows of invented households, numbered from `first`. */
export function inventedRows(count: number, { seed = 1, first = 1 } = {}): ListedHousehold[] {
  const random = seededRandom(seed)
  return Array.from({ length: count }, (_, offset) => inventedRow(first + offset, random))
}

/** The same as households. */
export function inventedHouseholds(count: number, options: { seed?: number; first?: number } = {}): HouseholdFacts[] {
  return inventedRows(count, options).map(householdOf)
}
