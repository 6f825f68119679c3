/** Households: what is known of them, what they were, which may be one, and how a list of them is looked at. */

import { sql } from 'drizzle-orm'
import {
  type AnySQLiteColumn,
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import { people } from './office.ts'

export const households = sqliteTable(
  'households',
  {
    /** Names the row in the search index; a declared key, because VACUUM renumbers an undeclared one. */
    rowNumber: integer('row_number').primaryKey(),
    householdId: text('household_id').notNull().unique(),
    headOfHousehold: text('head_of_household').notNull(),
    birthYear: integer('birth_year'),
    citizenId: text('citizen_id'),
    oldIdNumber: text('old_id_number'),
    customerCode: text('customer_code'),
    meterNumber: text('meter_number'),
    phone: text('phone'),
    hamlet: text('hamlet'),
    communeName: text('commune_name'),
    communeCode: text('commune_code'),
    communeVersion: text('commune_version'),
    addressText: text('address_text'),
    memberCount: integer('member_count'),
    /** JSON lists of domain/household.ts. */
    members: text('members').notNull(),
    categories: text('categories').notNull(),
    legalBasis: text('legal_basis'),
    note: text('note'),
    status: text('status').notNull(),
    statusOn: text('status_on'),
    statusReason: text('status_reason'),
    /** The household that a merged one is kept under. */
    mergedInto: text('merged_into').references((): AnySQLiteColumn => households.householdId),
    /** Derived of `categories`: the primary one, and all codes between spaces, of those in force. */
    category: text('category'),
    categoryCodes: text('category_codes').notNull(),
    /** The first day on which the two above change, because a category begins or is over; null where none does. */
    categoryUntil: text('category_until'),
    sortKey: text('sort_key').notNull(),
    /** Folded name and hamlet: what two entries of one household have in common. */
    nameKey: text('name_key').notNull(),
    hamletKey: text('hamlet_key').notNull(),
    revision: integer('revision').notNull(),
    recordedAt: text('recorded_at').notNull(),
  },
  (table) => [
    uniqueIndex('households_citizen_id')
      .on(table.citizenId)
      .where(sql`citizen_id IS NOT NULL AND status NOT IN ('merged', 'erased')`),
    // Holds all that the usual filters ask for, so that a list is counted and paged without reading the households.
    index('households_sort').on(
      table.sortKey,
      table.rowNumber,
      table.status,
      table.categoryCodes,
      table.citizenId,
      table.customerCode,
    ),
    index('households_name').on(table.nameKey, table.birthYear, table.hamletKey),
    index('households_merged').on(table.mergedInto).where(sql`merged_into IS NOT NULL`),
    index('households_category_until').on(table.categoryUntil).where(sql`category_until IS NOT NULL`),
    check('households_status', sql`${table.status} IN ('active', 'moved', 'deceased', 'merged', 'erased')`),
    check('households_merged_is_into', sql`(${table.status} = 'merged') = (${table.mergedInto} IS NOT NULL)`),
    check('households_commune_has_version', sql`(${table.communeCode} IS NULL) = (${table.communeVersion} IS NULL)`),
    check('households_lists', sql`json_valid(${table.members}) AND json_valid(${table.categories})`),
    check('households_revision', sql`${table.revision} > 0`),
  ],
)

/** What a command changed of a household, field by field: who changed what, and when. */
export const householdRevisions = sqliteTable(
  'household_revisions',
  {
    householdId: text('household_id').notNull(),
    revision: integer('revision').notNull(),
    recordedAt: text('recorded_at').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.personId),
    command: text('command').notNull(),
    /** JSON: field → [before, after]. */
    changes: text('changes').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.householdId, table.revision] }),
    check('household_revisions_changes', sql`json_valid(${table.changes})`),
  ],
)

/** Two entries that were one household: `merged` is kept under `kept`, whose facts before and after are here. */
export const householdMerges = sqliteTable(
  'household_merges',
  {
    mergeId: text('merge_id').primaryKey(),
    keptId: text('kept_id')
      .notNull()
      .references(() => households.householdId),
    mergedId: text('merged_id')
      .notNull()
      .references(() => households.householdId),
    /** JSON of the facts. */
    keptBefore: text('kept_before').notNull(),
    keptAfter: text('kept_after').notNull(),
    /** The merged one's status, day and reason before, in JSON. */
    mergedBefore: text('merged_before').notNull(),
    mergedAt: text('merged_at').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.personId),
  },
  (table) => [
    index('household_merges_kept').on(table.keptId),
    index('household_merges_merged').on(table.mergedId),
    check('household_merges_two', sql`${table.keptId} <> ${table.mergedId}`),
  ],
)

export const householdMergeUndos = sqliteTable('household_merge_undos', {
  mergeId: text('merge_id')
    .primaryKey()
    .references(() => householdMerges.mergeId),
  undoneAt: text('undone_at').notNull(),
  personId: text('person_id')
    .notNull()
    .references(() => people.personId),
})

/** Pairs that may be one household, as the registry stands: derived, so rows come and go. `one` < `other`. */
export const duplicatePairs = sqliteTable(
  'duplicate_pairs',
  {
    oneId: text('one_id')
      .notNull()
      .references(() => households.householdId),
    otherId: text('other_id')
      .notNull()
      .references(() => households.householdId),
    score: integer('score').notNull(),
    /** JSON list of reasons. */
    reasons: text('reasons').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.oneId, table.otherId] }),
    index('duplicate_pairs_other').on(table.otherId),
    index('duplicate_pairs_score').on(table.score),
    check('duplicate_pairs_order', sql`${table.oneId} < ${table.otherId}`),
  ],
)

/** What a person decided about a pair; the latest counts, and it outlasts the pair. */
export const duplicateSettlements = sqliteTable(
  'duplicate_settlements',
  {
    settlementId: text('settlement_id').primaryKey(),
    oneId: text('one_id').notNull(),
    otherId: text('other_id').notNull(),
    verdict: text('verdict').notNull(),
    settledAt: text('settled_at').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.personId),
  },
  (table) => [
    index('duplicate_settlements_pair').on(table.oneId, table.otherId, table.settledAt),
    check('duplicate_settlements_order', sql`${table.oneId} < ${table.otherId}`),
    check('duplicate_settlements_verdict', sql`${table.verdict} IN ('open', 'later', 'different')`),
  ],
)

/** Filters of the list of households that somebody gave a name. */
export const savedFilters = sqliteTable('saved_filters', {
  filterId: text('filter_id').primaryKey(),
  name: text('name').notNull().unique(),
  /** JSON of the contract's filter. */
  filter: text('filter').notNull(),
  savedAt: text('saved_at').notNull(),
  personId: text('person_id')
    .notNull()
    .references(() => people.personId),
})

/** Tables of communes that an office loaded; the newest version counts. */
export const communeTables = sqliteTable('commune_tables', {
  version: text('version').primaryKey(),
  content: text('content').notNull(),
  sha256: text('sha256').notNull(),
  loadedAt: text('loaded_at').notNull(),
  personId: text('person_id')
    .notNull()
    .references(() => people.personId),
})
