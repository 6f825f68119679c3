import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import type { Client } from '../../src/contract/client.ts'
import type { Input } from '../../src/contract/contract.ts'
import { ALL_HOUSEHOLDS, REGISTRY_COLUMNS } from '../../src/contract/households.ts'
import { day } from '../../src/domain/day.ts'
import { safeText } from '../../src/office/registry-cells.ts'
import { writeRegistryFile } from '../../src/office/registry-file.ts'
import { connect, failed, granted, openWorkingOffice, refusedWith } from '../support/office.ts'
import { temporaryFolder } from '../support/office-place.ts'
import { certifiedRepair } from '../support/repairs.ts'
import { giftFor, HOUSEHOLD, openCampaign, registerHousehold } from '../support/trade.ts'

const NOBODY = '01940000-0000-7000-8000-00000000abcd'
const EVERYBODY = { kind: 'all' as const, filter: ALL_HOUSEHOLDS, exceptIds: [] }

/** Three households, of which the first was given a gift and had its wiring repaired. */
async function threeHouseholds(client: Client) {
  const granting = { decisionNumber: null, validFrom: null, validTo: null }
  const register = async (facts: Partial<Input<'households.register'>>) =>
    granted(
      await client.command('households.register', { ...HOUSEHOLD, customerCode: null, citizenId: null, ...facts }),
    ).householdId
  const lan = await register({
    headOfHousehold: 'Nguyễn Thị Lan',
    citizenId: '001151000001',
    phone: '0912345678',
    memberCount: 3,
    categories: [
      { ...granting, category: 'HN' },
      { ...granting, category: 'NKT' },
    ],
  })
  const an = await register({ headOfHousehold: 'Trần Văn An', memberCount: 2 })
  const yen = await register({ headOfHousehold: 'Lò Thị Yến', categories: [], note: 'Nhà cuối bản' })
  const campaign = await openCampaign(client, { eligibleCategories: ['NKT', 'HCN'] })
  granted(await client.command('gifts.handOver', giftFor(campaign, lan)))
  await certifiedRepair(client, lan)
  return { lan, an, yen, campaign }
}

const names = async (client: Client, bent: object) =>
  granted(
    await client.query('households.page', { filter: { ...ALL_HOUSEHOLDS, ...bent }, after: null, limit: 50 }),
  ).households.map((line) => line.headOfHousehold)

test('a list says of each household what its columns show, by Vietnamese name order', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  await threeHouseholds(client)
  const { households } = granted(
    await client.query('households.page', { filter: ALL_HOUSEHOLDS, after: null, limit: 50 }),
  )
  expect(households.map((line) => line.headOfHousehold)).toEqual(['Trần Văn An', 'Nguyễn Thị Lan', 'Lò Thị Yến'])
  expect(households[1]).toMatchObject({
    maskedCitizenId: '001******001',
    categories: ['HN', 'NKT'],
    lastGiftOn: '2026-11-20',
    lastRepairOn: '2026-11-20',
  })
  expect(households[2]).toMatchObject({ categories: [], category: null, lastGiftOn: null, note: 'Nhà cuối bản' })
})

test('a filter finds any category in force, what is missing, and who is still to be given a gift', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const { an, campaign } = await threeHouseholds(client)
  expect(await names(client, { category: 'NKT' })).toEqual(['Nguyễn Thị Lan'])
  expect(await names(client, { missing: 'category' })).toEqual(['Lò Thị Yến'])
  expect(await names(client, { missing: 'citizenId' })).toEqual(['Trần Văn An', 'Lò Thị Yến'])
  expect(await names(client, { text: 'thon dong', missing: 'citizenId' })).toEqual(['Trần Văn An', 'Lò Thị Yến'])
  const waiting = { notReceivedIn: campaign.campaignId }
  expect(await names(client, waiting)).toEqual([])
  const nearPoor = { category: 'HCN' as const, decisionNumber: null, validFrom: null, validTo: null }
  const facts = { categories: [...(HOUSEHOLD.categories ?? []), nearPoor] }
  granted(await client.command('households.amend', { householdId: an, revision: 1, facts }))
  expect(await names(client, waiting)).toEqual(['Trần Văn An'])
  const moved = { householdId: an, revision: 2, status: 'moved' as const, on: day('2026-12-01'), reason: 'Chuyển đi' }
  granted(await client.command('households.setStatus', moved))
  expect(await names(client, waiting)).toEqual([])
  expect(await names(client, { notReceivedIn: NOBODY })).toEqual([])
})

