import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import type { Client } from '../../src/contract/client.ts'
import type { Reply } from '../../src/contract/failure.ts'
import { ALL_HOUSEHOLDS } from '../../src/contract/households.ts'
import { day } from '../../src/domain/day.ts'
import { period } from '../../src/domain/period.ts'
import { ledgerFile } from '../../src/ledger/open-ledger.ts'
import { failed, granted, openWorkingOffice, refusedWith } from '../support/office.ts'
import { FIRST_OF_DECEMBER } from '../support/office-place.ts'
import { EXPLAINED, giftFor, HOUSEHOLD, openCampaign, registerHousehold } from '../support/trade.ts'

const NOBODY = '01940000-0000-7000-8000-00000000abcd'
const TODAY = day('2026-12-01')
const TOMORROW = day('2026-12-02')
const detailOf = async (client: Client, householdId: string) =>
  granted(await client.query('households.get', { householdId }))
const searched = async (client: Client, text: string) =>
  granted(await client.query('households.search', { text, limit: 10 })).households.map((line) => line.headOfHousehold)
const counted = async (client: Client, bent: object) =>
  granted(await client.query('households.count', { filters: [{ ...ALL_HOUSEHOLDS, ...bent }] })).counts[0]

describe('a household tells who changed what and when', () => {
  test('field by field, the newest first, numbers of persons masked', async () => {
    let now = FIRST_OF_DECEMBER
    await using opened = await openWorkingOffice({ clock: () => now })
    const { client } = opened
    const householdId = await registerHousehold(client, 'Nguyễn Thị Lan', '001151000001')
    const later = async (revision: number, facts: object) => {
      now += 60_000
      granted(await client.command('households.amend', { householdId, revision, facts }))
    }
    const members = [{ fullName: 'Trần Văn Đạt', birthYear: 1949, relation: 'chồng' }]
    await later(1, { citizenId: '001151000002', oldIdNumber: '111222333' })
    await later(2, { members, memberCount: 2 })
    now += 60_000
    granted(await client.command('households.revealCitizenId', { householdId }))
    const { history } = await detailOf(client, householdId)
    expect(history.map(({ command, personName, changes }) => ({ command, personName, changes }))).toEqual([
      { command: 'households.revealCitizenId', personName: 'Trần Thị Thu', changes: [] },
      {
        command: 'households.amend',
        personName: 'Trần Thị Thu',
        changes: [
          { field: 'memberCount', before: null, after: 2 },
          { field: 'members', before: [], after: members },
        ],
      },
      {
        command: 'households.amend',
        personName: 'Trần Thị Thu',
        changes: [
          { field: 'citizenId', before: '001******001', after: '001******002' },
          { field: 'oldIdNumber', before: null, after: '******333' },
        ],
      },
      { command: 'households.register', personName: 'Trần Thị Thu', changes: [] },
    ])
    expect(history.map(({ recordedAt }) => recordedAt)).toEqual(
      history
        .map(({ recordedAt }) => recordedAt)
        .sort()
        .reverse(),
    )
  })

  test('and that a form which changed nothing changed nothing', async () => {
    await using opened = await openWorkingOffice()
    const householdId = await registerHousehold(opened.client, 'Nguyễn Thị Lan')
    const same = { householdId, revision: 1, facts: { headOfHousehold: 'Nguyễn Thị Lan' } }
    expect(granted(await opened.client.command('households.amend', same)).revision).toBe(1)
  })

  test('with both of a person’s numbers revealed together', async () => {
    await using opened = await openWorkingOffice()
    const facts = { ...HOUSEHOLD, oldIdNumber: '111222333' }
    const { householdId } = granted(await opened.client.command('households.register', facts))
    const detail = await detailOf(opened.client, householdId)
    expect(detail).toMatchObject({ maskedCitizenId: '001******001', maskedOldIdNumber: '******333' })
    expect(granted(await opened.client.command('households.revealCitizenId', { householdId }))).toEqual({
      citizenId: '001151000001',
      oldIdNumber: '111222333',
    })
  })
})

test('a commune’s code is kept only with the day of its table', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const whole = { ...HOUSEHOLD, communeCode: '00123', communeVersion: day('2025-07-01') }
  const { householdId } = granted(await client.command('households.register', whole))
  expect(await detailOf(client, householdId)).toMatchObject({ communeCode: '00123', communeVersion: '2025-07-01' })
  granted(await client.command('households.amend', { householdId, revision: 1, facts: { communeCode: null } }))
  expect(await detailOf(client, householdId)).toMatchObject({ communeCode: null, communeVersion: null })
})

