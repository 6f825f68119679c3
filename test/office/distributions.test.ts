/** A distribution from its plan to the last sheet: numbered papers, every one of them accounted for. */

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Client } from '../../src/contract/client.ts'
import type { Input } from '../../src/contract/contract.ts'
import { type Day, day } from '../../src/domain/day.ts'
import { readSheetRange, SHEET_FATES, type VoidKind } from '../../src/domain/distribution.ts'
import { dong } from '../../src/domain/money.ts'
import { period } from '../../src/domain/period.ts'
import { pageText, pageTexts } from '../documents/read-pdf.ts'
import {
  addPlace,
  approvedList,
  asPerson,
  calendar,
  distributionWithKit,
  grantOf,
  NOVEMBER_21,
  planDistribution,
  sheetsOf,
} from '../support/gifts.ts'
import { failed, granted, openWorkingOffice, refusedWith } from '../support/office.ts'
import { CAMPAIGN, EXPLAINED, giftFor, HOUSEHOLD, NOVEMBER_20, openCampaign } from '../support/trade.ts'

type Fate = Input<'distributions.enterSheets'>['fate']

const SIGNED: Fate = { kind: 'signed', handedOverOn: NOVEMBER_20 }
const voidOf = (voidKind: VoidKind, reason: string, voidedOn = NOVEMBER_20): Fate => ({
  kind: 'void',
  voidKind,
  voidedOn,
  reason,
})
const ABSENT = voidOf('notCollected', 'Đi vắng')
const MISTAKE = voidOf('mistake', 'Ghi nhầm phiếu')
const SPARE: Fate = { kind: 'spare' }
const LOST: Fate = { kind: 'missing', explanation: 'Ướt mưa, rách' }
const FOUND: Fate = { kind: 'found' }

/** As the window reads what is typed. */
function positionsOf(text: string): number[] {
  const range = readSheetRange(text)
  if (!range.ok) throw new Error(`Not a range: ${range.at}`)
  return range.positions
}

const byVietnamese = (one: string, other: string) => one.localeCompare(other, 'vi')

const GIVEN_NAMES = ['An', 'Ánh', 'Bình', 'Đạt', 'Dung', 'Được', 'Hương', 'Lan', 'Ý', 'Yến']
const HAMLETS = ['Thôn 10', 'Thôn 2', 'Thôn Đông']

/** Registers households of three hamlets, none of them in the order of handing out. */
async function register(client: Client, count: number): Promise<string[]> {
  const ids: string[] = []
  for (let index = 0; index < count; index += 1) {
    const headOfHousehold = `${['Y', 'Lò', 'Trần'][index % 3]} Thị ${GIVEN_NAMES[(index * 7) % GIVEN_NAMES.length]}`
    const hamlet = HAMLETS[index % HAMLETS.length] ?? null
    const facts = { ...HOUSEHOLD, headOfHousehold, hamlet, citizenId: null, customerCode: null }
    ids.push(granted(await client.command('households.register', facts)).householdId)
  }
  return ids
}

/** An office on 20 November whose calendar can be turned, a campaign, and a distribution with its kit. */
async function openDistribution(households: number, spareCount = 0, bent: Partial<Input<'campaigns.open'>> = {}) {
  const days = calendar()
  const opened = await openWorkingOffice({ clock: days.clock })
  const { client } = opened
  const householdIds = await register(client, households)
  const campaign = await openCampaign(client, bent)
  const { campaignId, giftPackageId } = campaign
  const placeId = await addPlace(client, 'distributionPoint', 'Nhà văn hoá thôn Đông')
  const expected = householdIds.map((householdId) => ({ householdId, giftPackageId }))
  const eventId = await distributionWithKit(client, { campaignId, placeId, expected, spareCount })
  const enterAs = (who: Client, positions: number[] | string, fate: Fate) => {
    const wanted = typeof positions === 'string' ? positionsOf(positions) : positions
    return who.command('distributions.enterSheets', { eventId, positions: wanted, fate })
  }
  const enter = (positions: number[] | string, fate: Fate) => enterAs(client, positions, fate)
  const event = async () => granted(await client.query('distributions.get', { eventId })).event
  return { opened, days, client, campaign, placeId, householdIds, eventId, enter, enterAs, event }
}

