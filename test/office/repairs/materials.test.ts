import { expect, test } from 'vitest'
import type { Client } from '../../../src/contract/client.ts'
import { day } from '../../../src/domain/day.ts'
import { dong } from '../../../src/domain/money.ts'
import { asPerson } from '../../support/gifts.ts'
import { failed, granted, openWorkingOffice, refusedWith } from '../../support/office.ts'
import { ACCEPTANCE, CHECKS, JOB, WIRE, WORK } from '../../support/repair-inputs.ts'
import { repairAt, storeWithWire } from '../../support/repairs.ts'
import { NOVEMBER_20, openCampaign, registerHousehold } from '../../support/trade.ts'

const NOBODY = '01940000-0000-7000-8000-00000000abcd'

/** A planned repair and a store with wire. */
async function planned(client: Client) {
  const repairId = await repairAt(client, await registerHousehold(client, 'Nguyễn Thị Lan'), 'planned')
  const stock = await storeWithWire(client)
  const at = { repairId, on: NOVEMBER_20 }
  const of = (quantity: number, bent: object = {}) => ({
    ...{ ...at, storeId: stock.storeId, lines: [{ itemId: stock.itemId, quantity }] },
    ...bent,
  })
  const used = (quantity: number) => ({ ...at, ...WORK, items: [{ ...WIRE, itemId: stock.itemId, quantity }] })
  return { repairId, at, of, used, ...stock }
}

test('a crew draws what the store has, uses and brings back no more than it drew, and keeps nothing', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const { at, of, used, repairId } = await planned(client)
  const draw = async (quantity: number, bent: object = {}) =>
    client.command('repairs.drawMaterials', of(quantity, bent))
  const bringBack = async (quantity: number) => client.command('repairs.returnMaterials', of(quantity))
  expect(refusedWith(await draw(1, { storeId: NOBODY }))).toBe('stock.placeUnknown')
  expect(refusedWith(await draw(1, { lines: [{ itemId: NOBODY, quantity: 1 }] }))).toBe('stock.itemUnknown')
  expect(refusedWith(await draw(1, { on: day('2026-11-19') }))).toBe('repair.beforeLastStep')
  expect(refusedWith(await draw(100.5))).toBe('stock.short')
  expect(refusedWith(await bringBack(1))).toBe('repair.noCrew')
  expect(refusedWith(await client.command('repairs.finishWork', used(1)))).toBe('repair.moreThanDrawn')
  const { slipId } = granted(await draw(20))
  expect(failed(await bringBack(20.5))).toMatchObject({
    refusal: { code: 'repair.moreThanDrawn', parameters: { items: [{ available: 20, wanted: 20.5 }] } },
  })
  const cancel = { ...at, reason: 'Hộ tự sửa' }
  expect(refusedWith(await client.command('repairs.cancel', cancel))).toBe('repair.materialsOut')
  const unsafe = { ...cancel, followUpOn: day('2026-12-20') }
  expect(refusedWith(await client.command('repairs.declareUnsafe', unsafe))).toBe('repair.materialsOut')
  const otherCrew = { ...at, ...JOB, crew: 'Tổ 3', plannedFor: NOVEMBER_20 }
  expect(refusedWith(await client.command('repairs.plan', otherCrew))).toBe('repair.materialsOut')
  granted(await client.command('repairs.finishWork', used(18)))
  const correct = { slipId, movedOn: NOVEMBER_20, reason: 'Xuất nhầm' }
  expect(refusedWith(await client.command('stock.correct', correct))).toBe('repair.moreThanDrawn')
  expect(refusedWith(await draw(1))).toBe('repair.notNow')
  granted(await client.command('repairs.check', { ...at, ...CHECKS }))
  const accept = { ...at, ...ACCEPTANCE }
  expect(failed(await client.command('repairs.accept', accept))).toMatchObject({
    refusal: { code: 'repair.materialsOut', parameters: { items: [{ itemName: WIRE.name, quantity: 2 }] } },
  })
  granted(await bringBack(2))
  granted(await client.command('repairs.accept', accept))
  expect(granted(await client.query('repairs.get', { repairId })).materials).toMatchObject([
    { drawn: 20, used: 18, returned: 2, withCrew: 0 },
  ])
})

