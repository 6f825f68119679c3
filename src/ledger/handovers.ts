/** Gifts handed over, each on a receipt; a void of the receipt takes the gift back. */

import type { Day } from '../domain/day.ts'
import { addRow, all, first, type Reader, type Writer } from './connection.ts'
import { HOUSEHOLD_COLUMNS, type HouseholdRecord, recordOf, type StoredHousehold } from './registry/household-record.ts'
import { GROUP } from './registry/households.ts'
import { handovers } from './schema/gifts.ts'

export type HandoverRecord = typeof handovers.$inferSelect

/** Hands over on a receipt; its claim is made by a trigger. */
export function addHandover(writer: Writer, handover: HandoverRecord): void {
  addRow(writer, handovers, handover)
}

export interface HandoverLine {
  handoverId: string
  receiptId: string
  campaignId: string
  campaignName: string
  householdId: string
  eventId: string | null
  documentYear: number
  documentNumber: number
  code: string
  headOfHousehold: string
  hamlet: string | null
  giftPackageId: string
  giftPackageName: string
  handedOverOn: Day
  recordedAt: string
  recipientName: string
  valueDong: number
  ordinal: number
  overruledBecause: string | null
  handedOverBy: string
  voidedOn: Day | null
  voidReason: string | null
  isBack: 0 | 1
}

const LINES = `SELECT h.handover_id AS handoverId, h.receipt_id AS receiptId, h.campaign_id AS campaignId,
  campaign.name AS campaignName, h.household_id AS householdId, r.event_id AS eventId,
  r.document_year AS documentYear, r.document_number AS documentNumber, r.code,
  household.head_of_household AS headOfHousehold, household.hamlet, h.gift_package_id AS giftPackageId,
  package.name AS giftPackageName, h.handed_over_on AS handedOverOn, h.recorded_at AS recordedAt,
  h.recipient_name AS recipientName, h.value_dong AS valueDong, h.ordinal, h.overruled_because AS overruledBecause,
  person.full_name AS handedOverBy, v.voided_on AS voidedOn, v.reason AS voidReason,
  EXISTS (SELECT 1 FROM returned_papers back WHERE back.document_id = h.receipt_id) AS isBack
  FROM handovers h
  JOIN receipts r ON r.receipt_id = h.receipt_id
  JOIN campaigns campaign ON campaign.campaign_id = h.campaign_id
  JOIN households household ON household.household_id = h.household_id
  JOIN gift_packages package ON package.gift_package_id = h.gift_package_id
  JOIN people person ON person.person_id = h.person_id
  LEFT JOIN receipt_voids v ON v.receipt_id = h.receipt_id`

/**
 * The handovers of a campaign that stand, to a household or to those kept under it, the earliest first: what a second
 * gift is refused with.
 */
export function standingHandovers(reader: Reader, campaignId: string, householdId: string): HandoverLine[] {
  // The plus keeps SQLite from reading all of the campaign's handovers for the few of one household.
  const sql = `${GROUP} ${LINES} WHERE +h.campaign_id = :campaignId AND h.household_id IN kept_together
    AND v.receipt_id IS NULL ORDER BY h.handed_over_on, h.recorded_at`
  return all<HandoverLine>(reader, sql, { campaignId, householdId })
}

/** The first ordinal from 1 on that no standing claim of a household has: what a further gift of a kind gets. */
export function nextOrdinal(
  reader: Reader,
  claim: { campaignId: string; householdId: string; giftPackageId: string },
): number {
  const sql = `SELECT ordinal FROM gift_claims WHERE campaign_id = :campaignId AND household_id = :householdId
    AND gift_package_id = :giftPackageId ORDER BY ordinal`
  let next = 1
  for (const { ordinal } of all<{ ordinal: number }>(reader, sql, claim)) if (ordinal === next) next += 1
  return next
}

/** Of one distribution where it is named; newest first. */
export function listHandovers(
  reader: Reader,
  wanted: { campaignId: string; eventId: string | null; limit: number },
): HandoverLine[] {
  const sql = `${LINES} WHERE h.campaign_id = :campaignId AND (:eventId IS NULL OR r.event_id = :eventId)
    ORDER BY h.recorded_at DESC, r.document_year DESC, r.document_number DESC LIMIT :limit`
  return all<HandoverLine>(reader, sql, wanted)
}

/** Of a household and of those kept under it, newest first. */
export function handoversOfHousehold(reader: Reader, householdId: string): HandoverLine[] {
  const sql = `${GROUP} ${LINES} WHERE h.household_id IN kept_together
    ORDER BY h.handed_over_on DESC, r.document_number DESC`
  return all<HandoverLine>(reader, sql, { householdId })
}

export interface SignedGift {
  household: HouseholdRecord
  giftPackageName: string
  valueDong: number
  handedOverOn: Day
  recipientName: string
  /** Null where the head of the household took it. */
  recipientRelation: string | null
  /** JSON of the receipt it is signed on; null on a blank that was filled in by hand. */
  paper: string | null
}

/** Every gift of a campaign that stands, with the receipt that is signed for it. */
export function signedGifts(reader: Reader, campaignId: string): SignedGift[] {
  const sql = `SELECT ${HOUSEHOLD_COLUMNS}, giftPackageName, valueDong, handedOverOn, recipientName, recipientRelation,
    paper FROM (
      SELECT h.household_id AS recipientId, package.name AS giftPackageName, h.value_dong AS valueDong,
        h.handed_over_on AS handedOverOn, h.recipient_name AS recipientName, h.recipient_relation AS recipientRelation,
        iif(r.household_id IS NULL, NULL, r.paper) AS paper
      FROM handovers h JOIN receipts r USING (receipt_id) JOIN gift_packages package USING (gift_package_id)
      WHERE h.campaign_id = ? AND r.receipt_id NOT IN (SELECT receipt_id FROM receipt_voids)
    ) JOIN households ON household_id = recipientId ORDER BY row_number, handedOverOn`
  return all<StoredHousehold & Omit<SignedGift, 'household'>>(reader, sql, campaignId).map((stored) => {
    const { giftPackageName, valueDong, handedOverOn, recipientName, recipientRelation, paper, ...household } = stored
    const gift = { giftPackageName, valueDong, handedOverOn, recipientName, recipientRelation, paper }
    return { ...gift, household: recordOf(household) }
  })
}

export interface HandoverTotals {
  count: number
  valueDong: number
  voidedCount: number
}

export function handoverTotals(reader: Reader, wanted: { campaignId: string; eventId: string | null }): HandoverTotals {
  const sql = `SELECT count(*) FILTER (WHERE v.receipt_id IS NULL) AS count,
    coalesce(sum(value_dong) FILTER (WHERE v.receipt_id IS NULL), 0) AS valueDong,
    count(v.receipt_id) AS voidedCount
    FROM handovers h JOIN receipts r USING (receipt_id) LEFT JOIN receipt_voids v USING (receipt_id)
    WHERE h.campaign_id = :campaignId AND (:eventId IS NULL OR r.event_id = :eventId)`
  return first<HandoverTotals>(reader, sql, wanted) ?? { count: 0, valueDong: 0, voidedCount: 0 }
}
