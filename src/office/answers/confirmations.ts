/** Answers about lists for communes to confirm. */

import type { ConfirmationList } from '../../contract/confirmations.ts'
import { dong } from '../../domain/money.ts'
import { refusal } from '../../domain/refusal.ts'
import { type OfficeRecord, officeOf } from '../../ledger/office-record.ts'
import {
  type ConfirmationLine,
  entriesOfConfirmation,
  findConfirmationList,
  listConfirmationLists,
  repairsToConfirm,
} from '../../ledger/repairs/confirmations.ts'
import { repairNumber } from '../document-numbers.ts'
import { done, type QueryHandler, refused } from '../handler.ts'
import { householdLineOf } from './household-line.ts'

function listOf(office: OfficeRecord, line: ConfirmationLine): ConfirmationList {
  const { documentYear: _year, isBack, estimateDong, ...list } = line
  return {
    ...list,
    documentNumber: repairNumber(office, 'confirmationList', line) ?? '',
    estimateDong: dong(estimateDong),
    isBack: isBack === 1,
  }
}

export const listOfConfirmations: QueryHandler<'confirmations.list'> = ({ reader }) => {
  const office = officeOf(reader)
  const waiting = Map.groupBy(repairsToConfirm(reader), ({ communeName }) => communeName)
  return done({
    lists: listConfirmationLists(reader).map((line) => listOf(office, line)),
    waiting: [...waiting].map(([communeName, repairs]) => ({
      communeName,
      repairIds: repairs.map(({ repairId }) => repairId),
    })),
  })
}

export const getConfirmation: QueryHandler<'confirmations.get'> = ({ reader }, { listId }) => {
  const line = findConfirmationList(reader, listId)
  if (!line) return refused(refusal('confirmation.unknown', {}))
  return done({
    ...listOf(officeOf(reader), line),
    entries: entriesOfConfirmation(reader, listId).map(({ household, estimateDong, ...entry }) => ({
      ...entry,
      household: householdLineOf(household),
      estimateDong: dong(estimateDong),
    })),
  })
}