describe('how a household stands', () => {
  test('is set with its day and its reason, and set back', async () => {
    await using opened = await openWorkingOffice()
    const { client } = opened
    const householdId = await registerHousehold(client, 'Nguyễn Thị Lan')
    const set = (bent: object) =>
      client.command('households.setStatus', {
        householdId,
        revision: 1,
        status: 'moved',
        on: TODAY,
        reason: 'Về ở với con gái',
        ...bent,
      })
    expect(refusedWith(await set({ householdId: NOBODY }))).toBe('household.unknown')
    expect(refusedWith(await set({ revision: 2 }))).toBe('household.changedMeanwhile')
    expect(refusedWith(await set({ on: TOMORROW }))).toBe('document.inFuture')
    expect(refusedWith(await set({ status: 'active' }))).toBe('household.statusSame')
    expect(granted(await set({}))).toEqual({ revision: 2 })
    expect(await detailOf(client, householdId)).toMatchObject({
      status: 'moved',
      statusOn: '2026-12-01',
      statusReason: 'Về ở với con gái',
    })
    const { history } = await detailOf(client, householdId)
    expect(history[0]?.changes).toEqual([
      { field: 'status', before: 'active', after: 'moved' },
      { field: 'statusOn', before: null, after: '2026-12-01' },
      { field: 'statusReason', before: null, after: 'Về ở với con gái' },
    ])
    expect(await searched(client, 'lan')).toEqual(['Nguyễn Thị Lan'])
    expect([await counted(client, { status: 'moved' }), await counted(client, { status: 'active' })]).toEqual([1, 0])
    const campaign = await openCampaign(client)
    expect(refusedWith(await client.command('gifts.handOver', giftFor(campaign, householdId)))).toBe(
      'household.notActive',
    )
    granted(await set({ revision: 2, status: 'active', reason: 'Đã về' }))
    granted(await client.command('gifts.handOver', giftFor(campaign, householdId)))
  })

  test('follows the days of its categories, without anybody doing anything', async () => {
    let now = FIRST_OF_DECEMBER
    await using opened = await openWorkingOffice({ clock: () => now })
    const { client } = opened
    const granting = { decisionNumber: null, validFrom: null, validTo: null }
    const categories = [
      { ...granting, category: 'HN' as const, validTo: day('2026-12-31') },
      { ...granting, category: 'NKT' as const },
    ]
    granted(await client.command('households.register', { ...HOUSEHOLD, categories }))
    expect([await counted(client, { category: 'HN' }), await counted(client, { category: 'NKT' })]).toEqual([1, 1])
    now = Date.UTC(2026, 11, 31, 17, 30)
    expect([await counted(client, { category: 'HN' }), await counted(client, { category: 'NKT' })]).toEqual([0, 1])
    const [line] = granted(await client.query('households.search', { text: 'duoc', limit: 1 })).households
    expect(line?.category).toBe('NKT')
  })
})

