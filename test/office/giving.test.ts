import { describe, expect, test } from 'vitest'
import type { Client } from '../../src/contract/client.ts'
import { dong } from '../../src/domain/money.ts'
import {
  addPlace,
  asPerson,
  calendar,
  distributionWithKit,
  NOVEMBER_21,
  planDistribution,
  sheetsOf,
  takePapers,
} from '../support/gifts.ts'
import { failed, granted, openWorkingOffice, refusedWith } from '../support/office.ts'
import { CAMPAIGN, giftFor, NOVEMBER_20, openCampaign, registerHousehold } from '../support/trade.ts'

const RICE = { name: 'Gạo tẻ', unitOfMeasure: 'kg', quantity: 10, unitPriceDong: dong(20_000) }
const PACKAGES = ['Suất quà Tết', 'Chăn ấm', 'Đèn LED'].map((name) => ({ name, lines: [RICE] }))

/** An office on the day of a distribution: a clerk, a supervisor, a campaign of three kinds of gifts. */
async function openCounter(bent: Partial<typeof CAMPAIGN> = {}) {
  const days = calendar()
  const opened = await openWorkingOffice({ clock: days.clock })
  const { client } = opened
  const clerk = await asPerson(opened, 'Lê Văn Lâm', 'clerk')
  const supervisor = await asPerson(opened, 'Phạm Thị Hoa', 'supervisor')
  const terms = { ...CAMPAIGN, giftPackages: PACKAGES, ...bent }
  const { campaignId, giftPackageIds } = granted(await client.command('campaigns.open', terms))
  const [tet = '', blanket = '', lamp = ''] = giftPackageIds
  const lan = await registerHousehold(client, 'Nguyễn Thị Lan')
  const give = (giftPackageId: string, bentGift: object = {}, by: Client = clerk) =>
    by.command('gifts.handOver', { ...giftFor({ campaignId, giftPackageId }, lan), ...bentGift })
  const card = async (bentCard: object = {}) => {
    const asked = { campaignId, householdId: lan, handedOverOn: NOVEMBER_20, eventId: null, ...bentCard }
    return granted(await clerk.query('gifts.card', asked))
  }
  return { opened, days, client, clerk, supervisor, campaignId, tet, blanket, lamp, lan, give, card }
}

describe('a second gift', () => {
  test('of a kind is refused with when and by whom, and a supervisor gives it with a reason', async () => {
    const { opened, clerk, supervisor, tet, give, card, campaignId } = await openCounter()
    await using _ = opened
    granted(await give(tet))
    const refusal = {
      code: 'gift.alreadyGiven',
      parameters: {
        headOfHousehold: 'Nguyễn Thị Lan',
        giftPackageName: 'Suất quà Tết',
        documentNumber: '01/2026/BBBG-PC042',
        handedOverOn: '2026-11-20',
        handedOverBy: 'Lê Văn Lâm',
      },
    }
    expect(failed(await give(tet))).toMatchObject({ refusal })
    const because = { overruledBecause: 'Quà lần trước bị hỏng' }
    expect(failed(await give(tet, because))).toMatchObject({
      refusal: { code: 'right.missing', parameters: { right: 'gift.overrule' } },
    })
    const { gifts } = await card()
    expect(gifts.find(({ giftPackageId }) => giftPackageId === tet)).toMatchObject({ refusal, isOverrulable: true })
    granted(await give(tet, because, supervisor))
    granted(await give(tet, because, supervisor))
    expect(refusedWith(await give(tet, {}, supervisor))).toBe('gift.alreadyGiven')
    const { handovers, count } = granted(await clerk.query('gifts.list', { campaignId, eventId: null, limit: 9 }))
    expect(count).toBe(3)
    expect(handovers.map(({ overruledBecause, handedOverBy }) => [overruledBecause, handedOverBy])).toEqual([
      ['Quà lần trước bị hỏng', 'Phạm Thị Hoa'],
      ['Quà lần trước bị hỏng', 'Phạm Thị Hoa'],
      [null, 'Lê Văn Lâm'],
    ])
  })

  test('of another kind is given up to what the campaign allows a household', async () => {
    const { opened, supervisor, tet, blanket, lamp, give, card } = await openCounter({ giftsPerHousehold: 2 })
    await using _ = opened
    granted(await give(tet))
    expect((await card()).gifts.map(({ name, refusal }) => [name, refusal?.code ?? null])).toEqual([
      ['Chăn ấm', null],
      ['Đèn LED', null],
      ['Suất quà Tết', 'gift.alreadyGiven'],
    ])
    granted(await give(blanket))
    expect(failed(await give(lamp))).toMatchObject({
      refusal: { code: 'gift.limitReached', parameters: { giftsPerHousehold: 2, giftPackageName: 'Chăn ấm' } },
    })
    granted(await give(lamp, { overruledBecause: 'Hộ mới bị cháy nhà' }, supervisor))
    expect((await card()).handovers).toHaveLength(3)
  })

  test('is no reason where nothing stands against it: a reason nobody asked for is not kept', async () => {
    const { opened, tet, give, card } = await openCounter()
    await using _ = opened
    granted(await give(tet, { overruledBecause: 'Cho chắc' }))
    expect((await card()).handovers).toMatchObject([{ overruledBecause: null }])
  })

  test('does not get around any other rule by a reason', async () => {
    const { opened, supervisor, tet, give } = await openCounter({ eligibleCategories: ['NCC_TB'] })
    await using _ = opened
    const because = { overruledBecause: 'Hộ khó khăn' }
    expect(refusedWith(await give(tet, because, supervisor))).toBe('gift.notEligible')
  })
})

