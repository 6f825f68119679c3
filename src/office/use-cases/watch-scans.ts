/** The folder a scanner writes to: which one it is, and what lies there that was not read yet. */

import { createHash } from 'node:crypto'
import { createReadStream, statSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { extname, isAbsolute, join } from 'node:path'
import { refusal } from '../../domain/refusal.ts'
import { officeOf, setScanFolder } from '../../ledger/office-record.ts'
import { isUnreadableScan, scanReadAt } from '../../ledger/scans.ts'
import { type CommandHandler, done, type JobHandler, refused } from '../handler.ts'

const SCANS = ['.pdf', '.tif', '.tiff', '.jpg', '.jpeg', '.png']
/** A scanner writes for a while; a file that has not changed for this long is whole. */
const SETTLED_MS = 3000

export const watchScans: CommandHandler<'scans.watch'> = ({ writer }, { folder }) => {
  if (folder !== null && !isFolder(folder)) return refused(refusal('scan.folderMissing', { folder }))
  setScanFolder(writer, folder)
  return done({ folder })
}

function isFolder(folder: string): boolean {
  return isAbsolute(folder) && (statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false)
}

/** Hashes of files by path, size and time of change: a folder with a month's scans is hashed once. */
const hashes = new Map<string, string>()

export const waitingScans: JobHandler<'scans.waiting'> = async ({ reader, place, signal }) => {
  const folder = officeOf(reader).scanFolder
  if (folder === null) return done({ folder, isThere: false, files: [] })
  const names = await readdir(folder).catch(() => null)
  if (names === null) return done({ folder, isThere: false, files: [] })
  const files: string[] = []
  for (const name of names.filter((one) => SCANS.includes(extname(one).toLowerCase())).sort()) {
    signal.throwIfAborted()
    const file = join(folder, name)
    const sha256 = await settledHash(file, place.clock())
    if (sha256 === null || scanReadAt(reader, sha256) !== null || isUnreadableScan(reader, sha256)) continue
    files.push(file)
  }
  return done({ folder, isThere: true, files })
}

/** Null for a folder, and while the scanner is still writing or holds the file. */
async function settledHash(file: string, nowMs: number): Promise<string | null> {
  const found = await stat(file).catch(() => null)
  if (!found?.isFile() || found.size === 0 || nowMs - found.mtimeMs < SETTLED_MS) return null
  const key = [file, found.size, found.mtimeMs].join(':')
  const sha256 = hashes.get(key) ?? (await sha256OfFile(file).catch(() => null))
  if (sha256 !== null) hashes.set(key, sha256)
  return sha256
}

/** The hash of what a file holds, read piece by piece. */
export async function sha256OfFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
