/** Adding packages up at head office: the place a package takes among those already there, and what is not there. */

import type { PackageProfile } from './package-format.ts'
import { nextPeriod, type Period } from './period.ts'

/** What head office remembers of a package it has loaded. */
export interface KnownPackage {
  /** SHA-256 of its tag manifest: the same identity is the same content. */
  identity: string
  officeId: string
  /** A UUID; another one is another installation. */
  ledgerId: string
  period: Period
  profile: PackageProfile
  /** From 1 without gaps over all packages of a ledger, revisions counted. */
  sequence: number
  revision: number
  /** The identity of the full package with the sequence before. */
  previousPackage: string | null
  /** The identity of the full package of the revision before. */
  supersedes: string | null
}

export type PackagePlace =
  /** The same content is there already. */
  | { kind: 'known' }
  /** It speaks for its month from now on, in the place of another revision where there was one. */
  | { kind: 'current'; replaces: string | null }
  /** A later revision of its month is there already. */
  | { kind: 'superseded'; by: string }
  /** Two packages claim one place: an old backup was restored, or somebody else writes in the office's name. */
  | { kind: 'fork'; detail: string }

/**
 * Where a package stands among those known, which may have come in any order and from any office. Refuses nothing: a
 * fork is an answer, its detail in plain ASCII for a fault of a package.
 */
export function placeOf(candidate: KnownPackage, known: Iterable<KnownPackage>): PackagePlace {
  const siblings = [...known].filter(({ officeId }) => officeId === candidate.officeId)
  if (siblings.some(({ identity }) => identity === candidate.identity)) return { kind: 'known' }
  for (const other of siblings) {
    const detail = contradiction(candidate, other)
    if (detail) return { kind: 'fork', detail }
  }
  const current = currentOf(siblings.filter(({ period }) => period === candidate.period))
  if (current && speaksBefore(current, candidate)) return { kind: 'superseded', by: current.identity }
  return { kind: 'current', replaces: current?.identity ?? null }
}

/** Of the packages of one month, the latest revision, and of that the full one. */
function currentOf(packages: readonly KnownPackage[]): KnownPackage | null {
  return packages.reduce<KnownPackage | null>((now, one) => (now && speaksBefore(now, one) ? now : one), null)
}

/** Of one closing a full and a masked package may come, in any order: the full one says more. */
function speaksBefore(one: KnownPackage, other: KnownPackage): boolean {
  return one.revision === other.revision ? one.profile === 'full' : one.revision > other.revision
}

function isOfSameClosing(one: KnownPackage, other: KnownPackage): boolean {
  const isSame = one.ledgerId === other.ledgerId && one.sequence === other.sequence && one.period === other.period
  return isSame && one.revision === other.revision && one.profile !== other.profile
}

/** Why two packages of one office cannot both be true, or null. */
function contradiction(candidate: KnownPackage, other: KnownPackage): string | null {
  const { officeId, period, revision, sequence, ledgerId } = candidate
  if (isOfSameClosing(candidate, other)) return null
  if (other.period === period && other.ledgerId !== ledgerId) return `${period} is known of ledger ${other.ledgerId}`
  if (other.period === period && other.revision === revision) {
    return `${officeId}_${period}_r${revision} is known as ${other.identity}`
  }
  if (other.ledgerId !== ledgerId) return null
  if (other.sequence === sequence) return `sequence ${sequence} is known as ${other.identity}`
  const [earlier, later] = other.sequence < sequence ? [other, candidate] : [candidate, other]
  // The chain of identities is that of full packages: of a masked one the identity is not named by the next.
  if (earlier.profile === 'masked') return null
  const follows = later.sequence !== earlier.sequence + 1 || later.previousPackage === earlier.identity
  if (!follows) return `sequence ${later.sequence} does not follow ${earlier.identity}`
  const isNextRevision = other.period === period && later.revision === earlier.revision + 1
  if (isNextRevision && later.supersedes !== earlier.identity) {
    return `revision ${later.revision} does not replace ${earlier.identity}`
  }
  return null
}

/** What the packages known say of others: all of it is told, for a person to ask the office. */
export interface MissingPackages {
  /** Months between an office's first one and the latest one of any office. */
  months: { officeId: string; period: Period }[]
  /** Sequences, from first to last, of packages that were written and are not here. */
  sequences: { officeId: string; ledgerId: string; first: number; last: number }[]
  /** Offices that began anew in another ledger. */
  ledgers: { officeId: string; count: number }[]
}

/** What is missing, office by office in the order of their codes. */
export function missingPackages(known: Iterable<KnownPackage>): MissingPackages {
  const all = [...known].sort((a, b) => (a.officeId < b.officeId ? -1 : 1))
  const lastPeriod = all.reduce((last, { period }) => (period > last ? period : last), '')
  const missing: MissingPackages = { months: [], sequences: [], ledgers: [] }
  for (const [officeId, packages] of Map.groupBy(all, (each) => each.officeId)) {
    const periods = new Set(packages.map(({ period }) => period))
    const [first] = [...periods].sort()
    for (let period = first; period && period < lastPeriod; period = nextPeriod(period)) {
      if (!periods.has(nextPeriod(period))) missing.months.push({ officeId, period: nextPeriod(period) })
    }
    const ledgers = Map.groupBy(packages, ({ ledgerId }) => ledgerId)
    if (ledgers.size > 1) missing.ledgers.push({ officeId, count: ledgers.size })
    for (const [ledgerId, written] of ledgers) {
      let next = 1
      for (const sequence of written.map((each) => each.sequence).sort((a, b) => a - b)) {
        if (sequence > next) missing.sequences.push({ officeId, ledgerId, first: next, last: sequence - 1 })
        next = sequence + 1
      }
    }
  }
  return missing
}
