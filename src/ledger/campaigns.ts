/** Campaigns and the gift packages they hand out. */

import { asc, eq, placeholder } from 'drizzle-orm'
import type { Day } from '../domain/day.ts'
import { type CampaignTerms, type GiftLine, type GrantedBy, packageValueDong } from '../domain/gift.ts'
import type { HouseholdCategory } from '../domain/household-category.ts'
import { type Dong, dong } from '../domain/money.ts'
import { all, first, preparedOnce, type Reader, type Writer } from './connection.ts'
import { campaignFunds, campaigns, giftPackageLines, giftPackages } from './schema/campaigns.ts'
import { stockItems } from './schema/stock.ts'

export interface Fund {
  name: string
  amountDong: Dong | null
}

export interface CampaignRecord extends CampaignTerms {
  campaignId: string
  decisionNumbers: string[]
  funds: Fund[]
  budgetDong: Dong | null
  /** For repairs of wiring: in all, and for one household; null where it is not watched. */
  repairBudgetDong: Dong | null
  repairBudgetPerHouseholdDong: Dong | null
  targetHouseholds: number | null
  /** Where gifts come from outside a distribution; null where stock is not counted. */
  storeId: string | null
}

/** A line of a package, with the item of the stock it takes; null in campaigns from before there was a stock. */
export interface PackageLine extends GiftLine {
  itemId: string | null
}

export interface GiftPackageRecord {
  giftPackageId: string
  campaignId: string
  name: string
  lines: PackageLine[]
  valueDong: Dong
}

const theCampaign = preparedOnce((rows) =>
  rows
    .select()
    .from(campaigns)
    .where(eq(campaigns.campaignId, placeholder('campaignId')))
    .prepare(),
)
const itsFunds = preparedOnce((rows) =>
  rows
    .select()
    .from(campaignFunds)
    .where(eq(campaignFunds.campaignId, placeholder('campaignId')))
    .orderBy(asc(campaignFunds.position))
    .prepare(),
)
const thePackage = preparedOnce((rows) =>
  rows
    .select()
    .from(giftPackages)
    .where(eq(giftPackages.giftPackageId, placeholder('giftPackageId')))
    .prepare(),
)

const money = (amountDong: number | null) => (amountDong === null ? null : dong(amountDong))

function campaignOf(reader: Reader, row: typeof campaigns.$inferSelect): CampaignRecord {
  const funds = itsFunds(reader)
    .all({ campaignId: row.campaignId })
    .map(({ name, amountDong }) => ({ name, amountDong: money(amountDong) }))
  const { from, to, grantedBy, eligibleCategories, ...rest } = row
  return {
    ...rest,
    from: from as Day,
    to: to as Day,
    grantedBy: grantedBy as GrantedBy,
    eligibleCategories: eligibleCategories as HouseholdCategory[],
    budgetDong: money(row.budgetDong),
    repairBudgetDong: money(row.repairBudgetDong),
    repairBudgetPerHouseholdDong: money(row.repairBudgetPerHouseholdDong),
    funds,
  }
}

export function findCampaign(reader: Reader, campaignId: string): CampaignRecord | null {
  const row = theCampaign(reader).get({ campaignId })
  return row ? campaignOf(reader, row) : null
}

/** Whether a campaign other than the one named bears a name. */
export function isCampaignNameTaken(reader: Reader, name: string, but: string | null = null): boolean {
  const row = reader.rows.select().from(campaigns).where(eq(campaigns.name, name)).get()
  return row !== undefined && row.campaignId !== but
}

/** Whether a list, a receipt or a distribution bears the campaign's terms: from then on they are fixed. */
export function isCampaignIssued(reader: Reader, campaignId: string): boolean {
  const sql = `SELECT EXISTS (SELECT 1 FROM receipts WHERE campaign_id = :campaignId)
    OR EXISTS (SELECT 1 FROM gift_lists WHERE campaign_id = :campaignId)
    OR EXISTS (SELECT 1 FROM distribution_events WHERE campaign_id = :campaignId) AS isIssued`
  return first<{ isIssued: 0 | 1 }>(reader, sql, { campaignId })?.isIssued === 1
}

