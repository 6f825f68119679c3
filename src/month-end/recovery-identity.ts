/**
 * The office's own age X25519 identity: every package is encrypted to it, too, so that the office can open what it
 * sent. Made here rather than by age-encryption, whose functions are asynchronous, while a command is not.
 */

import { createPrivateKey, createPublicKey, randomBytes } from 'node:crypto'
import { bech32 } from '@scure/base'

export interface RecoveryIdentity {
  /** `AGE-SECRET-KEY-1…`; it stays with the office. */
  identity: string
  /** `age1…`: whom packages are encrypted to. */
  recipient: string
}

const IDENTITY_PREFIX = 'AGE-SECRET-KEY-'
const RECIPIENT_PREFIX = 'age'
/** The bytes before a raw X25519 private key in its PKCS8 (RFC 8410). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b656e04220420', 'hex')
const KEY_BYTES = 32

export function makeRecoveryIdentity(): RecoveryIdentity {
  return recoveryIdentityOf(randomBytes(KEY_BYTES))
}

/** The identity that follows from its 32 secret bytes, as a recovery sheet has them. */
export function recoveryIdentityOf(secret: Uint8Array): RecoveryIdentity {
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, secret]), format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).subarray(-KEY_BYTES)
  return {
    identity: bech32.encodeFromBytes(IDENTITY_PREFIX, secret).toUpperCase(),
    recipient: bech32.encodeFromBytes(RECIPIENT_PREFIX, publicKey),
  }
}

/** The 32 secret bytes of an identity. Throws where the text is none. */
export function secretOfIdentity(identity: string): Uint8Array {
  const { prefix, bytes } = bech32.decodeToBytes(identity)
  if (prefix.toUpperCase() !== IDENTITY_PREFIX || bytes.length !== KEY_BYTES)
    throw new TypeError('Not an identity of age')
  return bytes
}
