/** Fetches the pages of a long list that are on screen, by key, and answers the household of a row. */

import { useDebouncedValue } from '@mantine/hooks'
import { useQueries } from '@tanstack/react-query'
import type { Output } from '../../../contract/contract.ts'
import type { HouseholdFilter, HouseholdLine } from '../../../contract/households.ts'
import { officeQuery } from '../../office-port/asking.ts'
import { useOffice } from '../../office-port/OfficeProvider.tsx'
import { HOUSEHOLDS_PER_PAGE } from './household-view.ts'

/** While a list is being thrown past, its pages are not worth asking for. */
const SETTLE_MILLISECONDS = 60

const pageOf = (row: number) => Math.floor(row / HOUSEHOLDS_PER_PAGE)

/** `shown` are the first and the last row on screen. A row that has not come yet answers undefined. */
export function useHouseholdPages(
  filter: HouseholdFilter,
  { pageStarts }: Output<'households.outline'>,
  shown: { first: number; last: number },
): (row: number) => HouseholdLine | undefined {
  const { client } = useOffice()
  const [pages] = useDebouncedValue(`${pageOf(shown.first)} ${pageOf(shown.last)}`, SETTLE_MILLISECONDS)
  const [from = 0, to = 0] = pages.split(' ').map(Number)
  const answers = useQueries({
    queries: pageStarts
      .slice(from, to + 1)
      .map((after) => officeQuery(client, 'households.page', { filter, after, limit: HOUSEHOLDS_PER_PAGE })),
  })
  return (row) => answers[pageOf(row) - from]?.data?.households[row % HOUSEHOLDS_PER_PAGE]
}
