import { describe, expect, test } from 'vitest'
import { type Day, day } from '../../src/domain/day.ts'
import { packageValueDong, refuseHandover } from '../../src/domain/gift.ts'
import type { GrantedCategory, HouseholdCategory } from '../../src/domain/household-category.ts'
import { dong } from '../../src/domain/money.ts'

type Facts = Parameters<typeof refuseHandover>[0]

function granted(category: HouseholdCategory, validTo: Day | null = null): GrantedCategory {
  return { category, decisionNumber: null, validFrom: null, validTo }
}

const ALLOWED: Facts = {
  household: { headOfHousehold: 'Nguyễn Thị Được', status: 'active', categories: [granted('HN')] },
  campaign: { name: 'Tri ân 2026', from: day('2026-12-01'), to: day('2027-01-31'), eligibleCategories: ['HN', 'HCN'] },
  handedOverOn: day('2026-12-15'),
  earlier: null,
}
const EARLIER = { documentNumber: '07/2026/BBBG-PC042', handedOverOn: day('2026-12-02'), handedOverBy: 'Trần Văn Bình' }

/** Each reason against a handover, in the order they are told, and how facts come to have it. */
const REASONS: readonly (readonly [code: string, have: (facts: Facts) => Facts])[] = [
  ['gift.alreadyGiven', (facts) => ({ ...facts, earlier: EARLIER })],
  ['household.notActive', (facts) => ({ ...facts, household: { ...facts.household, status: 'moved' } })],
  ['gift.outsideCampaign', (facts) => ({ ...facts, handedOverOn: day('2026-11-30') })],
  ['gift.notEligible', (facts) => ({ ...facts, household: { ...facts.household, categories: [granted('KK')] } })],
]

describe('a gift', () => {
  test('may be handed to an active household of an eligible category within the campaign', () => {
    expect(refuseHandover(ALLOWED)).toBeNull()
  })

  test('may be handed over on the first and the last day of a campaign, not a day before or after', () => {
    const codeOn = (on: string) => refuseHandover({ ...ALLOWED, handedOverOn: day(on) })?.code
    expect(['2026-11-30', '2026-12-01', '2027-01-31', '2027-02-01'].map(codeOn)).toEqual([
      'gift.outsideCampaign',
      undefined,
      undefined,
      'gift.outsideCampaign',
    ])
  })

  test('of a campaign for everybody goes to every household, of a category or none', () => {
    const campaign = { ...ALLOWED.campaign, eligibleCategories: [] }
    for (const categories of [[granted('KK')], []]) {
      expect(refuseHandover({ ...ALLOWED, campaign, household: { ...ALLOWED.household, categories } })).toBeNull()
    }
  })

  test('is for an eligible category that holds on its day, be it the primary one or not', () => {
    const codeFor = (categories: GrantedCategory[]) =>
      refuseHandover({ ...ALLOWED, household: { ...ALLOWED.household, categories } })?.code
    expect(codeFor([granted('NKT'), granted('HN')])).toBeUndefined()
    expect(codeFor([granted('NKT'), granted('HN', day('2026-12-15'))])).toBeUndefined()
    expect(codeFor([granted('NKT'), granted('HN', day('2026-12-14'))])).toBe('gift.notEligible')
    expect(codeFor([{ ...granted('HN'), validFrom: day('2026-12-16') }])).toBe('gift.notEligible')
  })

  test.each(REASONS)('is refused: %s', (code, have) => {
    expect(refuseHandover(have(ALLOWED))?.code).toBe(code)
  })

  test('with several reasons against it is refused for the first of them', () => {
    for (let chosen = 1; chosen < 2 ** REASONS.length; chosen++) {
      const present = REASONS.filter((_reason, at) => chosen & (1 << at))
      const facts = present.reduce((sofar, [, have]) => have(sofar), ALLOWED)
      expect(refuseHandover(facts)?.code).toBe(present[0]?.[0])
    }
  })

  test('is refused with the facts a clerk needs to go on', () => {
    const refusals = REASONS.map(([, have]) => refuseHandover(have(ALLOWED))?.parameters)
    expect(refusals).toEqual([
      { headOfHousehold: 'Nguyễn Thị Được', ...EARLIER },
      { headOfHousehold: 'Nguyễn Thị Được', status: 'moved' },
      { campaignName: 'Tri ân 2026', from: '2026-12-01', to: '2027-01-31' },
      { headOfHousehold: 'Nguyễn Thị Được', category: 'KK', eligible: ['HN', 'HCN'] },
    ])
  })

  test('goes to no household that died out, nor to one of no known category in a campaign for some', () => {
    const household = ALLOWED.household
    expect(refuseHandover({ ...ALLOWED, household: { ...household, status: 'deceased' } })?.code).toBe(
      'household.notActive',
    )
    expect(refuseHandover({ ...ALLOWED, household: { ...household, categories: [] } })?.code).toBe('gift.notEligible')
  })
})

test('a package is worth the sum of its lines', () => {
  const noodles = { name: 'Mì ăn liền', unitOfMeasure: 'thùng', quantity: 2, unitPriceDong: dong(95_000) }
  const rice = { name: 'Gạo', unitOfMeasure: 'kg', quantity: 7.5, unitPriceDong: dong(18_500) }
  expect(packageValueDong([noodles, rice])).toBe(328_750)
  expect(packageValueDong([])).toBe(0)
})
