/** Which letters of a text answer to what was typed, as the search finds them: without marks, by initials or digits. */

import { searchKey } from '../../domain/vietnamese.ts'

export interface TextPart {
  text: string
  isMatch: boolean
}

interface Letter {
  /** The letter with its marks, as it stands in the text. */
  shown: string
  /** What it is searched by; empty for spaces and signs. */
  key: string
  isWordStart: boolean
}

function lettersOf(text: string): Letter[] {
  const letters: Letter[] = []
  for (const shown of text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []) {
    const key = searchKey(shown)
    letters.push({ shown, key, isWordStart: key !== '' && (letters.at(-1)?.key ?? '') === '' })
  }
  return letters
}

/** How many letters from `at` on spell the word; 0 where they do not. Letters without a key end every word. */
function spelt(letters: readonly Letter[], at: number, word: string): number {
  let rest = word
  for (let index = at; index < letters.length; index++) {
    const key = letters[index]?.key ?? ''
    if (key === '') return 0
    if (key.startsWith(rest)) return index - at + 1
    if (!rest.startsWith(key)) return 0
    rest = rest.slice(key.length)
  }
  return 0
}

/** Marks a word where it begins one of the text; digits, of which clerks type the last ones, at the end of a number. */
function markWord(letters: readonly Letter[], word: string, marks: boolean[]): boolean {
  const isNumber = /^\d+$/.test(word)
  let isFound = false
  for (let at = 0; at < letters.length; at++) {
    const length = spelt(letters, at, word)
    const endsNumber = isNumber && (letters[at + length]?.key ?? '') === ''
    if (length === 0 || !(letters[at]?.isWordStart || endsNumber)) continue
    marks.fill(true, at, at + length)
    isFound = true
  }
  return isFound
}

/** Marks the first letters of the words where one after the other they are what was typed: "ntd". */
function markInitials(letters: readonly Letter[], word: string, marks: boolean[]): void {
  const starts = letters.flatMap(({ isWordStart }, at) => (isWordStart ? [at] : []))
  const initials = starts.map((at) => letters[at]?.key.charAt(0)).join('')
  const first = word.length > 1 ? initials.indexOf(word) : -1
  if (first < 0) return
  for (const at of starts.slice(first, first + word.length)) marks[at] = true
}

/** The text in parts, those that answer to what was typed marked; put together they are the text. */
export function highlightParts(text: string, typed: string): TextPart[] {
  const letters = lettersOf(text)
  const marks: boolean[] = letters.map(() => false)
  for (const word of searchKey(typed).split(' ')) {
    if (word !== '' && !markWord(letters, word, marks)) markInitials(letters, word, marks)
  }
  const parts: TextPart[] = []
  for (const [at, { shown }] of letters.entries()) {
    const isMatch = marks[at] ?? false
    const last = parts.at(-1)
    if (last?.isMatch === isMatch) last.text += shown
    else parts.push({ text: shown, isMatch })
  }
  return parts
}
