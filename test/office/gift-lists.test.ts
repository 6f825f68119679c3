import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { ALL_HOUSEHOLDS } from '../../src/contract/households.ts'
import { type Day, day, dayBefore } from '../../src/domain/day.ts'
import { dong } from '../../src/domain/money.ts'
import { openOffice } from '../../src/office/open-office.ts'
import { pageTexts } from '../documents/read-pdf.ts'
import { addPlace, approvedList, asPerson, grantOf, type ListEntry, withdrawalOf } from '../support/gifts.ts'
import { tamper } from '../support/ledger.ts'
import { connect, failed, granted, openWorkingOffice, refusedWith } from '../support/office.ts'
import { officePlace } from '../support/office-place.ts'
import { CAMPAIGN, giftFor, HOUSEHOLD, openCampaign, registerHousehold } from '../support/trade.ts'

const NOBODY = '01940000-0000-7000-8000-00000000abcd'
const TET = CAMPAIGN.giftPackages[0] ?? { name: '', lines: [] }

/** A campaign by list, three households, and a clerk beside the administrator. */
async function openListed(bent: Partial<typeof CAMPAIGN> = {}) {
  const opened = await openWorkingOffice()
  const { client } = opened
  const clerk = await asPerson(opened, 'Lê Văn Lâm', 'clerk')
  const campaign = await openCampaign(client, { grantedBy: 'list', ...bent })
  const names = ['Nguyễn Thị Lan', 'Trần Văn Đạt', 'Lò Thị Yến']
  const households = await Promise.all(names.map((name) => registerHousehold(client, name)))
  const [lan = '', dat = '', yen = ''] = households
  const { campaignId, giftPackageId } = campaign
  const drawUp = (entries: ListEntry[], by = clerk) =>
    by.command('giftLists.drawUp', { campaignId, title: null, entries })
  const grant = (householdId: string) => grantOf(householdId, giftPackageId)
  const grantsNow = async () =>
    granted(await client.query('giftLists.grants', { campaignId })).grants.map(({ household, state }) => [
      household.headOfHousehold,
      state,
    ])
  return { opened, client, clerk, campaign, lan, dat, yen, drawUp, grant, grantsNow }
}

