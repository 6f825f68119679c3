/** The communes as an office sees them: addresses read near its own places, and a newer list loaded. */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import type { Output } from '../../src/contract/contract.ts'
import { day } from '../../src/domain/day.ts'
import { blankHousehold } from '../../src/domain/household.ts'
import { openLedger } from '../../src/ledger/open-ledger.ts'
import { householdPlacer } from '../../src/office/communes.ts'
import { migrationsFolder } from '../../src/office/place.ts'
import { COMMUNES_FILE } from '../support/make-addresses.ts'
import { granted, openWorkingOffice, refusedWith, type TestOffice } from '../support/office.ts'
import { officePlace } from '../support/office-place.ts'

async function find(
  { client }: TestOffice,
  question: { communeName?: string; addressText?: string; communeCode?: string | null },
): Promise<Output<'communes.find'>> {
  return granted(
    await client.query('communes.find', { communeName: '', addressText: '', communeCode: null, ...question }),
  )
}

/** Registers a household in a commune, as the form does that took a suggestion. */
async function registerIn({ client }: TestOffice, communeCode: string): Promise<void> {
  const facts = { ...blankHousehold('Nguyễn Thị Được'), communeCode, communeVersion: day('2025-07-01') }
  granted(await client.command('households.register', facts))
}

function fileWith(office: TestOffice, rows: readonly string[]): string {
  const file = join(office.folder, `communes-${v7()}.csv`)
  writeFileSync(file, rows.join('\n'))
  return file
}

const NEWER = [
  'phiên bản,2026-03-01',
  'tỉnh,Tỉnh Đắk Lắk',
  'xã,24502,Xã Ea Phê Mới',
  'tỉnh cũ,Tỉnh Đắk Lắk',
  'huyện cũ,Huyện Krông Pắc',
  'xã cũ,,Xã Ea Phê,24502',
]

describe('an office looks for a commune', () => {
  test('and finds those of its own province first, from the place its papers are dated at', async () => {
    await using office = await openWorkingOffice()
    const { suggestions, version } = await find(office, { communeName: 'x ea ph' })
    expect(version).toBe('2025-07-01')
    expect(suggestions[0]).toEqual({ code: '24502', name: 'Xã Ea Phê', provinceName: 'Tỉnh Đắk Lắk' })
  })

  test('and finds those of its own households before them', async () => {
    await using office = await openWorkingOffice()
    expect((await find(office, { communeName: 'tan tien' })).suggestions[0]?.provinceName).toBe('Tỉnh Đắk Lắk')
    await registerIn(office, '01051')
    const { suggestions, known } = await find(office, { communeName: 'tan tien', communeCode: '01051' })
    expect(suggestions[0]).toEqual(known)
    expect(known?.provinceName).toBe('Tỉnh Tuyên Quang')
  })

  test('and is told what an old address means, or asked where it was split', async () => {
    await using office = await openWorkingOffice()
    const old = await find(office, { addressText: 'Thôn Đông, xã Thanh Sơn, huyện Kim Bảng, tỉnh Hà Nam' })
    expect(old.reading.kind).toBe('certain')
    expect(old.reading.candidates[0]).toMatchObject({
      commune: { code: '13435', name: 'Phường Lý Thường Kiệt' },
      from: { name: 'Xã Thanh Sơn', districtName: 'Thị xã Kim Bảng' },
    })
    const addressText = 'Tổ 4, P. Hòa Minh, Q. Liên Chiểu, TP. Đà Nẵng'
    const split = await find(office, { addressText })
    expect(split.reading.kind).toBe('split')
    expect(split.reading.candidates.map(({ commune }) => commune.name)).toEqual([
      'Phường Hòa Khánh',
      'Phường Thanh Khê',
    ])
    const settled = await find(office, { addressText, communeName: 'Phường Thanh Khê' })
    expect(settled.reading).toMatchObject({ kind: 'certain', candidates: [{ commune: { name: 'Phường Thanh Khê' } }] })
  })

  test('and is never told that a name far away, spelled otherwise, is the one', async () => {
    await using office = await openWorkingOffice()
    const { reading, suggestions } = await find(office, { communeName: 'Xã Mẫu Đông', addressText: 'Thôn Đông' })
    // There was a Mậu Đông in Yên Bái: not this one, and not near this office. It is asked, not taken.
    expect(reading).toMatchObject({ kind: 'ambiguous', candidates: [{ from: { name: 'Xã Mậu Đông' } }] })
    expect(suggestions).toEqual([])
    const unknown = await find(office, { communeName: 'Xã Mẫu', addressText: 'Thôn Đông, xã Mẫu, huyện Mẫu' })
    expect(unknown.reading).toEqual({ kind: 'unknown', candidates: [] })
  })
})