test('a selection is added up: households, their members, gifts and repairs', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const { lan, an } = await threeHouseholds(client)
  const totals = async (selection: Input<'households.totals'>['selection']) =>
    granted(await client.query('households.totals', { selection }))
  const all = { householdCount: 3, memberCount: 5, giftsDong: 500_000, repairsDong: 360_000 }
  expect(await totals(EVERYBODY)).toEqual(all)
  expect(await totals({ kind: 'some', householdIds: [lan, NOBODY] })).toEqual({
    ...all,
    householdCount: 1,
    memberCount: 3,
  })
  expect(await totals({ ...EVERYBODY, exceptIds: [lan, an] })).toEqual({
    householdCount: 1,
    memberCount: 0,
    giftsDong: 0,
    repairsDong: 0,
  })
})

test('a selection is copied as text for a spreadsheet, masked, in the language of the window', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const { lan, yen } = await threeHouseholds(client)
  const columns = ['headOfHousehold', 'citizenId', 'categories', 'lastGiftOn', 'status', 'memberCount'] as const
  const copy = async (language: 'vi' | 'en') =>
    granted(
      await client.query('households.copy', {
        selection: { kind: 'some', householdIds: [yen, lan] },
        columns: [...columns],
        language,
      }),
    )
  expect(await copy('vi')).toEqual({
    householdCount: 2,
    text: [
      'Chủ hộ\tSố định danh (CCCD)\tDiện\tNhận quà gần nhất\tTình trạng\tSố khẩu',
      'Nguyễn Thị Lan\t001******001\tHộ nghèo; Người khuyết tật\t20/11/2026\tĐang ở\t3',
      'Lò Thị Yến\t\t\t\tĐang ở\t',
    ].join('\r\n'),
  })
  expect((await copy('en')).text.split('\r\n')[1]).toBe(
    'Nguyễn Thị Lan\t001******001\tPoor household; Person with a disability\t20/11/2026\tLiving here\t3',
  )
})