describe('the kit of a distribution', () => {
  test('numbers everybody expected by hamlet and name, then the blanks, and is issued once', async () => {
    const { opened, client, eventId } = await openDistribution(60, 5)
    await using _closing = opened
    const sheets = await sheetsOf(client, eventId)
    expect(sheets.map(({ position }) => position)).toEqual(sheets.map((_sheet, index) => index + 1))
    expect(sheets.map(({ documentNumber }) => Number.parseInt(documentNumber, 10))).toEqual(
      sheets.map((_sheet, index) => index + 1),
    )
    expect(sheets.slice(60).map(({ household }) => household)).toEqual([null, null, null, null, null])
    const named = sheets.slice(0, 60).map(({ household }) => household)
    const hamlets = named.map((household) => household?.hamlet ?? '')
    expect([...new Set(hamlets)]).toEqual(['Thôn 2', 'Thôn 10', 'Thôn Đông'])
    expect(hamlets.filter((hamlet, index) => hamlet !== hamlets[index - 1])).toHaveLength(3)
    const given = named.slice(0, 20).map((household) => household?.headOfHousehold.split(' ').at(-1) ?? '')
    expect([...new Set(given)]).toEqual(GIVEN_NAMES.filter((name) => given.includes(name)).sort(byVietnamese))
    expect(refusedWith(await client.command('distributions.issueKit', { eventId, spareCount: 0 }))).toBe(
      'event.kitIssued',
    )
  })

  test('keeps the hamlets of two communes apart though they have one name, on every paper', async () => {
    const { opened, client, campaign, placeId } = await openDistribution(0, 1)
    await using _closing = opened
    const { campaignId, giftPackageId } = campaign
    const expected = []
    for (const [name, communeName] of [
      ['Lò Thị An', 'Xã Krông Pắc'],
      ['Lò Thị Bình', 'Xã Ea Knuếc'],
      ['Lò Thị Dung', 'Xã Krông Pắc'],
    ]) {
      const where = { hamlet: 'Thôn 1', communeName: communeName ?? null }
      const facts = { ...HOUSEHOLD, ...where, headOfHousehold: name ?? '', citizenId: null, customerCode: null }
      const { householdId } = granted(await client.command('households.register', facts))
      expected.push({ householdId, giftPackageId })
    }
    const eventId = await distributionWithKit(client, { campaignId, placeId, expected })
    const names = (await sheetsOf(client, eventId)).map(({ household }) => household?.headOfHousehold)
    expect(names).toEqual(['Lò Thị Bình', 'Lò Thị An', 'Lò Thị Dung'])
    const kit = { eventId, layout: 'A4' as const, parts: ['pickList' as const] }
    const text = pageText(readFileSync(granted(await client.job('papers.kit', kit)).file))
    expect(text).toMatch(/Thôn 1, Xã Ea Knuếc\s+Suất quà Tết\s+1\b/)
    expect(text).toMatch(/Thôn 1, Xã Krông Pắc\s+Suất quà Tết\s+2\b/)
    const signed = { eventId, positions: [1, 2, 3], fate: SIGNED }
    granted(await client.command('distributions.enterSheets', signed))
    const { groups } = granted(await client.query('distributions.missingPapers', { campaignId, eventId }))
    expect(groups.map(({ communeName, hamlet, papers }) => [communeName, hamlet, papers.length])).toEqual([
      ['Xã Ea Knuếc', 'Thôn 1', 1],
      ['Xã Krông Pắc', 'Thôn 1', 2],
    ])
  })

  test('is one PDF with a bookmark for each paper, in the order of its list', async () => {
    const { opened, client, eventId } = await openDistribution(6, 2)
    await using _closing = opened
    const parts: Input<'papers.kit'>['parts'] = ['blanks', 'pickList', 'receipts', 'signOffList']
    const printed = granted(await client.job('papers.kit', { eventId, layout: 'A5TwoUp', parts }))
    const sheets = await sheetsOf(client, eventId)
    const titles = sheets.map(({ documentNumber, household }) =>
      household ? `${documentNumber} ${household.headOfHousehold}` : documentNumber,
    )
    expect(printed.papers.map(({ title }) => title)).toEqual([
      'Danh sách ký nhận Tri ân khách hàng 2026, Nhà văn hoá thôn Đông',
      ...titles.slice(0, 6),
      'Phiếu soạn hàng Nhà văn hoá thôn Đông',
      ...titles.slice(6),
    ])
    expect(printed.paperCount).toBe(10)
  })

  test('prints the parts that are wanted, without the papers that are void', async () => {
    const { opened, client, eventId, enter } = await openDistribution(3, 2)
    await using _closing = opened
    granted(await enter([2], ABSENT))
    granted(await enter([4], voidOf('spoiled', 'Kẹt máy in')))
    const print = async (...parts: Input<'papers.kit'>['parts']) =>
      granted(await client.job('papers.kit', { eventId, layout: 'A4', parts })).papers.map(({ title }) =>
        Number.parseInt(title, 10),
      )
    expect(await print('receipts')).toEqual([1, 3])
    expect(await print('blanks')).toEqual([5])
  })

  test('is not made of nothing, nor printed before it is issued', async () => {
    const { opened, client, campaign, placeId } = await openDistribution(1)
    await using _closing = opened
    const { campaignId } = campaign
    const eventId = await planDistribution(client, { campaignId, placeId, expected: [] })
    const kit = { eventId, layout: 'A4' as const, parts: ['receipts' as const] }
    expect(refusedWith(await client.job('papers.kit', kit))).toBe('event.kitNotIssued')
    expect(refusedWith(await client.command('distributions.issueKit', { eventId, spareCount: 0 }))).toBe('event.empty')
    granted(await client.command('distributions.issueKit', { eventId, spareCount: 1 }))
    expect(refusedWith(await client.job('papers.kit', kit))).toBe('paper.nothingToPrint')
  })
})

