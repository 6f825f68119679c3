/** Checks a package or an unpacked bag of anybody, in a worker thread; needs no ledger. */

import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { refusal } from '../../domain/refusal.ts'
import { done, type JobHandler, refused } from '../handler.ts'
import { keysFolder as ownKeysFolder } from '../place.ts'
import { publicKeysIn } from '../signing-keys.ts'

export const verifyPackage: JobHandler<'packages.verify'> = async (working, { path, keysFolder }) => {
  const { workers, place, signal, report } = working
  if (!existsSync(path)) return refused(refusal('file.missing', { fileName: basename(path) }))
  const task = { name: 'verifyPackage', path, ownKeys: publicKeysIn(ownKeysFolder(place)), keysFolder } as const
  const { faults, summary } = await workers.run(task, { signal, report })
  if (!summary) return done({ faults, summary: null })
  const { closing: _closing, ...shown } = summary
  return done({ faults, summary: shown })
}
