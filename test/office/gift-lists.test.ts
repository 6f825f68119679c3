import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { ALL_HOUSEHOLDS } from '../../src/contract/households.ts'
import { dong } from '../../src/domain/money.ts'
import { openOffice } from '../../src/office/open-office.ts'
import { approvedList, asPerson, grantOf, type ListEntry, withdrawalOf } from '../support/gifts.ts'
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

  test('is told to be changed when a row of it was changed behind the back of the program', async () => {
    const { opened, client, clerk, campaign, lan, dat, grant } = await openListed()
    onTestFinished(() => opened[Symbol.asyncDispose]())
    const { listId } = await approvedList(clerk, client, campaign.campaignId, [grant(lan)])
    await opened.office.close()
    rmSync(join(opened.folder, 'ledger.sqlite.seal'))
    tamper(opened.folder, (database) =>
      database.prepare('UPDATE gift_list_entries SET household_id = ? WHERE list_id = ?').run(dat, listId),
    )
    const office = openOffice(officePlace(opened.folder))
    onTestFinished(() => office.close())
    const again = connect(office)
    const { people } = granted(await again.query('office.describe', {}))
    granted(await again.query('session.start', { personId: people[0]?.personId ?? '' }))
    const reply = await again.query('giftLists.entries', { listId })
    expect(granted(reply)).toMatchObject({ isIntact: false, entries: [{ household: { householdId: dat } }] })
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
    const proposal = granted(await client.query('giftLists.propose', { ...campaign, filter: ALL_HOUSEHOLDS }))
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
})
