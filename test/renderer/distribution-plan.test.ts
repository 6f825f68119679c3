/** A distribution as it is planned: who is chosen by hamlet, who comes along, and what is sent. */

import { describe, expect, test } from 'vitest'
import type { DistributionEvent } from '../../src/contract/distributions.ts'
import { day } from '../../src/domain/day.ts'
import { dong } from '../../src/domain/money.ts'
import { missingLines } from '../../src/renderer/components/missing-lines.ts'
import { readDistributionsView } from '../../src/renderer/features/distributions/distributions-view.ts'
import {
  type Candidate,
  candidateKey,
  candidateLines,
  groupCandidates,
  leftOutAtFirst,
  tallyOf,
  turnAll,
} from '../../src/renderer/features/distributions/plan/candidates.ts'
import {
  blankPlan,
  leftOutOf,
  planOf,
  planValuesOf,
} from '../../src/renderer/features/distributions/plan/plan-values.ts'

function candidate(headOfHousehold: string, hamlet: string | null, giftPackageId = 'rice'): Candidate {
  const household = {
    householdId: headOfHousehold,
    headOfHousehold,
    birthYear: null,
    maskedCitizenId: null,
    customerCode: null,
    phone: null,
    hamlet,
    communeName: 'Xã Mẫu',
    category: null,
    memberCount: null,
    status: 'active' as const,
  }
  return { household, giftPackageId, giftPackageName: 'Suất quà Tết', valueDong: dong(500_000), room: 1 }
}

const AN = candidate('Lê Thị An', 'Thôn 1')
const BINH = candidate('Lê Văn Bình', 'Thôn 1')
const DUOC = candidate('Nguyễn Thị Được', 'Thôn 2')
const ALL = [AN, BINH, DUOC]
const NOBODY = new Set<string>()

describe('choosing households', () => {
  test('goes by hamlet, in the order the office gave', () => {
    expect(groupCandidates(ALL).map(({ hamlet, candidates }) => [hamlet, candidates.length])).toEqual([
      ['Thôn 1', 2],
      ['Thôn 2', 1],
    ])
  })

  test('begins with as many gifts of a household as it may still be given, the first ones', () => {
    const twoOf = (room: number) =>
      [DUOC, candidate('Nguyễn Thị Được', 'Thôn 2', 'blanket')].map((one) => ({ ...one, room }))
    expect([...leftOutAtFirst([AN, ...twoOf(1)])]).toEqual(['Nguyễn Thị Được blanket'])
    expect([...leftOutAtFirst([AN, ...twoOf(2)])]).toEqual([])
  })

  test('counts those chosen and what they get', () => {
    expect(tallyOf(ALL, new Set([candidateKey(BINH)]))).toEqual({ chosenCount: 2, count: 3, chosenDong: 1_000_000 })
  })

  test('chooses a whole hamlet where one of it was left out, and leaves it out where all were chosen', () => {
    const withoutBinh = new Set([candidateKey(BINH)])
    expect(turnAll([AN, BINH], withoutBinh)).toEqual(NOBODY)
    expect(turnAll([AN, BINH], NOBODY)).toEqual(new Set([candidateKey(AN), candidateKey(BINH)]))
  })

  test('keeps two gifts of one household apart', () => {
    const lamp = candidate('Lê Thị An', 'Thôn 1', 'lamp')
    expect(turnAll([lamp], NOBODY).has(candidateKey(AN))).toBe(false)
  })

  test('shows the households of the hamlets that were opened', () => {
    const groups = groupCandidates(ALL)
    expect(candidateLines(groups, NOBODY, '').map(({ kind }) => kind)).toEqual(['group', 'group'])
    const opened = new Set([groups[0]?.key ?? ''])
    expect(candidateLines(groups, opened, '').map(({ kind }) => kind)).toEqual([
      'group',
      'candidate',
      'candidate',
      'group',
    ])
  })

  test('finds a household without diacritics, its hamlet standing above it', () => {
    const lines = candidateLines(groupCandidates(ALL), NOBODY, 'thi duoc')
    expect(lines.map(({ key }) => key)).toEqual([JSON.stringify(['Xã Mẫu', 'Thôn 2']), candidateKey(DUOC)])
  })
})

const EVENT: DistributionEvent = {
  eventId: 'event',
  campaignId: 'campaign',
  campaignName: 'Tri ân khách hàng 2026',
  placeId: 'place',
  placeName: 'Nhà văn hoá thôn 1',
  heldOn: day('2026-11-20'),
  staff: [{ fullName: 'Trần Thị Thu', title: null }],
  witnesses: [{ fullName: 'Y Bhăm', title: 'Trưởng thôn' }],
  note: null,
  householdCount: 2,
  valueDong: dong(1_000_000),
  kit: null,
  balance: { printed: 0, signed: 0, void: 0, spare: 0, missing: 0, open: 0, isBalanced: true },
  backCount: 0,
}

describe('a plan', () => {
  const facts = { campaignId: 'campaign', today: day('2026-12-01'), personName: 'Lê Văn Út' }

  test("begins with the staff of the campaign's latest distribution, else with the one who writes", () => {
    const earlier = { ...EVENT, heldOn: day('2026-11-02'), staff: [{ fullName: 'Đỗ Văn Cũ', title: null }] }
    const elsewhere = { ...EVENT, campaignId: 'another', heldOn: day('2026-11-30'), staff: [] }
    const events = [earlier, EVENT, elsewhere]
    expect(blankPlan({ ...facts, events }).staff).toEqual([{ fullName: 'Trần Thị Thu', title: '' }])
    expect(blankPlan({ ...facts, events: [] }).staff).toEqual([{ fullName: 'Lê Văn Út', title: '' }])
  })

  test('sends who is chosen, and no line nobody wrote in', () => {
    const values = planValuesOf(EVENT)
    const staff = [...values.staff, { fullName: ' ', title: '' }]
    expect(planOf({ ...values, staff }, ALL, new Set([candidateKey(BINH)]))).toEqual({
      placeId: 'place',
      heldOn: '2026-11-20',
      staff: EVENT.staff,
      witnesses: EVENT.witnesses,
      note: null,
      expected: [
        { householdId: 'Lê Thị An', giftPackageId: 'rice' },
        { householdId: 'Nguyễn Thị Được', giftPackageId: 'rice' },
      ],
    })
  })

  test('that is changed leaves out all who were not expected before', () => {
    expect(leftOutOf(ALL, [AN, DUOC])).toEqual(new Set([candidateKey(BINH)]))
  })
})

test('an address names a distribution, what is planned, and the papers shown', () => {
  expect(readDistributionsView({ eventId: 'e', fate: 'open', plan: 'change' })).toMatchObject({
    eventId: 'e',
    fate: 'open',
    plan: 'change',
  })
  expect(readDistributionsView({ fate: 'eaten', plan: 'change', eventId: '' })).toEqual({})
})

test('papers that have not come back stand under their hamlet with its count', () => {
  const paper = {
    documentId: 'r31',
    documentNumber: '31/2026/BBBG-PC042',
    position: 31,
    headOfHousehold: 'Lê Thị An',
    signedOn: day('2026-11-20'),
  }
  const group = {
    kind: 'handoverReceipt' as const,
    eventId: 'event',
    ...{ placeName: null, heldOn: null, communeName: null, hamlet: null },
    signedCount: 9,
    papers: [paper],
  }
  expect(missingLines([group])).toMatchObject([
    { kind: 'group', group },
    { kind: 'paper', paper },
  ])
})
