/** One loader at a time in a folder: a file says which, and one left by a program that has ended counts for nothing. */

import { readFile, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'

const LOCK = '_loader.lock'

export interface FolderLock {
  release(): Promise<void>
}

/** The lock, or null where another loader has it. */
export async function lockFolder(folder: string): Promise<FolderLock | null> {
  const file = join(folder, LOCK)
  const take = () => writeFile(file, `${hostname()} ${process.pid}`, { flag: 'wx' }).then(() => true, isThere)
  if (!(await take())) {
    if (await isHeld(file)) return null
    await rm(file, { force: true })
    if (!(await take())) return null
  }
  return { release: () => rm(file, { force: true }) }
}

function isThere(error: NodeJS.ErrnoException): boolean {
  if (error.code === 'EEXIST') return false
  throw error
}

/** A loader of another machine is believed to be at work: nobody here can see it. */
async function isHeld(file: string): Promise<boolean> {
  const [host, pid] = (await readFile(file, 'utf8').catch(() => '')).split(' ')
  if (!host || host !== hostname()) return Boolean(host)
  try {
    process.kill(Number(pid), 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
