/** A company whose ledger takes in what its offices send. */

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from '../../src/contract/client.ts'
import { writeProgrammeKeyFile } from '../../src/month-end/programme-key-file.ts'
import { officeIdOf } from './many-packages.ts'
import { keyOfSeed } from './month-end-content.ts'
import { granted } from './office.ts'

/** The programme's key of tests. */
export const programmeKey = new Uint8Array(32).fill(5)

/** Compares the fingerprint of a key's file and takes the key in, as an administrator does. */
export async function takeInKey(client: Client, path: string): Promise<void> {
  const { fingerprint } = granted(await client.job('inbox.readKey', { path }))
  granted(await client.job('inbox.takeInKey', { path, fingerprint }))
}

/** Takes in the public keys of offices 1 to `offices`. */
export async function takeInOfficeKeys(client: Client, folder: string, offices: number): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (let office = 1; office <= offices; office++) {
    const file = join(folder, `${officeIdOf(office)}.pub`)
    writeFileSync(file, keyOfSeed(office).publicKeyText)
    await takeInKey(client, file)
  }
}

export function programmeKeyFile(folder: string, key = programmeKey): string {
  const file = join(folder, 'programme-key.json')
  writeFileSync(file, writeProgrammeKeyFile(key))
  return file
}

/** Looks at a package and takes it in; answers what became of it. */
export async function takeIn(client: Client, path: string): Promise<string> {
  const { summary, state } = granted(await client.job('inbox.preview', { path }))
  if (!summary || state === 'faulty' || state === 'fork') return state
  return granted(await client.job('inbox.takeIn', { path, identity: summary.identity })).state
}
