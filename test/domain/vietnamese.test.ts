import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  forbiddenText,
  initials,
  isSameName,
  nameSortKey,
  searchKey,
  textSortKey,
  tidyName,
  tidyText,
  unifyTonePlacement,
} from '../../src/domain/vietnamese.ts'

const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
const vowel = fc
  .tuple(fc.constantFrom(...'aăâeêioôơuưy'), fc.constantFrom(...TONES))
  .map(([letter, tone]) => (letter + tone).normalize('NFC'))
const consonant = fc.constantFrom(...'bcdđghklmnpqrstvxfjwz', 'ngh', 'kh', 'tr', '')
const syllable = fc
  .tuple(
    consonant,
    vowel,
    fc.constantFrom('', 'n', 'ng', 'c', 'm', 'a', 'i', 'u'),
    fc.constantFrom('small', 'title', 'CAPITALS'),
  )
  .map(([first, middle, last, casing]) => {
    const word = first + middle + last
    if (casing === 'CAPITALS') return word.toUpperCase()
    return casing === 'title' ? word.charAt(0).toUpperCase() + word.slice(1) : word
  })
const fullName = fc.array(syllable, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '))

function sign(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

describe('the order of names', () => {
  const icu = new Intl.Collator('vi', { sensitivity: 'accent', numeric: true })

  /** The rule in words: given name, then surname, then middle names. */
  function compareNames(one: string, other: string): number {
    const parts = (name: string) => {
      const words = name.split(' ')
      return [words.at(-1) ?? '', words.length > 1 ? (words[0] ?? '') : '', words.slice(1, -1).join(' ')]
    }
    const others = parts(other)
    return parts(one).reduce((order, part, at) => order || icu.compare(part, others[at] ?? ''), 0)
  }

  test('is that of ICU vi for every two names', () => {
    fc.assert(
      fc.property(fullName, fullName, (one, other) => {
        expect(sign(nameSortKey(one), nameSortKey(other)), `${one} | ${other}`).toBe(
          Math.sign(compareNames(one, other)),
        )
      }),
      { numRuns: 5000 },
    )
  })

  test('is that of ICU vi for names that share all but one letter', () => {
    fc.assert(
      fc.property(fullName, vowel, vowel, fc.nat(), (name, one, other, seed) => {
        const at = seed % (name.length + 1)
        const [first, second] = [one, other].map((letter) => (name.slice(0, at) + letter + name.slice(at)).trim())
        if (first === undefined || second === undefined) return
        expect(sign(nameSortKey(first), nameSortKey(second)), `${first} | ${second}`).toBe(
          Math.sign(compareNames(first, second)),
        )
      }),
      { numRuns: 5000 },
    )
  })

  test('ranks tones ngang, huyền, hỏi, ngã, sắc, nặng, and letters before tones', () => {
    const names = [
      'Trần Thị An',
      'Lê Văn Àn',
      'Lê Văn Ản',
      'Lê Văn Ãn',
      'Lê Văn Án',
      'Lê Văn Ạn',
      'Bùi Thị Ang',
      'Bùi Thị Ăn',
      'Bùi Thị Ân',
    ]
    expect([...names].reverse().sort((one, other) => sign(nameSortKey(one), nameSortKey(other)))).toEqual(names)
  })

  test('takes the given name first, then the surname, then what stands between', () => {
    const names = [
      'Đinh Văn An',
      'Trần Văn An',
      'An Thị Bình',
      'Lê Bình',
      'Lê Anh Bình',
      'Lê Văn Bình',
      'Lê Văn Anh Bình',
    ]
    const sorted = [...names].reverse().sort((one, other) => sign(nameSortKey(one), nameSortKey(other)))
    expect(sorted).toEqual([
      'Đinh Văn An',
      'Trần Văn An',
      'An Thị Bình',
      'Lê Bình',
      'Lê Anh Bình',
      'Lê Văn Bình',
      'Lê Văn Anh Bình',
    ])
  })

  test('does not mind capitals, spaces or the way letters are composed', () => {
    fc.assert(
      fc.property(fullName, (name) => {
        const key = nameSortKey(name)
        expect(nameSortKey(name.toUpperCase())).toBe(key)
        expect(nameSortKey(name.normalize('NFD'))).toBe(key)
        expect(nameSortKey(`  ${name.replaceAll(' ', '\u00a0 ')} `)).toBe(key)
      }),
    )
  })

  test('puts the letters of Ê Đê, Gia Rai and Ba Na names where ICU does', () => {
    const words = [
      'Bă',
      'Bĕ',
      'Bŏ',
      'Čil',
      'Cil',
      'Co',
      'Ƀă',
      'Bz',
      "H'Mai",
      'Hmai',
      'Kê̆',
      'Kê',
      'Kế',
      'Kf',
      'Ñao',
      'Nao',
      'Nup',
      'Sơ̆',
      'Sơ',
      'Sp',
      'Ya',
      'Y-Bhăm',
    ]
    for (const one of words) {
      for (const other of words) {
        expect(sign(textSortKey(one), textSortKey(other)), `${one} | ${other}`).toBe(Math.sign(icu.compare(one, other)))
      }
    }
  })
})

describe('the order of places', () => {
  test('counts: Thôn 2 stands before Thôn 10', () => {
    const places = [
      'Tổ 1',
      'Tổ 2',
      'Tổ 10',
      'Tổ 10A',
      'Tổ dân phố 3',
      'Thôn 02',
      'Thôn 9',
      'Thôn 10',
      'Thôn Đông',
      'Ấp 3',
    ]
    const icu = new Intl.Collator('vi', { numeric: true })
    const sorted = [...places].sort((one, other) => sign(textSortKey(one), textSortKey(other)))
    expect(sorted).toEqual([...places].sort(icu.compare))
    expect(sorted.indexOf('Thôn 02')).toBeLessThan(sorted.indexOf('Thôn 10'))
  })

  test('is that of ICU vi for words, digits and marks', () => {
    const icu = new Intl.Collator('vi', { numeric: true, sensitivity: 'accent' })
    const marks = fc.constantFrom(...' -,.;:/()"\'+&', ...'0123456789')
    const place = fc
      .array(fc.oneof(syllable, marks), { minLength: 1, maxLength: 8 })
      .map((parts) => tidyText(parts.join('')))
    fc.assert(
      fc.property(place, place, (one, other) => {
        expect(sign(textSortKey(one), textSortKey(other)), `${one} | ${other}`).toBe(Math.sign(icu.compare(one, other)))
      }),
      { numRuns: 3000 },
    )
  })
})

describe('the search key', () => {
  test.each([
    ['Nguyễn Thị Được', 'nguyen thi duoc'],
    ['  ĐẶNG   Văn Ỷ ', 'dang van y'],
    ['Ðinh ðức', 'dinh duc'],
    ["H'Mai Niê", 'h mai nie'],
    ['Y-Bhăm Êban', 'y bham eban'],
    ['Tổ 3, P. 5', 'to 3 p 5'],
    ['...', ''],
  ])('of "%s" is "%s"', (text, key) => {
    expect(searchKey(text)).toBe(key)
  })

  test('letter by letter it is what folding the whole text would be', () => {
    const folded = (text: string) =>
      text
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace(/[đĐÐð]/g, 'd')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fullName, (strange, ordinary) => {
        // A Greek capital is the one letter whose small form its neighbours choose.
        const text = `${strange} ${ordinary}`.replaceAll('Σ', 'σ')
        expect(searchKey(text)).toBe(folded(text))
      }),
      { numRuns: 2000 },
    )
  })

  test('is plain ASCII for every Vietnamese name, the same for capitals and both compositions', () => {
    fc.assert(
      fc.property(fullName, (name) => {
        const key = searchKey(name)
        expect(key).toMatch(/^[a-z]+( [a-z]+)*$/)
        expect(searchKey(key)).toBe(key)
        expect(searchKey(name.toUpperCase())).toBe(key)
        expect(searchKey(name.normalize('NFD'))).toBe(key)
        expect(searchKey(unifyTonePlacement(name))).toBe(key)
      }),
    )
  })

  test('gives the initials clerks search by', () => {
    expect(initials('Nguyễn Thị Được')).toBe('ntd')
    expect(initials("H'Mai Niê")).toBe('hmn')
    expect(initials('')).toBe('')
  })
})