describe('a list', () => {
  test('grants nothing until a second person has approved it', async () => {
    const { opened, client, clerk, campaign, lan, dat, drawUp, grant, grantsNow } = await openListed()
    await using _ = opened
    const { listId, listNumber, sha256 } = granted(await drawUp([grant(lan), grant(dat)]))
    expect(listNumber).toBe(0)
    expect(await grantsNow()).toEqual([])
    expect(refusedWith(await client.command('gifts.handOver', giftFor(campaign, lan)))).toBe('gift.notGranted')

    expect(failed(await clerk.command('giftLists.approve', { listId, decisionNumber: null }))).toMatchObject({
      refusal: { code: 'right.missing' },
    })
    const approved = granted(await client.command('giftLists.approve', { listId, decisionNumber: '77/QĐ-PC' }))
    expect(approved).toEqual({ listNumber: 0, sha256 })
    expect(await grantsNow()).toEqual([
      ['Trần Văn Đạt', 'waiting'],
      ['Nguyễn Thị Lan', 'waiting'],
    ])
    granted(await clerk.command('gifts.handOver', giftFor(campaign, lan)))
    expect(await grantsNow()).toContainEqual(['Nguyễn Thị Lan', 'handedOver'])
    expect(granted(await client.query('giftLists.list', { campaignId: campaign.campaignId })).lists).toMatchObject([
      {
        state: 'approved',
        householdCount: 2,
        valueDong: 1_000_000,
        drawnUpBy: 'Lê Văn Lâm',
        decidedBy: 'Trần Thị Thu',
      },
    ])
    const { campaigns } = granted(await client.query('campaigns.list', {}))
    expect(campaigns).toMatchObject([{ isIssued: true, grantedCount: 2, grantedDong: 1_000_000, handedOverCount: 1 }])
  })

  test('is not approved or declined by whoever drew it up, nor twice', async () => {
    const { opened, client, lan, drawUp, grant } = await openListed()
    await using _ = opened
    const supervisor = await asPerson(opened, 'Phạm Thị Hoa', 'supervisor')
    const { listId } = granted(await drawUp([grant(lan)], client))
    const reason = 'Thiếu hộ'
    expect(failed(await client.command('giftLists.approve', { listId, decisionNumber: null }))).toMatchObject({
      refusal: { code: 'giftList.sameHand', parameters: { drawnUpBy: 'Trần Thị Thu' } },
    })
    expect(refusedWith(await client.command('giftLists.decline', { listId, reason }))).toBe('giftList.sameHand')
    granted(await supervisor.command('giftLists.decline', { listId, reason }))
    expect(refusedWith(await supervisor.command('giftLists.approve', { listId, decisionNumber: null }))).toBe(
      'giftList.settled',
    )
    expect(refusedWith(await supervisor.command('giftLists.decline', { listId: NOBODY, reason }))).toBe(
      'giftList.unknown',
    )
  })

  test('waits alone: another is drawn up once it is settled, and takes a declined one’s place', async () => {
    const { opened, client, lan, dat, drawUp, grant, campaign } = await openListed()
    await using _ = opened
    const { listId } = granted(await drawUp([grant(lan)]))
    expect(refusedWith(await drawUp([grant(dat)]))).toBe('giftList.waiting')
    granted(await client.command('giftLists.decline', { listId, reason: 'Thiếu hộ' }))
    expect(granted(await drawUp([grant(lan), grant(dat)])).listNumber).toBe(0)
    const { lists } = granted(await client.query('giftLists.list', { campaignId: campaign.campaignId }))
    expect(lists.map(({ state, reason }) => [state, reason])).toEqual([
      ['declined', 'Thiếu hộ'],
      ['drawnUp', null],
    ])
  })

  test('names each household and gift once, the last word of it, and only who may be given it', async () => {
    const { opened, client, lan, dat, drawUp, grant, campaign } = await openListed({ eligibleCategories: ['HN'] })
    await using _ = opened
    const facts = { ...HOUSEHOLD, citizenId: null, categories: [], headOfHousehold: 'Vũ Văn Khá' }
    const { householdId: notPoor } = granted(await client.command('households.register', facts))
    expect(refusedWith(await drawUp([grant(notPoor)]))).toBe('gift.notEligible')
    expect(refusedWith(await drawUp([grant(NOBODY)]))).toBe('household.unknown')
    expect(refusedWith(await drawUp([grantOf(lan, NOBODY)]))).toBe('giftPackage.unknown')
    expect(refusedWith(await drawUp([withdrawalOf(lan, campaign.giftPackageId)]))).toBe('giftList.empty')
    const { listId } = granted(
      await drawUp([grant(lan), grant(lan), grant(dat), withdrawalOf(dat, campaign.giftPackageId)]),
    )
    const { entries, isIntact } = granted(await client.query('giftLists.entries', { listId }))
    expect(entries.map(({ household, action }) => [household.householdId, action])).toEqual([[lan, 'grant']])
    expect(isIntact).toBe(true)
  })

  test('keeps to the budget, together with the lists before it', async () => {
    const { opened, client, clerk, campaign, lan, dat, yen, drawUp, grant } = await openListed()
    await using _ = opened
    const { campaignId, giftPackageId } = campaign
    const { giftPackages: _packages, ...terms } = CAMPAIGN
    const amended = {
      ...terms,
      campaignId,
      grantedBy: 'list' as const,
      giftPackages: null,
      budgetDong: dong(1_200_000),
    }
    granted(await client.command('campaigns.amend', amended))
    await approvedList(clerk, client, campaignId, [grant(lan), grant(dat)])
    expect(failed(await drawUp([grant(yen)]))).toMatchObject({
      refusal: { code: 'campaign.overBudget', parameters: { budgetDong: 1_200_000, wantedDong: 1_500_000 } },
    })
    granted(await drawUp([withdrawalOf(dat, giftPackageId), grant(yen)]))
    expect(refusedWith(await client.command('campaigns.amend', { ...amended, budgetDong: dong(900_000) }))).toBe(
      'campaign.overBudget',
    )
  })

  test.each([
    ['a household', 'UPDATE gift_list_entries SET household_id = :other WHERE list_id = :listId'],
    ['a reason', "UPDATE gift_list_entries SET reason = 'Quen biết' WHERE list_id = :listId"],
    ['its title', "UPDATE gift_lists SET title = 'Đợt hai' WHERE list_id = :listId"],
    ['its paper', "UPDATE gift_lists SET paper = replace(paper, 'Lan', 'Loan') WHERE list_id = :listId"],
  ])('is told to be changed, and is not approved, when %s of it was changed behind our back', async (_what, sql) => {
    const { opened, lan, dat, drawUp, grant } = await openListed()
    onTestFinished(() => opened[Symbol.asyncDispose]())
    const { listId } = granted(await drawUp([grant(lan)]))
    await opened.office.close()
    rmSync(join(opened.folder, 'ledger.sqlite.seal'))
    tamper(opened.folder, (database) =>
      database.prepare(sql).run({ listId, ...(/:other/.test(sql) && { other: dat }) }),
    )
    const office = openOffice(officePlace(opened.folder))
    onTestFinished(() => office.close())
    const again = connect(office)
    const { people } = granted(await again.query('office.describe', {}))
    const { personId } = people.find(({ fullName }) => fullName === 'Trần Thị Thu') ?? { personId: '' }
    granted(await again.query('session.start', { personId }))
    expect(granted(await again.query('giftLists.entries', { listId })).isIntact).toBe(false)
    const approving = await again.command('giftLists.approve', { listId, decisionNumber: null })
    expect(refusedWith(approving)).toBe('giftList.altered')
  })

  test('gives a household no more than the campaign allows, whichever list grants it and whoever was merged', async () => {
    const giftPackages = [TET, { ...TET, name: 'Chăn' }, { ...TET, name: 'Gạo' }]
    const { opened, client, clerk, campaign, lan, dat, drawUp, grant } = await openListed({
      giftPackages,
      giftsPerHousehold: 2,
    })
    await using _ = opened
    const { campaignId } = campaign
    const [{ giftPackages: packages = [] } = {}] = granted(await client.query('campaigns.list', {})).campaigns
    const [, blanket = '', rice = ''] = packages.map(({ giftPackageId }) => giftPackageId)
    const all = [grant(lan), grantOf(lan, blanket), grantOf(lan, rice)]
    expect(failed(await drawUp(all))).toMatchObject({
      refusal: { code: 'gift.tooMany', parameters: { headOfHousehold: 'Nguyễn Thị Lan', giftCount: 3 } },
    })
    await approvedList(clerk, client, campaignId, [grant(lan), grantOf(dat, blanket)])
    expect(refusedWith(await drawUp(all.slice(1)))).toBe('gift.tooMany')
    const merge = { keptId: lan, keptRevision: 1, mergedId: dat, mergedRevision: 1, takes: [] }
    granted(await client.command('households.merge', merge))
    expect(refusedWith(await drawUp([grantOf(lan, rice)]))).toBe('gift.tooMany')
    const asked = { campaignId, giftPackageId: rice, communeName: null, filter: ALL_HOUSEHOLDS }
    const { households, refused } = granted(await client.query('giftLists.propose', asked))
    expect(households.map(({ headOfHousehold }) => headOfHousehold)).toEqual(['Lò Thị Yến'])
    expect(refused).toMatchObject([{ refusal: { code: 'gift.tooMany' } }])
    granted(await drawUp([withdrawalOf(lan, blanket), grantOf(lan, rice)]))
  })

  test('is asked again when it is approved: for the budget, and for what was handed over since', async () => {
    const { opened, client, clerk, campaign, lan, dat, yen, drawUp, grant } = await openListed()
    await using _ = opened
    const { campaignId, giftPackageId } = campaign
    const { giftPackages: _packages, ...terms } = CAMPAIGN
    const amend = (budgetDong: number | null) =>
      client.command('campaigns.amend', {
        ...terms,
        campaignId,
        grantedBy: 'list',
        giftPackages: null,
        budgetDong: budgetDong === null ? null : dong(budgetDong),
      })
    await approvedList(clerk, client, campaignId, [grant(lan)])
    const { listId } = granted(await drawUp([grant(dat), grant(yen)]))
    const approve = (which: string) => client.command('giftLists.approve', { listId: which, decisionNumber: null })
    granted(await amend(1_000_000))
    expect(refusedWith(await approve(listId))).toBe('campaign.overBudget')
    granted(await amend(null))
    granted(await approve(listId))
    const { listId: withdrawing } = granted(await drawUp([withdrawalOf(dat, giftPackageId)]))
    granted(await client.command('gifts.handOver', giftFor(campaign, dat)))
    expect(refusedWith(await approve(withdrawing))).toBe('giftList.given')
  })

  test('names who is eligible today, not on the first day of the campaign', async () => {
    const { opened, client, drawUp, grant } = await openListed({ eligibleCategories: ['HN'] })
    await using _ = opened
    const { today } = granted(await client.query('office.describe', {}))
    const poorFrom = async (headOfHousehold: string, validFrom: Day, validTo: Day) => {
      const categories = [{ category: 'HN' as const, decisionNumber: null, validFrom, validTo }]
      const facts = { ...HOUSEHOLD, citizenId: null, customerCode: null, headOfHousehold, categories }
      return granted(await client.command('households.register', facts)).householdId
    }
    const poorNow = await poorFrom('Vũ Văn Nay', today, CAMPAIGN.to)
    const poorBefore = await poorFrom('Vũ Văn Xưa', day('2026-10-01'), dayBefore(today))
    expect(refusedWith(await drawUp([grant(poorBefore)]))).toBe('gift.notEligible')
    granted(await drawUp([grant(poorNow)]))
  })

  test('is printed again as it was drawn up, whatever the registry says by now', async () => {
    const { opened, client, lan, drawUp, grant } = await openListed()
    await using _ = opened
    const { listId } = granted(await drawUp([grant(lan)]))
    const textOf = async () =>
      pageTexts(readFileSync(granted(await client.job('papers.giftList', { listId })).file)).join()
    const first = await textOf()
    expect(first).toContain('Nguyễn Thị Lan')
    const amended = { householdId: lan, revision: 1, facts: { headOfHousehold: 'Nguyễn Thị Loan' } }
    granted(await client.command('households.amend', amended))
    expect(await textOf()).toBe(first)
  })
})

