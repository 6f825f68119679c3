/**
 * The tables of the ledger. drizzle-kit makes the migrations from this; STRICT, triggers and the search index are
 * written into them by hand, because drizzle has no words for them (resources/migrations).
 */

import { sql } from 'drizzle-orm'
import {
  type AnySQLiteColumn,
  check,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'

/** The one row that says whose ledger this is. */
export const office = sqliteTable(
  'office',
  {
    id: integer('id').primaryKey(),
    ledgerId: text('ledger_id').notNull(),
    officeCode: text('office_code').notNull(),
    officeName: text('office_name').notNull(),
    parentOrganisation: text('parent_organisation').notNull(),
    place: text('place').notNull(),
    signerTitle: text('signer_title').notNull(),
    signerName: text('signer_name').notNull(),
    isPractice: integer('is_practice', { mode: 'boolean' }).notNull(),
  },
  (table) => [check('office_is_one', sql`${table.id} = 1`)],
)

export const people = sqliteTable('people', {
  personId: text('person_id').primaryKey(),
  fullName: text('full_name').notNull().unique(),
  role: text('role').notNull(),
  isActive: integer('is_active', { mode: 'boolean' }).notNull(),
})

/** One row per command, chained by hashes; nothing of it is ever changed. */
export const journal = sqliteTable(
  'journal',
  {
    sequence: integer('sequence').primaryKey(),
    recordedAt: text('recorded_at').notNull(),
    personId: text('person_id').references(() => people.personId),
    command: text('command').notNull(),
    commandId: text('command_id').notNull().unique(),
    subject: text('subject'),
    /** Canonical JSON of what was asked and answered. */
    content: text('content').notNull(),
    contentSha256: text('content_sha256').notNull(),
    previousHash: text('previous_hash').notNull().unique(),
    hash: text('hash').notNull().unique(),
  },
  (table) => [index('journal_subject').on(table.subject)],
)

export const importBatches = sqliteTable('import_batches', {
  batchId: text('batch_id').primaryKey(),
  fileName: text('file_name').notNull(),
  fileSha256: text('file_sha256').notNull(),
  importedAt: text('imported_at').notNull(),
  personId: text('person_id')
    .notNull()
    .references(() => people.personId),
  inserted: integer('inserted').notNull(),
  changed: integer('changed').notNull(),
  same: integer('same').notNull(),
  blocked: integer('blocked').notNull(),
  /** Rows that the clerk left out. */
  declined: integer('declined').notNull().default(0),
  /** Households that the list no longer names, whose category was ended. */
  ended: integer('ended').notNull().default(0),
})

export const importUndos = sqliteTable('import_undos', {
  batchId: text('batch_id')
    .primaryKey()
    .references(() => importBatches.batchId),
  undoneAt: text('undone_at').notNull(),
  personId: text('person_id')
    .notNull()
    .references(() => people.personId),
})

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
    check('duplicate_settlements_verdict', sql`${table.verdict} IN ('different', 'later')`),
  ],
)

/** How a sender's lists were read last time, by the signature of their header; replaced when read otherwise. */
export const listLayouts = sqliteTable('list_layouts', {
  headerSignature: text('header_signature').primaryKey(),
  /** JSON: the field of each column number. */
  columns: text('columns').notNull(),
  confirmedAt: text('confirmed_at').notNull(),
  personId: text('person_id')
    .notNull()
    .references(() => people.personId),
})

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

/** What a batch did to a household, so that it can be taken back: `before` is null where it was new. */
export const importRows = sqliteTable(
  'import_rows',
  {
    batchId: text('batch_id')
      .notNull()
      .references(() => importBatches.batchId),
    /** No foreign key: undoing a batch removes the household and keeps this row. */
    householdId: text('household_id').notNull(),
    before: text('before'),
    revisionAfter: integer('revision_after').notNull(),
  },
  (table) => [primaryKey({ columns: [table.batchId, table.householdId] })],
)

