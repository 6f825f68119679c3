/** Says that a household has moved away, that its head has died, or that it is served again: as of a day, and why. */

import { refuseStatus } from '../../domain/household.ts'
import { refusal } from '../../domain/refusal.ts'
import { refreshPairs } from '../../ledger/registry/duplicates.ts'
import { factsOf } from '../../ledger/registry/household-record.ts'
import { changeHousehold, findHousehold } from '../../ledger/registry/households.ts'
import { type CommandHandler, done, refused } from '../handler.ts'
import { byOf } from '../session.ts'

export const setHouseholdStatus: CommandHandler<'households.setStatus'> = (commanding, input) => {
  const { reader, writer, today } = commanding
  const { householdId, revision, status, on, reason } = input
  const household = findHousehold(reader, householdId)
  if (!household) return refused(refusal('household.unknown', {}))
  const { headOfHousehold } = household
  if (household.revision !== revision) return refused(refusal('household.changedMeanwhile', { headOfHousehold }))
  const refusedBecause = refuseStatus(household, { status, on, today })
  if (refusedBecause) return refused(refusedBecause)
  const change = { ...factsOf(household), status, statusOn: on, statusReason: reason }
  const changed = changeHousehold(writer, household, change, byOf(commanding, 'households.setStatus'))
  refreshPairs(writer, [householdId])
  return done({ revision: changed }, householdId)
}
