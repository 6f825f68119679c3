/** Writes, for each package of a month, whom other offices helped, too: what an answer to the package carries. */

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { conflictsFor, helpedTwice } from '../../../domain/inbox.ts'
import { refusal } from '../../../domain/refusal.ts'
import { writeDurably } from '../../../ledger/durable-file.ts'
import { helpsOfSharedPeople, listReceivedPackages } from '../../../ledger/inbox.ts'
import { conflictsFile, writeConflicts } from '../../../month-end/acknowledgement.ts'
import { done, type JobHandler, refused } from '../../handler.ts'

export const writeConflictFiles: JobHandler<'inbox.writeConflicts'> = async ({ commit }, { period, folder }) =>
  commit(({ reader }) => {
    const twice = helpedTwice(helpsOfSharedPeople(reader, period))
    const told = listReceivedPackages(reader)
      .filter((received) => received.isCurrent && received.period === period)
      .map((received) => ({ name: received.packageName, conflicts: conflictsFor(received, twice) }))
      .filter(({ conflicts }) => conflicts.length > 0)
    if (told.length === 0) return refused(refusal('inbox.noConflicts', { period }))
    mkdirSync(folder, { recursive: true })
    const files = told.map(({ name, conflicts }) => {
      const file = join(folder, conflictsFile(name))
      writeDurably(file, writeConflicts(conflicts))
      return file
    })
    return done({ files, conflictCount: told.reduce((sum, { conflicts }) => sum + conflicts.length, 0) }, period)
  })