/** The last day on which a gift of a campaign was handed over that stands; null where none was. */
export function lastHandoverDay(reader: Reader, campaignId: string): Day | null {
  const sql = `SELECT max(handed_over_on) AS day FROM handovers
    WHERE campaign_id = ? AND receipt_id NOT IN (SELECT receipt_id FROM receipt_voids)`
  return first<{ day: Day | null }>(reader, sql, campaignId)?.day ?? null
}

/** The last distribution of a campaign, held or planned; null where there is none. */
export function lastDistribution(reader: Reader, campaignId: string): { placeName: string; heldOn: Day } | null {
  const sql = `SELECT place.name AS placeName, held_on AS heldOn FROM distribution_events
    JOIN stock_places place USING (place_id) WHERE campaign_id = ? ORDER BY held_on DESC LIMIT 1`
  return first<{ placeName: string; heldOn: Day }>(reader, sql, campaignId) ?? null
}

export function findGiftPackage(reader: Reader, giftPackageId: string): GiftPackageRecord | null {
  const row = thePackage(reader).get({ giftPackageId })
  return row ? withLines(reader, row) : null
}

export function listGiftPackages(reader: Reader, campaignId: string): GiftPackageRecord[] {
  const rows = reader.rows
    .select()
    .from(giftPackages)
    .where(eq(giftPackages.campaignId, campaignId))
    .orderBy(asc(giftPackages.position))
    .all()
  return rows.map((row) => withLines(reader, row))
}

const PACKAGE_LINES = `SELECT name, unit_of_measure AS unitOfMeasure, quantity, unit_price_dong AS unitPriceDong,
  item_id AS itemId FROM gift_package_lines WHERE gift_package_id = ? ORDER BY line_number`

function withLines(reader: Reader, row: typeof giftPackages.$inferSelect): GiftPackageRecord {
  const { giftPackageId, campaignId, name } = row
  const lines = all<PackageLine>(reader, PACKAGE_LINES, giftPackageId)
  return { giftPackageId, campaignId, name, lines, valueDong: packageValueDong(lines) }
}

type NewPackage = { giftPackageId: string; name: string; lines: readonly GiftLine[] }

/** Opens a campaign. Items its packages name are added to the stock where it does not know them. */
export function addCampaign(
  writer: Writer,
  campaign: CampaignRecord,
  packages: readonly NewPackage[],
  newIdentity: () => string,
): void {
  const { funds, ...row } = campaign
  writer.rows
    .insert(campaigns)
    .values({ ...row, ...listsOf(row) })
    .run()
  addFunds(writer, campaign)
  addPackages(writer, campaign.campaignId, packages, newIdentity)
}

const listsOf = ({ eligibleCategories, eligibleCommunes }: Omit<CampaignRecord, 'funds'>) => ({
  eligibleCategories: [...eligibleCategories],
  eligibleCommunes: [...eligibleCommunes],
})

function addFunds(writer: Writer, { campaignId, funds }: Pick<CampaignRecord, 'campaignId' | 'funds'>): void {
  funds.forEach((fund, position) => {
    writer.rows
      .insert(campaignFunds)
      .values({ campaignId, position, ...fund })
      .run()
  })
}

function addPackages(
  writer: Writer,
  campaignId: string,
  packages: readonly NewPackage[],
  newIdentity: () => string,
): void {
  packages.forEach(({ giftPackageId, name, lines }, position) => {
    writer.rows.insert(giftPackages).values({ giftPackageId, campaignId, position, name }).run()
    lines.forEach((line, index) => {
      const itemId = itemNamed(writer, line, newIdentity)
      writer.rows
        .insert(giftPackageLines)
        .values({ giftPackageId, lineNumber: index + 1, ...line, itemId })
        .run()
    })
  })
}

/** The item of the stock with a name and a unit; a new one where there is none. */
function itemNamed(writer: Writer, { name, unitOfMeasure }: GiftLine, newIdentity: () => string): string {
  const sql = 'SELECT item_id AS itemId FROM stock_items WHERE name = ? AND unit_of_measure = ?'
  const known = first<{ itemId: string }>(writer, sql, name, unitOfMeasure)
  if (known) return known.itemId
  const itemId = newIdentity()
  writer.rows.insert(stockItems).values({ itemId, name, unitOfMeasure }).run()
  return itemId
}

