/** Pictures of QR codes as cameras and scanners make them: turned, small, noisy. Grey PNGs, written here. */

import { crc32, deflateSync } from 'node:zlib'
import QRCode from 'qrcode'

export interface Shot {
  /** Pixels of one module of the code. */
  modulePixels: number
  degrees: number
  /** How far a pixel's grey may be off, of 255. */
  noise: number
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** A grey PNG (ISO 15948) of any size a header can claim; `rows` is one filter byte and the pixels, row by row. */
export function greyPng(width: number, height: number, rows: Uint8Array): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  const data = deflateSync(rows)
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', new Uint8Array())])
}

/** Photographs a code on a light table. The noise is the same at every run. */
export function photograph(text: string, { modulePixels, degrees, noise }: Shot): Buffer {
  const { modules } = QRCode.create([{ data: text, mode: 'byte' }], { errorCorrectionLevel: 'M' })
  const side = Math.ceil((modules.size + 8) * modulePixels * 1.5)
  const angle = (degrees * Math.PI) / 180
  const rows = new Uint8Array((side + 1) * side)
  let chance = 1
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const [right, down] = [x - side / 2, y - side / 2]
      const column = Math.floor((right * Math.cos(angle) + down * Math.sin(angle)) / modulePixels + modules.size / 2)
      const row = Math.floor((down * Math.cos(angle) - right * Math.sin(angle)) / modulePixels + modules.size / 2)
      const isInside = row >= 0 && column >= 0 && row < modules.size && column < modules.size
      chance = (chance * 48271) % 2147483647
      const grey =
        (isInside && modules.data[row * modules.size + column] ? 40 : 215) + ((chance % 1000) / 500 - 1) * noise
      rows[y * (side + 1) + 1 + x] = Math.max(0, Math.min(255, grey))
    }
  }
  return greyPng(side, side, rows)
}
