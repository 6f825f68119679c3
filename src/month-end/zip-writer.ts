/**
 * Zips files in a given order with fixed times and modes, so that the same files give the same bytes. Text is deflated
 * in blocks beside each other, each knowing the end of the block before; pictures are stored. Past 4 GiB or 65,535
 * entries the directory is that of zip64 (APPNOTE 4.3.14), which every tool of today reads.
 */

import { createReadStream } from 'node:fs'
import { promisify } from 'node:util'
import * as zlib from 'node:zlib'
import { type Day, dayParts } from '../domain/day.ts'

const deflateRaw = promisify<Uint8Array, zlib.ZlibOptions, Buffer>(zlib.deflateRaw)

const LOCAL_HEADER = 0x04034b50
const DESCRIPTOR = 0x08074b50
const CENTRAL_HEADER = 0x02014b50
const END_RECORD = 0x06054b50
const END_RECORD_64 = 0x06064b50
const END_LOCATOR_64 = 0x07064b50
const VERSION = 20
const VERSION_64 = 45
const MADE_ON_UNIX = 3 << 8
const HAS_DESCRIPTOR = 1 << 3
const DEFLATED = 8
const REGULAR_FILE = 0o100644
/** 12:00:00 as a zip writes it: hours from bit 11 on. */
const NOON = 12 << 11
const MOST_16 = 0xffff
const MOST_32 = 0xffffffff

const BLOCK_BYTES = 1 << 18
/** What deflate looks back: the end of the block before, so that cutting into blocks costs hardly any size. */
const WINDOW_BYTES = 1 << 15
/** Node's thread pool has four; two more wait, so that none is idle. */
const MOST_BLOCKS_AT_ONCE = 6

export interface ZipFile {
  /** Path inside the top folder; plain ASCII. */
  path: string
  /** Where its bytes are. */
  source: string
  bytes: number
  crc32: number
  /** Whether it is deflated; what is packed in itself, a picture say, is not. */
  isDeflated: boolean
}

export interface ZipOrder {
  /** In the order of the entries. */
  files: readonly ZipFile[]
  /** The one folder all entries lie in. */
  topFolder: string
  /** The day all entries carry. */
  on: Day
  signal?: AbortSignal | undefined
  onBytes?: ((bytesRead: number) => void) | undefined
}

interface Entry {
  name: Buffer
  file: ZipFile
  offset: number
  packedBytes: number
}

/** The zip piece by piece. Throws the signal's reason when aborted, and where a file has changed its size. */
export async function* zipped({ files, topFolder, on, signal, onBytes }: ZipOrder): AsyncGenerator<Uint8Array> {
  const date = dosDate(on)
  const entries: Entry[] = []
  let at = 0
  let bytesRead = 0
  async function* watched(file: ZipFile): AsyncGenerator<Uint8Array> {
    let bytes = 0
    for await (const piece of createReadStream(file.source, { highWaterMark: BLOCK_BYTES })) {
      signal?.throwIfAborted()
      bytes += piece.length
      bytesRead += piece.length
      onBytes?.(bytesRead)
      yield piece
    }
    if (bytes !== file.bytes) throw new Error(`${file.path} has ${bytes} bytes instead of ${file.bytes}`)
  }
  signal?.throwIfAborted()
  for (const file of files) {
    const entry = { name: Buffer.from(`${topFolder}/${file.path}`), file, offset: at, packedBytes: 0 }
    const header = localHeader(entry, date)
    yield header
    for await (const piece of file.isDeflated ? deflated(watched(file)) : watched(file)) {
      entry.packedBytes += piece.length
      yield piece
    }
    const descriptor = file.isDeflated ? sizesAfter(entry) : Buffer.alloc(0)
    yield descriptor
    at += header.length + entry.packedBytes + descriptor.length
    entries.push(entry)
  }
  const directory = Buffer.concat(entries.map((entry) => centralHeader(entry, date)))
  yield directory
  yield endOf(entries.length, directory.length, at)
}

/** One deflate stream out of blocks that are packed at the same time and put together in their order. */
async function* deflated(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const packing: Promise<Buffer>[] = []
  let block: Uint8Array = Buffer.alloc(0)
  let window: Uint8Array | undefined
  const pack = (finishFlush: number) => {
    const options = { finishFlush, chunkSize: BLOCK_BYTES + 1024, ...(window && { dictionary: window }) }
    const packed = deflateRaw(block, options)
    // Whoever stops half-way no longer asks for it; an error in it is then nobody's.
    packed.catch(() => {})
    packing.push(packed)
  }
  for await (const piece of source) {
    if (block.length > 0) {
      pack(zlib.constants.Z_SYNC_FLUSH)
      window = block.subarray(-WINDOW_BYTES)
    }
    block = piece
    if (packing.length >= MOST_BLOCKS_AT_ONCE) yield await (packing.shift() as Promise<Buffer>)
  }
  pack(zlib.constants.Z_FINISH)
  for (const packed of packing) yield await packed
}

