/** Answers about one household and about who is searched for. */

import type { HistoryEntry, HouseholdDetail } from '../../contract/households.ts'
import { maskCitizenId } from '../../domain/citizen-id.ts'
import { dong } from '../../domain/money.ts'
import { refusal } from '../../domain/refusal.ts'
import type { Reader } from '../../ledger/connection.ts'
import { handoversOfHousehold } from '../../ledger/handovers.ts'
import { officeOf } from '../../ledger/office-record.ts'
import { countOpenPairs } from '../../ledger/registry/duplicates.ts'
import { mergesInto } from '../../ledger/registry/household-merges.ts'
import type { HouseholdRecord } from '../../ledger/registry/household-record.ts'
import { historyOfHousehold } from '../../ledger/registry/household-revisions.ts'
import { searchHouseholds } from '../../ledger/registry/household-search.ts'
import { findHousehold } from '../../ledger/registry/households.ts'
import { receiptNumber } from '../document-numbers.ts'
import { done, type QueryHandler, refused } from '../handler.ts'
import { fieldChangesOf } from './field-changes.ts'
import { householdLineOf } from './household-line.ts'

export const searchForHouseholds: QueryHandler<'households.search'> = ({ reader }, { text, limit }) =>
  done({ households: searchHouseholds(reader, text, limit).map(householdLineOf) })

/** What a household and the ones kept under it were given; `heldBy` names the one a paper was issued to. */
function giftsOf(reader: Reader, household: HouseholdRecord): HouseholdDetail['gifts'] {
  const office = officeOf(reader)
  return handoversOfHousehold(reader, household.householdId).map((handover) => ({
    handoverId: handover.handoverId,
    receiptId: handover.receiptId,
    documentNumber: receiptNumber(office, handover),
    campaignName: handover.campaignName,
    giftPackageName: handover.giftPackageName,
    handedOverOn: handover.handedOverOn,
    valueDong: dong(handover.valueDong),
    recipientName: handover.recipientName,
    voidedOn: handover.voidedOn,
    heldBy: handover.householdId === household.householdId ? null : handover.headOfHousehold,
  }))
}

function historyOf(reader: Reader, householdId: string): HistoryEntry[] {
  return historyOfHousehold(reader, householdId).map(({ changes, ...entry }) => ({
    ...entry,
    changes: fieldChangesOf(reader, changes),
  }))
}

function mergesOf(reader: Reader, { householdId, mergedInto }: HouseholdRecord) {
  const into = mergedInto ? findHousehold(reader, mergedInto) : null
  return {
    mergedInto: into && householdLineOf(into),
    merged: mergesInto(reader, householdId).flatMap(({ mergeId, mergedId, mergedAt }) => {
      const merged = findHousehold(reader, mergedId)
      return merged ? [{ mergeId, mergedAt, household: householdLineOf(merged) }] : []
    }),
  }
}

export const getHousehold: QueryHandler<'households.get'> = ({ reader }, { householdId }) => {
  const household = findHousehold(reader, householdId)
  if (!household) return refused(refusal('household.unknown', {}))
  const { oldIdNumber, meterNumber, addressText, communeCode, communeVersion, legalBasis, note } = household
  const { statusOn, statusReason, revision } = household
  return done({
    ...householdLineOf(household),
    maskedOldIdNumber: oldIdNumber && maskCitizenId(oldIdNumber),
    meterNumber,
    addressText,
    communeCode,
    communeVersion,
    members: [...household.members],
    categories: [...household.categories],
    legalBasis,
    note,
    statusOn,
    statusReason,
    revision,
    ...mergesOf(reader, household),
    duplicateCount: countOpenPairs(reader, householdId),
    gifts: giftsOf(reader, household),
    history: historyOf(reader, householdId),
  })
}
