/** Indicators in an office: entered as one, closed with their month; and corrections in the package beside them. */

import { expect, test } from 'vitest'
import type { Input, Output } from '../../src/contract/contract.ts'
import { day } from '../../src/domain/day.ts'
import { type Period, period } from '../../src/domain/period.ts'
import { pageText } from '../documents/read-pdf.ts'
import { asPerson, calendar } from '../support/gifts.ts'
import { unpacked } from '../support/month-end.ts'
import { granted, openWorkingOffice, refusedWith } from '../support/office.ts'
import { closeMonth } from '../support/trade.ts'

const NOVEMBER = period('2026-11')
const DECEMBER = period('2026-12')

const SAIDI = { code: 'SAIDI', numerator: 125_430.5, denominator: 20_500 }
const COMPLAINTS = { code: 'KHIEU_NAI', numerator: 38, denominator: 40 }
const CONFERENCES = { code: 'HOI_NGHI', numerator: 2, denominator: null }

const SAIDI_FROM_DECEMBER: Input<'indicators.define'> = {
  code: 'SAIDI',
  name: 'Thời gian mất điện trung bình (SAIDI)',
  kind: 'average',
  unitOfMeasure: 'phút',
  numeratorName: 'Phút × khách hàng',
  denominatorName: 'Số khách hàng',
  target: 5.5,
  targetDirection: 'atMost',
  inForceFrom: DECEMBER,
  inForceTo: null,
}

async function openMonth() {
  const days = calendar()
  const opened = await openWorkingOffice({ clock: days.clock })
  const { client } = opened
  const enter = (month: Period, ...entries: Input<'indicators.enter'>['entries']) =>
    client.command('indicators.enter', { period: month, entries })
  const define = (bent: Partial<Input<'indicators.define'>> = {}) =>
    client.command('indicators.define', { ...SAIDI_FROM_DECEMBER, ...bent })
  const sheet = async (month: Period) => granted(await client.query('indicators.ofMonth', { period: month }))
  const line = async (month: Period, code: string) =>
    (await sheet(month)).indicators.find((indicator) => indicator.code === code)
  /** What lies in a month's package, once its own check finds nothing. */
  const packaged = async (month: Period) => {
    const { file } = granted(await client.job('months.package', { period: month, folder: null }))
    const { faults } = granted(await client.job('packages.verify', { path: file, keysFolder: null }))
    expect(faults).toEqual([])
    return unpacked(file)
  }
  return { opened, days, client, enter, define, sheet, line, packaged }
}

const missing = (check: Output<'months.check'>) =>
  check.warnings.find(({ code }) => code === 'indicatorsNotEntered')?.count ?? 0

test('figures are entered as one, and the checklist counts what is missing', async () => {
  const { opened, client, enter, sheet, line } = await openMonth()
  await using _ = opened
  const { indicators, isClosed } = await sheet(NOVEMBER)
  expect([isClosed, indicators.every(({ verdict }) => verdict === 'notEntered')]).toEqual([false, true])
  const check = async () => granted(await client.query('months.check', { period: NOVEMBER }))
  expect(missing(await check())).toBe(indicators.length)

  expect(refusedWith(await enter(NOVEMBER, SAIDI, { ...COMPLAINTS, numerator: 41 }))).toBe('indicator.badFigures')
  expect(missing(await check())).toBe(indicators.length)
  expect(granted(await enter(NOVEMBER, SAIDI, COMPLAINTS, CONFERENCES))).toEqual({ entered: 3 })
  expect(missing(await check())).toBe(indicators.length - 3)
  expect(await line(NOVEMBER, 'KHIEU_NAI')).toMatchObject({ value: 95, verdict: 'notMet', recordedBy: 'Trần Thị Thu' })

  granted(await enter(NOVEMBER, { ...COMPLAINTS, numerator: 40 }))
  expect(await line(NOVEMBER, 'KHIEU_NAI')).toMatchObject({ value: 100, verdict: 'met' })
  expect(refusedWith(await enter(NOVEMBER, { ...SAIDI, code: 'SAIDY' }))).toBe('indicator.unknown')
  expect(refusedWith(await enter(DECEMBER, SAIDI))).toBe('indicator.monthNotBegun')
})

test('a month shows what the month before and the year before came to', async () => {
  const { opened, enter, line } = await openMonth()
  await using _ = opened
  granted(await enter(period('2025-11'), { ...SAIDI, denominator: 1000 }))
  granted(await enter(period('2026-10'), { ...SAIDI, denominator: 2000 }))
  expect(await line(NOVEMBER, 'SAIDI')).toMatchObject({
    value: null,
    valueMonthBefore: 62.715,
    valueYearBefore: 125.431,
  })
})