describe('a void', () => {
  const MISTAKE = { kind: 'mistake' as const, voidedOn: NOVEMBER_20, reason: 'Phát nhầm hộ' }

  test('on the day is for whoever hands over, later for a supervisor, whatever day is entered', async () => {
    const { opened, days, clerk, supervisor, tet, give } = await openCounter()
    await using _ = opened
    const first = granted(await give(tet))
    granted(await clerk.command('gifts.void', { ...MISTAKE, receiptId: first.receiptId }))
    const second = granted(await give(tet))
    expect(second.documentNumber).toBe('02/2026/BBBG-PC042')
    days.turnTo(NOVEMBER_21)
    const late = { ...MISTAKE, receiptId: second.receiptId, voidedOn: NOVEMBER_21 }
    const refusal = {
      code: 'gift.lateVoid',
      parameters: { documentNumber: '02/2026/BBBG-PC042', issuedOn: '2026-11-20' },
    }
    expect(failed(await clerk.command('gifts.void', late))).toMatchObject({ refusal })
    expect(failed(await clerk.command('gifts.void', { ...late, voidedOn: NOVEMBER_20 }))).toMatchObject({ refusal })
    granted(await supervisor.command('gifts.void', late))
    expect(granted(await give(tet)).documentNumber).toBe('03/2026/BBBG-PC042')
  })

  test('has a slip that names whoever voided it, whoever prints it', async () => {
    const { opened, clerk, supervisor, tet, give } = await openCounter()
    await using _ = opened
    const { receiptId } = granted(await give(tet))
    expect(refusedWith(await clerk.job('papers.voidSlips', { receiptIds: [receiptId] }))).toBe('paper.nothingToPrint')
    granted(await supervisor.command('gifts.void', { ...MISTAKE, receiptId }))
    expect(granted(await clerk.job('papers.voidSlips', { receiptIds: [receiptId] }))).toMatchObject({
      paperCount: 1,
      pageCount: 1,
    })
  })

  test('of an overruled gift leaves the first, and of the first leaves the overruled one', async () => {
    const { opened, clerk, supervisor, tet, give } = await openCounter()
    await using _ = opened
    const because = { overruledBecause: 'Quà lần trước bị hỏng' }
    const first = granted(await give(tet))
    const second = granted(await give(tet, because, supervisor))
    granted(await clerk.command('gifts.void', { ...MISTAKE, receiptId: first.receiptId }))
    expect(refusedWith(await give(tet))).toBe('gift.alreadyGiven')
    const third = granted(await give(tet, because, supervisor))
    for (const { receiptId } of [second, third]) {
      expect(refusedWith(await give(tet))).toBe('gift.alreadyGiven')
      granted(await clerk.command('gifts.void', { ...MISTAKE, receiptId }))
    }
    granted(await give(tet))
  })
})

