/**
 * The list of who is given what (danh sách được duyệt): drawn up by one person, frozen with its hash, approved by
 * another. What changes after the approval is a numbered supplement (danh sách bổ sung), drawn up and approved alike.
 */

import { type Refusal, refusal } from './refusal.ts'

/** A supplement may also take away what an earlier list granted: the household has moved, another takes its place. */
export const LIST_ACTIONS = ['grant', 'withdraw'] as const
export type ListAction = (typeof LIST_ACTIONS)[number]

export interface GiftListEntry {
  householdId: string
  giftPackageId: string
  action: ListAction
  /** Why it changes what earlier lists granted. */
  reason: string | null
}

/** `drawnUp` waits for the second person; only `approved` lists grant anything. */
export const LIST_STATES = ['drawnUp', 'approved', 'declined'] as const
export type ListState = (typeof LIST_STATES)[number]

/**
 * The text a list's hash is taken of: a JSON array of the campaign, the list's number (0 for the first list, n for the
 * n-th supplement), its title, its entries in their order, and the JSON of the paper it is printed from, without
 * spaces. The hash is the lower-case hex SHA-256 of its UTF-8 bytes; whoever calls computes it.
 */
export function giftListText(list: {
  campaignId: string
  listNumber: number
  title: string | null
  entries: readonly GiftListEntry[]
  paper: string
}): string {
  const { campaignId, listNumber, title, entries, paper } = list
  const rows = entries.map(({ householdId, giftPackageId, action, reason }) => [
    householdId,
    giftPackageId,
    action,
    reason,
  ])
  return JSON.stringify([campaignId, listNumber, title, rows, paper])
}

/** Whether a person may approve a list or send it back: it waits for that, and they did not draw it up themselves. */
export function refuseApproval(
  list: { state: ListState; drawnUpById: string; drawnUpBy: string; campaignName: string },
  personId: string,
): Refusal | null {
  const { state, drawnUpById, drawnUpBy, campaignName } = list
  if (state !== 'drawnUp') return refusal('giftList.settled', { campaignName, state })
  if (drawnUpById === personId) return refusal('giftList.sameHand', { drawnUpBy })
  return null
}

/** Entries with each household and gift once, where it was first named: the last word on it counts. */
export function lastWords<Entry extends GiftListEntry>(entries: Iterable<Entry>): Entry[] {
  const latest = new Map<string, Entry>()
  for (const entry of entries) latest.set(`${entry.householdId} ${entry.giftPackageId}`, entry)
  return [...latest.values()]
}
