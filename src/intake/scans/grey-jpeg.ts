/**
 * A grey image as a small JPEG: baseline, one component (ISO/IEC 10918-1). Scans are noise for the most part, and noise
 * is what this leaves out: what lies nearer to nothing than to the first step of a frequency is dropped.
 */

import type { GreyImage } from './grey-image.ts'

/** Table K.1: how coarsely each frequency of luminance may be told, row by row, at quality 50. */
const COARSENESS = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51,
  87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101,
  72, 92, 95, 98, 112, 100, 103, 99,
]

/** The zigzag from low frequencies to high ones. */
const ZIGZAG = [
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
  35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47,
  55, 62, 63,
]

interface HuffmanTable {
  /** How many codes there are of 1 to 16 bits. */
  counts: readonly number[]
  symbols: readonly number[]
}

/** Table K.3. */
const LEVELS: HuffmanTable = {
  counts: [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0],
  symbols: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
}

/** Table K.5, its symbols as hexadecimal digits. */
const FREQUENCIES: HuffmanTable = {
  counts: [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 125],
  symbols: [
    ...Buffer.from(
      '01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a' +
        '3435363738393a434445464748494a535455565758595a636465666768696a737475767778797a838485868788898a929394' +
        '95969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8' +
        'e9eaf1f2f3f4f5f6f7f8f9fa',
      'hex',
    ),
  ],
}

/** Each symbol's code and its length in bits, as Annex C derives them. */
function codesOf({ counts, symbols }: HuffmanTable): { codes: Uint16Array; lengths: Uint8Array } {
  const codes = new Uint16Array(256)
  const lengths = new Uint8Array(256)
  let code = 0
  let next = 0
  counts.forEach((count, index) => {
    for (let left = count; left > 0; left--) {
      const symbol = symbols[next++] ?? 0
      codes[symbol] = code++
      lengths[symbol] = index + 1
    }
    code <<= 1
  })
  return { codes, lengths }
}

const LEVEL_CODES = codesOf(LEVELS)
const FREQUENCY_CODES = codesOf(FREQUENCIES)

/** A value counts from this part of a step on: less than half would invent, more leaves noise out. */
const SHARE_OF_STEP = 0.62

/** `quality` 1 to 100 as libjpeg has it. */
export function greyJpeg(image: GreyImage, quality: number): Uint8Array {
  const scale = quality < 50 ? 5000 / quality : 200 - quality * 2
  const steps = COARSENESS.map((value) => Math.min(255, Math.max(1, Math.floor((value * scale + 50) / 100))))
  const header = headerOf(image, steps)
  const writer = bitWriter(header, image.pixels.length)
  const block = new Float64Array(64)
  const scaled = new Int32Array(64)
  // The transform answers eight times each frequency, scaled by row and column: put right by the step.
  const divisors = Float64Array.from(steps, (step, at) => step * 8 * (AAN[at >> 3] ?? 1) * (AAN[at & 7] ?? 1))
  let level = 0
  for (let top = 0; top < image.height; top += 8) {
    for (let left = 0; left < image.width; left += 8) {
      takeBlock(image, left, top, block)
      transform(block)
      for (let index = 0; index < 64; index++) scaled[index] = stepsOf(block, divisors, ZIGZAG[index] ?? 0)
      level = writeBlock(writer, scaled, level)
    }
  }
  return writer.finish()
}

function stepsOf(block: Float64Array, divisors: Float64Array, at: number): number {
  const value = (block[at] ?? 0) / (divisors[at] ?? 1)
  const drop = at === 0 ? 0.5 : SHARE_OF_STEP
  return value < 0 ? Math.ceil(value - 1 + drop) : Math.floor(value + 1 - drop)
}

/** Eight by eight pixels about their middle grey; past the edge the last ones are repeated. */
function takeBlock({ width, height, pixels }: GreyImage, left: number, top: number, block: Float64Array): void {
  for (let y = 0; y < 8; y++) {
    const row = Math.min(top + y, height - 1) * width
    if (left + 8 <= width) for (let x = 0; x < 8; x++) block[y * 8 + x] = (pixels[row + left + x] ?? 0) - 128
    else for (let x = 0; x < 8; x++) block[y * 8 + x] = (pixels[row + Math.min(left + x, width - 1)] ?? 0) - 128
  }
}

/** What a frequency of the transform below is scaled by (Arai, Agui and Nakajima, 1988). */
const AAN = [1, 1.387039845, 1.306562965, 1.175875602, 1, 0.785694958, 0.5411961, 0.275899379]

function transform(block: Float64Array): void {
  for (let row = 0; row < 64; row += 8) transformLine(block, row, 1)
  for (let column = 0; column < 8; column++) transformLine(block, column, 8)
}

