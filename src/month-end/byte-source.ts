/** Bytes that are read from any place: a file as it lies on the disk, or what an encrypted one holds. */

import type { FileHandle } from 'node:fs/promises'

export interface ByteSource {
  readonly size: number
  /** So many bytes from a place; fewer where the source ends before. Throws a BrokenFile where they cannot be had. */
  read(position: number, length: number): Promise<Buffer>
}

export async function fileSource(handle: FileHandle): Promise<ByteSource> {
  const { size } = await handle.stat()
  return {
    size,
    async read(position, length) {
      const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - position)))
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, position)
      return bytes.subarray(0, bytesRead)
    },
  }
}
