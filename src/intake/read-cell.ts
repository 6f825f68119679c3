/**
 * What a cell says about a household, field by field. What cannot be kept is told with what stood there; a zero that
 * Excel dropped is put back and told; nothing is guessed.
 */

import { readCitizenId } from '../domain/citizen-id.ts'
import { type Day, dayParts, formatDay, parseTypedDay } from '../domain/day.ts'
import { isCustomerCode } from '../domain/household.ts'
import { type HouseholdCategory, readCategory } from '../domain/household-category.ts'
import type { ListedHousehold, ListField } from '../domain/household-list.ts'
import type { ListFinding, ListFindingCode } from '../domain/list-finding.ts'
import { readPhone } from '../domain/phone.ts'
import { forbiddenText, tidyName, tidyText } from '../domain/vietnamese.ts'
import type { Cell } from './formats/table-source.ts'
import { hasRemark } from './propose-mend.ts'

/** What one cell adds to a household, and what the clerk must be told of it. */
export interface CellReading {
  facts: Partial<ListedHousehold>
  finding?: CellFinding
}

/** What a mend is proposed for, once the whole row is known. */
export type CellFinding = Omit<ListFinding, 'rowNumber' | 'proposed'>

/** Digits, codes and other plain words: most cells of a list are tidy as they stand. */
const TIDY_ASCII = /^[!-~]+(?: [!-~]+)*$/

/** A cell as a person sees it: tidy text, a date as 05/11/2026, a whole number without a fraction. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return TIDY_ASCII.test(cell) ? cell : tidyText(cell)
  if (typeof cell === 'object') return formatDay(cell.day)
  return typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell)
}

/** Dashes, dots and slashes are how lists say "nothing". */
export function isBlankText(text: string): boolean {
  return /^[-–—_./\\\s]*$/.test(text)
}

const FORMULA_ERROR = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/

/** Excel shows long numbers as 1,18E+09, and keeps no more than 15 digits. */
function isShortenedNumber(text: string): boolean {
  return /^\d+([.,]\d+)?e\+?\d+$/i.test(text) || /^\d{16,}$/.test(text)
}

function told(field: ListField, code: ListFindingCode, value: string, mended: string | null = null): CellFinding {
  const severity = code === 'forbiddenText' || code === 'nameNotText' ? 'error' : 'warning'
  return { field, severity, code, value: visible(value), mended, other: null }
}

/** Characters that show nothing, or turn round what follows, as a mark that can be seen. */
function visible(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is replaced.
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')
}

type TextField = 'hamlet' | 'communeName' | 'addressText' | 'categoryDecision' | 'note' | 'meterNumber' | 'customerCode'

/** "- đã nhận", "+ nhà tạm": a dash or plus that begins an item of a list, not a formula. */
const BULLET = /^[-+][\s\-+]*(?=\p{L})/u

function readText(field: TextField | 'headOfHousehold', text: string): CellReading {
  const mended = text.replace(BULLET, '')
  if (mended !== text && forbiddenText(mended) === null && !mended.includes('\ufffd')) {
    return { facts: { [field]: mended }, finding: told(field, 'bulletDropped', text, mended) }
  }
  const isUnfit = forbiddenText(text) !== null || text.includes('\ufffd')
  return isUnfit ? { facts: {}, finding: told(field, 'forbiddenText', text) } : { facts: { [field]: text } }
}

/** "THÔN ĐÔNG" as Thôn Đông, so that it is the same hamlet as in the next list; 4A and numerals stay. */
export function placeName(text: string): string {
  if (text !== text.toUpperCase()) return text
  return text.replace(/[\p{L}\p{M}\d]+/gu, (word) => (/\d|^[IVXLC]+$/.test(word) ? word : tidyName(word)))
}

function readName(text: string): CellReading {
  if (!/\p{L}/u.test(text) || text.startsWith('#')) {
    return { facts: {}, finding: told('headOfHousehold', 'nameNotText', text) }
  }
  const reading = readText('headOfHousehold', tidyName(text))
  if (reading.finding || !hasRemark(text)) return reading
  return { ...reading, finding: told('headOfHousehold', 'nameHasRemark', text) }
}

function readCitizenIdCell(text: string): CellReading {
  const reading = readCitizenId(text)
  switch (reading.kind) {
    case 'valid':
      return { facts: { citizenId: reading.citizenId } }
    case 'mended': {
      const { citizenId } = reading
      return { facts: { citizenId }, finding: told('citizenId', 'citizenIdMended', text, citizenId) }
    }
    case 'oldNumber': {
      const { oldIdNumber } = reading
      return { facts: { oldIdNumber }, finding: told('citizenId', 'citizenIdOldNumber', text, oldIdNumber) }
    }
    case 'strange':
      return { facts: {}, finding: told('citizenId', 'citizenIdStrange', text) }
  }
}

/** A column of old numbers: many households have their new one written there by now. */
function readOldIdNumberCell(text: string): CellReading {
  const reading = readCitizenId(text)
  switch (reading.kind) {
    case 'valid':
      return { facts: { citizenId: reading.citizenId } }
    case 'mended': {
      const { citizenId } = reading
      return { facts: { citizenId }, finding: told('oldIdNumber', 'citizenIdMended', text, citizenId) }
    }
    case 'oldNumber': {
      const { oldIdNumber } = reading
      const isWhole = text.replace(/\D/g, '').length === oldIdNumber.length
      const facts = { oldIdNumber }
      return isWhole ? { facts } : { facts, finding: told('oldIdNumber', 'oldIdNumberMended', text, oldIdNumber) }
    }
    case 'strange':
      return { facts: {}, finding: told('oldIdNumber', 'oldIdNumberStrange', text) }
  }
}

