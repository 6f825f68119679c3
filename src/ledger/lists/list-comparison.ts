/**
 * Holds a list against the registry: which rows are new, which say something new of a known household, which nothing,
 * and which households a list no longer names. No household stands for two rows. A list that was taken in and comes
 * again finds each of its households, so it changes nothing.
 */

import type { Day } from '../../domain/day.ts'
import { LEAST_SCORE, type Resemblance, resemblanceOf } from '../../domain/duplicate.ts'
import { birthYearOf } from '../../domain/household.ts'
import type { HouseholdCategory } from '../../domain/household-category.ts'
import type { HouseholdList, HouseholdListRow, ListedHousehold } from '../../domain/household-list.ts'
import { searchKey } from '../../domain/vietnamese.ts'
import { first, type Reader } from '../connection.ts'
import { findByCitizenId, findHousehold } from '../registry/households.ts'
import {
  type Found,
  findByNameAndHamlet,
  findByRowNumbers,
  findNamesakes,
  findStanding,
  mergedCitizenIds,
  type NameAndHamlet,
  registryEntries,
  withMerged,
} from './known-households.ts'
import { type Coverage, coverageOf, hasCategoryToEnd } from './list-coverage.ts'
import { contradicts, factsAfterRow, isAlike, isNamed, isNamedNearly, isSameNameAndPlace } from './list-matching.ts'
import { type NumberIndex, numberIndex, sharingNumbers } from './list-numbers.ts'

/** What a row of a list would do to the registry. */
export interface RowEffect {
  effect: 'new' | 'changed' | 'same'
  /** The household it is about; null where it is new, and where the list itself says it twice. */
  householdId: string | null
  /** Households that a row may be about, the likeliest first, where that is for the clerk to say. */
  resembles: readonly Likeness[]
}

export interface Likeness extends Resemblance {
  householdId: string
}

export interface Comparison {
  /** One for each row that may enter, in their order. */
  effects: RowEffect[]
  /** Households that the list covers and does not name, in the order of the registry. */
  gone: string[]
  /** All categories that the list states: those end for households that are gone. */
  categories: readonly HouseholdCategory[]
}

/** Whom a row is about, where the clerk said so: a household of the registry, or none of them. */
export interface RowIdentity {
  rowNumber: number
  householdId: string | null
}

export interface ComparisonOptions {
  identities: readonly RowIdentity[]
  /** The day on which categories hold. */
  on: Day
}

export type ListRows = Pick<HouseholdList, 'rows' | 'blockedRows'>

const NEW: RowEffect = { effect: 'new', householdId: null, resembles: [] }
const SAID_TWICE: RowEffect = { effect: 'same', householdId: null, resembles: [] }
/** Rows and entries between two chances for others to be answered: a few milliseconds of work. */
const ROWS_AT_ONCE = 200
const MOST_LIKE_ONE = 5

interface Matching {
  reader: Reader
  on: Day
  rows: readonly HouseholdListRow[]
  effects: RowEffect[]
  /** The clerk's word, by row. */
  identities: ReadonlyMap<number, string | null>
  /** Households that a row is about. */
  taken: Set<string>
  /** Places in the list of the rows for which nobody is known yet. */
  open: number[]
}

/**
 * Gives a row its household. Where an earlier row has it, the list says it twice and the first counts. A citizen ID
 * under quite another name changes nothing until the clerk says that it is the same household: one slip of the sender
 * would put one person in another's place.
 */
function settle({ rows, effects, identities, taken, on }: Matching, index: number, found: Found): void {
  const { householdId } = found.household
  const row = rows[index]
  if (!row) return
  const isTwice = taken.has(householdId)
  taken.add(householdId)
  if (!isNamedNearly(found, row.facts) && identities.get(row.rowNumber) !== householdId) {
    const likeness = { householdId, ...resemblanceOf(row.facts, found.household) }
    effects[index] = { effect: 'same', householdId, resembles: [likeness] }
    return
  }
  const changes = isTwice ? [] : factsAfterRow(found, row.facts, on).changedFields
  const effect = changes.length > 0 ? 'changed' : 'same'
  effects[index] = { effect, householdId, resembles: [] }
}

