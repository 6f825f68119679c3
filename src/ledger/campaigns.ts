/** Campaigns and the gift packages they hand out. */

import { asc, eq } from 'drizzle-orm'
import type { Day } from '../domain/day.ts'
import { type GiftLine, packageValueDong } from '../domain/gift.ts'
import type { HouseholdCategory } from '../domain/household-category.ts'
import { type Dong, dong } from '../domain/money.ts'
import { all, type Reader, type Writer } from './connection.ts'
import { campaigns, giftPackageLines, giftPackages } from './schema/gifts.ts'

export interface CampaignRecord {
  campaignId: string
  name: string
  decisionNumber: string | null
  fundingSource: string | null
  from: Day
  to: Day
  eligibleCategories: HouseholdCategory[]
}

export interface GiftPackageRecord {
  giftPackageId: string
  campaignId: string
  name: string
  lines: GiftLine[]
  valueDong: Dong
}

export function findCampaign(reader: Reader, campaignId: string): CampaignRecord | null {
  const row = reader.rows.select().from(campaigns).where(eq(campaigns.campaignId, campaignId)).get()
  return (row as CampaignRecord | undefined) ?? null
}

export function isCampaignNameTaken(reader: Reader, name: string): boolean {
  return reader.rows.select().from(campaigns).where(eq(campaigns.name, name)).get() !== undefined
}

export function findGiftPackage(reader: Reader, giftPackageId: string): GiftPackageRecord | null {
  const row = reader.rows.select().from(giftPackages).where(eq(giftPackages.giftPackageId, giftPackageId)).get()
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

function withLines(reader: Reader, row: typeof giftPackages.$inferSelect): GiftPackageRecord {
  const { giftPackageId, campaignId, name } = row
  const lines = reader.rows
    .select()
    .from(giftPackageLines)
    .where(eq(giftPackageLines.giftPackageId, giftPackageId))
    .orderBy(asc(giftPackageLines.lineNumber))
    .all()
    .map((line): GiftLine => {
      const { name: lineName, unitOfMeasure, quantity, unitPriceDong } = line
      return { name: lineName, unitOfMeasure, quantity, unitPriceDong: dong(unitPriceDong) }
    })
  return { giftPackageId, campaignId, name, lines, valueDong: packageValueDong(lines) }
}

export function addCampaign(
  writer: Writer,
  campaign: CampaignRecord,
  packages: readonly { giftPackageId: string; name: string; lines: readonly GiftLine[] }[],
): void {
  const { campaignId } = campaign
  writer.rows.insert(campaigns).values(campaign).run()
  packages.forEach(({ giftPackageId, name, lines }, position) => {
    writer.rows.insert(giftPackages).values({ giftPackageId, campaignId, position, name }).run()
    lines.forEach((line, index) => {
      writer.rows
        .insert(giftPackageLines)
        .values({ giftPackageId, lineNumber: index + 1, ...line })
        .run()
    })
  })
}

export interface CampaignLine extends CampaignRecord {
  giftPackages: GiftPackageRecord[]
  handedOverCount: number
  handedOverDong: number
}

/** Newest campaign first, with what was handed over and not voided. */
export function listCampaigns(reader: Reader): CampaignLine[] {
  const totals = new Map(
    all<{ campaignId: string; count: number; valueDong: number }>(
      reader,
      `SELECT campaign_id AS campaignId, count(*) AS count, sum(value_dong) AS valueDong FROM handovers
       WHERE handover_id NOT IN (SELECT handover_id FROM handover_voids) GROUP BY campaign_id`,
    ).map((row) => [row.campaignId, row]),
  )
  const records = reader.rows.select().from(campaigns).all() as CampaignRecord[]
  return records
    .sort((one, other) => (one.from < other.from ? 1 : -1))
    .map((campaign) => ({
      ...campaign,
      giftPackages: listGiftPackages(reader, campaign.campaignId),
      handedOverCount: totals.get(campaign.campaignId)?.count ?? 0,
      handedOverDong: totals.get(campaign.campaignId)?.valueDong ?? 0,
    }))
}