/** A distribution for Lan and Đạt with two blanks. */
async function openDistribution({ isPrinted = true } = {}) {
  const counter = await openCounter()
  const { client, campaignId, tet, lan } = counter
  const dat = await registerHousehold(client, 'Trần Văn Đạt')
  const placeId = await addPlace(client, 'distributionPoint', 'Nhà văn hoá thôn Đông')
  const expected = [lan, dat].map((householdId) => ({ householdId, giftPackageId: tet }))
  const eventId = await distributionWithKit(client, { campaignId, placeId, expected, spareCount: 2 })
  const parts = ['receipts' as const, 'blanks' as const]
  if (isPrinted) await takePapers(client, granted(await client.job('papers.kit', { eventId, layout: 'A4', parts })))
  const sheets = await sheetsOf(client, eventId)
  const sheetOf = (householdId: string | null) =>
    sheets.find(({ household }) => (household?.householdId ?? null) === householdId)?.receiptId ?? ''
  return { ...counter, dat, placeId, eventId, sheets, sheetOf }
}

describe('a receipt that was printed in a kit', () => {
  test('is the one its household signs, at the event or at the counter, and needs no printing', async () => {
    const { opened, tet, lan, dat, eventId, sheetOf, give, card } = await openDistribution()
    await using _ = opened
    expect((await card()).gifts[0]).toMatchObject({
      giftPackageId: tet,
      receipt: { receiptId: sheetOf(lan), eventId, documentNumber: '02/2026/BBBG-PC042', position: 2 },
    })
    expect(granted(await give(tet, { eventId }))).toMatchObject({ receiptId: sheetOf(lan), isPrinted: true })
    expect(granted(await give(tet, { householdId: dat }))).toMatchObject({ receiptId: sheetOf(dat), isPrinted: true })
    expect((await card()).gifts.map(({ receipt }) => receipt)).toEqual([null, null, null])
  })

  test('and was only issued is printed when the gift is handed over', async () => {
    const { opened, client, campaignId, tet, eventId, give, sheetOf, lan } = await openDistribution({
      isPrinted: false,
    })
    await using _ = opened
    const kit = { eventId, layout: 'A4' as const, parts: ['receipts' as const] }
    // Looked at, and left: nothing is on paper.
    granted(await client.job('papers.kit', kit))
    const given = granted(await give(tet, { eventId }))
    expect(given).toMatchObject({ receiptId: sheetOf(lan), isPrinted: false })
    const wanted = { campaignId, eventId: null, fromNumber: null, toNumber: null, layout: 'A4' as const }
    granted(await client.job('papers.receipts', { ...wanted, receiptIds: [given.receiptId] }))
  })

  test('is not for another household or gift, nor used twice, and a blank is for anybody', async () => {
    const { opened, clerk, client, tet, blanket, lan, dat, sheetOf, give, eventId } = await openDistribution()
    await using _ = opened
    const withPaper = (householdId: string, receiptId: string, giftPackageId = tet) =>
      give(giftPackageId, { householdId, receiptId, eventId })
    expect(failed(await withPaper(dat, sheetOf(lan)))).toMatchObject({
      refusal: { code: 'sheet.otherHousehold', parameters: { headOfHousehold: 'Nguyễn Thị Lan' } },
    })
    expect(refusedWith(await withPaper(lan, sheetOf(lan), blanket))).toBe('sheet.otherHousehold')
    granted(await withPaper(lan, sheetOf(lan)))
    expect(refusedWith(await withPaper(dat, sheetOf(lan)))).toBe('sheet.accounted')
    const son = await registerHousehold(client, 'Lò Văn Sơn')
    const given = granted(await withPaper(son, sheetOf(null)))
    expect(given).toMatchObject({ receiptId: sheetOf(null), isPrinted: true, documentNumber: '03/2026/BBBG-PC042' })
    for (const text of [given.code, '3', '03/2026', '03/2026/BBBG-PC042']) {
      const { receipt } = granted(await clerk.query('gifts.receipt', { text }))
      expect(receipt, text).toMatchObject({ household: { headOfHousehold: 'Lò Văn Sơn' }, fate: 'signed', position: 3 })
    }
    expect(granted(await clerk.query('gifts.receipt', { text: '99' })).receipt).toBeNull()
  })

  test('of a household that was merged is signed by the one it is kept under', async () => {
    const { opened, client, clerk, lan, dat, eventId, sheetOf } = await openDistribution()
    await using _ = opened
    const merge = { keptId: lan, keptRevision: 1, mergedId: dat, mergedRevision: 1, takes: [] }
    granted(await client.command('households.merge', merge))
    const signed = { kind: 'signed' as const, handedOverOn: NOVEMBER_20 }
    granted(await clerk.command('distributions.enterSheets', { eventId, positions: [1], fate: signed }))
    const { receipt } = granted(await clerk.query('gifts.receipt', { text: '1' }))
    expect(receipt).toMatchObject({ receiptId: sheetOf(dat), household: { householdId: lan }, fate: 'signed' })
    const again = await clerk.command('distributions.enterSheets', { eventId, positions: [2], fate: signed })
    expect(refusedWith(again)).toBe('gift.alreadyGiven')
  })

  test('and voided is printed no more, and its household signs a new one', async () => {
    const { opened, clerk, campaignId, tet, lan, eventId, sheetOf, give } = await openDistribution()
    await using _ = opened
    const spoiled = { kind: 'spoiled' as const, voidedOn: NOVEMBER_20, reason: 'Rách' }
    granted(await clerk.command('gifts.void', { ...spoiled, receiptId: sheetOf(lan) }))
    expect(granted(await give(tet, { eventId }))).toMatchObject({
      documentNumber: '05/2026/BBBG-PC042',
      isPrinted: false,
    })
    const wanted = { campaignId, eventId, receiptIds: null, fromNumber: null, toNumber: null, layout: 'A4' as const }
    const { papers } = granted(await clerk.job('papers.receipts', wanted))
    expect(papers.map(({ page }) => page)).toEqual([1, 2])
    const jammed = { ...wanted, fromNumber: 5, toNumber: 9 }
    expect(granted(await clerk.job('papers.receipts', jammed)).paperCount).toBe(1)
  })

  test('waits for its household when the code on it is scanned', async () => {
    const { opened, clerk, lan, sheets } = await openDistribution()
    await using _ = opened
    const code = sheets.find(({ household }) => household?.householdId === lan)?.code ?? ''
    const { paper } = granted(await clerk.query('papers.find', { code }))
    expect(paper).toMatchObject({ documentNumber: '02/2026/BBBG-PC042', household: { householdId: lan } })
  })

  test('of an event that is gone or of another campaign is refused', async () => {
    const { opened, client, campaignId, tet, lan, give, placeId } = await openDistribution()
    await using _ = opened
    expect(refusedWith(await give(tet, { eventId: campaignId }))).toBe('event.unknown')
    const other = await openCampaign(client, { name: 'Chương trình khác' })
    const expected = [{ householdId: lan, giftPackageId: other.giftPackageId }]
    const eventId = await planDistribution(client, { campaignId: other.campaignId, placeId, expected })
    expect(refusedWith(await give(tet, { eventId }))).toBe('event.otherCampaign')
    expect(refusedWith(await give(tet, { receiptId: campaignId }))).toBe('gift.unknown')
  })
})

