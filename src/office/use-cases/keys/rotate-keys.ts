/** A new key for the office: in the place of one that is only old, or of one that must not count any more. */

import { dayInVietnam } from '../../../domain/day.ts'
import { refusal } from '../../../domain/refusal.ts'
import { officeKeyInForce, officeKeysOf, revokeOfficeKey } from '../../../ledger/keys.ts'
import { officeOf } from '../../../ledger/office-record.ts'
import { writeRotation } from '../../../month-end/key-statements.ts'
import { type CommandHandler, done, refused } from '../../handler.ts'
import { makeOfficeKey, privateKeysOf, writeKeyFile, writePublicFiles } from '../../office-keys.ts'
import { personOf } from '../../session.ts'

export const rotateKeys: CommandHandler<'keys.rotate'> = (commanding) => {
  const { reader, place, now } = commanding
  const { officeCode } = officeOf(reader)
  const old = officeKeyInForce(reader)
  const oldKey = old && privateKeysOf(reader, place, old.keyId).signing
  const { keyNumber, signing } = makeOfficeKey(commanding, personOf(commanding).personId)
  if (oldKey) {
    const facts = { officeId: officeCode, newPublicKeyText: signing.publicKeyText, rotatedAt: now }
    const { json, minisig } = writeRotation(facts, oldKey)
    writeKeyFile(place, { officeCode, keyNumber }, '.rotation.json', json)
    writeKeyFile(place, { officeCode, keyNumber }, '.rotation.json.minisig', minisig)
  }
  return done({ keyId: signing.keyId }, signing.keyId)
}

export const revokeOwnKey: CommandHandler<'keys.revoke'> = (commanding, { keyId, reason }) => {
  const { reader, writer, place, now } = commanding
  const { personId } = personOf(commanding)
  const inForce = officeKeyInForce(reader)
  const key = officeKeysOf(reader).find((known) => known.keyId === keyId)
  if (!key) return refused(refusal('officeKey.unknown', { keyId }))
  const { keyNumber, revokedAt } = key
  if (revokedAt !== null) {
    return refused(refusal('officeKey.revoked', { keyId, revokedOn: dayInVietnam(Date.parse(revokedAt)) }))
  }
  revokeOfficeKey(writer, { keyNumber, reason, revokedAt: now, personId })
  const stays = inForce && inForce.keyId !== keyId ? inForce.keyId : null
  const keyInForce = stays ?? makeOfficeKey(commanding, personId).signing.keyId
  writePublicFiles(writer, place)
  return done({ keyInForce }, keyId)
}