describe('a plan', () => {
  test('made by mistake is taken back while it has no paper, and its households wait again', async () => {
    const { opened, client, campaign, placeId, eventId } = await openDistribution(2)
    await using _closing = opened
    const { campaignId, giftPackageId } = campaign
    expect(refusedWith(await client.command('distributions.cancel', { eventId }))).toBe('event.inUse')
    const [lan = '', dat = ''] = await register(client, 2)
    const waiting = async () =>
      granted(
        await client.query('distributions.candidates', { campaignId, heldOn: null, eventId: null }),
      ).candidates.map(({ household }) => household.householdId)
    const planned = await planDistribution(client, {
      campaignId,
      placeId,
      expected: [{ householdId: lan, giftPackageId }],
    })
    expect(await waiting()).toEqual([dat])
    granted(await client.command('distributions.cancel', { eventId: planned }))
    expect((await waiting()).sort()).toEqual([lan, dat].sort())
    expect(refusedWith(await client.query('distributions.get', { eventId: planned }))).toBe('event.unknown')

    const used = await planDistribution(client, { campaignId, placeId, expected: [] })
    granted(await client.command('gifts.handOver', { ...giftFor(campaign, lan), eventId: used }))
    expect(refusedWith(await client.command('distributions.cancel', { eventId: used }))).toBe('event.inUse')
  })

  test('keeps the campaign from ending before it, and to the budget where there is no list', async () => {
    const { opened, client, campaign, placeId } = await openDistribution(1, 0, { budgetDong: dong(1_000_000) })
    await using _closing = opened
    const { campaignId, giftPackageId } = campaign
    const [lan = '', dat = ''] = await register(client, 2)
    const expected = [lan, dat].map((householdId) => ({ householdId, giftPackageId }))
    const heldOn = day('2026-12-24')
    const plan = { campaignId, placeId, heldOn, staff: [], witnesses: [], note: null }
    expect(await client.command('distributions.plan', { ...plan, expected })).toMatchObject({
      failure: { refusal: { code: 'campaign.overBudget', parameters: { wantedDong: 1_500_000 } } },
    })
    granted(await client.command('distributions.plan', { ...plan, expected: expected.slice(0, 1) }))
    const { giftPackages: _packages, ...terms } = CAMPAIGN
    const amend = (to: Day) => client.command('campaigns.amend', { ...terms, campaignId, giftPackages: null, to })
    expect(refusedWith(await amend(day('2026-12-23')))).toBe('campaign.endsBeforeDistribution')
    granted(await amend(heldOn))
  })

  test('names everybody present on its papers: who hands out, who sees it, and the place of each paper', async () => {
    const { opened, client, campaign, placeId } = await openDistribution(0, 1)
    await using _closing = opened
    const { campaignId, giftPackageId } = campaign
    const [lan = ''] = await register(client, 1)
    const people = (...names: string[]) => names.map((fullName) => ({ fullName, title: null }))
    const staff = people('Trần Thị Thu', 'Lê Văn Thư')
    const witnesses = people('Y Bhăm', 'Hờ Mai Niê')
    const expected = [{ householdId: lan, giftPackageId }]
    const plan = { campaignId, placeId, heldOn: NOVEMBER_20, staff, witnesses, note: null, expected }
    const { eventId } = granted(await client.command('distributions.plan', plan))
    granted(await client.command('distributions.issueKit', { eventId, spareCount: 1 }))
    const parts = ['signOffList', 'receipts', 'blanks'] as const
    const { file } = granted(await client.job('papers.kit', { eventId, layout: 'A4', parts: [...parts] }))
    const [list = '', receipt = '', blank = ''] = pageTexts(readFileSync(file))
    for (const { fullName } of [...staff, ...witnesses]) {
      expect(list).toContain(fullName)
      expect(receipt).toContain(fullName)
      expect(blank).toContain(fullName)
    }
    expect([receipt, blank].map((text) => /STT (\d+)/.exec(text)?.[1])).toEqual(['1', '2'])
  })
})

