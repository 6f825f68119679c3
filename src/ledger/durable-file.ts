/** Small files that are either there as they were written or not there: a kill or a power cut leaves nothing half. */

import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Writes a text or bytes under a temporary name, syncs it and renames it. `mode` is that of the file, where the system
 * knows one.
 */
export function writeDurably(file: string, content: string | Uint8Array, mode = 0o666): void {
  const temporary = `${file}.new`
  try {
    const descriptor = openSync(temporary, 'w', mode)
    try {
      writeFileSync(descriptor, content)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    renameSync(temporary, file)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
  syncFolder(dirname(file))
}

/** Makes names in a folder durable. Windows has no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Removes the entries of a folder whose names match; one that another program holds open stays, without a word. */
export function removeWhatCanGo(folder: string, isMeant: (name: string) => boolean): void {
  for (const name of readdirSync(folder).filter(isMeant)) {
    try {
      rmSync(join(folder, name), { recursive: true, force: true })
    } catch (error) {
      if (!(error instanceof Error && 'syscall' in error)) throw error
    }
  }
}
