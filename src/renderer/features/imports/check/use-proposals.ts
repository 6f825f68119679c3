/** All mends of one kind that a reading proposes, so that they can be taken with one key. */

import { skipToken, useQuery } from '@tanstack/react-query'
import type { Client } from '../../../../contract/client.ts'
import type { ImportFinding } from '../../../../contract/imports.ts'
import { OfficeFailure } from '../../../office-port/asking.ts'
import { useOffice } from '../../../office-port/OfficeProvider.tsx'
import type { Correction } from '../list-choices.ts'

const ROWS_AT_ONCE = 500

type Kind = Pick<ImportFinding, 'code' | 'field'>

async function gather(client: Client, readingId: string, { code, field }: Kind): Promise<Correction[]> {
  const corrections: Correction[] = []
  for (let from = 0; ; from += ROWS_AT_ONCE) {
    const reply = await client.query('imports.rows', { readingId, show: 'faulty', from, limit: ROWS_AT_ONCE })
    if (!reply.ok) throw new OfficeFailure(reply.failure)
    for (const { rowNumber, findings } of reply.value.rows) {
      const finding = findings.find((one) => one.code === code && one.field === field && one.proposed !== null)
      if (rowNumber !== null && finding?.proposed != null)
        corrections.push({ rowNumber, field, text: finding.proposed })
    }
    if (from + ROWS_AT_ONCE >= reply.value.count) return corrections
  }
}

/** Asks nothing while there is no finding. */
export function useProposals(readingId: string, kind: Kind | null): readonly Correction[] {
  const { client } = useOffice()
  const { data } = useQuery({
    queryKey: ['imports.rows', { readingId, proposals: kind && [kind.code, kind.field] }],
    queryFn: kind ? () => gather(client, readingId, kind) : skipToken,
  })
  return data ?? []
}