/** Gives each open row the household that `find` knows for it. */
function* pass(matching: Matching, find: (row: HouseholdListRow) => Found | null): Generator<void, void> {
  const open: number[] = []
  for (const [count, index] of matching.open.entries()) {
    const row = matching.rows[index]
    const found = row && find(row)
    if (found) settle(matching, index, found)
    else open.push(index)
    if (count % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) yield
  }
  matching.open = open
}

/** Tells rows that say what an earlier one of the list said; those without a citizen ID by all their cells. */
function repetitions(): (facts: ListedHousehold) => boolean {
  const said = new Set<string>()
  return (facts) => {
    const key = facts.citizenId ?? Object.values(facts).join('\t')
    if (said.has(key)) return true
    said.add(key)
    return false
  }
}

function keysOf(facts: ListedHousehold): NameAndHamlet {
  const { headOfHousehold, birthYear, hamlet } = facts
  return { nameKey: searchKey(headOfHousehold), birthYear, hamletKey: searchKey(hamlet ?? '') }
}

/** The only one of those that fit; null where none or several do. */
function only(found: readonly Found[]): Found | null {
  const identities = new Set(found.map(({ household }) => household.householdId))
  return identities.size === 1 ? (found[0] ?? null) : null
}

/** A citizen ID is certain, and with it the clerk's word; then what says the same in every cell. */
function* matchCertain(matching: Matching): Generator<void, void> {
  const { reader, identities } = matching
  yield* pass(matching, ({ facts: { citizenId } }) => {
    const household = citizenId === null ? null : findByCitizenId(reader, citizenId)
    return household && withMerged(reader, household)
  })
  const ofMerged = mergedCitizenIds(reader)
  if (ofMerged.size > 0) {
    yield* pass(matching, ({ facts: { citizenId } }) => {
      const mergedId = citizenId === null ? undefined : ofMerged.get(citizenId)
      return mergedId ? findStanding(reader, mergedId) : null
    })
  }
  yield* pass(matching, ({ rowNumber }) => {
    const householdId = identities.get(rowNumber)
    return householdId ? findStanding(reader, householdId) : null
  })
  matching.open = matching.open.filter((index) => {
    const rowNumber = matching.rows[index]?.rowNumber
    return rowNumber === undefined || identities.get(rowNumber) !== null
  })
  yield* pass(matching, ({ facts }) => {
    const free = freeOnes(matching, findByNameAndHamlet(reader, keysOf(facts)))
    return free.find((found) => isAlike(found, facts)) ?? null
  })
}

function freeOnes({ taken }: Matching, found: readonly Found[]): Found[] {
  return found.filter(({ household }) => !taken.has(household.householdId))
}

/**
 * By an old ID number and name (provinces gave the same nine digits to two people), by customer code and name, by name
 * and place: each where just one household fits.
 */
function* matchLikely(matching: Matching, numbers: NumberIndex): Generator<void, void> {
  const { reader } = matching
  const freeByNumber = (field: 'oldIdNumber' | 'customerCode', number: string | null) =>
    freeOnes(matching, findByRowNumbers(reader, numbers.rowNumbersOf(field, number)))
  yield* pass(matching, ({ facts }) => {
    const isTheirs = (found: Found) => isNamed(found, facts) && !contradicts(found, facts, ['citizenId'])
    return only(freeByNumber('oldIdNumber', facts.oldIdNumber).filter(isTheirs))
  })
  yield* pass(matching, ({ facts }) => {
    const isTheirs = (found: Found) =>
      isNamed(found, facts) && !contradicts(found, facts, ['citizenId', 'oldIdNumber', 'birthYear'])
    return only(freeByNumber('customerCode', facts.customerCode).filter(isTheirs))
  })
  yield* pass(matching, ({ facts }) => {
    const isTheirs = (found: Found) =>
      isSameNameAndPlace(found, facts) && !contradicts(found, facts, ['citizenId', 'oldIdNumber', 'customerCode'])
    return only(freeOnes(matching, findByNameAndHamlet(reader, keysOf(facts))).filter(isTheirs))
  })
}

/** Says of the rows that stay open which households they may be about. */
function* findResembling(matching: Matching, numbers: NumberIndex): Generator<void, void> {
  const { reader, rows, effects, open } = matching
  for (const [count, index] of open.entries()) {
    const facts = rows[index]?.facts
    if (!facts) continue
    const byName = findNamesakes(reader, { ...keysOf(facts), birthYear: birthYearOf(facts) })
    const resembles = likenesses(facts, [
      ...freeOnes(matching, byName),
      ...freeOnes(matching, findByRowNumbers(reader, sharingNumbers(numbers, facts))),
    ])
    if (resembles.length > 0) effects[index] = { ...NEW, resembles }
    if (count % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) yield
  }
}

