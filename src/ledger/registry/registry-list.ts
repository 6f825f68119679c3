/**
 * The registry as a list: filtered, in the order of Vietnamese names, counted, and paged by key. Merged and erased
 * households are in it only where a filter asks for their status.
 */

import type { Day } from '../../domain/day.ts'
import type { HouseholdStatus } from '../../domain/household.ts'
import type { HouseholdCategory } from '../../domain/household-category.ts'
import { searchKey } from '../../domain/vietnamese.ts'
import { type CampaignRecord, communesOfRegistry, findCampaign } from '../campaigns.ts'
import { all, first, type Reader } from '../connection.ts'
import { WORK_DONG } from '../repairs/repair-lines.ts'
import { OPEN_PAIRS } from './duplicates.ts'
import {
  HOUSEHOLD_COLUMNS,
  HOUSEHOLD_LINE_COLUMNS,
  type HouseholdLineRecord,
  type HouseholdRecord,
  recordOf,
  STANDS,
  type StoredHousehold,
} from './household-record.ts'
import { countMatches, matchQuery } from './household-search.ts'
import { standsFor } from './households.ts'

export interface ListFilter {
  text: string
  /** Any category in force. */
  category: HouseholdCategory | null
  missing: 'citizenId' | 'customerCode' | 'category' | null
  /** Null for all that stand. */
  status: HouseholdStatus | null
  /** Only those of a pair that nobody has settled. */
  isDuplicate: boolean
  /** A campaign: active ones that may be given its gift and were not. */
  notReceivedIn: string | null
}

export interface ListCursor {
  sortKey: string
  rowNumber: number
}

/** Households picked one by one, or all of a filter but some. */
export type Selection =
  | { kind: 'some'; householdIds: readonly string[] }
  | { kind: 'all'; filter: ListFilter; exceptIds: readonly string[] }

export interface RegistryRecord
  extends HouseholdLineRecord,
    Pick<HouseholdRecord, 'oldIdNumber' | 'meterNumber' | 'addressText' | 'note' | 'categoryCodes'> {
  lastGiftOn: Day | null
  lastRepairOn: Day | null
}

interface Condition {
  where: string
  parameters: unknown[]
}

const MISSING = {
  citizenId: 'citizen_id IS NULL',
  customerCode: 'customer_code IS NULL',
  category: "category_codes = ''",
}
const MATCHING = 'SELECT rowid FROM household_search WHERE household_search MATCH ?'

function hasAnyOf(categories: readonly HouseholdCategory[]): Condition {
  if (categories.length === 0) return { where: '1', parameters: [] }
  const where = categories.map(() => 'instr(category_codes, ?)').join(' OR ')
  return { where: `(${where})`, parameters: categories.map((category) => ` ${category} `) }
}

function ofText(text: string, status: HouseholdStatus | null): Condition[] {
  const match = matchQuery(text)
  if (!match) return []
  // The words of a merged household lead to the one it is kept under.
  const isMerged = `merged_into IN (SELECT household_id FROM households WHERE row_number IN (${MATCHING}))`
  return [{ where: status === 'merged' ? isMerged : `row_number IN (${MATCHING})`, parameters: [match] }]
}

/** Those a campaign is for: granted by its lists to them or to one kept under them, or by category and commune. */
function isFor(reader: Reader, campaign: CampaignRecord): Condition[] {
  const { campaignId, grantedBy, eligibleCategories, eligibleCommunes } = campaign
  if (grantedBy === 'list') {
    const granted = `SELECT ${standsFor('gift_grants.household_id')} FROM gift_grants WHERE campaign_id = ?`
    return [{ where: `household_id IN (${granted})`, parameters: [campaignId] }]
  }
  const categories = hasAnyOf(eligibleCategories)
  if (eligibleCommunes.length === 0) return [categories]
  const keys = new Set(eligibleCommunes.map(searchKey))
  const communes = communesOfRegistry(reader).filter((name) => keys.has(searchKey(name)))
  const where = 'commune_name IN (SELECT value FROM json_each(?))'
  return [categories, { where, parameters: [JSON.stringify(communes)] }]
}

