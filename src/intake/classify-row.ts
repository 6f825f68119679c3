/** Tells households from the other rows below a header: dividers, totals, repeated headers, signatures at the end. */

import { type HouseholdCategory, readCategory } from '../domain/household-category.ts'
import { searchKey } from '../domain/vietnamese.ts'
import { isTitle } from './column-names.ts'
import type { HeaderColumn } from './find-header.ts'
import { communeIn, hamletHeading, withoutOrdinal } from './place-in-text.ts'
import { isBlankText } from './read-cell.ts'

/** A heading says something of all rows below it, up to the next heading of its kind. */
export type RowKind =
  | { kind: 'household' }
  | { kind: 'communeHeading'; communeName: string }
  | { kind: 'hamletHeading'; hamlet: string }
  | { kind: 'categoryHeading'; category: HouseholdCategory }
  | { kind: 'signature' }
  | { kind: 'left out' }
  | { kind: 'blank' }

/** The words of a heading, total or signature fill at most so many cells of their row. */
const MOST_CELLS_OF_HEADING = 4
/** Below the signatures only a row that says this much is a household: names of signers stand in columns, too. */
const FEWEST_CELLS_AFTER_SIGNATURE = 3

const TOTAL = /^(tổng|cộng|luỹ kế|lũy kế|tong cong|tong so|cong)(?=[\s:.]|$)/iu
const SIGNATURE_WORDS = [
  'nguoi lap',
  'lap bieu',
  'ke toan',
  'thu truong',
  'thu kho',
  'chu tich',
  'pho chu tich',
  'truong thon',
  'truong ban',
  'can bo',
  'tm ',
  'kt ',
  'tl ',
  'xac nhan',
  'uy ban nhan dan',
  'ubnd',
  'ky ten',
  'ky ghi',
  'ghi ro ho ten',
  'noi nhan',
  'dai dien',
  'cong chuc',
  'nguoi duyet',
  'an dinh',
  'danh sach nay',
  'danh sach gom',
  'danh sach tren',
  'danh sach co',
]
const SIGNATURE = new RegExp(`^(?:${SIGNATURE_WORDS.join('|')})|\\bngay( \\d+)? thang( \\d+)? nam( \\d+)?$`)
const CATEGORY_HEADING = /^(hộ|diện|đối tượng|gia đình|người|thân nhân|nhóm)\s/iu

/** Fields that a heading, a total or a signature never has. */
const FIELDS_OF_PERSONS = ['citizenId', 'oldIdNumber', 'birthYear', 'customerCode', 'phone', 'meterNumber']

/** (1) (2) (3), 1 2 3 or A B 1 2 below a header: the columns' numbers. */
function isColumnNumbers(texts: readonly string[]): boolean {
  return (
    texts.length >= 3 &&
    texts.every((text) => /^\(?(\d{1,2}|\p{Lu})\)?$|^(?!.*\d{3})[\d\s=+*x().-]{1,12}$/iu.test(text))
  )
}

function headingKind(line: string, isAlone: boolean): RowKind | null {
  const hamlet = hamletHeading(line)
  if (hamlet) return { kind: 'hamletHeading', hamlet }
  const heading = withoutOrdinal(line)
  const communeName = /^(xã|phường|thị trấn|đặc khu)\s/iu.test(heading) ? communeIn(heading) : null
  if (communeName) return { kind: 'communeHeading', communeName }
  const category = isAlone && CATEGORY_HEADING.test(heading) ? readCategory(heading) : null
  return category ? { kind: 'categoryHeading', category } : null
}

/** A row that no person's number stands in may be something else than a household. */
function otherKind(texts: readonly string[]): RowKind | null {
  if (texts.some((text) => SIGNATURE.test(searchKey(text)))) return { kind: 'signature' }
  const words = texts.filter((text) => /\p{L}{2}/u.test(text))
  const [first] = words
  if (first === undefined) return null
  if (TOTAL.test(withoutOrdinal(first))) return { kind: 'left out' }
  return words.length === 1 ? headingKind(first, texts.length <= 3) : null
}

/**
 * Makes the classifier of the rows below a header, which remembers whether the signatures were reached. It takes the
 * `cellText` of each cell of a row.
 */
export function rowClassifier(columns: readonly HeaderColumn[]): (texts: readonly string[]) => RowKind {
  const read = columns.filter(({ meaning }) => meaning?.kind === 'field' || meaning?.kind === 'categoryMark')
  const personal = read.filter(({ meaning }) => meaning?.kind === 'field' && FIELDS_OF_PERSONS.includes(meaning.field))
  const name = read.find(({ meaning }) => meaning?.kind === 'field' && meaning.field === 'headOfHousehold')
  let isBelowSignature = false

  return (texts) => {
    const written = texts.filter((text) => !isBlankText(text))
    if (written.length === 0) return { kind: 'blank' }
    const filled = (of: readonly HeaderColumn[]) => of.filter(({ column }) => !isBlankText(texts[column] ?? '')).length
    if (written.length === 1 && isTitle(written[0] ?? '')) return { kind: 'left out' }
    const filledCount = filled(read)
    const repeatsHeader = name?.texts.includes(texts[name.column] ?? '')
    if (filledCount === 0 && written.length > MOST_CELLS_OF_HEADING) return { kind: 'left out' }
    if (repeatsHeader || isColumnNumbers(written)) return { kind: 'left out' }
    if (written.length <= MOST_CELLS_OF_HEADING && filled(personal) === 0) {
      const other = otherKind(written)
      if (other?.kind === 'signature') isBelowSignature = true
      if (other) return other
    }
    if (filledCount === 0) return { kind: 'left out' }
    if (isBelowSignature && filledCount < FEWEST_CELLS_AFTER_SIGNATURE) return { kind: 'left out' }
    return { kind: 'household' }
  }
}
