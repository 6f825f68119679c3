/** The programme's key: handed out by the corporation, kept in the keys folder, readable by its owner alone. */

import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeDurably } from '../ledger/durable-file.ts'
import { readProgrammeKeyFile, writeProgrammeKeyFile } from '../month-end/programme-key-file.ts'
import { keysFolder, type OfficePlace } from './place.ts'

function programmeKeyFile(place: OfficePlace): string {
  return join(keysFolder(place), 'programme-key.json')
}

/** Null where none was taken in, or where its file was spoilt: it can be taken in again. */
export function programmeKey(place: OfficePlace): Uint8Array | null {
  const file = programmeKeyFile(place)
  return existsSync(file) ? readProgrammeKeyFile(readFileSync(file, 'utf8')) : null
}

export function keepProgrammeKey(place: OfficePlace, key: Uint8Array): void {
  mkdirSync(keysFolder(place), { recursive: true })
  writeDurably(programmeKeyFile(place), writeProgrammeKeyFile(key), 0o600)
}
