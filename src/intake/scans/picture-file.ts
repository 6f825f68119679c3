/** PNG and JPEG files, read as far as is needed to tell a decoder how to unpack them. */

import { inflateSync } from 'node:zlib'
import { isDrawable, type Picture, type PicturePart } from './picture-pdf.ts'

/** How many samples a pixel has makes the colours: scanners write greys and RGB. */
const COLOURS: Readonly<Record<number, string>> = { 1: '/DeviceGray', 3: '/DeviceRGB' }

function whole(part: PicturePart): Picture {
  return { width: part.width, height: part.height, parts: [{ left: 0, top: 0, part }] }
}

export function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff
}

/** ISO 10918-1: segments up to the frame header, whose markers are C0 to CF but C4, C8 and CC. Null if broken. */
export function readJpeg(file: Uint8Array): Picture | null {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.length)
  let at = 2
  while (at + 10 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)]
      const colourSpace = COLOURS[bytes[at + 9] ?? 0]
      if (bytes[at + 4] !== 8 || !colourSpace || !isDrawable({ width, height })) return null
      return whole({
        ...{ width, height, bitsPerSample: 8, colourSpace },
        filter: '/Filter/DCTDecode',
        isInverted: false,
        data: file,
      })
    }
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return null
}

export function isPng(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 8)).toString('latin1') === '\x89PNG\r\n\x1a\n'
}

/** ISO 15948, its pixels not interlaced, what shows through laid on white. Null for a broken one. */
export function readPng(file: Uint8Array): Picture | null {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.length)
  const chunks = new Map<string, Buffer[]>()
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    const name = bytes.toString('latin1', at + 4, at + 8)
    chunks.set(name, [...(chunks.get(name) ?? []), bytes.subarray(at + 8, at + 8 + length)])
    at += 12 + length
  }
  const header = chunks.get('IHDR')?.[0]
  if (!header || header.length < 13) return null
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const [bits = 0, colourType = -1, , , interlace] = header.subarray(8)
  const samples = SAMPLES[colourType]
  if (!samples || ![1, 2, 4, 8, 16].includes(bits) || interlace !== 0 || !isDrawable({ width, height })) return null
  const data = Buffer.concat(chunks.get('IDAT') ?? [])
  const size = { width, height, isInverted: false }
  if (colourType === 4 || colourType === 6) {
    const colourSpace = COLOURS[samples - 1]
    const solid = bits < 8 ? null : laidOnWhite(data, { width, height, samples, sampleBytes: bits / 8 })
    return solid && colourSpace ? whole({ ...size, bitsPerSample: 8, colourSpace, filter: '', data: solid }) : null
  }
  const palette = chunks.get('PLTE')?.[0]
  if (colourType === 3 && (!palette || palette.length < 3)) return null
  const colourSpace = palette && colourType === 3 ? indexed(palette) : (COLOURS[samples] ?? '')
  const parameters = `/Predictor 15/Colors ${samples}/BitsPerComponent ${bits}/Columns ${width}`
  return whole({
    ...size,
    bitsPerSample: bits,
    colourSpace,
    filter: `/Filter/FlateDecode/DecodeParms<<${parameters}>>`,
    data,
  })
}

/** Samples of a pixel by colour type: grey, RGB, palette, grey and RGB with how much shows through. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** A palette of red, green and blue bytes. */
export function indexed(palette: Uint8Array): string {
  const colours = palette.subarray(0, Math.min(256, Math.floor(palette.length / 3)) * 3)
  return `[/Indexed/DeviceRGB ${colours.length / 3 - 1}<${Buffer.from(colours).toString('hex')}>]`
}

/** Rows unpacked, their filters undone, their colours mixed with white as far as it shows through; a byte a sample. */
function laidOnWhite(
  data: Uint8Array,
  picture: { width: number; height: number; samples: number; sampleBytes: number },
): Uint8Array | null {
  const { width, height, samples, sampleBytes } = picture
  const step = samples * sampleBytes
  const rowBytes = width * step
  const rows = inflated(data, (rowBytes + 1) * height)
  if (!rows || rows.length < (rowBytes + 1) * height) return null
  const result = new Uint8Array(width * height * (samples - 1))
  let above = new Uint8Array(rowBytes)
  for (let y = 0, to = 0; y < height; y++) {
    const start = y * (rowBytes + 1)
    const row = rows.subarray(start + 1, start + 1 + rowBytes)
    if (!unfilter(rows[start] ?? 0, row, above, step)) return null
    for (let at = 0; at < rowBytes; at += step) {
      const cover = (row[at + step - sampleBytes] ?? 0) / 255
      for (let sample = 0; sample < samples - 1; sample++) {
        result[to++] = 255 - (255 - (row[at + sample * sampleBytes] ?? 0)) * cover
      }
    }
    above = row
  }
  return result
}

function inflated(data: Uint8Array, mostBytes: number): Uint8Array<ArrayBuffer> | null {
  try {
    return new Uint8Array(inflateSync(data, { maxOutputLength: mostBytes }))
  } catch {
    return null
  }
}

/** ISO 15948, 9.2: each byte was written as the difference from a guess out of its neighbours. */
function unfilter(filter: number, row: Uint8Array, above: Uint8Array, step: number): boolean {
  if (filter > 4) return false
  if (filter === 0) return true
  for (let at = 0; at < row.length; at++) {
    const left = at >= step ? (row[at - step] ?? 0) : 0
    const up = above[at] ?? 0
    const upLeft = at >= step ? (above[at - step] ?? 0) : 0
    const guess = filter === 1 ? left : filter === 2 ? up : filter === 3 ? (left + up) >> 1 : nearest(left, up, upLeft)
    row[at] = (row[at] ?? 0) + guess
  }
  return true
}

function nearest(left: number, up: number, upLeft: number): number {
  const [toLeft, toUp] = [Math.abs(up - upLeft), Math.abs(left - upLeft)]
  const toUpLeft = Math.abs(left + up - 2 * upLeft)
  if (toLeft <= toUp && toLeft <= toUpLeft) return left
  return toUp <= toUpLeft ? up : upLeft
}
