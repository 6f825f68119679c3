/** The demo's repairs: each goes its whole way, from the survey to a certificate that a second person issues. */

import type { Client } from '../contract/client.ts'
import type { Input } from '../contract/contract.ts'
import type { Day } from '../domain/day.ts'
import { dayAfter } from '../domain/day.ts'
import { dong } from '../domain/money.ts'
import { granted } from './outlet.ts'

export interface DemoRepairs {
  client: Client
  campaignId: string
  /** The last two end unsafe, and given up. */
  householdIds: readonly string[]
  openedOn: Day
  confirmedOn: Day
  /** The day a job is done, by its place in the list; not before the confirmation. */
  doneOn: (index: number) => Day
  /** Whoever records the acceptance, and who certifies. */
  recorderId: string
  certifierId: string
}

type Line = Input<'repairs.plan'>['items'][number]

const CREW = 'Tổ sửa chữa số 2'
const WIRE = { name: 'Dây Cu/PVC 2×2,5 mm²', unitOfMeasure: 'm' }
const BREAKER = { name: 'Aptomat chống rò 2P 32 A 30 mA', unitOfMeasure: 'cái' }

/** Answers how many were certified and what they cost. */
export async function repairDemo(demo: DemoRepairs): Promise<{ count: number; totalDong: number }> {
  const { client, householdIds, campaignId, openedOn } = demo
  const store = await stockUp(client, openedOn, householdIds.length)
  const opening = { householdIds: [...householdIds], campaignId, openedOn, fundingSource: 'Quỹ phúc lợi' }
  const need = 'Điện chập chờn, dây cũ'
  const { repairIds } = granted(await client.command('repairs.open', { ...opening, origin: 'list', need }))
  for (const [index, repairId] of repairIds.entries()) await survey(client, repairId, openedOn, linesOf(store, index))
  await confirmAll(demo)
  let totalDong = 0
  for (const [index, repairId] of repairIds.slice(0, -2).entries()) {
    totalDong += await repairOne(demo, store, repairId, index)
  }
  await leaveTwo(demo, repairIds.slice(-2))
  await certifyAll(demo, repairIds.slice(0, -2))
  return { count: repairIds.length - 2, totalDong }
}

interface Store {
  storeId: string
  wireId: string
  breakerId: string
}

function linesOf({ wireId, breakerId }: Store, index: number): Line[] {
  return [
    { kind: 'material', itemId: wireId, ...WIRE, quantity: 20 + index, unitPriceDong: dong(18_000) },
    { kind: 'material', itemId: breakerId, ...BREAKER, quantity: 1, unitPriceDong: dong(285_000) },
    {
      ...({ kind: 'work', itemId: null, name: 'Thay dây, lắp bảng điện' } as const),
      ...{ unitOfMeasure: 'công', quantity: 1.5, unitPriceDong: dong(150_000) },
    },
  ]
}

async function stockUp(client: Client, on: Day, count: number): Promise<Store> {
  const place = async (kind: 'supplier' | 'store', name: string) =>
    granted(await client.command('stock.addPlace', { kind, name, addressText: null })).placeId
  const supplierId = await place('supplier', 'Công ty Thiết bị điện Mẫu')
  const storeId = await place('store', 'Kho đội')
  const { itemId: wireId } = granted(await client.command('stock.addItem', WIRE))
  const { itemId: breakerId } = granted(await client.command('stock.addItem', BREAKER))
  const lines = [
    { itemId: wireId, quantity: 50 * count, unitPriceDong: dong(18_000) },
    { itemId: breakerId, quantity: count, unitPriceDong: dong(285_000) },
  ]
  const places = { fromPlaceId: supplierId, toPlaceId: storeId }
  granted(
    await client.command('stock.move', { ...places, movedOn: on, counterpart: null, reason: 'Vật tư sửa điện', lines }),
  )
  return { storeId, wireId, breakerId }
}

