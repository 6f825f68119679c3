/**
 * Merges: two entries that were one household. The merged one keeps its row and its papers, and is found under the one
 * that was kept; what both said before is kept, so that they can be parted again.
 */

import { HOUSEHOLD_FIELDS, type HouseholdFacts, type HouseholdField, saysTheSame } from '../../domain/household.ts'
import { all, first, type Reader, type Writer } from '../connection.ts'
import { householdMerges, householdMergeUndos } from '../schema/registry.ts'
import { factsOf, type HouseholdRecord, type Standing } from './household-record.ts'
import type { By } from './household-revisions.ts'
import { changeHousehold, GROUP, indexWithGroup } from './households.ts'

export interface MergeRecord {
  mergeId: string
  keptId: string
  mergedId: string
  keptBefore: HouseholdFacts
  keptAfter: HouseholdFacts
  mergedBefore: Standing
  mergedAt: string
  undoneAt: string | null
}

type StoredMerge = Omit<MergeRecord, 'keptBefore' | 'keptAfter' | 'mergedBefore'> & {
  keptBefore: string
  keptAfter: string
  mergedBefore: string
}

const MERGES = `SELECT merge_id AS mergeId, kept_id AS keptId, merged_id AS mergedId, kept_before AS keptBefore,
  kept_after AS keptAfter, merged_before AS mergedBefore, merged_at AS mergedAt, undone_at AS undoneAt
  FROM household_merges LEFT JOIN (SELECT merge_id, undone_at FROM household_merge_undos) USING (merge_id)`

function mergeOf(row: StoredMerge): MergeRecord {
  return {
    ...row,
    keptBefore: JSON.parse(row.keptBefore) as HouseholdFacts,
    keptAfter: JSON.parse(row.keptAfter) as HouseholdFacts,
    mergedBefore: JSON.parse(row.mergedBefore) as Standing,
  }
}

export function findMerge(reader: Reader, mergeId: string): MergeRecord | null {
  const row = first<StoredMerge>(reader, `${MERGES} WHERE merge_id = ?`, mergeId)
  return row ? mergeOf(row) : null
}

/** Merges into a household that stand, the latest first. */
export function mergesInto(reader: Reader, keptId: string): Pick<MergeRecord, 'mergeId' | 'mergedId' | 'mergedAt'>[] {
  const sql = `SELECT merge_id AS mergeId, merged_id AS mergedId, merged_at AS mergedAt FROM household_merges
    WHERE kept_id = ? AND merge_id NOT IN (SELECT merge_id FROM household_merge_undos)
      AND kept_id = (SELECT merged_into FROM households WHERE household_id = merged_id) ORDER BY merged_at DESC`
  return all<Pick<MergeRecord, 'mergeId' | 'mergedId' | 'mergedAt'>>(reader, sql, keptId)
}

/** A gift to any household of a group is a gift to the one that stands for it. */
const CLAIM = `INSERT OR IGNORE INTO gift_claims (campaign_id, household_id, gift_package_id, ordinal, handover_id)
  ${GROUP} SELECT campaign_id, :householdId, gift_package_id, ordinal, handover_id FROM handovers
  WHERE household_id IN kept_together AND receipt_id NOT IN (SELECT receipt_id FROM receipt_voids)
  ORDER BY handed_over_on`
const UNCLAIM = `${GROUP} DELETE FROM gift_claims WHERE household_id = :householdId AND handover_id NOT IN
  (SELECT handover_id FROM handovers WHERE household_id IN kept_together)`

/** Claims for a household the gifts of all that are kept under it. */
export function claimGiftsOfGroup(writer: Writer, householdId: string): void {
  writer.statement(CLAIM).run({ householdId })
}

/** The facts of the kept household with those it takes of the merged one. */
export function factsAfterMerge(
  kept: HouseholdFacts,
  merged: HouseholdFacts,
  takes: readonly HouseholdField[],
): HouseholdFacts {
  return { ...factsOf(kept), ...Object.fromEntries(takes.map((field) => [field, merged[field]])) }
}

/** Keeps one household under another, which gets the facts given. Both stand, and are not one. */
export function mergeHouseholds(
  writer: Writer,
  {
    mergeId,
    kept,
    merged,
    facts,
  }: { mergeId: string; kept: HouseholdRecord; merged: HouseholdRecord; facts: HouseholdFacts },
  by: By & { today: Standing['statusOn'] },
): void {
  const { status, statusOn, statusReason, mergedInto } = merged
  writer.rows
    .insert(householdMerges)
    .values({
      mergeId,
      keptId: kept.householdId,
      mergedId: merged.householdId,
      keptBefore: JSON.stringify(factsOf(kept)),
      keptAfter: JSON.stringify(facts),
      mergedBefore: JSON.stringify({ status, statusOn, statusReason, mergedInto }),
      mergedAt: by.recordedAt,
      personId: by.personId,
    })
    .run()
  const under = { status: 'merged', statusOn: by.today, statusReason: null, mergedInto: kept.householdId } as const
  changeHousehold(writer, merged, { ...factsOf(merged), ...under }, by)
  changeHousehold(writer, kept, facts, by)
  indexWithGroup(writer, kept.householdId)
  claimGiftsOfGroup(writer, kept.householdId)
}

/** What the kept household says after parting: what the merge gave it goes back, what was amended since stays. */
export function factsAfterParting(kept: HouseholdFacts, { keptBefore, keptAfter }: MergeRecord): HouseholdFacts {
  const backAgain = HOUSEHOLD_FIELDS.filter((field) => saysTheSame(kept[field], keptAfter[field]))
  return { ...factsOf(kept), ...Object.fromEntries(backAgain.map((field) => [field, keptBefore[field]])) }
}

/** Parts what a merge put together; `facts` are those of the kept one afterwards. */
export function partHouseholds(
  writer: Writer,
  {
    merge,
    kept,
    merged,
    facts,
  }: { merge: MergeRecord; kept: HouseholdRecord; merged: HouseholdRecord; facts: HouseholdFacts },
  by: By,
): void {
  const { mergeId } = merge
  writer.rows.insert(householdMergeUndos).values({ mergeId, undoneAt: by.recordedAt, personId: by.personId }).run()
  // The kept one gives a citizen ID back before the other one has it again.
  changeHousehold(writer, kept, facts, by)
  changeHousehold(writer, merged, { ...factsOf(merged), ...merge.mergedBefore }, by)
  indexWithGroup(writer, kept.householdId)
  writer.statement(UNCLAIM).run({ householdId: kept.householdId })
}
