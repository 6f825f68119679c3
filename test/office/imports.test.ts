import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Client } from '../../src/contract/client.ts'
import type { Input } from '../../src/contract/contract.ts'
import { ACCEPT_AS_FOUND } from '../../src/contract/imports.ts'
import { day } from '../../src/domain/day.ts'
import { blankHousehold, type HouseholdFacts } from '../../src/domain/household.ts'
import { NO_CHOICES } from '../../src/domain/household-list.ts'
import { connect, granted, openWorkingOffice, refusedWith, type TestOffice } from '../support/office.ts'
import { giftFor, openCampaign } from '../support/trade.ts'

const HEADER = 'Họ và tên,Năm sinh,Số CCCD,Điện thoại,Thôn,Xã,Diện'
const POOR = { category: 'HN', decisionNumber: null, validFrom: null, validTo: null } as const
const LAN: HouseholdFacts = {
  ...blankHousehold('Nguyễn Thị Lan'),
  birthYear: 1951,
  hamlet: 'Thôn Đông',
  communeName: 'Xã Mẫu',
  categories: [POOR],
}

type Looked = Input<'imports.preview'>

/** A list in the office's folder: the lines below a header. */
function listOf({ folder }: TestOffice, lines: readonly string[], bent: Partial<Looked> & { header?: string } = {}) {
  const { header = HEADER, ...said } = bent
  const file = join(folder, 'danh-sach.csv')
  const text = [header, ...lines, ''].join('\n')
  writeFileSync(file, text)
  const looked: Looked = { source: { file }, choices: NO_CHOICES, identities: [], ...said }
  const fileSha256 = createHash('sha256').update(text).digest('hex')
  return { looked, taken: { ...looked, ...ACCEPT_AS_FOUND, fileSha256 } }
}

const register = async (client: Client, facts: Partial<HouseholdFacts> = {}) =>
  granted(await client.command('households.register', { ...LAN, ...facts })).householdId

async function rowsShown(client: Client, readingId: string, show: Input<'imports.rows'>['show']) {
  return granted(await client.query('imports.rows', { readingId, show, from: 0, limit: 500 })).rows
}

const LINES = [
  'Nguyễn Thị Lan,1951,001151000001,0912000001,Thôn Đông,Xã Mẫu,Hộ cận nghèo',
  'Trần Văn Đạt,1960,001060000002,,Thôn Đông,Xã Mẫu,Hộ nghèo',
  ',1970,001070000003,0912000003,Thôn Đông,Xã Mẫu,Hộ nghèo',
  'Phạm Thị Hoà,1948,không có,,Thôn Đông,Xã Mẫu,Hộ nghèo',
]

test('a list that is looked at tells row by row what it would do', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const lanId = await register(client)
  const hoaId = await register(client, { headOfHousehold: 'Phạm Thị Hoà', birthYear: null })
  const goneId = await register(client, { headOfHousehold: 'Lê Văn Cũ', birthYear: 1939 })
  const { looked } = listOf(opened, LINES)
  const preview = granted(await client.job('imports.preview', looked))
  expect(preview).toMatchObject({ effects: { new: 2, changed: 1, same: 0, blocked: 1, gone: 1 }, resemblingCount: 1 })
  const { readingId } = preview

  const [lan] = await rowsShown(client, readingId, 'changed')
  expect(lan).toMatchObject({ rowNumber: 2, household: { householdId: lanId } })
  expect(lan?.cells).toMatchObject({ headOfHousehold: 'Nguyễn Thị Lan', citizenId: '001******001' })
  expect(lan?.changes).toEqual([
    { field: 'citizenId', before: null, after: '001******001' },
    { field: 'phone', before: null, after: '0912000001' },
    { field: 'categories', before: [POOR], after: [{ ...POOR, category: 'HCN' }] },
  ])
  const [blocked] = await rowsShown(client, readingId, 'blocked')
  expect(blocked).toMatchObject({ rowNumber: 4, effect: 'blocked', cells: { phone: '0912000003' } })
  expect(blocked?.findings[0]).toMatchObject({ code: 'nameMissing', severity: 'error' })
  const [hoa] = await rowsShown(client, readingId, 'resembling')
  expect(hoa).toMatchObject({ rowNumber: 5, cells: { citizenId: 'không có' } })
  expect(hoa?.resembles).toMatchObject([{ household: { householdId: hoaId } }])
  const [gone] = await rowsShown(client, readingId, 'gone')
  expect(gone).toMatchObject({ rowNumber: null, household: { householdId: goneId } })
  expect(gone?.changes).toEqual([{ field: 'categories', before: [POOR], after: [{ ...POOR, validTo: '2026-11-30' }] }])
  expect((await rowsShown(client, readingId, 'all')).map(({ rowNumber }) => rowNumber)).toEqual([2, 3, 4, 5, null])
  expect((await rowsShown(client, readingId, 'faulty')).map(({ rowNumber }) => rowNumber)).toEqual([4, 5])
  const page = granted(await client.query('imports.rows', { readingId, show: 'all', from: 2, limit: 1 }))
  expect([page.count, page.rows.map(({ rowNumber }) => rowNumber)]).toEqual([5, [4]])
})

