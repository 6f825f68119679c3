/** Whose an ID card or the code of a paper is. */

import type { FoundPaper } from '../../contract/id-cards.ts'
import { citizenIdFacts } from '../../domain/citizen-id.ts'
import { birthYearOf } from '../../domain/household.ts'
import type { Reader } from '../../ledger/connection.ts'
import { officeOf } from '../../ledger/office-record.ts'
import { findReceiptByCode } from '../../ledger/receipts.ts'
import { searchHouseholds } from '../../ledger/registry/household-search.ts'
import {
  findByCitizenId,
  findHousehold,
  findKeptByCitizenId,
  householdThatStandsFor,
} from '../../ledger/registry/households.ts'
import { findRepair } from '../../ledger/repairs/repair-lines.ts'
import { findRepairPaperByCode, repairByPaper } from '../../ledger/repairs/repair-papers.ts'
import { receiptNumber, repairNumber } from '../document-numbers.ts'
import { done, type QueryHandler } from '../handler.ts'
import { householdLineOf } from './household-line.ts'

const MOST_CANDIDATES = 20

export const matchIdCard: QueryHandler<'idCards.match'> = ({ reader }, { citizenId, oldIdNumber }) => {
  const household = findByCitizenId(reader, citizenId) ?? findKeptByCitizenId(reader, citizenId)
  if (household) return done({ household: householdLineOf(household), candidates: [] })
  const candidates = oldIdNumber ? householdsOfOldNumber(reader, citizenId, oldIdNumber) : []
  return done({ household: null, candidates })
}

/** A household that has another citizen ID, or was born in another year, is somebody else's. */
function householdsOfOldNumber(reader: Reader, citizenId: string, oldIdNumber: string) {
  const birthYear = citizenIdFacts(citizenId)?.birthYear ?? null
  return searchHouseholds(reader, oldIdNumber, MOST_CANDIDATES).flatMap((line) => {
    const known = findHousehold(reader, line.householdId)
    if (!known || known.citizenId !== null || known.oldIdNumber !== oldIdNumber) return []
    const knownYear = birthYearOf(known)
    return knownYear === null || knownYear === birthYear ? [householdLineOf(line)] : []
  })
}

export const findPaper: QueryHandler<'papers.find'> = ({ reader }, { code }) =>
  done({ paper: receiptOf(reader, code) ?? repairPaperOf(reader, code) })

/** A receipt printed in a kit is the paper of its household before anything was handed over with it. */
function receiptOf(reader: Reader, code: string): FoundPaper | null {
  const receipt = findReceiptByCode(reader, code)
  if (!receipt || receipt.householdId === null) return null
  const household = findHousehold(reader, householdThatStandsFor(reader, receipt.householdId))
  if (!household) return null
  return {
    kind: 'handoverReceipt',
    documentNumber: receiptNumber(officeOf(reader), receipt),
    issuedOn: receipt.handedOverOn ?? receipt.issuedOn,
    voidedOn: receipt.voidedOn,
    household: householdLineOf(household),
    repairId: null,
  }
}

/** Any paper of a repair leads to it: the form of its survey, its orders, records and certificates. */
function repairPaperOf(reader: Reader, code: string): FoundPaper | null {
  const repairId = repairByPaper(reader, { code })
  const repair = repairId === null ? null : findRepair(reader, repairId)
  const household = repair && findHousehold(reader, householdThatStandsFor(reader, repair.household.householdId))
  if (!repair || !household) return null
  const office = officeOf(reader)
  const paper = findRepairPaperByCode(reader, code)
  const facts = { household: householdLineOf(household), repairId }
  if (paper) {
    const { kind, issuedOn, voidedOn } = paper
    return { kind, documentNumber: repairNumber(office, kind, paper) ?? '', issuedOn, voidedOn, ...facts }
  }
  const documentNumber = repairNumber(office, 'surveyForm', repair) ?? ''
  return { kind: 'surveyForm', documentNumber, issuedOn: repair.openedOn, voidedOn: null, ...facts }
}
