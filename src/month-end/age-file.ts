/**
 * Packages encrypted with age v1 to X25519 keys. Writing streams; reading opens any place of the file by itself, so
 * that what is checked is never written to a disk in the clear. age seals chunks of 64 KiB, each under its number, the
 * last one marked as the last.
 */

import { Readable } from 'node:stream'
import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { Decrypter, Encrypter } from 'age-encryption'
import type { ByteSource } from './byte-source.ts'
import { BrokenFile } from './package-files.ts'

const MAGIC = 'age-encryption.org/v1\n'
/** A header has a line or two for each recipient: this holds hundreds of them. */
const LONGEST_HEADER_BYTES = 1 << 16
const NONCE_BYTES = 16
const TAG_BYTES = 16
const CHUNK_BYTES = 1 << 16
const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES
/** A zip is read forwards, its directory first: a few chunks are asked for again. */
const KEPT_CHUNKS = 8

/** What bytes become for all of the recipients, piece by piece. Throws where one is no X25519 recipient. */
export async function* encrypted(
  pieces: AsyncIterable<Uint8Array>,
  recipients: readonly string[],
): AsyncGenerator<Uint8Array> {
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  const source = Readable.toWeb(Readable.from(pieces, { objectMode: false })) as ReadableStream<Uint8Array>
  yield* await encrypter.encrypt(source)
}

export async function isEncrypted(source: ByteSource): Promise<boolean> {
  return (await source.read(0, MAGIC.length)).toString('latin1') === MAGIC
}

/** What an encrypted file holds. Throws a BrokenFile where no identity opens it, it was changed or it was cut short. */
export async function openEncrypted(source: ByteSource, identities: readonly string[]): Promise<ByteSource> {
  const header = await readHeader(source)
  const fileKey = await unlocked(header, identities)
  const nonce = await source.read(header.length, NONCE_BYTES)
  const key = hkdf(sha256, fileKey, nonce, Buffer.from('payload'), 32)
  const start = header.length + NONCE_BYTES
  const sealedBytes = source.size - start
  const chunks = Math.max(1, Math.ceil(sealedBytes / SEALED_CHUNK_BYTES))
  const kept = new Map<number, Buffer>()

  async function chunk(index: number): Promise<Buffer> {
    const known = kept.get(index)
    if (known) return known
    const sealed = await source.read(start + index * SEALED_CHUNK_BYTES, SEALED_CHUNK_BYTES)
    const opened = unsealed(key, sealed, index, index === chunks - 1)
    const [oldest] = kept.keys()
    if (oldest !== undefined && kept.size >= KEPT_CHUNKS) kept.delete(oldest)
    kept.set(index, opened)
    return opened
  }

  // The last chunk alone says that nothing was cut off; an empty one stands only in an empty file.
  const last = await chunk(chunks - 1)
  if (last.length === 0 && chunks > 1) throw broken('ends in an empty chunk')
  const size = sealedBytes - chunks * TAG_BYTES
  return {
    size,
    async read(position, length) {
      const end = Math.min(size, position + length)
      const parts: Buffer[] = []
      for (let at = position; at < end; ) {
        const index = Math.floor(at / CHUNK_BYTES)
        const part = (await chunk(index)).subarray(at - index * CHUNK_BYTES, end - index * CHUNK_BYTES)
        parts.push(part)
        at += part.length
      }
      const [only] = parts
      return parts.length === 1 && only ? only : Buffer.concat(parts)
    },
  }
}

function broken(detail: string): BrokenFile {
  return new BrokenFile(detail, 'encryption.broken')
}

/** The lines up to the one with the header's own seal. */
async function readHeader(source: ByteSource): Promise<Buffer> {
  const beginning = await source.read(0, LONGEST_HEADER_BYTES)
  const seal = beginning.indexOf('\n--- ')
  const end = beginning.indexOf('\n', seal + 1)
  if (seal < 0 || end < 0) throw broken('has no whole header of age')
  return beginning.subarray(0, end + 1)
}

async function unlocked(header: Buffer, identities: readonly string[]): Promise<Uint8Array> {
  const decrypter = new Decrypter()
  for (const identity of identities) decrypter.addIdentity(identity)
  try {
    return await decrypter.decryptHeader(header)
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    if (!/no identity matched/.test(message)) throw broken(message)
    const tried = `none of ${identities.length} keys opens it`
    throw new BrokenFile(identities.length === 0 ? 'no key was given' : tried, 'encryption.noKey')
  }
}

/** A chunk's nonce is its number in eleven bytes and a last byte that says whether it is the last. */
function unsealed(key: Uint8Array, sealed: Buffer, index: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUIntBE(index, 5, 6)
  nonce[11] = isLast ? 1 : 0
  try {
    return Buffer.from(chacha20poly1305(key, nonce).decrypt(sealed))
  } catch {
    throw broken(`chunk ${index + 1} was changed, or the end is missing`)
  }
}