function flagsOf({ isDeflated }: ZipFile): number {
  return isDeflated ? HAS_DESCRIPTOR : 0
}

/** Sizes of what is deflated are known behind it only. */
function localHeader({ name, file }: Entry, date: number): Buffer {
  const header = Buffer.alloc(30 + name.length)
  header.writeUInt32LE(LOCAL_HEADER, 0)
  header.writeUInt16LE(VERSION, 4)
  header.writeUInt16LE(flagsOf(file), 6)
  header.writeUInt16LE(file.isDeflated ? DEFLATED : 0, 8)
  header.writeUInt16LE(NOON, 10)
  header.writeUInt16LE(date, 12)
  if (!file.isDeflated) {
    header.writeUInt32LE(file.crc32, 14)
    header.writeUInt32LE(file.bytes, 18)
    header.writeUInt32LE(file.bytes, 22)
  }
  header.writeUInt16LE(name.length, 26)
  name.copy(header, 30)
  return header
}

function sizesAfter({ file, packedBytes }: Entry): Buffer {
  const descriptor = Buffer.alloc(16)
  descriptor.writeUInt32LE(DESCRIPTOR, 0)
  descriptor.writeUInt32LE(file.crc32, 4)
  descriptor.writeUInt32LE(packedBytes, 8)
  descriptor.writeUInt32LE(file.bytes, 12)
  return descriptor
}

function centralHeader({ name, file, offset, packedBytes }: Entry, date: number): Buffer {
  const isFar = offset >= MOST_32
  const extra = Buffer.alloc(isFar ? 12 : 0)
  if (isFar) {
    extra.writeUInt16LE(1, 0)
    extra.writeUInt16LE(8, 2)
    extra.writeBigUInt64LE(BigInt(offset), 4)
  }
  const header = Buffer.alloc(46)
  header.writeUInt32LE(CENTRAL_HEADER, 0)
  header.writeUInt16LE(MADE_ON_UNIX | VERSION, 4)
  header.writeUInt16LE(isFar ? VERSION_64 : VERSION, 6)
  header.writeUInt16LE(flagsOf(file), 8)
  header.writeUInt16LE(file.isDeflated ? DEFLATED : 0, 10)
  header.writeUInt16LE(NOON, 12)
  header.writeUInt16LE(date, 14)
  header.writeUInt32LE(file.crc32, 16)
  header.writeUInt32LE(packedBytes, 20)
  header.writeUInt32LE(file.bytes, 24)
  header.writeUInt16LE(name.length, 28)
  header.writeUInt16LE(extra.length, 30)
  header.writeUInt32LE((REGULAR_FILE << 16) >>> 0, 38)
  header.writeUInt32LE(Math.min(offset, MOST_32), 42)
  return Buffer.concat([header, name, extra])
}

function endOf(count: number, directoryBytes: number, directoryStart: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END_RECORD, 0)
  end.writeUInt16LE(Math.min(count, MOST_16), 8)
  end.writeUInt16LE(Math.min(count, MOST_16), 10)
  end.writeUInt32LE(Math.min(directoryBytes, MOST_32), 12)
  end.writeUInt32LE(Math.min(directoryStart, MOST_32), 16)
  if (count < MOST_16 && directoryStart < MOST_32) return end
  const end64 = Buffer.alloc(56)
  end64.writeUInt32LE(END_RECORD_64, 0)
  end64.writeBigUInt64LE(44n, 4)
  end64.writeUInt16LE(MADE_ON_UNIX | VERSION_64, 12)
  end64.writeUInt16LE(VERSION_64, 14)
  end64.writeBigUInt64LE(BigInt(count), 24)
  end64.writeBigUInt64LE(BigInt(count), 32)
  end64.writeBigUInt64LE(BigInt(directoryBytes), 40)
  end64.writeBigUInt64LE(BigInt(directoryStart), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(END_LOCATOR_64, 0)
  locator.writeBigUInt64LE(BigInt(directoryStart + directoryBytes), 8)
  locator.writeUInt32LE(1, 16)
  return Buffer.concat([end64, locator, end])
}

/** Years from 1980 in bits 9 to 15, months in 5 to 8, days below: no zone, so no machine's clock is asked. */
function dosDate(on: Day): number {
  const { year, month, dayOfMonth } = dayParts(on)
  return ((year - 1980) << 9) | (month << 5) | dayOfMonth
}