test('citizen IDs are masked while sheet, header and columns are looked at; what is none yet is shown', async () => {
  await using opened = await openWorkingOffice()
  const preview = granted(await opened.client.job('imports.preview', listOf(opened, LINES).looked))
  expect(JSON.stringify(preview)).not.toMatch(/001\d{9}/)
  const citizenIds = preview.columns.find(({ field }) => field === 'citizenId')
  expect(citizenIds?.samples).toEqual(expect.arrayContaining(['001******001', 'không có']))
})

test('a reading is of its session and the latest: another is gone', async () => {
  await using opened = await openWorkingOffice()
  const { client, office } = opened
  const { looked, taken } = listOf(opened, LINES)
  const first = granted(await client.job('imports.preview', looked))
  const asked = { show: 'all' as const, from: 0, limit: 10 }
  const other = connect(office)
  const { people } = granted(await other.query('office.describe', {}))
  granted(await other.query('session.start', { personId: people[0]?.personId ?? '' }))
  const ofFirst = { readingId: first.readingId, ...asked }
  expect(refusedWith(await other.query('imports.rows', ofFirst))).toBe('import.readingGone')
  const second = granted(await client.job('imports.preview', looked))
  expect(refusedWith(await client.query('imports.rows', ofFirst))).toBe('import.readingGone')
  granted(await client.job('imports.run', taken))
  const ofSecond = { readingId: second.readingId, ...asked }
  expect(refusedWith(await client.query('imports.rows', ofSecond))).toBe('import.readingGone')
})

test('what the clerk decided is what is taken in: mended, told apart, left out, ended', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  await register(client)
  const hoaId = await register(client, { headOfHousehold: 'Phạm Thị Hoà', birthYear: null })
  const goneId = await register(client, { headOfHousehold: 'Lê Văn Cũ', birthYear: 1939 })
  const corrections = [{ rowNumber: 4, field: 'headOfHousehold' as const, text: 'Bùi Thị Nhuần' }]
  const said = { choices: { ...NO_CHOICES, corrections }, identities: [{ rowNumber: 5, householdId: hoaId }] }
  const { looked, taken } = listOf(opened, LINES, said)
  const preview = granted(await client.job('imports.preview', looked))
  expect(preview.effects).toEqual({ new: 2, changed: 2, same: 0, blocked: 0, gone: 1 })
  const accept = { new: true, changed: true, gone: false }
  const decided = { ...taken, accept, exceptRowNumbers: [3], exceptHouseholdIds: [goneId] }
  const batch = granted(await client.job('imports.run', decided))
  expect(batch).toMatchObject({ inserted: 1, changed: 2, same: 0, blocked: 0, declined: 1, ended: 1 })
  expect(granted(await client.query('households.get', { householdId: hoaId })).birthYear).toBe(1948)
  expect(granted(await client.query('households.get', { householdId: goneId })).category).toBeNull()
  const { households } = granted(await client.query('households.search', { text: 'bui thi nhuan', limit: 5 }))
  expect(households).toHaveLength(1)

  const { batchId } = batch
  expect(granted(await client.command('imports.undo', { batchId }))).toEqual({ removed: 1, restored: 3 })
  expect(granted(await client.query('households.get', { householdId: goneId })).category).toBe('HN')
  granted(await client.job('imports.run', decided))
})

test('a file that was written over since it was looked at is not taken in', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const { looked, taken } = listOf(opened, LINES)
  granted(await client.job('imports.preview', looked))
  listOf(opened, LINES.slice(0, 2))
  expect(refusedWith(await client.job('imports.run', taken))).toBe('import.fileChanged')
})

test('a household registered between looking and taking in is not taken in a second time', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const { looked, taken } = listOf(opened, LINES)
  expect(granted(await client.job('imports.preview', looked)).effects).toMatchObject({ new: 3 })
  await register(client, { headOfHousehold: 'Trần Văn Đạt', birthYear: 1960, citizenId: '001060000002' })
  expect(granted(await client.job('imports.run', taken))).toMatchObject({ inserted: 2, same: 1 })
})