/** The cosine transform of eight values in 5 multiplications, by the same. */
function transformLine(block: Float64Array, at: number, by: number): void {
  const v0 = block[at] ?? 0
  const v1 = block[at + by] ?? 0
  const v2 = block[at + 2 * by] ?? 0
  const v3 = block[at + 3 * by] ?? 0
  const v4 = block[at + 4 * by] ?? 0
  const v5 = block[at + 5 * by] ?? 0
  const v6 = block[at + 6 * by] ?? 0
  const v7 = block[at + 7 * by] ?? 0
  const outer = v0 + v7 + (v3 + v4)
  const inner = v1 + v6 + (v2 + v5)
  const apart = v0 + v7 - (v3 + v4)
  const turn = (v1 + v6 - (v2 + v5) + apart) * Math.SQRT1_2
  block[at] = outer + inner
  block[at + 4 * by] = outer - inner
  block[at + 2 * by] = apart + turn
  block[at + 6 * by] = apart - turn
  const first = v0 - v7
  const low = v3 - v4 + (v2 - v5)
  const high = v1 - v6 + first
  const shared = (low - high) * 0.382683433
  const middle = (v2 - v5 + (v1 - v6)) * Math.SQRT1_2
  const lowTurn = low * 0.5411961 + shared
  const highTurn = high * 1.306562965 + shared
  block[at + 5 * by] = first - middle + lowTurn
  block[at + 3 * by] = first - middle - lowTurn
  block[at + by] = first + middle + highTurn
  block[at + 7 * by] = first + middle - highTurn
}

type BitWriter = ReturnType<typeof bitWriter>

/** Bits into bytes, a zero after each FF. */
function bitWriter(header: Uint8Array, roomBytes: number) {
  let bytes = new Uint8Array(header.length + Math.max(1024, roomBytes >> 2))
  bytes.set(header)
  let length = header.length
  let held = 0
  let heldBits = 0
  const put = (byte: number) => {
    bytes[length++] = byte
    if (byte === 0xff) bytes[length++] = 0
  }
  return {
    /** At most 16 bits at once. */
    write(value: number, bits: number) {
      held = (held << bits) | value
      heldBits += bits
      while (heldBits >= 8) {
        heldBits -= 8
        put((held >>> heldBits) & 0xff)
      }
      held &= (1 << heldBits) - 1
    },
    /** Room for one more block, which takes less than 512 bytes even where every byte is FF. */
    reserve() {
      if (bytes.length - length > 1024) return
      const more = new Uint8Array(bytes.length * 2)
      more.set(bytes)
      bytes = more
    },
    finish(): Uint8Array {
      if (heldBits > 0) this.write((1 << (8 - heldBits)) - 1, 8 - heldBits)
      bytes[length++] = 0xff
      bytes[length++] = 0xd9
      return bytes.slice(0, length)
    },
  }
}

/** Figure F.1 and F.2; answers this block's level, from which the next one's is told. */
function writeBlock(writer: BitWriter, values: Int32Array, previousLevel: number): number {
  writer.reserve()
  const level = values[0] ?? 0
  const difference = level - previousLevel
  const size = 32 - Math.clz32(Math.abs(difference))
  writer.write(LEVEL_CODES.codes[size] ?? 0, LEVEL_CODES.lengths[size] ?? 0)
  if (size > 0) writer.write(difference < 0 ? difference + (1 << size) - 1 : difference, size)
  let zeros = 0
  for (let index = 1; index < 64; index++) {
    const value = values[index] ?? 0
    if (value === 0) {
      zeros += 1
      continue
    }
    for (; zeros > 15; zeros -= 16) writer.write(FREQUENCY_CODES.codes[0xf0] ?? 0, FREQUENCY_CODES.lengths[0xf0] ?? 0)
    const bits = 32 - Math.clz32(Math.abs(value))
    const symbol = (zeros << 4) | bits
    writer.write(FREQUENCY_CODES.codes[symbol] ?? 0, FREQUENCY_CODES.lengths[symbol] ?? 0)
    writer.write(value < 0 ? value + (1 << bits) - 1 : value, bits)
    zeros = 0
  }
  if (zeros > 0) writer.write(FREQUENCY_CODES.codes[0] ?? 0, FREQUENCY_CODES.lengths[0] ?? 0)
  return level
}

function headerOf({ width, height }: GreyImage, steps: readonly number[]): Uint8Array {
  const segment = (marker: number, content: readonly number[]) => {
    const length = content.length + 2
    return [0xff, marker, length >> 8, length & 0xff, ...content]
  }
  const size = [height >> 8, height & 0xff, width >> 8, width & 0xff]
  return Uint8Array.from([
    ...[0xff, 0xd8],
    ...segment(0xe0, [...Buffer.from('JFIF\0', 'latin1'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...segment(0xdb, [0, ...ZIGZAG.map((at) => steps[at] ?? 1)]),
    ...segment(0xc0, [8, ...size, 1, 1, 0x11, 0]),
    ...segment(0xc4, [0, ...LEVELS.counts, ...LEVELS.symbols]),
    ...segment(0xc4, [0x10, ...FREQUENCIES.counts, ...FREQUENCIES.symbols]),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
  ])
}
