/** The office's signing key: made with the office, kept in the ledger's keys folder, readable by its owner alone. */

import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { environmentFailure } from '../contract/failure.ts'
import { writeDurably } from '../ledger/durable-file.ts'
import { makeSigningKey, type PublicKey, readPublicKey, type SigningKey, signingKey } from '../month-end/signing-key.ts'
import { Unavailable } from './failures.ts'
import { keysFolder, type OfficePlace } from './place.ts'

function privateKeyFile(place: OfficePlace, officeCode: string): string {
  return join(keysFolder(place), `${officeCode}.key.pem`)
}

/** Makes the key of a new office, with `<officeCode>.pub` for head office beside it. A key that is there is kept. */
export function makeOfficeKey(place: OfficePlace, officeCode: string): void {
  const file = privateKeyFile(place, officeCode)
  if (existsSync(file)) return
  const key = makeSigningKey()
  mkdirSync(keysFolder(place), { recursive: true })
  writeDurably(join(keysFolder(place), `${officeCode}.pub`), key.publicKeyText)
  writeDurably(file, key.privateKeyText, 0o600)
}

/**
 * The key of an office that was set up. Throws Unavailable where its file is gone: another key would be another office.
 */
export function officeKey(place: OfficePlace, officeCode: string): SigningKey {
  const file = privateKeyFile(place, officeCode)
  if (!existsSync(file)) throw new Unavailable(environmentFailure('key.missing', { path: file }))
  return signingKey(readFileSync(file, 'utf8'))
}

/** Head office's public keys that were taken in: only answers signed by one of them count. */
export function headOfficeKeys(place: OfficePlace): PublicKey[] {
  return publicKeysIn(join(keysFolder(place), 'head-office')).flatMap(([, text]) => readPublicKey(text) ?? [])
}

/** Public keys of a folder with a `<officeCode>.pub` for each office, as head office keeps them. */
export function publicKeysIn(folder: string): [officeId: string, publicKeyText: string][] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.pub'))
    .map((name) => [name.slice(0, -'.pub'.length), readFileSync(join(folder, name), 'utf8')])
}
