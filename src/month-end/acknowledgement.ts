/**
 * Head office's answer to a package: a small JSON file `<package>.receipt.json`, signed with minisign beside it. It
 * names the package by its identity, so it holds for those very bytes and no others.
 */

import { z } from 'zod'
import { isPeriod } from '../domain/period.ts'
import { forbiddenText } from '../domain/vietnamese.ts'
import { type PublicKey, readMinisig, type SigningKey, signMinisig, verifyMinisig } from './signing-key.ts'

export const ACKNOWLEDGEMENT_FORMAT = 'so-tri-an-acknowledgement/1'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const line = z
  .string()
  .min(1)
  .max(1000)
  .refine((value) => forbiddenText(value) === null)

/** A household that another office has helped, too: by the keyed hash of its citizen ID, never by name. */
const conflict = z.strictObject({
  citizenIdHmac: sha256,
  officeId: line,
  period: z.string().refine(isPeriod),
  figure: z.enum(['gifts', 'repairs']),
})
export type Conflict = z.infer<typeof conflict>

const conflictList = z.array(conflict).max(100_000)

export const acknowledgement = z
  .strictObject({
    format: z.literal(ACKNOWLEDGEMENT_FORMAT),
    packageName: z.string().regex(/^[A-Z0-9]{2,12}_\d{4}-\d\d_r\d{1,3}$/),
    packageIdentity: sha256,
    verdict: z.enum(['accepted', 'rejected']),
    /** Why a package is rejected: in words, or codes of the check; none where it is accepted. */
    reasons: z.array(line).max(200),
    conflicts: conflictList,
    decidedAt: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    decidedBy: line,
  })
  .refine(({ verdict, reasons }) => (verdict === 'rejected') === reasons.length > 0, { path: ['reasons'] })
export type Acknowledgement = z.infer<typeof acknowledgement>

export function acknowledgementFile(packageName: string): string {
  return `${packageName}.receipt.json`
}

/** Where whoever compares offices lays the conflicts of a package, for the answer to carry. */
export function conflictsFile(packageName: string): string {
  return `${packageName}.conflicts.json`
}

/** The text of that file: a JSON list as an answer has it. */
export function writeConflicts(conflicts: readonly Conflict[]): string {
  return `${JSON.stringify(conflictList.parse(conflicts), null, 1)}\n`
}

/** Null where the bytes are no such list. */
export function readConflicts(json: Uint8Array): Conflict[] | null {
  return conflictList.safeParse(jsonOf(json)).data ?? null
}

/** What the signature's trusted comment says, so that minisign shows it to whoever checks by hand. */
function trustedComment({ packageName, packageIdentity, verdict }: Acknowledgement): string {
  return `${ACKNOWLEDGEMENT_FORMAT} ${packageName} ${verdict} ${packageIdentity}`
}

/** The file and its signature; the same answer gives the same bytes. */
export function writeAcknowledgement(answer: Acknowledgement, key: SigningKey): { json: string; minisig: string } {
  const json = `${JSON.stringify(acknowledgement.parse(answer), null, 1)}\n`.normalize('NFC')
  return { json, minisig: signMinisig(Buffer.from(json), key, trustedComment(answer)) }
}

export type AcknowledgementReading =
  | { kind: 'good'; acknowledgement: Acknowledgement; signerKeyId: string }
  | { kind: 'notOne' }
  | { kind: 'unknownKey' | 'badSignature'; signerKeyId: string }

/** Reads an answer and holds its signature to the keys of head office that are trusted; a rubbish file is `notOne`. */
export function readAcknowledgement(
  json: Uint8Array,
  minisigText: string,
  trustedKeys: readonly PublicKey[],
): AcknowledgementReading {
  const minisig = readMinisig(minisigText)
  const parsed = acknowledgement.safeParse(jsonOf(json))
  if (!minisig || !parsed.success) return { kind: 'notOne' }
  const key = trustedKeys.find(({ keyId }) => keyId === minisig.keyId)
  if (!key) return { kind: 'unknownKey', signerKeyId: minisig.keyId }
  const isGood = verifyMinisig(json, minisig, key) && minisig.trustedComment === trustedComment(parsed.data)
  if (!isGood) return { kind: 'badSignature', signerKeyId: minisig.keyId }
  return { kind: 'good', acknowledgement: parsed.data, signerKeyId: minisig.keyId }
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return null
  }
}