function notReceived(reader: Reader, campaignId: string): Condition[] {
  const campaign = findCampaign(reader, campaignId)
  if (!campaign) return [{ where: '0', parameters: [] }]
  const isWithout = `NOT EXISTS (SELECT 1 FROM gift_claims
    WHERE campaign_id = ? AND gift_claims.household_id = households.household_id)`
  return [
    { where: "status = 'active'", parameters: [] },
    ...isFor(reader, campaign),
    { where: isWithout, parameters: [campaignId] },
  ]
}

/** The WHERE of a filter with its parameters; only words of this file reach the SQL. */
function conditionOf(reader: Reader, filter: ListFilter): Condition {
  const { category, missing, status, isDuplicate, notReceivedIn } = filter
  const conditions: Condition[] = [
    status ? { where: 'status = ?', parameters: [status] } : { where: STANDS, parameters: [] },
    ...(category ? [hasAnyOf([category])] : []),
    ...(missing ? [{ where: MISSING[missing], parameters: [] }] : []),
    ...(isDuplicate ? [{ where: IS_DUPLICATE, parameters: [] }] : []),
    ...(notReceivedIn ? notReceived(reader, notReceivedIn) : []),
    ...ofText(filter.text, status),
  ]
  return {
    where: conditions.map(({ where }) => where).join(' AND '),
    parameters: conditions.flatMap(({ parameters }) => parameters),
  }
}

const IS_DUPLICATE = `household_id IN (SELECT one_id FROM (${OPEN_PAIRS}) UNION SELECT other_id FROM (${OPEN_PAIRS}))`

function isTextOnly({ category, missing, status, isDuplicate, notReceivedIn }: ListFilter): boolean {
  return !category && !missing && !status && !isDuplicate && !notReceivedIn
}

export function countHouseholds(reader: Reader, filter: ListFilter): number {
  const match = matchQuery(filter.text)
  if (match && isTextOnly(filter)) return countMatches(reader, match)
  const { where, parameters } = conditionOf(reader, filter)
  const sql = `SELECT count(*) AS count FROM households WHERE ${where}`
  return first<{ count: number }>(reader, sql, ...parameters)?.count ?? 0
}

/**
 * How many households a filter has and the cursor before each page of `pageSize`: null for the first page. So a list of
 * 100,000 can be entered anywhere by key, and nothing is counted off from the start.
 */
export function outlineHouseholds(
  reader: Reader,
  filter: ListFilter,
  pageSize: number,
): { count: number; pageStarts: (ListCursor | null)[] } {
  const count = countHouseholds(reader, filter)
  if (count === 0) return { count, pageStarts: [] }
  const { where, parameters } = conditionOf(reader, filter)
  const lastRows = all<ListCursor>(
    reader,
    `SELECT sortKey, rowNumber FROM (
       SELECT sort_key AS sortKey, row_number AS rowNumber, row_number() OVER (ORDER BY sort_key, row_number) AS place
       FROM households WHERE ${where}
     ) WHERE place % ? = 0 AND place < ? ORDER BY place`,
    ...parameters,
    pageSize,
    count,
  )
  return { count, pageStarts: [null, ...lastRows] }
}

/** The last day of what counts, of a household and of those kept under it. */
function lastDayOf(day: string, rows: string, counts: string): string {
  return `(WITH RECURSIVE kept (id) AS (
      SELECT households.household_id UNION
      SELECT merged.household_id FROM households merged JOIN kept ON merged.merged_into = kept.id)
    SELECT max(${day}) FROM kept JOIN ${rows} WHERE ${counts})`
}

const REGISTRY_COLUMNS = `${HOUSEHOLD_LINE_COLUMNS}, old_id_number AS oldIdNumber, meter_number AS meterNumber,
  address_text AS addressText, note, category_codes AS categoryCodes,
  ${lastDayOf(
    'handed_over_on',
    'handovers ON household_id = kept.id',
    'NOT EXISTS (SELECT 1 FROM receipt_voids v WHERE v.receipt_id = handovers.receipt_id)',
  )} AS lastGiftOn,
  ${lastDayOf(
    'happened_on',
    `repairs ON repairs.household_id = kept.id JOIN repair_states s ON s.repair_id = repairs.repair_id
      JOIN repair_steps step ON step.repair_id = repairs.repair_id`,
    "event = 'finishWork' AND s.state <> 'cancelled'",
  )} AS lastRepairOn`

