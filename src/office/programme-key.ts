/** The programme's key: handed out by the corporation, kept with the office's own secrets. */

import { readProgrammeKeyFile, writeProgrammeKeyFile } from '../month-end/programme-key-file.ts'
import type { OfficePlace } from './place.ts'

const NAME = 'programme-key.secret'

/**
 * Null where none was taken in, or where its file was spoilt: it can be taken in again. Throws Unavailable in a
 * terminal where the window sealed it.
 */
export function programmeKey({ keyStore }: OfficePlace): Uint8Array | null {
  const text = keyStore.names().includes(NAME) ? keyStore.read(NAME) : null
  return text === null ? null : readProgrammeKeyFile(text)
}

export function keepProgrammeKey({ keyStore }: OfficePlace, key: Uint8Array): void {
  keyStore.keep(NAME, writeProgrammeKeyFile(key))
}
