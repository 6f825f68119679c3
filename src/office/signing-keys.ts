/** The office's signing key: made with the office, kept in the ledger's keys folder, readable by its owner alone. */

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeSigningKey, type SigningKey, signingKey } from '../month-end/signing-key.ts'
import { keysFolder, type OfficePlace } from './place.ts'

/** The key of an office; made, with `<officeCode>.pub` for head office beside it, where there is none yet. */
export function ensureSigningKey(place: OfficePlace, officeCode: string): SigningKey {
  const folder = keysFolder(place)
  const file = join(folder, `${officeCode}.key.pem`)
  if (existsSync(file)) return signingKey(readFileSync(file, 'utf8'))
  const key = makeSigningKey()
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, key.privateKeyText, { mode: 0o600 })
  writeFileSync(join(folder, `${officeCode}.pub`), key.publicKeyText)
  return key
}

/** Public keys of a folder with a `<officeCode>.pub` for each office, as head office keeps them. */
export function publicKeysIn(folder: string): [officeId: string, publicKeyText: string][] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.pub'))
    .map((name) => [name.slice(0, -'.pub'.length), readFileSync(join(folder, name), 'utf8')])
}