describe('who may be expected', () => {
  test('is who was granted or is eligible, had nothing yet, and waits at no other distribution', async () => {
    const { opened, client, campaign, placeId, householdIds, eventId, enter } = await openDistribution(4)
    await using _closing = opened
    const { campaignId, giftPackageId } = campaign
    const [late = ''] = await register(client, 1)
    const candidates = async (forEvent: string | null = null) =>
      granted(
        await client.query('distributions.candidates', { campaignId, heldOn: null, eventId: forEvent }),
      ).candidates.map(({ household }) => household.householdId)
    expect(await candidates()).toEqual([late])
    const [first] = await sheetsOf(client, eventId)
    granted(await enter([1], SIGNED))
    granted(await enter([2, 3], ABSENT))
    const again = await candidates()
    expect(again).toHaveLength(3)
    expect(again).not.toContain(first?.household?.householdId)
    expect(await candidates(eventId)).toHaveLength(4)

    const plan = { campaignId, placeId, heldOn: NOVEMBER_21, staff: [], witnesses: [], note: null }
    const refusal = async (householdId: string) =>
      refusedWith(await client.command('distributions.plan', { ...plan, expected: [{ householdId, giftPackageId }] }))
    expect(await refusal(first?.household?.householdId ?? '')).toBe('gift.alreadyGiven')
    const waiting = householdIds.find((id) => !again.includes(id) && id !== first?.household?.householdId)
    expect(await refusal(waiting ?? '')).toBe('event.planned')
  })

  test('is told by the approved list where the campaign gives by list, merged households under the one kept', async () => {
    await using opened = await openWorkingOffice()
    const { client } = opened
    const supervisor = await asPerson(opened, 'Phạm Thị Duyệt', 'supervisor')
    const [lan = '', dat = '', yen = ''] = await register(client, 3)
    const { campaignId, giftPackageId } = await openCampaign(client, { grantedBy: 'list' })
    const candidates = async () =>
      granted(
        await client.query('distributions.candidates', { campaignId, heldOn: null, eventId: null }),
      ).candidates.map(({ household }) => household.householdId)
    expect(await candidates()).toEqual([])
    await approvedList(client, supervisor, campaignId, [grantOf(lan, giftPackageId), grantOf(dat, giftPackageId)])
    const pair = { keptId: yen, keptRevision: 1, mergedId: lan, mergedRevision: 1, takes: [] }
    granted(await client.command('households.merge', pair))
    expect((await candidates()).sort()).toEqual([dat, yen].sort())
  })

  test('and no longer comes who was given the gift before the kit, or was merged into another', async () => {
    const { opened, client, campaign, placeId } = await openDistribution(0, 1)
    await using _closing = opened
    const { campaignId, giftPackageId } = campaign
    const [lan = '', dat = '', yen = '', kept = ''] = await register(client, 4)
    const expected = [lan, dat, yen].map((householdId) => ({ householdId, giftPackageId }))
    const eventId = await planDistribution(client, { campaignId, placeId, expected: [...expected, ...expected] })
    granted(await client.command('gifts.handOver', giftFor(campaign, dat)))
    const pair = { keptId: kept, keptRevision: 1, mergedId: yen, mergedRevision: 1, takes: [] }
    granted(await client.command('households.merge', pair))
    const { event } = granted(await client.query('distributions.get', { eventId }))
    expect(event.householdCount).toBe(2)
    granted(await client.command('distributions.issueKit', { eventId, spareCount: 0 }))
    const names = (await sheetsOf(client, eventId)).map(({ household }) => household?.householdId)
    expect(names.sort()).toEqual([lan, kept].sort())
    const wanted = { campaignId, heldOn: null, eventId: null }
    expect(granted(await client.query('distributions.candidates', wanted)).candidates).toEqual([])
  })

  test('has room left under the limit of the campaign, counting what waits elsewhere, and is printed no paper beyond', async () => {
    const lines = [{ name: 'Chăn bông', unitOfMeasure: 'cái', quantity: 1, unitPriceDong: dong(250_000) }]
    const giftPackages = [
      { name: 'Suất quà Tết', lines },
      { name: 'Chăn', lines },
    ]
    const { opened, client, campaign, placeId } = await openDistribution(0, 1, { giftPackages })
    await using _closing = opened
    const { campaignId } = campaign
    const [lan = '', dat = '', yen = ''] = await register(client, 3)
    granted(await client.command('gifts.handOver', giftFor(campaign, lan)))
    const candidates = async () =>
      granted(
        await client.query('distributions.candidates', { campaignId, heldOn: null, eventId: null }),
      ).candidates.map(({ household, giftPackageName, room }) => [household.householdId, giftPackageName, room])
    expect((await candidates()).sort()).toEqual(
      [dat, yen]
        .flatMap((id) => [
          [id, 'Chăn', 1],
          [id, 'Suất quà Tết', 1],
        ])
        .sort(),
    )
    const [{ giftPackages: packages = [] } = {}] = granted(await client.query('campaigns.list', {})).campaigns
    const both = packages.map(({ giftPackageId }) => ({ householdId: dat, giftPackageId }))
    const plan = { campaignId, placeId, heldOn: NOVEMBER_20, staff: [], witnesses: [], note: null }
    expect(refusedWith(await client.command('distributions.plan', { ...plan, expected: both }))).toBe('gift.tooMany')
    granted(await client.command('distributions.plan', { ...plan, expected: both.slice(0, 1) }))
    expect(refusedWith(await client.command('distributions.plan', { ...plan, expected: both.slice(1) }))).toBe(
      'gift.tooMany',
    )
    expect((await candidates()).map(([householdId]) => householdId)).toEqual([yen, yen])
  })

  test('is printed only the gifts it has room for once it was merged or given another meanwhile', async () => {
    const lines = [{ name: 'Chăn bông', unitOfMeasure: 'cái', quantity: 1, unitPriceDong: dong(250_000) }]
    const giftPackages = ['Suất quà Tết', 'Chăn'].map((name) => ({ name, lines }))
    const { opened, client, campaign, placeId } = await openDistribution(0, 1, { giftPackages })
    await using _closing = opened
    const { campaignId, giftPackageId } = campaign
    const [lan = '', dat = '', yen = ''] = await register(client, 3)
    const [{ giftPackages: packages = [] } = {}] = granted(await client.query('campaigns.list', {})).campaigns
    const blanket = packages[1]?.giftPackageId ?? ''
    const expected = [
      { householdId: lan, giftPackageId },
      { householdId: dat, giftPackageId: blanket },
      { householdId: yen, giftPackageId: blanket },
    ]
    const eventId = await planDistribution(client, { campaignId, placeId, expected })
    const pair = { keptId: lan, keptRevision: 1, mergedId: dat, mergedRevision: 1, takes: [] }
    granted(await client.command('households.merge', pair))
    granted(await client.command('gifts.handOver', giftFor(campaign, yen)))
    granted(await client.command('distributions.issueKit', { eventId, spareCount: 0 }))
    const sheets = await sheetsOf(client, eventId)
    expect(sheets.map(({ household, giftPackageName }) => [household?.householdId, giftPackageName])).toEqual([
      [lan, 'Suất quà Tết'],
    ])
  })

  test('is told for the day the distribution is planned for', async () => {
    const { opened, client, placeId } = await openDistribution(0, 1)
    await using _closing = opened
    const { campaignId, giftPackageId } = await openCampaign(client, { name: 'Hộ nghèo', eligibleCategories: ['HN'] })
    const categories = [{ category: 'HN' as const, decisionNumber: null, validFrom: NOVEMBER_21, validTo: null }]
    const facts = { ...HOUSEHOLD, citizenId: null, customerCode: null, categories }
    const { householdId } = granted(await client.command('households.register', facts))
    const count = async (heldOn: Day) =>
      granted(await client.query('distributions.candidates', { campaignId, heldOn, eventId: null })).candidates.length
    expect([await count(NOVEMBER_20), await count(NOVEMBER_21)]).toEqual([0, 1])
    const expected = [{ householdId, giftPackageId }]
    await planDistribution(client, { campaignId, placeId, expected, heldOn: NOVEMBER_21 })
  })
})

