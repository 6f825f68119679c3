/** Writes a bag (BagIt 1.0, RFC 8493) into a folder file by file, then its manifests and signature. */

import { createHash } from 'node:crypto'
import { mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type SigningKey, signMinisig } from './signing-key.ts'

export interface WrittenFile {
  bytes: number
  /** Lower-case hex. */
  sha256: string
}

export interface BagWriter {
  /** Writes one file of the bag in pieces; answers its size and hash. Text is UTF-8. */
  write(path: string, pieces: Iterable<string | Uint8Array>): Promise<WrittenFile>
  /** Writes the tag files over all that was written, and answers the bag's identity and its files in order. */
  seal(seal: { info: readonly (readonly [string, string])[]; signingKey: SigningKey; comment: string }): Promise<{
    identity: string
    paths: string[]
  }>
}

const MANIFEST = 'manifest-sha256.txt'
const TAG_MANIFEST = 'tagmanifest-sha256.txt'

/** Throws the signal's reason when it is aborted between two pieces; the folder is the caller's to remove. */
export function bagWriter(folder: string, signal?: AbortSignal): BagWriter {
  const written = new Map<string, WrittenFile>()

  async function write(path: string, pieces: Iterable<string | Uint8Array>): Promise<WrittenFile> {
    const target = join(folder, path)
    await mkdir(dirname(target), { recursive: true })
    const file = await open(target, 'wx')
    const hash = createHash('sha256')
    let bytes = 0
    try {
      for (const piece of pieces) {
        signal?.throwIfAborted()
        const buffer = typeof piece === 'string' ? Buffer.from(piece) : piece
        hash.update(buffer)
        bytes += buffer.length
        await file.writeFile(buffer)
      }
    } finally {
      await file.close()
    }
    const result = { bytes, sha256: hash.digest('hex') }
    written.set(path, result)
    return result
  }

  const manifest = (paths: readonly string[]) => paths.map((path) => `${written.get(path)?.sha256}  ${path}\n`).join('')

  return {
    write,
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
      return { identity, paths: [...written.keys()].sort() }
    },
  }
}
