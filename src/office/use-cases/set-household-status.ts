/** Says that a household has moved away, that its head has died, or that it is served again: as of a day, and why. */

import { refuseStatus } from '../../domain/household.ts'
import { refreshPairs } from '../../ledger/registry/duplicates.ts'
import { factsOf } from '../../ledger/registry/household-record.ts'
import { changeHousehold } from '../../ledger/registry/households.ts'
import { type CommandHandler, done, refused } from '../handler.ts'
import { householdToChange } from '../household-to-change.ts'
import { byOf } from '../session.ts'

export const setHouseholdStatus: CommandHandler<'households.setStatus'> = (commanding, input) => {
  const { reader, writer, today } = commanding
  const { householdId, status, on, reason } = input
  const seen = householdToChange(reader, input)
  if ('refusal' in seen) return seen
  const { household } = seen
  const refusedBecause = refuseStatus(household, { status, on, today })
  if (refusedBecause) return refused(refusedBecause)
  const change = { ...factsOf(household), status, statusOn: on, statusReason: reason }
  const changed = changeHousehold(writer, household, change, byOf(commanding, 'households.setStatus'))
  refreshPairs(writer, [householdId])
  return done({ revision: changed }, householdId)
}