async function survey(client: Client, repairId: string, on: Day, items: Line[]): Promise<void> {
  granted(
    await client.command('repairs.survey', {
      repairId,
      on,
      surveyor: 'Lê Văn Khảo',
      conditionFound: 'Dây dẫn sau công tơ lão hoá, nứt vỏ; chưa có thiết bị chống rò',
      neededWork: 'Thay dây, lắp aptomat chống rò',
      findings: [
        { point: 'serviceCable', condition: 'worn', note: null },
        { point: 'wiring', condition: 'dangerous', note: 'Nứt vỏ ở gian bếp' },
        { point: 'rcd', condition: 'absent', note: null },
      ],
      items,
    }),
  )
}

/** Each commune gets a list and confirms everybody on it. */
async function confirmAll({ client, confirmedOn }: DemoRepairs): Promise<void> {
  const { waiting } = granted(await client.query('confirmations.list', {}))
  for (const [index, { repairIds }] of waiting.entries()) {
    const { listId } = granted(await client.command('confirmations.drawUp', { repairIds, drawnUpOn: confirmedOn }))
    const answer = { listId, confirmedOn, confirmationNumber: `${index + 15}/UBND`, signedBy: 'Phạm Văn Xã' }
    granted(await client.command('confirmations.answer', { ...answer, declined: [] }))
  }
}

/** From the order to the acceptance; a metre of wire is left over and goes back. Answers what it cost. */
async function repairOne(demo: DemoRepairs, store: Store, repairId: string, index: number): Promise<number> {
  const { client } = demo
  const on = demo.doneOn(index)
  const { storeId, wireId, breakerId } = store
  const items = linesOf(store, index)
  const at = { repairId, on }
  const job = { crew: CREW, plannedFor: on, instructions: null, overruledBecause: null }
  granted(await client.command('repairs.plan', { ...at, ...job, items }))
  const drawn = [
    { itemId: wireId, quantity: 21 + index },
    { itemId: breakerId, quantity: 1 },
  ]
  granted(await client.command('repairs.drawMaterials', { ...at, storeId, lines: drawn }))
  const work = { crew: CREW, workDone: 'Thay dây sau công tơ, lắp aptomat chống rò', hours: 6 }
  const { costDong } = granted(await client.command('repairs.finishWork', { ...at, ...work, items }))
  granted(await client.command('repairs.returnMaterials', { ...at, storeId, lines: [{ itemId: wireId, quantity: 1 }] }))
  granted(await client.command('repairs.check', { ...at, ...checksOf(on, index) }))
  granted(
    await client.command('repairs.accept', {
      ...at,
      supervisor: 'Nguyễn Văn Giám',
      householdRepresentative: 'Chủ hộ',
      householdRelation: null,
      communeRepresentative: 'Phạm Văn Xã',
      remark: null,
    }),
  )
  return costDong
}

function checksOf(on: Day, index: number): Omit<Input<'repairs.check'>, 'repairId' | 'on'> {
  return {
    tester: 'Lê Văn Đo',
    instrument: 'Máy đo đa năng MFT-01',
    calibratedUntil: dayAfter(on),
    readings: {
      insulationMegaohm: 20 + index,
      continuityOhm: null,
      rcdTripMilliseconds: 22,
      rcdTestButtonWorks: true,
      polarityCorrect: true,
      earthingOhm: null,
      poweredOn: true,
    },
  }
}

async function leaveTwo({ client, confirmedOn: on }: DemoRepairs, repairIds: readonly string[]): Promise<void> {
  const [unsafe = '', cancelled = ''] = repairIds
  const waits = { reason: 'Nhà tre vách nứa, phải làm lại nhà mới đi dây được', followUpOn: dayAfter(on) }
  granted(await client.command('repairs.declareUnsafe', { repairId: unsafe, on, ...waits }))
  granted(await client.command('repairs.cancel', { repairId: cancelled, on, reason: 'Hộ đã tự sửa' }))
}

/** By another person than who recorded the acceptances. */
async function certifyAll(demo: DemoRepairs, repairIds: readonly string[]): Promise<void> {
  const { client, doneOn, recorderId, certifierId } = demo
  granted(await client.query('session.start', { personId: certifierId }))
  for (const [index, repairId] of repairIds.entries()) {
    granted(await client.command('repairs.certify', { repairId, on: doneOn(index), recheckOn: null }))
  }
  granted(await client.query('session.start', { personId: recorderId }))
}