describe('a newer list of communes', () => {
  test('counts from the moment it is loaded, and after the office was started anew', async () => {
    await using office = await openWorkingOffice()
    const file = fileWith(office, NEWER)
    expect(granted(await office.client.query('communes.table', {})).loadedBy).toBeNull()
    const loaded = granted(await office.client.command('communes.load', { file }))
    expect(loaded).toEqual({ version: '2026-03-01', communeCount: 1, oldWardCount: 1 })
    expect(granted(await office.client.query('communes.table', {}))).toMatchObject({
      version: '2026-03-01',
      loadedBy: 'Trần Thị Thu',
    })
    const { reading, version } = await find(office, { addressText: 'Xã Ea Phê, Krông Pắc, Đắk Lắk' })
    expect(version).toBe('2026-03-01')
    expect(reading.candidates[0]?.commune.name).toBe('Xã Ea Phê Mới')
    // Another ledger of the same program still has the list that comes along.
    await using other = await openWorkingOffice()
    expect((await find(other, {})).version).toBe('2025-07-01')
    expect((await find(office, {})).version).toBe('2026-03-01')
  })

  test('is refused where it is not newer, wrong or missing, and the one in use stays', async () => {
    await using office = await openWorkingOffice()
    const load = async (file: string) => refusedWith(await office.client.command('communes.load', { file }))
    expect(await load(COMMUNES_FILE)).toBe('communes.notNewer')
    expect(await load(fileWith(office, NEWER.toSpliced(2, 1)))).toBe('communes.badTable')
    expect(await load(fileWith(office, ['STT,Họ và tên']))).toBe('communes.badTable')
    expect(await load(join(office.folder, 'none.csv'))).toBe('file.missing')
    const latin = join(office.folder, 'latin.csv')
    writeFileSync(latin, Buffer.from(NEWER.join('\n'), 'latin1'))
    expect(await load(latin)).toBe('communes.badTable')
    const huge = join(office.folder, 'huge.csv')
    writeFileSync(huge, Buffer.alloc(6 * 2 ** 20, 'x'))
    expect(await load(huge)).toBe('file.tooLarge')
    expect((await find(office, {})).version).toBe('2025-07-01')
  })

  test('is loaded by whoever manages the people, and by nobody else', async () => {
    await using office = await openWorkingOffice()
    const { personId } = granted(await office.client.command('people.add', { fullName: 'Lê Văn Bình', role: 'clerk' }))
    granted(await office.client.query('session.start', { personId }))
    expect(refusedWith(await office.client.command('communes.load', { file: fileWith(office, NEWER) }))).toBe(
      'right.missing',
    )
  })
})

describe('the households of a list', () => {
  test('get the code of their commune by its name of today; what a ward of before became is for the clerk to say', async () => {
    await using office = await openWorkingOffice()
    await office.office.close()
    const place = officePlace(office.folder)
    const ledger = openLedger({ folder: office.folder, migrationsFolder: migrationsFolder(place) })
    const placeHousehold = householdPlacer({ reader: ledger.reader, place })
    const placed = (addressText: string | null, communeName: string | null = null) =>
      placeHousehold({ addressText, communeName }).communeCode
    expect(placed('Số 5, ngõ 12, thôn Đông, xã Thanh Sơn, huyện Kim Bảng, tỉnh Hà Nam')).toBeNull()
    expect(placed('Phường Lý Thường Kiệt, tỉnh Ninh Bình')).toBe('13435')
    expect(placed('Thôn Đông', 'Xã Ea Phê')).toBe('24502')
    expect(placed('Tổ 4, P. Hòa Minh, Q. Liên Chiểu, TP. Đà Nẵng')).toBeNull()
    expect(placed('Tổ 4, P. Hòa Minh, Q. Liên Chiểu, TP. Đà Nẵng', 'Phường Thanh Khê')).toBe('20209')
    expect(placed(null, 'Phường 12')).toBeNull()
    expect(placed(null, 'Xã Mậu Đông')).toBeNull()
    expect(placed(null)).toBeNull()
    expect(placeHousehold({ addressText: null, communeName: 'Xã Ea Phê' }).communeVersion).toBe('2025-07-01')
    expect(placeHousehold({ addressText: null, communeName: null }).communeVersion).toBeNull()
    ledger.close()
  })
})