/** Amends a campaign; `packages` take the place of what it had, which only one that nothing was issued for allows. */
export function changeCampaign(
  writer: Writer,
  campaign: CampaignRecord,
  packages: readonly NewPackage[] | null,
  newIdentity: () => string,
): void {
  const { funds: _funds, campaignId, ...row } = campaign
  writer.rows
    .update(campaigns)
    .set({ ...row, ...listsOf(campaign) })
    .where(eq(campaigns.campaignId, campaignId))
    .run()
  writer.rows.delete(campaignFunds).where(eq(campaignFunds.campaignId, campaignId)).run()
  addFunds(writer, campaign)
  if (!packages) return
  for (const { giftPackageId } of listGiftPackages(writer, campaignId)) {
    writer.rows.delete(giftPackageLines).where(eq(giftPackageLines.giftPackageId, giftPackageId)).run()
    writer.rows.delete(giftPackages).where(eq(giftPackages.giftPackageId, giftPackageId)).run()
  }
  addPackages(writer, campaignId, packages, newIdentity)
}

export interface CampaignLine extends CampaignRecord {
  storeName: string | null
  giftPackages: GiftPackageRecord[]
  isIssued: boolean
  grantedCount: number
  grantedHouseholds: number
  grantedDong: number
  handedOverCount: number
  handedOverHouseholds: number
  handedOverDong: number
}

/** Newest campaign first, with what its lists grant and what was handed over and not voided. */
export function listCampaigns(reader: Reader): CampaignLine[] {
  const handedOver = new Map(
    all<{ campaignId: string; count: number; households: number; valueDong: number }>(
      reader,
      `SELECT campaign_id AS campaignId, count(*) AS count, count(DISTINCT household_id) AS households,
       sum(value_dong) AS valueDong FROM handovers
       WHERE receipt_id NOT IN (SELECT receipt_id FROM receipt_voids) GROUP BY campaign_id`,
    ).map((row) => [row.campaignId, row]),
  )
  const grants = all<{ giftPackageId: string; count: number }>(
    reader,
    'SELECT gift_package_id AS giftPackageId, count(*) AS count FROM gift_grants GROUP BY gift_package_id',
  )
  const households = all<{ campaignId: string; count: number }>(
    reader,
    'SELECT campaign_id AS campaignId, count(DISTINCT household_id) AS count FROM gift_grants GROUP BY campaign_id',
  )
  const householdsOf = new Map(households.map(({ campaignId, count }) => [campaignId, count]))
  const grantsOf = new Map(grants.map(({ giftPackageId, count }) => [giftPackageId, count]))
  return reader.rows
    .select()
    .from(campaigns)
    .all()
    .sort((one, other) => (one.from < other.from ? 1 : -1))
    .map((row) => {
      const { campaignId, storeId } = row
      const packages = listGiftPackages(reader, campaignId)
      const granted = packages.map(({ giftPackageId, valueDong }) => {
        const count = grantsOf.get(giftPackageId) ?? 0
        return { count, dong: count * valueDong }
      })
      const place = 'SELECT name FROM stock_places WHERE place_id = ?'
      return {
        ...campaignOf(reader, row),
        storeName: storeId === null ? null : (first<{ name: string }>(reader, place, storeId)?.name ?? null),
        giftPackages: packages,
        isIssued: isCampaignIssued(reader, campaignId),
        grantedCount: granted.reduce((sum, { count }) => sum + count, 0),
        grantedDong: granted.reduce((sum, one) => sum + one.dong, 0),
        grantedHouseholds: householdsOf.get(campaignId) ?? 0,
        handedOverCount: handedOver.get(campaignId)?.count ?? 0,
        handedOverHouseholds: handedOver.get(campaignId)?.households ?? 0,
        handedOverDong: handedOver.get(campaignId)?.valueDong ?? 0,
      }
    })
}

/** Names of communes as the registry has them, in alphabetical order. */
export function communesOfRegistry(reader: Reader): string[] {
  const sql = `SELECT DISTINCT commune_name AS name FROM households
    WHERE commune_name IS NOT NULL AND status NOT IN ('merged', 'erased')`
  return all<{ name: string }>(reader, sql)
    .map(({ name }) => name)
    .sort((one, other) => one.localeCompare(other, 'vi'))
}
