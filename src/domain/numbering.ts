/** Numbers of papers: gapless per office, kind and year, and the scannable code that stands for one. */

import { hasCheckDigit, withCheckDigit } from './digits.ts'

/** Papers that give something to a household: they are what a month's package counts. */
export const GIVING_KINDS = ['handoverReceipt', 'repairCertificate'] as const
export type GivingKind = (typeof GIVING_KINDS)[number]

export const DOCUMENT_KINDS = [
  ...GIVING_KINDS,
  'stockIn',
  'stockOut',
  'signOffList',
  'surveyForm',
  'confirmationList',
  'workOrder',
  'acceptanceRecord',
] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** What has a number: every paper, and entries that no paper is printed of. */
export type NumberedKind = DocumentKind | 'correction'

/**
 * Papers whose copies are counted: those with a number of their own, the slip that stands for a void one, and the sheet
 * of private keys.
 */
export type CountedKind = DocumentKind | 'voidSlip' | 'recoverySheet'

/**
 * What stands between number and office: BBBG (biên bản bàn giao), GXN (giấy xác nhận), PNK (phiếu nhập kho), PXK
 * (phiếu xuất kho), DSKN (danh sách ký nhận), PKS (phiếu khảo sát), DSXN (danh sách đề nghị xác nhận), PGV (phiếu giao
 * việc), BBNT (biên bản nghiệm thu), BTDC (bút toán điều chỉnh).
 */
const ABBREVIATIONS: Record<NumberedKind, string> = {
  handoverReceipt: 'BBBG',
  repairCertificate: 'GXN',
  stockIn: 'PNK',
  stockOut: 'PXK',
  signOffList: 'DSKN',
  surveyForm: 'PKS',
  confirmationList: 'DSXN',
  workOrder: 'PGV',
  acceptanceRecord: 'BBNT',
  correction: 'BTDC',
}

/** The digit that tells the kinds apart in a code; never reused for another kind. */
const CODE_DIGITS: Record<DocumentKind, string> = {
  handoverReceipt: '1',
  repairCertificate: '2',
  stockIn: '3',
  stockOut: '4',
  signOffList: '5',
  surveyForm: '6',
  confirmationList: '7',
  workOrder: '8',
  acceptanceRecord: '9',
}

/** Lists and slips run on over many pages, each of which is signed and comes back; other papers come back as one. */
const SEVERAL_PAGES: readonly DocumentKind[] = ['stockIn', 'stockOut', 'signOffList', 'confirmationList']

export function comesBackInPages(kind: DocumentKind): boolean {
  return SEVERAL_PAGES.includes(kind)
}

export interface DocumentIdentity {
  kind: DocumentKind
  year: number
  number: number
}

/** "07/2026/BBBG-PC042": numbers under 10 carry a zero (Nghị định 30/2020/NĐ-CP). */
export function formatDocumentNumber(
  { kind, year, number }: Omit<DocumentIdentity, 'kind'> & { kind: NumberedKind },
  officeCode: string,
): string {
  return `${String(number).padStart(2, '0')}/${year}/${ABBREVIATIONS[kind]}-${officeCode}`
}

/** "07/2026/BBBG-PC042", or its beginning with number, year and kind; null where it names none of our papers. */
export function readDocumentNumber(text: string): DocumentIdentity | null {
  const [, number, year, abbreviation] = /^\s*(\d{1,6})\/(20\d{2})\/([a-z]+)/i.exec(text) ?? []
  const kind = DOCUMENT_KINDS.find((candidate) => ABBREVIATIONS[candidate] === abbreviation?.toUpperCase())
  return kind && Number(number) > 0 ? { kind, year: Number(year), number: Number(number) } : null
}

/** The digits of an office's code, up to four, so that papers of neighbouring offices are told apart by a scanner. */
export function officeDigits(officeCode: string): string {
  return officeCode.replace(/\D/g, '').slice(-4).padStart(4, '0')
}

/**
 * The code on a paper: kind (1 digit), office (4), year (2), number (6), check digit; 14 digits in all.
 * Throws for a number past 999,999, which no office issues in a year, and for a year of another century.
 */
export function documentCode({ kind, year, number }: DocumentIdentity, officeCode: string): string {
  if (!Number.isInteger(number) || number < 1 || number > 999_999) {
    throw new RangeError(`A paper's number must be 1 to 999,999: ${number}`)
  }
  if (!Number.isInteger(year) || year < 2000 || year > 2099) throw new RangeError(`Not a year of this century: ${year}`)
  const digits = [CODE_DIGITS[kind], officeDigits(officeCode), String(year).slice(2), String(number).padStart(6, '0')]
  return withCheckDigit(digits.join(''))
}

/** Reads a code typed or scanned; null where it is none of ours or was misread. Years are of this century. */
export function readDocumentCode(text: string): (DocumentIdentity & { officeDigits: string }) | null {
  const code = text.replace(/\s/g, '')
  if (!/^\d{14}$/.test(code) || !hasCheckDigit(code)) return null
  const kind = DOCUMENT_KINDS.find((candidate) => CODE_DIGITS[candidate] === code[0])
  const number = Number(code.slice(7, 13))
  if (!kind || number === 0) return null
  return { kind, officeDigits: code.slice(1, 5), year: 2000 + Number(code.slice(5, 7)), number }
}

/** Three digits more would not go into the smallest symbol; a list of a hundred pages is cut in two. */
const LAST_CODED_PAGE = 99

/**
 * The code on one page of a paper: on the first the paper's own, on each later one with the page's two digits and
 * another check digit behind it, 17 in all. Null past page 99. Throws for a page that is no number from 1 on.
 */
export function pageCode(code: string, pageNumber: number): string | null {
  if (!Number.isInteger(pageNumber) || pageNumber < 1) throw new RangeError(`Pages count from 1: ${pageNumber}`)
  if (pageNumber > LAST_CODED_PAGE) return null
  return pageNumber === 1 ? code : withCheckDigit(code + String(pageNumber).padStart(2, '0'))
}

/** A paper's code as it was read off one of its pages. */
export interface PageCode {
  /** Of the paper, 14 digits. */
  code: string
  pageNumber: number
  paper: DocumentIdentity & { officeDigits: string }
}

/** Reads what `pageCode` makes; null where it is none of ours or was misread. */
export function readPageCode(text: string): PageCode | null {
  const digits = text.replace(/\s/g, '')
  const code = digits.slice(0, 14)
  const paper = readDocumentCode(code)
  if (!paper) return null
  if (digits.length === 14) return { code, pageNumber: 1, paper }
  const pageNumber = Number(digits.slice(14, 16))
  return digits.length === 17 && hasCheckDigit(digits) && pageNumber > 1 ? { code, pageNumber, paper } : null
}
