/** Keeps what a person decided about two entries that look like one: two households, or to be looked at later. */

import { refuseToChange } from '../../domain/household.ts'
import { refusal } from '../../domain/refusal.ts'
import { addSettlement } from '../../ledger/registry/duplicates.ts'
import { findHousehold } from '../../ledger/registry/households.ts'
import { type CommandHandler, done, refused } from '../handler.ts'
import { personOf } from '../session.ts'

export const settleDuplicate: CommandHandler<'duplicates.settle'> = (commanding, { oneId, otherId, verdict }) => {
  const { reader, writer, now, newIdentity } = commanding
  const one = findHousehold(reader, oneId)
  const other = findHousehold(reader, otherId)
  if (!one || !other) return refused(refusal('household.unknown', {}))
  if (oneId === otherId) return refused(refusal('merge.withItself', { headOfHousehold: one.headOfHousehold }))
  const gone = refuseToChange(one) ?? refuseToChange(other)
  if (gone) return refused(gone)
  const settlementId = newIdentity()
  const { personId } = personOf(commanding)
  addSettlement(writer, { settlementId, oneId, otherId, verdict, settledAt: now, personId })
  return done({ settlementId }, oneId)
}
