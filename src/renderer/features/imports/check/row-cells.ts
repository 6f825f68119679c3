/** What the cells of a row show, which of them are at fault, and what a row is known by. Pure. */

import type { ImportFinding, ImportPreview, ImportRow } from '../../../../contract/imports.ts'
import { LIST_FIELDS, type ListChoices, type ListField } from '../../../../domain/household-list.ts'
import type { Text } from '../../../text/texts.ts'
import { cellKey, fieldOf } from '../list-choices.ts'

/** Known even where no column says them: the name, and what a title or a divider can tell of every row. */
const ALWAYS_SHOWN: readonly ListField[] = ['headOfHousehold', 'citizenId', 'hamlet', 'communeName', 'category']

/** Numbers of persons are masked while nothing is wrong with them. */
const MASKED: readonly ListField[] = ['citizenId', 'oldIdNumber']

/** In the order a clerk reads a row. */
const READING_ORDER: readonly ListField[] = [
  'headOfHousehold',
  'citizenId',
  'birthYear',
  'hamlet',
  'communeName',
  'category',
  'customerCode',
  'meterNumber',
  'phone',
  'memberCount',
  'oldIdNumber',
  'addressText',
  'categoryDecision',
  'note',
]

/** The columns of the check: what the list has, and what was added to it by hand. */
export function fieldsShown({ columns }: ImportPreview, choices: ListChoices): ListField[] {
  const shown = new Set<ListField>(ALWAYS_SHOWN)
  for (const { columnNumber } of columns) {
    const field = fieldOf(columns, choices, columnNumber)
    if (field) shown.add(field)
  }
  for (const { field } of choices.corrections) shown.add(field)
  return [...READING_ORDER, ...LIST_FIELDS].filter((field, at, all) => shown.has(field) && all.indexOf(field) === at)
}

/** What a row is known by from one reading to the next. */
export function rowKey({ rowNumber, household }: Pick<ImportRow, 'rowNumber' | 'household'>): string {
  return rowNumber === null ? (household?.householdId ?? '') : String(rowNumber)
}

/** A household that the list no longer names shows what the registry has of it. */
function goneCell(household: NonNullable<ImportRow['household']>, field: ListField, text: Text): string {
  switch (field) {
    case 'citizenId':
      return household.maskedCitizenId ?? ''
    case 'category':
      return household.category ? text.trade.categories[household.category] : ''
    case 'headOfHousehold':
    case 'birthYear':
    case 'customerCode':
    case 'phone':
    case 'hamlet':
    case 'communeName':
    case 'memberCount':
      return String(household[field] ?? '')
    default:
      return ''
  }
}

export interface Cell {
  text: string
  /** The gravest of its findings. */
  fault: ImportFinding['severity'] | null
  /** Mended by hand: kept, or not read again yet. */
  isMended: boolean
}

/** A cell as it is shown: what was typed into it, even before the list has been read again. */
export function cellOf(row: ImportRow, field: ListField, mended: ReadonlyMap<string, string>, text: Text): Cell {
  if (row.rowNumber === null)
    return { text: row.household ? goneCell(row.household, field, text) : '', fault: null, isMended: false }
  const typed = mended.get(cellKey(row.rowNumber, field))
  const findings = row.findings.filter((finding) => finding.field === field)
  const isError = findings.some(({ severity }) => severity === 'error')
  const fault = isError ? 'error' : findings.length > 0 ? 'warning' : null
  const isKept = typed === undefined || typed === '' || MASKED.includes(field)
  const shown = isKept && typed !== '' ? (row.cells[field] ?? typed ?? '') : (typed ?? '')
  return { text: shown, fault, isMended: typed !== undefined }
}

/** What an editor begins with: the text of the cell, but never a mask, which nobody meant to write. */
export function editableText(row: ImportRow, field: ListField, mended: ReadonlyMap<string, string>): string {
  const typed = row.rowNumber === null ? undefined : mended.get(cellKey(row.rowNumber, field))
  if (typed !== undefined) return typed
  const isMasked = MASKED.includes(field) && !row.findings.some((finding) => finding.field === field)
  return isMasked ? '' : (row.cells[field] ?? '')
}

/** The findings of a row, those of the active cell first. */
export function findingsFirst(row: ImportRow, field: ListField | undefined): ImportFinding[] {
  const isOfCell = (finding: ImportFinding) => Number(finding.field === field)
  return [...row.findings].sort((one, other) => isOfCell(other) - isOfCell(one))
}

/** The mend that one key takes: that of the active cell, or else the first of the row. */
export function proposalOf(
  row: ImportRow,
  field: ListField | undefined,
): (ImportFinding & { proposed: string }) | null {
  const finding = findingsFirst(row, field).find(({ proposed }) => proposed !== null)
  return finding?.proposed === undefined || finding.proposed === null
    ? null
    : { ...finding, proposed: finding.proposed }
}
