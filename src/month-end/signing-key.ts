/**
 * The office's Ed25519 key, and signatures as minisign writes and checks them (prehashed, "ED"): head office needs no
 * program of ours. BLAKE2b comes from @noble/hashes, for Electron's node:crypto has none.
 */

import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { blake2b } from '@noble/hashes/blake2.js'

export interface SigningKey {
  /** PKCS8 PEM; it stays with the office. Everything else follows from it. */
  privateKeyText: string
  /** keys/<officeId>.pub for head office, in minisign's format. */
  publicKeyText: string
  /** Sixteen hexadecimal capitals, as minisign prints them. */
  keyId: string
}

/** The bytes before a raw Ed25519 public key in its SubjectPublicKeyInfo (RFC 8410). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')
/** The same before a private one. */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')
const KEY_BYTES = 32
const KEY_ID_BYTES = 8
const SIGNATURE_BYTES = 64

export function makeSigningKey(): SigningKey {
  return keyOf(generateKeyPairSync('ed25519').privateKey)
}

/** The key that follows from its 32 secret bytes, as a recovery sheet has them. */
export function signingKeyOfSeed(seed: Uint8Array): SigningKey {
  return keyOf(createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' }))
}

/** The 32 secret bytes that a key follows from. */
export function seedOfSigningKey({ privateKeyText }: SigningKey): Uint8Array {
  const der = createPrivateKey(privateKeyText).export({ type: 'pkcs8', format: 'der' })
  return der.subarray(-KEY_BYTES)
}

function keyOf(privateKey: KeyObject): SigningKey {
  return signingKey(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
}

/** Takes up a key kept as PEM. Its id is the start of the public key's SHA-256, so the PEM is all there is to keep. */
export function signingKey(privateKeyText: string): SigningKey {
  const spki = createPublicKey(createPrivateKey(privateKeyText)).export({ type: 'spki', format: 'der' })
  const publicKey = spki.subarray(-KEY_BYTES)
  const id = createHash('sha256').update(publicKey).digest().subarray(0, KEY_ID_BYTES)
  const keyId = writeKeyId(id)
  const publicKeyText = publicKeyFile(Buffer.concat([Buffer.from('Ed'), id, publicKey]).toString('base64'))
  return { privateKeyText, publicKeyText, keyId }
}

/** Signs bytes; the trusted comment is signed along with them and may not hold a line break. */
export function signMinisig(bytes: Uint8Array, key: SigningKey, comment: string): string {
  const privateKey = createPrivateKey(key.privateKeyText)
  const signature = sign(null, blake2b(bytes, { dkLen: 64 }), privateKey)
  const commentSignature = sign(null, Buffer.concat([signature, Buffer.from(comment)]), privateKey)
  return minisigText({ keyId: key.keyId, trustedComment: comment, signature, commentSignature })
}

/** A signature as this program writes it, byte for byte. */
export function minisigText({ keyId, trustedComment, signature, commentSignature }: Minisig): string {
  const body = Buffer.concat([Buffer.from('ED'), Buffer.from(keyId, 'hex').reverse(), signature]).toString('base64')
  return [
    `untrusted comment: signature by key ${keyId}`,
    body,
    `trusted comment: ${trustedComment}`,
    `${commentSignature.toString('base64')}\n`,
  ].join('\n')
}

export interface Minisig {
  keyId: string
  trustedComment: string
  signature: Buffer
  commentSignature: Buffer
}

/** Reads a .minisig of the prehashed kind; null where it is none. */
export function readMinisig(text: string): Minisig | null {
  const lines = /^untrusted comment: [^\n]*\n([^\n]+)\ntrusted comment: ([^\n]*)\n([^\n]+)\n?$/.exec(text)
  const body = fromBase64(lines?.[1], 2 + KEY_ID_BYTES + SIGNATURE_BYTES)
  const commentSignature = fromBase64(lines?.[3], SIGNATURE_BYTES)
  if (!body || !commentSignature || body.toString('latin1', 0, 2) !== 'ED') return null
  return {
    keyId: writeKeyId(body.subarray(2, 2 + KEY_ID_BYTES)),
    trustedComment: lines?.[2] ?? '',
    signature: body.subarray(2 + KEY_ID_BYTES),
    commentSignature,
  }
}

export interface PublicKey {
  keyId: string
  key: KeyObject
}

/** Reads a public key file of minisign's; null where it is none. */
export function readPublicKey(text: string): PublicKey | null {
  const lines = text.trim().split(/\r?\n/)
  const body = fromBase64(lines.at(-1), 2 + KEY_ID_BYTES + KEY_BYTES)
  if (!body || lines.length > 2 || body.toString('latin1', 0, 2) !== 'Ed') return null
  const spki = Buffer.concat([SPKI_PREFIX, body.subarray(2 + KEY_ID_BYTES)])
  return {
    keyId: writeKeyId(body.subarray(2, 2 + KEY_ID_BYTES)),
    key: createPublicKey({ key: spki, format: 'der', type: 'spki' }),
  }
}

/** What two people compare of a key: eight groups of four hexadecimal capitals of its file's SHA-256. */
export function keyFingerprint(publicKeyText: string): string {
  return fingerprintOf(`${keyBody(publicKeyText)}\n`)
}

/**
 * Eight groups of four hexadecimal capitals of a text's SHA-256: 128 bits, so that no second text with them is made.
 */
export function fingerprintOf(text: string): string {
  const digits = createHash('sha256').update(text).digest('hex').slice(0, 32).toUpperCase()
  return digits.match(/.{4}/g)?.join(' ') ?? ''
}

/** The line of a public key file that holds the key. */
export function keyBody(publicKeyText: string): string {
  return publicKeyText.trim().split(/\r?\n/).at(-1) ?? ''
}

/** A public key file as this program writes it, from the line that holds the key. Throws where that is none. */
export function publicKeyFile(body: string): string {
  const key = readPublicKey(body)
  if (!key) throw new TypeError('Not a public key of minisign')
  return `untrusted comment: minisign public key ${key.keyId}\n${body}\n`
}

/** Whether both signatures are this key's: the one of the bytes, and the one of the trusted comment. */
export function verifyMinisig(bytes: Uint8Array, minisig: Minisig, publicKey: PublicKey): boolean {
  if (minisig.keyId !== publicKey.keyId) return false
  const comment = Buffer.concat([minisig.signature, Buffer.from(minisig.trustedComment)])
  return (
    verify(null, blake2b(bytes, { dkLen: 64 }), publicKey.key, minisig.signature) &&
    verify(null, comment, publicKey.key, minisig.commentSignature)
  )
}

/** Minisign writes a key id as a little-endian number. */
function writeKeyId(id: Buffer): string {
  return Buffer.from(id).reverse().toString('hex').toUpperCase()
}

/** Canonical base64 of exactly so many bytes; Buffer alone would forgive stray characters. */
function fromBase64(text: string | undefined, length: number): Buffer | null {
  const bytes = Buffer.from(text ?? '', 'base64')
  return bytes.length === length && bytes.toString('base64') === text ? bytes : null
}
