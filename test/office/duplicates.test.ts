import { expect, test } from 'vitest'
import type { Client } from '../../src/contract/client.ts'
import { ALL_HOUSEHOLDS } from '../../src/contract/households.ts'
import { granted, openWorkingOffice, refusedWith } from '../support/office.ts'
import { giftFor, HOUSEHOLD, openCampaign, registerHousehold } from '../support/trade.ts'

const NOBODY = '01940000-0000-7000-8000-00000000abcd'

const listOf = async (client: Client, state: 'open' | 'later' | 'different' = 'open') =>
  granted(await client.query('duplicates.list', { state, from: 0, limit: 10 }))

test('entries that look like one wait in a queue until somebody settles them', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const one = await registerHousehold(client, 'Nguyễn Thị Lan', '001151000001')
  const other = await registerHousehold(client, 'NGUYỄN THỊ LAN')
  await registerHousehold(client, 'Lò Văn Sơn')
  const { counts, pairs } = await listOf(client)
  expect(counts).toEqual({ open: 1, later: 0, different: 0 })
  expect(pairs).toMatchObject([{ score: 100, settledAt: null }])
  expect(pairs[0]?.reasons[0]).toBe('sameMeterAndName')
  expect([pairs[0]?.one.householdId, pairs[0]?.other.householdId].sort()).toEqual([one, other].sort())
  expect(JSON.stringify(pairs)).not.toContain('001151000001')
  expect(granted(await client.query('households.get', { householdId: one })).duplicateCount).toBe(1)
  const duplicates = { ...ALL_HOUSEHOLDS, isDuplicate: true }
  const listed = granted(await client.query('households.page', { filter: duplicates, after: null, limit: 10 }))
  expect(listed.households.map((line) => line.householdId).sort()).toEqual([one, other].sort())

  const settle = (verdict: 'open' | 'different' | 'later', bent: object = {}) =>
    client.command('duplicates.settle', { oneId: one, otherId: other, verdict, ...bent })
  expect(refusedWith(await settle('later', { otherId: NOBODY }))).toBe('household.unknown')
  expect(refusedWith(await settle('later', { otherId: one }))).toBe('merge.withItself')
  granted(await settle('later'))
  expect((await listOf(client, 'later')).pairs).toHaveLength(1)
  granted(await settle('different', { oneId: other, otherId: one }))
  granted(await client.command('households.amend', { householdId: one, revision: 1, facts: { note: 'Đã hỏi' } }))
  expect((await listOf(client, 'different')).counts).toEqual({ open: 0, later: 0, different: 1 })
  expect(granted(await client.query('households.get', { householdId: one })).duplicateCount).toBe(0)
  granted(await settle('open'))
  expect((await listOf(client)).counts).toEqual({ open: 1, later: 0, different: 0 })
})

test('two entries are laid side by side with all they say and what hangs on them', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const facts = { ...HOUSEHOLD, oldIdNumber: '111222333', hamlet: 'Xóm Mới' }
  const { householdId: one } = granted(await client.command('households.register', facts))
  const other = await registerHousehold(client, 'Nguyễn Thị Được')
  const campaign = await openCampaign(client)
  granted(await client.command('gifts.handOver', giftFor(campaign, one)))
  const pair = granted(await client.query('duplicates.get', { oneId: one, otherId: other }))
  expect(pair).toMatchObject({
    one: { maskedCitizenId: '001******001', maskedOldIdNumber: '******333', giftCount: 1, repairCount: 0, revision: 1 },
    other: { maskedCitizenId: null, giftCount: 0, line: { householdId: other } },
    differing: ['citizenId', 'oldIdNumber', 'hamlet'],
    bothGivenIn: [],
  })
  expect(refusedWith(await client.query('duplicates.get', { oneId: one, otherId: NOBODY }))).toBe('household.unknown')
})

test('a new household that is known already is told while it is typed', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const known = await registerHousehold(client, 'Nguyễn Thị Lan', '001151000001')
  const typed = {
    headOfHousehold: '',
    birthYear: null,
    citizenId: null,
    oldIdNumber: null,
    customerCode: null,
    meterNumber: null,
    phone: null,
    hamlet: null,
    communeName: null,
  }
  const like = async (bent: object, exceptId: string | null = null) =>
    granted(await client.query('duplicates.like', { facts: { ...typed, ...bent }, exceptId })).households
  expect(await like({ headOfHousehold: 'nguy' })).toEqual([])
  expect(await like({ citizenId: '001151000001' })).toMatchObject([{ household: { householdId: known }, score: 100 }])
  const named = { headOfHousehold: 'nguyễn thị lan', birthYear: 1951, hamlet: 'thon dong' }
  expect(await like(named)).toMatchObject([
    { household: { maskedCitizenId: '001******001' }, reasons: ['sameName', 'sameBirthYear', 'sameHamlet'] },
  ])
  expect(await like(named, known)).toEqual([])
  for (const strange of ['"', '*', '(', 'AND', '🙂', "'; --"]) {
    expect(await like({ headOfHousehold: strange, citizenId: strange, meterNumber: strange })).toEqual([])
  }
})
