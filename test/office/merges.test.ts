import { describe, expect, test } from 'vitest'
import type { Client } from '../../src/contract/client.ts'
import { ALL_HOUSEHOLDS } from '../../src/contract/households.ts'
import { day } from '../../src/domain/day.ts'
import type { HouseholdField } from '../../src/domain/household.ts'
import { granted, openWorkingOffice, refusedWith } from '../support/office.ts'
import { FIRST_OF_DECEMBER } from '../support/office-place.ts'
import { certifiedRepair } from '../support/repairs.ts'
import { giftFor, HOUSEHOLD, NOVEMBER_20, openCampaign, registerHousehold } from '../support/trade.ts'

const NOBODY = '01940000-0000-7000-8000-00000000abcd'

const detailOf = async (client: Client, householdId: string) =>
  granted(await client.query('households.get', { householdId }))
const revisionOf = async (client: Client, householdId: string) => (await detailOf(client, householdId)).revision
const found = async (client: Client, text: string) =>
  granted(await client.query('households.search', { text, limit: 10 })).households.map((line) => line.householdId)

async function merge(client: Client, keptId: string, mergedId: string, takes: HouseholdField[] = []) {
  const [keptRevision, mergedRevision] = [await revisionOf(client, keptId), await revisionOf(client, mergedId)]
  return client.command('households.merge', { keptId, keptRevision, mergedId, mergedRevision, takes })
}

/** An office whose clock goes on with every question, so that histories have an order. */
function openTickingOffice() {
  let now = FIRST_OF_DECEMBER
  return openWorkingOffice({
    clock: () => {
      now += 1000
      return now
    },
  })
}

async function twoLans(client: Client) {
  const kept = await registerHousehold(client, 'Nguyễn Thị Lan')
  const facts = {
    ...HOUSEHOLD,
    headOfHousehold: 'Nguyễn Thị Làn',
    citizenId: '001151000009',
    customerCode: 'PS0000000002',
    phone: '0912345678',
    hamlet: 'Xóm Mới',
  }
  return { kept, merged: granted(await client.command('households.register', facts)).householdId }
}

/** Households as everybody sees them, without the numbers of their revisions and what was done with them. */
async function said(client: Client, householdIds: readonly string[]) {
  const details = await Promise.all(householdIds.map((id) => detailOf(client, id)))
  return details.map(({ revision: _revision, history: _history, ...detail }) => detail)
}

