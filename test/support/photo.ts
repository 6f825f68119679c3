/** Photos as telephones write them: coloured JPEGs with what was noted beside the picture, and PNGs. */

import { encode as encodePng } from 'fast-png'
import { encode } from 'jpeg-js'

const RED = [200, 30, 30]
const BLUE = [30, 30, 200]

/** The left half red, the right half blue. */
function twoHalves(width: number, height: number): Uint8Array {
  const data = new Uint8Array(width * height * 4)
  for (let pixel = 0; pixel < width * height; pixel++) {
    const colour = pixel % width < width / 2 ? RED : BLUE
    data.set([...colour, 255], pixel * 4)
  }
  return data
}

/** An Exif segment with an orientation, the place it was taken at as text, and a comment. */
function privateSegments(orientation: number, isLittle: boolean): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write(isLittle ? 'II' : 'MM', 0, 'latin1')
  const short = (value: number, at: number) =>
    isLittle ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at)
  const long = (value: number, at: number) => (isLittle ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at))
  short(42, 2)
  long(8, 4)
  short(1, 8)
  short(0x0112, 10)
  short(3, 12)
  long(1, 14)
  short(orientation, 18)
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from('GPS 12.7N 108.2E', 'latin1')])
  const segment = (marker: number, content: Buffer) => {
    const head = Buffer.from([0xff, marker, 0, 0])
    head.writeUInt16BE(content.length + 2, 2)
    return Buffer.concat([head, content])
  }
  return Buffer.concat([segment(0xe1, exif), segment(0xfe, Buffer.from('Nguyễn Thị Lan'))])
}

export function jpegPhoto(width: number, height: number, orientation = 1, isLittle = true): Buffer {
  const plain = Buffer.from(encode({ width, height, data: twoHalves(width, height) }, 90).data)
  return Buffer.concat([plain.subarray(0, 2), privateSegments(orientation, isLittle), plain.subarray(2)])
}

export function pngPhoto(width: number, height: number): Uint8Array {
  return encodePng({ width, height, data: twoHalves(width, height), text: { Author: 'Nguyen Thi Lan' } })
}
