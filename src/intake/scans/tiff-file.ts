/**
 * TIFF files (TIFF 6.0 with its Technical Note 2), as scanners and fax programs write them: many pages, each in strips
 * or tiles that are compressed for themselves. Only what stands in its directories is read here, one page at a time.
 */

import { indexed, isJpeg } from './picture-file.ts'
import { isDrawable, type Picture, type PicturePart } from './picture-pdf.ts'

/** Answers that many bytes of the file, fewer at its end. */
export type ReadBytes = (at: number, length: number) => Promise<Buffer>

/** A page's directory: each tag with its numbers. */
export type TiffPage = ReadonlyMap<number, readonly number[]>

const TAG = {
  subfile: 254,
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  stripPlaces: 273,
  samples: 277,
  rowsPerStrip: 278,
  stripLengths: 279,
  planar: 284,
  faxOptions: 292,
  predictor: 317,
  colours: 320,
  tileWidth: 322,
  tileHeight: 323,
  tilePlaces: 324,
  tileLengths: 325,
  jpegTables: 347,
} as const
const KNOWN_TAGS: ReadonlySet<number> = new Set(Object.values(TAG))

/** Bytes of a value by its type; the others do not occur in the tags above. */
const TYPE_BYTES: Readonly<Record<number, number>> = { 1: 1, 3: 2, 4: 4, 7: 1 }
/** A page of 600 dpi with a strip for every row. */
const MOST_VALUES = 16_384
const THUMBNAIL = 1

export function isTiff(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('latin1')
  return start === 'II*\0' || start === 'MM\0*'
}

/** The pages in their order, at most `most` and one more; null where the file's own structure is broken. */
export async function readTiffPages(read: ReadBytes, most: number): Promise<TiffPage[] | null> {
  const start = await read(0, 8)
  if (start.length < 8) return null
  const isLittle = start[0] === 0x49
  const seen = new Set<number>()
  const pages: TiffPage[] = []
  let place = isLittle ? start.readUInt32LE(4) : start.readUInt32BE(4)
  while (place !== 0 && pages.length <= most) {
    if (seen.has(place)) return null
    seen.add(place)
    const directory = await readDirectory(read, place, isLittle)
    if (!directory) return pages.length > 0 ? pages : null
    if (((directory.page.get(TAG.subfile)?.[0] ?? 0) & THUMBNAIL) === 0) pages.push(directory.page)
    place = directory.next
  }
  return pages.length > 0 ? pages : null
}

async function readDirectory(
  read: ReadBytes,
  place: number,
  isLittle: boolean,
): Promise<{ page: TiffPage; next: number } | null> {
  const number = (bytes: Buffer, at: number, length: number) =>
    isLittle ? bytes.readUIntLE(at, length) : bytes.readUIntBE(at, length)
  const head = await read(place, 2)
  const count = head.length === 2 ? number(head, 0, 2) : 0
  const entries = await read(place + 2, count * 12 + 4)
  if (count === 0 || entries.length < count * 12) return null
  const page = new Map<number, number[]>()
  for (let at = 0; at < count * 12; at += 12) {
    const tag = number(entries, at, 2)
    const bytes = TYPE_BYTES[number(entries, at + 2, 2)]
    const values = number(entries, at + 4, 4)
    if (!KNOWN_TAGS.has(tag) || !bytes || values > MOST_VALUES) continue
    const isInside = values * bytes <= 4
    const held = isInside ? entries.subarray(at + 8, at + 12) : await read(number(entries, at + 8, 4), values * bytes)
    if (held.length < values * bytes) continue
    page.set(
      tag,
      Array.from({ length: values }, (_, index) => number(held, index * bytes, bytes)),
    )
  }
  return { page, next: entries.length < count * 12 + 4 ? 0 : number(entries, count * 12, 4) }
}

/** What a page shows; null where it is broken or holds what no scanner writes. */
export async function readTiffPicture(page: TiffPage, read: ReadBytes): Promise<Picture | null> {
  const one = (tag: number, otherwise: number) => page.get(tag)?.[0] ?? otherwise
  const width = one(TAG.width, 0)
  const height = one(TAG.height, 0)
  const samples = one(TAG.samples, 1)
  const isSpread = one(TAG.planar, 1) !== 1 && samples > 1
  if (!isDrawable({ width, height }) || isSpread) return null
  const isTiled = page.has(TAG.tilePlaces)
  const partWidth = isTiled ? one(TAG.tileWidth, 0) : width
  const partHeight = isTiled ? one(TAG.tileHeight, 0) : Math.min(one(TAG.rowsPerStrip, height), height)
  if (!isDrawable({ width: partWidth, height: partHeight })) return null
  const places = page.get(isTiled ? TAG.tilePlaces : TAG.stripPlaces) ?? []
  const lengths = page.get(isTiled ? TAG.tileLengths : TAG.stripLengths) ?? []
  const across = Math.ceil(width / partWidth)
  const down = Math.ceil(height / partHeight)
  if (places.length < across * down || lengths.length < across * down) return null
  const parts: { left: number; top: number; part: PicturePart }[] = []
  let left = width * height * samples * 2 + (1 << 20)
  for (let index = 0; index < across * down; index++) {
    const length = lengths[index] ?? 0
    left -= length
    // Nothing that was compressed is longer than what it was made from, but for a little.
    if (left < 0) return null
    const top = Math.floor(index / across) * partHeight
    const data = await read(places[index] ?? 0, length)
    const rows = isTiled ? partHeight : Math.min(partHeight, height - top)
    const part = partOf(page, { width: partWidth, height: rows }, data)
    if (!part) return null
    parts.push({ left: (index % across) * partWidth, top, part })
  }
  return { width, height, parts }
}

