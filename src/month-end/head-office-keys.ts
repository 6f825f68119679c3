/** Makes the keys of a head office: what it keeps to itself, and the file its offices take in. */

import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import type { Day } from '../domain/day.ts'
import { type HeadOfficeKey, writeHeadOfficeKeyFile } from './head-office-key-file.ts'
import { makeProgrammeKey, writeProgrammeKeyFile } from './programme-key-file.ts'
import { makeSigningKey } from './signing-key.ts'

/** Secret: with it answers are signed. */
export const SIGNING_KEY_FILE = 'head-office.key.pem'
/** Secret: with it packages are opened, by this program and by age. */
export const IDENTITY_FILE = 'head-office.identity.txt'
/** Secret, and the same for all companies: only the corporation makes it. */
export const PROGRAMME_KEY_FILE = 'programme-key.json'
/** For the offices. */
export const PUBLIC_KEY_FILE = 'head-office.json'

/**
 * Writes the files into a folder, the secret ones readable by their owner alone. Rejects with `EEXIST` where one is
 * there already: keys are never written over. Throws a ZodError for a name that is empty, longer than 200 letters or
 * has control characters.
 */
export async function makeHeadOfficeKeys(
  folder: string,
  { makesProgrammeKey = false, ...of }: { name: string; madeOn: Day; makesProgrammeKey?: boolean },
): Promise<HeadOfficeKey> {
  const signing = makeSigningKey()
  const identity = await generateX25519Identity()
  const ageRecipient = await identityToRecipient(identity)
  const key: HeadOfficeKey = { ...of, signingKeyText: signing.publicKeyText, ageRecipient }
  // Before anything is written: a name that cannot stand in the file, or a key that is there already.
  const publicText = writeHeadOfficeKeyFile(key)
  const files = [SIGNING_KEY_FILE, IDENTITY_FILE, PUBLIC_KEY_FILE, PROGRAMME_KEY_FILE].map((name) => join(folder, name))
  if (files.some((file) => existsSync(file))) throw Object.assign(new Error('Keys are there'), { code: 'EEXIST' })
  await mkdir(folder, { recursive: true })
  const secret = { flag: 'wx', mode: 0o600, flush: true }
  await writeFile(join(folder, SIGNING_KEY_FILE), signing.privateKeyText, secret)
  await writeFile(join(folder, IDENTITY_FILE), `# public key: ${ageRecipient}\n${identity}\n`, secret)
  if (makesProgrammeKey) {
    await writeFile(join(folder, PROGRAMME_KEY_FILE), writeProgrammeKeyFile(makeProgrammeKey()), secret)
  }
  await writeFile(join(folder, PUBLIC_KEY_FILE), publicText, { flag: 'wx', flush: true })
  return key
}