describe('a campaign that counts its stock', () => {
  /** Thirty kilograms of rice in the store, and a way to read what is left of it. */
  async function openStocked() {
    const days = calendar()
    const opened = await openWorkingOffice({ clock: days.clock })
    const { client } = opened
    const storeId = await addPlace(client, 'store', 'Kho đội')
    const supplierId = await addPlace(client, 'supplier', 'Công ty Lương thực')
    const campaign = await openCampaign(client, { giftPackages: PACKAGES, storeId })
    const { items } = granted(await client.query('stock.places', {}))
    const rice = items.find(({ name }) => name === 'Gạo tẻ')?.itemId ?? ''
    const line = { itemId: rice, quantity: 30, unitPriceDong: dong(20_000) }
    const move = { fromPlaceId: supplierId, toPlaceId: storeId, movedOn: NOVEMBER_20, counterpart: null, reason: null }
    granted(await client.command('stock.move', { ...move, lines: [line] }))
    const left = async (on = NOVEMBER_20) =>
      granted(await client.query('stock.onHand', { on })).onHand.find(({ placeId }) => placeId === storeId)?.quantity
    const households = await Promise.all(['A', 'B', 'C', 'D'].map((name) => registerHousehold(client, `Hộ ${name}`)))
    return { opened, days, client, campaign, storeId, left, households }
  }

  test('gives what lies there, no more, and a refused gift takes no number', async () => {
    const { opened, client, campaign, left, households } = await openStocked()
    await using _ = opened
    for (const householdId of households.slice(0, 3)) {
      granted(await client.command('gifts.handOver', giftFor(campaign, householdId)))
    }
    expect(await left()).toBe(0)
    const fourth = giftFor(campaign, households[3] ?? '')
    expect(failed(await client.command('gifts.handOver', fourth))).toMatchObject({
      refusal: {
        code: 'stock.short',
        parameters: { placeName: 'Kho đội', items: [{ itemName: 'Gạo tẻ', wanted: 10 }] },
      },
    })
    const { count } = granted(
      await client.query('gifts.list', { campaignId: campaign.campaignId, eventId: null, limit: 9 }),
    )
    expect(count).toBe(3)
  })

  test('has what a voided gift took back on the day of the void', async () => {
    const { opened, days, client, campaign, left, households } = await openStocked()
    await using _ = opened
    const { receiptId } = granted(await client.command('gifts.handOver', giftFor(campaign, households[0] ?? '')))
    days.turnTo(NOVEMBER_21)
    const voided = { receiptId, kind: 'mistake' as const, voidedOn: NOVEMBER_21, reason: 'Phát nhầm' }
    granted(await client.command('gifts.void', voided))
    expect([await left(NOVEMBER_20), await left(NOVEMBER_21)]).toEqual([20, 30])
    expect(granted(await client.command('gifts.handOver', giftFor(campaign, households[0] ?? ''))).documentNumber).toBe(
      '02/2026/BBBG-PC042',
    )
  })
})