describe('a supplement', () => {
  test('has the next number, grants more and takes back what was not given yet', async () => {
    const { opened, client, clerk, campaign, lan, dat, yen, drawUp, grant, grantsNow } = await openListed()
    await using _ = opened
    const { campaignId, giftPackageId } = campaign
    const first = await approvedList(clerk, client, campaignId, [grant(lan), grant(dat)])
    granted(await client.command('gifts.handOver', giftFor(campaign, lan)))
    expect(failed(await drawUp([withdrawalOf(lan, giftPackageId)]))).toMatchObject({
      refusal: { code: 'giftList.given', parameters: { documentNumber: '01/2026/BBBG-PC042' } },
    })
    const changes = [withdrawalOf(dat, giftPackageId), grant(yen), grant(lan)]
    const second = await approvedList(clerk, client, campaignId, changes)
    expect(second.listNumber).toBe(1)
    expect(await grantsNow()).toEqual([
      ['Nguyễn Thị Lan', 'handedOver'],
      ['Lò Thị Yến', 'waiting'],
    ])
    expect(refusedWith(await client.command('gifts.handOver', giftFor(campaign, dat)))).toBe('gift.notGranted')
    granted(await client.command('gifts.handOver', giftFor(campaign, yen)))
    const { lists } = granted(await client.query('giftLists.list', { campaignId }))
    expect(lists).toMatchObject([
      { listNumber: 0, sha256: first.sha256, grantCount: 2, withdrawCount: 0, valueDong: 1_000_000 },
      { listNumber: 1, sha256: second.sha256, grantCount: 1, withdrawCount: 1, valueDong: 0 },
    ])
  })

  test('proposes who is eligible and on no list, and says who is not and why', async () => {
    const { opened, client, clerk, campaign, lan, grant } = await openListed({ eligibleCommunes: ['XÃ MẪU'] })
    await using _ = opened
    await approvedList(clerk, client, campaign.campaignId, [grant(lan)])
    const facts = { ...HOUSEHOLD, citizenId: null, communeName: 'Xã Khác', headOfHousehold: 'Vũ Văn Xa' }
    granted(await client.command('households.register', facts))
    const proposal = granted(
      await client.query('giftLists.propose', { ...campaign, communeName: null, filter: ALL_HOUSEHOLDS }),
    )
    expect(proposal.households.map(({ headOfHousehold }) => headOfHousehold)).toEqual(['Trần Văn Đạt', 'Lò Thị Yến'])
    expect(proposal).toMatchObject({
      refused: [{ household: { headOfHousehold: 'Vũ Văn Xa' }, refusal: { code: 'gift.otherCommune' } }],
      refusedCount: 1,
      alreadyListedCount: 1,
    })
    const waiting = { ...ALL_HOUSEHOLDS, notReceivedIn: campaign.campaignId }
    expect(granted(await client.query('households.count', { filters: [waiting] })).counts).toEqual([1])
  })

  test('of a household that is kept under another is a supplement of that one', async () => {
    const { opened, client, clerk, campaign, lan, dat, yen, drawUp, grant, grantsNow } = await openListed()
    await using _ = opened
    await approvedList(clerk, client, campaign.campaignId, [grant(dat)])
    const merge = { keptId: lan, keptRevision: 1, mergedId: dat, mergedRevision: 1, takes: [] }
    granted(await client.command('households.merge', merge))
    expect(await grantsNow()).toEqual([['Nguyễn Thị Lan', 'waiting']])
    expect(refusedWith(await drawUp([grant(lan)]))).toBe('giftList.empty')
    granted(await client.command('households.merge', { ...merge, keptId: yen, mergedId: lan }))
    expect(await grantsNow()).toEqual([['Lò Thị Yến', 'waiting']])
    const filter = { ...ALL_HOUSEHOLDS, notReceivedIn: campaign.campaignId }
    expect(granted(await client.query('households.count', { filters: [filter] })).counts).toEqual([1])
    const { listId } = granted(await drawUp([withdrawalOf(yen, campaign.giftPackageId)]))
    granted(await client.command('giftLists.approve', { listId, decisionNumber: null }))
    expect(await grantsNow()).toEqual([])
    await approvedList(clerk, client, campaign.campaignId, [grant(yen)])
    granted(await client.command('gifts.handOver', giftFor(campaign, yen)))
    expect(await grantsNow()).toEqual([['Lò Thị Yến', 'handedOver']])
    expect(refusedWith(await drawUp([withdrawalOf(yen, campaign.giftPackageId)]))).toBe('giftList.given')
  })
})

