/** The files of a bag that lies unpacked in a folder. Links and devices are faults and are never followed. */

import { createReadStream } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { FaultList } from './fault-list.ts'
import { nameRegister, type PackageFiles, type PackageLimits, unsafePath } from './package-files.ts'

const PIECE_BYTES = 1 << 16

/** Lists a folder's files; with `anyNames` only links and devices are unsafe, for bags made by others. */
export async function openFolder(
  folder: string,
  { limits, faults, anyNames }: { limits: PackageLimits; faults: FaultList; anyNames: boolean },
): Promise<PackageFiles | null> {
  const sizes = new Map<string, number>()
  const folders = new Set<string>()
  const register = nameRegister(faults)
  let totalBytes = 0

  async function walk(path: string): Promise<void> {
    for (const name of (await readdir(join(folder, path))).sort()) {
      const inside = path === '' ? name : `${path}/${name}`
      const stats = await lstat(join(folder, inside))
      const problem = anyNames ? null : unsafePath(inside)
      if (problem) faults.add('name.unsafe', inside, problem)
      if (stats.isDirectory()) {
        folders.add(inside)
        await walk(inside)
      } else if (!stats.isFile()) faults.add('name.unsafe', inside, 'is a link or a device')
      else {
        if (!anyNames) register(inside, true)
        sizes.set(inside, stats.size)
        totalBytes += stats.size
        if (stats.size > limits.fileBytes) faults.add('container.tooLarge', inside, `${stats.size} bytes`)
      }
    }
  }
  await walk('')
  if (sizes.size > limits.files) faults.add('container.tooLarge', null, `${sizes.size} files`)
  if (totalBytes > limits.totalBytes) faults.add('container.tooLarge', null, `${totalBytes} bytes in all`)
  return faults.isEmpty ? { sizes, folders, topFolder: null, read: (path) => pieces(join(folder, path)), close } : null
}

async function* pieces(file: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(file, { highWaterMark: PIECE_BYTES })
}

async function close(): Promise<void> {}
