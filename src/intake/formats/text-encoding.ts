/**
 * In which encoding a text file was written, found by what its bytes make sense in. Decoders of our own for the two
 * code pages of old Windows, since not every runtime brings them.
 */

import { isUtf8 } from 'node:buffer'
import { legacyEncodingOf, WINDOWS_1258_LETTERS } from '../../domain/legacy-vietnamese.ts'
import { vietnameseShare } from '../../domain/vietnamese-syllable.ts'
import { TableFault, type TextEncoding } from './table-source.ts'

const PIECE_BYTES = 2 ** 18
const SAMPLE_BYTES = 2 ** 17

/** What both code pages have from 80 to 9F; a space where they have nothing. */
const PUNCTUATION = '€ ‚ƒ„…†‡ˆ‰ ‹Œ    ‘’“”•–—˜™ ›œ  Ÿ'
const VIETNAMESE_OF_WESTERN = new Map(WINDOWS_1258_LETTERS.map(([vietnamese, western]) => [western, vietnamese]))

/** Bytes of Windows-1252: one character each, so that the codes of legacy fonts survive. */
export function decodeWestern(bytes: Buffer): string {
  const latin = bytes.toString('latin1')
  return latin.replace(/[\x80-\x9f]/g, (code) => {
    const letter = PUNCTUATION.charAt(code.charCodeAt(0) - 0x80)
    return letter === ' ' ? '\ufffd' : letter
  })
}

/** Bytes of Windows-1258, whose tones follow their letters and are not yet composed with them. */
export function decodeVietnamese(bytes: Buffer): string {
  return decodeWestern(bytes).replace(/[ÃÌÐÒÕÝÞãìðòõýþ]/g, (letter) => VIETNAMESE_OF_WESTERN.get(letter) ?? letter)
}

/**
 * Whether text of one byte a letter is of Vietnamese Windows, or is of a legacy font and so the codes of Western
 * Windows; null where it is Vietnamese in neither way.
 */
export function codePageOf(sample: Buffer): 'windows-1258' | 'windows-1252' | null {
  const share = vietnameseShare(decodeVietnamese(sample))
  const legacy = legacyEncodingOf([decodeWestern(sample)], null)
  if (legacy && legacy.confidence > share) return 'windows-1252'
  return share >= 0.5 ? 'windows-1258' : null
}

/** UTF-16 without its mark: every other byte of its digits, spaces and plain letters is zero. */
function unmarkedUtf16(bytes: Buffer): TextEncoding | null {
  const beginning = bytes.subarray(0, 4096)
  const zeros = [0, 0]
  for (const [at, byte] of beginning.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (Math.min(even, odd) > 0 || Math.max(even, odd) < beginning.length / 8) return null
  return odd > 0 ? 'utf-16le' : 'utf-16be'
}

function encodingOf(bytes: Buffer): TextEncoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return unmarkedUtf16(bytes) ?? (isUtf8(bytes) ? 'utf-8' : codePageOf(bytes.subarray(0, SAMPLE_BYTES)))
}

/** The whole text, without the mark at its start. Throws where bytes are none of the encoding's. */
function decode(bytes: Buffer, encoding: TextEncoding): string {
  if (encoding === 'windows-1258') return decodeVietnamese(bytes)
  return encoding === 'windows-1252' ? decodeWestern(bytes) : new TextDecoder(encoding).decode(bytes)
}

/**
 * The encoding of a file that is text; null where it holds what no text does. Throws a `TableFault` where it may be
 * text, but its letters are damaged or of no encoding that is known here.
 */
export function textEncodingOf(bytes: Buffer): TextEncoding | null {
  const beginning = bytes.subarray(0, 4096)
  const encoding = encodingOf(bytes)
  const text = encoding ? decode(beginning, encoding) : beginning.toString('latin1')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what no text has.
  if (text === '' || /[\u0000-\u0008\u000b\u000e-\u001f]/.test(text)) return null
  if (!encoding) throw new TableFault('broken', 'Neither UTF-8 nor UTF-16 nor Vietnamese in one byte a letter')
  return encoding
}

/** The text in pieces, without its mark; letters stay whole across the borders of pieces. */
export function* decodedPieces(bytes: Buffer, encoding: TextEncoding): Generator<string> {
  if (encoding === 'windows-1258' || encoding === 'windows-1252') {
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield decode(bytes.subarray(at, at + PIECE_BYTES), encoding)
    return
  }
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
      yield decoder.decode(bytes.subarray(at, at + PIECE_BYTES), { stream: true })
    }
    yield decoder.decode()
  } catch (cause) {
    throw new TableFault('broken', 'Not UTF-8 or UTF-16', { cause })
  }
}

/** A code page's bytes: Vietnamese Windows writes a letter with a tone as the letter and then the tone. */
function encodeCodePage(text: string, decodeByte: (byte: Buffer) => string): Buffer {
  const byteOf = new Map(Array.from({ length: 256 }, (_, byte) => [decodeByte(Buffer.of(byte)), byte]))
  const bytes: number[] = []
  for (const character of text) {
    const parts = character.normalize('NFD')
    const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(parts)?.[0] ?? ''
    const letter = parts.replace(tone, '').normalize('NFC')
    const written = byteOf.has(character) ? [character] : [letter, tone].filter(Boolean)
    for (const piece of written) bytes.push(byteOf.get(piece) ?? 0x3f)
  }
  return Buffer.from(bytes)
}

/** Writes a text as a file of that encoding holds it, a question mark where it has no such letter. */
export function encodeText(text: string, encoding: TextEncoding): Buffer {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text)
    case 'utf-16le':
      return Buffer.from(text, 'utf16le')
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16()
    case 'windows-1258':
      return encodeCodePage(text, decodeVietnamese)
    case 'windows-1252':
      return encodeCodePage(text, decodeWestern)
  }
}