describe('a merge', () => {
  test('keeps one entry with what it takes of the other, whose words and papers lead to it', async () => {
    await using opened = await openTickingOffice()
    const { client } = opened
    const { kept, merged } = await twoLans(client)
    const campaign = await openCampaign(client)
    granted(await client.command('gifts.handOver', giftFor(campaign, merged)))
    await certifiedRepair(client, merged)
    const { mergeId } = granted(await merge(client, kept, merged, ['citizenId', 'phone']))

    const detail = await detailOf(client, kept)
    expect(detail).toMatchObject({
      headOfHousehold: 'Nguyễn Thị Lan',
      maskedCitizenId: '001******009',
      phone: '0912345678',
      hamlet: 'Thôn Đông',
      merged: [{ mergeId, household: { householdId: merged, headOfHousehold: 'Nguyễn Thị Làn', status: 'merged' } }],
      gifts: [{ heldBy: 'Nguyễn Thị Làn', documentNumber: '01/2026/BBBG-PC042' }],
    })
    const { repairs } = granted(await client.query('repairs.ofHousehold', { householdId: kept }))
    expect(repairs).toMatchObject([{ state: 'done', household: { headOfHousehold: 'Nguyễn Thị Làn' } }])
    expect(detail.history[0]).toMatchObject({
      command: 'households.merge',
      changes: [
        { field: 'citizenId', before: null, after: '001******009' },
        { field: 'phone', before: null, after: '0912345678' },
      ],
    })
    const under = await detailOf(client, merged)
    expect(under).toMatchObject({ status: 'merged', statusOn: '2026-12-01', mergedInto: { householdId: kept } })
    expect(under.gifts).toMatchObject([{ heldBy: null }])
    expect(under.history[0]?.changes).toContainEqual({ field: 'mergedInto', before: null, after: 'Nguyễn Thị Lan' })

    for (const text of ['xom moi', 'PS0000000002', 'lan', '345678'])
      expect(await found(client, text), text).toEqual([kept])
    const counts = granted(
      await client.query('households.count', {
        filters: [
          ALL_HOUSEHOLDS,
          { ...ALL_HOUSEHOLDS, text: 'xom moi' },
          { ...ALL_HOUSEHOLDS, status: 'merged', text: 'xom moi' },
        ],
      }),
    )
    expect(counts).toEqual({ counts: [1, 1, 1] })
  })

  test('is known by what the merged entry said: its numbers bring the kept one while a form is typed', async () => {
    await using opened = await openTickingOffice()
    const { client } = opened
    const { kept, merged } = await twoLans(client)
    granted(await merge(client, kept, merged))
    const typed = { ...HOUSEHOLD, headOfHousehold: 'Nguyễn Thị Làn', citizenId: '001151000009', hamlet: null }
    const facts = { ...typed, customerCode: null, birthYear: null, communeName: null }
    const { households } = granted(await client.query('duplicates.like', { facts, exceptId: null }))
    expect(households).toMatchObject([{ household: { householdId: kept }, score: 100 }])
  })

  test('is of two entries that stand as they were compared', async () => {
    await using opened = await openTickingOffice()
    const { client } = opened
    const { kept, merged } = await twoLans(client)
    const asked = { keptId: kept, keptRevision: 1, mergedId: merged, mergedRevision: 1, takes: [] }
    const ask = async (bent: object) => refusedWith(await client.command('households.merge', { ...asked, ...bent }))
    expect(await ask({ keptId: NOBODY })).toBe('household.unknown')
    expect(await ask({ mergedId: NOBODY })).toBe('household.unknown')
    expect(await ask({ mergedId: kept })).toBe('merge.withItself')
    expect(await ask({ keptRevision: 2 })).toBe('household.changedMeanwhile')
    expect(await ask({ mergedRevision: 2 })).toBe('household.changedMeanwhile')
    granted(await client.command('households.merge', asked))
    expect(await ask({})).toBe('household.notActive')
    expect(await ask({ keptId: merged, mergedId: kept })).toBe('household.notActive')
    const amend = { householdId: merged, revision: 2, facts: { phone: null } }
    expect(refusedWith(await client.command('households.amend', amend))).toBe('household.notActive')
  })

  test('counts what either entry was given: one gift per household and campaign', async () => {
    await using opened = await openTickingOffice()
    const { client } = opened
    const { kept, merged } = await twoLans(client)
    const campaign = await openCampaign(client)
    const give = (householdId: string) => client.command('gifts.handOver', giftFor(campaign, householdId))
    const waiting = async () => {
      const filter = { ...ALL_HOUSEHOLDS, notReceivedIn: campaign.campaignId }
      return granted(await client.query('households.count', { filters: [filter] })).counts[0]
    }
    const both = [granted(await give(kept)).receiptId, granted(await give(merged)).receiptId]
    const pair = granted(await client.query('duplicates.get', { oneId: kept, otherId: merged }))
    expect(pair.bothGivenIn).toEqual(['Tri ân khách hàng 2026'])
    granted(await merge(client, kept, merged))
    expect(refusedWith(await give(kept))).toBe('gift.alreadyGiven')
    for (const receiptId of both) {
      expect(refusedWith(await give(kept))).toBe('gift.alreadyGiven')
      expect(await waiting()).toBe(0)
      granted(
        await client.command('gifts.void', { receiptId, kind: 'mistake', voidedOn: NOVEMBER_20, reason: 'Trùng hộ' }),
      )
    }
    expect(await waiting()).toBe(1)
    granted(await give(kept))
    expect(refusedWith(await give(merged))).toBe('household.notActive')
    const totals = granted(
      await client.query('households.totals', { selection: { kind: 'some', householdIds: [kept] } }),
    )
    expect(totals).toEqual({ householdCount: 1, memberCount: 0, giftsDong: 500_000, repairsDong: 0 })
  })
})