describe('entering the signed papers', () => {
  test('takes “31-58 đã nhận, trừ 45” as it is written, and gives each gift as the counter does', async () => {
    const { opened, client, campaign, eventId, enter } = await openDistribution(60, 2)
    await using _closing = opened
    const { entered, balance } = granted(await enter('31-58 đã nhận, trừ 45', SIGNED))
    expect([entered, balance.signed, balance.open]).toEqual([27, 27, 35])
    const { campaignId } = campaign
    const { handovers } = granted(await client.query('gifts.list', { campaignId, eventId, limit: 100 }))
    expect(handovers.map(({ documentNumber }) => Number.parseInt(documentNumber, 10)).sort((a, b) => a - b)).toEqual(
      positionsOf('31-44, 46-58'),
    )
    const sheet = (await sheetsOf(client, eventId))[30]
    expect(sheet).toMatchObject({ fate: 'signed', detail: sheet?.household?.headOfHousehold })
    const again = giftFor(campaign, sheet?.household?.householdId ?? '')
    expect(refusedWith(await client.command('gifts.handOver', again))).toBe('gift.alreadyGiven')
  })

  test('is all or none: one paper that does not allow it is named, and nothing is entered', async () => {
    const { opened, eventId, client, campaign, enter } = await openDistribution(6, 2)
    await using _closing = opened
    granted(await enter([5], ABSENT))
    const before = await sheetsOf(client, eventId)
    const reply = await enter('1-6', SIGNED)
    expect(reply).toMatchObject({
      failure: { refusal: { code: 'sheet.accounted', parameters: { position: 5, fate: 'void' } } },
    })
    expect(refusedWith(await enter('1-9', SIGNED))).toBe('sheet.unknown')
    expect(refusedWith(await enter([7], SIGNED))).toBe('sheet.blank')
    expect(refusedWith(await enter([1], SPARE))).toBe('sheet.notSpare')
    expect(refusedWith(await enter([1], FOUND))).toBe('sheet.notMissing')
    const household = before[2]?.household
    const elsewhere = giftFor(campaign, household?.householdId ?? '')
    granted(await client.command('gifts.handOver', elsewhere))
    expect(refusedWith(await enter('1-4', SIGNED))).toBe('sheet.accounted')
    const after = (await sheetsOf(client, eventId)).map(({ fate }) => fate)
    expect(after).toEqual(['open', 'open', 'signed', 'open', 'void', 'open', 'open', 'open'])
  })

  test('knows a signed paper from one that nobody took', async () => {
    const { opened, enter, event } = await openDistribution(2)
    await using _closing = opened
    granted(await enter([1], SIGNED))
    expect(refusedWith(await enter([1, 2], ABSENT))).toBe('sheet.accounted')
    granted(await enter([1], MISTAKE))
    expect((await event()).balance).toMatchObject({ void: 1, open: 1 })
  })

  test('balances when every paper is signed, void, spare or missing; a blank is signed by whoever is written in', async () => {
    const { opened, client, campaign, eventId, enter, event } = await openDistribution(5, 3)
    await using _closing = opened
    granted(await enter('1-3', SIGNED))
    granted(await enter([4], ABSENT))
    granted(await enter([5], LOST))
    const [newcomer = ''] = await register(client, 1)
    const blank = (await sheetsOf(client, eventId))[5]
    const gift = { ...giftFor(campaign, newcomer), eventId, receiptId: blank?.receiptId ?? '' }
    expect(granted(await client.command('gifts.handOver', gift)).documentNumber).toBe('06/2026/BBBG-PC042')
    expect((await event()).balance).toMatchObject({ signed: 4, void: 1, missing: 1, open: 2, isBalanced: false })
    granted(await enter('7-8', SPARE))
    const { balance, householdCount } = await event()
    expect(balance).toEqual({ printed: 8, signed: 4, void: 1, spare: 2, missing: 1, open: 0, isBalanced: true })
    expect(householdCount).toBe(6)
    granted(await enter([5], FOUND))
    expect((await event()).balance.isBalanced).toBe(false)
  })

  test('always adds up, whatever is entered in whatever order', { timeout: 60_000 }, async () => {
    const fates = [SIGNED, ABSENT, MISTAKE, SPARE, LOST, FOUND]
    const { opened, client, campaign, placeId } = await openDistribution(0, 1)
    await using _closing = opened
    const { campaignId, giftPackageId } = campaign
    const step = fc.record({
      positions: fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 4 }),
      fate: fc.constantFrom(...fates),
    })
    const run = async (steps: { positions: number[]; fate: Fate }[]) => {
      const expected = (await register(client, 5)).map((householdId) => ({ householdId, giftPackageId }))
      const eventId = await distributionWithKit(client, { campaignId, placeId, expected, spareCount: 2 })
      let told = JSON.stringify(await sheetsOf(client, eventId))
      for (const entry of steps) {
        const reply = await client.command('distributions.enterSheets', { eventId, ...entry })
        const { event, sheets } = granted(await client.query('distributions.get', { eventId }))
        const { printed, open, isBalanced, ...accounted } = event.balance
        expect(printed).toBe(7)
        expect(Object.values(accounted).reduce((sum, count) => sum + count, open)).toBe(printed)
        expect(isBalanced).toBe(open === 0)
        for (const fate of SHEET_FATES) {
          expect(sheets.filter((sheet) => sheet.fate === fate)).toHaveLength(event.balance[fate])
        }
        if (reply.ok) expect(reply.value.balance).toEqual(event.balance)
        else expect(JSON.stringify(sheets)).toBe(told)
        told = JSON.stringify(sheets)
      }
    }
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), run), { numRuns: 12 })
  })

  test('is for a supervisor after the day where a gift was given; a form nobody used is voided by anybody', async () => {
    const { opened, days, enter, enterAs } = await openDistribution(3)
    await using _closing = opened
    granted(await enter('1-2', SIGNED))
    const supervisor = await asPerson(opened, 'Lê Văn Thư', 'supervisor')
    const clerk = await asPerson(opened, 'Võ Thị Hoa', 'clerk')
    days.turnTo(NOVEMBER_21)
    const mistake = voidOf('mistake', 'Ghi nhầm phiếu', NOVEMBER_21)
    expect(refusedWith(await enterAs(clerk, '1-3', mistake))).toBe('gift.lateVoid')
    granted(await enterAs(clerk, [3], voidOf('notCollected', 'Đi vắng', NOVEMBER_21)))
    granted(await enterAs(supervisor, [1], mistake))
  })
})

