/** Takes in head office's public keys once a person has compared their fingerprint, and takes them back. */

import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { dayInVietnam } from '../../../domain/day.ts'
import { type Refusal, refusal } from '../../../domain/refusal.ts'
import { addHeadOfficeKey, headOfficeKeysOf, revokeHeadOfficeKey } from '../../../ledger/keys.ts'
import {
  type HeadOfficeKey,
  headOfficeFingerprint,
  readHeadOfficeKeyFile,
} from '../../../month-end/head-office-key-file.ts'
import { readPublicKey } from '../../../month-end/signing-key.ts'
import { type CommandHandler, done, type JobHandler, refused } from '../../handler.ts'
import { personOf } from '../../session.ts'

/** Ten times what such a file takes. */
const LARGEST_BYTES = 10_000

interface KeyOfFile {
  key: HeadOfficeKey
  keyId: string
  fingerprint: string
}

function readKeyFile(path: string): KeyOfFile | { refusal: Refusal } {
  const fileName = basename(path)
  if (!existsSync(path)) return refused(refusal('file.missing', { fileName }))
  const key = statSync(path).size > LARGEST_BYTES ? null : readHeadOfficeKeyFile(readFileSync(path, 'utf8'))
  const keyId = key && readPublicKey(key.signingKeyText)?.keyId
  if (!key || !keyId) return refused(refusal('headOfficeKey.notOne', { fileName }))
  return { key, keyId, fingerprint: headOfficeFingerprint(key) }
}

export const readHeadOfficeKey: JobHandler<'keys.readHeadOfficeKey'> = async (_working, { path }) => {
  const read = readKeyFile(path)
  if ('refusal' in read) return read
  const { key, keyId, fingerprint } = read
  return done({ name: key.name, keyId, fingerprint, madeOn: key.madeOn })
}

export const takeInHeadOfficeKey: CommandHandler<'keys.takeInHeadOfficeKey'> = (commanding, { path, fingerprint }) => {
  const { reader, writer, now } = commanding
  const read = readKeyFile(path)
  if ('refusal' in read) return read
  const { key, keyId } = read
  if (read.fingerprint !== fingerprint) return refused(refusal('headOfficeKey.changed', { fileName: basename(path) }))
  const known = headOfficeKeysOf(reader).find((one) => one.keyId === keyId)
  if (known?.revokedAt) {
    const revokedOn = dayInVietnam(Date.parse(known.revokedAt))
    return refused(refusal('headOfficeKey.revoked', { name: known.name, revokedOn }))
  }
  if (known) {
    const takenInOn = dayInVietnam(Date.parse(known.takenInAt))
    return refused(refusal('headOfficeKey.known', { name: known.name, takenInOn }))
  }
  const { name, signingKeyText: signingKey, ageRecipient, madeOn } = key
  const { personId } = personOf(commanding)
  addHeadOfficeKey(writer, { keyId, name, signingKey, ageRecipient, madeOn, takenInAt: now, personId })
  return done({ keyId }, keyId)
}

export const revokeKeyOfHeadOffice: CommandHandler<'keys.revokeHeadOfficeKey'> = (commanding, { keyId, reason }) => {
  const { reader, writer, now } = commanding
  const key = headOfficeKeysOf(reader).find((known) => known.keyId === keyId)
  if (!key) return refused(refusal('headOfficeKey.unknown', { keyId }))
  if (key.revokedAt !== null) {
    const revokedOn = dayInVietnam(Date.parse(key.revokedAt))
    return refused(refusal('headOfficeKey.revoked', { name: key.name, revokedOn }))
  }
  revokeHeadOfficeKey(writer, { keyId, reason, revokedAt: now, personId: personOf(commanding).personId })
  return done({}, keyId)
}
