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
import { findRepairByCode } from '../../ledger/repairs.ts'
import { certificateNumber, receiptNumber } from '../document-numbers.ts'
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
  done({ paper: receiptOf(reader, code) ?? certificateOf(reader, code) })

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

function certificateOf(reader: Reader, code: string): FoundPaper | null {
  const repair = findRepairByCode(reader, code)
  const household = repair && findHousehold(reader, householdThatStandsFor(reader, repair.householdId))
  const documentNumber = repair && certificateNumber(officeOf(reader), repair)
  if (!household || !documentNumber) return null
  const { certifiedOn, doneOn, voidedOn, repairId } = repair
  return {
    kind: 'repairCertificate',
    documentNumber,
    issuedOn: certifiedOn ?? doneOn,
    voidedOn,
    household: householdLineOf(household),
    repairId,
  }
}
