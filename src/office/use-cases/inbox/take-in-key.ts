/**
 * Takes in the public key of an office, so that its packages can be checked; that one of its keys no longer counts; or
 * the programme's key, so that its people can be compared. What a person compared first is the fingerprint; it must be
 * that of the file still.
 */

import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { KeyFile } from '../../../contract/inbox.ts'
import { type Refusal, refusal } from '../../../domain/refusal.ts'
import { writeDurably } from '../../../ledger/durable-file.ts'
import { forgetOwnHashes, notePeople } from '../../../ledger/inbox.ts'
import { readRevocation, readRotation } from '../../../month-end/key-statements.ts'
import { type KnownKey, keyFileStem, keysInFolder, officeOfKeyFile } from '../../../month-end/keys-folder.ts'
import { programmeKeyFingerprint, readProgrammeKeyFile } from '../../../month-end/programme-key-file.ts'
import { keyFingerprint, readMinisig, readPublicKey, verifyMinisig } from '../../../month-end/signing-key.ts'
import { type Commanding, done, type JobHandler, refused } from '../../handler.ts'
import { keysFolder, type OfficePlace } from '../../place.ts'
import { keepProgrammeKey, programmeKey } from '../../programme-key.ts'
import { hmacOfHousehold } from '../../received-people.ts'

/** A key has some hundred bytes. */
const LARGEST_BYTES = 64 * 1024

type KeyReading =
  | { kind: 'programme'; key: Uint8Array; fingerprint: string }
  | { kind: 'office'; officeId: string; keyText: string; fingerprint: string }
  | { kind: 'revocation'; officeId: string; keyText: string; fingerprint: string }

function readKey(path: string): KeyReading | { refusal: Refusal } {
  const fileName = basename(path)
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats?.isFile()) return refused(refusal('file.missing', { fileName }))
  const keyText = stats.size > LARGEST_BYTES ? '' : readFileSync(path, 'utf8')
  const key = readProgrammeKeyFile(keyText)
  if (key) return { kind: 'programme', key, fingerprint: programmeKeyFingerprint(key) }
  const revocation = readRevocation(keyText)
  if (revocation) return { kind: 'revocation', officeId: revocation.officeId, keyText, fingerprint: revocation.keyId }
  const officeId = officeOfKeyFile(fileName)
  if (officeId === null || !readPublicKey(keyText)) return refused(refusal('inbox.notAKey', { fileName }))
  return { kind: 'office', officeId, keyText, fingerprint: keyFingerprint(keyText) }
}

/** How the key stands to what is kept: a further key of an office joins those before, which its older packages need. */
function compared(place: OfficePlace, path: string, reading: KeyReading): KeyFile {
  const { kind, fingerprint } = reading
  if (kind === 'programme') {
    const kept = programmeKey(place)
    const state = !kept ? 'new' : programmeKeyFingerprint(kept) === fingerprint ? 'known' : 'another'
    return { kind, officeId: null, fingerprint, state }
  }
  const { officeId } = reading
  const kept = keysInFolder(keysFolder(place), officeId)
  if (kind === 'revocation') {
    const isKnown = kept.some(
      (key) => key.revokedAt !== null && readPublicKey(key.publicKeyText)?.keyId === fingerprint,
    )
    return { kind, officeId, fingerprint, state: isKnown ? 'known' : 'new' }
  }
  const isKnown = kept.some(({ publicKeyText }) => keyFingerprint(publicKeyText) === fingerprint)
  const another = isVouchedFor(path, reading.keyText, kept) ? 'vouched' : 'another'
  const state = isKnown ? 'known' : kept.length > 0 ? another : 'new'
  return { kind, officeId, fingerprint, state }
}

/** Whether a rotation lies beside the key's file, signed by a key of the office that stands. */
function isVouchedFor(path: string, keyText: string, kept: readonly KnownKey[]): boolean {
  const file = path.replace(/\.pub$/, '.rotation.json')
  if (!existsSync(file) || !existsSync(`${file}.minisig`)) return false
  const json = readFileSync(file)
  const rotation = readRotation(json.toString('utf8'))
  const minisig = readMinisig(readFileSync(`${file}.minisig`, 'utf8'))
  if (!rotation || !minisig || keyFingerprint(rotation.newPublicKeyText) !== keyFingerprint(keyText)) return false
  return kept.some(({ publicKeyText, revokedAt }) => {
    const key = readPublicKey(publicKeyText)
    return key !== null && revokedAt === null && key.keyId === rotation.oldKeyId && verifyMinisig(json, minisig, key)
  })
}

/** A key beside those that the office had before, under the next free number; a revocation under its key's id. */
function keepOfficeFile(
  place: OfficePlace,
  { kind, officeId, keyText, fingerprint }: Exclude<KeyReading, { kind: 'programme' }>,
): void {
  const folder = keysFolder(place)
  mkdirSync(folder, { recursive: true })
  if (kind === 'revocation') {
    writeDurably(join(folder, `${officeId}.${fingerprint}.revocation.json`), keyText)
    return
  }
  let number = 1
  while (existsSync(join(folder, `${keyFileStem(officeId, number)}.pub`))) number += 1
  writeDurably(join(folder, `${keyFileStem(officeId, number)}.pub`), keyText)
}

export const readKeyFile: JobHandler<'inbox.readKey'> = async ({ place }, { path }) => {
  const reading = readKey(path)
  if ('refusal' in reading) return reading
  return done(compared(place, path, reading))
}

export const takeInKey: JobHandler<'inbox.takeInKey'> = async ({ place, commit }, { path, fingerprint }) => {
  const reading = readKey(path)
  if ('refusal' in reading) return reading
  if (reading.fingerprint !== fingerprint) return refused(refusal('inbox.keyChanged', { fileName: basename(path) }))
  const { state, ...taken } = compared(place, path, reading)
  return commit((commanding) => {
    if (reading.kind === 'programme') keepAndHash(commanding, reading.key)
    else if (state !== 'known') keepOfficeFile(place, reading)
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
