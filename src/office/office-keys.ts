/**
 * The office's keys: one that signs its packages and one that opens them, made together and numbered. What is public
 * stands in the ledger and in the keys folder, what is secret in the key store.
 */

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { environmentFailure } from '../contract/failure.ts'
import { dayInVietnam } from '../domain/day.ts'
import { type Refusal, refusal } from '../domain/refusal.ts'
import type { Reader, Writer } from '../ledger/connection.ts'
import { writeDurably } from '../ledger/durable-file.ts'
import { addOfficeKey, headOfficeKeysOf, type OfficeKeyRecord, officeKeyInForce, officeKeysOf } from '../ledger/keys.ts'
import { officeOf, readOffice } from '../ledger/office-record.ts'
import type { Ledger } from '../ledger/open-ledger.ts'
import { writeRevocation, writeRotation } from '../month-end/key-statements.ts'
import { keyFileStem } from '../month-end/keys-folder.ts'
import { makeRecoveryIdentity, recoveryIdentityOf, secretOfIdentity } from '../month-end/recovery-identity.ts'
import { makeSigningKey, type SigningKey, signingKey } from '../month-end/signing-key.ts'
import { Unavailable } from './failures.ts'
import { keysFolder, type OfficePlace } from './place.ts'

/** Both private keys of one number. */
export interface PrivateKeys {
  signing: SigningKey
  /** `AGE-SECRET-KEY-1…`. */
  identity: string
}

const IDENTITY_ENDING = '.identity.txt'

function secretNames(officeCode: string, keyNumber: number): { signing: string; identity: string } {
  const stem = keyFileStem(officeCode, keyNumber)
  return { signing: `${stem}.key.pem`, identity: `${stem}${IDENTITY_ENDING}` }
}

/** Writes a public file of the office's n-th key: "PC042.pub", "PC042.2.rotation.json". */
export function writeKeyFile(
  place: OfficePlace,
  { officeCode, keyNumber }: { officeCode: string; keyNumber: number },
  ending: string,
  text: string,
): void {
  mkdirSync(keysFolder(place), { recursive: true })
  writeDurably(join(keysFolder(place), `${keyFileStem(officeCode, keyNumber)}${ending}`), text)
}

/** Keeps both keys where they belong, before anything says that they are there. */
export function keepPrivateKeys(
  place: OfficePlace,
  of: { officeCode: string; keyNumber: number },
  { signing, identity }: PrivateKeys,
): void {
  const names = secretNames(of.officeCode, of.keyNumber)
  place.keyStore.keep(names.signing, signing.privateKeyText)
  place.keyStore.keep(names.identity, `${identity}\n`)
}

/** Lays what is public of every key into the keys folder, as the ledger knows it: on a new computer none is there. */
export function writePublicFiles(reader: Reader, place: OfficePlace): void {
  const { officeCode } = officeOf(reader)
  for (const { keyNumber, keyId, publicKey, revokedAt, reason } of officeKeysOf(reader)) {
    const of = { officeCode, keyNumber }
    writeKeyFile(place, of, '.pub', publicKey)
    if (revokedAt === null || reason === null) continue
    writeKeyFile(place, of, '.revocation.json', writeRevocation({ officeId: officeCode, keyId, revokedAt, reason }))
  }
}

/**
 * Makes the office's next key. What a command that failed has left under its number is taken up: a key is never written
 * over.
 */
export function makeOfficeKey(
  { writer, place, now }: { writer: Writer; place: OfficePlace; now: string },
  personId: string | null,
): { keyNumber: number; signing: SigningKey } {
  const { officeCode } = officeOf(writer)
  const keyNumber = (officeKeysOf(writer)[0]?.keyNumber ?? 0) + 1
  const names = secretNames(officeCode, keyNumber)
  const pem = place.keyStore.read(names.signing)
  const signing = pem === null ? makeSigningKey() : signingKey(pem)
  const kept = place.keyStore.read(names.identity)?.trim()
  const { identity, recipient } = kept ? recoveryIdentityOf(secretOfIdentity(kept)) : makeRecoveryIdentity()
  keepPrivateKeys(place, { officeCode, keyNumber }, { signing, identity })
  const { keyId, publicKeyText: publicKey } = signing
  addOfficeKey(writer, { keyNumber, keyId, publicKey, recoveryRecipient: recipient, madeAt: now, personId })
  writePublicFiles(writer, place)
  return { keyNumber, signing }
}