describe('tone placement', () => {
  test.each([
    ['hòa', 'hoà'],
    ['HÒA', 'HOÀ'],
    ['Khỏe', 'Khoẻ'],
    ['họa', 'hoạ'],
    ['thủy', 'thuỷ'],
    ['Thúy', 'Thuý'],
    ['ủy ban', 'uỷ ban'],
    ['qúy', 'quý'],
    ['Hòa, Thủy.', 'Hoà, Thuỷ.'],
  ])('%s is %s', (older, newer) => {
    expect(unifyTonePlacement(older)).toBe(newer)
    expect(unifyTonePlacement(newer)).toBe(newer)
    expect(isSameName(older, newer)).toBe(true)
  })

  test.each([
    'quý',
    'quà',
    'khoái',
    'hoàn',
    'toán',
    'thuyền',
    'khuỷu',
    'hoá',
    'mùa',
    'của',
    'loại',
    'xoè',
    'Huỳnh',
    'quốc',
    'già',
  ])('of %s is left alone', (word) => {
    expect(unifyTonePlacement(word)).toBe(word)
  })

  test('never changes more than the place of a tone, and does its work at once', () => {
    const sorted = (text: string) => [...text.normalize('NFD')].sort().join('')
    fc.assert(
      fc.property(fullName, (name) => {
        const unified = unifyTonePlacement(name)
        expect(sorted(unified)).toBe(sorted(name))
        expect(unifyTonePlacement(unified)).toBe(unified)
      }),
    )
  })

  test('and capitals do not make another name; other marks do', () => {
    expect(isSameName('NGUYỄN  THỊ HÒA', 'Nguyễn Thị Hoà')).toBe(true)
    expect(isSameName('Nguyễn Thị Hòa', 'Nguyễn Thị Hóa')).toBe(false)
    expect(isSameName('Nguyễn Thị Hoa', 'Nguyễn Thị Hoà')).toBe(false)
    expect(isSameName('Ðinh Văn Đức', 'Đinh Văn Đức')).toBe(true)
  })
})

