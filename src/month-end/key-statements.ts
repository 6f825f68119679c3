/**
 * What an office says of its own keys, in small JSON files that travel with its public keys: that a new key takes the
 * place of the old one, signed by the old one; and that a key no longer counts from an instant on.
 */

import { z } from 'zod'
import { keyBody, publicKeyFile, readPublicKey, type SigningKey, signMinisig } from './signing-key.ts'

const ROTATION_FORMAT = 'so-tri-an-rotation/1'
const REVOCATION_FORMAT = 'so-tri-an-revocation/1'

const officeId = z.string().regex(/^[A-Z0-9]{2,12}$/)
const keyId = z.string().regex(/^[0-9A-F]{16}$/)
const instant = z.iso.datetime()

const rotation = z.strictObject({
  format: z.literal(ROTATION_FORMAT),
  officeId,
  oldKeyId: keyId,
  newKeyId: keyId,
  newKey: z.string().refine((body) => readPublicKey(body) !== null),
  rotatedAt: instant,
})

const revocation = z.strictObject({
  format: z.literal(REVOCATION_FORMAT),
  officeId,
  keyId,
  /** Packages closed later than this instant are not believed. */
  revokedAt: instant,
  reason: z.string().min(1).max(300),
})
export type Revocation = Omit<z.infer<typeof revocation>, 'format'>

export interface Rotation {
  officeId: string
  oldKeyId: string
  newKeyId: string
  newPublicKeyText: string
  rotatedAt: string
}

/** A statement and its signature; the same facts give the same bytes. */
export interface SignedStatement {
  json: string
  minisig: string
}

/** Says that a key takes the place of the one that signs this. */
export function writeRotation(
  facts: { officeId: string; newPublicKeyText: string; rotatedAt: string },
  oldKey: SigningKey,
): SignedStatement {
  const newKey = keyBody(facts.newPublicKeyText)
  const newKeyId = readPublicKey(newKey)?.keyId ?? ''
  const statement: z.infer<typeof rotation> = {
    format: ROTATION_FORMAT,
    officeId: facts.officeId,
    oldKeyId: oldKey.keyId,
    newKeyId,
    newKey,
    rotatedAt: facts.rotatedAt,
  }
  return signed(rotation.parse(statement), oldKey, `${ROTATION_FORMAT} ${facts.officeId} ${oldKey.keyId} ${newKeyId}`)
}

/** Null where the text is no rotation; who signed it is for minisign to say. */
export function readRotation(text: string): Rotation | null {
  const read = rotation.safeParse(jsonOf(text))
  if (!read.success) return null
  const { format: _format, newKey, ...facts } = read.data
  return { ...facts, newPublicKeyText: publicKeyFile(newKey) }
}

/** The text of a revocation. Who lays it into a folder of keys is trusted there: a lost key can sign nothing. */
export function writeRevocation(facts: Revocation): string {
  return jsonText(revocation.parse({ format: REVOCATION_FORMAT, ...facts }))
}

/** Null where the text is no revocation. */
export function readRevocation(text: string): Revocation | null {
  const read = revocation.safeParse(jsonOf(text))
  if (!read.success) return null
  const { format: _format, ...facts } = read.data
  return facts
}

function signed(statement: object, key: SigningKey, comment: string): SignedStatement {
  const json = jsonText(statement)
  return { json, minisig: signMinisig(Buffer.from(json), key, comment) }
}

function jsonText(statement: object): string {
  return `${JSON.stringify(statement, null, 1)}\n`.normalize('NFC')
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
