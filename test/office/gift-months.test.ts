import { expect, test } from 'vitest'
import type { Input } from '../../src/contract/contract.ts'
import { day } from '../../src/domain/day.ts'
import { period } from '../../src/domain/period.ts'
import { addPlace, calendar, distributionWithKit } from '../support/gifts.ts'
import { failed, granted, openWorkingOffice } from '../support/office.ts'
import { EXPLAINED, giftFor, NOVEMBER_20, openCampaign, registerHousehold } from '../support/trade.ts'

type Fate = Input<'distributions.enterSheets'>['fate']

const NOVEMBER = period('2026-11')
const DECEMBER = period('2026-12')
const DECEMBER_1 = day('2026-12-01')

/** On 20 November six numbered papers for a distribution: four with a name, two blanks. */
async function openDistribution() {
  const days = calendar()
  const opened = await openWorkingOffice({ clock: days.clock })
  const { client } = opened
  const { campaignId, giftPackageId } = await openCampaign(client)
  const names = ['Hộ A', 'Hộ B', 'Hộ C', 'Hộ D']
  const households = await Promise.all(names.map((name) => registerHousehold(client, name)))
  const placeId = await addPlace(client, 'distributionPoint', 'Nhà văn hoá thôn Đông')
  const expected = households.map((householdId) => ({ householdId, giftPackageId }))
  const eventId = await distributionWithKit(client, { campaignId, placeId, expected, spareCount: 2 })
  const signed = (positions: number[], handedOverOn = NOVEMBER_20) =>
    client.command('distributions.enterSheets', { eventId, positions, fate: { kind: 'signed', handedOverOn } })
  return { opened, days, client, campaignId, giftPackageId, households, eventId, signed }
}

const numbersOf = (client: Awaited<ReturnType<typeof openDistribution>>['client'], month: typeof NOVEMBER) =>
  client.query('months.check', { period: month }).then((reply) => granted(reply).documentNumbers)

test('a month does not close while papers of its distributions are not accounted for', async () => {
  const { opened, days, client, eventId, signed } = await openDistribution()
  await using _ = opened
  granted(await signed([1, 2]))
  days.turnTo(DECEMBER_1)
  const close = () => client.command('months.close', { period: NOVEMBER, explanations: EXPLAINED })
  const items = [{ kind: 'sheetsUnaccounted', eventId, placeName: 'Nhà văn hoá thôn Đông', on: '2026-11-20', count: 4 }]
  expect(failed(await close())).toMatchObject({ refusal: { code: 'month.unfinished', parameters: { items } } })
  const { refusal } = granted(await client.query('months.check', { period: NOVEMBER }))
  expect(refusal?.parameters).toMatchObject({ items })

  const enter = (positions: number[], fate: Fate) =>
    client.command('distributions.enterSheets', { eventId, positions, fate })
  granted(await enter([3], { kind: 'void', voidKind: 'notCollected', voidedOn: DECEMBER_1, reason: 'Đi vắng' }))
  granted(await enter([4], { kind: 'missing', explanation: 'Ướt mưa, rách' }))
  granted(await enter([5], { kind: 'missing', explanation: 'Rơi mất' }))
  granted(await enter([5], { kind: 'found' }))
  expect(failed(await close())).toMatchObject({
    refusal: { parameters: { items: [{ kind: 'sheetsUnaccounted', count: 2 }] } },
  })
  granted(await enter([5, 6], { kind: 'spare' }))
  granted(await close())
})

test('the package of a month counts forms that nothing was handed over with, and verifies', async () => {
  const { opened, days, client, campaignId, giftPackageId, eventId, signed } = await openDistribution()
  await using _ = opened
  granted(await signed([1, 4]))
  const son = await registerHousehold(client, 'Lò Văn Sơn')
  granted(await client.command('gifts.handOver', giftFor({ campaignId, giftPackageId }, son)))
  days.turnTo(DECEMBER_1)
  const enter = (positions: number[], fate: Fate) =>
    client.command('distributions.enterSheets', { eventId, positions, fate })
  granted(await enter([2], { kind: 'void', voidKind: 'notCollected', voidedOn: DECEMBER_1, reason: 'Đi vắng' }))
  granted(await signed([3], DECEMBER_1))
  granted(await enter([5, 6], { kind: 'spare' }))
  expect(await numbersOf(client, NOVEMBER)).toEqual([
    { kind: 'handoverReceipt', first: '01/2026/BBBG-PC042', last: '07/2026/BBBG-PC042', issued: 3, voided: 0 },
  ])
  granted(await client.command('months.close', { period: NOVEMBER, explanations: EXPLAINED }))
  const pack = async (month: typeof NOVEMBER) => {
    const { file } = granted(await client.job('months.package', { period: month, folder: null }))
    return granted(await client.job('packages.verify', { path: file, keysFolder: null }))
  }
  expect(await pack(NOVEMBER)).toMatchObject({ faults: [], summary: { counts: { 'gift-handovers': 3, voids: 0 } } })

  days.turnTo(day('2026-12-31'))
  const blank = granted(await client.query('gifts.receipt', { text: '5' })).receipt?.receiptId ?? null
  const yen = await registerHousehold(client, 'Lò Thị Yến')
  const late = { ...giftFor({ campaignId, giftPackageId }, yen), handedOverOn: day('2026-12-31'), receiptId: blank }
  granted(await client.command('gifts.handOver', late))
  expect(await numbersOf(client, DECEMBER)).toEqual([
    { kind: 'handoverReceipt', first: '03/2026/BBBG-PC042', last: '05/2026/BBBG-PC042', issued: 2, voided: 0 },
  ])
  granted(await client.command('months.close', { period: DECEMBER, explanations: EXPLAINED }))
  expect(await pack(DECEMBER)).toMatchObject({ faults: [], summary: { counts: { 'gift-handovers': 2 } } })
  expect(await pack(NOVEMBER)).toMatchObject({ faults: [] })
})

test('a campaign runs on from one year to the next, and numbers begin anew', async () => {
  const { opened, days, client, campaignId, giftPackageId } = await openDistribution()
  await using _ = opened
  days.turnTo(day('2027-01-05'))
  const son = await registerHousehold(client, 'Lò Văn Sơn')
  const gift = { ...giftFor({ campaignId, giftPackageId }, son), handedOverOn: day('2027-01-05') }
  expect(granted(await client.command('gifts.handOver', gift)).documentNumber).toBe('01/2027/BBBG-PC042')
})

test('a kit paper of last year is not signed in the new one: its household signs a new paper', async () => {
  const { opened, days, client, campaignId, giftPackageId, households, eventId, signed } = await openDistribution()
  await using _ = opened
  days.turnTo(day('2027-01-05'))
  const gift = { ...giftFor({ campaignId, giftPackageId }, households[0] ?? ''), handedOverOn: day('2027-01-05') }
  const late = await signed([2], day('2027-01-05'))
  expect(failed(late)).toMatchObject({ refusal: { code: 'sheet.otherYear', parameters: { year: 2026 } } })
  expect(granted(await client.command('gifts.handOver', { ...gift, eventId }))).toMatchObject({
    documentNumber: '01/2027/BBBG-PC042',
    isPrinted: false,
  })
})
