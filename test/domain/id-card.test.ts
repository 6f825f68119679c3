import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { citizenIdFacts } from '../../src/domain/citizen-id.ts'
import { dayOf } from '../../src/domain/day.ts'
import { type IdCard, readIdCard, readScan } from '../../src/domain/id-card.ts'
import { documentCode } from '../../src/domain/numbering.ts'
import { ENCODINGS, UNIKEY } from '../support/garbling.ts'

const SAMPLE = '001185000001||Nguyễn Thị An|02031985|Nữ|Thôn Đông, Xã Mẫu, Hà Nội|15042021'

const two = (number: number) => String(number).padStart(2, '0')

interface Holder {
  fields: string[]
  citizenId: string
  oldIdNumber: string
  birthDay: string | null
  issuedOn: string | null
}

/** Cards of invented people, each in itself right. */
const holder: fc.Arbitrary<Holder> = fc
  .record({
    province: fc.integer({ min: 1, max: 96 }),
    year: fc.integer({ min: 1920, max: 2012 }),
    isFemale: fc.boolean(),
    month: fc.integer({ min: 1, max: 12 }),
    dayOfMonth: fc.integer({ min: 1, max: 28 }),
    random: fc.integer({ min: 0, max: 999_999 }),
    oldIdNumber: fc.constantFrom('', '168123456', '012345678', '001085000009'),
    name: fc.constantFrom('Nguyễn Thị An', 'Đỗ Đức Dậu', "H'Mai Niê", 'Vũ Wương', 'Ừ Sa', 'Trần Đoàn Dzũng'),
    residence: fc.constantFrom(
      'Thôn Đông, Xã Mẫu, Hà Nội',
      'Số 12A/3, Tổ 5, Phường Ô Chợ, Đà Nẵng',
      'Ấp 4, Xã Đất Đỏ 2',
      '',
    ),
    issuedYear: fc.integer({ min: 2016, max: 2026 }),
    more: fc.constantFrom([], ['Nguyễn Văn Ba', 'Lê Thị Tư'], ['01032035', '', 'x']),
  })
  .map(({ province, year, isFemale, month, dayOfMonth, random, oldIdNumber, name, residence, issuedYear, more }) => {
    const century = (year < 2000 ? 0 : 2) + (isFemale ? 1 : 0)
    const citizenId = `${String(province).padStart(3, '0')}${century}${two(year % 100)}${String(random).padStart(6, '0')}`
    const birth = `${two(dayOfMonth)}${two(month)}${year}`
    const fields = [citizenId, oldIdNumber, name, birth, isFemale ? 'Nữ' : 'Nam', residence, `0503${issuedYear}`]
    return {
      fields: [...fields, ...more],
      citizenId,
      oldIdNumber,
      birthDay: dayOf(year, month, dayOfMonth),
      issuedOn: dayOf(issuedYear, 3, 5),
    }
  })

const encoding = fc.constantFrom(...Object.values(ENCODINGS))
const unikey = fc.constantFrom(...Object.values(UNIKEY))
const bar = fc.constantFrom('|', '~', '\\', '}', '§', '>', '*')
const prefix = fc.constantFrom('', ']Q1', '\u001d', '\ufeff')

function cardOf(text: string, source: 'keyboard' | 'image'): IdCard {
  const reading = readIdCard(text, source)
  if (reading.kind !== 'card') throw new Error(`${reading.kind}: ${text}`)
  return reading.card
}

describe('an ID card read off a picture', () => {
  test('gives numbers, days, name and residence', () => {
    expect(cardOf(SAMPLE, 'image')).toEqual({
      citizenId: '001185000001',
      oldIdNumber: null,
      birthYear: 1985,
      birthDay: '1985-03-02',
      issuedOn: '2021-04-15',
      fullName: 'Nguyễn Thị An',
      residence: 'Thôn Đông, Xã Mẫu, Hà Nội',
    })
  })

  test('gives them as the ledger keeps texts: NFC, tidied, names in proper case', () => {
    const written = `${SAMPLE.replace('Nguyễn Thị An', '  NGUYỄN  THỊ AN ').normalize('NFD')}\r\n`
    expect(cardOf(written, 'image')).toEqual(cardOf(SAMPLE, 'image'))
  })

  test('of 2024 carries more after the seventh field', () => {
    expect(cardOf(`${SAMPLE}|Nguyễn Văn Ba|Lê Thị Tư||01032035`, 'image')).toEqual(cardOf(SAMPLE, 'image'))
  })

  test('may lack a field or its day of issue', () => {
    const { issuedOn, ...others } = cardOf(SAMPLE, 'image')
    expect(issuedOn).toBe('2021-04-15')
    expect(cardOf(SAMPLE.replace('||', '|'), 'image')).toMatchObject({ ...others, issuedOn })
    expect(cardOf(SAMPLE.slice(0, -9), 'image')).toEqual({ ...others, issuedOn: null })
  })

  test.each(['1985', '00001985'])('of somebody of whom only the year of birth is known (%s)', (birth) => {
    const card = cardOf(SAMPLE.replace('02031985', birth), 'image')
    expect(card).toEqual({ ...cardOf(SAMPLE, 'image'), birthDay: null })
  })

  test('gives no text whose letters were lost, or that would be a formula', () => {
    expect(cardOf(SAMPLE.replace('Nguyễn', 'Nguy\ufffdn'), 'image').fullName).toBeNull()
    expect(cardOf(SAMPLE.replace('Thôn Đông', '=Thôn Đông'), 'image').residence).toBeNull()
  })
})

