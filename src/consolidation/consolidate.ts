/**
 * Adds packages up in a store, one after the other: each is checked as anybody would check it, takes its place among
 * those known, and is loaded whole or not at all. The same packages again change nothing.
 */

import { type KnownPackage, type MissingPackages, missingPackages, placeOf } from '../domain/consolidation.ts'
import { type PackageFault, packageFault } from '../domain/package-fault.ts'
import { CLOSING_FILE } from '../month-end/closing-document.ts'
import { BrokenFile } from '../month-end/package-files.ts'
import { knownPackage, type PackageSummary } from '../month-end/package-summary.ts'
import { type PackageReading, verifyPackage } from '../month-end/verify-package.ts'
import { type Store, StoreError, type StoreProblem } from './store.ts'

/** What became of one package. */
export type Outcome =
  /** Its rows are there; `replaces` is the identity of the revision that went for it. */
  | { kind: 'loaded'; path: string; summary: PackageSummary; replaces: string | null; rows: number }
  /** A later revision is there: this one is only remembered. */
  | { kind: 'superseded'; path: string; summary: PackageSummary }
  /** It is there already, and nothing was done. */
  | { kind: 'known'; path: string; summary: PackageSummary }
  | { kind: 'refused'; path: string; summary: PackageSummary | null; faults: PackageFault[] }
  /** The store cannot go on: the run ends here, and what was loaded stays. */
  | { kind: 'stopped'; path: string; problem: StoreProblem }

export interface ConsolidateOptions {
  /** A folder of `<officeId>.pub`; without one, signatures are not checked. */
  keysFolder: string | null
  /** age keys that open encrypted packages. */
  identities?: readonly string[] | undefined
  signal?: AbortSignal | undefined
}

/** Loads the packages at these paths; `onOutcome` is told of each. Answers what is missing among all that are known. */
export async function consolidate(
  paths: readonly string[],
  store: Store,
  options: ConsolidateOptions,
  onOutcome: (outcome: Outcome) => void,
): Promise<MissingPackages> {
  const known = new Map((await store.known()).map((each) => [each.identity, each]))
  for (const path of paths) {
    options.signal?.throwIfAborted()
    const outcome = await take(path, store, known, options)
    onOutcome(outcome)
    if (outcome.kind === 'stopped') break
  }
  return missingPackages(known.values())
}

async function take(
  path: string,
  store: Store,
  known: Map<string, KnownPackage>,
  { keysFolder, identities, signal }: ConsolidateOptions,
): Promise<Outcome> {
  let loaded: Outcome | null = null
  try {
    const { faults, summary } = await verifyPackage(path, {
      keysFolder,
      identities,
      signal,
      async whileOpen(reading) {
        loaded = await place(path, reading, store, known)
      },
    })
    return loaded ?? { kind: 'refused', path, summary, faults }
  } catch (error) {
    if (error instanceof StoreError) return { kind: 'stopped', path, problem: error.problem }
    return { kind: 'refused', path, summary: null, faults: [unreadable(error)] }
  }
}

/** A file that went away or cannot be read is the fault of a package; anything else is ours and is thrown on. */
function unreadable(error: unknown): PackageFault {
  const isOfFile = error instanceof BrokenFile || (error instanceof Error && 'syscall' in error)
  if (!isOfFile) throw error
  return packageFault('container.unreadable', null, error.message)
}

async function place(
  path: string,
  reading: PackageReading,
  store: Store,
  known: Map<string, KnownPackage>,
): Promise<Outcome> {
  const { summary } = reading
  const candidate = knownPackage(summary)
  const taken = placeOf(candidate, known.values())
  if (taken.kind === 'known') return { kind: 'known', path, summary }
  if (taken.kind === 'fork') {
    return { kind: 'refused', path, summary, faults: [packageFault('sequence.fork', CLOSING_FILE, taken.detail)] }
  }
  await store.load(reading, taken)
  known.set(candidate.identity, candidate)
  if (taken.kind === 'superseded') return { kind: 'superseded', path, summary }
  const rows = Object.values(summary.counts).reduce((sum, count) => sum + count, 0)
  return { kind: 'loaded', path, summary, replaces: taken.replaces, rows }
}
