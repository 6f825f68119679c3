/**
 * Brings the private keys back from their recovery sheet: on a new computer, or where the old one lost them. A revoked
 * key comes back, too: the packages of its months are opened by it, and a month it closed is packaged by it.
 */

import { readRecoveryCode } from '../../../domain/recovery-code.ts'
import { refusal } from '../../../domain/refusal.ts'
import { officeKeysOf } from '../../../ledger/keys.ts'
import { officeOf } from '../../../ledger/office-record.ts'
import { recoveryIdentityOf } from '../../../month-end/recovery-identity.ts'
import { signingKeyOfSeed } from '../../../month-end/signing-key.ts'
import { type CommandHandler, done, refused } from '../../handler.ts'
import { keepPrivateKeys, writePublicFiles, writeRotations } from '../../office-keys.ts'

export const restoreKeys: CommandHandler<'keys.restore'> = ({ reader, place }, input) => {
  const seed = readRecoveryCode('signingKey', input.signingKey)
  if ('refusal' in seed) return seed
  const secret = readRecoveryCode('recoveryIdentity', input.recoveryIdentity)
  if ('refusal' in secret) return secret
  const signing = signingKeyOfSeed(seed.secret)
  const { identity, recipient } = recoveryIdentityOf(secret.secret)
  const { keyId } = signing
  const { officeCode, officeName } = officeOf(reader)
  const key = officeKeysOf(reader).find((known) => known.publicKey === signing.publicKeyText)
  if (key?.recoveryRecipient !== recipient) {
    return refused(refusal('recoverySheet.otherOffice', { keyId, officeName }))
  }
  keepPrivateKeys(place, { officeCode, keyNumber: key.keyNumber }, { signing, identity })
  writePublicFiles(reader, place)
  writeRotations(reader, place)
  return done({ keyId }, keyId)
}
