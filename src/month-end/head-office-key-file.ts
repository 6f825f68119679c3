/**
 * Head office's public keys in one file that its offices take in: with one it signs its answers, to the other packages
 * are encrypted. Nothing of it is secret; that it is head office's is seen by its fingerprint, read over the telephone.
 */

import { z } from 'zod'
import { type Day, isDay } from '../domain/day.ts'
import { forbiddenText } from '../domain/vietnamese.ts'
import { recipientsIn } from './age-keys.ts'
import { fingerprintOf, keyBody, publicKeyFile, readPublicKey } from './signing-key.ts'

export const HEAD_OFFICE_KEY_FORMAT = 'so-tri-an-head-office-key/1'

export interface HeadOfficeKey {
  /** Whose keys these are, as people call it: "Công ty Điện lực Hà Nam". */
  name: string
  /** Checks its answers: a public key file as minisign writes it. */
  signingKeyText: string
  /** Packages are encrypted to it: an age X25519 recipient, `age1…`. */
  ageRecipient: string
  madeOn: Day
}

const keyFile = z.strictObject({
  format: z.literal(HEAD_OFFICE_KEY_FORMAT),
  name: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .refine((name) => forbiddenText(name) === null),
  signingKey: z.string().refine((body) => readPublicKey(body) !== null),
  ageRecipient: z.string().refine((text) => recipientsIn(text)?.length === 1),
  madeOn: z.string().refine(isDay),
})

/** The file's text; the same keys give the same text. */
export function writeHeadOfficeKeyFile({ name, signingKeyText, ageRecipient, madeOn }: HeadOfficeKey): string {
  const signingKey = keyBody(signingKeyText)
  const file = keyFile.parse({ format: HEAD_OFFICE_KEY_FORMAT, name, signingKey, ageRecipient, madeOn })
  return `${JSON.stringify(file, null, 1)}\n`.normalize('NFC')
}

/** Null where the text is no such file, or a key in it is none. */
export function readHeadOfficeKeyFile(text: string): HeadOfficeKey | null {
  const parsed = keyFile.safeParse(jsonOf(text))
  if (!parsed.success) return null
  const { name, signingKey, ageRecipient, madeOn } = parsed.data
  return { name, ageRecipient, madeOn, signingKeyText: publicKeyFile(signingKey) }
}

/**
 * What two people compare over the telephone: the first 128 bits of the SHA-256 of both public keys, in eight groups of
 * four hexadecimal capitals. Another file with the same cannot be made.
 */
export function headOfficeFingerprint({ signingKeyText, ageRecipient }: HeadOfficeKey): string {
  return fingerprintOf(`${keyBody(signingKeyText)}\n${ageRecipient}\n`)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
