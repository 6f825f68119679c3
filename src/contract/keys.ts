/**
 * Keys: the office's own, with which it signs its packages and opens them again, and head office's, to which packages
 * are encrypted and by which answers are believed. Private keys never come over the contract but for those on a
 * recovery sheet that is typed in.
 */

import { z } from 'zod'
import { command, job, query } from './call.ts'
import { printed } from './papers.ts'
import { day, instant, nothing, text } from './schemas.ts'
import { KEY_PROTECTIONS } from './sealing.ts'

/** As minisign prints it. */
const keyId = z.string().regex(/^[0-9A-F]{16}$/, 'malformed')
/** Eight groups of four hexadecimal capitals. */
const fingerprint = z.string().regex(/^[0-9A-F]{4}( [0-9A-F]{4}){7}$/, 'malformed')
const revocation = z.object({ revokedAt: instant, revokedBy: z.string(), reason: z.string() }).nullable()

const officeKey = z.object({
  keyId,
  fingerprint,
  /** In force, replaced by a later key and still good for what it signed, or revoked. */
  state: z.enum(['inForce', 'replaced', 'revoked']),
  madeAt: instant,
  /** Null for a key from before keys were kept in the ledger. */
  madeBy: z.string().nullable(),
  revocation,
  /** Whether both private keys can be used on this computer. */
  isHere: z.boolean(),
  /** When its recovery sheet was last printed; null where it never was. */
  sheetPrintedAt: instant.nullable(),
})
export type OfficeKey = z.output<typeof officeKey>

const headOfficeKey = z.object({
  keyId,
  name: z.string(),
  fingerprint,
  madeOn: day,
  takenInAt: instant,
  takenInBy: z.string(),
  revocation,
})
export type HeadOfficeKeyLine = z.output<typeof headOfficeKey>

const reason = text(300)
/** Longer than any code with room between its groups. */
const recoveryCode = z.string().min(1, 'required').max(400, 'tooLong')

export const keyCalls = {
  'keys.describe': query({
    permission: 'ledger.read',
    input: nothing,
    output: z.object({
      protection: z.enum(KEY_PROTECTIONS),
      officeKeys: z.array(officeKey),
      headOfficeKeys: z.array(headOfficeKey),
    }),
  }),
  /**
   * Both private keys as a paper for the safe. Its file is removed by `keys.removeSheet`, or when the ledger opens
   * next.
   */
  'keys.printRecoverySheet': job({ permission: 'people.manage', topics: ['keys'], input: nothing, output: printed }),
  /** Removes the files of recovery sheets once they were printed. */
  'keys.removeSheet': command({ permission: 'people.manage', topics: ['keys'], input: nothing, output: nothing }),
  /** The form by which head office comes to know the key: signed and stamped on paper. */
  'keys.printRegistration': job({ permission: 'people.manage', input: nothing, output: printed }),
  /** Copies what is public of the office's keys to a folder, for head office. */
  'keys.export': job({
    permission: 'people.manage',
    input: z.object({ folder: text(2000) }),
    output: z.object({ folder: z.string(), fileNames: z.array(z.string()).min(1) }),
  }),
  /** A new key takes the place of the one in force, which signs that it does. */
  'keys.rotate': command({
    permission: 'people.manage',
    topics: ['keys'],
    input: nothing,
    output: z.object({ keyId }),
  }),
  /** The key counts no longer for what is closed from now on. Where it was in force a new one is made. */
  'keys.revoke': command({
    permission: 'people.manage',
    topics: ['keys'],
    input: z.object({ keyId, reason }),
    output: z.object({ keyInForce: keyId }),
  }),
  /** Brings both private keys back from a recovery sheet: on a new computer, or where they were lost. */
  'keys.restore': command({
    permission: 'people.manage',
    topics: ['keys'],
    isInputSecret: true,
    input: z.object({ signingKey: recoveryCode, recoveryIdentity: recoveryCode }),
    output: z.object({ keyId }),
  }),
  /** What a file of head office's keys says, for its fingerprint to be compared before it is taken in. */
  'keys.readHeadOfficeKey': job({
    permission: 'people.manage',
    input: z.object({ path: text(2000) }),
    output: z.object({ name: z.string(), keyId, fingerprint, madeOn: day }),
  }),
  /** Takes the file in if it still has the fingerprint that was compared. */
  'keys.takeInHeadOfficeKey': command({
    permission: 'people.manage',
    topics: ['keys'],
    input: z.object({ path: text(2000), fingerprint }),
    output: z.object({ keyId }),
  }),
  /** Nothing is encrypted to the key any more, and no answer by it is believed. */
  'keys.revokeHeadOfficeKey': command({
    permission: 'people.manage',
    topics: ['keys'],
    input: z.object({ keyId, reason }),
    output: nothing,
  }),
}
