/** Old and new addresses against the table that comes along with the program. */

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { candidatesOf, certainCommune, communeFinder, readingOfBoth } from '../../../src/domain/addresses/address.ts'
import {
  type CommuneTable,
  communeInWords,
  type OldWard,
  readCommuneTable,
} from '../../../src/domain/addresses/commune-table.ts'
import { searchKey } from '../../../src/domain/vietnamese.ts'
import { COMMUNES_FILE } from '../../support/make-addresses.ts'

function shippedTable(): CommuneTable {
  const reading = readCommuneTable(readFileSync(COMMUNES_FILE, 'utf8'))
  if (!reading.ok) throw new Error(JSON.stringify(reading.refusal))
  return reading.table
}

const table = shippedTable()
const finder = communeFinder(table)
const codesOf = (address: string) => candidatesOf(finder.readAddress(address)).map(({ commune }) => commune.code)
const placed = (address: string) =>
  certainCommune(finder.readAddress(address))?.name ?? finder.readAddress(address).kind

const currentCommune = fc.constantFrom(...table.communes)
const oldWard = fc.constantFrom(...table.oldWards)
const printed = ({ name, districtName, provinceName }: OldWard) => [name, districtName, provinceName]
const hamlet = fc.constantFrom('Thôn Đông', 'Số 5, ngõ 12', 'Tổ 4', 'Buôn Puăn A', 'Ấp 3')

/** The same places as hands write them. */
const habits: Record<string, (places: string[]) => string> = {
  'with commas': (places) => places.join(', '),
  'with hyphens': (places) => places.join(' - '),
  'in capitals': (places) => places.join(', ').toUpperCase(),
  'in NFD': (places) => places.join(', ').normalize('NFD'),
  'without commas': (places) =>
    places.map((place) => place.replace(/^\p{L}/u, (letter) => letter.toLowerCase())).join(' '),
  shortened: (places) =>
    places
      .map((place) =>
        place
          .replace(/^Thị trấn /, 'TT. ')
          .replace(/^Phường /, 'P.')
          .replace(/^Xã /, 'X. ')
          .replace(/^Huyện /, 'H. ')
          .replace(/^Quận /, 'Q.')
          .replace(/^Thị xã /, 'TX. ')
          .replace(/^Thành phố /, 'TP ')
          .replace(/^Tỉnh /, 'T. '),
      )
      .join(', '),
}
const habit = fc.constantFrom(...Object.entries(habits))
/** Cut at hyphens, a name with a hyphen of its own falls to pieces. */
const isWhole = (name: string, places: string[]) =>
  name !== 'with hyphens' || !places.some((place) => / - /.test(place))

describe('a commune of today', () => {
  test('is found by its own printed address, each of them', () => {
    for (const commune of table.communes) {
      const reading = finder.readAddress(`Số 5, thôn Đông, ${communeInWords(commune)}`)
      expect(reading, communeInWords(commune)).toMatchObject({ kind: 'current', commune })
    }
  })

  test('is found or asked for in every hand, never taken for another', () => {
    fc.assert(
      fc.property(currentCommune, hamlet, habit, (commune, before, [name, write]) => {
        const places = [commune.name, commune.provinceName]
        fc.pre(isWhole(name, places))
        const reading = finder.readAddress(write([before, ...places]))
        if (name === 'without commas' && reading.kind === 'unknown') return
        expect(candidatesOf(reading).map((one) => one.commune)).toContain(commune)
        expect([commune, null]).toContain(certainCommune(reading))
      }),
      { numRuns: 1500 },
    )
  })

  test('without marks is itself, or a question among those that differ in marks alone', () => {
    for (const commune of table.communes) {
      const folded = [commune.name, commune.provinceName].map(searchKey).join(', ')
      const found = candidatesOf(finder.readAddress(folded))
      expect(found.map((one) => one.commune)).toContain(commune)
      expect(new Set(found.map((one) => searchKey(one.commune.name))).size, folded).toBe(1)
    }
  })
})