describe('a tidied name', () => {
  test.each([
    ['NGUYỄN THỊ ĐƯỢC', 'Nguyễn Thị Được'],
    ['nguyễn  thị được ', 'Nguyễn Thị Được'],
    ['Nguyễn Thị Được', 'Nguyễn Thị Được'],
    ['Ðinh VĂN ðức', 'Đinh Văn Đức'],
    ["H'MAI NIÊ", "H'Mai Niê"],
    ["h'mai", "H'Mai"],
    ['H’Mai', "H'Mai"],
    ['Y-BHĂM', 'Y-Bhăm'],
    ['y-bhăm êban', 'Y-Bhăm Êban'],
    ["K'BRỂU", "K'Brểu"],
    ['Rơ Châm ČIL', 'Rơ Châm Čil'],
    ['A LĂNG Ỷ', 'A Lăng Ỷ'],
    ['', ''],
  ])('"%s" is %s', (typed, name) => {
    expect(tidyName(typed)).toBe(name)
    expect(tidyName(typed.normalize('NFD'))).toBe(name)
  })

  test('is NFC and needs no second tidying', () => {
    fc.assert(
      fc.property(fullName, (typed) => {
        const name = tidyName(typed.normalize('NFD'))
        expect(name.normalize('NFC')).toBe(name)
        expect(tidyName(name)).toBe(name)
        expect(searchKey(name)).toBe(searchKey(typed))
      }),
    )
  })
})

describe('text at the border', () => {
  test('loses what cannot be seen', () => {
    expect(tidyText('\ufeffNguyễn\u200b Thị\u00a0\u00a0Được\u00ad\u200e\n')).toBe('Nguyễn Thị Được')
    expect(tidyText('e\u200b\u0302')).toBe('ê')
  })

  test('is tidy after one tidying, whatever came in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const tidy = tidyText(text)
        expect(tidyText(tidy)).toBe(tidy)
        expect(tidy.normalize('NFC')).toBe(tidy)
        expect(tidy).not.toMatch(/^\s|\s$|\s\s/)
      }),
    )
  })

  test.each(['=1+1', '+84912', '-5', '@SUM(A1)', '\tx', '\rx'])(
    'that a spreadsheet takes for a formula is refused: %j',
    (text) => {
      expect(forbiddenText(text)).toBe('formula')
    },
  )

  test.each(['a\u0000b', 'a\nb', 'a\u0085', 'An\u202egnurT', '\u2066x'])('with controls is refused: %j', (text) => {
    expect(forbiddenText(text)).toBe('control')
  })

  test('of every Vietnamese name is welcome', () => {
    fc.assert(fc.property(fullName, (name) => forbiddenText(name) === null))
    expect(forbiddenText("Y-Bhăm, H'Mai (con) 50% = 1/2")).toBeNull()
  })
})