function likenesses(facts: ListedHousehold, candidates: readonly Found[]): Likeness[] {
  const households = new Map(candidates.map(({ household }) => [household.householdId, household]))
  return [...households.values()]
    .map((household) => ({ householdId: household.householdId, ...resemblanceOf(facts, household) }))
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort((one, other) => other.score - one.score)
    .slice(0, MOST_LIKE_ONE)
}

/** Looks the registry through for the numbers of the open rows, and for what the list covers. */
function* lookThrough(reader: Reader, coverage: Coverage, numbers: NumberIndex): Generator<void, string[]> {
  const covered: string[] = []
  for (const entries of registryEntries(reader)) {
    for (const entry of entries) {
      numbers.note(entry)
      if (coverage.covers(entry)) covered.push(entry.householdId)
    }
    yield
  }
  return covered
}

/** Households that rows kept out by an error may be about: a list that names them badly still names them. */
function namedBadly(reader: Reader, blockedRows: readonly HouseholdListRow[]): string[] {
  return blockedRows.flatMap(({ facts }) => {
    const known = facts.citizenId === null ? null : findByCitizenId(reader, facts.citizenId)
    const namesakes = findNamesakes(reader, { ...keysOf(facts), birthYear: birthYearOf(facts) })
    return [...(known ? [known] : []), ...namesakes.map(({ household }) => household)].map((one) => one.householdId)
  })
}

/** Of the households a list covers those that no row names, and that have a category which could end. */
function* findGone(
  { reader, taken, effects, on }: Matching,
  covered: readonly string[],
  { blockedRows, coverage }: { blockedRows: readonly HouseholdListRow[]; coverage: Coverage },
): Generator<void, string[]> {
  const named = new Set(taken)
  for (const { resembles } of effects) for (const { householdId } of resembles) named.add(householdId)
  for (const householdId of namedBadly(reader, blockedRows)) named.add(householdId)
  const gone: string[] = []
  for (const [count, householdId] of covered.entries()) {
    const household = named.has(householdId) ? null : findHousehold(reader, householdId)
    if (household && hasCategoryToEnd(household, coverage.categories, on)) gone.push(householdId)
    if (count % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) yield
  }
  return gone
}

/**
 * Compares a list piece by piece, so that others are answered between the pieces; what it answers holds as long as the
 * registry is not changed meanwhile.
 */
export function* comparing(
  reader: Reader,
  { rows, blockedRows }: ListRows,
  { identities, on }: ComparisonOptions,
): Generator<void, Comparison> {
  const isRepeated = repetitions()
  const effects = rows.map(({ facts }) => (isRepeated(facts) ? SAID_TWICE : NEW))
  const coverage = coverageOf([...rows, ...blockedRows])
  const { categories } = coverage
  // The first list of an office is its longest: it need not ask for each row whether somebody is known.
  if (first(reader, 'SELECT 1 FROM households LIMIT 1') === undefined) return { effects, gone: [], categories }
  const open = [...effects.keys()].filter((index) => effects[index] === NEW)
  const said = new Map(identities.map(({ rowNumber, householdId }) => [rowNumber, householdId]))
  const matching: Matching = { reader, on, rows, effects, identities: said, taken: new Set(), open }
  yield* matchCertain(matching)
  const numbers = numberIndex(matching.open.flatMap((index) => rows[index]?.facts ?? []))
  const covered = yield* lookThrough(reader, coverage, numbers)
  yield* matchLikely(matching, numbers)
  yield* findResembling(matching, numbers)
  return { effects, gone: yield* findGone(matching, covered, { blockedRows, coverage }), categories }
}

/**
 * Compares a list at one go. A row is known by its citizen ID (a merged entry leads to the one that is kept), by the
 * clerk's word, in every cell alike; else by old ID number and name, by customer code and name, or by name, birth year
 * and place, where just one household fits.
 */
export function compareList(reader: Reader, list: ListRows, options: ComparisonOptions): Comparison {
  const steps = comparing(reader, list, options)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
