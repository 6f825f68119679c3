/** Answers about keys: those of the office, those of head office, and what protects the private ones. */

import { headOfficeKeysOf, officeKeysOf } from '../../ledger/keys.ts'
import { officeOf } from '../../ledger/office-record.ts'
import { lastPrintedAt } from '../../ledger/printings.ts'
import { headOfficeFingerprint } from '../../month-end/head-office-key-file.ts'
import { keyFingerprint } from '../../month-end/signing-key.ts'
import { done, type QueryHandler } from '../handler.ts'
import { findPrivateKeys } from '../office-keys.ts'

interface Revoked {
  revokedAt: string | null
  revokedBy: string | null
  reason: string | null
}

function revocationOf({ revokedAt, revokedBy, reason }: Revoked) {
  return revokedAt === null ? null : { revokedAt, revokedBy: revokedBy ?? '', reason: reason ?? '' }
}

export const describeKeys: QueryHandler<'keys.describe'> = ({ reader, place }) => {
  const { officeCode } = officeOf(reader)
  const { protection } = place.keyStore
  const officeKeys = officeKeysOf(reader).map((key, index) => {
    const { keyId, keyNumber, publicKey, madeAt, madeBy } = key
    const revocation = revocationOf(key)
    return {
      keyId,
      fingerprint: keyFingerprint(publicKey),
      state: revocation ? ('revoked' as const) : index === 0 ? ('inForce' as const) : ('replaced' as const),
      madeAt,
      madeBy,
      revocation,
      isHere: protection !== 'shut' && findPrivateKeys(place, officeCode, keyNumber) !== null,
      sheetPrintedAt: lastPrintedAt(reader, { documentKind: 'recoverySheet', documentId: keyId }),
    }
  })
  const headOfficeKeys = headOfficeKeysOf(reader).map((key) => {
    const { keyId, name, signingKey: signingKeyText, ageRecipient, madeOn, takenInAt, takenInBy } = key
    const fingerprint = headOfficeFingerprint({ name, signingKeyText, ageRecipient, madeOn })
    return { keyId, name, fingerprint, madeOn, takenInAt, takenInBy, revocation: revocationOf(key) }
  })
  return done({ protection, officeKeys, headOfficeKeys })
}
