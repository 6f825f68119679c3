/** A list while it is being drawn up. It is kept while the window is open, so that another screen does not cost it. */

import { useState } from 'react'
import type { Input } from '../../../../contract/contract.ts'
import type { HouseholdLine } from '../../../../contract/households.ts'
import type { ListAction } from '../../../../domain/gift-list.ts'
import { nameSortKey, textSortKey } from '../../../../domain/vietnamese.ts'

export interface DraftEntry {
  household: HouseholdLine
  giftPackageId: string
  giftPackageName: string
  valueDong: number
  action: ListAction
  reason: string | null
}

export type Draft = readonly DraftEntry[]

export function keyOfEntry({ household, giftPackageId }: Pick<DraftEntry, 'household' | 'giftPackageId'>): string {
  return `${household.householdId} ${giftPackageId}`
}

/** A later word on a household and a gift stands in the place of the earlier one. */
export function withEntries(draft: Draft, added: Draft): Draft {
  const entries = new Map([...draft, ...added].map((entry) => [keyOfEntry(entry), entry]))
  return [...entries.values()]
}

export function withoutEntry(draft: Draft, entry: DraftEntry): Draft {
  return draft.filter((one) => keyOfEntry(one) !== keyOfEntry(entry))
}

/** Households to which the list being drawn up grants as many gifts as the campaign allows one household. */
export function householdsFull(draft: Draft, giftsPerHousehold: number): Set<string> {
  const counts = new Map<string, number>()
  for (const { household, action } of draft) {
    if (action === 'grant') counts.set(household.householdId, (counts.get(household.householdId) ?? 0) + 1)
  }
  return new Set([...counts].flatMap(([householdId, count]) => (count >= giftsPerHousehold ? [householdId] : [])))
}

/** What a list adds to what is granted; less than nothing where it takes more away. */
export function draftValueDong(draft: Draft): number {
  return draft.reduce((sum, { action, valueDong }) => sum + (action === 'grant' ? valueDong : -valueDong), 0)
}

/** What is withdrawn first, then by commune, hamlet and given name, as everything that is read out in a village. */
export function inListOrder(draft: Draft): DraftEntry[] {
  const keyed = draft.map((entry) => {
    const { action, household } = entry
    const key = [
      action === 'withdraw' ? '0' : '1',
      textSortKey(household.communeName ?? ''),
      textSortKey(household.hamlet ?? ''),
      nameSortKey(household.headOfHousehold),
    ]
    return { entry, key: key.join('\n') }
  })
  return keyed.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0)).map(({ entry }) => entry)
}

export function entriesOf(draft: Draft): Input<'giftLists.drawUp'>['entries'] {
  return draft.map(({ household, giftPackageId, action, reason }) => ({
    householdId: household.householdId,
    giftPackageId,
    action,
    reason,
  }))
}

const drafts = new Map<string, Draft>()

/** The draft of a campaign, and how it is changed. */
export function useListDraft(campaignId: string): [Draft, (draft: Draft) => void] {
  const [draft, setDraft] = useState<Draft>(drafts.get(campaignId) ?? [])
  function change(next: Draft): void {
    drafts.set(campaignId, next)
    setDraft(next)
  }
  return [draft, change]
}
