/** A new key for the office: in the place of one that is only old, or of one that must not count any more. */

import { dayInVietnam } from '../../../domain/day.ts'
import { refusal } from '../../../domain/refusal.ts'
import { officeKeyInForce, officeKeysOf, revokeOfficeKey } from '../../../ledger/keys.ts'
import { type CommandHandler, done, refused } from '../../handler.ts'
import { makeOfficeKey, privateKeysOf, writePublicFiles, writeRotations } from '../../office-keys.ts'
import { personOf } from '../../session.ts'

export const rotateKeys: CommandHandler<'keys.rotate'> = (commanding) => {
  const { reader, writer, place } = commanding
  const old = officeKeyInForce(reader)
  // A key in force vouches for the new one, so it must be here; one that is gone is revoked first.
  if (old) privateKeysOf(reader, place, old.keyId)
  const { signing } = makeOfficeKey(commanding, personOf(commanding).personId)
  writeRotations(writer, place)
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
