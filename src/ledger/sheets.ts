/** What became of the papers of a distribution: counted for its balance, and which signed ones have not come back. */

import type { Day } from '../domain/day.ts'
import { type SheetBalance, type SheetFinding, sheetBalance, sheetFate } from '../domain/distribution.ts'
import type { GivingKind } from '../domain/numbering.ts'
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

interface StoredSignedPaper extends HandingPlace {
  kind: GivingKind
  documentId: string
  documentYear: number
  documentNumber: number
  position: number | null
  signedOn: Day
  eventId: string | null
  placeName: string | null
  heldOn: Day | null
  headOfHousehold: string
  isBack: 0 | 1
}

type SignedHousehold = 'headOfHousehold' | keyof HandingPlace

export type SignedPaper = Omit<StoredSignedPaper, SignedHousehold | 'isBack'> & {
  household: Pick<StoredSignedPaper, SignedHousehold>
  isBack: boolean
}

const HOUSEHOLD = `household.head_of_household AS headOfHousehold, household.commune_name AS communeName,
  household.hamlet, household.sort_key AS sortKey`
const isBackOf = (documentId: string) =>
  `EXISTS (SELECT 1 FROM returned_papers back WHERE back.document_id = ${documentId}) AS isBack`

const SIGNED_RECEIPTS = `SELECT 'handoverReceipt' AS kind, r.receipt_id AS documentId, r.document_year AS documentYear,
  r.document_number AS documentNumber, r.position, h.handed_over_on AS signedOn, r.event_id AS eventId,
  place.name AS placeName, event.held_on AS heldOn, ${HOUSEHOLD}, ${isBackOf('r.receipt_id')}
  FROM handovers h JOIN receipts r USING (receipt_id)
  JOIN households household ON household.household_id = h.household_id
  LEFT JOIN distribution_events event ON event.event_id = r.event_id
  LEFT JOIN stock_places place ON place.place_id = event.place_id
  WHERE (:campaignId IS NULL OR h.campaign_id = :campaignId) AND (:eventId IS NULL OR r.event_id = :eventId)
    AND r.receipt_id NOT IN (SELECT receipt_id FROM receipt_voids) AND ${LATEST_FINDING} IS NOT 'missing'`

/** Of no campaign and no distribution. */
const SIGNED_CERTIFICATES = `SELECT 'repairCertificate' AS kind, c.paper_id AS documentId,
  c.document_year AS documentYear, c.document_number AS documentNumber, NULL AS position, c.issued_on AS signedOn,
  NULL AS eventId, NULL AS placeName, NULL AS heldOn, ${HOUSEHOLD}, ${isBackOf('c.paper_id')}
  FROM repair_papers c JOIN repairs USING (repair_id) JOIN households household USING (household_id)
  WHERE c.kind = 'repairCertificate' AND :campaignId IS NULL AND :eventId IS NULL
    AND c.paper_id NOT IN (SELECT paper_id FROM repair_paper_voids)`

/**
 * Signed papers of a campaign, of one distribution, or of the whole office, with whether their scan has come back: by
 * distribution, in handing order, certificates last. One that was lost is accounted for, and is awaited no more.
 */
export function signedPapers(
  reader: Reader,
  wanted: { campaignId: string | null; eventId: string | null },
): SignedPaper[] {
  const sql = `${SIGNED_RECEIPTS} UNION ALL ${SIGNED_CERTIFICATES} ORDER BY kind, documentYear, documentNumber`
  const papers = all<StoredSignedPaper>(reader, sql, wanted).map(
    ({ headOfHousehold, communeName, hamlet, sortKey, isBack, ...paper }): SignedPaper => ({
      ...paper,
      household: { headOfHousehold, communeName, hamlet, sortKey },
      isBack: isBack === 1,
    }),
  )
  const groupKey = ({ kind, heldOn, eventId, household }: SignedPaper) =>
    [kind, heldOn ?? '', eventId ?? '', household.communeName ?? ''].join(' ')
  return inHandingOrder(papers).sort((one, other) => {
    const [a, b] = [groupKey(one), groupKey(other)]
    return a < b ? -1 : a > b ? 1 : 0
  })
}
