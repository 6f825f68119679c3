import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  decodeLegacy,
  encodeLegacy,
  type LegacyEncoding,
  legacyEncodingOf,
} from '../../src/domain/legacy-vietnamese.ts'
import { tidyName } from '../../src/domain/vietnamese.ts'
import { isVietnameseSyllable } from '../../src/domain/vietnamese-syllable.ts'
import { inventedHouseholds } from '../support/people.ts'

const ENCODINGS: LegacyEncoding[] = ['tcvn3', 'vni']
const VOWELS = [...'aăâeêioôơuưy']
const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
const SMALL_LETTERS = [...VOWELS.flatMap((vowel) => TONES.map((tone) => (vowel + tone).normalize('NFC'))), 'đ']
const NAMES = inventedHouseholds(400).map(({ headOfHousehold }) => headOfHousehold)
const someNames = fc.array(fc.constantFrom(...NAMES), { minLength: 5, maxLength: 40 })

describe('every letter comes back', () => {
  test.each(ENCODINGS)('small ones in %s', (encoding) => {
    for (const letter of SMALL_LETTERS) {
      expect(decodeLegacy(encodeLegacy(letter, encoding), encoding)).toBe(letter)
    }
  })

  test('capitals of VNI, with their own marks or with small ones', () => {
    for (const letter of SMALL_LETTERS.map((small) => small.toUpperCase())) {
      const code = encodeLegacy(letter, 'vni')
      expect(decodeLegacy(code, 'vni')).toBe(letter)
      const mixed = code.charAt(0) + code.slice(1).toLowerCase()
      expect(decodeLegacy(mixed, 'vni')).toBe(letter)
    }
  })

  test('capitals of TCVN3, which has them without tones, by a font of capitals or among other capitals', () => {
    for (const letter of SMALL_LETTERS) {
      const code = encodeLegacy(letter, 'tcvn3')
      expect(decodeLegacy(code, 'tcvn3', { capitals: true })).toBe(letter.toUpperCase())
      expect(decodeLegacy(encodeLegacy(`TR${letter.toUpperCase()}NG`, 'tcvn3'), 'tcvn3')).toBe(
        `TR${letter.toUpperCase()}NG`,
      )
    }
    expect(decodeLegacy(encodeLegacy('Hà Ánh', 'tcvn3'), 'tcvn3')).toBe('Hà ánh')
    expect(tidyName(decodeLegacy(encodeLegacy('Hà Ánh', 'tcvn3'), 'tcvn3'))).toBe('Hà Ánh')
  })

  test.each(ENCODINGS)('names in %s', (encoding) => {
    for (const name of NAMES) {
      for (const written of [name, name.toUpperCase()]) {
        expect(tidyName(decodeLegacy(encodeLegacy(written, encoding), encoding))).toBe(name)
      }
    }
  })
})

