/** Checks the signature over a package's tag manifest: by a known key of the office, and about this very closing. */

import { type ClosingDocument, trustedComment } from './closing-document.ts'
import type { FaultList } from './fault-list.ts'
import { type KnownKey, keysInFolder } from './keys-folder.ts'
import { minisigText, readMinisig, readPublicKey, verifyMinisig } from './signing-key.ts'

/**
 * Public keys of offices: some that are given, others in a folder as `<officeId>.pub`, `<officeId>.2.pub` and so on.
 */
export interface KnownKeys {
  knownKeys?: readonly KnownKey[] | undefined
  keysFolder?: string | null | undefined
}

export type SignatureState = 'good' | 'bad' | 'unknownKey' | 'revokedKey' | 'notChecked'

export const SIGNATURE_FILE = 'tagmanifest-sha256.txt.minisig'

export interface SignedPackage {
  tagManifest: Uint8Array
  /** The text of SIGNATURE_FILE; null where there is none. */
  minisig: string | null
  /** As the package's name says it; null where it has none. */
  officeId: string | null
  closing: ClosingDocument | null
}

/** Without any known keys the signature is only read, not checked. */
export async function checkSignature(
  { tagManifest, minisig: text, officeId, closing }: SignedPackage,
  keys: KnownKeys,
  faults: FaultList,
): Promise<SignatureState> {
  const bad = (detail: string): SignatureState => {
    faults.add('signature.bad', SIGNATURE_FILE, detail)
    return 'bad'
  }
  if (text === null) {
    faults.add('signature.missing', SIGNATURE_FILE, 'is missing')
    return 'bad'
  }
  const minisig = readMinisig(text)
  if (!minisig) return bad('is not a signature of minisign (prehashed)')
  // What minisign does not look at could carry anything: there is one way to write a signature.
  if (minisigText(minisig) !== text) bad('is written otherwise than this format writes it')
  if (closing && minisig.trustedComment !== trustedComment(closing)) bad('the trusted comment is not of this closing')
  if (closing && minisig.keyId !== closing.signerKeyId) bad(`by key ${minisig.keyId}, not ${closing.signerKeyId}`)
  const areKeysGiven = (keys.knownKeys?.length ?? 0) > 0 || typeof keys.keysFolder === 'string'
  if (!areKeysGiven) return faults.has('signature.bad') ? 'bad' : 'notChecked'
  const known = keysOf(officeId, keys)
  const key = known.find(({ keyId }) => keyId === minisig.keyId)
  if (!key) {
    const told = known.length > 0 ? `known is ${known.map(({ keyId }) => keyId).join(', ')}` : 'none is known'
    faults.add('signature.unknownKey', SIGNATURE_FILE, `by key ${minisig.keyId}; of office ${officeId} ${told}`)
    return 'unknownKey'
  }
  if (!verifyMinisig(tagManifest, minisig, key)) return bad(`is not by key ${key.keyId} over this tag manifest`)
  if (key.revokedAt !== null && closing && closing.closedAt > key.revokedAt) {
    const told = `by key ${key.keyId}, revoked at ${key.revokedAt}, closed at ${closing.closedAt}`
    faults.add('signature.revokedKey', SIGNATURE_FILE, told)
    return 'revokedKey'
  }
  return faults.has('signature.bad') ? 'bad' : 'good'
}

/** The keys of an office; of the same key first where it was revoked, and the earliest. */
function keysOf(officeId: string | null, { knownKeys = [], keysFolder }: KnownKeys) {
  if (officeId === null) return []
  const given = knownKeys.filter((known) => known.officeId === officeId)
  const inFolder = typeof keysFolder === 'string' ? keysInFolder(keysFolder, officeId) : []
  const keys = [...given, ...inFolder].flatMap(({ publicKeyText, revokedAt }) => {
    const key = readPublicKey(publicKeyText)
    return key ? [{ ...key, revokedAt }] : []
  })
  // Whoever knows of a revocation is believed: the same key may lie elsewhere without one.
  return keys.toSorted((one, other) => ((one.revokedAt ?? '~') < (other.revokedAt ?? '~') ? -1 : 1))
}
