/** A closed month's package leaves the office: copied and read back, or told to have gone by mail. */

import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { copyFile, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Period } from '../../domain/period.ts'
import { type Refusal, refusal } from '../../domain/refusal.ts'
import { addDispatch, findClosing, findPackage } from '../../ledger/closings.ts'
import type { Reader } from '../../ledger/connection.ts'
import { type CommandHandler, type Commanding, done, type JobHandler, refused } from '../handler.ts'
import { type OfficePlace, packagesFolder } from '../place.ts'
import { personOf } from '../session.ts'

/** The package of a month that is closed now, where its file still lies in the ledger's own folder. */
function packageToSend(
  reader: Reader,
  place: OfficePlace,
  period: Period,
): { closingId: string; file: string } | { refusal: Refusal } {
  const closing = findClosing(reader, period)
  if (!closing) return refused(refusal('month.notClosed', { period }))
  const made = findPackage(reader, closing.closingId)
  const file = made && join(packagesFolder(place), made.fileName)
  if (!file || !existsSync(file)) return refused(refusal('package.notThere', { period }))
  return { closingId: closing.closingId, file }
}

function noteDispatch(commanding: Commanding, closingId: string, way: 'copy' | 'mail', target: string | null): void {
  const { writer, now, newIdentity } = commanding
  const { personId } = personOf(commanding)
  addDispatch(writer, { dispatchId: newIdentity(), closingId, way, target, sentAt: now, personId })
}

async function fileSha256(file: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash, { signal })
  return hash.digest('hex')
}

/** Copies under a temporary name, forces it onto the medium, and takes the name when what it reads back is equal. */
async function copyAndReadBack(file: string, folder: string, signal: AbortSignal): Promise<string | null> {
  await mkdir(folder, { recursive: true })
  const target = join(folder, basename(file))
  const temporary = join(folder, `.${basename(file)}.new`)
  try {
    await copyFile(file, temporary)
    const handle = await open(temporary, 'r+')
    await handle.sync().finally(() => handle.close())
    if ((await fileSha256(temporary, signal)) !== (await fileSha256(file, signal))) return null
    await rename(temporary, target)
    return target
  } finally {
    await rm(temporary, { force: true })
  }
}

export const copyPackage: JobHandler<'months.copyPackage'> = async (working, { period, folder }) => {
  const { reader, place, signal } = working
  const found = packageToSend(reader, place, period)
  if ('refusal' in found) return found
  const { closingId, file } = found
  const target = await copyAndReadBack(file, folder, signal)
  if (target === null) return refused(refusal('package.copyDiffers', { folder }))
  const sha256 = await fileSha256(target, signal)
  const { size: bytes } = await stat(target)
  return working.commit((commanding) => {
    noteDispatch(commanding, closingId, 'copy', folder)
    return done({ file: target, sha256, bytes }, closingId)
  })
}

export const markPackageMailed: CommandHandler<'months.markMailed'> = (commanding, { period }) => {
  const found = packageToSend(commanding.reader, commanding.place, period)
  if ('refusal' in found) return found
  noteDispatch(commanding, found.closingId, 'mail', null)
  return done({}, found.closingId)
}
