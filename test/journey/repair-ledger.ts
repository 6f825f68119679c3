/** An office in the middle of its repairs: households of two communes, a store of materials, and repairs in every state. */

import type { Client } from '../../src/contract/client.ts'
import type { Input } from '../../src/contract/contract.ts'
import { type Day, dayInVietnam } from '../../src/domain/day.ts'
import { dong } from '../../src/domain/money.ts'
import { openOffice } from '../../src/office/open-office.ts'
import { addPlace, asPerson } from '../support/gifts.ts'
import { connect, granted } from '../support/office.ts'
import { officePlace, PROFILE, temporaryFolder } from '../support/office-place.ts'
import { slip } from '../support/stock.ts'
import { HOUSEHOLD, openCampaign } from '../support/trade.ts'

const today = dayInVietnam(Date.now())
const daysAgo = (count: number) => new Date(Date.parse(today) - count * 86_400_000).toISOString().slice(0, 10) as Day
const daysOn = (count: number) => daysAgo(-count)

export const CLERK = 'Trần Thị Mai'
export const SECOND = 'Nguyễn Văn Hùng'
/** Of whom nothing is recorded yet. */
export const NEWCOMER = 'Phạm Thị Lan'

const NAMES = [
  'Nguyễn Thị Được',
  'Y Bhăm Niê',
  'H’Mai Ayŭn',
  'Lê Văn Sáu',
  'Trần Thị Bảy',
  'Võ Văn Tám',
  'Đặng Thị Chín',
  'Hoàng Văn Mười',
  'Bùi Thị Hạnh',
  'Phan Văn Lợi',
  'Đỗ Thị Phúc',
  'Ngô Văn Thọ',
  'Dương Thị Tươi',
  'Lý Công An',
]
const COMMUNES = ['Xã Ea Kly', 'Xã Krông Búk']

/** Answers the ledger's folder, which the program can then open. */
export async function repairLedger(): Promise<string> {
  const folder = temporaryFolder()
  const office = openOffice(officePlace(folder, { clock: Date.now }))
  const client = connect(office)
  const person = { fullName: CLERK, role: 'administrator' as const }
  const { personId } = granted(await client.command('office.setUp', { ...PROFILE, person }))
  granted(await client.query('session.start', { personId }))
  const second = await asPerson({ office, client }, SECOND, 'supervisor')
  const { campaignId } = await openCampaign(client, {
    from: daysAgo(60),
    to: daysOn(40),
    repairBudgetDong: dong(30_000_000),
    repairBudgetPerHouseholdDong: dong(1_500_000),
  })
  const materials = await fillStore(client)
  const households: string[] = []
  for (const [index, name] of [...NAMES, NEWCOMER].entries()) households.push(await register(client, name, index))
  const opened = granted(
    await client.command('repairs.open', {
      householdIds: households.slice(0, NAMES.length),
      campaignId,
      openedOn: daysAgo(30),
      origin: 'list',
      need: null,
      fundingSource: 'Quỹ tri ân khách hàng',
    }),
  )
  await moveOn({ client, second, ...materials }, opened.repairIds)
  await office.close()
  return folder
}

async function register(client: Client, headOfHousehold: string, index: number): Promise<string> {
  const facts = {
    ...HOUSEHOLD,
    headOfHousehold,
    citizenId: null,
    customerCode: `PC0500${String(index + 1).padStart(7, '0')}`,
    hamlet: `Thôn ${1 + (index % 4)}`,
    communeName: COMMUNES[index % COMMUNES.length] ?? null,
  }
  return granted(await client.command('households.register', facts)).householdId
}

interface Stores {
  storeId: string
  wireId: string
}

async function fillStore(client: Client): Promise<Stores> {
  const supplier = await addPlace(client, 'supplier', 'Công ty Thiết bị điện Đông Á')
  const storeId = await addPlace(client, 'store', 'Kho vật tư')
  const add = async (name: string, unitOfMeasure: string) =>
    granted(await client.command('stock.addItem', { name, unitOfMeasure })).itemId
  const wireId = await add('Dây Cu/PVC 2x2,5', 'm')
  const socketId = await add('Ổ cắm đôi', 'cái')
  const goods = [
    [wireId, 500, 12_000],
    [socketId, 60, 35_000],
  ] as const
  granted(await client.command('stock.move', slip(supplier, storeId, daysAgo(40), goods)))
  return { storeId, wireId }
}

interface Hands extends Stores {
  client: Client
  second: Client
}

