import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Client } from '../../src/contract/client.ts'
import { documentCode } from '../../src/domain/numbering.ts'
import { granted, openWorkingOffice, refusedWith } from '../support/office.ts'
import { PROFILE } from '../support/office-place.ts'
import { photograph } from '../support/picture.ts'
import { certify, repairAt } from '../support/repairs.ts'
import { giftFor, HOUSEHOLD, NOVEMBER_20, openCampaign } from '../support/trade.ts'

const CITIZEN_ID = '001185000001'
const OLD_NUMBER = '168123456'
const CARD = `${CITIZEN_ID}|${OLD_NUMBER}|Nguyễn Thị An|02031985|Nữ|Thôn Đông, Xã Mẫu, Hà Nội|15042021`

async function register(client: Client, bent: Partial<typeof HOUSEHOLD>): Promise<string> {
  const facts = { ...HOUSEHOLD, birthYear: null, citizenId: null, ...bent }
  return granted(await client.command('households.register', facts)).householdId
}

const match = async (client: Client) =>
  granted(await client.query('idCards.match', { citizenId: CITIZEN_ID, oldIdNumber: OLD_NUMBER }))

const journalCount = async (client: Client) =>
  granted(await client.query('journal.page', { before: null, limit: 1 })).count

test('a card finds the household of its citizen ID, shown masked', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  expect(await match(client)).toEqual({ household: null, candidates: [] })
  const householdId = await register(client, { headOfHousehold: 'Nguyễn Thị An', citizenId: CITIZEN_ID })
  await register(client, { headOfHousehold: 'Người cùng số cũ', oldIdNumber: OLD_NUMBER })
  const { household, candidates } = await match(client)
  expect(household).toMatchObject({ householdId, maskedCitizenId: '001******001' })
  expect(candidates).toEqual([])
})

test('a card that is nobody’s offers who is known by its old number, unless the year of birth or a number differs', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const same = await register(client, { headOfHousehold: 'Nguyễn Thị An', oldIdNumber: OLD_NUMBER, birthYear: 1985 })
  const silent = await register(client, { headOfHousehold: 'Nguyễn Thị Ẩn', oldIdNumber: OLD_NUMBER })
  await register(client, { headOfHousehold: 'Lê Văn Ba', oldIdNumber: OLD_NUMBER, birthYear: 1958 })
  await register(client, { headOfHousehold: 'Lê Văn Tư', oldIdNumber: OLD_NUMBER, citizenId: '001085000009' })
  await register(client, { headOfHousehold: 'Lê Văn Năm', oldIdNumber: '999123456', meterNumber: OLD_NUMBER })
  const { household, candidates } = await match(client)
  expect(household).toBeNull()
  expect(candidates.map(({ householdId }) => householdId).sort()).toEqual([same, silent].sort())
})

test('the card of a household that was merged finds the one it is kept under', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const keptId = await register(client, { headOfHousehold: 'Nguyễn Thị An', oldIdNumber: '999123456' })
  const mergedId = await register(client, { headOfHousehold: 'Nguyễn Thị Ân', citizenId: CITIZEN_ID })
  const both = { keptId, keptRevision: 1, mergedId, mergedRevision: 1, takes: [] }
  granted(await client.command('households.merge', both))
  expect((await match(client)).household).toMatchObject({ householdId: keptId, headOfHousehold: 'Nguyễn Thị An' })
})

test('a picture of a card is read, and leaves nothing in the ledger’s folder or its journal', async () => {
  await using opened = await openWorkingOffice()
  const { client, folder } = opened
  const pictures = join(folder, 'pictures-of-the-test')
  mkdirSync(pictures)
  const file = join(pictures, 'cccd.png')
  writeFileSync(file, photograph(CARD, { modulePixels: 4, degrees: 5, noise: 20 }))
  const before = { rows: await journalCount(client), files: readdirSync(folder).sort() }
  expect(granted(await client.job('idCards.readImage', { file }))).toEqual({
    citizenId: CITIZEN_ID,
    oldIdNumber: OLD_NUMBER,
    birthYear: 1985,
    birthDay: '1985-03-02',
    issuedOn: '2021-04-15',
    fullName: 'Nguyễn Thị An',
    residence: 'Thôn Đông, Xã Mẫu, Hà Nội',
  })
  expect({ rows: await journalCount(client), files: readdirSync(folder).sort() }).toEqual(before)
  writeFileSync(file, 'no picture')
  expect(refusedWith(await client.job('idCards.readImage', { file }))).toBe('idCard.notAPicture')
})

test('the code of a paper finds the paper and its household, voided papers, too', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const campaign = await openCampaign(client)
  const householdId = await register(client, { headOfHousehold: 'Nguyễn Thị An' })
  const handed = granted(await client.command('gifts.handOver', giftFor(campaign, householdId)))
  const find = async (code: string) => granted(await client.query('papers.find', { code })).paper
  const receipt = {
    kind: 'handoverReceipt',
    documentNumber: handed.documentNumber,
    issuedOn: NOVEMBER_20,
    voidedOn: null,
    repairId: null,
    household: { householdId, headOfHousehold: 'Nguyễn Thị An' },
  }
  expect(await find(handed.code)).toMatchObject(receipt)
  const voiding = { receiptId: handed.receiptId, kind: 'mistake' as const, voidedOn: NOVEMBER_20, reason: 'Nhầm' }
  granted(await client.command('gifts.void', voiding))
  expect(await find(handed.code)).toMatchObject({ ...receipt, voidedOn: NOVEMBER_20 })
  const repairId = await repairAt(client, householdId, 'accepted')
  const certified = await certify(client, repairId, NOVEMBER_20)
  expect(await find(certified.code)).toMatchObject({
    kind: 'repairCertificate',
    documentNumber: certified.documentNumber,
    voidedOn: null,
    repairId,
    household: { householdId },
  })
  expect(await find(documentCode({ kind: 'handoverReceipt', year: 2026, number: 99 }, PROFILE.officeCode))).toBeNull()
})