describe('a ward of before', () => {
  test('means its commune of today where its whole address stands, and a question where it was split', () => {
    let questions = 0
    for (const ward of table.oldWards) {
      const reading = finder.readAddress(printed(ward).join(', '))
      const codes = candidatesOf(reading).map(({ commune }) => commune.code)
      expect(codes, printed(ward).join(', ')).toEqual(expect.arrayContaining([...ward.newCodes]))
      if (ward.newCodes.length > 1) expect(reading).toMatchObject({ kind: 'split', from: ward })
      else if (reading.kind === 'mapped') expect(reading.from.name).toBe(ward.name)
      else questions += 1
    }
    // Wards whose name a commune made of their district bears today, while they became another one.
    expect(questions).toBeLessThan(40)
  })

  test('is never taken for another in any hand', () => {
    fc.assert(
      fc.property(oldWard, hamlet, habit, (ward, before, [name, write]) => {
        fc.pre(isWhole(name, printed(ward)))
        const reading = finder.readAddress(write([before, ...printed(ward)]))
        // Without commas nothing tells where the xã of "xã Thượng Quận thị xã Kinh Môn" ends: better unknown than wrong.
        if (name === 'without commas' && reading.kind === 'unknown') return
        const codes = candidatesOf(reading).map(({ commune }) => commune.code)
        expect(codes).toEqual(expect.arrayContaining([...ward.newCodes]))
      }),
      { numRuns: 2500 },
    )
  })

  test('without its district is its commune or a question; a commune of today that bears its name tells of it', () => {
    for (const ward of table.oldWards) {
      const reading = finder.readAddress(`${ward.name}, ${ward.provinceName}`)
      const certain = certainCommune(reading)
      if (certain) expect(ward.newCodes, `${ward.name}, ${ward.provinceName}`).toContain(certain.code)
    }
  })
})

describe('an address', () => {
  test.each([
    ['Thôn Đông - Xã Thanh Sơn - H. Kim Bảng', 'Phường Lý Thường Kiệt'],
    ['thôn Đông xã Thanh Sơn huyện Kim Bảng tỉnh Hà Nam', 'Phường Lý Thường Kiệt'],
    ['Thanh Sơn, Kim Bảng, Hà Nam', 'Phường Lý Thường Kiệt'],
    ['P12, Q. Gò Vấp, TP.HCM', 'Phường An Hội Tây'],
    ['Phường 01, Quận Gò Vấp, TP Hồ Chí Minh', 'Phường Hạnh Thông'],
    ['phuong xuan huong - da lat, lam dong', 'Phường Xuân Hương - Đà Lạt'],
    ['Buôn Puăn B, Xã Ea Phê, Krông Pắc, Đắc Lắc', 'Xã Ea Phê'],
    ['Xã Đông Tiến, Thanh Hóa', 'Phường Đông Tiến'],
    ['Số 5 phố Huế', 'unknown'],
    ['Xã Mẫu, huyện Mẫu, tỉnh Hà Nam', 'unknown'],
    ['Xã Thanh Sơn, huyện Kim Bảng, tỉnh Cà Mau', 'unknown'],
    ['', 'unknown'],
  ])('%s is %s', (address, expected) => {
    expect(placed(address)).toBe(expected)
  })

  test('without kinds may be ward and district of before or hamlet and commune of today, and is asked', () => {
    expect(finder.readAddress('Thanh Sơn, Kim Bảng, Ninh Bình').kind).toBe('ambiguous')
    expect(codesOf('Thanh Sơn, Kim Bảng, Ninh Bình')).toEqual(['13435', '13384'])
  })

  test('that names no province is read near the office first', () => {
    const near = { provinceNames: ['Tỉnh Ninh Bình'], communeCodes: new Set<string>() }
    expect(finder.readAddress('Thôn Đông, xã Thanh Sơn').kind).toBe('ambiguous')
    const reading = finder.readAddress('Thôn Đông, xã Thanh Sơn', near)
    expect(reading).toMatchObject({ kind: 'current', commune: { code: '14434' } })
    // Two wards of that province bore the name before: a list of then may mean them.
    expect(certainCommune(reading)).toBeNull()
  })

  test('whose marks are others than the table has them is asked where no district tells more', () => {
    expect(finder.readAddress('Xã Ea Phế, tỉnh Đắk Lắk').kind).toBe('ambiguous')
    expect(placed('Xã Ea Phế, huyện Krông Pắc, tỉnh Đắk Lắk')).toBe('Xã Ea Phê')
    expect(placed('xa ea phe, dak lak')).toBe('Xã Ea Phê')
  })

  test('in columns of a list may lack its kinds', () => {
    const columns = { communeName: 'Thanh Sơn', districtName: 'Kim Bảng', provinceName: 'Hà Nam' }
    expect(finder.readAddress(columns)).toMatchObject({ kind: 'mapped', commune: { code: '13435' } })
  })
})