test('a clerk enters, only a supervisor defines, and a new version leaves the closed month its own', async () => {
  const { opened, days, client, enter, define, line, packaged } = await openMonth()
  await using _ = opened
  const clerk = await asPerson(opened, 'Lê Thị Lành', 'clerk')
  granted(await clerk.command('indicators.enter', { period: NOVEMBER, entries: [SAIDI, COMPLAINTS] }))
  expect(refusedWith(await clerk.command('indicators.define', SAIDI_FROM_DECEMBER))).toBe('right.missing')
  expect(refusedWith(await define({ kind: 'share', target: 5 }))).toBe('indicator.badDefinition')
  const own = { code: 'diem_hai_long', name: 'Điểm hài lòng', inForceFrom: NOVEMBER, target: 8 } as const
  expect(granted(await define({ ...own, targetDirection: 'atLeast' }))).toEqual({ code: 'DIEM_HAI_LONG', version: 1 })

  days.turnTo(day('2026-12-01'))
  granted(await closeMonth(client, NOVEMBER))
  expect(refusedWith(await enter(NOVEMBER, CONFERENCES))).toBe('indicator.monthClosed')
  expect(refusedWith(await define({ inForceFrom: NOVEMBER }))).toBe('indicator.monthClosed')
  expect(granted(await define())).toEqual({ code: 'SAIDI', version: 2 })
  granted(await enter(DECEMBER, SAIDI))
  expect(await line(NOVEMBER, 'SAIDI')).toMatchObject({ version: 1, verdict: 'noTarget' })
  expect(await line(DECEMBER, 'SAIDI')).toMatchObject({ version: 2, verdict: 'notMet' })
  const { versions } = granted(await client.query('indicators.definitions', {}))
  expect(versions.filter(({ code }) => code === 'SAIDI').map(({ recordedBy }) => recordedBy)).toEqual([
    null,
    'Trần Thị Thu',
  ])

  const files = await packaged(NOVEMBER)
  const rows = files.get('data/indicators.csv')?.toString().split('\r\n') ?? []
  expect(rows.find((row) => row.startsWith('SAIDI,'))).toMatch(/^SAIDI,1,.*,125430\.5,20500,6\.119,,,noTarget,/)
  expect(rows.find((row) => row.startsWith('KHIEU_NAI,'))).toMatch(/,38,40,95,100,atLeast,notMet,.*,Lê Thị Lành$/)
  expect(rows.find((row) => row.startsWith('DIEM_HAI_LONG,'))).toMatch(/,,,,8,atLeast,notEntered,,$/)
  const minutes = pageText(files.get('data/month-end-report.pdf') ?? Buffer.alloc(0))
  expect(minutes).toContain('3. Chỉ tiêu dịch vụ khách hàng')
  expect(minutes).toMatch(/Khiếu nại được giải quyết đúng.*\s38\s+40\s+95 %\s+≥ 100\s+Không đạt/)
  expect(minutes).toContain('chỉ tiêu dịch vụ chưa nhập số liệu')
})

test('corrections of a closed month are in the package of the month they were entered in', async () => {
  const { opened, days, client, enter, packaged } = await openMonth()
  await using _ = opened
  granted(await enter(NOVEMBER, CONFERENCES))
  days.turnTo(day('2026-12-01'))
  granted(await closeMonth(client, NOVEMBER))
  await packaged(NOVEMBER)
  const late = {
    kind: 'latePaper',
    enteredOn: day('2026-12-01'),
    correctedPeriod: NOVEMBER,
    correctedDocument: '31/2026/BBBG-PC042',
    figure: 'gifts',
    countDelta: 1,
    amountDeltaDong: 500_000,
    reason: 'Xã gửi về muộn',
  } as const
  granted(await client.command('months.correct', late))
  const less = { kind: 'correction', figure: 'repairs', countDelta: 0, amountDeltaDong: -120_000 } as const
  granted(await client.command('months.correct', { ...late, ...less, reason: 'Ghi thừa dây' }))

  days.turnTo(day('2027-01-02'))
  granted(await closeMonth(client, DECEMBER))
  const files = await packaged(DECEMBER)
  const [, ...rows] = files.get('data/corrections.csv')?.toString().trimEnd().split('\r\n') ?? []
  expect(rows.map((row) => row.split(',').slice(1, -2).join())).toEqual([
    'latePaper,2026,1,2026-12-01,2026-11,31/2026/BBBG-PC042,gifts,1,0,500000,0,Xã gửi về muộn',
    'correction,2026,2,2026-12-01,2026-11,31/2026/BBBG-PC042,repairs,0,0,0,120000,Ghi thừa dây',
  ])
  const closing = JSON.parse(files.get('data/closing.json')?.toString() ?? '{}') as { totals: object }
  expect(closing.totals).toMatchObject({ correctionIncreaseDong: 500_000, correctionDecreaseDong: 120_000 })
  const minutes = pageText(files.get('data/month-end-report.pdf') ?? Buffer.alloc(0))
  expect(minutes).toMatch(/01\/2026\/BTDC-PC042\s+11\/2026\s.*\s1\s+500\.000/)
  expect(minutes).toMatch(/Tổng cộng\s+380\.000/)
})
