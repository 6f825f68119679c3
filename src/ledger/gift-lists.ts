/** Lists of who is given what: frozen when drawn up, approved or declined by a second person. */

import type { Day } from '../domain/day.ts'
import type { GiftListEntry, ListState } from '../domain/gift-list.ts'
import { addRow, all, first, type Reader, type Writer } from './connection.ts'
import { byHousehold, type Expected, PLANNED } from './distributions.ts'
import { HOUSEHOLD_COLUMNS, type HouseholdRecord, recordOf, type StoredHousehold } from './registry/household-record.ts'
import { GROUP, standsFor } from './registry/households.ts'
import { giftListEntries, giftLists, giftListVerdicts } from './schema/campaigns.ts'

export type GiftListRecord = typeof giftLists.$inferSelect

/** Freezes a list with its entries in their order, from 1 on. */
export function addGiftList(writer: Writer, list: GiftListRecord, entries: readonly GiftListEntry[]): void {
  addRow(writer, giftLists, list)
  const { listId } = list
  entries.forEach((entry, index) => {
    addRow(writer, giftListEntries, { listId, position: index + 1, ...entry })
  })
}

/** The second person's word; what an approved list grants is kept by a trigger. */
export function addGiftListVerdict(writer: Writer, verdict: typeof giftListVerdicts.$inferInsert): void {
  addRow(writer, giftListVerdicts, verdict)
}

export interface GiftListLine {
  listId: string
  campaignId: string
  campaignName: string
  listNumber: number
  title: string | null
  state: ListState
  sha256: string
  householdCount: number
  grantCount: number
  withdrawCount: number
  valueDong: number
  drawnUpAt: string
  drawnUpBy: string
  drawnUpById: string
  decidedAt: string | null
  decidedBy: string | null
  decisionNumber: string | null
  reason: string | null
}

const VALUE = `(SELECT sum((CAST(round(quantity * 1000) AS INTEGER) * unit_price_dong + 500) / 1000)
  FROM gift_package_lines WHERE gift_package_id = e.gift_package_id)`
const LINES = `SELECT l.list_id AS listId, l.campaign_id AS campaignId, campaign.name AS campaignName,
  l.list_number AS listNumber, l.title, coalesce(v.verdict, 'drawnUp') AS state, l.sha256,
  count(DISTINCT e.household_id) AS householdCount, count(*) FILTER (WHERE e.action = 'grant') AS grantCount,
  count(*) FILTER (WHERE e.action = 'withdraw') AS withdrawCount,
  coalesce(sum(iif(e.action = 'grant', 1, -1) * ${VALUE}), 0) AS valueDong, l.drawn_up_at AS drawnUpAt,
  drawer.full_name AS drawnUpBy, l.person_id AS drawnUpById, v.decided_at AS decidedAt, decider.full_name AS decidedBy,
  v.decision_number AS decisionNumber, v.reason
  FROM gift_lists l JOIN campaigns campaign USING (campaign_id) JOIN gift_list_entries e USING (list_id)
  JOIN people drawer ON drawer.person_id = l.person_id
  LEFT JOIN gift_list_verdicts v ON v.list_id = l.list_id LEFT JOIN people decider ON decider.person_id = v.person_id`

export function findGiftList(reader: Reader, listId: string): GiftListLine | null {
  return first<GiftListLine>(reader, `${LINES} WHERE l.list_id = ? GROUP BY l.list_id`, listId) ?? null
}

/** JSON of what a list is printed from; null where the list is unknown. */
export function paperOfList(reader: Reader, listId: string): string | null {
  return first<{ paper: string }>(reader, 'SELECT paper FROM gift_lists WHERE list_id = ?', listId)?.paper ?? null
}

/** In the order they were drawn up. */
export function listGiftLists(reader: Reader, campaignId: string): GiftListLine[] {
  const sql = `${LINES} WHERE l.campaign_id = ? GROUP BY l.list_id ORDER BY l.drawn_up_at, l.list_id`
  return all<GiftListLine>(reader, sql, campaignId)
}

/** The list of a campaign that waits for the second person; null where none does. */
export function waitingGiftList(reader: Reader, campaignId: string): GiftListLine | null {
  return listGiftLists(reader, campaignId).find(({ state }) => state === 'drawnUp') ?? null
}

/** Lists drawn up by the end of a day in Vietnam that nobody has approved or declined, the oldest first. */
export function listsWaiting(
  reader: Reader,
  through: Day,
): { campaignId: string; campaignName: string; listNumber: number }[] {
  const sql = `SELECT campaign_id AS campaignId, name AS campaignName, list_number AS listNumber
    FROM gift_lists JOIN campaigns USING (campaign_id)
    WHERE drawn_up_at < strftime('%Y-%m-%dT%H:%M:%fZ', ?, '+17 hours')
      AND list_id NOT IN (SELECT list_id FROM gift_list_verdicts)
    ORDER BY drawn_up_at, list_id`
  return all(reader, sql, through)
}

/** 0 for the first list of a campaign, n for its n-th supplement: declined ones do not count. */
export function nextListNumber(reader: Reader, campaignId: string): number {
  return listGiftLists(reader, campaignId).filter(({ state }) => state === 'approved').length
}

