/** A zip of more than 4 GiB that takes no room: three stored files of zeros that the disk keeps as holes, and one behind. */

import { open } from 'node:fs/promises'
import { crc32 } from '../../src/month-end/crc32.ts'

const HOLE_BYTES = 1_500_000_000

/** The zip's files are hole-0, hole-1, hole-2 and last.txt, in the folder bag. */
export async function writeFarZip(file: string, last: Buffer): Promise<void> {
  const handle = await open(file, 'w')
  const directory: Buffer[] = []
  let at = 0
  for (const [name, bytes] of [
    ['hole-0', null],
    ['hole-1', null],
    ['hole-2', null],
    ['last.txt', last],
  ] as const) {
    const header = Buffer.alloc(30 + 4 + name.length)
    const size = bytes?.length ?? HOLE_BYTES
    header.writeUInt32LE(0x04034b50, 0)
    header.writeUInt16LE(20, 4)
    header.writeUInt32LE(bytes ? crc32(bytes, 0) : 0, 14)
    header.writeUInt32LE(size, 18)
    header.writeUInt32LE(size, 22)
    header.writeUInt16LE(4 + name.length, 26)
    header.write(`bag/${name}`, 30)
    await handle.write(header, 0, header.length, at)
    if (bytes) await handle.write(bytes, 0, bytes.length, at + header.length)
    directory.push(centralRecord(header, at))
    at += header.length + size
  }
  const records = Buffer.concat(directory)
  const end = endRecords(directory.length, records.length, at)
  await handle.write(Buffer.concat([records, end]), 0, records.length + end.length, at)
  await handle.close()
}

/** Repeats a local header (sizes and name) with the place it stands at. */
function centralRecord(header: Buffer, at: number): Buffer {
  const isFar = at >= 0xffffffff
  const record = Buffer.alloc(46)
  record.writeUInt32LE(0x02014b50, 0)
  record.writeUInt16LE(isFar ? 45 : 20, 6)
  header.copy(record, 16, 14, 28)
  record.writeUInt16LE(isFar ? 12 : 0, 30)
  record.writeUInt32LE(isFar ? 0xffffffff : at, 42)
  const extra = Buffer.alloc(isFar ? 12 : 0)
  if (isFar) {
    extra.writeUInt16LE(1, 0)
    extra.writeUInt16LE(8, 2)
    extra.writeBigUInt64LE(BigInt(at), 4)
  }
  return Buffer.concat([record, header.subarray(30), extra])
}

function endRecords(count: number, bytes: number, start: number): Buffer {
  const end = Buffer.alloc(56 + 20 + 22)
  end.writeUInt32LE(0x06064b50, 0)
  end.writeBigUInt64LE(44n, 4)
  end.writeUInt16LE(45, 14)
  end.writeBigUInt64LE(BigInt(count), 24)
  end.writeBigUInt64LE(BigInt(count), 32)
  end.writeBigUInt64LE(BigInt(bytes), 40)
  end.writeBigUInt64LE(BigInt(start), 48)
  end.writeUInt32LE(0x07064b50, 56)
  end.writeBigUInt64LE(BigInt(start + bytes), 64)
  end.writeUInt32LE(1, 72)
  end.writeUInt32LE(0x06054b50, 76)
  end.writeUInt16LE(count, 84)
  end.writeUInt16LE(count, 86)
  end.writeUInt32LE(bytes, 88)
  end.writeUInt32LE(0xffffffff, 92)
  return end
}
