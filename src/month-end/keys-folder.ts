/**
 * A folder of public keys, as an office has it and head office keeps it: `PC042.pub` and, after a rotation,
 * `PC042.2.pub` and so on; beside them what offices say of their keys.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readRevocation } from './key-statements.ts'
import { readPublicKey } from './signing-key.ts'

/** A key that signatures of an office are held to. */
export interface KnownKey {
  officeId: string
  /** Minisign's public key file. */
  publicKeyText: string
  /** The instant it was revoked; null while it stands. */
  revokedAt: string | null
}

const OFFICE_KEY = /^([A-Z0-9]{2,12})(?:\.\d{1,3})?\.pub$/
const REVOCATION = /\.revocation\.json$/

/** The name that the files of an office's n-th key begin with: "PC042", then "PC042.2". */
export function keyFileStem(officeId: string, keyNumber: number): string {
  return keyNumber === 1 ? officeId : `${officeId}.${keyNumber}`
}

/** Whose key a file holds by its name: "PC042.2.pub" is of PC042; null where it is the name of no such file. */
export function officeOfKeyFile(name: string): string | null {
  return OFFICE_KEY.exec(name)?.[1] ?? null
}

/** What may be handed on of an office's keys: public keys, rotations with their signatures, revocations. */
export function isPublicKeyFile(name: string): boolean {
  return OFFICE_KEY.test(name) || /\.rotation\.json(\.minisig)?$/.test(name) || REVOCATION.test(name)
}

/**
 * The keys of an office in a folder, or of all; none where there is no such folder. A file that holds no key or no
 * revocation is left out.
 */
export function keysInFolder(folder: string, of: string | null = null): KnownKey[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder)
    .filter((name) => of === null || name.startsWith(`${of}.`))
    .sort()
  const textOf = (name: string) => readFileSync(join(folder, name), 'utf8')
  const revocations = names
    .filter((name) => REVOCATION.test(name))
    .flatMap((name) => readRevocation(textOf(name)) ?? [])
  return names.flatMap((name): KnownKey[] => {
    const officeId = officeOfKeyFile(name)
    if (officeId === null) return []
    const publicKeyText = textOf(name)
    const keyId = readPublicKey(publicKeyText)?.keyId
    const revoked = revocations.find((one) => one.officeId === officeId && one.keyId === keyId)
    return keyId === undefined ? [] : [{ officeId, publicKeyText, revokedAt: revoked?.revokedAt ?? null }]
  })
}
