/** The office's own identity is one that age itself knows, and follows from its secret bytes. */

import { identityToRecipient } from 'age-encryption'
import { expect, test } from 'vitest'
import { makeRecoveryIdentity, recoveryIdentityOf, secretOfIdentity } from '../../src/month-end/recovery-identity.ts'
import { makeSigningKey, seedOfSigningKey, signingKeyOfSeed } from '../../src/month-end/signing-key.ts'

test('an identity has the recipient that age gives it, and comes back from its secret', async () => {
  for (let made = 0; made < 20; made += 1) {
    const { identity, recipient } = makeRecoveryIdentity()
    expect(await identityToRecipient(identity)).toBe(recipient)
    expect(recoveryIdentityOf(secretOfIdentity(identity))).toEqual({ identity, recipient })
  }
  expect(() => secretOfIdentity('AGE-SECRET-KEY-1QQ')).toThrow()
})

test('a signing key comes back from its seed', () => {
  const key = makeSigningKey()
  expect(signingKeyOfSeed(seedOfSigningKey(key))).toEqual(key)
})
