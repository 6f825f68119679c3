/** The same photo made small: upright, at most so many pixels long, as a JPEG for lists and packages. */

import { convertIndexedToRgb, decode as decodePng } from 'fast-png'
import { decode as decodeJpeg, encode as encodeJpeg } from 'jpeg-js'
import { isDrawable } from '../scans/picture-pdf.ts'
import { type PhotoFile, type QuarterTurns, readPhotoFile } from './photo-file.ts'

export const LONGEST_SMALL_PX = 1280
const QUALITY = 78
/** Cameras of telephones have up to 50; a small file may claim thousands. */
const MOST_MEGAPIXELS = 60
const MOST_MEGABYTES = 900

/** Red, green, blue, opacity: four bytes a pixel, row by row. */
interface Picture {
  width: number
  height: number
  data: Uint8Array
}

/** What is kept of a photo file: itself without private data, and made small; null where it is no photo or broken. */
export function keptPhoto(file: Uint8Array): { photo: PhotoFile; small: Uint8Array } | null {
  const photo = readPhotoFile(file)
  const picture = photo && pictureOf(photo)
  if (!photo || !picture) return null
  const { width, height, data } = turned(shrunk(picture, LONGEST_SMALL_PX), photo.turns)
  return { photo, small: encodeJpeg({ width, height, data }, QUALITY).data }
}

/** Null for a broken one: decoders throw on what they cannot make out. */
function pictureOf({ type, bytes }: PhotoFile): Picture | null {
  try {
    return type === 'image/png' ? pngPicture(bytes) : jpegPicture(bytes)
  } catch {
    return null
  }
}

function jpegPicture(bytes: Uint8Array): Picture {
  const limits = { maxResolutionInMP: MOST_MEGAPIXELS, maxMemoryUsageInMB: MOST_MEGABYTES }
  return decodeJpeg(bytes, { useTArray: true, formatAsRGBA: true, ...limits })
}

/** Greys, colours and palettes of any depth; what shows through is laid on white. */
function pngPicture(bytes: Uint8Array): Picture | null {
  const header = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (!isDrawable({ width: header.readUInt32BE(16), height: header.readUInt32BE(20) })) return null
  const png = decodePng(bytes, { checkCrc: true })
  const { width, height } = png
  const samples = png.palette ? convertIndexedToRgb(png) : png.data
  const channels = samples.length / (width * height)
  const scale = png.depth === 16 ? 257 : png.palette ? 1 : (2 ** png.depth - 1) / 255
  const data = new Uint8Array(width * height * 4)
  const sample = (at: number) => (samples[at] ?? 0) / scale
  for (let pixel = 0; pixel < width * height; pixel++) {
    const at = pixel * channels
    const opacity = channels === 2 || channels === 4 ? sample(at + channels - 1) / 255 : 1
    for (let colour = 0; colour < 3; colour++) {
      const value = sample(channels < 3 ? at : at + colour)
      data[pixel * 4 + colour] = Math.round(value * opacity + 255 * (1 - opacity))
    }
    data[pixel * 4 + 3] = 255
  }
  return { width, height, data }
}

/** Each pixel of the result is the mean of those of the source that it covers. */
function shrunk(picture: Picture, longestPx: number): Picture {
  const { width, height, data } = picture
  const factor = Math.max(width, height) / longestPx
  if (factor <= 1) return picture
  const small = { width: Math.max(1, Math.round(width / factor)), height: Math.max(1, Math.round(height / factor)) }
  const result = new Uint8Array(small.width * small.height * 4)
  const edge = (index: number, from: number, to: number) => Math.min(Math.floor((index * from) / to), from - 1)
  for (let y = 0; y < small.height; y++) {
    const [top, bottom] = [edge(y, height, small.height), Math.max(edge(y + 1, height, small.height), 1)]
    for (let x = 0; x < small.width; x++) {
      const [left, right] = [edge(x, width, small.width), edge(x + 1, width, small.width)]
      const sums = [0, 0, 0]
      let count = 0
      for (let row = top; row < Math.max(bottom, top + 1); row++) {
        for (let column = left; column < Math.max(right, left + 1); column++) {
          const at = (row * width + column) * 4
          for (let colour = 0; colour < 3; colour++) sums[colour] = (sums[colour] ?? 0) + (data[at + colour] ?? 0)
          count += 1
        }
      }
      const to = (y * small.width + x) * 4
      for (let colour = 0; colour < 3; colour++) result[to + colour] = Math.round((sums[colour] ?? 0) / count)
      result[to + 3] = 255
    }
  }
  return { ...small, data: result }
}

/** Turns clockwise by quarters. */
function turned(picture: Picture, turns: QuarterTurns): Picture {
  const { width, height, data } = picture
  if (turns === 0) return picture
  const result = new Uint8Array(data.length)
  const size = turns === 2 ? { width, height } : { width: height, height: width }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [column, row] =
        turns === 1 ? [height - 1 - y, x] : turns === 2 ? [width - 1 - x, height - 1 - y] : [y, width - 1 - x]
      const to = (row * size.width + column) * 4
      const at = (y * width + x) * 4
      for (let channel = 0; channel < 4; channel++) result[to + channel] = data[at + channel] ?? 0
    }
  }
  return { ...size, data: result }
}
