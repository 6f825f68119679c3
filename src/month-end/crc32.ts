/** The checksum zip keeps of each file, from node:zlib where it has one (Node 22.2 and newer), else from a table. */

import * as zlib from 'node:zlib'

export const crc32: (bytes: Uint8Array, previous: number) => number = zlib.crc32 ?? crc32ByTable

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** CRC-32 as in zip (reflected polynomial 0xEDB88320), continued from `previous`, 0 at first. */
export function crc32ByTable(bytes: Uint8Array, previous: number): number {
  let crc = ~previous
  for (const byte of bytes) crc = (crc >>> 8) ^ (TABLE[(crc ^ byte) & 0xff] ?? 0)
  return ~crc >>> 0
}
