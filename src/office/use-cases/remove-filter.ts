/** Takes a filter's name away. Nothing but the tab goes. */

import { refusal } from '../../domain/refusal.ts'
import { removeFilter } from '../../ledger/registry/saved-filters.ts'
import { type CommandHandler, done, refused } from '../handler.ts'

export const removeSavedFilter: CommandHandler<'filters.remove'> = ({ writer }, { filterId }) =>
  removeFilter(writer, filterId) ? done({}, filterId) : refused(refusal('filter.unknown', {}))