describe('the money of a campaign without a list', () => {
  const twoGifts = { budgetDong: dong(400_000), giftsPerHousehold: 3 }

  test('is not gone beyond at the counter, and what papers wait for counts', async () => {
    const { opened, client, tet, blanket, lamp, lan, give, campaignId } = await openCounter(twoGifts)
    await using _ = opened
    const dat = await registerHousehold(client, 'Trần Văn Đạt')
    const placeId = await addPlace(client, 'distributionPoint', 'Nhà văn hoá thôn Đông')
    const expected = [{ householdId: lan, giftPackageId: blanket }]
    await distributionWithKit(client, { campaignId, placeId, expected, spareCount: 0 })
    granted(await give(tet))
    expect(failed(await give(lamp, { householdId: dat }))).toMatchObject({
      refusal: { code: 'campaign.overBudget', parameters: { budgetDong: 400_000, wantedDong: 600_000 } },
    })
    // The paper that waits was counted before.
    granted(await give(blanket))
    expect(refusedWith(await give(lamp))).toBe('campaign.overBudget')
  })

  test('is enough again when the budget was raised', async () => {
    const { opened, client, tet, blanket, lamp, give, campaignId } = await openCounter(twoGifts)
    await using _ = opened
    granted(await give(tet))
    granted(await give(blanket))
    expect(refusedWith(await give(lamp))).toBe('campaign.overBudget')
    const terms = { ...CAMPAIGN, ...twoGifts, budgetDong: dong(600_000), giftPackages: PACKAGES }
    granted(await client.command('campaigns.amend', { campaignId, ...terms, giftPackages: null }))
    granted(await give(lamp))
  })
})