describe('a card that contradicts itself', () => {
  test.each([
    ['born in another year than its number says', SAMPLE.replace('02031985', '02031958')],
    ['of another sex than its number says', SAMPLE.replace('Nữ', 'Nam')],
    ['older than its holder', SAMPLE.replace('15042021', '15041984')],
  ])('is not believed: %s', (_why, text) => {
    for (const source of ['image', 'keyboard'] as const) expect(readIdCard(text, source).kind).toBe('contradiction')
    expect(readScan(text)).toEqual({ kind: 'garbledCard' })
  })

  test('nor one with a digit lost or changed on the way', () => {
    for (const text of [SAMPLE.slice(1), SAMPLE.replace('02031985', '0203185'), `9${SAMPLE.slice(1)}`]) {
      expect(readScan(text), text).toEqual({ kind: 'garbledCard' })
    }
  })
})

describe('an ID card from a scanner that types', () => {
  test('gives the same numbers and days whatever scanner, keyboard and Unikey made of its letters', () => {
    fc.assert(
      fc.property(holder, encoding, unikey, bar, prefix, (person, encode, garble, sign, before) => {
        const text = garble(before + encode(person.fields.join('|')).replaceAll('|', sign))
        expect(readScan(text), text).toEqual({
          kind: 'idCard',
          card: {
            citizenId: person.citizenId,
            oldIdNumber: person.oldIdNumber || null,
            birthYear: citizenIdFacts(person.citizenId)?.birthYear,
            birthDay: person.birthDay,
            issuedOn: person.issuedOn,
            fullName: null,
            residence: null,
          },
        })
      }),
      { numRuns: 2000 },
    )
  })

  test('where even the bars were lost is read rightly or not at all', () => {
    fc.assert(
      fc.property(holder, encoding, unikey, (person, encode, garble) => {
        const reading = readScan(garble(encode(person.fields.join(''))))
        if (reading.kind === 'idCard') {
          expect(reading.card.citizenId).toBe(person.citizenId)
          expect([person.birthDay, null]).toContain(reading.card.birthDay)
        } else {
          expect(reading).toEqual({ kind: 'garbledCard' })
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('with any one digit changed is never taken for another household of the same day of birth', () => {
    fc.assert(
      fc.property(holder, fc.integer({ min: 3, max: 5 }), fc.integer({ min: 1, max: 9 }), (person, at, by) => {
        const text = person.fields.join('|')
        const wrong = text.slice(0, at) + ((Number(text[at]) + by) % 10) + text.slice(at + 1)
        expect(readScan(wrong)).toEqual({ kind: 'garbledCard' })
      }),
    )
  })
})

describe('other codes', () => {
  test('a code of our own papers is known by its check digit', () => {
    const paper = { kind: 'handoverReceipt', year: 2026, number: 7 } as const
    const code = documentCode(paper, 'PC042')
    for (const text of [code, ` ${code}\r`, `]C0${code}`, code.replace(/(\d{4})/g, '$1 ')]) {
      expect(readScan(text), text).toEqual({ kind: 'paperCode', code, paper: { ...paper, officeDigits: '0042' } })
    }
    expect(readScan(`${code.slice(0, -1)}${(Number(code.at(-1)) + 1) % 10}`)).toEqual({ kind: 'unknown' })
  })

  test('a bare citizen ID is one', () => {
    for (const text of ['001185000001', '001185000001\n', ']C0001185000001', '001185000001|']) {
      expect(readScan(text), text).toEqual({ kind: 'citizenId', citizenId: '001185000001' })
    }
  })

  test.each(['', 'PS0000000001', '8934567890123', '168123456', 'https://example.com/001185000001?a=02031985'])(
    '"%s" is unknown',
    (text) => {
      expect(readScan(text)).toEqual({ kind: 'unknown' })
    },
  )

  test('whatever a text is, a card that is read belongs together', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789|Nauữ ') }), (noise) => {
        const reading = readScan(`001185000001|${noise}`)
        if (reading.kind === 'idCard') expect(reading.card.birthDay ?? '1985').toMatch(/^1985/)
      }),
      { numRuns: 3000 },
    )
  })
})