test.each([
  ['=1+1', "'=1+1"],
  ['+84912345678', "'+84912345678"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  [' =1', "' =1"],
  ['\t=1', "' =1"],
  ['a\tb\r\nc', 'a b c'],
  ['Nguyễn Thị Lan', 'Nguyễn Thị Lan'],
])('the text %j reaches a spreadsheet as %j', (text, safe) => {
  expect(safeText(text)).toBe(safe)
})

describe('a selection written to a file', () => {
  const asked = (file: string, bent: object = {}) => ({
    selection: EVERYBODY,
    columns: [...REGISTRY_COLUMNS],
    language: 'vi' as const,
    revealsCitizenIds: false,
    file,
    ...bent,
  })

  test('is a workbook of texts and numbers, numbers of persons masked', async () => {
    await using opened = await openWorkingOffice()
    const { client, folder } = opened
    await threeHouseholds(client)
    const file = join(folder, 'Danh sách hộ.xlsx')
    expect(granted(await client.job('households.export', asked(file)))).toEqual({ file, householdCount: 3 })
    const { sheets } = await readXlsx(readFileSync(file))
    const rows = sheets[0]?.rows ?? []
    expect(rows[0]?.slice(0, 3)).toEqual(['Chủ hộ', 'Năm sinh', 'Số định danh (CCCD)'])
    expect(rows[2]?.slice(0, 7)).toEqual(['Nguyễn Thị Lan', 1951, '001******001', null, null, null, '0912345678'])
    expect(rows).toHaveLength(4)
    const { rows: journal } = granted(await client.query('journal.page', { before: null, limit: 1 }))
    expect(journal).toMatchObject([{ command: 'households.export', personName: 'Trần Thị Thu' }])
  })

  test('is text with commas that Excel reads as UTF-8, whole numbers where the right is held', async () => {
    await using opened = await openWorkingOffice()
    const { client, folder } = opened
    const { lan } = await threeHouseholds(client)
    granted(
      await client.command('households.amend', { householdId: lan, revision: 1, facts: { note: 'Nhà 3, "Cầu"' } }),
    )
    const file = join(folder, 'ho.csv')
    const columns = ['headOfHousehold', 'citizenId', 'note']
    granted(await client.job('households.export', asked(file, { columns, revealsCitizenIds: true })))
    const text = readFileSync(file, 'utf8')
    expect(text.startsWith('\ufeff')).toBe(true)
    expect(text.slice(1).split('\r\n')).toEqual([
      'Chủ hộ,Số định danh (CCCD),Ghi chú',
      'Trần Văn An,,',
      'Nguyễn Thị Lan,001151000001,"Nhà 3, ""Cầu"""',
      'Lò Thị Yến,,Nhà cuối bản',
      '',
    ])
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
  })

  test('is refused with whole numbers to somebody who may not see them', async () => {
    await using opened = await openWorkingOffice()
    await threeHouseholds(opened.client)
    const person = { fullName: 'Lê Văn Lâm', role: 'storekeeper' as const }
    const { personId } = granted(await opened.client.command('people.add', person))
    const storekeeper = connect(opened.office)
    granted(await storekeeper.query('session.start', { personId }))
    const file = join(opened.folder, 'ho.csv')
    const revealing = asked(file, { revealsCitizenIds: true })
    expect(refusedWith(await storekeeper.job('households.export', revealing))).toBe('right.missing')
    expect(existsSync(file)).toBe(false)
    granted(await storekeeper.job('households.export', asked(file)))
    expect(readFileSync(file, 'utf8')).toContain('001******001')
  })

  test('is not there where its place cannot be written to, and the job may be cancelled', async () => {
    await using opened = await openWorkingOffice()
    const { client, folder } = opened
    await threeHouseholds(client)
    const nowhere = await client.job('households.export', asked(join(folder, 'nowhere', 'ho.csv')))
    expect(failed(nowhere)).toMatchObject({ family: 'environment', problem: { code: 'disk.unwritable' } })
    const stop = new AbortController()
    stop.abort()
    const file = join(folder, 'ho.csv')
    const cancelled = await client.job('households.export', asked(file), { signal: stop.signal })
    expect(failed(cancelled)).toMatchObject({ problem: { code: 'job.cancelled' } })
    expect(existsSync(file)).toBe(false)
  })

  test('holds no formula, whatever a cell says', async () => {
    const folder = temporaryFolder()
    const rows = [['=HYPERLINK("http://x")', '@SUM(1)', 3]]
    mkdirSync(join(folder, 'a folder in the way.csv'))
    await expect(
      writeRegistryFile({ file: join(folder, 'a folder in the way.csv'), headers: ['A'], rows }),
    ).rejects.toThrow()
    expect(readdirSync(folder)).toEqual(['a folder in the way.csv'])
    await writeRegistryFile({ file: join(folder, 'a.CSV'), headers: ['A', 'B', 'C'], rows })
    expect(readFileSync(join(folder, 'a.CSV'), 'utf8')).toBe(
      '\ufeffA,B,C\r\n"\'=HYPERLINK(""http://x"")",\'@SUM(1),3\r\n',
    )
    await writeRegistryFile({ file: join(folder, 'a.xlsx'), headers: ['A', 'B', 'C'], rows })
    const { sheets } = await readXlsx(readFileSync(join(folder, 'a.xlsx')))
    expect(sheets[0]?.rows).toEqual([['A', 'B', 'C'], ...rows])
    const formulas = [...(sheets[0]?.cells?.values() ?? [])].filter((cell) => cell.formula)
    expect(formulas).toEqual([])
  })
})

test('a filter under a name is a tab that everybody sees, and no two bear one name', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const filter = { ...ALL_HOUSEHOLDS, category: 'HN' as const }
  const save = (name: string) => client.command('filters.save', { name, filter })
  const { filterId } = granted(await save('  Hộ nghèo '))
  granted(await save('Chưa có CCCD'))
  expect(refusedWith(await save('hộ nghèo'))).toBe('filter.nameTaken')
  const { filters } = granted(await connectAs(opened, client))
  expect(filters.map(({ name }) => name)).toEqual(['Chưa có CCCD', 'Hộ nghèo'])
  expect(filters[1]).toEqual({ filterId, name: 'Hộ nghèo', filter })
  granted(await client.command('filters.remove', { filterId }))
  expect(refusedWith(await client.command('filters.remove', { filterId }))).toBe('filter.unknown')
  granted(await save('Hộ nghèo'))
})

/** What another clerk of the office sees. */
async function connectAs({ office }: { office: Parameters<typeof connect>[0] }, client: Client) {
  const person = { fullName: 'Lê Văn Lâm', role: 'clerk' as const }
  const { personId } = granted(await client.command('people.add', person))
  const other = connect(office)
  granted(await other.query('session.start', { personId }))
  return other.query('filters.list', {})
}

test('a list that is very long is journalled by its hash, and asked again it is answered as before', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const lan = await registerHousehold(client, 'Nguyễn Thị Lan')
  const householdIds = [lan, ...Array.from({ length: 2000 }, () => NOBODY)]
  const file = join(opened.folder, 'ho.csv')
  const input = { selection: { kind: 'some' as const, householdIds }, columns: ['headOfHousehold' as const] }
  const asked = { ...input, language: 'vi' as const, revealsCitizenIds: false, file }
  const commandId = '01940000-0000-7000-8000-0000000000aa'
  const answer = granted(await client.job('households.export', asked, { commandId }))
  expect(answer.householdCount).toBe(1)
  expect(granted(await client.job('households.export', asked, { commandId }))).toEqual(answer)
  const other = { ...asked, selection: { kind: 'some' as const, householdIds: householdIds.slice(1) } }
  expect(refusedWith(await client.job('households.export', other, { commandId }))).toBe('command.idReused')
  expect(granted(await client.query('journal.verify', {})).firstBroken).toBeNull()
})