test('a slip of materials that was a mistake is put right while the crew still holds them', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const { of, repairId } = await planned(client)
  const { slipId } = granted(await client.command('repairs.drawMaterials', of(20)))
  granted(await client.command('stock.correct', { slipId, movedOn: NOVEMBER_20, reason: 'Xuất nhầm' }))
  expect(granted(await client.query('repairs.get', { repairId })).materials).toMatchObject([
    { drawn: 20, returned: 20, withCrew: 0 },
  ])
})

test('materials are drawn for a job, so not before there is one', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const repairId = await repairAt(client, await registerHousehold(client, 'Nguyễn Thị Lan'), 'confirmed')
  const { storeId, itemId } = await storeWithWire(client)
  const slip = { repairId, on: NOVEMBER_20, storeId, lines: [{ itemId, quantity: 1 }] }
  expect(refusedWith(await client.command('repairs.drawMaterials', slip))).toBe('repair.noCrew')
  const job = { repairId, on: NOVEMBER_20, ...JOB, plannedFor: NOVEMBER_20 }
  const early = { ...job, plannedFor: day('2026-11-19') }
  expect(refusedWith(await client.command('repairs.plan', early))).toBe('repair.plannedBefore')
  const unknown = { ...job, items: [{ ...WIRE, itemId: NOBODY }] }
  expect(refusedWith(await client.command('repairs.plan', unknown))).toBe('stock.itemUnknown')
})

test('a plan over the money of a household or of the campaign is a supervisor’s, with a reason', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const money = { repairBudgetDong: dong(900_000), repairBudgetPerHouseholdDong: dong(600_000) }
  const { campaignId } = await openCampaign(client, money)
  const lan = await registerHousehold(client, 'Nguyễn Thị Lan')
  const dat = await registerHousehold(client, 'Trần Văn Đạt')
  const first = await repairAt(client, lan, 'confirmed', { campaignId })
  const second = await repairAt(client, dat, 'confirmed', { campaignId })
  const clerk = await asPerson(opened, 'Lê Văn Lâm', 'clerk')
  const job = (repairId: string, metres: number, overruledBecause: string | null = null) => ({
    ...{ repairId, on: NOVEMBER_20, ...JOB, plannedFor: NOVEMBER_20, overruledBecause },
    items: [{ ...WIRE, quantity: metres }],
  })
  expect(failed(await clerk.command('repairs.plan', job(first, 34)))).toMatchObject({
    refusal: { code: 'repair.overHouseholdBudget', parameters: { budgetDong: 600_000, wantedDong: 612_000 } },
  })
  expect(refusedWith(await clerk.command('repairs.plan', job(first, 34, 'Nhà rộng')))).toBe('right.missing')
  granted(await clerk.command('repairs.plan', job(first, 30)))
  expect(failed(await clerk.command('repairs.plan', job(second, 21)))).toMatchObject({
    refusal: { code: 'repair.overCampaignBudget', parameters: { budgetDong: 900_000, wantedDong: 918_000 } },
  })
  granted(await client.command('repairs.plan', job(second, 21, 'Xin bổ sung sau')))
  const { steps, campaignBudget, householdBudget } = granted(await client.query('repairs.get', { repairId: second }))
  expect(steps.at(-1)).toMatchObject({ event: 'plan', reason: 'Xin bổ sung sau' })
  expect(campaignBudget).toEqual({ budgetDong: 900_000, spentDong: 0, plannedDong: 918_000, otherDong: 540_000 })
  expect(householdBudget).toEqual({ budgetDong: 600_000, spentDong: 0, plannedDong: 378_000, otherDong: 0 })

  granted(await client.command('repairs.finishWork', { repairId: first, on: NOVEMBER_20, ...WORK }))
  const { campaigns } = granted(await client.query('repairs.costs', { campaignId }))
  expect(campaigns).toEqual([
    {
      ...{ campaignId, campaignName: 'Tri ân khách hàng 2026', repairCount: 2, doneCount: 0 },
      ...{ perHouseholdDong: 600_000, budgetDong: 900_000, spentDong: 360_000, plannedDong: 378_000 },
      communes: [{ communeName: 'Xã Mẫu', repairCount: 2, spentDong: 360_000, plannedDong: 378_000 }],
      households: [
        { householdId: dat, headOfHousehold: 'Trần Văn Đạt', costDong: 378_000, isOverBudget: false },
        { householdId: lan, headOfHousehold: 'Nguyễn Thị Lan', costDong: 360_000, isOverBudget: false },
      ],
    },
  ])
})