/** Where a cell holds several numbers the first is kept, and the clerk sees them all. */
function readPhoneCell(text: string): CellReading {
  const [first = ''] = text.split(/[;,/]| - | hoặc /)
  const reading = readPhone(first.trim())
  if (reading.kind === 'strange') return { facts: {}, finding: told('phone', 'phoneStrange', text) }
  const facts = { phone: reading.phone }
  const isAsWritten = reading.kind === 'valid' && first === text
  return isAsWritten ? { facts } : { facts, finding: told('phone', 'phoneMended', text, reading.phone) }
}

/** A year typed into a cell formatted as a date becomes a day of spring or summer 1905: serials 1900 to 2039. */
function isYearShownAsDate(day: Day): boolean {
  return day >= '1905-03-14' && day <= '1905-07-31'
}

/**
 * The year in a text of digits: "1950", "1950.0", "2/3/1950", "1950-03-02 00:00:00", "02031950"; null where it is
 * open.
 */
function yearIn(text: string, today: Day): number | null {
  const thisYear = dayParts(today).year
  const short = /^\d{1,2}[/.-]\d{1,2}[/.-](\d{2})$/.exec(text)?.[1]
  if (short) return Number(short) > thisYear % 100 ? 1900 + Number(short) : null
  const typed = parseTypedDay(text)
  if (typed) return dayParts(typed).year
  if (/^[12][.,]\d{3}$/.test(text)) return Number(text.replace(/[.,]/, ''))
  const years = text.match(/\d{4,}/g) ?? []
  const isDigitsOnly = /^[\d\s/.,:T-]+$/.test(text)
  return isDigitsOnly && years.length === 1 && years[0]?.length === 4 ? Number(years[0]) : null
}

function readBirthYear(text: string, cell: Cell, today: Day): CellReading {
  const isDate = typeof cell === 'object' && cell !== null
  const year = isDate ? (isYearShownAsDate(cell.day) ? null : dayParts(cell.day).year) : yearIn(text, today)
  if (year === null || year < 1900 || year > dayParts(today).year) {
    return { facts: {}, finding: told('birthYear', 'birthYearStrange', text) }
  }
  return { facts: { birthYear: year } }
}

/** The largest household ever counted in a census is far below this. */
const MOST_MEMBERS = 50

function readMemberCount(text: string): CellReading {
  const count = Number(/^(\d{1,2})(?:[.,]0+)?(?: (?:người|khẩu|nhân khẩu))?$/i.exec(text)?.[1] ?? Number.NaN)
  if (count >= 1 && count <= MOST_MEMBERS) return { facts: { memberCount: count } }
  return { facts: {}, finding: told('memberCount', 'memberCountStrange', text) }
}

function readCategoryCell(text: string): CellReading {
  const category = readCategory(text)
  return category ? { facts: { category } } : { facts: {}, finding: told('category', 'categoryUnknown', text) }
}

function readCustomerCode(text: string): CellReading {
  const code = text.replace(/\s/g, '').toUpperCase()
  const reading = readText('customerCode', code)
  if (reading.finding || isCustomerCode(code)) return reading
  return { ...reading, finding: told('customerCode', 'customerCodeStrange', text) }
}

function readMeterNumber(text: string): CellReading {
  if (!isShortenedNumber(text)) return readText('meterNumber', text)
  return { facts: {}, finding: told('meterNumber', 'meterNumberStrange', text) }
}

/** Reads a cell, and its `cellText`, as a field of a household. A blank one says nothing. */
export function readCell(field: ListField, text: string, cell: Cell | undefined, today: Day): CellReading {
  if (cell === undefined || isBlankText(text)) return { facts: {} }
  if (FORMULA_ERROR.test(text) && field !== 'headOfHousehold') {
    return { facts: {}, finding: told(field, 'formulaError', text) }
  }
  switch (field) {
    case 'headOfHousehold':
      return readName(text)
    case 'citizenId':
      return readCitizenIdCell(text)
    case 'oldIdNumber':
      return readOldIdNumberCell(text)
    case 'phone':
      return readPhoneCell(text)
    case 'birthYear':
      return readBirthYear(text, cell, today)
    case 'memberCount':
      return readMemberCount(text)
    case 'category':
      return readCategoryCell(text)
    case 'customerCode':
      return readCustomerCode(text)
    case 'meterNumber':
      return readMeterNumber(text)
    case 'hamlet':
    case 'communeName':
      return readText(field, placeName(text))
    case 'addressText':
    case 'categoryDecision':
    case 'note':
      return readText(field, text)
  }
}

/** Reads a cell below a category's own header: x, 1 and "có" say yes; a category's words say which. */
export function readCategoryMark(category: HouseholdCategory, text: string): CellReading {
  if (isBlankText(text) || /^(0|k|ko|không|no|false)$/i.test(text)) return { facts: {} }
  if (/^([xv✓✔√*+1]|có|co|yes|true)$/iu.test(text)) return { facts: { category } }
  return readCategoryCell(text)
}
