import { expect, test } from 'vitest'
import { day } from '../../src/domain/day.ts'
import { period } from '../../src/domain/period.ts'
import { failed, granted, openTestOffice, openWorkingOffice, refusedWith } from '../support/office.ts'
import { FIRST_OF_DECEMBER, PROFILE } from '../support/office-place.ts'
import { certifiedRepair, certify, repairAt } from '../support/repairs.ts'
import { CAMPAIGN, closeMonth, giftFor, HOUSEHOLD, openCampaign, registerHousehold } from '../support/trade.ts'

const NOBODY = '01940000-0000-7000-8000-00000000abcd'
const NOVEMBER = period('2026-11')

test('an office is set up once', async () => {
  await using opened = await openTestOffice()
  const person = { fullName: 'TRẦN THỊ THU', role: 'administrator' as const }
  expect(granted(await opened.client.query('office.describe', {}))).toMatchObject({ office: null, people: [] })
  granted(await opened.client.command('office.setUp', { ...PROFILE, person }))
  const { office, people } = granted(await opened.client.query('office.describe', {}))
  expect(office).toEqual(PROFILE)
  expect(people.map(({ fullName }) => fullName)).toEqual(['Trần Thị Thu'])
  expect(refusedWith(await opened.client.command('office.setUp', { ...PROFILE, person }))).toBe('office.alreadySetUp')
})

test('two people of an office do not bear one name', async () => {
  await using opened = await openWorkingOffice()
  const again = { fullName: 'trần thị thu', role: 'clerk' as const }
  expect(refusedWith(await opened.client.command('people.add', again))).toBe('person.nameTaken')
})

test('a household is registered, read, amended and its number revealed', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const householdId = await registerHousehold(client, 'NGUYỄN THỊ ĐƯỢC', '001151000001')
  const amended = await client.command('households.amend', { householdId, revision: 1, facts: { memberCount: 4 } })
  expect(granted(amended).revision).toBe(2)
  expect(granted(await client.query('households.get', { householdId }))).toMatchObject({
    headOfHousehold: 'Nguyễn Thị Được',
    maskedCitizenId: '001******001',
    hamlet: 'Thôn Đông',
    memberCount: 4,
    revision: 2,
    history: [{ command: 'households.amend' }, { command: 'households.register', personName: 'Trần Thị Thu' }],
  })
  const revealed = granted(await client.command('households.revealCitizenId', { householdId }))
  expect(revealed.citizenId).toBe('001151000001')
  const { history } = granted(await client.query('households.get', { householdId }))
  expect(history[0]?.command).toBe('households.revealCitizenId')
})

test('a household that changed meanwhile, is unknown, or bears another number is refused', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const householdId = await registerHousehold(client, 'Nguyễn Thị Lan', '001151000001')
  const other = await registerHousehold(client, 'Trần Văn Đạt')
  const amend = (id: string, revision: number) =>
    client.command('households.amend', { householdId: id, revision, facts: { citizenId: '001151000001' } })
  expect(refusedWith(await amend(householdId, 2))).toBe('household.changedMeanwhile')
  expect(refusedWith(await amend(other, 1))).toBe('household.citizenIdTaken')
  expect(refusedWith(await amend(NOBODY, 1))).toBe('household.unknown')
  expect(refusedWith(await client.query('households.get', { householdId: NOBODY }))).toBe('household.unknown')
  expect(refusedWith(await client.command('households.revealCitizenId', { householdId: NOBODY }))).toBe(
    'household.unknown',
  )
  granted(await amend(householdId, 1))
})

test('a campaign has a name of its own and ends after it begins', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const { campaignId } = await openCampaign(client)
  const again = await client.command('campaigns.open', { ...CAMPAIGN, name: ` ${CAMPAIGN.name}  ` })
  expect(refusedWith(again)).toBe('campaign.nameTaken')
  const backwards = { ...CAMPAIGN, name: 'Khác', from: day('2026-12-01'), to: day('2026-11-30') }
  expect(refusedWith(await client.command('campaigns.open', backwards))).toBe('campaign.endsBeforeStart')
  const { campaigns } = granted(await client.query('campaigns.list', {}))
  expect(campaigns).toMatchObject([{ campaignId, handedOverCount: 0, giftPackages: [{ valueDong: 500_000 }] }])
})

