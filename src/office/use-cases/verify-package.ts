/** Checks a package or an unpacked bag of anybody, in a worker thread; needs no ledger. */

import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { refusal } from '../../domain/refusal.ts'
import { keysInFolder } from '../../month-end/keys-folder.ts'
import { done, type JobHandler, refused } from '../handler.ts'
import { ownIdentities } from '../office-keys.ts'
import { identitiesOf } from '../package-reading.ts'
import { keysFolder as ownKeysFolder } from '../place.ts'

export const verifyPackage: JobHandler<'packages.verify'> = async (working, input) => {
  const { path, keysFolder, identityFile, bagOnly } = input
  const { workers, place, signal, report } = working
  if (!existsSync(path)) return refused(refusal('file.missing', { fileName: basename(path) }))
  if (identityFile && !existsSync(identityFile)) {
    return refused(refusal('file.missing', { fileName: basename(identityFile) }))
  }
  const given = identitiesOf(identityFile)
  if (!given) return refused(refusal('key.malformed', { fileName: basename(identityFile ?? '') }))
  const identities = [...given, ...ownIdentities(place)]
  const ownKeys = keysInFolder(ownKeysFolder(place))
  const task = { name: 'verifyPackage', path, ownKeys, keysFolder, identities, bagOnly } as const
  const { faults, warnings, summary } = await workers.run(task, { signal, report })
  const found = { faults, warnings: [...warnings] }
  if (!summary) return done({ ...found, summary: null })
  const { closing: _closing, ...shown } = summary
  return done({ ...found, summary: shown })
}
