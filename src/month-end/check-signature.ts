/** Checks the signature over a package's tag manifest: by a known key of the office, and about this very closing. */

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ClosingDocument, trustedComment } from './closing-document.ts'
import type { FaultList } from './fault-list.ts'
import { minisigText, type PublicKey, readMinisig, readPublicKey, verifyMinisig } from './signing-key.ts'

/** Public keys in minisign's format: some by office, others in a folder as `<officeId>.pub`. */
export interface KnownKeys {
  knownKeys?: ReadonlyMap<string, string> | undefined
  keysFolder?: string | null | undefined
}

export type SignatureState = 'good' | 'bad' | 'unknownKey' | 'notChecked'

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
  const areKeysGiven = (keys.knownKeys?.size ?? 0) > 0 || typeof keys.keysFolder === 'string'
  if (!areKeysGiven) return faults.has('signature.bad') ? 'bad' : 'notChecked'
  const key = officeId === null ? null : await knownKey(officeId, keys)
  if (!key || key.keyId !== minisig.keyId) {
    const known = key ? `known is ${key.keyId}` : 'none is known'
    faults.add('signature.unknownKey', SIGNATURE_FILE, `by key ${minisig.keyId}; of office ${officeId} ${known}`)
    return 'unknownKey'
  }
  if (!verifyMinisig(tagManifest, minisig, key)) return bad(`is not by key ${key.keyId} over this tag manifest`)
  return faults.has('signature.bad') ? 'bad' : 'good'
}

async function knownKey(officeId: string, { knownKeys, keysFolder }: KnownKeys): Promise<PublicKey | null> {
  const text = knownKeys?.get(officeId)
  if (text !== undefined) return readPublicKey(text)
  if (typeof keysFolder !== 'string') return null
  try {
    return readPublicKey(await readFile(join(keysFolder, `${officeId}.pub`), 'utf8'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
