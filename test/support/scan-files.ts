/** Pages as the files scanners write: a TIFF or a PDF of many pages, JPEG and PNG pictures. Written by hand here. */

import { deflateSync } from 'node:zlib'
import type { GreyImage } from '../../src/intake/scans/grey-image.ts'
import { greyJpeg } from '../../src/intake/scans/grey-jpeg.ts'
import { greyPng } from './picture.ts'

/** A PDF with a JPEG on each page, which is as large as the paper was at that resolution. */
export function pdfOfScans(pages: readonly GreyImage[], quality: number, dotsPerInch = 150): Buffer {
  const chunks: Buffer[] = []
  const places: number[] = []
  let length = 0
  const write = (...pieces: (string | Uint8Array)[]) => {
    for (const piece of pieces) {
      const chunk = Buffer.from(typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece)
      chunks.push(chunk)
      length += chunk.length
    }
  }
  const object = (...pieces: (string | Uint8Array)[]) => {
    places.push(length)
    write(`${places.length} 0 obj\n`, ...pieces, '\nendobj\n')
  }
  const points = (pixels: number) => ((pixels * 72) / dotsPerInch).toFixed(2)
  write('%PDF-1.4\n')
  object('<< /Type /Catalog /Pages 2 0 R >>')
  const kids = pages.map((_, index) => `${3 + index * 3} 0 R`).join(' ')
  object(`<< /Type /Pages /Count ${pages.length} /Kids [ ${kids} ] >>`)
  for (const [index, page] of pages.entries()) {
    const jpeg = greyJpeg(page, quality)
    const [wide, tall] = [points(page.width), points(page.height)]
    const drawing = `q ${wide} 0 0 ${tall} 0 0 cm /Im0 Do Q`
    const own = 3 + index * 3
    object(
      `<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 ${wide} ${tall} ] /Contents ${own + 1} 0 R `,
      `/Resources << /XObject << /Im0 ${own + 2} 0 R >> >> >>`,
    )
    object(`<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`)
    object(
      `<< /Type /XObject /Subtype /Image /Width ${page.width} /Height ${page.height} /ColorSpace /DeviceGray `,
      `/BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`,
      ...[jpeg, '\nendstream'],
    )
  }
  const table = length
  const lines = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`)
  write(`xref\n0 ${places.length + 1}\n0000000000 65535 f \n`, ...lines)
  write(`trailer\n<< /Size ${places.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`)
  return Buffer.concat(chunks)
}

export function pngOf({ width, height, pixels }: GreyImage): Buffer {
  const rows = new Uint8Array((width + 1) * height)
  for (let y = 0; y < height; y++) rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
  return greyPng(width, height, rows)
}

export interface TiffLook {
  packing: 'none' | 'deflate' | 'jpeg'
  rowsPerStrip: number
  order: 'II' | 'MM'
  /** Tiles of that side instead of strips. */
  tilePx?: number
}

const PACKING_TAGS = { none: 1, jpeg: 7, deflate: 8 }

/** A TIFF of grey pages (TIFF 6.0): each page's strips or tiles, then its directory. */
export function tiffOf(pages: readonly GreyImage[], { packing, rowsPerStrip, order, tilePx }: TiffLook): Buffer {
  const isLittle = order === 'II'
  const numbers = (bytes: 2 | 4, values: readonly number[]) => {
    const buffer = Buffer.alloc(values.length * bytes)
    for (const [index, value] of values.entries()) {
      if (isLittle) buffer.writeUIntLE(value, index * bytes, bytes)
      else buffer.writeUIntBE(value, index * bytes, bytes)
    }
    return buffer
  }
  const chunks: Buffer[] = [Buffer.from(order, 'latin1'), numbers(2, [42]), numbers(4, [0])]
  let length = 8
  let previous = 4
  const write = (chunk: Buffer) => {
    const at = length
    chunks.push(chunk, Buffer.alloc(chunk.length % 2))
    length += chunk.length + (chunk.length % 2)
    return at
  }
  const patches: [at: number, value: number][] = []
  for (const page of pages) {
    const parts = partsOf(page, tilePx ?? page.width, tilePx ?? rowsPerStrip, tilePx !== undefined)
    const packed = parts.map((part) => packedBy(packing, part))
    const places = packed.map(write)
    const lengths = packed.map((part) => part.length)
    const long = (values: number[]) => (values.length === 1 ? (values[0] ?? 0) : write(numbers(4, values)))
    const tag = (name: number, type: 3 | 4, values: number[]): [number, number, number, number] =>
      type === 3 ? [name, 3, 1, values[0] ?? 0] : [name, 4, values.length, long(values)]
    const where = tilePx
      ? [tag(322, 3, [tilePx]), tag(323, 3, [tilePx]), tag(324, 4, places), tag(325, 4, lengths)]
      : [tag(273, 4, places), tag(278, 4, [rowsPerStrip]), tag(279, 4, lengths)]
    const tags = [
      ...[tag(256, 4, [page.width]), tag(257, 4, [page.height]), tag(258, 3, [8])],
      ...[tag(259, 3, [PACKING_TAGS[packing]]), tag(262, 3, [1]), tag(277, 3, [1]), ...where],
    ].sort(([one], [other]) => one - other)
    const entries = tags.map(([name, type, count, value]) =>
      Buffer.concat([
        ...[numbers(2, [name, type]), numbers(4, [count])],
        type === 3 ? numbers(2, [value, 0]) : numbers(4, [value]),
      ]),
    )
    const at = write(Buffer.concat([numbers(2, [tags.length]), ...entries, numbers(4, [0])]))
    patches.push([previous, at])
    previous = at + 2 + tags.length * 12
  }
  const file = Buffer.concat(chunks)
  for (const [at, value] of patches) numbers(4, [value]).copy(file, at)
  return file
}

function partsOf(page: GreyImage, wide: number, tall: number, isTiled: boolean): GreyImage[] {
  const parts: GreyImage[] = []
  for (let top = 0; top < page.height; top += tall) {
    for (let left = 0; left < page.width; left += wide) {
      const height = isTiled ? tall : Math.min(tall, page.height - top)
      const pixels = new Uint8Array(wide * height)
      for (let y = 0; y < Math.min(height, page.height - top); y++) {
        const from = (top + y) * page.width
        pixels.set(page.pixels.subarray(from + left, from + Math.min(page.width, left + wide)), y * wide)
      }
      parts.push({ width: wide, height, pixels })
    }
  }
  return parts
}

function packedBy(packing: TiffLook['packing'], part: GreyImage): Buffer {
  if (packing === 'deflate') return deflateSync(part.pixels)
  return Buffer.from(packing === 'jpeg' ? greyJpeg(part, 60) : part.pixels)
}
