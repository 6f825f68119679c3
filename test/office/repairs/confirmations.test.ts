import { expect, test } from 'vitest'
import type { Client } from '../../../src/contract/client.ts'
import { day } from '../../../src/domain/day.ts'
import { asPerson } from '../../support/gifts.ts'
import { failed, granted, openWorkingOffice, refusedWith } from '../../support/office.ts'
import { JOB, SURVEY } from '../../support/repair-inputs.ts'
import { repairAt } from '../../support/repairs.ts'
import { HOUSEHOLD, NOVEMBER_20, registerHousehold } from '../../support/trade.ts'

const NOBODY = '01940000-0000-7000-8000-00000000abcd'
const NOVEMBER_25 = day('2026-11-25')

/** Surveyed repairs of three households of Xã Mẫu. */
async function threeSurveyed(client: Client): Promise<[lan: string, dat: string, an: string]> {
  const surveyed = async (name: string) => repairAt(client, await registerHousehold(client, name), 'surveyed')
  return [await surveyed('Nguyễn Thị Lan'), await surveyed('Trần Văn Đạt'), await surveyed('Lê Văn An')]
}

test('a commune confirms a list but for those it declines, and only who is confirmed gets a job', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const [lan, dat, an] = await threeSurveyed(client)
  const { waiting } = granted(await client.query('confirmations.list', {}))
  expect(waiting).toEqual([{ communeName: 'Xã Mẫu', repairIds: [an, dat, lan] }])
  const repairIds = waiting[0]?.repairIds ?? []
  const drawnUp = granted(await client.command('confirmations.drawUp', { repairIds, drawnUpOn: NOVEMBER_20 }))
  expect(drawnUp.documentNumber).toBe('01/2026/DSXN-PC042')
  expect(granted(await client.query('confirmations.list', {})).waiting).toEqual([])
  const plan = async (repairId: string) =>
    client.command('repairs.plan', { repairId, on: NOVEMBER_25, ...JOB, plannedFor: NOVEMBER_25 })
  expect(refusedWith(await plan(lan))).toBe('repair.notNow')

  const answer = { listId: drawnUp.listId, confirmedOn: NOVEMBER_25, confirmationNumber: '15/UBND', signedBy: 'Xã' }
  const declined = [{ repairId: dat, reason: 'Đã thoát nghèo' }]
  expect(granted(await client.command('confirmations.answer', { ...answer, declined }))).toEqual({
    confirmedCount: 2,
    declinedCount: 1,
  })
  granted(await plan(lan))
  expect(granted(await client.query('repairs.get', { repairId: dat }))).toMatchObject({ state: 'cancelled' })
  const list = granted(await client.query('confirmations.get', { listId: drawnUp.listId }))
  expect(list).toMatchObject({ count: 3, estimateDong: 1_080_000, declinedCount: 1, confirmedOn: NOVEMBER_25 })
  expect(list.entries.map(({ household, declinedBecause }) => [household.headOfHousehold, declinedBecause])).toEqual([
    ['Lê Văn An', null],
    ['Trần Văn Đạt', 'Đã thoát nghèo'],
    ['Nguyễn Thị Lan', null],
  ])
  const order = granted(await client.job('papers.confirmationList', { listId: drawnUp.listId }))
  expect(order.paperCount).toBe(1)
})

test('a list is of surveyed repairs of one commune, each on one list until it is answered', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const [lan, dat] = await threeSurveyed(client)
  const elsewhere = { ...HOUSEHOLD, headOfHousehold: 'Y Bhăm', citizenId: null, communeName: 'Xã Đông Mẫu' }
  const { householdId } = granted(await client.command('households.register', elsewhere))
  const other = await repairAt(client, householdId, 'surveyed')
  const drawUp = async (repairIds: string[], drawnUpOn = NOVEMBER_20) =>
    client.command('confirmations.drawUp', { repairIds, drawnUpOn })
  expect(failed(await drawUp([lan, other]))).toMatchObject({
    refusal: { code: 'confirmation.severalCommunes', parameters: { communes: ['Xã Mẫu', 'Xã Đông Mẫu'] } },
  })
  expect(refusedWith(await drawUp([lan], day('2026-11-19')))).toBe('repair.beforeLastStep')
  expect(refusedWith(await drawUp([lan], day('2026-12-02')))).toBe('document.inFuture')
  granted(await drawUp([lan, lan]))
  expect(failed(await drawUp([dat, lan]))).toMatchObject({
    refusal: { code: 'repair.onList', parameters: { documentNumber: '01/2026/DSXN-PC042' } },
  })
  const surveyed = { repairId: lan, on: NOVEMBER_20, ...SURVEY }
  expect(refusedWith(await client.command('repairs.survey', surveyed))).toBe('repair.onList')
})

test('a list is answered once, after it was drawn up, and for those who are on it', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const [lan, dat] = await threeSurveyed(client)
  const { listId } = granted(await client.command('confirmations.drawUp', { repairIds: [lan], drawnUpOn: NOVEMBER_20 }))
  const answer = { listId, confirmedOn: NOVEMBER_25, confirmationNumber: null, signedBy: null, declined: [] }
  const refuse = async (bent: object) =>
    refusedWith(await client.command('confirmations.answer', { ...answer, ...bent }))
  expect(await refuse({ listId: NOBODY })).toBe('confirmation.unknown')
  expect(await refuse({ confirmedOn: day('2026-11-19') })).toBe('confirmation.beforeList')
  expect(await refuse({ confirmedOn: day('2026-12-02') })).toBe('document.inFuture')
  expect(await refuse({ declined: [{ repairId: dat, reason: 'Khác xã' }] })).toBe('confirmation.notOnList')
  granted(await client.command('confirmations.answer', answer))
  expect(await refuse({})).toBe('confirmation.answered')
  expect(refusedWith(await client.query('confirmations.get', { listId: NOBODY }))).toBe('confirmation.unknown')
  expect(refusedWith(await client.job('papers.confirmationList', { listId: NOBODY }))).toBe('confirmation.unknown')
})

test('a supervisor goes on without the commune, with a reason; the answer leaves that one as it is', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const [lan, dat] = await threeSurveyed(client)
  const { listId } = granted(
    await client.command('confirmations.drawUp', { repairIds: [lan, dat], drawnUpOn: NOVEMBER_20 }),
  )
  const exempt = { repairId: lan, on: NOVEMBER_20, reason: 'Dây chạm mái tôn' }
  const clerk = await asPerson(opened, 'Lê Văn Lâm', 'clerk')
  expect(refusedWith(await clerk.command('repairs.exempt', exempt))).toBe('right.missing')
  granted(await client.command('repairs.exempt', exempt))
  const answer = { listId, confirmedOn: NOVEMBER_25, confirmationNumber: null, signedBy: null, declined: [] }
  expect(granted(await client.command('confirmations.answer', answer))).toEqual({ confirmedCount: 1, declinedCount: 0 })
  const { steps, state } = granted(await client.query('repairs.get', { repairId: lan }))
  expect([state, steps.at(-1)]).toMatchObject(['confirmed', { event: 'exempt', reason: 'Dây chạm mái tôn' }])
})
