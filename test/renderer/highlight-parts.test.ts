/** What a search marks in what it found: the letters that were typed, however they are written. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { initials, searchKey } from '../../src/domain/vietnamese.ts'
import { highlightParts } from '../../src/renderer/components/highlight-parts.ts'

const marked = (text: string, typed: string) =>
  highlightParts(text, typed)
    .map(({ text: part, isMatch }) => (isMatch ? `[${part}]` : part))
    .join('')

describe('what was typed is marked', () => {
  test.each([
    ['Nguyễn Thị Được', 'nguyen duoc', '[Nguyễn] Thị [Được]'],
    ['Nguyễn Thị Được', 'Được', 'Nguyễn Thị [Được]'],
    ['Nguyễn Thị Được', 'ngu th', '[Ngu]yễn [Th]ị Được'],
    ['Nguyễn Thị Được', 'ntd', '[N]guyễn [T]hị [Đ]ược'],
    ['Nguyễn Thị Được', 'td', 'Nguyễn [T]hị [Đ]ược'],
    ["H'Mai Ayŭn", 'mai', "H'[Mai] Ayŭn"],
    ['Lê Thị Hòa', 'hoà', 'Lê Thị [Hòa]'],
    ['PC05000123456', '3456', 'PC0500012[3456]'],
    ['PC05000123456', 'pc05', '[PC05]000123456'],
    ['001******123', '123', '001******[123]'],
    ['0912345678', '345', '0912345678'],
    ['Thôn Đông', '', 'Thôn Đông'],
    ['Thôn Đông', 'tây', 'Thôn Đông'],
  ])('%s, typed %s', (text, typed, expected) => {
    expect(marked(text, typed)).toBe(expected)
  })

  test('a name in combining marks is marked as the composed one', () => {
    expect(marked('Đặng Thị Lợi'.normalize('NFD'), 'loi').normalize('NFC')).toBe('Đặng Thị [Lợi]')
  })
})

const syllable = fc.constantFrom(
  'Nguyễn',
  'Thị',
  'Được',
  'Đặng',
  'Hòa',
  'Thuý',
  "H'Mai",
  'Ơ',
  'Quỳnh',
  'Ayŭn',
  'PS0012',
)
const name = fc.array(syllable, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '))
const anything = fc.oneof(name, fc.string({ unit: 'grapheme' }), fc.string())

test('put together, the parts are the text, and neighbours differ', () => {
  fc.assert(
    fc.property(anything, anything, (text, typed) => {
      const parts = highlightParts(text, typed)
      expect(parts.map((part) => part.text).join('')).toBe(text)
      for (const [at, part] of parts.entries()) {
        expect(part.text).not.toBe('')
        expect(part.isMatch).not.toBe(parts[at + 1]?.isMatch)
      }
    }),
  )
})

test('what is marked is made of what was typed, and any beginning of any word is marked', () => {
  const wordAndCut = name.chain((text) => {
    const words = searchKey(text).split(' ')
    return fc.record({
      text: fc.constant(text),
      typed: fc.constantFrom(...words).chain((word) => fc.nat(word.length - 1).map((cut) => word.slice(0, cut + 1))),
    })
  })
  fc.assert(
    fc.property(wordAndCut, ({ text, typed }) => {
      const matches = highlightParts(text, typed).filter(({ isMatch }) => isMatch)
      expect(matches.length).toBeGreaterThan(0)
      for (const { text: part } of matches) expect(searchKey(part)).toBe(typed)
    }),
  )
})

test('the initials of a name mark one letter of each of its words', () => {
  const plain = fc.array(fc.constantFrom('Đặng', 'Phước', 'Khánh', 'Vy'), { minLength: 2, maxLength: 5 })
  fc.assert(
    fc.property(plain, (words) => {
      const text = words.join(' ')
      const parts = highlightParts(text, initials(text))
      expect(parts.filter(({ isMatch }) => isMatch).map((part) => part.text)).toEqual(words.map((word) => word[0]))
    }),
  )
})

test('what answers to nothing that was typed is not marked', () => {
  fc.assert(
    fc.property(name, (text) => {
      expect(highlightParts(text, 'zzz')).toEqual([{ text, isMatch: false }])
    }),
  )
})
