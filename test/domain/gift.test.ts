import { describe, expect, test } from 'vitest'
import { type Day, day } from '../../src/domain/day.ts'
import {
  type CampaignTerms,
  dayWithin,
  type EarlierHandover,
  moneyLine,
  OVERRULABLE,
  packageValueDong,
  refuseAmendment,
  refuseHandover,
  refuseTooMany,
} from '../../src/domain/gift.ts'
import type { GrantedCategory, HouseholdCategory } from '../../src/domain/household-category.ts'
import { dong } from '../../src/domain/money.ts'

type Facts = Parameters<typeof refuseHandover>[0]

function granted(category: HouseholdCategory, validTo: Day | null = null): GrantedCategory {
  return { category, decisionNumber: null, validFrom: null, validTo }
}

const CAMPAIGN: CampaignTerms = {
  name: 'Tri ân 2026',
  from: day('2026-12-01'),
  to: day('2027-01-31'),
  grantedBy: 'categories',
  eligibleCategories: ['HN', 'HCN'],
  eligibleCommunes: ['Xã Mẫu'],
  giftsPerHousehold: 1,
}
const TET = { giftPackageId: 'tet', name: 'Suất quà Tết' }
const BLANKET = { giftPackageId: 'blanket', name: 'Chăn ấm' }
const ALLOWED: Facts = {
  household: {
    headOfHousehold: 'Nguyễn Thị Được',
    status: 'active',
    categories: [granted('HN')],
    communeName: 'xã mẫu',
  },
  campaign: CAMPAIGN,
  on: day('2026-12-15'),
  giftPackage: TET,
  standing: [],
  granted: [],
  isOverruled: false,
}

function earlier({ giftPackageId, name }: typeof TET): EarlierHandover {
  return {
    giftPackageId,
    giftPackageName: name,
    documentNumber: '07/2026/BBBG-PC042',
    handedOverOn: day('2026-12-02'),
    recordedAt: '2026-12-02T02:15:00.000Z',
    handedOverBy: 'Trần Văn Bình',
  }
}

const withHousehold = (bent: Partial<Facts['household']>) => (facts: Facts) => ({
  ...facts,
  household: { ...facts.household, ...bent },
})
const withTerms = (facts: Facts, bent: Partial<CampaignTerms>) => ({
  ...facts,
  campaign: { ...facts.campaign, ...bent },
})

/** Each reason against a handover, in the order they are told, and how facts come to have it. */
const REASONS: readonly (readonly [code: string, have: (facts: Facts) => Facts])[] = [
  ['gift.alreadyGiven', (facts) => ({ ...facts, standing: [...facts.standing, earlier(TET)] })],
  ['gift.limitReached', (facts) => ({ ...facts, standing: [...facts.standing, earlier(BLANKET)] })],
  ['gift.outsideCampaign', (facts) => ({ ...facts, on: day('2026-11-30') })],
  ['household.notActive', withHousehold({ status: 'moved' })],
  ['gift.otherCommune', withHousehold({ communeName: 'Xã Khác' })],
  ['gift.notEligible', withHousehold({ categories: [granted('KK')] })],
]

const codeOf = (facts: Facts) => refuseHandover(facts)?.code

describe('a gift', () => {
  test('may be handed to an active household of an eligible category and commune within the campaign', () => {
    expect(refuseHandover(ALLOWED)).toBeNull()
  })

  test('may be handed over on the first and the last day of a campaign, not a day before or after', () => {
    const codeOn = (on: string) => codeOf({ ...ALLOWED, on: day(on) })
    expect(['2026-11-30', '2026-12-01', '2027-01-31', '2027-02-01'].map(codeOn)).toEqual([
      'gift.outsideCampaign',
      undefined,
      undefined,
      'gift.outsideCampaign',
    ])
  })

  test('of a campaign for everybody goes to every household, of any commune and category or none', () => {
    const facts = withTerms(ALLOWED, { eligibleCategories: [], eligibleCommunes: [] })
    for (const categories of [[granted('KK')], []]) {
      expect(refuseHandover(withHousehold({ categories, communeName: null })(facts))).toBeNull()
    }
  })

  test('is for an eligible category that holds on its day, be it the primary one or not', () => {
    const codeFor = (categories: GrantedCategory[]) => codeOf(withHousehold({ categories })(ALLOWED))
    expect(codeFor([granted('NKT'), granted('HN')])).toBeUndefined()
    expect(codeFor([granted('NKT'), granted('HN', day('2026-12-15'))])).toBeUndefined()
    expect(codeFor([granted('NKT'), granted('HN', day('2026-12-14'))])).toBe('gift.notEligible')
    expect(codeFor([{ ...granted('HN'), validFrom: day('2026-12-16') }])).toBe('gift.notEligible')
  })

  test.each(REASONS)('is refused: %s', (code, have) => {
    expect(codeOf(have(ALLOWED))).toBe(code)
  })

  test('with several reasons against it is refused for the first of them', () => {
    for (let chosen = 1; chosen < 2 ** REASONS.length; chosen++) {
      const present = REASONS.filter((_reason, at) => chosen & (1 << at))
      const facts = present.reduce((sofar, [, have]) => have(sofar), ALLOWED)
      expect(codeOf(facts)).toBe(present[0]?.[0])
    }
  })

  test('is refused with the facts a clerk needs to go on', () => {
    const headOfHousehold = 'Nguyễn Thị Được'
    const refusals = REASONS.map(([, have]) => refuseHandover(have(ALLOWED))?.parameters)
    expect(refusals).toEqual([
      { headOfHousehold, ...earlier(TET) },
      { headOfHousehold, giftsPerHousehold: 1, ...earlier(BLANKET) },
      { campaignName: 'Tri ân 2026', from: '2026-12-01', to: '2027-01-31' },
      { headOfHousehold, status: 'moved' },
      { headOfHousehold, communeName: 'Xã Khác', communes: ['Xã Mẫu'] },
      { headOfHousehold, category: 'KK', eligible: ['HN', 'HCN'] },
    ])
  })

  test('goes to no household that died out, nor to one of no known category or commune in a campaign for some', () => {
    expect(codeOf(withHousehold({ status: 'deceased' })(ALLOWED))).toBe('household.notActive')
    expect(codeOf(withHousehold({ categories: [] })(ALLOWED))).toBe('gift.notEligible')
    expect(codeOf(withHousehold({ communeName: null })(ALLOWED))).toBe('gift.otherCommune')
  })

  test('of another kind is given while the campaign allows a household more', () => {
    const facts = withTerms({ ...ALLOWED, standing: [earlier(BLANKET)] }, { giftsPerHousehold: 2 })
    expect(codeOf(facts)).toBeUndefined()
    expect(codeOf({ ...facts, standing: [earlier(BLANKET), earlier(BLANKET)] })).toBe('gift.limitReached')
    expect(codeOf({ ...facts, standing: [earlier(BLANKET), earlier(TET)] })).toBe('gift.alreadyGiven')
  })

  test('is given again where a supervisor says so, if nothing else stands against it', () => {
    for (const [code, have] of REASONS) {
      const overruled = codeOf({ ...have(ALLOWED), isOverruled: true })
      expect(overruled).toBe(OVERRULABLE.some((one) => one === code) ? undefined : code)
    }
  })
})

