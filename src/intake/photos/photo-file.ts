/**
 * A photo as it is kept: the picture as it was taken, without what a telephone wrote beside it. Where and by whom it
 * was taken is personal; which way it was held is not, and is kept.
 */

import { isJpeg, isPng } from '../scans/picture-file.ts'

export type QuarterTurns = 0 | 1 | 2 | 3

export interface PhotoFile {
  type: 'image/jpeg' | 'image/png'
  bytes: Uint8Array
  /** How often it must be turned clockwise to stand upright. */
  turns: QuarterTurns
}

/** Reads a photo by its content, whatever its name; null where it is neither JPEG nor PNG, or is broken. */
export function readPhotoFile(file: Uint8Array): PhotoFile | null {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.length)
  if (isJpeg(bytes)) return bareJpeg(bytes)
  return isPng(bytes) ? barePng(bytes) : null
}

const START_OF_SCAN = 0xda
const EXIF = 0xe1
/** What tells how colours are meant (JFIF, ICC, Adobe) stays; other application data and comments go. */
const KEPT_APPLICATION_DATA = [0xe0, 0xe2, 0xee]
const COMMENT = 0xfe

/** ISO 10918-1: segments of marker, length and content up to the pixels. */
function bareJpeg(bytes: Buffer): PhotoFile | null {
  const kept: Buffer[] = []
  let turns: QuarterTurns = 0
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === START_OF_SCAN) {
      const orientation = turns === 0 ? [] : [exifOf(turns)]
      const parts = [bytes.subarray(0, 2), ...orientation, ...kept, bytes.subarray(at)]
      return { type: 'image/jpeg', bytes: Buffer.concat(parts), turns }
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (end > bytes.length) return null
    if (marker === EXIF && turns === 0) turns = turnsIn(bytes.subarray(at + 4, end))
    const isApplicationData = marker >= 0xe0 && marker <= 0xef
    if (marker !== COMMENT && (!isApplicationData || KEPT_APPLICATION_DATA.includes(marker))) {
      kept.push(bytes.subarray(at, end))
    }
    at = end
  }
  return null
}

const ORIENTATION = 0x0112
/** Orientation as Exif 2.3 numbers it; mirrored ones are taken as their unmirrored likes, for no camera writes them. */
const TURNS: Readonly<Record<number, QuarterTurns>> = { 1: 0, 2: 0, 3: 2, 4: 2, 5: 1, 6: 1, 7: 3, 8: 3 }
const EXIF_ORIENTATIONS: Readonly<Record<QuarterTurns, number>> = { 0: 1, 1: 6, 2: 3, 3: 8 }

/** The orientation among the first directory's entries of an Exif segment. */
function turnsIn(segment: Buffer): QuarterTurns {
  if (segment.toString('latin1', 0, 6) !== 'Exif\0\0' || segment.length < 14) return 0
  const tiff = segment.subarray(6)
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (directory + 2 > tiff.length) return 0
  const count = Math.min(short(directory), Math.floor((tiff.length - directory - 2) / 12))
  for (let entry = 0; entry < count; entry++) {
    const at = directory + 2 + entry * 12
    if (short(at) === ORIENTATION) return TURNS[short(at + 8)] ?? 0
  }
  return 0
}

/** An Exif segment that says nothing but the orientation. */
function exifOf(turns: QuarterTurns): Buffer {
  const segment = Buffer.alloc(36)
  segment.writeUInt16BE(0xff00 | EXIF, 0)
  segment.writeUInt16BE(34, 2)
  segment.write('Exif\0\0MM\0*', 4, 'latin1')
  segment.writeUInt32BE(8, 14)
  segment.writeUInt16BE(1, 18)
  segment.writeUInt16BE(ORIENTATION, 20)
  segment.writeUInt16BE(3, 22)
  segment.writeUInt32BE(1, 24)
  segment.writeUInt16BE(EXIF_ORIENTATIONS[turns], 28)
  return segment
}

/** ISO 15948: chunks that say something beside the picture. */
const PRIVATE_CHUNKS = ['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME']

function barePng(bytes: Buffer): PhotoFile | null {
  const kept = [bytes.subarray(0, 8)]
  for (let at = 8; at + 12 <= bytes.length; ) {
    const name = bytes.toString('latin1', at + 4, at + 8)
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) return null
    if (!PRIVATE_CHUNKS.includes(name)) kept.push(bytes.subarray(at, end))
    if (name === 'IEND') return { type: 'image/png', bytes: Buffer.concat(kept), turns: 0 }
    at = end
  }
  return null
}