describe('somebody who asks to be forgotten', () => {
  test('is gone from the registry, its history, its searches and pairs; the papers stay as they were issued', async () => {
    await using opened = await openWorkingOffice()
    const { client } = opened
    const householdId = await registerHousehold(client, 'Nguyễn Thị Lan', '001151000001')
    await registerHousehold(client, 'Nguyễn Thị Lan')
    granted(await client.command('households.amend', { householdId, revision: 1, facts: { phone: '0912345678' } }))
    const campaign = await openCampaign(client)
    granted(await client.command('gifts.handOver', giftFor(campaign, householdId)))
    const erase = (bent: object) =>
      client.command('households.erase', { householdId, revision: 2, on: TODAY, reason: 'Theo đơn', ...bent })
    expect(refusedWith(await erase({ householdId: NOBODY }))).toBe('household.unknown')
    expect(refusedWith(await erase({ revision: 1 }))).toBe('household.changedMeanwhile')
    expect(refusedWith(await erase({ on: TOMORROW }))).toBe('document.inFuture')
    expect(granted(await erase({}))).toEqual({ revision: 3 })

    const pseudonym = `Hộ ${householdId.slice(-6).toUpperCase()}`
    const detail = await detailOf(client, householdId)
    expect(detail).toMatchObject({
      headOfHousehold: pseudonym,
      birthYear: null,
      maskedCitizenId: null,
      phone: null,
      hamlet: null,
      categories: [],
      status: 'erased',
      statusOn: '2026-12-01',
      statusReason: 'Theo đơn',
      duplicateCount: 0,
    })
    expect(detail.history.map(({ command, changes }) => [command, changes.map(({ field }) => field)])).toEqual([
      ['households.erase', ['status', 'statusOn', 'statusReason']],
      ['gifts.handOver', []],
      ['households.amend', []],
      ['households.register', []],
    ])
    expect(detail.gifts).toMatchObject([{ recipientName: 'Nguyễn Thị Lan', valueDong: 500_000 }])
    expect(await searched(client, '001151000001')).toEqual([])
    expect(await searched(client, 'ho')).toEqual([])
    expect([await counted(client, {}), await counted(client, { status: 'erased' })]).toEqual([1, 1])
    const pairs = granted(await client.query('duplicates.list', { state: 'open', from: 0, limit: 10 }))
    expect(pairs).toEqual({ counts: { open: 0, later: 0, different: 0 }, pairs: [] })
    granted(await client.command('households.register', { ...HOUSEHOLD, citizenId: '001151000001' }))
  })

  test('is not changed, ended, merged, settled, given or repaired any more', async () => {
    await using opened = await openWorkingOffice()
    const { client } = opened
    const householdId = await registerHousehold(client, 'Nguyễn Thị Lan')
    const otherId = await registerHousehold(client, 'Trần Văn Đạt')
    const reasoned = { householdId, on: TODAY, reason: 'Theo đơn' }
    granted(await client.command('households.erase', { ...reasoned, revision: 1 }))
    const campaign = await openCampaign(client)
    const merge = { keptRevision: 1, mergedRevision: 2, takes: [] }
    const replies: Reply<unknown>[] = [
      await client.command('households.amend', { householdId, revision: 2, facts: { note: 'x' } }),
      await client.command('households.setStatus', { ...reasoned, revision: 2, status: 'active' }),
      await client.command('households.erase', { ...reasoned, revision: 2 }),
      await client.command('households.merge', { ...merge, keptId: otherId, mergedId: householdId }),
      await client.command('duplicates.settle', { oneId: householdId, otherId, verdict: 'later' }),
      await client.command('gifts.handOver', giftFor(campaign, householdId)),
      await client.command('repairs.open', {
        ...{ householdIds: [householdId], campaignId: null, openedOn: TODAY, fundingSource: null },
        ...{ origin: 'list', need: null },
      }),
    ]
    for (const reply of replies) {
      expect(failed(reply)).toMatchObject({
        refusal: { code: 'household.notActive', parameters: { status: 'erased' } },
      })
    }
  })

  test('takes the entries kept under it along, and what a parted merge said of it', async () => {
    await using opened = await openWorkingOffice()
    const { client, folder } = opened
    const kept = await registerHousehold(client, 'Nguyễn Thị Lan')
    const merged = await registerHousehold(client, 'Nguyễn Thị Lan')
    const parted = await registerHousehold(client, 'Lò Thị Yến')
    const merge = async (mergedId: string, keptRevision: number) =>
      granted(
        await client.command('households.merge', {
          keptId: kept,
          keptRevision,
          mergedId,
          mergedRevision: 1,
          takes: ['headOfHousehold'],
        }),
      )
    const { mergeId } = await merge(parted, 1)
    granted(await client.command('households.undoMerge', { mergeId }))
    const reasoned = { on: TODAY, reason: 'Theo đơn' }
    granted(await client.command('households.erase', { ...reasoned, householdId: parted, revision: 3 }))
    const { history } = await detailOf(client, kept)
    expect(JSON.stringify(history)).not.toContain('Yến')

    await merge(merged, 3)
    granted(await client.command('households.erase', { ...reasoned, householdId: kept, revision: 3 }))
    for (const id of [kept, merged]) {
      expect(await detailOf(client, id)).toMatchObject({ status: 'erased', mergedInto: null, merged: [] })
    }
    await opened.office.close()
    const database = new BetterSqlite3(ledgerFile(folder), { readonly: true })
    const said = ['households', 'household_revisions', 'household_merges', 'duplicate_pairs'].map((table) =>
      JSON.stringify(database.prepare(`SELECT * FROM ${table}`).all()),
    )
    database.close()
    expect(said.join('')).not.toMatch(/Yến|Lan|Thôn Đông/)
  })
})

test('a month whose households were merged and erased since makes a package that passes its check', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const [kept, merged, erased] = [
    await registerHousehold(client, 'Nguyễn Thị Lan'),
    await registerHousehold(client, 'Nguyễn Thị Lan'),
    await registerHousehold(client, 'Lò Thị Yến'),
  ]
  const campaign = await openCampaign(client)
  for (const householdId of [kept, merged, erased]) {
    granted(await client.command('gifts.handOver', giftFor(campaign, householdId)))
  }
  const pair = { keptId: kept, keptRevision: 1, mergedId: merged, mergedRevision: 1, takes: [] }
  granted(await client.command('households.merge', pair))
  granted(await client.command('households.erase', { householdId: erased, revision: 1, on: TODAY, reason: 'Theo đơn' }))
  granted(await client.command('months.close', { period: period('2026-11'), explanations: EXPLAINED }))
  const { file } = granted(await client.job('months.package', { period: period('2026-11'), folder: null }))
  const verified = granted(await client.job('packages.verify', { path: file, keysFolder: null }))
  expect(verified).toMatchObject({ faults: [] })
})
