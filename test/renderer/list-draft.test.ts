import { describe, expect, test } from 'vitest'
import type { HouseholdLine } from '../../src/contract/households.ts'
import type { ListAction } from '../../src/domain/gift-list.ts'
import {
  type DraftEntry,
  draftValueDong,
  entriesOf,
  inListOrder,
  withEntries,
  withoutEntry,
} from '../../src/renderer/features/campaigns/lists/list-draft.ts'

function household(headOfHousehold: string, hamlet: string | null): HouseholdLine {
  return {
    householdId: headOfHousehold,
    headOfHousehold,
    birthYear: null,
    maskedCitizenId: null,
    customerCode: null,
    phone: null,
    hamlet,
    communeName: null,
    category: 'HN',
    memberCount: null,
    status: 'active',
  }
}

function entry(name: string, action: ListAction = 'grant', hamlet: string | null = 'Thôn Đông'): DraftEntry {
  return {
    household: household(name, hamlet),
    giftPackageId: 'Tết',
    giftPackageName: 'Suất quà Tết',
    valueDong: 500_000,
    action,
    reason: action === 'withdraw' ? 'Đã chuyển đi' : null,
  }
}

describe('a list that is being drawn up', () => {
  test('has a household and a gift once: the later word counts', () => {
    const draft = withEntries([entry('Lý Công An'), entry('Tô Diệu Hoà')], [entry('Lý Công An', 'withdraw')])
    expect(draft.map(({ household: { headOfHousehold }, action }) => [headOfHousehold, action])).toEqual([
      ['Lý Công An', 'withdraw'],
      ['Tô Diệu Hoà', 'grant'],
    ])
    expect(withoutEntry(draft, entry('Lý Công An'))).toHaveLength(1)
  })

  test('costs what it grants less what it withdraws', () => {
    expect(draftValueDong([entry('An'), entry('Bình'), entry('Cúc', 'withdraw')])).toBe(500_000)
    expect(draftValueDong([entry('Cúc', 'withdraw')])).toBe(-500_000)
  })

  test('is read out by hamlet and given name, what is withdrawn before the rest', () => {
    const draft = [
      entry('Trần Văn Út', 'grant', 'Thôn Đông'),
      entry('Vũ Thị Ánh', 'grant', 'Thôn Hạ'),
      entry('Đỗ Văn Bình', 'grant', 'Thôn Đông'),
      entry('Zơ Râm Bưl', 'grant', null),
      entry('Lò Thị Xuân', 'withdraw', 'Tổ 3'),
    ]
    expect(inListOrder(draft).map(({ household: { headOfHousehold } }) => headOfHousehold)).toEqual([
      'Lò Thị Xuân',
      'Zơ Râm Bưl',
      'Đỗ Văn Bình',
      'Trần Văn Út',
      'Vũ Thị Ánh',
    ])
  })

  test('goes to the office with the reason of each change', () => {
    expect(entriesOf([entry('Lý Công An', 'withdraw')])).toEqual([
      { householdId: 'Lý Công An', giftPackageId: 'Tết', action: 'withdraw', reason: 'Đã chuyển đi' },
    ])
  })
})
