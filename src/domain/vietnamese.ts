/** Vietnamese text: one spelling at the border, keys for searching and sorting, names as they are written. */

/** U+00D0 looks like Đ and is Icelandic; zero-width characters and no-break spaces come along from the web and Word. */
const LOOKALIKES: Record<string, string> = { Ð: 'Đ', ð: 'đ', '\u00a0': ' ', '\u2019': "'", '\u02bc': "'" }

/** The text as it is kept: NFC, real Đ, single plain spaces, none at the ends. */
export function tidyText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[Ðð\u00a0\u2019\u02bc]/g, (character) => LOOKALIKES[character] ?? character)
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/**
 * Why a text may not enter the ledger, or null where it may: a leading = + - @ would become a formula in somebody's
 * Excel, control characters and bidirectional overrides make a paper show other than what is stored (PACKAGE.md).
 */
export function forbiddenText(text: string): 'formula' | 'control' | null {
  if (/^[=+\-@\t\r]/.test(text)) return 'formula'
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  if (/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.test(text)) return 'control'
  return null
}

/** "nguyen thi duoc": lower case, no marks, đ as d, everything but letters and digits a single space. For search. */
export function searchKey(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐÐð]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** "ntd" for Nguyễn Thị Được: the first letters of the words, for clerks who search by initials. */
export function initials(name: string): string {
  return searchKey(name)
    .split(' ')
    .map((word) => word.charAt(0))
    .join('')
}

const TONES = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
const ALPHABET = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'

/** One word list as a text whose plain binary order is the Vietnamese order: letters first, then tones. */
function collationKey(text: string): string {
  let letters = ''
  let tones = ''
  for (const character of text.toLowerCase()) {
    const parts = character.normalize('NFD')
    const tone = TONES.findIndex((mark) => parts.includes(mark))
    const letter = (tone < 0 ? parts : parts.replace(TONES[tone] ?? '', '')).normalize('NFC')
    const place = ALPHABET.indexOf(letter)
    letters += place >= 0 ? String.fromCharCode(0x41 + place) : letter === ' ' ? '"' : letter
    tones += String(tone + 1)
  }
  return `${letters}!${tones}`
}

/**
 * A key whose binary order is the order of Vietnamese name lists: given name, then surname, then middle names, each by
 * the Vietnamese alphabet and then by tone (ngang, huyền, hỏi, ngã, sắc, nặng), as ICU `vi` does.
 */
export function nameSortKey(fullName: string): string {
  const words = tidyText(fullName).split(' ')
  const given = words.at(-1) ?? ''
  const surname = words.length > 1 ? (words[0] ?? '') : ''
  return [given, surname, words.slice(1, -1).join(' ')].map(collationKey).join(' ')
}

/** A key whose binary order is the Vietnamese alphabetical order of a text read from its beginning (hamlets). */
export function textSortKey(text: string): string {
  return collationKey(tidyText(text))
}

/** Title case for a syllable written all in capitals or all in small letters; H'Mai and other mixed ones stay. */
function titleCasePiece(piece: string): string {
  const isUniform = piece === piece.toUpperCase() || piece === piece.toLowerCase()
  return isUniform ? piece.charAt(0).toUpperCase() + piece.slice(1).toLowerCase() : piece
}

/** "NGUYỄN THỊ ĐƯỢC" becomes "Nguyễn Thị Được", "h'mai" H'Mai, "Y-BHĂM" Y-Bhăm; names in proper case stay as typed. */
export function tidyName(name: string): string {
  return tidyText(name)
    .split(' ')
    .map((word) =>
      word
        .split(/(['-])/)
        .map(titleCasePiece)
        .join(''),
    )
    .join(' ')
}

/** The two habits of placing a tone on oa, oe, uy at a syllable's end: hòa is hoà, thủy is thuỷ. */
const TONE_ON_FIRST =
  /(?<!q)([oO])([\u0300\u0309\u0303\u0301\u0323])([aAeE])(?![\p{L}\p{M}])|(?<![qQ])([uU])([\u0300\u0309\u0303\u0301\u0323])([yY])(?![\p{L}\p{M}])/gu

/** The same text with every tone on the second vowel of oa, oe, uy: two spellings of one name become equal. For matching only. */
export function unifyTonePlacement(text: string): string {
  return text
    .normalize('NFD')
    .replace(TONE_ON_FIRST, (_whole, o, oTone, ae, u, uTone, y) => (o ? o + ae + oTone : u + y + uTone))
    .normalize('NFC')
}

/** Whether two names are the same but for capitals, spaces and the habit of tone placement; marks count. */
export function isSameName(one: string, other: string): boolean {
  const matchingKey = (name: string) => unifyTonePlacement(tidyText(name).toLowerCase())
  return matchingKey(one) === matchingKey(other)
}
