/**
 * Whom packages are encrypted to, and with what an encrypted one is opened: text files as age itself reads them, in the
 * ledger's keys folder or where the clerk says.
 */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { identitiesIn, recipientsIn } from '../month-end/age-file.ts'
import { keysFolder, type OfficePlace } from './place.ts'

/** One age X25519 recipient a line: head office's and the office's own recovery key. */
export const RECIPIENTS_FILE = 'recipients.txt'
/** What opens packages here: the secret keys that belong to recipients. */
export const IDENTITIES_FILE = 'identities.txt'

/**
 * None where there is no such file; null where a line of it is no recipient or it has none at all, so that a file that
 * was emptied by mistake sends nothing out in the clear.
 */
export function packageRecipients(place: OfficePlace): string[] | null {
  const file = join(keysFolder(place), RECIPIENTS_FILE)
  if (!existsSync(file)) return []
  const recipients = recipientsIn(readFileSync(file, 'utf8'))
  return recipients?.length === 0 ? null : recipients
}

/** The secret keys of a file, or of the ledger's own where none is named; null where a line is no such key. */
export function packageIdentities(place: OfficePlace, file: string | null): string[] | null {
  const source = file ?? join(keysFolder(place), IDENTITIES_FILE)
  return file === null && !existsSync(source) ? [] : identitiesIn(readFileSync(source, 'utf8'))
}
