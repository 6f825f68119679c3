/**
 * Scanners that type into a computer where Unikey is on: what becomes of a text by the scanner's own poor encoding and
 * by Telex or VNI. Not Unikey's whole grammar, but every kind of harm it does.
 */

const VOWEL = /[aeiouyăâêôơư]/i

/** What a scanner sends for letters that are on no keyboard. */
export const ENCODINGS = {
  asOnTheCard: (text: string) => text,
  withoutMarks: (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D'),
  withoutLetters: (text: string) => text.replace(/[^\x20-\x7e]/g, ''),
  questionMarks: (text: string) => text.replace(/[^\x20-\x7e]/g, '?'),
  bytes: (text: string) => Buffer.from(text, 'utf8').toString('latin1'),
} as const

/** Puts a mark on the last vowel of a word; null where there is none. */
function marked(word: string, mark: string): string | null {
  for (let at = word.length - 1; at >= 0; at--) {
    const letter = word[at] ?? ''
    if (VOWEL.test(letter)) return word.slice(0, at) + (letter + mark).normalize('NFC') + word.slice(at + 1)
  }
  return null
}

const TONES: Record<string, string> = { s: '\u0301', f: '\u0300', r: '\u0309', x: '\u0303', j: '\u0323' }
const TONES_OF_VNI: Record<string, string> = { 1: '\u0301', 2: '\u0300', 3: '\u0309', 4: '\u0303', 5: '\u0323' }
const SHAPES_OF_VNI: Record<string, string> = { 6: '\u0302', 7: '\u031b', 8: '\u0306' }

/** Null where the word has no tone. */
function withoutTone(word: string): string | null {
  const bare = word
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
    .normalize('NFC')
  return bare === word ? null : bare
}

function telexKey(word: string, key: string): string {
  const low = key.toLowerCase()
  if (TONES[low]) return marked(word, TONES[low]) ?? word + key
  if (low === 'd' && /d$/i.test(word)) return `${word.slice(0, -1)}đ`
  if (low === 'w') return /[aou]$/i.test(word) ? (marked(word, '\u031b') ?? word) : `${word}ư`
  if (/[aeo]/.test(low) && word.toLowerCase().endsWith(low)) return marked(word, '\u0302') ?? word
  return low === 'z' ? word : word + key
}

function vniKey(word: string, key: string): string {
  if (!/\p{L}/u.test(word) || !/\d/.test(key)) return word + key
  if (key === '9' && /d/i.test(word)) return word.replace(/d/i, 'đ')
  if (key === '0') return withoutTone(word) ?? word + key
  const mark = TONES_OF_VNI[key] ?? SHAPES_OF_VNI[key]
  return (mark && marked(word, mark)) || word + key
}

function typed(text: string, key: (word: string, key: string) => string): string {
  let done = ''
  let word = ''
  for (const character of text) {
    if (/[\p{L}\p{N}]/u.test(character)) word = key(word, character)
    else {
      done += word + character
      word = ''
    }
  }
  return done + word
}

/** What stands in a field after these keys have gone through Unikey. */
export const UNIKEY = {
  off: (text: string) => text,
  telex: (text: string) => typed(text.replace(/\]/g, 'ư'), telexKey),
  vni: (text: string) => typed(text, vniKey),
} as const
