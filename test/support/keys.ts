/** A head office whose key an office takes in, as a person would: by its file and its fingerprint. */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from '../../src/contract/client.ts'
import { day } from '../../src/domain/day.ts'
import { headOfficeFingerprint, writeHeadOfficeKeyFile } from '../../src/month-end/head-office-key-file.ts'
import { makeRecoveryIdentity } from '../../src/month-end/recovery-identity.ts'
import { makeSigningKey } from '../../src/month-end/signing-key.ts'
import { granted } from './office.ts'
import { temporaryFolder } from './office-place.ts'

export const HEAD_OFFICE = 'Công ty Điện lực Đắk Lắk'

/** Keys that were just made, and their file for the offices. */
export function headOfficeKeys() {
  const signing = makeSigningKey()
  const { identity, recipient } = makeRecoveryIdentity()
  const madeOn = day('2026-10-01')
  const key = { name: HEAD_OFFICE, signingKeyText: signing.publicKeyText, ageRecipient: recipient, madeOn }
  const path = join(temporaryFolder(), 'head-office.json')
  writeFileSync(path, writeHeadOfficeKeyFile(key))
  return { signing, identity, recipient, path, fingerprint: headOfficeFingerprint(key) }
}

export async function takeInHeadOffice(client: Client) {
  const made = headOfficeKeys()
  const { path, fingerprint } = made
  granted(await client.command('keys.takeInHeadOfficeKey', { path, fingerprint }))
  return made
}
