/** What a package says of itself, once it was checked. */

import type { KnownPackage } from '../domain/consolidation.ts'
import type { PackageProfile } from '../domain/package-format.ts'
import type { SignatureState } from './check-signature.ts'
import type { ClosingDocument } from './closing-document.ts'

export interface PackageSummary {
  packageName: string
  /** SHA-256 of tagmanifest-sha256.txt: it survives zipping again and renaming. */
  identity: string
  officeId: string
  officeName: string
  period: string
  sequence: number
  revision: number
  profile: PackageProfile
  signature: SignatureState
  counts: ClosingDocument['counts']
  totals: ClosingDocument['totals']
  closing: ClosingDocument
}

/** What of a package decides its place among others. */
export function knownPackage({ identity, closing }: PackageSummary): KnownPackage {
  const { officeId, ledgerId, period, profile, sequence, revision, previousPackage, supersedes } = closing
  return { identity, officeId, ledgerId, period, profile, sequence, revision, previousPackage, supersedes }
}