describe('a household in the place of another', () => {
  test('signs on a spare while the other’s paper is void, both or neither', async () => {
    const { opened, client, campaign, eventId, enter } = await openDistribution(3, 1)
    await using _closing = opened
    const storekeeper = await asPerson(opened, 'Y Kho', 'storekeeper')
    const [late = ''] = await register(client, 1)
    const [first, second, third, blank] = await sheetsOf(client, eventId)
    granted(await enter([1], SIGNED))
    const substitute = (insteadOf: string | undefined, reason = 'Đi vắng') => {
      const gift = { ...giftFor(campaign, late), eventId, receiptId: blank?.receiptId ?? '' }
      return storekeeper.command('distributions.substitute', { ...gift, insteadOf: insteadOf ?? '', reason })
    }
    const fates = async () => (await sheetsOf(client, eventId)).map(({ fate }) => fate)
    expect(refusedWith(await substitute(first?.receiptId))).toBe('sheet.accounted')
    expect(refusedWith(await substitute(blank?.receiptId))).toBe('sheet.blank')
    expect(failed(await substitute(second?.receiptId, ' '))).toMatchObject({ family: 'invalid-input' })
    granted(await client.command('gifts.handOver', { ...giftFor(campaign, late), receiptId: null }))
    expect(refusedWith(await substitute(second?.receiptId))).toBe('gift.alreadyGiven')
    expect(await fates()).toEqual(['signed', 'open', 'open', 'open'])

    const [other = ''] = await register(client, 1)
    const gift = { ...giftFor(campaign, other), eventId, receiptId: blank?.receiptId ?? '' }
    const insteadOf = third?.receiptId ?? ''
    const done = await storekeeper.command('distributions.substitute', { ...gift, insteadOf, reason: 'Đi vắng' })
    expect(granted(done).documentNumber).toBe(blank?.documentNumber)
    expect(await fates()).toEqual(['signed', 'open', 'void', 'signed'])
  })
})

