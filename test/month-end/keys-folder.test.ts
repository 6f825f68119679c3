/** A folder of public keys as head office keeps it, and what offices say of their keys. */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readRevocation, readRotation, writeRevocation, writeRotation } from '../../src/month-end/key-statements.ts'
import { isPublicKeyFile, keyFileStem, keysInFolder } from '../../src/month-end/keys-folder.ts'
import { readMinisig, readPublicKey, verifyMinisig } from '../../src/month-end/signing-key.ts'
import { freshFolder } from '../support/month-end.ts'
import { keyOfSeed } from '../support/month-end-content.ts'

const folder = freshFolder()
const [first, second, other] = [keyOfSeed(1), keyOfSeed(2), keyOfSeed(3)]
const REVOKED_AT = '2026-12-02T01:30:00.000Z'
const write = (name: string, text: string) => writeFileSync(join(folder, name), text)

describe('A folder of keys', () => {
  write('PC042.pub', first.publicKeyText)
  write('PC042.2.pub', second.publicKeyText)
  write('PC0421.pub', other.publicKeyText)
  write('PC043.pub', 'no key')
  write('readme.txt', first.publicKeyText)
  write('PC042.revocation.json', writeRevocation(revocation('PC042', first.keyId)))
  write('PC044.revocation.json', writeRevocation(revocation('PC044', second.keyId)))
  write('PC045.revocation.json', '{}')

  test('holds several keys of an office, each standing or revoked by that office', () => {
    expect(keysInFolder(folder)).toEqual([
      { officeId: 'PC042', publicKeyText: second.publicKeyText, revokedAt: null },
      { officeId: 'PC042', publicKeyText: first.publicKeyText, revokedAt: REVOKED_AT },
      { officeId: 'PC0421', publicKeyText: other.publicKeyText, revokedAt: null },
    ])
    expect(keysInFolder(folder, 'PC042')).toHaveLength(2)
    expect(keysInFolder(folder, 'PC043')).toEqual([])
    expect(keysInFolder(join(folder, 'gone'))).toEqual([])
  })

  test('hands on what is public, and nothing that may be secret', () => {
    const ofOffice = ['.pub', '.rotation.json', '.rotation.json.minisig', '.revocation.json']
    for (const ending of ofOffice) expect(isPublicKeyFile(`${keyFileStem('PC042', 2)}${ending}`), ending).toBe(true)
    for (const name of ['PC042.key.pem', 'PC042.identity.txt', 'secrets.sealed', 'secrets.sealed.old']) {
      expect(isPublicKeyFile(name), name).toBe(false)
    }
  })
})

describe('What an office says of its keys', () => {
  test('a rotation is signed by the old key and names the new one', () => {
    const facts = { officeId: 'PC042', newPublicKeyText: second.publicKeyText, rotatedAt: REVOKED_AT }
    const { json, minisig } = writeRotation(facts, first)
    expect(readRotation(json)).toEqual({ ...facts, oldKeyId: first.keyId, newKeyId: second.keyId })
    const signature = readMinisig(minisig)
    const old = readPublicKey(first.publicKeyText)
    expect(signature?.trustedComment).toBe(`so-tri-an-rotation/1 PC042 ${first.keyId} ${second.keyId}`)
    expect(signature && old && verifyMinisig(Buffer.from(json), signature, old)).toBe(true)
    expect(writeRotation(facts, first)).toEqual({ json, minisig })
  })

  test('is read only as it is written', () => {
    const facts = revocation('PC042', first.keyId)
    expect(readRevocation(writeRevocation(facts))).toEqual(facts)
    for (const text of ['', '[]', writeRevocation(facts).replace('revocation/1', 'revocation/2')]) {
      expect(readRevocation(text)).toBeNull()
      expect(readRotation(text)).toBeNull()
    }
    expect(() => writeRevocation({ ...facts, keyId: 'short' })).toThrow()
  })
})

function revocation(officeId: string, keyId: string) {
  return { officeId, keyId, revokedAt: REVOKED_AT, reason: 'Mất máy' }
}
