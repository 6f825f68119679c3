/** The pairs of a state, those most alike first; or all of one household, wherever they stand in the queue. */

import { useQuery } from '@tanstack/react-query'
import type { Output } from '../../../contract/contract.ts'
import type { DuplicatePair } from '../../../contract/duplicates.ts'
import type { PairState } from '../../../domain/duplicate.ts'
import { type OfficeFailure, officeQuery } from '../../office-port/asking.ts'
import { useOffice } from '../../office-port/OfficeProvider.tsx'

/** More than a clerk settles in a day; what is settled makes room for the next. */
const AT_ONCE = 500

export const keyOfPair = ({ one, other }: DuplicatePair) => `${one.householdId} ${other.householdId}`

export function usePairs(state: PairState, about: string | undefined) {
  const { client } = useOffice()
  const page = (from: number) => officeQuery(client, 'duplicates.list', { state, from, limit: AT_ONCE }).queryFn()
  async function pairsOfOne(householdId: string): Promise<Output<'duplicates.list'>> {
    const pairs: DuplicatePair[] = []
    for (let from = 0; ; from += AT_ONCE) {
      const answer = await page(from)
      pairs.push(
        ...answer.pairs.filter((pair) => [pair.one, pair.other].some((one) => one.householdId === householdId)),
      )
      if (answer.pairs.length < AT_ONCE) return { counts: answer.counts, pairs }
    }
  }
  return useQuery<Output<'duplicates.list'>, OfficeFailure>({
    queryKey: ['duplicates.list', state, about ?? null],
    queryFn: () => (about ? pairsOfOne(about) : page(0)),
    placeholderData: (previous, query) => (query?.queryKey[1] === state ? previous : undefined),
  })
}