test('what was copied in Excel is taken in like a file', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const pasted = [HEADER, ...LINES].map((line) => line.replaceAll(',', '\t')).join('\n')
  const looked: Looked = { source: { pasted }, choices: NO_CHOICES, identities: [] }
  const { fileSha256, effects } = granted(await client.job('imports.preview', looked))
  expect(effects).toMatchObject({ new: 3, blocked: 1 })
  const batch = granted(await client.job('imports.run', { ...looked, ...ACCEPT_AS_FOUND, fileSha256 }))
  expect(batch.inserted).toBe(3)
})

test("a sender's columns are remembered when the clerk says so, and only then", async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const header = 'Cột một,Cột hai,Cột ba'
  const columns = [
    { columnNumber: 1, field: 'headOfHousehold' as const },
    { columnNumber: 2, field: 'hamlet' as const },
    { columnNumber: 3, field: 'note' as const },
  ]
  const choices = { ...NO_CHOICES, headerRowNumber: 1, columns }
  const first = listOf(opened, ['Nguyễn Thị Lan,Thôn Đông,Nhà cuối xóm'], { header, choices })
  granted(await client.job('imports.run', { ...first.taken, remembersColumns: false }))
  const pointed = { header, choices: { ...NO_CHOICES, headerRowNumber: 1 } }
  const second = listOf(opened, ['Trần Văn Đạt,Thôn Đoài,Nhà đầu xóm'], { header, choices })
  granted(await client.job('imports.run', second.taken))
  const third = listOf(opened, ['Lê Văn Lâm,Thôn Hạ,Gần đình'], pointed)
  const preview = granted(await client.job('imports.preview', third.looked))
  expect(preview.isRemembered).toBe(true)
  expect(preview.columns.map(({ field }) => field)).toEqual(['headOfHousehold', 'hamlet', 'note'])
})

test('papers that came of a batch stand in the way of undoing it, and are named', async () => {
  let now = Date.UTC(2026, 11, 1, 1, 30)
  await using opened = await openWorkingOffice({ clock: () => now })
  const { client } = opened
  const householdId = await register(client, { categories: [] })
  const campaign = await openCampaign(client, { eligibleCategories: ['HCN'] })
  const { taken } = listOf(opened, LINES)
  const { batchId } = granted(await client.job('imports.run', taken))
  now += 60_000
  granted(
    await client.command('gifts.handOver', { ...giftFor(campaign, householdId), handedOverOn: day('2026-12-01') }),
  )
  const reply = await client.command('imports.undo', { batchId })
  expect(refusedWith(reply)).toBe('import.hasPapers')
  expect(reply).toMatchObject({ failure: { refusal: { parameters: { headsOfHousehold: ['Nguyễn Thị Lan'] } } } })
})

test('a list goes back to its sender with its findings, beside it and never over it', async () => {
  await using opened = await openWorkingOffice()
  const { client, folder } = opened
  const { looked } = listOf(opened, LINES)
  const { source, choices } = looked
  const asked = { source, choices, language: 'vi' as const }
  const file = join(folder, 'tra-lai.csv')
  expect(granted(await client.job('imports.saveFindings', { ...asked, file }))).toEqual({ file, rowCount: 2 })
  const [header, ...rows] = readFileSync(file, 'utf8').trim().split('\n')
  expect(header).toContain('Điều cần xem lại')
  expect(rows[2]).toContain('không có tên chủ hộ')
  expect(rows[0]).toBe(LINES[0])
  const itself = join(folder, '.', 'danh-sach.csv')
  expect(refusedWith(await client.job('imports.saveFindings', { ...asked, file: itself }))).toBe('file.isSource')
})

test('a list that comes back as another kind of file gets its ending, and overwrites nothing by it', async () => {
  await using opened = await openWorkingOffice()
  const { client, folder } = opened
  const { looked } = listOf(opened, LINES)
  const { choices, source } = looked
  const asked = { source, choices, language: 'en' as const, file: join(folder, 'danh-sach.xlsx') }
  const saved = granted(await client.job('imports.saveFindings', asked))
  expect(saved.file).toBe(join(folder, 'danh-sach (2).csv'))
  expect(readFileSync(join(folder, 'danh-sach.csv'), 'utf8')).toBe([HEADER, ...LINES, ''].join('\n'))
})
