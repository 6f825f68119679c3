import { describe, expect, test } from 'vitest'
import { day } from '../../src/domain/day.ts'
import {
  birthYearOf,
  blankHousehold,
  fieldsThatDiffer,
  HOUSEHOLD_FIELDS,
  type HouseholdStatus,
  isCustomerCode,
  placeOf,
  pseudonymOf,
  refuseStatus,
  refuseToChange,
  type SettableStatus,
  saysTheSame,
  withWholeCommune,
} from '../../src/domain/household.ts'

describe('the facts of a household', () => {
  test('are blank but for the name, and every field is listed', () => {
    const blank = blankHousehold('Nguyễn Thị Được')
    expect(Object.keys(blank)).toEqual([...HOUSEHOLD_FIELDS])
    const said = Object.values(blank).filter((value) => value !== null && String(value) !== '')
    expect(said).toEqual(['Nguyễn Thị Được'])
  })

  test('tell a birth year as written, else as the citizen ID carries it', () => {
    expect(birthYearOf({ birthYear: 1950, citizenId: '001185000001' })).toBe(1950)
    expect(birthYearOf({ birthYear: null, citizenId: '001185000001' })).toBe(1985)
    expect(birthYearOf({ birthYear: null, citizenId: '12' })).toBeNull()
    expect(birthYearOf({ birthYear: null, citizenId: null })).toBeNull()
  })

  test('tell the place as hamlet and commune, else the address as printed', () => {
    const addressText = 'Thôn Đông, xã Mẫu'
    expect(placeOf({ hamlet: 'Thôn Đông', communeName: 'Xã Mẫu', addressText })).toBe('Thôn Đông, Xã Mẫu')
    expect(placeOf({ hamlet: null, communeName: 'Xã Mẫu', addressText })).toBe('Xã Mẫu')
    expect(placeOf({ hamlet: null, communeName: null, addressText })).toBe(addressText)
    expect(placeOf({ hamlet: null, communeName: null, addressText: null })).toBe('')
  })

  test('know a customer code of 11 to 13 characters', () => {
    for (const code of ['PA123456789', 'PE05000012345', 'PX0A1B2C3D4E']) expect(isCustomerCode(code), code).toBe(true)
    for (const code of ['PA12345678', 'PA123456789012', 'AA123456789', 'P1123456789', 'pa123456789', ''])
      expect(isCustomerCode(code), code).toBe(false)
  })
})

describe('what differs between two households', () => {
  test('is told field by field, lists by what is in them', () => {
    const one = {
      ...blankHousehold('Lê Văn Lâm'),
      members: [{ fullName: 'Trần Thị Mận', birthYear: null, relation: 'vợ' }],
    }
    expect(fieldsThatDiffer(one, { ...one, members: [...one.members] })).toEqual([])
    expect(fieldsThatDiffer(one, { ...one, phone: '0912345678', members: [] })).toEqual(['phone', 'members'])
    expect(saysTheSame(null, [])).toBe(false)
  })

  test('is never a half of a commune: a code without its table is dropped', () => {
    const known = { ...blankHousehold('Lê Văn Lâm'), communeCode: '00123', communeVersion: day('2025-07-01') }
    expect(withWholeCommune(known)).toBe(known)
    for (const half of [{ communeCode: null }, { communeVersion: null }]) {
      expect(withWholeCommune({ ...known, ...half })).toMatchObject({ communeCode: null, communeVersion: null })
    }
  })
})

describe('how a household stands', () => {
  const today = day('2026-12-01')
  const headOfHousehold = 'Lê Văn Lâm'
  const refused = (status: HouseholdStatus, to: SettableStatus, on = today) =>
    refuseStatus({ headOfHousehold, status }, { status: to, on, today })?.code

  test('is changed by hand between living here, moved and deceased, as of today or earlier', () => {
    expect(refused('active', 'moved')).toBeUndefined()
    expect(refused('moved', 'active', day('2020-01-01'))).toBeUndefined()
    expect(refused('active', 'deceased', day('2026-12-02'))).toBe('document.inFuture')
    expect(refused('moved', 'moved')).toBe('household.statusSame')
  })

  test('is not changed where it is kept under another household, or erased', () => {
    for (const status of ['merged', 'erased'] as const) {
      expect(refused(status, 'active')).toBe('household.notActive')
      expect(refuseToChange({ headOfHousehold, status })?.parameters).toEqual({ headOfHousehold, status })
    }
    for (const status of ['active', 'moved', 'deceased'] as const) {
      expect(refuseToChange({ headOfHousehold, status })).toBeNull()
    }
  })

  test('leaves a pseudonym of somebody who was forgotten, another one for each', () => {
    expect(pseudonymOf('01940000-0000-7000-8000-00000012ab3f')).toBe('Hộ 12AB3F')
  })
})