describe('a gift that was signed', () => {
  test('is taken back only by who may void gifts, whichever way it is asked', async () => {
    const { opened, client, eventId, enter, enterAs } = await openDistribution(3)
    await using _closing = opened
    const storekeeper = await asPerson(opened, 'Y Kho', 'storekeeper')
    const clerk = await asPerson(opened, 'Võ Thị Hoa', 'clerk')
    granted(await enter('1-2', SIGNED))
    expect(refusedWith(await enterAs(storekeeper, [1], MISTAKE))).toBe('right.missing')
    expect(refusedWith(await enterAs(storekeeper, '1-3', voidOf('spoiled', 'Rách')))).toBe('right.missing')
    expect((await sheetsOf(client, eventId)).map(({ fate }) => fate)).toEqual(['signed', 'signed', 'open'])
    granted(await enterAs(storekeeper, [3], voidOf('spoiled', 'Rách')))
    granted(await enterAs(clerk, [1], MISTAKE))
  })

  test('at the counter of a distribution, too, is among its papers and may be told missing', async () => {
    const { opened, client, campaign, eventId, event } = await openDistribution(1)
    await using _closing = opened
    const [late = ''] = await register(client, 1)
    const { receiptId } = granted(await client.command('gifts.handOver', { ...giftFor(campaign, late), eventId }))
    const enter = (fate: Fate, receiptIds = [receiptId]) =>
      client.command('distributions.enterSheets', { eventId, receiptIds, fate })
    expect((await event()).balance).toMatchObject({ printed: 2, signed: 1, open: 1 })
    granted(await enter(LOST))
    expect((await event()).balance).toMatchObject({ signed: 0, missing: 1 })
    granted(await enter(FOUND))
    const [other = ''] = await register(client, 1)
    const elsewhere = granted(await client.command('gifts.handOver', giftFor(campaign, other)))
    expect(refusedWith(await enter(LOST, [receiptId, elsewhere.receiptId]))).toBe('gift.unknown')
    expect(refusedWith(await enter(LOST, []))).toBe('gift.unknown')
  })
})

