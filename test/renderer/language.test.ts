/** Both languages say the same things: every text of one has its counterpart in the other. */

import { expect, test } from 'vitest'
import { texts } from '../../src/renderer/text/texts.ts'

/** 'frame.screens.today' to its text; a text with parameters is called with marks in their places. */
function flat(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') return [[path, '']]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => flat(inner, path ? `${path}.${key}` : key))
}

test('every Vietnamese text has an English one, and the other way round', () => {
  const paths = (language: 'vi' | 'en') => flat(texts[language]).map(([path]) => path)
  expect(paths('en').sort()).toEqual(paths('vi').sort())
})

test('texts are NFC, without spaces at their ends', () => {
  for (const language of ['vi', 'en'] as const) {
    for (const [path, text] of flat(texts[language])) {
      expect(text.normalize('NFC').trim(), `${language} ${path}`).toBe(text)
    }
  }
})