test('a gift is handed over once, within the days of its campaign, to whom it is for', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const householdId = await registerHousehold(client, 'Nguyễn Thị Lan')
  const campaign = await openCampaign(client, { eligibleCategories: ['HN'] })
  const gift = giftFor(campaign, householdId)
  const hand = async (bent: object) => refusedWith(await client.command('gifts.handOver', { ...gift, ...bent }))
  expect(await hand({ campaignId: NOBODY })).toBe('campaign.unknown')
  expect(await hand({ giftPackageId: NOBODY })).toBe('giftPackage.unknown')
  expect(await hand({ householdId: NOBODY })).toBe('household.unknown')
  expect(await hand({ handedOverOn: day('2026-10-31') })).toBe('gift.outsideCampaign')
  expect(await hand({ handedOverOn: day('2026-12-02') })).toBe('document.inFuture')
  const rich = { ...HOUSEHOLD, citizenId: null, categories: [], headOfHousehold: 'Trần Văn Đạt' }
  const { householdId: notPoor } = granted(await client.command('households.register', rich))
  expect(await hand({ householdId: notPoor })).toBe('gift.notEligible')

  const card = { campaignId: campaign.campaignId, householdId, handedOverOn: gift.handedOverOn, eventId: null }
  expect(granted(await client.query('gifts.card', card)).gifts[0]?.refusal).toBeNull()
  const recipient = { kind: 'proxy' as const, fullName: 'LÊ VĂN LÂM', relation: 'con', paper: '' }
  granted(await client.command('gifts.handOver', { ...gift, recipient }))
  expect(granted(await client.query('gifts.card', card)).gifts[0]?.refusal).toMatchObject({
    code: 'gift.alreadyGiven',
    parameters: { documentNumber: '01/2026/BBBG-PC042', handedOverOn: '2026-11-20', handedOverBy: 'Trần Thị Thu' },
  })
  expect(refusedWith(await client.query('gifts.card', { ...card, householdId: NOBODY }))).toBe('household.unknown')
  const { handovers, valueDong } = granted(
    await client.query('gifts.list', { campaignId: campaign.campaignId, eventId: null, limit: 5 }),
  )
  expect(handovers).toMatchObject([{ recipientName: 'Lê Văn Lâm', valueDong: 500_000, voidedOn: null }])
  expect(valueDong).toBe(500_000)
})

test('a voided gift may be given again, under the next number', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const campaign = await openCampaign(client)
  const gift = giftFor(campaign, await registerHousehold(client, 'Nguyễn Thị Lan'))
  const { receiptId } = granted(await client.command('gifts.handOver', gift))
  const voided = { receiptId, kind: 'mistake' as const, voidedOn: day('2026-11-21'), reason: 'Phát nhầm hộ' }
  const refuse = async (bent: object) => refusedWith(await client.command('gifts.void', { ...voided, ...bent }))
  expect(await refuse({ receiptId: NOBODY })).toBe('gift.unknown')
  expect(await refuse({ voidedOn: day('2026-11-19') })).toBe('document.voidedBeforeIssue')
  expect(await refuse({ voidedOn: day('2026-12-02') })).toBe('document.inFuture')
  expect(granted(await client.command('gifts.void', voided)).documentNumber).toBe('01/2026/BBBG-PC042')
  expect(await refuse({})).toBe('document.alreadyVoided')
  expect(granted(await client.command('gifts.handOver', gift)).documentNumber).toBe('02/2026/BBBG-PC042')
  const list = granted(await client.query('gifts.list', { campaignId: campaign.campaignId, eventId: null, limit: 5 }))
  expect(list).toMatchObject({ count: 1, voidedCount: 1, valueDong: 500_000 })
})

