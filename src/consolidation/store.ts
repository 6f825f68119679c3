/** Where packages are added up: what the run needs of a database or of a folder, and how either says no. */

import type { KnownPackage, PackagePlace } from '../domain/consolidation.ts'
import type { PackageReading } from '../month-end/verify-package.ts'

/** Why a store cannot be written to; somebody has to change something around the program. */
export type StoreProblem =
  /** No server answers, or it does not let this person in. */
  | { code: 'store.unreachable'; parameters: { target: string; detail: string } }
  /** The server refused a step: no right, no room, a table of another shape. */
  | { code: 'store.refused'; parameters: { target: string; detail: string } }
  /** Another loader is at work there. */
  | { code: 'store.inUse'; parameters: { target: string } }
  | { code: 'store.fromNewerVersion'; parameters: { target: string } }
  | { code: 'disk.full'; parameters: Record<never, never> }
  | { code: 'disk.unwritable'; parameters: { path: string } }

/** Ends a run; what was loaded before stays loaded. */
export class StoreError extends Error {
  readonly problem: StoreProblem
  constructor(problem: StoreProblem) {
    super(problem.code)
    this.problem = problem
  }
}

/** The places in which a package is kept. */
export type TakenPlace = Extract<PackagePlace, { kind: 'current' | 'superseded' }>

export interface Store {
  known(): Promise<KnownPackage[]>
  /**
   * Takes a package in whole or not at all. A current one brings its rows, and those of the revision it replaces go; a
   * superseded one is only remembered. Throws a StoreError.
   */
  load(reading: PackageReading, place: TakenPlace): Promise<void>
  close(): Promise<void>
}