describe('an address and a name of a commune beside it', () => {
  const split = finder.readAddress('Phường Hòa Minh, Quận Liên Chiểu, Thành phố Đà Nẵng')
  const named = (communeName: string) => finder.readAddress({ communeName, provinceName: 'Đà Nẵng' })

  test('answer what the other leaves open', () => {
    expect(split.kind).toBe('split')
    const settled = readingOfBoth(split, 'Phường Thanh Khê', named('Phường Thanh Khê'))
    expect(certainCommune(settled)?.name).toBe('Phường Thanh Khê')
    expect(readingOfBoth(split, 'Mẫu', { kind: 'unknown' })).toBe(split)
    expect(readingOfBoth({ kind: 'unknown' }, 'Hòa Minh', split)).toBe(split)
  })

  test('are the address alone where the name repeats it, be there communes of today of that name', () => {
    const old = finder.readAddress('Xã Thanh Sơn, huyện Kim Bảng, tỉnh Hà Nam')
    expect(readingOfBoth(old, 'X. Thanh Sơn', finder.readAddress('Xã Thanh Sơn'))).toBe(old)
    const doubtful = finder.readAddress('Xã Yên Bình, huyện Yên Bình, tỉnh Yên Bái')
    expect(doubtful.kind).toBe('ambiguous')
    const name = finder.readAddress({ communeName: 'Xã Yên Bình', provinceName: 'Lào Cai' })
    expect(readingOfBoth(doubtful, 'Xã Yên Bình', name)).toBe(doubtful)
  })

  test('are a question where they disagree', () => {
    const both = readingOfBoth(split, 'Phường Hải Châu', named('Phường Hải Châu'))
    expect(both.kind).toBe('ambiguous')
    expect(candidatesOf(both)).toHaveLength(3)
  })
})

describe('a commune that is being typed', () => {
  test('is found by the beginnings of its words, near ones and whole names first', () => {
    const near = { provinceNames: ['Tỉnh Phú Thọ'], communeCodes: new Set(['08542']) }
    expect(finder.findCurrent('x thanh s', 3, near)[0]).toMatchObject({ code: '08542', name: 'Xã Thanh Sơn' })
    expect(finder.findCurrent('ban ngu', 1)[0]?.name).toBe('Xã Bản Nguyên')
    expect(finder.findCurrent('thanh son, phu', 5).map(({ provinceName }) => provinceName)).toEqual(['Tỉnh Phú Thọ'])
    expect(finder.findCurrent('', 5)).toEqual([])
    expect(finder.findCurrent('xã mẫu', 5).map(({ name }) => name)).toEqual(['Xã Mẫu Sơn'])
    expect(finder.findCurrent('xã mau', 9).map(({ name }) => name)).toContain('Xã Mậu A')
  })

  test('is told the province by a place of the office', () => {
    expect(finder.provinceOf('Krông Pắc')).toBe('Tỉnh Đắk Lắk')
    expect(finder.provinceOf('Hà Nam')).toBe('Tỉnh Ninh Bình')
    expect(finder.provinceOf('TP. Nam Định')).toBe('Tỉnh Ninh Bình')
    expect(finder.provinceOf('Châu Thành')).toBeNull()
    expect(finder.provinceOf('Mẫu')).toBeNull()
  })
})
