/** Answers about filters that have a name. */

import type { HouseholdFilter } from '../../contract/households.ts'
import { listFilters } from '../../ledger/registry/saved-filters.ts'
import { done, type QueryHandler } from '../handler.ts'

export const listOfFilters: QueryHandler<'filters.list'> = ({ reader }) =>
  done({
    filters: listFilters(reader).map(({ filterId, name, filter }) => ({
      filterId,
      name,
      filter: JSON.parse(filter) as HouseholdFilter,
    })),
  })
