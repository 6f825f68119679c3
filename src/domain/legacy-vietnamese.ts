/**
 * Vietnamese text in the 8-bit fonts that came before Unicode: TCVN3 (ABC, fonts .Vn*) and VNI (fonts VNI-*). Such text
 * is made of the characters that its codes are in Western Windows, and looks right in its font alone.
 */

import { isVietnameseSyllable, wordsOf } from './vietnamese-syllable.ts'

export type LegacyEncoding = 'tcvn3' | 'vni'

/** What an encoding's texts are read with: each sequence of codes as one letter. */
interface LetterTable {
  letters: ReadonlyMap<string, string>
  /** A sequence of codes, the longest first. */
  sequence: RegExp
  codes: ReadonlyMap<string, string>
}

function letterTable(pairs: readonly (readonly [code: string, letter: string])[], sequence: RegExp): LetterTable {
  const codes = new Map(pairs.map(([code, letter]) => [letter, code]))
  return { letters: new Map(pairs), sequence, codes }
}

/**
 * TCVN 5712:1993, VN3, from code A1 on; a space where the table has none. Letters with a tone have no capitals here: a
 * font whose name ends in H shows all letters as capitals.
 */
const TCVN3_FROM_A1 = 'ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ'

const TCVN3 = letterTable(
  [...TCVN3_FROM_A1].flatMap((letter, at) => (letter === ' ' ? [] : [[String.fromCharCode(0xa1 + at), letter]])),
  /[\u00a1-\u00fe]/g,
)

/** VNI writes a letter and then a code for its marks: these are á à ả ã ạ, on any vowel that takes them so. */
const VNI_TONES: [code: string, tone: string][] = [
  ['ù', '\u0301'],
  ['ø', '\u0300'],
  ['û', '\u0309'],
  ['õ', '\u0303'],
  ['ï', '\u0323'],
]
const VNI_MARKED: [base: string, codes: string, letters: string][] = [
  ['a', 'âáàåãä', 'âấầẩẫậ'],
  ['a', 'êéèúüë', 'ăắằẳẵặ'],
  ['e', 'âáàåãä', 'êếềểễệ'],
  ['o', 'âáàåãä', 'ôốồổỗộ'],
  ['', 'ôöíìæóòîñ', 'ơưíìỉĩịỵđ'],
]

function vniPairs(): [code: string, letter: string][] {
  const marked = VNI_MARKED.flatMap(([base, codes, letters]) =>
    [...codes].map((code, at): [string, string] => [base + code, letters[at] ?? '']),
  )
  const toned = [...'aeouyôö'].flatMap((base) =>
    VNI_TONES.map(([code, tone]): [string, string] => {
      const vowel = { ô: 'ơ', ö: 'ư' }[base] ?? base
      return [base + code, (vowel + tone).normalize('NFC')]
    }),
  )
  const small = [...toned, ...marked]
  return [...small, ...small.map(([code, letter]): [string, string] => [code.toUpperCase(), letter.toUpperCase()])]
}

const VNI_CODES = 'ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË'
const VNI = letterTable(vniPairs(), new RegExp(`[aeouyôöAEOUYÔÖ][${VNI_CODES}]|[ôöíìæóòîñÔÖÍÌÆÓÒÎÑ]`, 'g'))

const TABLES: Record<LegacyEncoding, LetterTable> = { tcvn3: TCVN3, vni: VNI }

/** The letters of Windows-1258, the Vietnamese Windows, that stand for codes which Western Windows shows otherwise. */
export const WINDOWS_1258_LETTERS: readonly (readonly [vietnamese: string, western: string])[] = [
  ...'\u0300\u0309\u0303\u0301\u0323ĂĐƠƯăđơư₫',
].map((letter, at) => [letter, 'ÌÒÞìòÃÐÕÝãðõýþ'.charAt(at)])
const WESTERN: ReadonlyMap<string, string> = new Map(WINDOWS_1258_LETTERS)

