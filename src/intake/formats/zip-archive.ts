/**
 * The parts of a workbook's zip container, held to what the container says of them: sizes are summed up before anything
 * is unpacked, each part must have its declared size and checksum, so that a byte damaged on a stick does not become
 * somebody's citizen ID.
 */

import { type Entry, fromBufferPromise } from 'yauzl'
import { LARGEST_UNPACKED_MEGABYTES, TableFault } from './table-source.ts'

const MOST_PARTS = 10_000

export interface ZipArchive {
  has(partName: string): boolean
  /** The size a part has when unpacked; 0 where there is no such part. */
  sizeOf(partName: string): number
  /** In the order of the file. */
  partNames(): string[]
  /** The unpacked bytes. Throws a `TableFault` where size or checksum differ, at the end at the latest. */
  read(partName: string): AsyncGenerator<Uint8Array>
}

function broken(cause: unknown): TableFault {
  if (cause instanceof TableFault) return cause
  return new TableFault('broken', cause instanceof Error ? cause.message : String(cause), { cause })
}

async function listParts(zip: Awaited<ReturnType<typeof fromBufferPromise>>): Promise<Map<string, Entry>> {
  const parts = new Map<string, Entry>()
  let unpackedBytes = 0
  for await (const entry of zip.eachEntry()) {
    if (parts.has(entry.fileName)) throw new TableFault('broken', `Two parts are named ${entry.fileName}`)
    if (entry.isEncrypted()) throw new TableFault('encrypted', `${entry.fileName} is encrypted`)
    parts.set(entry.fileName, entry)
    unpackedBytes += entry.uncompressedSize
    if (parts.size > MOST_PARTS) throw new TableFault('broken', `More than ${MOST_PARTS} parts`)
  }
  const megabytes = Math.ceil(unpackedBytes / 2 ** 20)
  if (megabytes > LARGEST_UNPACKED_MEGABYTES) throw new TableFault('tooLarge', 'Large when unpacked', { megabytes })
  return parts
}

/** Opens a zip container in memory. Throws a `TableFault`: broken, encrypted or tooLarge. */
export async function openZip(bytes: Buffer): Promise<ZipArchive> {
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false })
    const parts = await listParts(zip)
    return {
      has: (partName) => parts.has(partName),
      sizeOf: (partName) => parts.get(partName)?.uncompressedSize ?? 0,
      partNames: () => [...parts.keys()],
      read: async function* (partName) {
        const entry = parts.get(partName)
        if (!entry) throw new TableFault('broken', `${partName} is missing`)
        try {
          let checksum = 0
          for await (const chunk of await zip.openReadStreamPromise(entry)) {
            checksum = crc32(chunk, checksum)
            yield chunk
          }
          if (checksum !== entry.crc32) throw new TableFault('broken', `${partName} has another checksum`)
        } catch (cause) {
          throw broken(cause)
        }
      },
    }
  } catch (cause) {
    throw broken(cause)
  }
}

/** The checksum of zip (CRC-32 of ISO 3309): zlib's own is not there yet in the oldest Node that runs this. */
const CRC_TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte
  for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1
  return remainder
})

function crc32(bytes: Uint8Array, before: number): number {
  let remainder = ~before
  for (let at = 0; at < bytes.length; at++) {
    remainder = (remainder >>> 8) ^ (CRC_TABLE[(remainder ^ (bytes[at] ?? 0)) & 0xff] ?? 0)
  }
  return ~remainder >>> 0
}
