/** The packages that the words of a command line mean: files, unpacked bags, and folders with either in them. */

import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'

/** An encrypted package is a package: whether it can be opened is for the check to say. */
const PACKAGE_FILE = /\.zip(\.age)?$/i

/**
 * Packages in the order of their names, numbers by value: what an office sent comes in the order it was written. A file
 * that is given by its own name is taken whatever it is called. Rejects where a path is not there.
 */
export async function packagePaths(given: readonly string[]): Promise<string[]> {
  const found = new Set<string>()
  for (const path of given) {
    if ((await stat(path)).isDirectory()) for await (const inside of packagesIn(path)) found.add(inside)
    else found.add(path)
  }
  const { compare } = new Intl.Collator('en', { numeric: true })
  return [...found].sort((a, b) => compare(basename(a), basename(b)) || compare(a, b))
}

async function* packagesIn(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true })
  if (entries.some(({ name }) => name === 'bagit.txt')) yield folder
  else
    for (const entry of entries) {
      const path = join(folder, entry.name)
      // A name that begins with a dot is a package still being written, or no business of ours.
      if (entry.name.startsWith('.')) continue
      if (entry.isDirectory()) yield* packagesIn(path)
      else if (PACKAGE_FILE.test(entry.name)) yield path
    }
}