/** The letters that a text's codes mean, where the encoding has them; a capital's marks may be those of small ones. */
function convert(text: string, { letters, sequence }: LetterTable): string {
  const western = text.replace(/[\u0300-\u0323ĂĐƠƯăđơư₫]/g, (letter) => WESTERN.get(letter) ?? letter)
  return western.replace(sequence, (code) => {
    const inOneCase = /^[A-ZÔÖ]./.test(code) ? code.toUpperCase() : code.toLowerCase()
    return letters.get(code) ?? letters.get(inOneCase) ?? code
  })
}

/** "NGUYễN" as NGUYỄN: among capitals a letter with a tone is one, for TCVN3 has no code to say so. */
function withCapitalTones(text: string, original: string): string {
  const isInCapitals = !/[a-z\u00a8-\u00ae]/.test(original) && /[A-Z\u00a1-\u00fe][A-Z\u00a1-\u00a7]/.test(original)
  return isInCapitals ? text.toUpperCase() : text
}

function validCount(words: readonly string[]): number {
  return words.filter(isVietnameseSyllable).length
}

/**
 * Reads legacy text; the result is NFC. `capitals` where its font shows all letters as capitals. A text that is right
 * as it stands stays: lists are mended by hands that type Unicode. To be given raw text: tidying takes letters away.
 */
export function decodeLegacy(text: string, encoding: LegacyEncoding, options: { capitals?: boolean } = {}): string {
  const converted = convert(text, TABLES[encoding]).normalize('NFC')
  const isWestern = !/[\u0100-\u1fff]/.test(text)
  if (!isWestern && validCount(wordsOf(text)) >= validCount(wordsOf(converted))) return text.normalize('NFC')
  if (options.capitals) return converted.toUpperCase()
  return encoding === 'tcvn3' ? withCapitalTones(converted, text) : converted
}

/** Writes a text as a legacy font needs it: in TCVN3 a capital with a tone becomes a small letter, as typed then. */
export function encodeLegacy(text: string, encoding: LegacyEncoding): string {
  const { codes } = TABLES[encoding]
  return text
    .normalize('NFC')
    .replace(/[^\0-\u007f]/g, (letter) => codes.get(letter) ?? codes.get(letter.toLowerCase()) ?? letter)
}

export interface LegacyFinding {
  encoding: LegacyEncoding
  /** Whether the font shows all letters as capitals. */
  capitals: boolean
  /** 0 to 1. */
  confidence: number
}

/** .VnTime is TCVN3, .VnTimeH its capitals, VNI-Times is VNI. */
function encodingOfFont(fontName: string): LegacyEncoding | null {
  if (/^\.vn/i.test(fontName)) return 'tcvn3'
  return /^vni[- ]/i.test(fontName) ? 'vni' : null
}

/**
 * The encoding of a column, by its font and by how many of its words it makes Vietnamese; null where the words are as
 * they should be, whatever the font, and where nothing in them could tell: numbers, ASCII, other languages.
 */
export function legacyEncodingOf(samples: readonly string[], fontName: string | null): LegacyFinding | null {
  const words = samples.flatMap(wordsOf).filter((word) => /[^\0-\u007f]/.test(word))
  if (words.length === 0) return null
  const ofFont = encodingOfFont(fontName ?? '')
  const ratings = (['tcvn3', 'vni'] as const).map((encoding) => {
    const valid = words.filter((word) => isVietnameseSyllable(convert(word, TABLES[encoding])))
    return { encoding, share: valid.length / words.length, kinds: new Set(valid).size }
  })
  const best = ratings.reduce((one, other) => {
    const favour = (encoding: LegacyEncoding) => (encoding === ofFont ? 0.2 : 0)
    return other.share + favour(other.encoding) > one.share + favour(one.encoding) ? other : one
  })
  const gained = best.share - validCount(words) / words.length
  const isOfFont = best.encoding === ofFont
  const isLegacy = isOfFont ? best.share >= 0.5 && gained > 0 : best.share >= 0.7 && gained >= 0.25 && best.kinds > 1
  if (!isLegacy) return null
  const fewWords = isOfFont ? 1 : 1 - 0.3 / best.kinds
  const confidence = Math.min(1, best.share * fewWords * (isOfFont ? 1 : 0.95))
  const capitals = best.encoding === 'tcvn3' && /^\.vn.*h$/i.test(fontName ?? '')
  return { encoding: best.encoding, capitals, confidence: Math.round(confidence * 100) / 100 }
}