const BEFORE_ALL: ListCursor = { sortKey: '', rowNumber: -1 }

function pageWhere(reader: Reader, { where, parameters }: Condition, after: ListCursor | null, limit: number) {
  const { sortKey, rowNumber } = after ?? BEFORE_ALL
  return all<RegistryRecord>(
    reader,
    `SELECT ${REGISTRY_COLUMNS} FROM households
     WHERE (sort_key, row_number) > (?, ?) AND ${where} ORDER BY sort_key, row_number LIMIT ?`,
    sortKey,
    rowNumber,
    ...parameters,
    limit,
  )
}

export function pageHouseholds(
  reader: Reader,
  filter: ListFilter,
  after: ListCursor | null,
  limit: number,
): RegistryRecord[] {
  return pageWhere(reader, conditionOf(reader, filter), after, limit)
}

/** Households of a filter with all that is known of them, in the order of the list, one at a time. */
export function* householdsOf(reader: Reader, filter: ListFilter): Generator<HouseholdRecord, void> {
  const { where, parameters } = conditionOf(reader, filter)
  const sql = `SELECT ${HOUSEHOLD_COLUMNS} FROM households WHERE ${where} ORDER BY sort_key, row_number`
  for (const stored of reader.statement(sql).iterate(...parameters)) yield recordOf(stored as StoredHousehold)
}

function selectedWhere(reader: Reader, selection: Selection): Condition {
  if (selection.kind === 'some') {
    const where = 'household_id IN (SELECT value FROM json_each(?))'
    return { where, parameters: [JSON.stringify(selection.householdIds)] }
  }
  const { where, parameters } = conditionOf(reader, selection.filter)
  if (selection.exceptIds.length === 0) return { where, parameters }
  return {
    where: `${where} AND household_id NOT IN (SELECT value FROM json_each(?))`,
    parameters: [...parameters, JSON.stringify(selection.exceptIds)],
  }
}

/** A selection in the order of the list, a piece at a time: between two pieces others may be answered. */
export function* selectedHouseholds(
  reader: Reader,
  selection: Selection,
  piece: number,
): Generator<RegistryRecord[], void> {
  const condition = selectedWhere(reader, selection)
  let after: ListCursor | null = null
  for (;;) {
    const records: RegistryRecord[] = pageWhere(reader, condition, after, piece)
    if (records.length > 0) yield records
    after = records.at(-1) ?? null
    if (records.length < piece) return
  }
}

export interface SelectionTotals {
  householdCount: number
  memberCount: number
  giftsDong: number
  repairsDong: number
}

/** What a selection adds up to: papers that stand, of the households and of those kept under them. */
export function totalsOf(reader: Reader, selection: Selection): SelectionTotals {
  const { where, parameters } = selectedWhere(reader, selection)
  const sql = `WITH RECURSIVE
    chosen AS MATERIALIZED (SELECT household_id, member_count FROM households WHERE ${where}),
    kept (household_id) AS (
      SELECT household_id FROM chosen UNION
      SELECT merged.household_id FROM kept JOIN households merged ON merged.merged_into = kept.household_id
      WHERE EXISTS (SELECT 1 FROM households WHERE merged_into IS NOT NULL))
    SELECT (SELECT count(*) FROM chosen) AS householdCount,
      (SELECT coalesce(sum(member_count), 0) FROM chosen) AS memberCount,
      (SELECT coalesce(sum(value_dong), 0) FROM handovers WHERE household_id IN kept
        AND receipt_id NOT IN (SELECT receipt_id FROM receipt_voids)) AS giftsDong,
      (SELECT coalesce(sum(${WORK_DONG}), 0) FROM repairs r JOIN repair_states s ON s.repair_id = r.repair_id
        WHERE r.household_id IN kept AND s.state <> 'cancelled') AS repairsDong`
  return (
    first<SelectionTotals>(reader, sql, ...parameters) ?? {
      householdCount: 0,
      memberCount: 0,
      giftsDong: 0,
      repairsDong: 0,
    }
  )
}
