/** Distributions: where, when and to whom gifts are handed out in one go, and the kit of papers for it. */

import { eq } from 'drizzle-orm'
import type { Day } from '../domain/day.ts'
import type { Attendant } from '../domain/distribution.ts'
import { textSortKey } from '../domain/vietnamese.ts'
import { addRow, all, first, type Reader, type Writer } from './connection.ts'
import { HOUSEHOLD_COLUMNS, type HouseholdRecord, recordOf, type StoredHousehold } from './registry/household-record.ts'
import { GROUP, standsFor } from './registry/households.ts'
import { distributionEvents, eventHouseholds, eventKits } from './schema/distributions.ts'

export interface DistributionPlan {
  campaignId: string
  placeId: string
  heldOn: Day
  staff: readonly Attendant[]
  witnesses: readonly Attendant[]
  note: string | null
}

export interface KitLine {
  documentYear: number
  documentNumber: number
  issuedOn: Day
  spareCount: number
}

export interface DistributionLine extends DistributionPlan {
  eventId: string
  campaignName: string
  placeName: string
  kit: KitLine | null
}

type Stored<Line> = { [Field in keyof Line]: Line[Field] | null }

interface StoredDistribution extends Omit<DistributionLine, 'staff' | 'witnesses' | 'kit'>, Stored<KitLine> {
  staff: string
  witnesses: string
}

const LINES = `SELECT e.event_id AS eventId, e.campaign_id AS campaignId, campaign.name AS campaignName,
  e.place_id AS placeId, place.name AS placeName, e.held_on AS heldOn, e.staff, e.witnesses, e.note,
  k.document_year AS documentYear, k.document_number AS documentNumber, k.issued_on AS issuedOn,
  k.spare_count AS spareCount
  FROM distribution_events e JOIN campaigns campaign USING (campaign_id)
  JOIN stock_places place ON place.place_id = e.place_id LEFT JOIN event_kits k ON k.event_id = e.event_id`

function lineOf(stored: StoredDistribution): DistributionLine {
  const { documentYear, documentNumber, issuedOn, spareCount, ...line } = stored
  const isIssued = documentYear !== null && documentNumber !== null && issuedOn !== null && spareCount !== null
  return {
    ...line,
    staff: JSON.parse(line.staff) as Attendant[],
    witnesses: JSON.parse(line.witnesses) as Attendant[],
    kit: isIssued ? { documentYear, documentNumber, issuedOn, spareCount } : null,
  }
}

export function findDistribution(reader: Reader, eventId: string): DistributionLine | null {
  const stored = first<StoredDistribution>(reader, `${LINES} WHERE e.event_id = ?`, eventId)
  return stored ? lineOf(stored) : null
}

/** JSON of what the sign-off list of a distribution's kit says; null before the kit is issued. */
export function signOffListPaper(reader: Reader, eventId: string): string | null {
  return first<{ paper: string }>(reader, 'SELECT paper FROM event_kits WHERE event_id = ?', eventId)?.paper ?? null
}

/** Of one campaign where it is named; the latest day first. */
export function listDistributions(reader: Reader, campaignId: string | null): DistributionLine[] {
  const sql = `${LINES} WHERE :campaignId IS NULL OR e.campaign_id = :campaignId
    ORDER BY e.held_on DESC, e.event_id DESC`
  return all<StoredDistribution>(reader, sql, { campaignId }).map(lineOf)
}

const rowOf = ({ staff, witnesses, ...plan }: DistributionPlan) => ({
  ...plan,
  staff: JSON.stringify(staff),
  witnesses: JSON.stringify(witnesses),
})

export function addDistribution(
  writer: Writer,
  eventId: string,
  plan: DistributionPlan,
  by: { recordedAt: string; personId: string },
): void {
  addRow(writer, distributionEvents, { eventId, ...rowOf(plan), ...by })
}

/** Until the kit is issued; a trigger refuses it afterwards. */
export function changeDistribution(writer: Writer, eventId: string, plan: DistributionPlan): void {
  writer.rows.update(distributionEvents).set(rowOf(plan)).where(eq(distributionEvents.eventId, eventId)).run()
}

/** Takes back a distribution that has no kit and no receipt; triggers refuse it of one that has. */
export function removeDistribution(writer: Writer, eventId: string): void {
  writer.rows.delete(eventHouseholds).where(eq(eventHouseholds.eventId, eventId)).run()
  writer.rows.delete(distributionEvents).where(eq(distributionEvents.eventId, eventId)).run()
}

export interface Expected {
  householdId: string
  giftPackageId: string
}