describe('text as it was really typed', () => {
  const texts: [encoding: LegacyEncoding, legacy: string, text: string][] = [
    ['tcvn3', 'NguyÔn ThÞ §\u00ad\u00acng', 'Nguyễn Thị Đương'],
    ['tcvn3', 'TrÇn V¨n D\u00adìng', 'Trần Văn Dưỡng'],
    ['tcvn3', 'Céng hoµ x· héi chñ nghÜa ViÖt Nam', 'Cộng hoà xã hội chủ nghĩa Việt Nam'],
    ['tcvn3', 'UBND X· §«ng MÉu', 'UBND Xã Đông Mẫu'],
    ['vni', 'Nguyeãn Thò Ñöông', 'Nguyễn Thị Đương'],
    ['vni', 'Traàn Vaên Döôõng', 'Trần Văn Dưỡng'],
    ['vni', 'COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ['vni', 'Lyù Thò Kyø, aáp Myõ Quyù', 'Lý Thị Kỳ, ấp Mỹ Quý'],
  ]
  test.each(texts)('%s: %s', (encoding, legacy, text) => {
    expect(decodeLegacy(legacy, encoding)).toBe(text)
    expect(encodeLegacy(text, encoding)).toBe(legacy)
  })

  test('seen by a Windows that was set to Vietnamese', () => {
    expect(decodeLegacy('Nguyeăn Th\u0323 Döôơng', 'vni')).toBe('Nguyễn Thị Dưỡng')
    expect(decodeLegacy('NguyÔn Th\u0303 L\u0323', 'tcvn3')).toBe('Nguyễn Thị Lũ')
    expect(decodeLegacy('Lª V¨n bĐ mơng', 'tcvn3')).toBe('Lê Văn bé mừng')
  })

  test('a cell that somebody mended in Unicode stays, in a column of legacy text', () => {
    for (const encoding of ENCODINGS) {
      for (const text of ['Nguyễn Thị Hồng', 'Lê Văn Đông', 'Nguyễn'.normalize('NFD'), 'Ksor H’Bŏ']) {
        expect(decodeLegacy(text, encoding, { capitals: true })).toBe(text.normalize('NFC'))
      }
    }
  })
})

describe('a column is known', () => {
  test('by its words alone', () => {
    fc.assert(
      fc.property(someNames, fc.constantFrom(...ENCODINGS), (names, encoding) => {
        const marked = names.filter((name) => /[^ -~]/.test(name))
        fc.pre(new Set(marked).size > 3)
        const found = legacyEncodingOf(
          names.map((name) => encodeLegacy(name, encoding)),
          'Times New Roman',
        )
        expect(found).toMatchObject({ encoding, capitals: false })
        expect(found?.confidence).toBeGreaterThan(0.7)
      }),
    )
  })

  test('by its font where words are few', () => {
    expect(legacyEncodingOf(['H­ng'], '.VnTime')).toEqual({ encoding: 'tcvn3', capitals: false, confidence: 1 })
    expect(legacyEncodingOf(['H­ng'], '.VnTimeH')).toEqual({ encoding: 'tcvn3', capitals: true, confidence: 1 })
    expect(legacyEncodingOf(['Thò'], 'VNI-Times')).toBeNull()
    expect(legacyEncodingOf(['Vaên'], 'VNI-Times')).toEqual({ encoding: 'vni', capitals: false, confidence: 1 })
    expect(legacyEncodingOf(['H­ng'], null)).toBeNull()
  })

  test('never where its names are Unicode, composed or not, whatever the font', () => {
    fc.assert(
      fc.property(
        someNames,
        fc.constantFrom('NFC', 'NFD'),
        fc.constantFrom(null, 'Arial', '.VnTimeH', 'VNI-Times'),
        (names, form, font) => {
          const written = names.map((name) => name.normalize(form))
          expect(legacyEncodingOf(written, font)).toBeNull()
          expect(
            legacyEncodingOf(
              written.map((name) => name.toUpperCase()),
              font,
            ),
          ).toBeNull()
        },
      ),
    )
  })

  const others: [what: string, samples: string[]][] = [
    ['numbers and codes', ['001150000001', '0912345678', 'PS0000123456', '1', '']],
    ['ASCII', ['Tran Van An', 'Le Thi Hoa']],
    ['short words with one tone', ['Hà', 'Hòa', 'Tú', 'Bé', 'Thị']],
    ['names of Ê Đê and Gia Rai', ["H'Mai", 'Y-Bhăm', 'Ksor', 'Niê', 'Mlô', 'Êban', 'Kpă', 'Byă', 'Êñuôl', 'Ayŭn']],
    ['French', ['René', 'Hélène Lefèvre', 'Où étés-vous né', 'Zoé', 'Noël', 'café', 'Agnès', 'thé', 'été', 'à']],
    ['English and German', ['naïve', 'façade', 'Müller', 'Größe', 'résumé']],
    ['signs', ['50 m²', '30 °C', '½', '×', '√', '–', '“”', '§ 5', '± 2']],
  ]
  test.each(others)('never where it holds %s', (_what, samples) => {
    for (const font of [null, 'Times New Roman']) expect(legacyEncodingOf(samples, font)).toBeNull()
    for (const sample of samples) expect(legacyEncodingOf([sample], null)).toBeNull()
  })
})

describe('a syllable', () => {
  test('is Vietnamese in every normal form and case', () => {
    for (const word of 'Nguyễn ĐƯỢC quyền giếng gì quốc khuỷu nghiêng hoà hòa thuỷ ý yên ngoằn oong'.split(' ')) {
      expect([word, isVietnameseSyllable(word), isVietnameseSyllable(word.normalize('NFD'))]).toEqual([
        word,
        true,
        true,
      ])
    }
  })

  test('is not where letters or tones do not go together', () => {
    for (const word of ['Nguyeãn', 'NguyÔn', 'Smith', 'Bhăm', 'các̀', 'cac', 'ạ́', 'wa', '', 'à b']) {
      expect([word, isVietnameseSyllable(word)]).toEqual([word, false])
    }
  })
})