test('a campaign changes freely until something bears its terms; then its end, money and decisions', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const { campaignId } = await openCampaign(client)
  const { giftPackages, ...terms } = CAMPAIGN
  const amend = (bent: object) =>
    client.command('campaigns.amend', { ...terms, campaignId, giftPackages: null, ...bent })
  const renamed = {
    name: 'Tri ân và Tết',
    giftsPerHousehold: 2,
    giftPackages: [...giftPackages, { ...TET, name: 'Chăn' }],
  }
  granted(await amend(renamed))
  const read = async () => granted(await client.query('campaigns.list', {})).campaigns[0]
  expect(await read()).toMatchObject({ name: 'Tri ân và Tết', isIssued: false, giftPackages: [{}, { name: 'Chăn' }] })
  const giftPackageId = (await read())?.giftPackages[0]?.giftPackageId ?? ''
  const lan = await registerHousehold(client, 'Nguyễn Thị Lan')
  granted(await client.command('gifts.handOver', giftFor({ campaignId, giftPackageId }, lan)))

  const same = { ...renamed, giftPackages: renamed.giftPackages }
  for (const bent of [
    { name: 'Khác' },
    { giftsPerHousehold: 1 },
    { giftPackages: [TET] },
    { eligibleCommunes: ['Xã Mẫu'] },
  ]) {
    expect(refusedWith(await amend({ ...same, ...bent })), JSON.stringify(bent)).toBe('campaign.inUse')
  }
  expect(refusedWith(await amend({ ...same, to: '2026-11-19' }))).toBe('campaign.endsBeforeGifts')
  const money = { to: '2027-02-28', decisionNumbers: ['1', '2'], funds: [{ name: 'Quỹ', amountDong: 5_000_000 }] }
  granted(await amend({ ...same, ...money, budgetDong: 9_000_000, targetHouseholds: 30 }))
  expect(await read()).toMatchObject({ ...money, budgetDong: 9_000_000, targetHouseholds: 30, isIssued: true })
  expect(refusedWith(await amend({ campaignId: NOBODY }))).toBe('campaign.unknown')

  const [storeId, otherId] = [await addPlace(client, 'store', 'Kho đội'), await addPlace(client, 'store', 'Kho xã')]
  granted(await amend({ ...same, ...money, storeId }))
  expect(refusedWith(await amend({ ...same, ...money, storeId: otherId }))).toBe('campaign.inUse')
  expect(refusedWith(await amend({ ...same, ...money, storeId: null }))).toBe('campaign.inUse')
})