describe('a gift of an approved list', () => {
  const listed = withTerms(ALLOWED, { grantedBy: 'list' })

  test('goes to whom the list grants it, whatever category and commune they have now', () => {
    const strangers = withHousehold({ categories: [], communeName: null })({ ...listed, granted: [TET] })
    expect(refuseHandover(strangers)).toBeNull()
  })

  test('goes to nobody else, nor does another gift, nor to one that has moved', () => {
    expect(codeOf(listed)).toBe('gift.notGranted')
    expect(refuseHandover({ ...listed, granted: [BLANKET] })).toEqual({
      code: 'gift.notGranted',
      parameters: {
        headOfHousehold: 'Nguyễn Thị Được',
        giftPackageName: 'Suất quà Tết',
        campaignName: 'Tri ân 2026',
        granted: ['Chăn ấm'],
      },
    })
    expect(codeOf(withHousehold({ status: 'moved' })({ ...listed, granted: [TET] }))).toBe('household.notActive')
  })
})

test('a campaign that something was issued for keeps its terms, and never ends before a gift of it', () => {
  const facts = {
    campaign: CAMPAIGN,
    lastHandedOverOn: day('2026-12-20'),
    lastDistribution: { placeName: 'Nhà văn hoá', heldOn: day('2026-12-18') },
    amendedTo: day('2027-02-28'),
  }
  const codeFor = (isIssued: boolean, changesTerms: boolean, amendedTo = facts.amendedTo) =>
    refuseAmendment({ ...facts, isIssued, changesTerms, amendedTo })?.code
  expect(codeFor(true, true)).toBe('campaign.inUse')
  expect(codeFor(true, false)).toBeUndefined()
  expect(codeFor(false, true)).toBeUndefined()
  expect(codeFor(true, false, day('2026-12-19'))).toBe('campaign.endsBeforeGifts')
  expect(codeFor(true, false, day('2026-12-20'))).toBeUndefined()
  const planned = { ...facts, lastDistribution: { placeName: 'Nhà văn hoá', heldOn: day('2027-01-15') } }
  expect(refuseAmendment({ ...planned, isIssued: true, changesTerms: false, amendedTo: day('2027-01-14') })).toEqual({
    code: 'campaign.endsBeforeDistribution',
    parameters: { campaignName: 'Tri ân 2026', placeName: 'Nhà văn hoá', heldOn: '2027-01-15' },
  })
})

test('a household is promised no more gifts than its campaign allows one household', () => {
  const codeFor = (...gifts: string[]) =>
    refuseTooMany('Nguyễn Thị Được', { ...CAMPAIGN, giftsPerHousehold: 2 }, gifts)?.code
  expect([codeFor(), codeFor('tet', 'blanket'), codeFor('tet', 'blanket', 'rice')]).toEqual([
    undefined,
    undefined,
    'gift.tooMany',
  ])
})

test('who is eligible is asked for today, or for the day of the campaign nearest to it', () => {
  const days = ['2026-11-30', '2026-12-01', '2026-12-20', '2027-01-31', '2027-02-01'].map(day)
  expect(days.map((today) => dayWithin(CAMPAIGN, today))).toEqual([
    '2026-12-01',
    '2026-12-01',
    '2026-12-20',
    '2027-01-31',
    '2027-01-31',
  ])
})

test('a package is worth the sum of its lines, money among them', () => {
  const noodles = { name: 'Mì ăn liền', unitOfMeasure: 'thùng', quantity: 2, unitPriceDong: dong(95_000) }
  const rice = { name: 'Gạo', unitOfMeasure: 'kg', quantity: 7.5, unitPriceDong: dong(18_500) }
  expect(packageValueDong([noodles, rice])).toBe(328_750)
  expect(packageValueDong([noodles, moneyLine(dong(300_000))])).toBe(490_000)
  expect(packageValueDong([])).toBe(0)
})