/**
 * Lays into the keys folder, for each key that took another's place, that the other vouches for it: where the old
 * private key is here and was not revoked before. The same facts give the same bytes.
 */
export function writeRotations(reader: Reader, place: OfficePlace): void {
  const { officeCode } = officeOf(reader)
  const keys = officeKeysOf(reader)
  for (const { keyNumber, publicKey, madeAt } of keys) {
    const old = keys.find((key) => key.keyNumber === keyNumber - 1)
    if (!old || (old.revokedAt !== null && old.revokedAt <= madeAt)) continue
    const oldKey = findPrivateKeys(place, officeCode, old.keyNumber)?.signing
    if (!oldKey) continue
    const facts = { officeId: officeCode, newPublicKeyText: publicKey, rotatedAt: madeAt }
    const { json, minisig } = writeRotation(facts, oldKey)
    writeKeyFile(place, { officeCode, keyNumber }, '.rotation.json', json)
    writeKeyFile(place, { officeCode, keyNumber }, '.rotation.json.minisig', minisig)
  }
}

/** A ledger from before keys were kept in it takes up the key that lies beside it. */
export function adoptOfficeKey({ reader, transact }: Ledger, place: OfficePlace): void {
  if (!readOffice(reader) || officeKeysOf(reader).length > 0 || place.keyStore.protection === 'shut') return
  const now = new Date(place.clock()).toISOString()
  transact((writer) => makeOfficeKey({ writer, place, now }, null))
}

/** Null where this computer has not both of them. */
export function findPrivateKeys(place: OfficePlace, officeCode: string, keyNumber: number): PrivateKeys | null {
  const names = secretNames(officeCode, keyNumber)
  const pem = place.keyStore.read(names.signing)
  const identity = place.keyStore.read(names.identity)?.trim()
  return pem === null || !identity ? null : { signing: signingKey(pem), identity }
}

/** Throws Unavailable where they are not on this computer: a recovery sheet brings them back. */
export function privateKeysOf(reader: Reader, place: OfficePlace, keyId: string): PrivateKeys {
  const key = officeKeysOf(reader).find((known) => known.keyId === keyId)
  const found = key && findPrivateKeys(place, officeOf(reader).officeCode, key.keyNumber)
  if (!found) throw new Unavailable(environmentFailure('key.missing', { keyId }))
  return found
}

/** The key that signs now. Throws Unavailable where there is none. */
export function keyInForce(reader: Reader): OfficeKeyRecord {
  const key = officeKeyInForce(reader)
  if (!key) throw new Unavailable(environmentFailure('key.missing', { keyId: '—' }))
  return key
}

/**
 * Whom packages are encrypted to: every key of head office that stands, and the office itself. Nobody before the first
 * was taken in; refused once there were some and none stands, so that a revocation sends nothing out in the clear.
 */
export function packageRecipients(reader: Reader): { recipients: string[] } | { refusal: Refusal } {
  const known = headOfficeKeysOf(reader)
  const standing = known.filter(({ revokedAt }) => revokedAt === null)
  const [last] = known
    .flatMap(({ revokedAt }) => revokedAt ?? [])
    .sort()
    .reverse()
  if (standing.length === 0 && last !== undefined) {
    return { refusal: refusal('package.noHeadOfficeKey', { revokedOn: dayInVietnam(Date.parse(last)) }) }
  }
  if (standing.length === 0) return { recipients: [] }
  const recipients = [...standing.map(({ ageRecipient }) => ageRecipient), keyInForce(reader).recoveryRecipient]
  return { recipients: [...new Set(recipients)] }
}

/** The secret keys that open packages here: all the office ever had, for its older packages. */
export function ownIdentities({ keyStore }: OfficePlace): string[] {
  if (keyStore.protection === 'shut') return []
  return keyStore
    .names()
    .filter((name) => name.endsWith(IDENTITY_ENDING))
    .flatMap((name) => keyStore.read(name)?.trim() ?? [])
}
