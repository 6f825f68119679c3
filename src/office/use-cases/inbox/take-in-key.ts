/**
 * Takes in the public key of an office, so that its packages can be checked, or the programme's key, so that its people
 * can be compared. What a person compared first is the fingerprint; it must be that of the file still.
 */

import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { KeyFile } from '../../../contract/inbox.ts'
import { type Refusal, refusal } from '../../../domain/refusal.ts'
import { writeDurably } from '../../../ledger/durable-file.ts'
import { forgetOwnHashes, notePeople } from '../../../ledger/inbox.ts'
import { publicKeyFingerprint } from '../../../month-end/head-office-key-file.ts'
import { programmeKeyFingerprint, readProgrammeKeyFile } from '../../../month-end/programme-key-file.ts'
import { readPublicKey } from '../../../month-end/signing-key.ts'
import { type Commanding, done, type JobHandler, refused } from '../../handler.ts'
import { keysFolder, type OfficePlace } from '../../place.ts'
import { keepProgrammeKey, programmeKey } from '../../programme-key.ts'
import { hmacOfHousehold } from '../../received-people.ts'

/** A key has some hundred bytes. */
const LARGEST_BYTES = 64 * 1024

type KeyReading =
  | { kind: 'programme'; key: Uint8Array; fingerprint: string }
  | { kind: 'office'; officeId: string; keyText: string; fingerprint: string }

function readKey(path: string): KeyReading | { refusal: Refusal } {
  const fileName = basename(path)
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats?.isFile()) return refused(refusal('file.missing', { fileName }))
  const keyText = stats.size > LARGEST_BYTES ? '' : readFileSync(path, 'utf8')
  const key = readProgrammeKeyFile(keyText)
  if (key) return { kind: 'programme', key, fingerprint: programmeKeyFingerprint(key) }
  const officeId = /^([A-Z0-9]{2,12})\.pub$/.exec(fileName)?.[1]
  if (!officeId || !readPublicKey(keyText)) return refused(refusal('inbox.notAKey', { fileName }))
  return { kind: 'office', officeId, keyText, fingerprint: publicKeyFingerprint(keyText) }
}

function officeKeyFile(place: OfficePlace, officeId: string): string {
  return join(keysFolder(place), `${officeId}.pub`)
}

/** How the key stands to the one that is kept; the office's key is not replaced by another here. */
function compared(place: OfficePlace, reading: KeyReading): KeyFile | { refusal: Refusal } {
  const { kind, fingerprint } = reading
  if (kind === 'programme') {
    const kept = programmeKey(place)
    const state = !kept ? 'new' : programmeKeyFingerprint(kept) === fingerprint ? 'known' : 'another'
    return { kind, officeId: null, fingerprint, state }
  }
  const { officeId } = reading
  const file = officeKeyFile(place, officeId)
  if (!existsSync(file)) return { kind, officeId, fingerprint, state: 'new' }
  const keptText = readFileSync(file, 'utf8')
  if (publicKeyFingerprint(keptText) === fingerprint) return { kind, officeId, fingerprint, state: 'known' }
  const keyId = readPublicKey(keptText)?.keyId ?? ''
  return refused(refusal('inbox.otherOfficeKey', { officeId, keyId }))
}

export const readKeyFile: JobHandler<'inbox.readKey'> = async ({ place }, { path }) => {
  const reading = readKey(path)
  if ('refusal' in reading) return reading
  const found = compared(place, reading)
  return 'refusal' in found ? found : done(found)
}

export const takeInKey: JobHandler<'inbox.takeInKey'> = async ({ place, commit }, { path, fingerprint }) => {
  const reading = readKey(path)
  if ('refusal' in reading) return reading
  if (reading.fingerprint !== fingerprint) return refused(refusal('inbox.keyChanged', { fileName: basename(path) }))
  const found = compared(place, reading)
  if ('refusal' in found) return found
  const { state: _state, ...taken } = found
  return commit((commanding) => {
    if (reading.kind === 'programme') keepAndHash(commanding, reading.key)
    else {
      mkdirSync(keysFolder(place), { recursive: true })
      writeDurably(officeKeyFile(place, reading.officeId), reading.keyText)
    }
    return done(taken, taken.officeId ?? taken.fingerprint)
  })
}

/** Full packages that came before the key are hashed now; hashes of another key would find nobody. */
function keepAndHash({ place, writer }: Commanding, key: Uint8Array): void {
  for (const identity of forgetOwnHashes(writer)) {
    notePeople(writer, identity, (household) => hmacOfHousehold(household, key))
  }
  keepProgrammeKey(place, key)
}