/** The first stay new; each of the others is led as far as its place among them says. */
async function moveOn(hands: Hands, repairIds: readonly string[]): Promise<void> {
  const { client, second, wireId } = hands
  const [, , ...surveyed] = repairIds
  for (const [index, repairId] of surveyed.entries()) await survey(client, repairId, wireId, index)
  const [, , , unsafe, ...confirmed] = surveyed
  for (const repairId of confirmed) {
    const exempt = { repairId, on: daysAgo(20), reason: 'Chập cháy, phải sửa ngay' }
    granted(await second.command('repairs.exempt', exempt))
  }
  if (unsafe) await declareUnsafe(client, unsafe)
  const [, , ...planned] = confirmed
  for (const repairId of planned) await plan(client, repairId, wireId)
  const [, ...finished] = planned
  for (const repairId of finished) await finish(hands, repairId)
  const [, ...checked] = finished
  for (const [index, repairId] of checked.entries()) await check(client, repairId, index === 0 ? 0.4 : 50)
  const [, ...accepted] = checked
  for (const repairId of accepted) await accept(client, repairId)
  const [, ...certified] = accepted
  for (const repairId of certified) {
    granted(await second.command('repairs.certify', { repairId, on: daysAgo(4), recheckOn: today }))
  }
}

const items = (wireId: string): Input<'repairs.plan'>['items'] => [
  {
    kind: 'material',
    itemId: wireId,
    name: 'Dây Cu/PVC 2x2,5',
    unitOfMeasure: 'm',
    quantity: 25,
    unitPriceDong: dong(12_000),
  },
  { kind: 'work', itemId: null, name: 'Công thợ', unitOfMeasure: 'công', quantity: 1, unitPriceDong: dong(350_000) },
]

async function survey(client: Client, repairId: string, wireId: string, index: number): Promise<void> {
  const wiring = index % 3 === 0 ? ('dangerous' as const) : ('worn' as const)
  granted(
    await client.command('repairs.survey', {
      repairId,
      on: daysAgo(25),
      surveyor: 'Lê Văn Bình',
      conditionFound: 'Dây trong nhà cũ, nối tạm; không có chống rò',
      neededWork: 'Thay dây trục chính, lắp lại ổ cắm',
      findings: [
        { point: 'serviceCable', condition: 'good', note: null },
        { point: 'wiring', condition: wiring, note: 'nứt vỏ, chạm mái tôn' },
        { point: 'sockets', condition: 'worn', note: null },
        { point: 'rcd', condition: 'absent', note: null },
      ],
      items: items(wireId),
    }),
  )
}

async function declareUnsafe(client: Client, repairId: string): Promise<void> {
  const reason = 'Phải thay toàn bộ đường dây, vượt kinh phí của đợt'
  granted(await client.command('repairs.declareUnsafe', { repairId, on: daysAgo(15), reason, followUpOn: daysAgo(1) }))
}

async function plan(client: Client, repairId: string, wireId: string): Promise<void> {
  granted(
    await client.command('repairs.plan', {
      repairId,
      on: daysAgo(12),
      crew: 'Tổ sửa chữa số 2',
      plannedFor: daysAgo(8),
      instructions: null,
      items: items(wireId),
      overruledBecause: null,
    }),
  )
}

async function finish({ client, storeId, wireId }: Hands, repairId: string): Promise<void> {
  const lines = [{ itemId: wireId, quantity: 25 }]
  granted(await client.command('repairs.drawMaterials', { repairId, on: daysAgo(8), storeId, lines }))
  granted(
    await client.command('repairs.finishWork', {
      repairId,
      on: daysAgo(8),
      crew: 'Tổ sửa chữa số 2',
      workDone: 'Thay dây trục chính, lắp lại ổ cắm',
      hours: 4,
      items: items(wireId),
    }),
  )
}

async function check(client: Client, repairId: string, insulationMegaohm: number): Promise<void> {
  granted(
    await client.command('repairs.check', {
      repairId,
      on: daysAgo(7),
      tester: 'Lê Văn Bình',
      instrument: 'Kyoritsu 3125A số 0417',
      calibratedUntil: daysOn(120),
      readings: {
        insulationMegaohm,
        continuityOhm: 0.3,
        rcdTripMilliseconds: 28,
        rcdTestButtonWorks: true,
        polarityCorrect: true,
        earthingOhm: 4,
        poweredOn: true,
      },
    }),
  )
}

async function accept(client: Client, repairId: string): Promise<void> {
  granted(
    await client.command('repairs.accept', {
      repairId,
      on: daysAgo(6),
      supervisor: 'Võ Minh Trí',
      householdRepresentative: 'Chủ hộ',
      householdRelation: null,
      communeRepresentative: 'Y Bhăm, trưởng thôn',
      remark: null,
    }),
  )
}