const PHOTOMETRIC = { whiteIsZero: 0, blackIsZero: 1, rgb: 2, palette: 3, yCbCr: 6 } as const

function partOf(page: TiffPage, size: { width: number; height: number }, data: Buffer): PicturePart | null {
  const bits = page.get(TAG.bits) ?? [1]
  const bitsPerSample = bits[0] ?? 1
  const samples = page.get(TAG.samples)?.[0] ?? 1
  const photometric = page.get(TAG.photometric)?.[0] ?? PHOTOMETRIC.whiteIsZero
  const colourSpace = colourSpaceOf(page, photometric, samples)
  if (!colourSpace || ![1, 2, 4, 8].includes(bitsPerSample) || bits.some((other) => other !== bitsPerSample))
    return null
  const packed = unpacking(page, { ...size, bitsPerSample, samples, photometric }, data)
  if (!packed) return null
  // Fax coding knows black and white, not numbers: a decoder answers 0 for black, whatever the page calls black.
  const lightest = packed.isFax ? PHOTOMETRIC.blackIsZero : PHOTOMETRIC.whiteIsZero
  return { ...size, bitsPerSample, colourSpace, isInverted: photometric === lightest, ...packed.part }
}

function colourSpaceOf(page: TiffPage, photometric: number, samples: number): string | null {
  const { whiteIsZero, blackIsZero, rgb, palette, yCbCr } = PHOTOMETRIC
  if (samples === 1 && (photometric === whiteIsZero || photometric === blackIsZero)) return '/DeviceGray'
  if (samples === 3 && (photometric === rgb || photometric === yCbCr)) return '/DeviceRGB'
  const colours = page.get(TAG.colours) ?? []
  const count = Math.floor(colours.length / 3)
  if (samples !== 1 || photometric !== palette || count === 0) return null
  // All reds, then all greens, then all blues, of 16 bits each.
  return indexed(
    Uint8Array.from({ length: count * 3 }, (_, at) => (colours[(at % 3) * count + Math.floor(at / 3)] ?? 0) >> 8),
  )
}

interface Packing {
  width: number
  height: number
  bitsPerSample: number
  samples: number
  photometric: number
}

/** The PDF filter for a compression, and the bytes as that filter wants them. */
function unpacking(
  page: TiffPage,
  { width, height, bitsPerSample, samples, photometric }: Packing,
  data: Buffer,
): { isFax: boolean; part: Pick<PicturePart, 'filter' | 'data'> } | null {
  const differs = page.get(TAG.predictor)?.[0] === 2
  const parameters = differs ? `/Predictor 2/Colors ${samples}/BitsPerComponent ${bitsPerSample}/Columns ${width}` : ''
  const plain = (filter: string) => ({ isFax: false, part: { filter, data } })
  const fax = (coding: string) => {
    if (samples !== 1 || bitsPerSample !== 1) return null
    const ordered = page.get(TAG.fillOrder)?.[0] === 2 ? withBitsReversed(data) : data
    const filter = `/Filter/CCITTFaxDecode/DecodeParms<<${coding}/Columns ${width}/Rows ${height}/EndOfBlock false>>`
    return { isFax: true, part: { filter, data: ordered } }
  }
  const options = page.get(TAG.faxOptions)?.[0] ?? 0
  switch (page.get(TAG.compression)?.[0] ?? 1) {
    case 1:
      return plain('')
    case 2:
      return fax('/K 0/EncodedByteAlign true')
    case 3:
      return fax(`/K ${options & 1}/EndOfLine true${options & 4 ? '/EncodedByteAlign true' : ''}`)
    case 4:
      return fax('/K -1')
    case 5:
      return plain(`/Filter/LZWDecode/DecodeParms<<${parameters}>>`)
    case 7: {
      const isWithoutTransform = photometric === PHOTOMETRIC.rgb
      const filter = `/Filter/DCTDecode${isWithoutTransform ? '/DecodeParms<</ColorTransform 0>>' : ''}`
      return isJpeg(data) ? { isFax: false, part: { filter, data: withTables(page, data) } } : null
    }
    case 8:
    case 32946:
      return plain(`/Filter/FlateDecode/DecodeParms<<${parameters}>>`)
    case 32773:
      return plain('/Filter/RunLengthDecode')
    default:
      return null
  }
}

/** Parts of a JPEG page leave out the tables they share: the shared ones go in after the part's first marker. */
function withTables(page: TiffPage, data: Buffer): Uint8Array {
  const tables = page.get(TAG.jpegTables)
  return tables ? Buffer.concat([Uint8Array.from(tables.slice(0, -2)), data.subarray(2)]) : data
}

function withBitsReversed(data: Uint8Array): Uint8Array {
  return data.map((byte) => {
    const nibbles = ((byte & 0x0f) << 4) | (byte >> 4)
    const pairs = ((nibbles & 0x33) << 2) | ((nibbles >> 2) & 0x33)
    return ((pairs & 0x55) << 1) | ((pairs >> 1) & 0x55)
  })
}
