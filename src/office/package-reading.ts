/** Checks a package of an office and reads it, in a worker thread, with the keys that this ledger knows. */

import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { placeOf } from '../domain/consolidation.ts'
import type { PackageRow } from '../domain/inbox.ts'
import { type Refusal, refusal } from '../domain/refusal.ts'
import type { Reader } from '../ledger/connection.ts'
import { knownPackages } from '../ledger/inbox.ts'
import { identitiesIn } from '../month-end/age-keys.ts'
import { knownPackage, type PackageSummary } from '../month-end/package-summary.ts'
import type { Verification } from '../month-end/verify-package.ts'
import { refused, type Working } from './handler.ts'
import { ownIdentities } from './office-keys.ts'
import { keysFolder } from './place.ts'

interface PackageFile {
  path: string
  /** A file of age identities, where this ledger's own do not open the package. */
  identityFile: string | null
}

/** Why a path is no package that could be kept, before it is opened. */
export function refusePath({ path, identityFile }: PackageFile): Refusal | null {
  for (const file of [path, identityFile]) {
    const stats = file === null ? null : statSync(file, { throwIfNoEntry: false })
    if (stats === undefined) return refusal('file.missing', { fileName: basename(file ?? path) })
    if (stats?.isDirectory()) return refusal('inbox.unpacked', { fileName: basename(file ?? path) })
  }
  return null
}

/** The age keys of a file; null where a line of it is none. */
export function identitiesOf(file: string | null): string[] | null {
  return file === null ? [] : identitiesIn(readFileSync(file, 'utf8'))
}

/** The faults and rows of a package; refused where the identities given are none. */
export async function readPackage(
  { workers, place, signal, report }: Working,
  { path, identityFile }: PackageFile,
): Promise<{ verification: Verification; rows: PackageRow[] } | { refusal: Refusal }> {
  const given = identitiesOf(identityFile)
  if (!given) return refused(refusal('key.malformed', { fileName: basename(identityFile ?? '') }))
  const identities = [...given, ...ownIdentities(place)]
  // The folder, not what is in it: where no key is known, no signature is.
  const task = { name: 'readPackage', path, keysFolder: keysFolder(place), identities } as const
  return workers.run(task, { signal, report })
}

/** How a package stands to those that were taken in. */
export function placeOfReceived(reader: Reader, summary: PackageSummary) {
  return placeOf(knownPackage(summary), knownPackages(reader))
}