export const campaigns = sqliteTable(
  'campaigns',
  {
    campaignId: text('campaign_id').primaryKey(),
    name: text('name').notNull().unique(),
    decisionNumber: text('decision_number'),
    fundingSource: text('funding_source'),
    from: text('from_day').notNull(),
    to: text('to_day').notNull(),
    /** JSON list of category codes; empty where every household may receive. */
    eligibleCategories: text('eligible_categories', { mode: 'json' }).$type<string[]>().notNull(),
  },
  (table) => [check('campaigns_days', sql`${table.from} <= ${table.to}`)],
)

export const giftPackages = sqliteTable(
  'gift_packages',
  {
    giftPackageId: text('gift_package_id').primaryKey(),
    campaignId: text('campaign_id')
      .notNull()
      .references(() => campaigns.campaignId),
    position: integer('position').notNull(),
    name: text('name').notNull(),
  },
  (table) => [uniqueIndex('gift_packages_position').on(table.campaignId, table.position)],
)

export const giftPackageLines = sqliteTable(
  'gift_package_lines',
  {
    giftPackageId: text('gift_package_id')
      .notNull()
      .references(() => giftPackages.giftPackageId),
    lineNumber: integer('line_number').notNull(),
    name: text('name').notNull(),
    unitOfMeasure: text('unit_of_measure').notNull(),
    quantity: real('quantity').notNull(),
    unitPriceDong: integer('unit_price_dong').notNull(),
  },
  (table) => [primaryKey({ columns: [table.giftPackageId, table.lineNumber] })],
)

export const handovers = sqliteTable(
  'handovers',
  {
    handoverId: text('handover_id').primaryKey(),
    campaignId: text('campaign_id')
      .notNull()
      .references(() => campaigns.campaignId),
    giftPackageId: text('gift_package_id')
      .notNull()
      .references(() => giftPackages.giftPackageId),
    householdId: text('household_id')
      .notNull()
      .references(() => households.householdId),
    documentYear: integer('document_year').notNull(),
    documentNumber: integer('document_number').notNull(),
    code: text('code').notNull().unique(),
    handedOverOn: text('handed_over_on').notNull(),
    recipientKind: text('recipient_kind').notNull(),
    recipientName: text('recipient_name').notNull(),
    recipientRelation: text('recipient_relation'),
    recipientPaper: text('recipient_paper'),
    valueDong: integer('value_dong').notNull(),
    /** JSON of what the receipt says, so that a reprint in ten years is the same paper. */
    paper: text('paper').notNull(),
    recordedAt: text('recorded_at').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.personId),
  },
  (table) => [
    uniqueIndex('handovers_number').on(table.documentYear, table.documentNumber),
    index('handovers_campaign').on(table.campaignId, table.handedOverOn),
    index('handovers_household').on(table.householdId),
    index('handovers_day').on(table.handedOverOn),
    check('handovers_recipient', sql`${table.recipientKind} IN ('headOfHousehold', 'proxy')`),
    check('handovers_value', sql`${table.valueDong} >= 0`),
    check('handovers_year', sql`${table.documentYear} = CAST(substr(${table.handedOverOn}, 1, 4) AS INTEGER)`),
  ],
)

/** One gift per household and campaign: a claim is made with a handover and given back by a void (triggers). */
export const giftClaims = sqliteTable(
  'gift_claims',
  {
    campaignId: text('campaign_id').notNull(),
    householdId: text('household_id').notNull(),
    handoverId: text('handover_id')
      .notNull()
      .references(() => handovers.handoverId),
  },
  (table) => [primaryKey({ columns: [table.campaignId, table.householdId] })],
)

export const handoverVoids = sqliteTable(
  'handover_voids',
  {
    handoverId: text('handover_id')
      .primaryKey()
      .references(() => handovers.handoverId),
    voidedOn: text('voided_on').notNull(),
    reason: text('reason').notNull(),
    recordedAt: text('recorded_at').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.personId),
  },
  (table) => [index('handover_voids_day').on(table.voidedOn)],
)

