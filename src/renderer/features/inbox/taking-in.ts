/** Packages on their way in: each is looked at, then taken in where a person says so. */

import type { PackagePreview } from '../../../contract/inbox.ts'

export interface ChosenPackage {
  path: string
  /** `failed` could not be looked at, `taken` is in. */
  step: 'waiting' | 'looking' | 'looked' | 'failed' | 'taken'
  preview: PackagePreview | null
}

export function chosenPackages(paths: readonly string[]): ChosenPackage[] {
  return paths.map((path) => ({ path, step: 'waiting', preview: null }))
}

export function withStep(
  packages: readonly ChosenPackage[],
  path: string,
  step: ChosenPackage['step'],
  preview?: PackagePreview | null,
): ChosenPackage[] {
  return packages.map((one) => (one.path === path ? { ...one, step, preview: preview ?? one.preview } : one))
}

/** Those that would change something; a package of one office that must come before another stands before it. */
export function toTakeIn(packages: readonly ChosenPackage[]): (ChosenPackage & { preview: PackagePreview })[] {
  return packages
    .flatMap((one) => (one.step === 'looked' && one.preview ? [{ ...one, preview: one.preview }] : []))
    .filter(({ preview: { state } }) => state === 'new' || state === 'revision' || state === 'superseded')
    .sort((one, other) => (one.preview.summary?.sequence ?? 0) - (other.preview.summary?.sequence ?? 0))
}

/** What stays missing of an office though all chosen packages are taken in: they were looked at one by one. */
export function stillMissing(preview: PackagePreview, packages: readonly ChosenPackage[]): PackagePreview['missing'] {
  const ofOffice = toTakeIn(packages).flatMap(({ preview: { summary } }) =>
    summary && summary.officeId === preview.summary?.officeId ? [summary] : [],
  )
  const periods = new Set(ofOffice.map(({ period }) => period))
  const written = new Set(ofOffice.map(({ sequence }) => sequence))
  return {
    months: preview.missing.months.filter((period) => !periods.has(period)),
    sequences: preview.missing.sequences.flatMap(({ first, last, ...ledger }) => {
      const gaps: { first: number; last: number }[] = []
      for (let sequence = first; sequence <= last; sequence++) {
        if (written.has(sequence)) continue
        const open = gaps.at(-1)
        if (open?.last === sequence - 1) open.last = sequence
        else gaps.push({ first: sequence, last: sequence })
      }
      return gaps.map((gap) => ({ ...ledger, ...gap }))
    }),
  }
}

/** Whether one is shut only because no key here opens it. */
export function isShut({ preview }: ChosenPackage): boolean {
  return preview?.faults.some(({ code }) => code === 'encryption.noKey') ?? false
}