describe('undoing a merge', () => {
  test('brings back what both said, who was given what, and who is found', async () => {
    await using opened = await openTickingOffice()
    const { client } = opened
    const { kept, merged } = await twoLans(client)
    const campaign = await openCampaign(client)
    granted(await client.command('gifts.handOver', giftFor(campaign, merged)))
    const before = await said(client, [kept, merged])
    const { mergeId } = granted(await merge(client, kept, merged, ['citizenId', 'hamlet', 'categories']))
    expect(granted(await client.command('households.undoMerge', { mergeId }))).toEqual({
      keptId: kept,
      mergedId: merged,
    })
    expect(await said(client, [kept, merged])).toEqual(before)
    expect(await found(client, 'xom moi')).toEqual([merged])
    expect(await found(client, 'thon dong')).toEqual([kept])
    granted(await client.command('gifts.handOver', giftFor(campaign, kept)))
    expect((await detailOf(client, merged)).history.map(({ command }) => command)).toEqual([
      'households.undoMerge',
      'households.merge',
      'gifts.handOver',
      'households.register',
    ])
  })

  test('leaves what was amended since as it was amended', async () => {
    await using opened = await openTickingOffice()
    const { client } = opened
    const { kept, merged } = await twoLans(client)
    const { mergeId } = granted(await merge(client, kept, merged, ['phone', 'hamlet']))
    const facts = { phone: '0987654321', note: 'Đã gặp' }
    const revision = await revisionOf(client, kept)
    granted(await client.command('households.amend', { householdId: kept, revision, facts }))
    granted(await client.command('households.undoMerge', { mergeId }))
    expect(await detailOf(client, kept)).toMatchObject({ phone: '0987654321', note: 'Đã gặp', hamlet: 'Thôn Đông' })
    expect(await detailOf(client, merged)).toMatchObject({ phone: '0912345678', hamlet: 'Xóm Mới', status: 'active' })
  })

  test('is done once, and after a later merge of the kept one was undone', async () => {
    await using opened = await openTickingOffice()
    const { client } = opened
    const { kept, merged } = await twoLans(client)
    const last = await registerHousehold(client, 'Nguyễn Thị Lan')
    const before = await said(client, [kept, merged, last])
    const first = granted(await merge(client, kept, merged, ['citizenId'])).mergeId
    const second = granted(await merge(client, last, kept, ['citizenId'])).mergeId
    const undo = (mergeId: string) => client.command('households.undoMerge', { mergeId })
    expect(await found(client, 'xom moi')).toEqual([last])
    expect(refusedWith(await undo(NOBODY))).toBe('merge.unknown')
    expect(refusedWith(await undo(first))).toBe('merge.laterMerge')
    granted(await undo(second))
    expect(await found(client, 'xom moi')).toEqual([kept])
    granted(await undo(first))
    expect(refusedWith(await undo(first))).toBe('merge.alreadyUndone')
    expect(await said(client, [kept, merged, last])).toEqual(before)
  })

  test('is refused where a citizen ID would be of two households', async () => {
    await using opened = await openTickingOffice()
    const { client } = opened
    const { kept, merged } = await twoLans(client)
    const { mergeId } = granted(await merge(client, kept, merged))
    const other = await registerHousehold(client, 'Lò Văn Sơn', '001151000009')
    const undo = () => client.command('households.undoMerge', { mergeId })
    expect(refusedWith(await undo())).toBe('household.citizenIdTaken')
    granted(await client.command('households.amend', { householdId: other, revision: 1, facts: { citizenId: null } }))
    const facts = { citizenId: '001151000009' }
    const revision = await revisionOf(client, kept)
    granted(await client.command('households.amend', { householdId: kept, revision, facts }))
    expect(refusedWith(await undo())).toBe('household.citizenIdTaken')
    granted(
      await client.command('households.amend', {
        householdId: kept,
        revision: revision + 1,
        facts: { citizenId: null },
      }),
    )
    granted(await undo())
    expect(await detailOf(client, merged)).toMatchObject({ maskedCitizenId: '001******009' })
  })

  test('is refused where the kept one was erased, and names it', async () => {
    await using opened = await openTickingOffice()
    const { client } = opened
    const { kept, merged } = await twoLans(client)
    const { mergeId } = granted(await merge(client, kept, merged))
    const revision = await revisionOf(client, kept)
    const reasoned = { on: day('2026-12-01'), reason: 'Theo đơn' }
    granted(await client.command('households.erase', { householdId: kept, revision, ...reasoned }))
    expect(refusedWith(await client.command('households.undoMerge', { mergeId }))).toBe('household.notActive')
  })
})
