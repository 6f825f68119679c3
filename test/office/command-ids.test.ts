import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { ALL_HOUSEHOLDS } from '../../src/contract/households.ts'
import { canonicalJson } from '../../src/ledger/canonical-json.ts'
import { granted, openWorkingOffice, refusedWith } from '../support/office.ts'
import { giftFor, HOUSEHOLD, openCampaign, registerHousehold } from '../support/trade.ts'

test('a command sent again with its id is answered as the first time and done once', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const id = v7()
  const first = granted(await client.command('households.register', HOUSEHOLD, id))
  const again = granted(
    await client.command('households.register', { ...HOUSEHOLD, headOfHousehold: ' nguyễn thị được' }, id),
  )
  expect(again).toEqual(first)
  expect(granted(await client.query('households.outline', { filter: ALL_HOUSEHOLDS, pageSize: 50 })).count).toBe(1)
  const { count } = granted(await client.query('journal.page', { before: null, limit: 10 }))
  expect(count).toBe(2)
})

test('an id that was used for something else is refused', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const id = v7()
  granted(await client.command('households.register', HOUSEHOLD, id))
  const other = { ...HOUSEHOLD, citizenId: '001151000002' }
  expect(refusedWith(await client.command('households.register', other, id))).toBe('command.idReused')
  expect(refusedWith(await client.command('people.add', { fullName: 'Lê Văn Lâm', role: 'clerk' }, id))).toBe(
    'command.idReused',
  )
  expect(refusedWith(await client.job('papers.surveyForms', { repairIds: [id] }, { commandId: id }))).toBe(
    'command.idReused',
  )
})

test('a command that was refused may be sent again with its id', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const id = v7()
  const householdId = await registerHousehold(client, 'Lê Văn Lâm', HOUSEHOLD.citizenId)
  expect(refusedWith(await client.command('households.register', HOUSEHOLD, id))).toBe('household.citizenIdTaken')
  granted(await client.command('households.amend', { householdId, revision: 1, facts: { citizenId: null } }))
  granted(await client.command('households.register', HOUSEHOLD, id))
})

test('a command without a proper id is not done', async () => {
  await using opened = await openWorkingOffice()
  for (const id of ['', 'x', '01940000-0000-7000-8000']) {
    expect(await opened.client.command('households.register', HOUSEHOLD, id)).toEqual({
      ok: false,
      failure: { family: 'invalid-input', issues: [{ path: ['commandId'], problem: 'required' }] },
    })
  }
})

test('twenty double clicks hand a gift over once', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const campaign = await openCampaign(client)
  const gift = giftFor(campaign, await registerHousehold(client, 'Nguyễn Thị Lan'))
  const id = v7()
  const same = await Promise.all(Array.from({ length: 20 }, () => client.command('gifts.handOver', gift, id)))
  expect(new Set(same.map((reply) => canonicalJson(granted(reply)))).size).toBe(1)

  const other = giftFor(campaign, await registerHousehold(client, 'Trần Văn Đạt'))
  const each = await Promise.all(Array.from({ length: 20 }, () => client.command('gifts.handOver', other)))
  expect(each.filter((reply) => reply.ok)).toHaveLength(1)
  expect(new Set(each.filter((reply) => !reply.ok).map(refusedWith))).toEqual(new Set(['gift.alreadyGiven']))

  const { handovers, count } = granted(
    await client.query('gifts.list', { campaignId: campaign.campaignId, eventId: null, limit: 50 }),
  )
  expect(count).toBe(2)
  expect(handovers.map((handover) => handover.documentNumber)).toEqual(['02/2026/BBBG-PC042', '01/2026/BBBG-PC042'])
})

test('a print asked twice at once with one id is one paper and one file', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const campaign = await openCampaign(client)
  granted(await client.command('gifts.handOver', giftFor(campaign, await registerHousehold(client, 'Nguyễn Thị Lan'))))
  const wanted = {
    campaignId: campaign.campaignId,
    eventId: null,
    receiptIds: null,
    fromNumber: null,
    toNumber: null,
    layout: 'A4' as const,
  }
  const commandId = v7()
  const [one, other] = await Promise.all([1, 2].map(() => client.job('papers.receipts', wanted, { commandId })))
  if (!one || !other) throw new Error('unanswered')
  expect(granted(one)).toEqual(granted(other))
  const again = granted(await client.job('papers.receipts', wanted))
  expect(again.file).not.toBe(granted(one).file)
})
