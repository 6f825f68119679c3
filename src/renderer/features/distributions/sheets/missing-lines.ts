/** Signed papers that have not come back, as one list: each hamlet with its count, then its papers. */

import type { Output } from '../../../../contract/contract.ts'

type Group = Output<'distributions.missingPapers'>['groups'][number]

export type MissingLine =
  | {
      kind: 'hamlet'
      key: string
      communeName: string | null
      hamlet: string | null
      missingCount: number
      signedCount: number
    }
  | { kind: 'paper'; key: string; paper: Group['papers'][number] }

export function missingLines(groups: readonly Group[]): MissingLine[] {
  return groups.flatMap(({ eventId, communeName, hamlet, signedCount, papers }) => [
    {
      kind: 'hamlet' as const,
      key: JSON.stringify([eventId, communeName, hamlet]),
      communeName,
      hamlet,
      missingCount: papers.length,
      signedCount,
    },
    ...papers.map((paper) => ({ kind: 'paper' as const, key: paper.receiptId, paper })),
  ])
}
