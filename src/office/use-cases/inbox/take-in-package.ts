/**
 * Takes in a package that somebody looked at: its file is copied first and the copy checked, then it is kept whole, its
 * rows and the file under its identity, or nothing of it is.
 */

import { mkdirSync, renameSync } from 'node:fs'
import { copyFile, open, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Output, ParsedInput } from '../../../contract/contract.ts'
import type { PackageRow } from '../../../domain/inbox.ts'
import { refusal } from '../../../domain/refusal.ts'
import { syncFolder } from '../../../ledger/durable-file.ts'
import { addReceivedPackage, notePeople } from '../../../ledger/inbox.ts'
import { AGE_FILE_ENDING } from '../../../month-end/age-keys.ts'
import type { PackageSummary } from '../../../month-end/package-summary.ts'
import { type Commanding, done, type JobHandler, type Outcome, refused, type Working } from '../../handler.ts'
import { newIdentity } from '../../new-identity.ts'
import { placeOfReceived, readPackage, refusePath } from '../../package-reading.ts'
import { receivedFolder } from '../../place.ts'
import { programmeKey } from '../../programme-key.ts'
import { hmacOfHousehold } from '../../received-people.ts'
import { personOf } from '../../session.ts'
import { stateOf } from './preview-package.ts'

type Taken = Output<'inbox.takeIn'>

export const takeInPackage: JobHandler<'inbox.takeIn'> = async (working, input) => {
  const wrong = refusePath(input)
  if (wrong) return refused(wrong)
  const folder = receivedFolder(working.place)
  mkdirSync(folder, { recursive: true })
  const copy = join(folder, `.${newIdentity()}.new`)
  try {
    await copySafely(input.path, copy)
    return await keepCopy(working, input, copy)
  } finally {
    await rm(copy, { force: true })
  }
}

async function copySafely(path: string, copy: string): Promise<void> {
  await copyFile(path, copy)
  const handle = await open(copy, 'r+')
  await handle.sync().finally(() => handle.close())
}

async function keepCopy(
  working: Working,
  { path, identity, identityFile }: ParsedInput<'inbox.takeIn'>,
  copy: string,
): Promise<Outcome<Taken>> {
  const read = await readPackage(working, { path: copy, identityFile })
  if ('refusal' in read) return read
  const { faults, summary } = read.verification
  const fileName = basename(path)
  if (!summary || faults.length > 0) return refused(refusal('inbox.faulty', { fileName, faultCount: faults.length }))
  if (summary.identity !== identity) return refused(refusal('inbox.fileChanged', { fileName }))
  const { packageName, officeName } = summary
  const place = placeOfReceived(working.reader, summary)
  if (place.kind === 'fork') return refused(refusal('inbox.fork', { packageName, officeName }))
  if (place.kind === 'known') return done({ state: 'known', packageName, identity }, identity)
  const keptName = `${identity}.zip${path.endsWith(AGE_FILE_ENDING) ? AGE_FILE_ENDING : ''}`
  return working.commit((commanding) => keep(commanding, summary, read.rows, { copy, keptName }))
}

/** Others may have taken something in meanwhile, so its place is asked anew; the file gets its name last of all. */
function keep(
  commanding: Commanding,
  summary: PackageSummary,
  rows: readonly PackageRow[],
  { copy, keptName: fileName }: { copy: string; keptName: string },
): Outcome<Taken> {
  const { writer, now } = commanding
  const { packageName, officeName, identity, closing } = summary
  const place = placeOfReceived(writer, summary)
  const state = stateOf(place)
  if (state === 'fork') return refused(refusal('inbox.fork', { packageName, officeName }))
  if (state === 'known') return done({ state, packageName, identity }, identity)
  const { officeId, ledgerId, period, sequence, revision, previousPackage, supersedes, profile } = closing
  const stated = { officeId, ledgerId, period, sequence, revision, previousPackage, supersedes, profile }
  const { personId } = personOf(commanding)
  const document = JSON.stringify(closing)
  addReceivedPackage(writer, { identity, packageName, ...stated, document, fileName, takenInAt: now, personId }, rows)
  const key = programmeKey(commanding.place)
  notePeople(writer, identity, (household) => hmacOfHousehold(household, key))
  const folder = receivedFolder(commanding.place)
  renameSync(copy, join(folder, fileName))
  syncFolder(folder)
  return done({ state, packageName, identity }, identity)
}
