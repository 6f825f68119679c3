/** Gives a filter of the list of households a name, for everybody of the office. */

import { refusal } from '../../domain/refusal.ts'
import { isSameName } from '../../domain/vietnamese.ts'
import { addFilter, listFilters } from '../../ledger/registry/saved-filters.ts'
import { type CommandHandler, done, refused } from '../handler.ts'
import { personOf } from '../session.ts'

export const saveFilter: CommandHandler<'filters.save'> = (commanding, { name, filter }) => {
  const { reader, writer, now, newIdentity } = commanding
  const taken = listFilters(reader).find((saved) => isSameName(saved.name, name))
  if (taken) return refused(refusal('filter.nameTaken', { name: taken.name }))
  const filterId = newIdentity()
  const { personId } = personOf(commanding)
  addFilter(writer, { filterId, name, filter: JSON.stringify(filter), savedAt: now, personId })
  return done({ filterId }, filterId)
}
