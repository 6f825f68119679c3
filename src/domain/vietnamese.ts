/** Vietnamese text: one spelling at the border, keys for searching and sorting, names as they are written. */

/** U+00D0 looks like Đ and is Icelandic; curly apostrophes come from Word, zero-width characters from the web. */
const LOOKALIKES: Record<string, string> = { Ð: 'Đ', ð: 'đ', '\u2018': "'", '\u2019': "'", '\u02bc': "'" }

/** The text as it is kept: NFC, real Đ, single plain spaces, none at the ends. */
export function tidyText(text: string): string {
  return text
    .replace(/[Ðð\u2018\u2019\u02bc]/g, (character) => LOOKALIKES[character] ?? character)
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC')
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

/**
 * A text as a spreadsheet takes it for text: one that begins as a formula does gets an apostrophe before it, as a
 * person would type it. Spaces and line breaks in front do not hide a formula from every program.
 */
export function asSpreadsheetText(text: string): string {
  return /^\s*[=+\-@]/.test(text) ? `'${text}` : text
}

/** Numbers, and keys that were made already, which is most of what a long list asks for. */
const ALREADY_A_KEY = /^[a-z0-9]+(?: [a-z0-9]+)*$/

/** Letters recur by the million in a list: each is folded once. Null stands for what parts words. */
const FOLDED = new Map<string, string | null>()

/** A letter or digit without its marks, in small letters; '' for a mark that stands alone. */
function foldLetter(letter: string): string | null {
  const folded = letter
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐÐð]/g, 'd')
    .toLowerCase()
  const found = /[^\p{L}\p{N}]/u.test(folded) ? null : folded
  if (FOLDED.size < 5000) FOLDED.set(letter, found)
  return found
}

/** "nguyen thi duoc": lower case, no marks, đ as d, everything but letters and digits a single space. For search. */
export function searchKey(text: string): string {
  if (ALREADY_A_KEY.test(text)) return text
  let key = ''
  let isBetweenWords = false
  for (const letter of text) {
    const known = FOLDED.get(letter)
    const folded = known === undefined ? foldLetter(letter) : known
    if (folded === null) {
      isBetweenWords = key !== ''
    } else if (folded !== '') {
      key += isBetweenWords ? ` ${folded}` : folded
      isBetweenWords = false
    }
  }
  return key
}

/** "ntd" for Nguyễn Thị Được: the first letters of the words, for clerks who search by initials. */
export function initials(name: string): string {
  return searchKey(name)
    .split(' ')
    .map((word) => word.charAt(0))
    .join('')
}

const TONES = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
/** The order of ICU `vi`: marks of punctuation, digits, letters; ƀ is a letter of Ê Đê names. */
const ALPHABET = ' _-,;:!?.\'"()[]{}@*/\\&#%`^+<=>|~$0123456789aăâbƀcdđeêfghijklmnoôơpqrstuưvwxyz'

interface LetterRank {
  /** The letter as one ASCII character, in the order of the alphabet. */
  letter: string
  /** 0 to 5 for the tones; 6 for a mark that no letter of ours has (č, ŏ, ê̆). */
  tone: number
}

function rankLetter(withTone: string): LetterRank {
  const parts = withTone.normalize('NFD')
  const tone = TONES.findIndex((mark) => parts.includes(mark)) + 1
  const letter = parts.replace(TONES[tone - 1] ?? '', '').normalize('NFC')
  const places = [letter, letter.charAt(0), parts.charAt(0)].map((candidate) => ALPHABET.indexOf(candidate))
  const place = places.find((candidate) => candidate >= 0)
  if (place === undefined) return { letter, tone }
  return { letter: String.fromCharCode(0x22 + place), tone: place === places[0] ? tone : 6 }
}

/** Letters recur by the thousand in a list: each is ranked once. */
const RANKS = new Map<string, LetterRank>()

/** Surnames and given names are few. */
const COLLATION_KEYS = new Map<string, string>()

function collationKey(text: string): string {
  const known = COLLATION_KEYS.get(text)
  if (known !== undefined) return known
  const key = newCollationKey(text)
  if (COLLATION_KEYS.size < 5000) COLLATION_KEYS.set(text, key)
  return key
}

/** A text as another whose binary order is the Vietnamese one: letters first, then tones; Thôn 2 before Thôn 10. */
function newCollationKey(text: string): string {
  const counted = text.toLowerCase().replace(/\d+/g, (number) => number.padStart(9, '0'))
  let letters = ''
  let tones = ''
  for (const character of counted.match(/\P{M}\p{M}*/gu) ?? []) {
    const rank = RANKS.get(character) ?? rankLetter(character)
    if (RANKS.size < 1000) RANKS.set(character, rank)
    letters += rank.letter
    tones += rank.tone
  }
  return `${letters}!${tones}`
}

/**
 * A key whose binary order is the order of Vietnamese name lists: given name, then surname, then middle names, each by
 * the Vietnamese alphabet and then by tone (ngang, huyền, hỏi, ngã, sắc, nặng), as ICU `vi` does. Capitals are equal to
 * small letters.
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

/** The older habit of placing a tone on oa, oe, uy at a syllable's end, in NFD: hòa, khỏe, thủy, qúy. */
const TONE_ON_FIRST = /(o(?=.[ae])|u(?=.y))([\u0300\u0309\u0303\u0301\u0323])([aey])(?![\p{L}\p{M}])/giu

/** The same text with every tone on the second vowel of oa, oe, uy, so that hòa equals hoà. For matching only. */
export function unifyTonePlacement(text: string): string {
  return text.normalize('NFD').replace(TONE_ON_FIRST, '$1$3$2').normalize('NFC')
}

/** Whether two names are the same but for capitals, spaces and the habit of tone placement; marks count. */
export function isSameName(one: string, other: string): boolean {
  const matchingKey = (name: string) => unifyTonePlacement(tidyText(name).toLowerCase())
  return matchingKey(one) === matchingKey(other)
}
