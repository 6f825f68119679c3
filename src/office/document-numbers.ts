/** Numbers of papers as people read them: "07/2026/BBBG-PC042". */

import { type DocumentKind, formatDocumentNumber } from '../domain/numbering.ts'
import type { OfficeRecord } from '../ledger/office-record.ts'

type Office = Pick<OfficeRecord, 'officeCode'>

export function receiptNumber(office: Office, paper: { documentYear: number; documentNumber: number }): string {
  const { documentYear: year, documentNumber: number } = paper
  return formatDocumentNumber({ kind: 'handoverReceipt', year, number }, office.officeCode)
}

/** The list everybody signs at a distribution; it is numbered with the kit. */
export function signOffListNumber(office: Office, list: { documentYear: number; documentNumber: number }): string {
  const { documentYear: year, documentNumber: number } = list
  return formatDocumentNumber({ kind: 'signOffList', year, number }, office.officeCode)
}

/** A paper of a repair or of its confirmation; null where it was not issued. */
export function repairNumber(
  office: Office,
  kind: DocumentKind,
  paper:
    | { documentYear: number; documentNumber: number }
    | { documentYear: number | null; documentNumber: number | null },
): string | null {
  const { documentYear: year, documentNumber: number } = paper
  if (year === null || number === null) return null
  return formatDocumentNumber({ kind, year, number }, office.officeCode)
}
