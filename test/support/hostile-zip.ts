/** Builds zips byte by byte, so that tests can make each header say what it should not. */

import { deflateRawSync } from 'node:zlib'
import { crc32ByTable } from '../../src/month-end/crc32.ts'

export interface ZipEntry {
  name: string | Buffer
  bytes?: Buffer
  /** What the headers say instead of the truth; `local` only in the entry's own header. */
  says?: Partial<Header>
  local?: Partial<Header> & { name?: string }
  /** Unix mode; a regular file when left out. */
  mode?: number
  extra?: Buffer
  /** Points the directory at another entry's local header. */
  sameDataAs?: number
}

interface Header {
  flags: number
  method: number
  crc: number
  packed: number
  unpacked: number
}

export interface ZipLies {
  /** The number of entries the end record states. */
  count?: number
  /** Bytes before the first entry, between entries and directory, and behind the end. */
  before?: Buffer
  between?: Buffer
  behind?: Buffer
  /** A zip64 end record and locator before the end record. */
  zip64?: boolean
  disk?: number
}

const UTF8 = 1 << 11

export function buildZip(entries: readonly ZipEntry[], lies: ZipLies = {}): Buffer {
  const parts: Buffer[] = [lies.before ?? Buffer.alloc(0)]
  const offsets: number[] = []
  const directory: Buffer[] = []
  const length = () => parts.reduce((sum, part) => sum + part.length, 0)
  for (const {
    name,
    bytes = Buffer.alloc(0),
    says,
    local,
    mode = 0o100644,
    extra = Buffer.alloc(0),
    sameDataAs,
  } of entries) {
    const packed = says?.method === 0 ? bytes : deflateRawSync(bytes)
    const truth: Header = {
      flags: UTF8,
      method: 8,
      crc: crc32ByTable(bytes, 0),
      packed: packed.length,
      unpacked: bytes.length,
    }
    const header = { ...truth, ...says }
    const nameBytes = Buffer.from(name)
    const offset = sameDataAs === undefined ? length() : (offsets[sameDataAs] ?? 0)
    offsets.push(offset)
    if (sameDataAs === undefined)
      parts.push(localHeader({ ...header, ...local }, Buffer.from(local?.name ?? nameBytes), extra), packed)
    directory.push(centralHeader(header, nameBytes, extra, mode, offset))
  }
  parts.push(lies.between ?? Buffer.alloc(0))
  const start = length()
  const size = directory.reduce((sum, part) => sum + part.length, 0)
  parts.push(...directory)
  if (lies.zip64) parts.push(zip64End(entries.length, size, start))
  parts.push(endRecord(lies.count ?? entries.length, size, start, lies.disk ?? 0), lies.behind ?? Buffer.alloc(0))
  return Buffer.concat(parts)
}

function words(...fields: readonly (readonly [size: 2 | 4 | 8, value: number])[]): Buffer {
  return Buffer.concat(
    fields.map(([size, value]) => {
      const bytes = Buffer.alloc(size)
      if (size === 2) bytes.writeUInt16LE(value)
      else if (size === 4) bytes.writeUInt32LE(value)
      else bytes.writeBigUInt64LE(BigInt(value))
      return bytes
    }),
  )
}

const NOON = [2, 0x6000] as const
const DAY = [2, 0x5d81] as const

function localHeader({ flags, method, crc, packed, unpacked }: Header, name: Buffer, extra: Buffer): Buffer {
  const sizes = words([4, crc], [4, packed], [4, unpacked], [2, name.length], [2, extra.length])
  return Buffer.concat([words([4, 0x04034b50], [2, 20], [2, flags], [2, method], NOON, DAY), sizes, name, extra])
}

function centralHeader(header: Header, name: Buffer, extra: Buffer, mode: number, offset: number): Buffer {
  const { flags, method, crc, packed, unpacked } = header
  const start = words([4, 0x02014b50], [2, (3 << 8) | 20], [2, 20], [2, flags], [2, method], NOON, DAY)
  const sizes = words([4, crc], [4, packed], [4, unpacked], [2, name.length], [2, extra.length], [2, 0])
  return Buffer.concat([start, sizes, words([2, 0], [2, 0], [4, (mode << 16) >>> 0], [4, offset]), name, extra])
}

function endRecord(count: number, size: number, start: number, disk: number): Buffer {
  return words([4, 0x06054b50], [2, disk], [2, disk], [2, count], [2, count], [4, size], [4, start], [2, 0])
}

function zip64End(count: number, size: number, start: number): Buffer {
  const record = words(
    [4, 0x06064b50],
    [8, 44],
    [2, 45],
    [2, 45],
    [4, 0],
    [4, 0],
    [8, count],
    [8, count],
    [8, size],
    [8, start],
  )
  return Buffer.concat([record, words([4, 0x07064b50], [4, 0], [8, start + size], [4, 1])])
}