export const repairs = sqliteTable(
  'repairs',
  {
    repairId: text('repair_id').primaryKey(),
    householdId: text('household_id')
      .notNull()
      .references(() => households.householdId),
    campaignId: text('campaign_id').references(() => campaigns.campaignId),
    doneOn: text('done_on').notNull(),
    conditionFound: text('condition_found').notNull(),
    crew: text('crew').notNull(),
    fundingSource: text('funding_source'),
    costDong: integer('cost_dong').notNull(),
    insulationMegaohm: real('insulation_megaohm').notNull(),
    rcdTripMilliseconds: real('rcd_trip_milliseconds'),
    polarityCorrect: integer('polarity_correct', { mode: 'boolean' }).notNull(),
    poweredOn: integer('powered_on', { mode: 'boolean' }).notNull(),
    recordedAt: text('recorded_at').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.personId),
  },
  (table) => [
    index('repairs_household').on(table.householdId),
    index('repairs_day').on(table.doneOn),
    check('repairs_cost', sql`${table.costDong} >= 0`),
  ],
)

export const repairItems = sqliteTable(
  'repair_items',
  {
    repairId: text('repair_id')
      .notNull()
      .references(() => repairs.repairId),
    lineNumber: integer('line_number').notNull(),
    name: text('name').notNull(),
    unitOfMeasure: text('unit_of_measure').notNull(),
    quantity: real('quantity').notNull(),
    unitPriceDong: integer('unit_price_dong').notNull(),
  },
  (table) => [primaryKey({ columns: [table.repairId, table.lineNumber] })],
)

export const certificates = sqliteTable(
  'certificates',
  {
    repairId: text('repair_id')
      .primaryKey()
      .references(() => repairs.repairId),
    documentYear: integer('document_year').notNull(),
    documentNumber: integer('document_number').notNull(),
    code: text('code').notNull().unique(),
    certifiedOn: text('certified_on').notNull(),
    paper: text('paper').notNull(),
    recordedAt: text('recorded_at').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.personId),
  },
  (table) => [
    uniqueIndex('certificates_number').on(table.documentYear, table.documentNumber),
    index('certificates_day').on(table.certifiedOn),
    check('certificates_year', sql`${table.documentYear} = CAST(substr(${table.certifiedOn}, 1, 4) AS INTEGER)`),
  ],
)

export const repairVoids = sqliteTable(
  'repair_voids',
  {
    repairId: text('repair_id')
      .primaryKey()
      .references(() => repairs.repairId),
    voidedOn: text('voided_on').notNull(),
    reason: text('reason').notNull(),
    recordedAt: text('recorded_at').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.personId),
  },
  (table) => [index('repair_voids_day').on(table.voidedOn)],
)

/** Each time a paper was made into a PDF: the first is the original, the n-th after it "Bản sao lần n". */
export const printings = sqliteTable(
  'printings',
  {
    documentKind: text('document_kind').notNull(),
    documentId: text('document_id').notNull(),
    copyNumber: integer('copy_number').notNull(),
    printedAt: text('printed_at').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.personId),
  },
  (table) => [primaryKey({ columns: [table.documentKind, table.documentId, table.copyNumber] })],
)

/** A closed month. What its package says is fixed here: the document itself and the households as they were. */
export const closings = sqliteTable('closings', {
  closingId: text('closing_id').primaryKey(),
  period: text('period').notNull().unique(),
  sequence: integer('sequence').notNull().unique(),
  closedAt: text('closed_at').notNull(),
  closedOn: text('closed_on').notNull(),
  personId: text('person_id')
    .notNull()
    .references(() => people.personId),
  firstJournal: integer('first_journal').notNull(),
  lastJournal: integer('last_journal').notNull(),
  /** JSON of closing.json but for the identity of the package before it. */
  document: text('document').notNull(),
  /** JSON of what the minutes of closing say. */
  report: text('report').notNull(),
})

export const closingHouseholds = sqliteTable(
  'closing_households',
  {
    closingId: text('closing_id')
      .notNull()
      .references(() => closings.closingId),
    householdId: text('household_id')
      .notNull()
      .references(() => households.householdId),
    content: text('content').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.closingId, table.householdId] }),
    index('closing_households_household').on(table.householdId),
  ],
)

export const packages = sqliteTable('packages', {
  closingId: text('closing_id')
    .primaryKey()
    .references(() => closings.closingId),
  identity: text('identity').notNull().unique(),
  fileName: text('file_name').notNull(),
  madeAt: text('made_at').notNull(),
})
