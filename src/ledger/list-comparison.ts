/**
 * Holds a list against the registry: which rows are new, which say something new of a known household, which nothing.
 * No household stands for two rows, and no two people become one: a merge is worse than a household kept twice.
 * A list that was taken in and comes again finds each of its households, so it changes nothing.
 */

import { HOUSEHOLD_FIELDS, type HouseholdFacts, type HouseholdField } from '../domain/household.ts'
import { all, first, type Reader } from './connection.ts'
import { factsOf, type HouseholdRecord, matchKey } from './household-record.ts'

/** What a row of a list would do to the registry; `same` has no household where the list itself says it twice. */
export type RowEffect =
  | { effect: 'new'; matchKey: string }
  | { effect: 'same'; household: HouseholdRecord | null }
  | { effect: 'changed'; household: HouseholdRecord; changedFields: HouseholdField[]; facts: HouseholdFacts }

const COLUMNS = `row_number AS rowNumber, household_id AS householdId, head_of_household AS headOfHousehold,
  birth_year AS birthYear, citizen_id AS citizenId, old_id_number AS oldIdNumber, customer_code AS customerCode,
  meter_number AS meterNumber, phone, hamlet, commune_name AS communeName, address_text AS addressText,
  member_count AS memberCount, category, category_decision AS categoryDecision, note, status, sort_key AS sortKey,
  match_key AS matchKey, revision, recorded_at AS recordedAt`
const BY_CITIZEN_ID = `SELECT ${COLUMNS} FROM households WHERE citizen_id = ?`
const BY_MATCH_KEY = `SELECT ${COLUMNS} FROM households WHERE match_key = ? ORDER BY row_number`

/** Numbers that stand for one person or household: where both sides have one and they differ, they are two. */
const IDENTIFYING = ['citizenId', 'oldIdNumber', 'customerCode'] as const

function isAnother(facts: HouseholdFacts, household: HouseholdFacts): boolean {
  return IDENTIFYING.some((field) => facts[field] && household[field] && facts[field] !== household[field])
}

function saysTheSame(one: HouseholdFacts, other: HouseholdFacts): boolean {
  return HOUSEHOLD_FIELDS.every((field) => one[field] === other[field])
}

/** What a row says beyond what is known: a cell the list left empty takes nothing away. */
function effectOn(household: HouseholdRecord, facts: HouseholdFacts): RowEffect {
  const changedFields = HOUSEHOLD_FIELDS.filter((field) => facts[field] !== null && facts[field] !== household[field])
  if (changedFields.length === 0) return { effect: 'same', household }
  const changed = Object.fromEntries(changedFields.map((field) => [field, facts[field]]))
  return { effect: 'changed', household, changedFields, facts: { ...factsOf(household), ...changed } }
}

/**
 * The effect of each row, in the order of the rows. A row is known by its citizen ID, else by name, birth year and
 * place where just one household fits. Households that are certain are taken first: by citizen ID, or in every fact
 * alike.
 */
export function compareList(reader: Reader, rows: readonly HouseholdFacts[]): RowEffect[] {
  const effects: RowEffect[] = []
  const taken = new Set<string>()
  const citizenIds = new Set<string>()
  const listed = new Map<string, HouseholdFacts | HouseholdFacts[]>()
  const undecided: { index: number; candidates: HouseholdRecord[] }[] = []
  // The first list of an office is its longest: it need not ask for each row whether somebody is known.
  const isRegistryEmpty = first(reader, 'SELECT 1 FROM households LIMIT 1') === undefined

  function isListedBefore(facts: HouseholdFacts, key: string): boolean {
    if (facts.citizenId && citizenIds.has(facts.citizenId)) return true
    if (facts.citizenId) citizenIds.add(facts.citizenId)
    const alike = [listed.get(key) ?? []].flat()
    if (alike.some((earlier) => saysTheSame(earlier, facts))) return true
    listed.set(key, alike.length > 0 ? [...alike, facts] : facts)
    return false
  }

  function certainEffect(facts: HouseholdFacts, index: number): RowEffect {
    const key = matchKey(facts)
    if (isListedBefore(facts, key)) return { effect: 'same', household: null }
    if (isRegistryEmpty) return { effect: 'new', matchKey: key }
    const known = facts.citizenId ? first<HouseholdRecord>(reader, BY_CITIZEN_ID, facts.citizenId) : undefined
    const candidates = known ? [] : all<HouseholdRecord>(reader, BY_MATCH_KEY, key)
    const certain = known ?? candidates.find((household) => isFree(household) && saysTheSame(household, facts))
    if (!certain && candidates.length > 0) undecided.push({ index, candidates })
    return certain ? take(certain, facts) : { effect: 'new', matchKey: key }
  }

  const isFree = (household: HouseholdRecord) => !taken.has(household.householdId)
  function take(household: HouseholdRecord, facts: HouseholdFacts): RowEffect {
    taken.add(household.householdId)
    return effectOn(household, facts)
  }

  rows.forEach((facts, index) => {
    effects.push(certainEffect(facts, index))
  })
  for (const { index, candidates } of undecided) {
    const facts = rows[index]
    if (!facts) continue
    const [only, another] = candidates.filter((household) => isFree(household) && !isAnother(facts, household))
    if (only && !another) effects[index] = take(only, facts)
  }
  return effects
}
