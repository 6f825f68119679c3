/** What became of the papers of a distribution: counted for its balance, and which signed ones have not come back. */

import type { Day } from '../domain/day.ts'
import { type SheetBalance, type SheetFinding, sheetBalance, sheetFate } from '../domain/distribution.ts'
import { all, type Reader } from './connection.ts'
import { type HandingPlace, inHandingOrder } from './distributions.ts'

/** The last word said of a receipt `r` that was neither signed nor voided; null where none was. */
const LATEST_FINDING = `(SELECT finding FROM receipt_findings latest WHERE latest.receipt_id = r.receipt_id
  ORDER BY recorded_at DESC, finding_id DESC LIMIT 1)`

interface StoredGroup {
  giftPackageId: string | null
  isVoided: 0 | 1
  isHandedOver: 0 | 1
  finding: SheetFinding | null
  count: number
  backCount: number
}

export interface EventSheets {
  balance: SheetBalance
  /** Papers with a household, printed or written in, by the package they are for. */
  named: { giftPackageId: string; count: number }[]
  /** Signed papers whose scan has come back. */
  backCount: number
}

/** The papers of a distribution, counted where they lie: a list of distributions asks this for each of them. */
export function sheetsOfEvent(reader: Reader, eventId: string): EventSheets {
  const groups = all<StoredGroup>(
    reader,
    `SELECT coalesce(h.gift_package_id, r.gift_package_id) AS giftPackageId, v.receipt_id IS NOT NULL AS isVoided,
     h.handover_id IS NOT NULL AS isHandedOver, ${LATEST_FINDING} AS finding, count(*) AS count,
     count(back.document_id) AS backCount
     FROM receipts r LEFT JOIN handovers h USING (receipt_id) LEFT JOIN receipt_voids v USING (receipt_id)
     LEFT JOIN returned_papers back ON back.document_id = r.receipt_id
     WHERE r.event_id = ? GROUP BY 1, 2, 3, 4`,
    eventId,
  ).map(({ isVoided, isHandedOver, finding, ...group }) => ({
    ...group,
    fate: sheetFate({ isVoided: isVoided === 1, isHandedOver: isHandedOver === 1, finding }),
  }))
  const fates = groups.flatMap(({ fate, count }) => Array.from({ length: count }, () => fate))
  const signed = groups.filter(({ fate }) => fate === 'signed')
  return {
    balance: sheetBalance(fates),
    named: groups.flatMap(({ giftPackageId, count }) => (giftPackageId === null ? [] : [{ giftPackageId, count }])),
    backCount: signed.reduce((sum, { backCount }) => sum + backCount, 0),
  }
}

export interface UnaccountedSheets {
  eventId: string
  placeName: string
  heldOn: Day
  count: number
}

/** Distributions held up to a day whose papers do not balance, with how many are not accounted for. */
export function unaccountedSheets(reader: Reader, throughDay: Day): UnaccountedSheets[] {
  const sql = `SELECT event_id AS eventId, name AS placeName, held_on AS heldOn FROM distribution_events
    JOIN event_kits USING (event_id) JOIN stock_places USING (place_id) WHERE held_on <= ? ORDER BY held_on, event_id`
  return all<Omit<UnaccountedSheets, 'count'>>(reader, sql, throughDay)
    .map((event) => ({ ...event, count: sheetsOfEvent(reader, event.eventId).balance.open }))
    .filter(({ count }) => count > 0)
}

interface StoredSignedPaper {
  receiptId: string
  documentYear: number
  documentNumber: number
  position: number | null
  handedOverOn: Day
  eventId: string | null
  placeName: string | null
  heldOn: Day | null
  headOfHousehold: string
  communeName: string | null
  hamlet: string | null
  sortKey: string
  isBack: 0 | 1
}

export type SignedPaper = Omit<StoredSignedPaper, 'headOfHousehold' | keyof HandingPlace | 'isBack'> & {
  household: HandingPlace & { headOfHousehold: string }
  isBack: boolean
}

/**
 * Signed papers of a campaign, or of one of its distributions, with whether their scan has come back; by distribution,
 * in handing order. One that was lost is accounted for, and is awaited no more.
 */
export function signedPapers(reader: Reader, wanted: { campaignId: string; eventId: string | null }): SignedPaper[] {
  const sql = `SELECT r.receipt_id AS receiptId, r.document_year AS documentYear, r.document_number AS documentNumber,
    r.position, h.handed_over_on AS handedOverOn, r.event_id AS eventId, place.name AS placeName,
    event.held_on AS heldOn, household.head_of_household AS headOfHousehold, household.hamlet,
    household.commune_name AS communeName, household.sort_key AS sortKey,
    EXISTS (SELECT 1 FROM returned_papers back WHERE back.document_id = r.receipt_id) AS isBack
    FROM handovers h JOIN receipts r USING (receipt_id)
    JOIN households household ON household.household_id = h.household_id
    LEFT JOIN distribution_events event ON event.event_id = r.event_id
    LEFT JOIN stock_places place ON place.place_id = event.place_id
    WHERE h.campaign_id = :campaignId AND (:eventId IS NULL OR r.event_id = :eventId)
      AND r.receipt_id NOT IN (SELECT receipt_id FROM receipt_voids) AND ${LATEST_FINDING} IS NOT 'missing'
    ORDER BY r.document_year, r.document_number`
  const papers = all<StoredSignedPaper>(reader, sql, wanted).map(
    ({ headOfHousehold, communeName, hamlet, sortKey, isBack, ...paper }): SignedPaper => ({
      ...paper,
      household: { headOfHousehold, communeName, hamlet, sortKey },
      isBack: isBack === 1,
    }),
  )
  const eventKey = ({ heldOn, eventId }: SignedPaper) => `${heldOn ?? ''} ${eventId ?? ''}`
  return inHandingOrder(papers).sort((one, other) => {
    const [a, b] = [eventKey(one), eventKey(other)]
    return a < b ? -1 : a > b ? 1 : 0
  })
}
