/** The worker's part of taking in a photo: read, made bare and small, and kept under the hashes of both. */

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { keptPhoto } from '../intake/photos/small-photo.ts'
import { writeDurably } from '../ledger/durable-file.ts'
import { photoFileName } from './place.ts'

export interface KeptPhoto {
  fileSha256: string
  fileType: 'image/jpeg' | 'image/png'
  byteLength: number
  smallSha256: string
}

/** Null where the file holds no photo. */
export function keepPhoto({ file, folder }: { file: string; folder: string }): KeptPhoto | null {
  const kept = keptPhoto(readFileSync(file))
  if (!kept) return null
  mkdirSync(folder, { recursive: true })
  const { photo, small } = kept
  return {
    fileSha256: keep(folder, photo.bytes, photo.type),
    fileType: photo.type,
    byteLength: photo.bytes.length,
    smallSha256: keep(folder, small, 'image/jpeg'),
  }
}

function keep(folder: string, bytes: Uint8Array, type: string): string {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const file = join(folder, photoFileName(sha256, type))
  if (!existsSync(file)) writeDurably(file, bytes)
  return sha256
}
