/**
 * The tables of the ledger. drizzle-kit makes the migrations from this; STRICT, triggers and the search index are
 * written into them by hand, because drizzle has no words for them (resources/migrations).
 */

import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

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
    addressText: text('address_text'),
    memberCount: integer('member_count'),
    category: text('category'),
    categoryDecision: text('category_decision'),
    note: text('note'),
    status: text('status').notNull(),
    sortKey: text('sort_key').notNull(),
    /** What a list without numbers is recognised by: name, birth year and place, folded. */
    matchKey: text('match_key').notNull(),
    revision: integer('revision').notNull(),
    recordedAt: text('recorded_at').notNull(),
  },
  (table) => [
    uniqueIndex('households_citizen_id').on(table.citizenId).where(sql`citizen_id IS NOT NULL`),
    index('households_sort').on(table.sortKey, table.rowNumber),
    index('households_category_sort').on(table.category, table.sortKey, table.rowNumber),
    index('households_match').on(table.matchKey),
    check('households_status', sql`${table.status} IN ('active', 'moved', 'deceased')`),
    check('households_revision', sql`${table.revision} > 0`),
  ],
)

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
