/**
 * The words a household is found by, folded, in an index of their own: of those that stand. What a merged one was found
 * by leads to the household it is kept under.
 */

import type { HouseholdFacts } from '../../domain/household.ts'
import { initials, searchKey } from '../../domain/vietnamese.ts'
import { all, first, type Reader, type Writer } from '../connection.ts'
import { HOUSEHOLD_LINE_COLUMNS, type HouseholdLineRecord } from './household-record.ts'

/** Enough candidates to rank well, few enough to rank quickly. */
const CANDIDATES = 80

/**
 * Marks a given name among the words, so that Đông the person is found before everybody of Thôn Đông: a letter that no
 * keyboard here types.
 */
const GIVEN_NAME_MARK = 'þ'

/** Ends of a number that clerks type: the last four and the last six digits. */
function endsOf(number: string | null): string[] {
  return number && number.length > 6 ? [number, number.slice(-6), number.slice(-4)] : number ? [number] : []
}

type Searchable = Pick<
  HouseholdFacts,
  | 'headOfHousehold'
  | 'hamlet'
  | 'communeName'
  | 'addressText'
  | 'citizenId'
  | 'oldIdNumber'
  | 'customerCode'
  | 'phone'
  | 'meterNumber'
  | 'members'
>

export function searchWords(household: Searchable): string {
  const {
    headOfHousehold,
    hamlet,
    communeName,
    addressText,
    citizenId,
    oldIdNumber,
    customerCode,
    phone,
    meterNumber,
    members,
  } = household
  const name = searchKey(headOfHousehold)
  const places = [hamlet, communeName, addressText].map((text) => searchKey(text ?? ''))
  const numbers = [citizenId, oldIdNumber, customerCode, phone, meterNumber].flatMap(endsOf)
  const givenName = GIVEN_NAME_MARK + name.slice(name.lastIndexOf(' ') + 1)
  const others = members.map(({ fullName }) => searchKey(fullName))
  return [name, givenName, ...places, initials(name), ...numbers.map(searchKey), ...others].filter(Boolean).join(' ')
}

/** Puts a household into the index, or in the place of what it said before, with those that lead to it. */
export function indexHousehold(writer: Writer, rowNumber: number, households: readonly Searchable[]): void {
  writer
    .statement('INSERT OR REPLACE INTO household_search (rowid, words) VALUES (?, ?)')
    .run(rowNumber, households.map(searchWords).join(' '))
}

export function dropFromSearch(writer: Writer, rowNumber: number): void {
  writer.statement('DELETE FROM household_search WHERE rowid = ?').run(rowNumber)
}

/** So many rows go into the index with one statement: row by row takes twice as long. */
const ROWS_PER_STATEMENT = 10_000

/** Indexes households that were just added, whose row numbers follow each other, many at a time. */
export function searchIndexer(writer: Writer): {
  add: (rowNumber: number, household: Searchable) => void
  finish: () => void
} {
  const sql = 'INSERT INTO household_search (rowid, words) SELECT ? + key, value FROM json_each(?)'
  let firstRow = 0
  let waiting: string[] = []
  function finish(): void {
    if (waiting.length > 0) writer.statement(sql).run(firstRow, JSON.stringify(waiting))
    waiting = []
  }
  return {
    add(rowNumber, household) {
      if (waiting.length >= ROWS_PER_STATEMENT || rowNumber !== firstRow + waiting.length) finish()
      if (waiting.length === 0) firstRow = rowNumber
      waiting.push(searchWords(household))
    },
    finish,
  }
}

/** An FTS5 query for words being typed: each a prefix, all of them wanted. Null where nothing was typed. */
export function matchQuery(text: string): string | null {
  return allOf(searchKey(text).split(' ').filter(Boolean))
}

/** The same for people whose given name is the last word being typed; null for a number. */
function givenNameQuery(text: string): string | null {
  const words = searchKey(text).split(' ').filter(Boolean)
  const last = words.pop()
  return last && /^\p{L}+$/u.test(last) ? allOf([...words, GIVEN_NAME_MARK + last]) : null
}

function allOf(words: readonly string[]): string | null {
  return words.length > 0 ? words.map((word) => `"${word}"*`).join(' AND ') : null
}

export const SEARCH_SQL = `SELECT ${HOUSEHOLD_LINE_COLUMNS} FROM households
  WHERE row_number IN (SELECT rowid FROM household_search WHERE household_search MATCH ? LIMIT ${CANDIDATES})`

/** The best matches of what was typed: given names first, then names that hold it, then hamlets and numbers. */
export function searchHouseholds(reader: Reader, text: string, limit: number): HouseholdLineRecord[] {
  const match = matchQuery(text)
  if (!match) return []
  const givenName = givenNameQuery(text)
  const candidates = givenName ? all<HouseholdLineRecord>(reader, SEARCH_SQL, givenName) : []
  if (candidates.length < limit) {
    const known = new Set(candidates.map(({ rowNumber }) => rowNumber))
    const others = all<HouseholdLineRecord>(reader, SEARCH_SQL, match)
    candidates.push(...others.filter(({ rowNumber }) => !known.has(rowNumber)))
  }
  const typed = searchKey(text)
  const ranked = candidates.map((line) => ({ line, rank: rankOf(line, typed) }))
  ranked.sort((one, other) => one.rank - other.rank || (one.line.sortKey < other.line.sortKey ? -1 : 1))
  return ranked.slice(0, limit).map(({ line }) => line)
}

function rankOf(line: HouseholdLineRecord, typed: string): number {
  const name = searchKey(line.headOfHousehold)
  if (name === typed) return 0
  if (name.startsWith(typed)) return 1
  if (name.endsWith(` ${typed}`)) return 2
  const hasInitialOfEachWord = typed.length === name.split(' ').length
  if (hasInitialOfEachWord && initials(name) === typed) return 3
  return name.includes(typed) ? 4 : 5
}

export function countMatches(reader: Reader, match: string): number {
  return (
    first<{ count: number }>(
      reader,
      'SELECT count(*) AS count FROM household_search WHERE household_search MATCH ?',
      match,
    )?.count ?? 0
  )
}
