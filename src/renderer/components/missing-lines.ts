/** Signed papers that have not come back, as one list: each hamlet with how many are missing, then its papers. */

import type { Output } from '../../contract/contract.ts'

type Group = Output<'distributions.missingPapers'>['groups'][number]

export type MissingLine =
  | { kind: 'group'; key: string; group: Group }
  | { kind: 'paper'; key: string; paper: Group['papers'][number] }

export function missingLines(groups: readonly Group[]): MissingLine[] {
  return groups.flatMap((group) => [
    {
      kind: 'group' as const,
      key: JSON.stringify([group.kind, group.eventId, group.communeName, group.hamlet]),
      group,
    },
    ...group.papers.map((paper) => ({ kind: 'paper' as const, key: paper.documentId, paper })),
  ])
}
