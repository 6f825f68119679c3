/** Checks a package or an unpacked bag of anybody, in a worker thread; needs no ledger. */

import { done, type JobHandler } from '../handler.ts'
import { keysFolder as ownKeysFolder } from '../place.ts'
import { publicKeysIn } from '../signing-keys.ts'

export const verifyPackage: JobHandler<'packages.verify'> = async (working, { path, keysFolder }) => {
  const { workers, place, signal, report } = working
  const task = { name: 'verifyPackage', path, ownKeys: publicKeysIn(ownKeysFolder(place)), keysFolder } as const
  return done(await workers.run(task, { signal, report }))
}
