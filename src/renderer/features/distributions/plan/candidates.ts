/** Who may be expected at a distribution: by commune and hamlet, all chosen until somebody is left out. */

import type { Output } from '../../../../contract/contract.ts'
import { searchKey } from '../../../../domain/vietnamese.ts'

export type Candidate = Output<'distributions.candidates'>['candidates'][number]

/** A household may wait for several gifts, each chosen for itself. */
export function candidateKey({ household, giftPackageId }: Pick<Candidate, 'household' | 'giftPackageId'>): string {
  return `${household.householdId} ${giftPackageId}`
}

/** What is not chosen to begin with: of each household what goes beyond the gifts it may still be given. */
export function leftOutAtFirst(candidates: readonly Candidate[]): Set<string> {
  const counts = new Map<string, number>()
  const beyond = candidates.filter(({ household: { householdId }, room }) => {
    const count = (counts.get(householdId) ?? 0) + 1
    counts.set(householdId, count)
    return count > room
  })
  return new Set(beyond.map(candidateKey))
}

export interface CandidateGroup {
  key: string
  hamlet: string | null
  communeName: string | null
  candidates: Candidate[]
}

/** In the order the office gave, which is that of hamlets and names. */
export function groupCandidates(candidates: readonly Candidate[]): CandidateGroup[] {
  const groups = new Map<string, CandidateGroup>()
  for (const candidate of candidates) {
    const { hamlet, communeName } = candidate.household
    const key = JSON.stringify([communeName, hamlet])
    const group = groups.get(key) ?? { key, hamlet, communeName, candidates: [] }
    group.candidates.push(candidate)
    groups.set(key, group)
  }
  return [...groups.values()]
}

export interface Tally {
  chosenCount: number
  count: number
  /** Of those chosen, in đồng. */
  chosenDong: number
}

export function tallyOf(candidates: readonly Candidate[], leftOut: ReadonlySet<string>): Tally {
  const chosen = candidates.filter((candidate) => !leftOut.has(candidateKey(candidate)))
  const chosenDong = chosen.reduce((sum, { valueDong }) => sum + valueDong, 0)
  return { chosenCount: chosen.length, count: candidates.length, chosenDong }
}

/** All of a group are left out where all were chosen, else all of it are chosen. */
export function turnAll(candidates: readonly Candidate[], leftOut: ReadonlySet<string>): Set<string> {
  const areAllChosen = candidates.every((candidate) => !leftOut.has(candidateKey(candidate)))
  const next = new Set(leftOut)
  for (const candidate of candidates) {
    if (areAllChosen) next.add(candidateKey(candidate))
    else next.delete(candidateKey(candidate))
  }
  return next
}

export type CandidateLine =
  | { kind: 'group'; key: string; group: CandidateGroup; isOpen: boolean }
  | { kind: 'candidate'; key: string; candidate: Candidate }

/** What the list shows: every hamlet, and the households of those opened, or of all while something is sought. */
export function candidateLines(
  groups: readonly CandidateGroup[],
  opened: ReadonlySet<string>,
  sought: string,
): CandidateLine[] {
  const words = searchKey(sought).split(' ')
  const isSought = ({ household: { headOfHousehold, hamlet, communeName, customerCode } }: Candidate) => {
    const key = searchKey([headOfHousehold, hamlet, communeName, customerCode].join(' '))
    return words.every((word) => key.includes(word))
  }
  const isSearch = sought.trim() !== ''
  return groups.flatMap((group) => {
    const isOpen = isSearch || opened.has(group.key)
    const candidates = isSearch ? group.candidates.filter(isSought) : group.candidates
    if (candidates.length === 0) return []
    const lines = candidates.map((candidate) => ({
      kind: 'candidate' as const,
      key: candidateKey(candidate),
      candidate,
    }))
    return [
      { kind: 'group' as const, key: group.key, group: { ...group, candidates }, isOpen },
      ...(isOpen ? lines : []),
    ]
  })
}
