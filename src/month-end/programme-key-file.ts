/**
 * The programme key as the corporation hands it out: a small JSON file with 32 secret bytes in hex and a check value.
 * It keys the hashes of ID numbers, so that one person has one hash in every office; whoever has it can try all
 * numbers.
 */

import { createHmac, randomBytes } from 'node:crypto'
import { z } from 'zod'

export const PROGRAMME_KEY_FORMAT = 'so-tri-an-programme-key/1'

/** HMAC-SHA256 under a short key could be undone by trying all twelve digits. */
const KEY_BYTES = 32

const programmeKeyFile = z.strictObject({
  format: z.literal(PROGRAMME_KEY_FORMAT),
  keyHex: z.string().regex(/^[0-9a-f]{64}$/),
  /** Tells a slip of the pen from a key, and one key from another without showing it. */
  check: z.string().regex(/^[0-9a-f]{16}$/),
})

/** A new key, drawn by lot. */
export function makeProgrammeKey(): Uint8Array {
  return new Uint8Array(randomBytes(KEY_BYTES))
}

/** The check value: the first 16 hex digits of HMAC-SHA256(key, name of the format), which no ID number hashes to. */
export function programmeKeyCheck(key: Uint8Array): string {
  return createHmac('sha256', key).update(PROGRAMME_KEY_FORMAT).digest('hex').slice(0, 16)
}

/** The check value as people compare it: 'A1B2 C3D4 E5F6 0718'. */
export function programmeKeyFingerprint(key: Uint8Array): string {
  return programmeKeyCheck(key)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1 ')
}

/** The text of the file. Throws a RangeError for a key that has not 32 bytes. */
export function writeProgrammeKeyFile(key: Uint8Array): string {
  if (key.length !== KEY_BYTES) throw new RangeError(`A programme key has ${KEY_BYTES} bytes`)
  const keyHex = Buffer.from(key).toString('hex')
  return `${JSON.stringify({ format: PROGRAMME_KEY_FORMAT, keyHex, check: programmeKeyCheck(key) }, null, 1)}\n`
}

/** The key of a file's text; null where it is no such file, or where its check value is not that of the key. */
export function readProgrammeKeyFile(text: string): Uint8Array | null {
  const parsed = programmeKeyFile.safeParse(jsonOf(text))
  if (!parsed.success) return null
  const key = new Uint8Array(Buffer.from(parsed.data.keyHex, 'hex'))
  return programmeKeyCheck(key) === parsed.data.check ? key : null
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