/** Who is expected from now on, in place of whoever was; until the kit is issued. */
export function setExpected(writer: Writer, eventId: string, expected: readonly Expected[]): void {
  writer.rows.delete(eventHouseholds).where(eq(eventHouseholds.eventId, eventId)).run()
  addExpected(writer, eventId, expected)
}

/** Expects them, too; whoever is expected already stays so once. */
export function addExpected(writer: Writer, eventId: string, expected: readonly Expected[]): void {
  const sql = 'INSERT OR IGNORE INTO event_households (event_id, household_id, gift_package_id) VALUES (?, ?, ?)'
  for (const { householdId, giftPackageId } of expected) {
    writer.statement(sql).run(eventId, householdId, giftPackageId)
  }
}

export interface ExpectedHousehold extends Expected {
  giftPackageName: string
  household: HouseholdRecord
  /** How many gifts of the campaign the household may still be promised. */
  room: number
}

type StoredExpected = StoredHousehold & {
  giftPackageId: string
  giftPackageName: string
  packagePosition: number
  room: number
}

/** Where a household lives and how its name is ordered: what papers are put in order by. */
export type HandingPlace = Pick<HouseholdRecord, 'communeName' | 'hamlet' | 'sortKey'>

/**
 * By commune, hamlet and Vietnamese name order: the order papers are printed and handed out in. Equals keep theirs. Two
 * communes may both have a "Thôn 1", and these are two.
 */
export function inHandingOrder<Some extends { household: HandingPlace }>(some: readonly Some[]): Some[] {
  const keys = new Map<string | null, string>()
  const keyOf = (place: string | null) => {
    const key = keys.get(place) ?? textSortKey(place ?? '')
    keys.set(place, key)
    return key
  }
  const compared = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return [...some].sort(
    ({ household: one }, { household: other }) =>
      compared(keyOf(one.communeName), keyOf(other.communeName)) ||
      compared(keyOf(one.hamlet), keyOf(other.hamlet)) ||
      compared(one.sortKey, other.sortKey),
  )
}

/** A gift that a household has not had, nor one kept under it. */
const NOT_GIVEN = `NOT EXISTS (SELECT 1 FROM gift_claims c WHERE c.campaign_id = :campaignId
  AND c.household_id = wanted.household_id AND c.gift_package_id = wanted.gift_package_id)`

/** The gifts of a campaign that households have had. */
const CLAIMED = `SELECT household_id, gift_package_id, ordinal FROM gift_claims WHERE campaign_id = :campaignId`

/**
 * The pairs of `wanted` whose gift waits, as what they are of active households with room left under the campaign's
 * limit beside what they hold already; in handing order.
 */
function expectedFrom(
  reader: Reader,
  { wanted, held }: { wanted: string; held: string },
  parameters: { campaignId: string; eventId: string | null },
): ExpectedHousehold[] {
  const sql = `WITH wanted (household_id, gift_package_id) AS (${wanted}),
    waiting (waiting_id, package_id) AS (SELECT DISTINCT household_id, gift_package_id FROM wanted WHERE ${NOT_GIVEN}),
    held (holder_id, gift_count) AS (SELECT household_id, count(*) FROM (${held}) GROUP BY household_id)
    SELECT ${HOUSEHOLD_COLUMNS}, package_id AS giftPackageId,
    (SELECT name FROM gift_packages WHERE gift_package_id = package_id) AS giftPackageName,
    (SELECT position FROM gift_packages WHERE gift_package_id = package_id) AS packagePosition,
    (SELECT gifts_per_household FROM campaigns WHERE campaign_id = :campaignId) - coalesce(gift_count, 0) AS room
    FROM waiting JOIN households ON household_id = waiting_id LEFT JOIN held ON holder_id = waiting_id
    WHERE status = 'active' AND room > 0 ORDER BY packagePosition, row_number`
  const found = all<StoredExpected>(reader, sql, parameters).map((stored): ExpectedHousehold => {
    const { giftPackageId, giftPackageName, packagePosition: _position, room, ...facts } = stored
    const { householdId } = facts
    return { householdId, giftPackageId, giftPackageName, household: recordOf(facts), room }
  })
  return inHandingOrder(found)
}

/** Of each household the first gifts that it has room for: it is not printed more papers than it may sign. */
export function withinRoom<Some extends { householdId: string; room: number }>(some: readonly Some[]): Some[] {
  const counts = new Map<string, number>()
  return some.filter(({ householdId, room }) => {
    const count = (counts.get(householdId) ?? 0) + 1
    counts.set(householdId, count)
    return count <= room
  })
}

/**
 * Who is expected at a distribution, in the order of handing out. Whoever was given the gift since, or is no longer
 * active, is not; for a household that was merged the one comes that it is kept under.
 */
