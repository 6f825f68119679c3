/** Files that head office's commands are given; one that is missing or none of its kind ends the command with words. */

import { existsSync, readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { Refusal } from '../domain/refusal.ts'
import { refusal } from '../domain/refusal.ts'
import { identitiesIn } from '../month-end/age-keys.ts'
import { type SigningKey, signingKey } from '../month-end/signing-key.ts'
import type { CommandLine } from './command.ts'
import { Failed } from './outlet.ts'

type Given = CommandLine['options'][string]

export function refuse(refusal: Refusal): never {
  throw new Failed({ family: 'refused', refusal })
}

/** A file or folder that must be there, as a whole path. */
export function existing(path: string): string {
  if (!existsSync(path)) refuse(refusal('file.missing', { fileName: basename(path) }))
  return resolve(path)
}

/** The age keys of `--identity FILE`; none where it was not given. */
export function identitiesOf(given: Given): string[] {
  if (typeof given !== 'string') return []
  const identities = identitiesIn(readFileSync(existing(given), 'utf8'))
  return identities && identities.length > 0
    ? identities
    : refuse(refusal('key.malformed', { fileName: basename(given) }))
}

/** The secret key of a PEM file. */
export function signingKeyOf(path: string): SigningKey {
  const pem = readFileSync(existing(path), 'utf8')
  try {
    return signingKey(pem)
  } catch {
    return refuse(refusal('key.malformed', { fileName: basename(path) }))
  }
}
