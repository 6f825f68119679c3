/**
 * A list of households as it was read off a file: plain data that crosses threads, not yet held against the ledger.
 * And what the clerk may say of how it is to be read.
 */

import type { Day } from './day.ts'
import type { HouseholdFacts } from './household.ts'
import { type HouseholdCategory, withListedCategory } from './household-category.ts'
import type { LegacyEncoding } from './legacy-vietnamese.ts'
import type { ListFinding } from './list-finding.ts'

/** What columns of a list may hold. */
export const LIST_FIELDS = [
  'headOfHousehold',
  'birthYear',
  'citizenId',
  'oldIdNumber',
  'customerCode',
  'meterNumber',
  'phone',
  'hamlet',
  'communeName',
  'addressText',
  'memberCount',
  'category',
  'categoryDecision',
  'note',
] as const
export type ListField = (typeof LIST_FIELDS)[number]

/** Fields of a list that the registry has, too; a category and its decision are one of many there. */
export type PlainListField = Exclude<ListField, 'category' | 'categoryDecision'>

export const PLAIN_LIST_FIELDS = LIST_FIELDS.filter(
  (field): field is PlainListField => field !== 'category' && field !== 'categoryDecision',
)

/** What one row of a list may say of a household: one category, and the numbers and words that columns hold. */
export interface ListedHousehold extends Pick<HouseholdFacts, PlainListField> {
  category: HouseholdCategory | null
  categoryDecision: string | null
}

/** A row that says no more than a name. */
export function blankListedHousehold(headOfHousehold: string): ListedHousehold {
  return {
    headOfHousehold,
    birthYear: null,
    citizenId: null,
    oldIdNumber: null,
    customerCode: null,
    meterNumber: null,
    phone: null,
    hamlet: null,
    communeName: null,
    addressText: null,
    memberCount: null,
    category: null,
    categoryDecision: null,
    note: null,
  }
}

/** What is known of a household after a row has spoken: a cell the list left empty takes nothing away. */
export function factsAfter(known: HouseholdFacts, listed: ListedHousehold, on: Day): HouseholdFacts {
  const { category, categoryDecision: decisionNumber } = listed
  return {
    ...known,
    headOfHousehold: listed.headOfHousehold,
    birthYear: listed.birthYear ?? known.birthYear,
    citizenId: listed.citizenId ?? known.citizenId,
    oldIdNumber: listed.oldIdNumber ?? known.oldIdNumber,
    customerCode: listed.customerCode ?? known.customerCode,
    meterNumber: listed.meterNumber ?? known.meterNumber,
    phone: listed.phone ?? known.phone,
    hamlet: listed.hamlet ?? known.hamlet,
    communeName: listed.communeName ?? known.communeName,
    addressText: listed.addressText ?? known.addressText,
    memberCount: listed.memberCount ?? known.memberCount,
    note: listed.note ?? known.note,
    categories: category ? withListedCategory(known.categories, { category, decisionNumber }, on) : known.categories,
  }
}

/** How sure it is what a column holds, and who said so. */
export type ColumnBasis = 'header' | 'content' | 'remembered' | 'clerk'

/** A column as it was read. */
export interface HouseholdListColumn {
  /** From 1, as A is the first column of a sheet. */
  columnNumber: number
  /** The header as the file words it, from top to bottom where it stands in several rows; '' where there is none. */
  header: string
  /** Null where the column is not read. */
  field: ListField | null
  /** Null for a column that nobody knows. */
  basis: ColumnBasis | null
  /** 0 to 1; 1 where the clerk said it. */
  confidence: number
  /** The first values below the header, as a person sees them after conversion. */
  samples: string[]
  /** The legacy font whose text was converted, with the first values before it; null for Unicode. */
  conversion: { encoding: LegacyEncoding; capitals: boolean; confidence: number; before: string[] } | null
}

/** A row that holds a household; `rowNumber` is the file's own, from 1. */
export interface HouseholdListRow {
  rowNumber: number
  facts: ListedHousehold
}

export interface ListSheet {
  name: string
  isHidden: boolean
  /** Whether something like a list of households was found in it. */
  hasList: boolean
}

export type ListFormat = 'xlsx' | 'xls' | 'ods' | 'csv' | 'html' | 'xml2003' | 'pasted'

export interface HouseholdList {
  /** PASTED_NAME for what was pasted. */
  fileName: string
  /** Hash of the file's bytes, or of the pasted text in UTF-8, in lower-case hex. */
  fileSha256: string
  format: ListFormat
  /** The encoding of a text file; null for workbooks. */
  textEncoding: string | null
  sheets: ListSheet[]
  sheetName: string
  /** The last row of the header: what stands below it are households. */
  headerRowNumber: number
  /** The first rows of the sheet as a person sees them, so that another header can be pointed at. */
  firstRows: { rowNumber: number; texts: string[] }[]
  /** What a sender's lists are recognised by: the folded headers, hashed, in lower-case hex. */
  headerSignature: string
  /** Every column with a header or with values, from left to right. */
  columns: HouseholdListColumn[]
  rows: HouseholdListRow[]
  /** Rows that an error keeps out, with what could be read of them; the name may be ''. */
  blockedRows: HouseholdListRow[]
  /** In row order. */
  findings: ListFinding[]
  /** Rows below the header that hold something, but no household: dividers, totals, repeated headers, signatures. */
  skippedRowNumbers: number[]
  /** Rows hidden in the file that hold a household: they are read, and told. */
  hiddenRowNumbers: number[]
  /** Rows that hold a household, usable or not. */
  rowCount: number
}

/** How a sender's lists were read last time: the field of each column, null for one that is not read. */
export interface ListLayout {
  headerSignature: string
  columns: readonly { columnNumber: number; field: ListField | null }[]
}

/** Stands for a file's name where a list was copied in Excel and pasted. */
export const PASTED_NAME = 'Dán từ Excel'

/** Where a list comes from: a file on this machine, or what was copied in Excel. */
export type ListSource = { file: string } | { pasted: string }

/** What the clerk says of how a list is to be read; empty where it is to be read as it is found. */
export interface ListChoices {
  sheetName: string | null
  /** The last row of the header; 0 where the list has none and its first row is a household. */
  headerRowNumber: number | null
  /** Columns that hold another field than was found, or none. */
  columns: { columnNumber: number; field: ListField | null }[]
  /** Columns whose letters are of another font than was found; null for Unicode. */
  encodings: { columnNumber: number; encoding: LegacyEncoding | null }[]
  /** Cells as the clerk mended them; '' empties one. A fact that has no column may be added. */
  corrections: { rowNumber: number; field: ListField; text: string }[]
}

export const NO_CHOICES: ListChoices = {
  sheetName: null,
  headerRowNumber: null,
  columns: [],
  encodings: [],
  corrections: [],
}
