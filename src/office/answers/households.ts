/** Answers about the registry. */

import { maskCitizenId } from '../../domain/citizen-id.ts'
import { dong } from '../../domain/money.ts'
import { refusal } from '../../domain/refusal.ts'
import { handoversOfHousehold } from '../../ledger/handovers.ts'
import { searchHouseholds } from '../../ledger/household-search.ts'
import { findHousehold, outlineHouseholds, pageHouseholds } from '../../ledger/households.ts'
import { historyOf } from '../../ledger/journal.ts'
import { officeOf } from '../../ledger/office-record.ts'
import { repairsOfHousehold } from '../../ledger/repairs.ts'
import { certificateNumber, receiptNumber } from '../document-numbers.ts'
import { done, type QueryHandler, refused } from '../handler.ts'
import { householdLineOf } from './household-line.ts'

export const searchForHouseholds: QueryHandler<'households.search'> = ({ reader }, { text, limit }) =>
  done({ households: searchHouseholds(reader, text, limit).map(householdLineOf) })

export const outlineOfHouseholds: QueryHandler<'households.outline'> = ({ reader }, { filter, pageSize }) =>
  done(outlineHouseholds(reader, filter, pageSize))

export const pageOfHouseholds: QueryHandler<'households.page'> = ({ reader }, { filter, after, limit }) =>
  done({ households: pageHouseholds(reader, filter, after, limit).map(householdLineOf) })

export const getHousehold: QueryHandler<'households.get'> = ({ reader }, { householdId }) => {
  const household = findHousehold(reader, householdId)
  if (!household) return refused(refusal('household.unknown', {}))
  const office = officeOf(reader)
  const { oldIdNumber, meterNumber, addressText, categoryDecision, note, revision } = household
  return done({
    ...householdLineOf(household),
    oldIdNumber: oldIdNumber && maskCitizenId(oldIdNumber),
    meterNumber,
    addressText,
    categoryDecision,
    note,
    revision,
    gifts: handoversOfHousehold(reader, householdId).map((handover) => ({
      handoverId: handover.handoverId,
      documentNumber: receiptNumber(office, handover),
      campaignName: handover.campaignName,
      giftPackageName: handover.giftPackageName,
      handedOverOn: handover.handedOverOn,
      valueDong: dong(handover.valueDong),
      recipientName: handover.recipientName,
      voidedOn: handover.voidedOn,
    })),
    repairs: repairsOfHousehold(reader, householdId).map((repair) => ({
      repairId: repair.repairId,
      doneOn: repair.doneOn,
      costDong: dong(repair.costDong),
      documentNumber: certificateNumber(office, repair),
      voidedOn: repair.voidedOn,
    })),
    history: historyOf(reader, householdId),
  })
}
