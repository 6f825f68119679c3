/** A household as the ledger keeps it, and the keys that are made of it. */

import { type Day, dayAfter } from '../../domain/day.ts'
import { HOUSEHOLD_FIELDS, type HouseholdFacts, type HouseholdStatus } from '../../domain/household.ts'
import { categoriesInForce, type HouseholdCategory, isInForce } from '../../domain/household-category.ts'
import { nameSortKey, searchKey } from '../../domain/vietnamese.ts'

/** The condition of those that stand: neither kept under another nor erased. */
export const STANDS = "status NOT IN ('merged', 'erased')"

/** Whether and how a household stands: `mergedInto` is the identity of the one it is kept under. */
export interface Standing {
  status: HouseholdStatus
  statusOn: Day | null
  statusReason: string | null
  mergedInto: string | null
}

export const STANDING_FIELDS = ['status', 'statusOn', 'statusReason', 'mergedInto'] as const satisfies readonly [
  ...(keyof Standing)[],
]

/** What is derived of the facts on a day, for lists, searches and comparisons. */
export interface DerivedKeys {
  /** The primary category of those in force. */
  category: HouseholdCategory | null
  /** The codes of all in force, the primary one first, each between spaces: ' HN NKT '. */
  categoryCodes: string
  /** The first day on which the two above change; null where they stay. */
  categoryUntil: Day | null
  sortKey: string
  nameKey: string
  hamletKey: string
}

export interface HouseholdRecord extends HouseholdFacts, Standing, DerivedKeys {
  rowNumber: number
  householdId: string
  revision: number
  recordedAt: string
}

/** What a list shows of a household, and where the list goes on. */
export type HouseholdLineRecord = Pick<
  HouseholdRecord,
  | 'rowNumber'
  | 'householdId'
  | 'headOfHousehold'
  | 'birthYear'
  | 'citizenId'
  | 'customerCode'
  | 'phone'
  | 'hamlet'
  | 'communeName'
  | 'memberCount'
  | 'category'
  | 'status'
  | 'sortKey'
>

export const HOUSEHOLD_LINE_COLUMNS = `row_number AS rowNumber, household_id AS householdId,
  head_of_household AS headOfHousehold, birth_year AS birthYear, citizen_id AS citizenId,
  customer_code AS customerCode, phone, hamlet, commune_name AS communeName, member_count AS memberCount,
  category, status, sort_key AS sortKey`

/** All columns, to be read with `recordOf`. */
export const HOUSEHOLD_COLUMNS = `${HOUSEHOLD_LINE_COLUMNS}, old_id_number AS oldIdNumber,
  meter_number AS meterNumber, commune_code AS communeCode, commune_version AS communeVersion,
  address_text AS addressText, members, categories, legal_basis AS legalBasis, note, status_on AS statusOn,
  status_reason AS statusReason, merged_into AS mergedInto, category_codes AS categoryCodes,
  category_until AS categoryUntil, name_key AS nameKey, hamlet_key AS hamletKey, revision, recorded_at AS recordedAt`

/** A row as SQLite has it: lists are JSON. */
export type StoredHousehold = Omit<HouseholdRecord, 'members' | 'categories'> & { members: string; categories: string }

const NONE: readonly never[] = []

function listOf<Item>(json: string): readonly Item[] {
  return json === '[]' ? NONE : (JSON.parse(json) as Item[])
}

export function recordOf(row: StoredHousehold): HouseholdRecord {
  return { ...row, members: listOf(row.members), categories: listOf(row.categories) }
}

/** The facts alone, without what the ledger adds to them. */
export function factsOf(household: HouseholdFacts): HouseholdFacts {
  const { headOfHousehold, birthYear, citizenId, oldIdNumber, customerCode, meterNumber, phone } = household
  const { hamlet, communeName, communeCode, communeVersion, addressText, memberCount } = household
  const { members, categories, legalBasis, note } = household
  return {
    headOfHousehold,
    birthYear,
    citizenId,
    oldIdNumber,
    customerCode,
    meterNumber,
    phone,
    hamlet,
    communeName,
    communeCode,
    communeVersion,
    addressText,
    memberCount,
    members,
    categories,
    legalBasis,
    note,
  }
}

/** The first day after `on` on which a category begins or is over. */
function nextChange(facts: Pick<HouseholdFacts, 'categories'>, on: Day): Day | null {
  const days = facts.categories.flatMap((granted) => {
    if (isInForce(granted, on)) return granted.validTo ? [dayAfter(granted.validTo)] : []
    return granted.validFrom && granted.validFrom > on ? [granted.validFrom] : []
  })
  return days.sort()[0] ?? null
}

/** The keys of facts as they are on a day; what they cost is felt in a list of 100,000. */
export function derivedKeys(facts: HouseholdFacts, on: Day): DerivedKeys {
  const inForce = categoriesInForce(facts.categories, on)
  return {
    category: inForce[0] ?? null,
    categoryCodes: inForce.length > 0 ? ` ${inForce.join(' ')} ` : '',
    categoryUntil: nextChange(facts, on),
    sortKey: nameSortKey(facts.headOfHousehold),
    nameKey: searchKey(facts.headOfHousehold),
    hamletKey: searchKey(facts.hamlet ?? ''),
  }
}

/** Columns of the facts in the order of HOUSEHOLD_FIELDS, for statements that write them. */
export const FACT_COLUMNS = [
  'head_of_household',
  'birth_year',
  'citizen_id',
  'old_id_number',
  'customer_code',
  'meter_number',
  'phone',
  'hamlet',
  'commune_name',
  'commune_code',
  'commune_version',
  'address_text',
  'member_count',
  'members',
  'categories',
  'legal_basis',
  'note',
] as const

/** The facts as SQLite takes them, in the order of FACT_COLUMNS. */
export function factValues(facts: HouseholdFacts): (string | number | null)[] {
  return HOUSEHOLD_FIELDS.map((field) => {
    const value = facts[field]
    return typeof value === 'object' && value !== null ? JSON.stringify(value) : value
  })
}

export const KEY_COLUMNS = [
  'category',
  'category_codes',
  'category_until',
  'sort_key',
  'name_key',
  'hamlet_key',
] as const

/** The keys as SQLite takes them, in the order of KEY_COLUMNS. */
export function keyValues(keys: DerivedKeys): (string | null)[] {
  const { category, categoryCodes, categoryUntil, sortKey, nameKey, hamletKey } = keys
  return [category, categoryCodes, categoryUntil, sortKey, nameKey, hamletKey]
}
