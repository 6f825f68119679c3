/** Prints the papers of repairs: those that were issued, survey forms to fill in by hand, the list a commune signs. */

import { refusal } from '../../domain/refusal.ts'
import { officeOf } from '../../ledger/office-record.ts'
import type { StoredPaper } from '../../ledger/receipts.ts'
import { confirmationPaper } from '../../ledger/repairs/confirmations.ts'
import { type RepairLine, repairsInOrder } from '../../ledger/repairs/repair-lines.ts'
import { type RepairPaperKind, standingRepairPapers } from '../../ledger/repairs/repair-papers.ts'
import { repairNumber } from '../document-numbers.ts'
import { type JobHandler, refused, type Working } from '../handler.ts'
import { printIssued, printMixed } from '../printing.ts'
import { surveyFormData } from '../repair-papers.ts'
import { repairOnPaper } from '../repairing.ts'

const WORDS: Record<RepairPaperKind, string> = {
  workOrder: 'phieu giao viec',
  acceptanceRecord: 'bien ban nghiem thu',
  repairCertificate: 'giay xac nhan sua chua',
}

export const printRepairPapers: JobHandler<'papers.repairPapers'> = async (working, wanted) => {
  const papers = standingRepairPapers(working.reader, wanted).map((paper) => ({
    ...paper,
    form: paper.kind === 'repairCertificate' ? ('certificate' as const) : paper.kind,
  }))
  return printMixed(working, papers, wanted.kind === null ? 'ho so sua dien' : WORDS[wanted.kind])
}

export const printSurveyForms: JobHandler<'papers.surveyForms'> = async (working, { repairIds }) => {
  const forms = repairsInOrder(working.reader, repairIds).flatMap((repair) => surveyFormOf(working, repair) ?? [])
  return printIssued(working, 'surveyForm', 'surveyForm', forms, 'phieu khao sat')
}

/** A repair of the first version was never surveyed and has no number. */
function surveyFormOf({ reader }: Working, repair: RepairLine): StoredPaper | null {
  const { repairId: documentId, documentNumber, code, openedOn: issuedOn, need } = repair
  const number = repairNumber(officeOf(reader), 'surveyForm', repair)
  if (number === null || documentNumber === null || code === null) return null
  const issue = { documentNumber: number, code, issuedOn }
  const data = surveyFormData(reader, repairOnPaper(reader, repair), issue, { need })
  return { documentId, documentNumber, paper: JSON.stringify(data) }
}

export const printConfirmationList: JobHandler<'papers.confirmationList'> = async (working, { listId }) => {
  const paper = confirmationPaper(working.reader, listId)
  if (!paper) return refused(refusal('confirmation.unknown', {}))
  return printIssued(working, 'confirmationList', 'confirmationList', [paper], 'danh sach de nghi xac nhan')
}