/** What the approved lists of a campaign grant together, less what they took back. */
export function approvedDong(reader: Reader, campaignId: string): number {
  const approved = listGiftLists(reader, campaignId).filter(({ state }) => state === 'approved')
  return approved.reduce((sum, { valueDong }) => sum + valueDong, 0)
}

/** The entries of a list in their order, as they were frozen. */
export function entriesOfList(reader: Reader, listId: string): GiftListEntry[] {
  const sql = `SELECT household_id AS householdId, gift_package_id AS giftPackageId, action, reason
    FROM gift_list_entries WHERE list_id = ? ORDER BY position`
  return all<GiftListEntry>(reader, sql, listId)
}

/** What the approved lists of a campaign give a household, or one that is kept under it. */
export function grantsOfHousehold(
  reader: Reader,
  campaignId: string,
  householdId: string,
): { giftPackageId: string; name: string }[] {
  const sql = `${GROUP} SELECT DISTINCT g.gift_package_id AS giftPackageId, package.name, package.position
    FROM gift_grants g JOIN gift_packages package USING (gift_package_id)
    WHERE +g.campaign_id = :campaignId AND g.household_id IN kept_together ORDER BY package.position`
  return all<{ giftPackageId: string; name: string }>(reader, sql, { campaignId, householdId }).map(
    ({ giftPackageId, name }) => ({ giftPackageId, name }),
  )
}

/** Which of a household and those kept under it the approved lists name for a gift. */
export function holdersOfGrant(
  reader: Reader,
  wanted: { campaignId: string; householdId: string; giftPackageId: string },
): string[] {
  const sql = `${GROUP} SELECT household_id AS householdId FROM gift_grants WHERE campaign_id = :campaignId
    AND gift_package_id = :giftPackageId AND household_id IN kept_together`
  return all<{ householdId: string }>(reader, sql, wanted).map(({ householdId }) => householdId)
}

/** Households that the approved lists of a campaign grant a gift; for merged ones those they are kept under. */
export function householdsGranted(reader: Reader, campaignId: string, giftPackageId: string): Set<string> {
  const sql = `SELECT ${standsFor('gift_grants.household_id')} AS householdId FROM gift_grants
    WHERE campaign_id = ? AND gift_package_id = ?`
  const rows = all<{ householdId: string }>(reader, sql, campaignId, giftPackageId)
  return new Set(rows.map(({ householdId }) => householdId))
}

/**
 * The gifts each household has had or is granted by the approved lists of a campaign, one package per gift; for merged
 * households those they are kept under.
 */
export function promisedGifts(reader: Reader, campaignId: string): Map<string, string[]> {
  const sql = `SELECT household_id AS householdId, gift_package_id AS giftPackageId FROM (
    SELECT household_id, gift_package_id, ordinal FROM gift_claims WHERE campaign_id = :campaignId
    UNION SELECT ${standsFor('g.household_id')}, g.gift_package_id, 1 FROM gift_grants g
      WHERE g.campaign_id = :campaignId)`
  return byHousehold(all<Expected>(reader, sql, { campaignId }))
}

export interface GrantRecord {
  giftPackageId: string
  giftPackageName: string
  listNumber: number
  isPlanned: boolean
  isHandedOver: boolean
  household: HouseholdRecord
}

type StoredGrant = StoredHousehold & {
  giftPackageId: string
  giftPackageName: string
  listNumber: number
  isPlanned: 0 | 1
  isHandedOver: 0 | 1
}

const GRANTS = `SELECT ${standsFor('g.household_id')} AS standingId, package.position,
    package.gift_package_id AS giftPackageId, package.name AS giftPackageName, list.list_number AS listNumber,
    EXISTS (SELECT 1 FROM ${PLANNED} p WHERE p.gift_package_id = g.gift_package_id
      AND p.household_id IN (g.household_id, ${standsFor('g.household_id')})) AS isPlanned
  FROM gift_grants g JOIN gift_packages package USING (gift_package_id) JOIN gift_lists list USING (list_id)
  WHERE g.campaign_id = :campaignId`

/** What the approved lists grant now, with how far each gift is; in the order of names. */
export function grantsOfCampaign(reader: Reader, campaignId: string): GrantRecord[] {
  const sql = `WITH granted AS (${GRANTS}) SELECT ${HOUSEHOLD_COLUMNS}, giftPackageId, giftPackageName, listNumber,
    isPlanned, EXISTS (SELECT 1 FROM gift_claims c WHERE c.campaign_id = :campaignId
      AND c.household_id = standingId AND c.gift_package_id = giftPackageId) AS isHandedOver
    FROM granted JOIN households ON households.household_id = standingId
    ORDER BY sort_key, row_number, position`
  return all<StoredGrant>(reader, sql, { campaignId }).map((stored) => {
    const { giftPackageId, giftPackageName, listNumber, isPlanned, isHandedOver, ...household } = stored
    return {
      giftPackageId,
      giftPackageName,
      listNumber,
      isPlanned: isPlanned === 1,
      isHandedOver: isHandedOver === 1,
      household: recordOf(household),
    }
  })
}