describe('carrying over', () => {
  test('voids the papers of those who did not come and expects them at another distribution', async () => {
    const { opened, client, campaign, placeId, eventId, enter, event } = await openDistribution(4, 1)
    await using _closing = opened
    const { campaignId, giftPackageId } = campaign
    const heldOn = NOVEMBER_21
    const toEventId = await planDistribution(client, { campaignId, placeId, expected: [], heldOn })
    granted(await enter('1-2', SIGNED))
    const carry = (positions: number[], to = toEventId) =>
      client.command('distributions.carryOver', {
        eventId,
        toEventId: to,
        positions,
        voidedOn: NOVEMBER_20,
        reason: 'Nhà xa, hẹn đợt sau',
      })
    expect(refusedWith(await carry([2, 3]))).toBe('sheet.accounted')
    expect(refusedWith(await carry([3, 5]))).toBe('sheet.blank')
    expect(refusedWith(await carry([3], eventId))).toBe('event.kitIssued')
    expect((await event()).balance).toMatchObject({ signed: 2, void: 0, open: 3 })
    const carried = granted(await carry([3, 4]))
    expect(carried).toMatchObject({ carried: 2, balance: { signed: 2, void: 2, open: 1 } })
    const sheets = await sheetsOf(client, eventId)
    const there = granted(await client.query('distributions.get', { eventId: toEventId }))
    expect(there.expected.map(({ household, giftPackageId: id }) => [household.householdId, id])).toEqual(
      sheets.slice(2, 4).map(({ household }) => [household?.householdId, giftPackageId]),
    )
    granted(await client.command('distributions.issueKit', { eventId: toEventId, spareCount: 0 }))
    expect((await sheetsOf(client, toEventId)).map(({ documentNumber }) => documentNumber)).toEqual([
      '06/2026/BBBG-PC042',
      '07/2026/BBBG-PC042',
    ])
  })
})

describe('after the distribution', () => {
  test('the month does not close before the missing is explained', async () => {
    const { opened, days, client, eventId, enter } = await openDistribution(2, 1)
    await using _closing = opened
    granted(await enter([1], SIGNED))
    granted(await enter([3], SPARE))
    days.turnTo(day('2026-12-01'))
    const close = { period: period('2026-11'), explanations: EXPLAINED }
    const { refusal } = granted(await client.query('months.check', { period: period('2026-11') }))
    expect(refusal).toMatchObject({
      code: 'month.unfinished',
      parameters: { items: [{ kind: 'sheetsUnaccounted', eventId, count: 1 }] },
    })
    expect(refusedWith(await client.command('months.close', close))).toBe('month.unfinished')
    granted(await enter([2], LOST))
    granted(await client.command('months.close', close))
    expect(refusedWith(await enter([1], SIGNED))).toBe('sheet.accounted')
  })

  test('what was signed and has not come back is told by hamlet; what was lost is awaited no more', async () => {
    const { opened, client, campaign, eventId, enter } = await openDistribution(6)
    await using _closing = opened
    granted(await enter('1-5', SIGNED))
    granted(await enter([5], LOST))
    const { campaignId } = campaign
    const { groups, missingCount } = granted(await client.query('distributions.missingPapers', { campaignId, eventId }))
    expect(missingCount).toBe(4)
    expect(groups.map(({ hamlet, papers }) => [hamlet, papers.map(({ position }) => position)])).toEqual([
      ['Thôn 2', [1, 2]],
      ['Thôn 10', [3, 4]],
    ])
    expect(groups[0]).toMatchObject({ eventId, placeName: 'Nhà văn hoá thôn Đông', signedCount: 2 })
  })
})
