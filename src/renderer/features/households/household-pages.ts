/** Fetches the pages of a long list that are on screen, by key, and answers the household of a row. */

import { useDebouncedValue } from '@mantine/hooks'
import { useQueries, useQueryClient } from '@tanstack/react-query'
import type { Output } from '../../../contract/contract.ts'
import type { HouseholdFilter, RegistryLine } from '../../../contract/households.ts'
import { officeQuery } from '../../office-port/asking.ts'
import { useOffice } from '../../office-port/OfficeProvider.tsx'
import { HOUSEHOLDS_PER_PAGE } from './household-view.ts'

/** While a list is being thrown past, its pages are not worth asking for. */
const SETTLE_MILLISECONDS = 60

const pageOf = (row: number) => Math.floor(row / HOUSEHOLDS_PER_PAGE)

export interface HouseholdPages {
  /** Undefined for a row that has not come yet. */
  householdAt: (row: number) => RegistryLine | undefined
  /** The households of rows from one to another, fetched where they are not there yet. */
  idsOfRows: (from: number, to: number) => Promise<string[]>
}

/** `shown` are the first and the last row on screen. */
export function useHouseholdPages(
  filter: HouseholdFilter,
  { pageStarts }: Output<'households.outline'>,
  shown: { first: number; last: number },
): HouseholdPages {
  const { client } = useOffice()
  const queryClient = useQueryClient()
  const [pages] = useDebouncedValue(`${pageOf(shown.first)} ${pageOf(shown.last)}`, SETTLE_MILLISECONDS)
  const [from = 0, to = 0] = pages.split(' ').map(Number)
  const pageQuery = (after: (typeof pageStarts)[number]) =>
    officeQuery(client, 'households.page', { filter, after, limit: HOUSEHOLDS_PER_PAGE })
  const answers = useQueries({ queries: pageStarts.slice(from, to + 1).map(pageQuery) })

  async function idsOfRows(first: number, last: number): Promise<string[]> {
    const ids: string[] = []
    for (let page = pageOf(first); page <= pageOf(last); page++) {
      const after = pageStarts[page]
      if (after === undefined) break
      const { households } = await queryClient.ensureQueryData(pageQuery(after))
      const begin = page * HOUSEHOLDS_PER_PAGE
      ids.push(...households.slice(Math.max(0, first - begin), last - begin + 1).map(({ householdId }) => householdId))
    }
    return ids
  }
  return {
    householdAt: (row) => answers[pageOf(row) - from]?.data?.households[row % HOUSEHOLDS_PER_PAGE],
    idsOfRows,
  }
}
