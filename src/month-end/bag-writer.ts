/** Writes a bag (BagIt 1.0, RFC 8493) into a folder file by file, then its manifests and signature. */

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, link, mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { crc32 } from './crc32.ts'
import { type SigningKey, signMinisig } from './signing-key.ts'

export interface WrittenFile {
  bytes: number
  /** Lower-case hex. */
  sha256: string
  /** As a zip keeps it. */
  crc32: number
}

export interface BagWriter {
  /** Writes one file of the bag in pieces; answers its size and hash. Text is UTF-8. */
  write(path: string, pieces: Pieces): Promise<WrittenFile>
  /** Takes in a file that lies elsewhere and stays there, without writing it again where the disk can share it. */
  take(path: string, source: string): Promise<WrittenFile>
  /** Writes the tag files over all that was written, and answers the bag's identity and its files in order. */
  seal(seal: { info: readonly (readonly [string, string])[]; signingKey: SigningKey; comment: string }): Promise<{
    identity: string
    files: [path: string, WrittenFile][]
  }>
}

type Pieces = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>

const MANIFEST = 'manifest-sha256.txt'
const TAG_MANIFEST = 'tagmanifest-sha256.txt'
const PIECE_BYTES = 1 << 18

/** Throws the signal's reason when it is aborted between two pieces; the folder is the caller's to remove. */
export function bagWriter(folder: string, signal?: AbortSignal): BagWriter {
  const written = new Map<string, WrittenFile>()

  /** Counts and hashes what goes by. */
  async function summed(path: string, pieces: Pieces, keep: (piece: Uint8Array) => unknown): Promise<WrittenFile> {
    const hash = createHash('sha256')
    let bytes = 0
    let crc = 0
    for await (const piece of pieces) {
      signal?.throwIfAborted()
      const buffer = typeof piece === 'string' ? Buffer.from(piece) : piece
      hash.update(buffer)
      crc = crc32(buffer, crc)
      bytes += buffer.length
      await keep(buffer)
    }
    const result = { bytes, sha256: hash.digest('hex'), crc32: crc }
    written.set(path, result)
    return result
  }

  async function placeFor(path: string): Promise<string> {
    const target = join(folder, path)
    await mkdir(dirname(target), { recursive: true })
    return target
  }

  async function write(path: string, pieces: Pieces): Promise<WrittenFile> {
    const file = await open(await placeFor(path), 'wx')
    try {
      return await summed(path, pieces, (piece) => file.writeFile(piece))
    } finally {
      await file.close()
    }
  }

  async function take(path: string, source: string): Promise<WrittenFile> {
    const target = await placeFor(path)
    await link(source, target).catch(() => copyFile(source, target))
    return summed(path, createReadStream(target, { highWaterMark: PIECE_BYTES }), () => {})
  }

  const manifest = (paths: readonly string[]) => paths.map((path) => `${written.get(path)?.sha256}  ${path}\n`).join('')

  return {
    write,
    take,
    async seal({ info, signingKey, comment }) {
      const payload = [...written.keys()].sort()
      const bytes = payload.reduce((sum, path) => sum + (written.get(path)?.bytes ?? 0), 0)
      const lines = [...info, ['Payload-Oxum', `${bytes}.${payload.length}`] as const]
      await write('bagit.txt', ['BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'])
      await write('bag-info.txt', [lines.map(([label, value]) => `${label}: ${value}\n`).join('')])
      await write(MANIFEST, [manifest(payload)])
      const tagManifest = manifest(['bag-info.txt', 'bagit.txt', MANIFEST])
      const { sha256: identity } = await write(TAG_MANIFEST, [tagManifest])
      await write(`${TAG_MANIFEST}.minisig`, [signMinisig(Buffer.from(tagManifest), signingKey, comment)])
      return { identity, files: [...written].sort(([one], [other]) => (one < other ? -1 : 1)) }
    },
  }
}
