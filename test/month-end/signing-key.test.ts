import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  makeSigningKey,
  readMinisig,
  readPublicKey,
  signingKey,
  signMinisig,
  verifyMinisig,
} from '../../src/month-end/signing-key.ts'
import { freshFolder, inside } from '../support/month-end.ts'
import { keyOfSeed, testKey } from '../support/month-end-content.ts'

const folder = freshFolder()
const message = Buffer.from('a tag manifest')

function verify(bytes: Uint8Array, signature: string, publicKeyText: string): boolean {
  const minisig = readMinisig(signature)
  const publicKey = readPublicKey(publicKeyText)
  return minisig !== null && publicKey !== null && verifyMinisig(bytes, minisig, publicKey)
}

describe('A signing key', () => {
  test('is kept as one text, from which all else follows', () => {
    const made = makeSigningKey()
    expect(signingKey(made.privateKeyText)).toEqual(made)
    expect(made.keyId).toMatch(/^[0-9A-F]{16}$/)
    expect(makeSigningKey().keyId).not.toBe(made.keyId)
  })

  test('signs, and its public key accepts that and nothing else', () => {
    const signature = signMinisig(message, testKey, 'so-tri-an/1 test')
    expect(readMinisig(signature)).toMatchObject({ keyId: testKey.keyId, trustedComment: 'so-tri-an/1 test' })
    expect(verify(message, signature, testKey.publicKeyText)).toBe(true)
    expect(verify(Buffer.from('another'), signature, testKey.publicKeyText)).toBe(false)
    expect(verify(message, signature, keyOfSeed(9).publicKeyText)).toBe(false)
    expect(verify(message, signature.replace('so-tri-an/1 test', 'so-tri-an/1 tesT'), testKey.publicKeyText)).toBe(
      false,
    )
  })

  test('signs the same bytes with the same signature', () => {
    expect(signMinisig(message, testKey, 'x')).toBe(signMinisig(message, testKey, 'x'))
  })
})

test('No changed character of a signature file passes, save in the comment nobody signs', () => {
  const signature = signMinisig(message, testKey, 'a comment')
  const start = signature.indexOf('\n') + 1
  fc.assert(
    fc.property(
      fc.integer({ min: start, max: signature.length - 2 }),
      fc.constantFrom('A', 'b', '/', '=', '\n'),
      (at, other) => {
        const changed = signature.slice(0, at) + other + signature.slice(at + 1)
        expect(verify(message, changed, testKey.publicKeyText)).toBe(changed === signature)
      },
    ),
    { numRuns: 500 },
  )
})

const hasMinisign = spawnSync('minisign', ['-v']).error === undefined
if (!hasMinisign) console.warn('minisign is not installed: its signatures were not compared with ours')

test.runIf(hasMinisign)('A signature that minisign made is read, and its key', () => {
  const place = inside(folder)
  const at = (name: string) => join(place, name)
  writeFileSync(at('message'), message)
  execFileSync('minisign', ['-G', '-W', '-p', at('key.pub'), '-s', at('key.sec')])
  execFileSync('minisign', ['-S', '-W', '-s', at('key.sec'), '-m', at('message'), '-t', 'from minisign'])
  const signature = readFileSync(at('message.minisig'), 'utf8')
  expect(readMinisig(signature)?.trustedComment).toBe('from minisign')
  expect(verify(message, signature, readFileSync(at('key.pub'), 'utf8'))).toBe(true)
})

test.runIf(hasMinisign)('minisign accepts our signatures and names the same key', () => {
  const place = inside(folder)
  writeFileSync(join(place, 'm'), message)
  writeFileSync(join(place, 'm.minisig'), signMinisig(message, testKey, 'tiếng Việt'))
  writeFileSync(join(place, 'k.pub'), testKey.publicKeyText)
  const { status, stdout } = spawnSync('minisign', ['-V', '-p', 'k.pub', '-m', 'm'], { cwd: place, encoding: 'utf8' })
  expect(status).toBe(0)
  expect(stdout).toContain('tiếng Việt')
})