test('a month is closed in order, when it is over and nothing of it is unfinished', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const householdId = await registerHousehold(client, 'Nguyễn Thị Lan')
  await certifiedRepair(client, householdId, day('2026-10-15'))
  const repairId = await repairAt(client, householdId, 'accepted')
  const close = (month: string) => closeMonth(client, period(month))
  expect(refusedWith(await close('2026-12'))).toBe('month.notOver')
  expect(refusedWith(await close('2026-11'))).toBe('month.earlierOpen')
  granted(await close('2026-10'))
  expect(failed(await close('2026-11'))).toMatchObject({
    refusal: { code: 'month.unfinished', parameters: { items: [{ repairId, headOfHousehold: 'Nguyễn Thị Lan' }] } },
  })
  const check = granted(await client.query('months.check', { period: NOVEMBER }))
  expect(check.refusal?.code).toBe('month.unfinished')
  const { paperId } = await certify(client, repairId, day('2026-11-30'))
  granted(await close('2026-11'))
  expect(refusedWith(await close('2026-11'))).toBe('month.closed')
  const late = { paperId, on: day('2026-11-30'), reason: 'Nhầm' }
  expect(refusedWith(await client.command('repairs.voidPaper', late))).toBe('month.closed')
  expect(granted(await client.query('office.describe', {})).closedThrough).toBe('2026-11')
  expect(refusedWith(await client.job('months.package', { period: NOVEMBER, folder: null }))).toBe(
    'package.previousMissing',
  )
})

test('numbers begin anew with the year', async () => {
  let now = FIRST_OF_DECEMBER
  await using opened = await openWorkingOffice({ clock: () => now })
  const { client } = opened
  const campaign = await openCampaign(client)
  now = Date.UTC(2027, 0, 2, 1)
  const numbers: string[] = []
  for (const on of ['2026-12-31', '2027-01-02', '2026-12-30', '2027-01-01']) {
    const householdId = await registerHousehold(client, `Hộ Ngày ${on}`)
    const gift = { ...giftFor(campaign, householdId), handedOverOn: day(on) }
    numbers.push(granted(await client.command('gifts.handOver', gift)).documentNumber)
  }
  const expected = ['01/2026', '01/2027', '02/2026', '02/2027']
  expect(numbers).toEqual(expected.map((number) => `${number}/BBBG-PC042`))
})

test('what a clerk typed wrongly comes back with its field', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const issues = async (bent: object) => {
    const failure = failed(await client.command('households.register', { ...HOUSEHOLD, ...bent }))
    return failure.family === 'invalid-input' ? failure.issues : failure
  }
  const of = (field: string, problem: string) => [{ path: [field], problem }]
  expect(await issues({ headOfHousehold: '  ' })).toEqual(of('headOfHousehold', 'required'))
  expect(await issues({ headOfHousehold: undefined })).toEqual(of('headOfHousehold', 'required'))
  expect(await issues({ headOfHousehold: null })).toEqual(of('headOfHousehold', 'required'))
  expect(await issues({ headOfHousehold: 'x'.repeat(121) })).toEqual(of('headOfHousehold', 'tooLong'))
  expect(await issues({ headOfHousehold: '=1+1' })).toEqual(of('headOfHousehold', 'forbiddenText'))
  expect(await issues({ headOfHousehold: 'Lan\u202eoan' })).toEqual(of('headOfHousehold', 'forbiddenText'))
  expect(await issues({ citizenId: '12345' })).toEqual(of('citizenId', 'notACitizenId'))
  expect(await issues({ phone: '12' })).toEqual(of('phone', 'notAPhone'))
  expect(await issues({ memberCount: -1 })).toEqual(of('memberCount', 'tooSmall'))
  expect(await issues({ memberCount: 101 })).toEqual(of('memberCount', 'tooBig'))
  expect(await issues({ birthYear: 1951.5 })).toEqual(of('birthYear', 'malformed'))
  const category = { category: 'XX', decisionNumber: null, validFrom: null, validTo: null }
  expect(await issues({ categories: [category] })).toEqual([
    { path: ['categories', 0, 'category'], problem: 'malformed' },
  ])
  expect(await issues({ citizenId: '1', phone: '1' })).toHaveLength(2)
  const spoilt = {
    ...CAMPAIGN,
    giftPackages: [{ name: 'Quà', lines: [{ ...CAMPAIGN.giftPackages[0]?.lines[0], quantity: 0 }] }],
  }
  expect(failed(await client.command('campaigns.open', spoilt as never))).toEqual({
    family: 'invalid-input',
    issues: [{ path: ['giftPackages', 0, 'lines', 0, 'quantity'], problem: 'tooSmall' }],
  })
  expect(failed(await client.query('months.check', { period: '2026-13' as never }))).toMatchObject({
    issues: [{ path: ['period'], problem: 'notAPeriod' }],
  })
})