export function expectedAt(reader: Reader, event: { eventId: string; campaignId: string }): ExpectedHousehold[] {
  const { eventId, campaignId } = event
  const wanted = `SELECT ${standsFor('e.household_id')}, e.gift_package_id FROM event_households e
    WHERE e.event_id = :eventId`
  return withinRoom(expectedFrom(reader, { wanted, held: CLAIMED }, { eventId, campaignId }))
}

/**
 * Who is expected for what, and where: by the plan until the kit is issued, from then on by its papers with a name that
 * are not void.
 */
export const PLANNED = `(SELECT e.household_id, e.gift_package_id, e.event_id FROM event_households e
  WHERE e.event_id NOT IN (SELECT event_id FROM event_kits)
  UNION ALL SELECT r.household_id, r.gift_package_id, r.event_id FROM receipts r
  WHERE r.position IS NOT NULL AND r.household_id IS NOT NULL
    AND r.receipt_id NOT IN (SELECT receipt_id FROM receipt_voids))`

/** What households have had, and what waits for them at other distributions; what was handed over there counts once. */
const HELD = `${CLAIMED} UNION SELECT ${standsFor('p.household_id')}, p.gift_package_id, 1
  FROM ${PLANNED} p JOIN distribution_events event USING (event_id)
  WHERE event.campaign_id = :campaignId AND p.event_id IS NOT :eventId`

/**
 * Households and gifts that wait: granted by the approved lists, or, without lists, every active household with every
 * package; not handed over yet, expected at no other distribution, and with room left under the campaign's limit.
 * Whether they are eligible by category and commune is for the caller to ask.
 */
export function waitingGifts(
  reader: Reader,
  {
    byList,
    ...parameters
  }: {
    campaignId: string
    byList: boolean
    eventId: string | null
  },
): ExpectedHousehold[] {
  const source = byList
    ? `SELECT ${standsFor('g.household_id')} AS household_id, g.gift_package_id FROM gift_grants g
       WHERE g.campaign_id = :campaignId`
    : `SELECT h.household_id, p.gift_package_id FROM gift_packages p CROSS JOIN households h
       WHERE p.campaign_id = :campaignId AND h.status = 'active'`
  const planned = `SELECT ${standsFor('p.household_id')}, p.gift_package_id
    FROM ${PLANNED} p JOIN distribution_events event USING (event_id)
    WHERE event.campaign_id = :campaignId AND p.event_id IS NOT :eventId`
  const wanted = `SELECT household_id, gift_package_id FROM (${source}) s
    WHERE (household_id, gift_package_id) NOT IN (${planned})`
  return expectedFrom(reader, { wanted, held: HELD }, parameters)
}

/**
 * The gifts of a campaign each household has had or waits for at a distribution other than the one named, one package
 * per gift; for merged households those they are kept under.
 */
export function heldGifts(
  reader: Reader,
  wanted: { campaignId: string; eventId: string | null },
): Map<string, string[]> {
  const sql = `SELECT household_id AS householdId, gift_package_id AS giftPackageId FROM (${HELD})`
  return byHousehold(all<Expected>(reader, sql, wanted))
}

/** Packages by the household they are for. */
export function byHousehold(gifts: readonly Expected[]): Map<string, string[]> {
  const held = new Map<string, string[]>()
  for (const { householdId, giftPackageId } of gifts) {
    const others = held.get(householdId)
    if (others) others.push(giftPackageId)
    else held.set(householdId, [giftPackageId])
  }
  return held
}

/**
 * The other distribution at which a household, or one kept under it, is expected for a gift that is still open there;
 * null where none is.
 */
export function plannedElsewhere(
  reader: Reader,
  wanted: Expected & { eventId: string | null },
): { placeName: string; heldOn: Day } | null {
  const sql = `${GROUP} SELECT place.name AS placeName, event.held_on AS heldOn FROM ${PLANNED} p
    JOIN distribution_events event USING (event_id) JOIN stock_places place USING (place_id)
    WHERE p.household_id IN kept_together AND p.gift_package_id = :giftPackageId AND p.event_id IS NOT :eventId`
  return first<{ placeName: string; heldOn: Day }>(reader, sql, wanted) ?? null
}

/** The number the sign-off list of the next kit of a year gets; only inside the transaction that issues it. */
export function nextKitNumber(writer: Writer, year: number): number {
  const sql = 'SELECT coalesce(max(document_number), 0) + 1 AS next FROM event_kits WHERE document_year = ?'
  return first<{ next: number }>(writer, sql, year)?.next ?? 1
}

export function addKit(writer: Writer, kit: typeof eventKits.$inferInsert): void {
  addRow(writer, eventKits, kit)
}
