import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { citizenIdFacts, isCitizenId, maskCitizenId, readCitizenId } from '../../src/domain/citizen-id.ts'

const citizenId = fc
  .tuple(
    fc.integer({ min: 1, max: 96 }),
    fc.integer({ min: 0, max: 3 }),
    fc.integer({ min: 0, max: 99 }),
    fc.integer({ min: 0, max: 999_999 }),
  )
  .map(([province, century, year, random]) =>
    [String(province).padStart(3, '0'), century, String(year).padStart(2, '0'), String(random).padStart(6, '0')].join(
      '',
    ),
  )

describe('a citizen ID', () => {
  test.each(['000185000001', '097185000001', '001485000001', '00118500000', '0011850000012', '00118500000a', ''])(
    '"%s" is strange',
    (text) => {
      expect(isCitizenId(text)).toBe(false)
      expect(citizenIdFacts(text)).toBeNull()
    },
  )

  test('carries birth year and sex', () => {
    expect(citizenIdFacts('001185000001')).toEqual({ birthYear: 1985, sex: 'female' })
    expect(citizenIdFacts('001085000001')).toEqual({ birthYear: 1985, sex: 'male' })
    expect(citizenIdFacts('096204000001')).toEqual({ birthYear: 2004, sex: 'male' })
    expect(citizenIdFacts('096300000001')).toEqual({ birthYear: 2000, sex: 'female' })
  })
})

describe('reading a citizen ID', () => {
  test('takes it as written, with spaces, dots, dashes or the apostrophe of Excel', () => {
    fc.assert(
      fc.property(citizenId, (id) => {
        const grouped = `${id.slice(0, 3)} ${id.slice(3, 6)} ${id.slice(6)}`
        for (const text of [
          id,
          grouped,
          grouped.replaceAll(' ', '.'),
          grouped.replaceAll(' ', '-'),
          `'${id}`,
          `’${id}`,
          ` ${id}\n`,
        ]) {
          expect(readCitizenId(text), text).toEqual({ kind: 'valid', citizenId: id })
        }
      }),
    )
  })

  test('puts back the zeros Excel dropped, one or two, also from a number written with .0', () => {
    fc.assert(
      fc.property(citizenId, (id) => {
        const mended = { kind: 'mended', citizenId: id, missingZeros: 12 - String(Number(id)).length }
        expect(readCitizenId(String(Number(id)))).toEqual(mended)
        expect(readCitizenId(`${Number(id)}.0`)).toEqual(mended)
      }),
    )
  })

  test('knows the old numbers of nine digits, also after Excel dropped their zero', () => {
    expect(readCitizenId('168123456')).toEqual({ kind: 'oldNumber', oldIdNumber: '168123456' })
    expect(readCitizenId('012345678')).toEqual({ kind: 'oldNumber', oldIdNumber: '012345678' })
    expect(readCitizenId('12345678')).toEqual({ kind: 'oldNumber', oldIdNumber: '012345678' })
  })

  test.each(['', 'không có', '1234567', '01234567', '001485000001', '0011850000011', '1485000001', '1.185E+09'])(
    'tells that "%s" is strange and keeps it as written',
    (text) => {
      expect(readCitizenId(text)).toEqual({ kind: 'strange', text })
    },
  )

  test('never makes a number of what is none', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const reading = readCitizenId(text)
        if (reading.kind === 'valid' || reading.kind === 'mended') expect(isCitizenId(reading.citizenId)).toBe(true)
      }),
    )
  })
})

describe('a masked citizen ID', () => {
  test('shows the first and last three digits', () => {
    expect(maskCitizenId('001185000001')).toBe('001******001')
  })

  test('of an old number shows the last three, of less nothing', () => {
    expect(maskCitizenId('168123456')).toBe('******456')
    expect(maskCitizenId('123456')).toBe('******')
    expect(maskCitizenId('')).toBe('')
  })

  test('keeps its length and hides four digits or more', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 15 }), (id) => {
        const masked = maskCitizenId(id)
        expect(masked).toHaveLength(id.length)
        expect(masked.split('*').length - 1).toBeGreaterThanOrEqual(Math.min(4, id.length))
      }),
    )
  })
})
